"""What every test gets: no screen, no network, no user folder, and no stray error in the log."""

import logging
import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def _stray_log_errors_fail(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A logged warning or error that the test did not expect is a failure."""
    yield
    stray = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not stray, "\n".join(f"{record.levelname} {record.name}: {record.getMessage()}" for record in stray)
