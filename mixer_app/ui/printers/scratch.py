"""A folder for pages on their way, gone afterwards."""

import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from mixer_app.domain.errors import MixerError


@contextmanager
def scratch_folder(what: str) -> Generator[Path]:
    """A folder of this computer for `what`; `MixerError` where there is no room for one."""
    try:
        folder = tempfile.TemporaryDirectory(prefix=f"mentor-mixer-{what}-", ignore_cleanup_errors=True)
    except OSError as error:
        reason = error.strerror or error
        raise MixerError(
            f"This computer has no room for pages on their way: {reason}. Make room on its disk."
        ) from error
    with folder as path:
        yield Path(path)
