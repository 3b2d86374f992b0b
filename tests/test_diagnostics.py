"""The log and the report tell where something went wrong, and name nobody."""

import logging
from pathlib import Path

import pytest

from mixer_app.diagnostics import FramesOnly, frames_of, report_of


def _mistake() -> BaseException:
    try:
        try:
            raise ValueError("adaeze.nnamdi@example.org is not a number")
        except ValueError as cause:
            raise RuntimeError("Adaeze Nnamdi could not be stored") from cause
    except RuntimeError as error:
        return error


def test_the_report_says_where_and_what_kind() -> None:
    report = report_of(_mistake())
    assert "RuntimeError" in report
    assert "caused by ValueError" in report
    assert "test_diagnostics.py" in report
    assert "Mentor Mixer 0" in report


def test_the_report_names_nobody() -> None:
    report = report_of(_mistake())
    assert "Adaeze" not in report
    assert "example.org" not in report
    assert str(Path.home()) not in report


def test_the_log_names_nobody_either(tmp_path: Path) -> None:
    error = _mistake()
    record = logging.LogRecord("mixer", logging.ERROR, "x.py", 1, "Work failed", None, (type(error), error, None))
    written = FramesOnly().format(record)
    assert "Work failed" in written
    assert "RuntimeError" in written
    assert "Adaeze" not in written


@pytest.mark.parametrize("depth", [1, 3])
def test_every_cause_is_told_once(depth: int) -> None:
    error: BaseException = ValueError("first")
    for _ in range(depth):
        wrapped = RuntimeError("later")
        wrapped.__cause__ = error
        error = wrapped
    assert frames_of(error).count("caused by") == depth
