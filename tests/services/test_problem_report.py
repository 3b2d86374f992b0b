"""The report of a problem: enough to find it, and nobody's data."""

import logging
from logging.handlers import RotatingFileHandler

import pytest

from mixer_app.diagnostics import CRASHES_NAME, LOG_NAME, FramesOnly
from mixer_app.domain.errors import MixerError
from mixer_app.services.check_in import check_in
from mixer_app.services.problem_report import problem_report, save_problem_report

CRASH = """Fatal Python error: Segmentation fault

Current thread 0x00007f3c (most recent call first):
  File "/home/anna.mueller/mixer app/.venv/lib/python3.11/site-packages/reportlab/pdfgen/canvas.py", line 12 in draw
  File "/home/anna.mueller/mixer app/mixer_app/ui/rail.py", line 7 in show
  File "C:\\Users\\Anna Mueller\\mixer\\mixer_app\\app.py", line 9 in run_application
  File "/home/anna.mueller/start.py", line 1 in <module>

Extension modules: numpy._core, from /home/anna.mueller/lib/x.so (total: 1)
"""
PRIVATE = (
    "Adaeze",
    "Okonkwo",
    "adaeze@example.org",
    "City Hospital",
    "+49 170 1234567",
    "Physician mixer",
    "anna.mueller",
    "Anna Mueller",
)


@pytest.fixture
def logs(tmp_path):
    """A folder with the log of a failure that quoted a person, and of a crash."""
    folder = tmp_path / "logs"
    folder.mkdir()
    handler = RotatingFileHandler(folder / LOG_NAME, encoding="utf-8")
    handler.setFormatter(FramesOnly())
    try:
        raise ValueError("no seat for Adaeze Okonkwo")
    except ValueError as failure:
        kind = (type(failure), failure, failure.__traceback__)
        handler.emit(logging.LogRecord("mixer_app", logging.ERROR, __file__, 1, "Seating failed", None, kind))
    handler.close()
    (folder / CRASHES_NAME).write_text(CRASH, "utf-8")
    return folder


@pytest.mark.database_file
def test_it_says_what_happened_where_and_on_what(database, event, add, logs, now):
    add("Ann Smith")
    report = problem_report(database, logs, now=now)
    assert "attendees 1" in report
    assert "Database: a file" in report
    assert "0 faults" in report
    assert "Seating failed" in report
    assert "ValueError" in report
    assert "Segmentation fault" in report
    assert 'File "site-packages/reportlab/pdfgen/canvas.py", line 12 in draw' in report
    assert 'File "mixer_app/ui/rail.py", line 7 in show' in report
    assert 'File "mixer_app/app.py", line 9 in run_application' in report
    assert 'File "start.py", line 1' in report
    assert "from x.so (total: 1)" in report


def test_it_names_nobody_and_no_folder(database, event, add, logs, now, tmp_path):
    person = add("Adaeze Okonkwo", email="adaeze@example.org", employer="City Hospital", phone="+49 170 1234567")
    database.write(check_in, event.id, person.code, station="Desk 1", now=now)
    report = problem_report(database, logs, now=now)
    assert not [word for word in (*PRIVATE, person.code, str(tmp_path)) if word in report]


@pytest.mark.database_file
def test_a_database_that_does_not_answer_is_part_of_the_report(database, logs, now):
    database.close()
    database.path.write_bytes(b"\xff" * 8192)
    report = problem_report(database, logs, now=now)
    assert "The database does not answer (DatabaseDamaged)." in report
    assert "Seating failed" in report


def test_without_logs_there_is_a_report_too(database, event, tmp_path, now):
    assert "Log" not in problem_report(database, tmp_path / "nowhere", now=now)


def test_a_report_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(MixerError, match="Choose another place"):
        save_problem_report("words", tmp_path / "nowhere" / "report.txt")
