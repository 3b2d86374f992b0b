"""The print queue in words."""

from dataclasses import replace
from datetime import UTC, datetime

from mixer_app.domain.print_jobs import JobKind, JobState, PrintJob, PrintQueue, StationPrinter
from mixer_app.domain.printers import PrinterInfo
from mixer_app.ui.printers.queue_words import PrinterLine, WayOut, fit_lines, job_name, job_place, printer_lines

NOW = datetime(2026, 3, 5, 18, 12, tzinfo=UTC)
SHEETS = PrintJob(
    id=1,
    event_id=1,
    attendee_id=None,
    kind=JobKind.DOCUMENT,
    title="97 match sheets",
    pages=97,
    copies=2,
    station="Desk 1",
    printer="laser",
    state=JobState.SPOOLED,
    sentence="Out of paper or labels",
    made_at=NOW,
    changed_at=NOW,
)


def a_line(title: str, way_out: WayOut = WayOut.NONE) -> PrinterLine:
    return PrinterLine(title=title, sentence="", way_out=way_out)


def test_where_there_is_little_room_what_needs_someone_comes_first() -> None:
    lines = [a_line("here"), a_line("well"), a_line("failed", WayOut.JOB), a_line("fine")]
    assert fit_lines(lines, 4) == lines
    shown = fit_lines(lines, 3)
    assert [line.title for line in shown] == ["here", "failed", "2 more lines"]
    assert shown[-1].way_out is WayOut.QUEUE


def test_a_document_is_named_with_its_pages_and_copies() -> None:
    assert job_name(SHEETS) == "97 match sheets"
    assert job_place(SHEETS, {"laser": "HP LaserJet"}) == "Desk 1, HP LaserJet, 97 pages, 2 copies"
    assert job_place(replace(SHEETS, printed=96, copies=1), {}) == "Desk 1, laser, 1 page"


def test_paper_missing_in_the_laser_is_no_trouble_of_the_badge_printer() -> None:
    own = StationPrinter(
        station="Desk 1", printer="label", title="Brother", ready=True, sentence="Ready", since=NOW, seen_at=NOW
    )
    queue = PrintQueue(jobs=(SHEETS,), printers=(own,))
    (line,) = printer_lines(queue, PrinterInfo("label", "Brother"), "Desk 1", NOW)
    assert (line.sentence, line.tone) == ("Ready", "good")
    assert queue.troubled == (SHEETS,)


def test_what_waits_for_a_decision_is_called_jobs_and_documents_of_others_are_not_offered_here() -> None:
    failed = [replace(SHEETS, id=number, state=JobState.FAILED) for number in range(5)]
    lines = printer_lines(PrintQueue(jobs=tuple(failed)), None, "Desk 1", NOW)
    assert lines[1].title == "97 match sheets: did not come out"
    assert lines[-1].title == "3 more jobs wait for a decision"
    theirs = StationPrinter(
        station="Desk 2", printer="laser", title="HP", ready=True, sentence="Ready", since=NOW, seen_at=NOW
    )
    queue = PrintQueue(jobs=(replace(SHEETS, station="Desk 2"),), printers=(theirs,))
    assert [line.way_out for line in printer_lines(queue, None, "Desk 1", NOW)] == [WayOut.CHOOSE, WayOut.NONE]
