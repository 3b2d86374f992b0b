"""The station prints in the background: nothing waits for a printer, and whatever goes wrong is told."""

import errno
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from mixer_app.domain.errors import MixerError
from mixer_app.domain.print_jobs import JobState, PaperOrder, PrintJob
from mixer_app.domain.printers import PrinterInfo, PrinterStatus, Sending, SpoolAnswer, SpoolState
from mixer_app.services import badge_queue
from mixer_app.services.kept_papers import kept_papers
from mixer_app.services.people import get_attendee
from mixer_app.ui.printers.badge_printer import EVERY_MS, SILENT_AFTER_S, BadgePrinter
from mixer_app.ui.printers.remembered import RememberedPrinter

Queue = Callable[..., PrintJob]


@pytest.fixture
def queue(database: Any, event: Any, add: Any, now: Any) -> Queue:
    def build(name: str = "Ann Smith", *, station: str = "Desk 1", printer: str = "label") -> PrintJob:
        return database.write(
            badge_queue.queue_badge, event.id, add(name).id, printer=printer, station=station, now=now
        )

    return build


@pytest.fixture
def reaches(qtbot: QtBot, badge_printer: BadgePrinter) -> Callable[..., PrintJob]:
    """Wait until the desk has been told that a job is in a state."""

    def wait(job: PrintJob, *states: JobState, sentence: str = "") -> PrintJob:
        def there() -> list[PrintJob]:
            badge_printer.look()
            return [
                each
                for each in badge_printer.queue.jobs
                if each.id == job.id and each.state in states and sentence in each.sentence
            ]

        qtbot.waitUntil(lambda: bool(there()), timeout=20_000)
        return there()[0]

    return wait


def test_a_badge_comes_out_and_its_person_has_one(queue: Queue, reaches: Any, shelf: Any, database: Any) -> None:
    job = queue()
    reaches(job, JobState.DONE)
    assert shelf.label.came_out == [f"Badge {job.code}"]
    assert database.read(get_attendee, job.attendee_id).badge_printed_at is not None


def test_a_failure_is_told_within_five_seconds_and_the_badge_goes_to_the_other_printer(
    queue: Queue, reaches: Any, shelf: Any, badge_printer: BadgePrinter
) -> None:
    shelf.label.refuses = MixerError("The printer is on fire.")
    begun = time.monotonic()
    job = queue()
    reaches(job, JobState.FAILED, sentence="on fire")
    assert time.monotonic() - begun < 5.0
    badge_printer.move(job.id, "laser")
    reaches(job, JobState.DONE)
    assert (len(shelf.label.came_out), len(shelf.laser.came_out)) == (0, 1)


def test_a_printer_that_hangs_holds_up_nothing_else_and_is_told_to_be_silent(
    queue: Queue, reaches: Any, shelf: Any, badge_printer: BadgePrinter, qtbot: QtBot, monkeypatch: Any
) -> None:
    monkeypatch.setattr("mixer_app.ui.printers.badge_printer.SILENT_AFTER_S", 0.3)
    shelf.label.hangs = threading.Event()
    stuck = queue("Ann Smith")
    reaches(stuck, JobState.SENDING)
    other = queue("Bob Jones", printer="laser")
    reaches(other, JobState.DONE)
    qtbot.waitUntil(
        lambda: badge_printer.state is not None and badge_printer.state.sentence == "No answer", timeout=10_000
    )
    shelf.label.hangs.set()
    reaches(stuck, JobState.DONE)
    qtbot.waitUntil(lambda: badge_printer.state is not None and badge_printer.state.ready, timeout=10_000)
    assert len(shelf.label.came_out) == 1


@pytest.fixture
def print_sheets(badge_printer: BadgePrinter, tmp_path: Path, qtbot: QtBot) -> Callable[..., PrintJob]:
    """Print three pages at the laser."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "sheets.pdf"))
    for _ in range(3):
        canvas.drawString(50, 50, "A sheet")
        canvas.showPage()
    canvas.save()

    def build(printer: str = "laser") -> PrintJob:
        queued: list[PrintJob] = []
        order = PaperOrder(title="3 match sheets", pages=3, printer=printer)
        badge_printer.print_paper(tmp_path / "sheets.pdf", order, on_queued=queued.append, on_failed=pytest.fail)
        qtbot.waitUntil(lambda: bool(queued), timeout=10_000)
        return queued[0]

    return build


def test_a_document_comes_out_and_its_pages_are_not_kept(
    print_sheets: Any, reaches: Any, shelf: Any, badge_printer: BadgePrinter, qtbot: QtBot, database: Any
) -> None:
    reaches(print_sheets(), JobState.DONE)
    assert shelf.laser.came_out == ["3 match sheets"]
    assert badge_printer.chosen_for_papers == PrinterInfo("laser", "The laser")
    folder = kept_papers(database).folder

    def gone() -> bool:
        badge_printer.look()
        return not list(folder.iterdir())

    qtbot.waitUntil(gone, timeout=10_000)


def test_a_document_at_a_silent_printer_is_told_at_once_and_holds_up_no_badge(
    print_sheets: Any, queue: Queue, reaches: Any, shelf: Any, monkeypatch: Any
) -> None:
    monkeypatch.setattr("mixer_app.ui.printers.badge_printer.SILENT_AFTER_S", 0.3)
    shelf.laser.hangs = threading.Event()
    stuck = print_sheets()
    assert reaches(stuck, JobState.SENDING, sentence="does not answer").in_trouble
    reaches(queue("Bob Jones"), JobState.DONE)
    shelf.laser.hangs.set()
    assert reaches(stuck, JobState.DONE).sentence == ""


def test_a_printer_that_takes_page_after_page_is_slow_and_not_silent(
    print_sheets: Any, reaches: Any, shelf: Any, badge_printer: BadgePrinter, qtbot: QtBot, monkeypatch: Any
) -> None:
    seconds, taken, looked = [0.0], threading.Semaphore(0), threading.Semaphore(0)
    monkeypatch.setattr(badge_printer, "_monotonic", lambda: seconds[0])
    sentences: list[str] = []
    badge_printer.job_changed.connect(lambda job: sentences.append(job.sentence))

    def send(pdf: Path, sending: Sending, progress: Callable[[float, str], bool]) -> str:
        for page in range(3):
            seconds[0] += SILENT_AFTER_S - 1
            progress(page / 3, "Sending")
            taken.release()
            looked.acquire(timeout=10)
        return "1"

    monkeypatch.setattr(shelf.laser, "send", send)
    job = print_sheets()
    for _ in range(3):
        qtbot.waitUntil(lambda: taken.acquire(blocking=False), timeout=10_000)
        badge_printer.look()
        qtbot.waitUntil(lambda: not badge_printer._looking)
        looked.release()
    reaches(job, JobState.DONE)
    assert set(sentences) == {""}


def test_a_computer_without_room_says_so_and_goes_on_when_there_is_some(
    queue: Queue, reaches: Any, badge_printer: BadgePrinter, qtbot: QtBot, monkeypatch: Any
) -> None:
    def full(prefix: str, **how: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("mixer_app.ui.printers.scratch.tempfile.TemporaryDirectory", full)
        job = queue()
        qtbot.waitUntil(
            lambda: badge_printer.state is not None and "Make room" in badge_printer.state.sentence, timeout=10_000
        )
    reaches(job, JobState.DONE)


def test_a_document_of_a_dead_printer_goes_to_the_other_one_once(
    print_sheets: Any, reaches: Any, shelf: Any, badge_printer: BadgePrinter
) -> None:
    shelf.laser.refuses = MixerError("The laser is on fire.")
    begun = time.monotonic()
    job = print_sheets()
    reaches(job, JobState.FAILED, sentence="on fire")
    assert time.monotonic() - begun < 5.0
    badge_printer.move(job.id, "label")
    reaches(job, JobState.DONE)
    assert (shelf.laser.came_out, shelf.label.came_out) == ([], ["3 match sheets"])


def test_the_printer_of_documents_is_remembered_apart_from_that_of_badges(
    page_parts: Any, shelf: Any, tmp_path: Path
) -> None:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    RememberedPrinter(settings, "Desk 1", "documents").write(PrinterInfo("laser", "The laser"))
    station = BadgePrinter(**page_parts, shelf=shelf, settings=settings)
    assert (station.chosen, station.chosen_for_papers) == (None, PrinterInfo("laser", "The laser"))


def test_a_paused_printer_is_told_and_goes_on_by_itself(
    queue: Queue, reaches: Any, shelf: Any, badge_printer: BadgePrinter, qtbot: QtBot
) -> None:
    told: list[Any] = []
    badge_printer.printer_state_changed.connect(told.append)
    shelf.label.how = PrinterStatus(ready=False, takes_jobs=False, sentence="Paused")
    job = queue()
    reaches(job, JobState.WAITING, sentence="Paused")
    qtbot.waitUntil(lambda: bool(told) and told[-1].sentence == "Paused", timeout=10_000)
    shelf.label.how = PrinterStatus()
    reaches(job, JobState.DONE)


def test_what_was_with_the_spooler_before_a_restart_is_asked_about_and_not_sent_again(
    queue: Queue, reaches: Any, shelf: Any, badge_printer: BadgePrinter, page_parts: Any, event: Any, qtbot: QtBot
) -> None:
    shelf.label.answer = SpoolAnswer(SpoolState.PRINTING)
    job = queue()
    reaches(job, JobState.SPOOLED)
    badge_printer.stop()
    shelf.label.answer = SpoolAnswer(SpoolState.COMPLETED)
    again = BadgePrinter(**page_parts, shelf=shelf)  # another start, before anybody has chosen a printer
    again.use_event(event.id)
    again.start()
    qtbot.waitUntil(lambda: any(each.state is JobState.DONE for each in again.queue.jobs), timeout=10_000)
    again.stop()
    again.deleteLater()
    assert len(shelf.label.came_out) == 1


def test_the_jobs_of_another_station_are_left_alone_until_someone_prints_them_here(
    queue: Queue, reaches: Any, shelf: Any, badge_printer: BadgePrinter
) -> None:
    theirs, ours = queue("Ann Smith", station="Kiosk 2"), queue("Bob Jones")
    reaches(ours, JobState.DONE)
    assert len(shelf.label.came_out) == 1
    badge_printer.print_here("Kiosk 2")
    assert reaches(theirs, JobState.DONE).station == "Desk 1"


def test_a_lost_badge_is_printed_again_with_its_reason(
    queue: Queue, reaches: Any, shelf: Any, badge_printer: BadgePrinter
) -> None:
    job = queue()
    reaches(job, JobState.DONE)
    assert job.attendee_id is not None
    badge_printer.print_again(job.attendee_id, "lost")
    assert reaches(replace(job, id=job.id + 1), JobState.DONE).reason == "lost"
    assert len(shelf.label.came_out) == 2


def test_a_cancelled_badge_does_not_come_out(
    queue: Queue, reaches: Any, shelf: Any, badge_printer: BadgePrinter
) -> None:
    shelf.label.how = PrinterStatus(ready=False, takes_jobs=False, sentence="Paused")
    job = queue()
    reaches(job, JobState.WAITING)
    badge_printer.cancel(job.id)
    reaches(job, JobState.CANCELLED)
    shelf.label.how = PrinterStatus()
    reaches(queue("Bob Jones"), JobState.DONE)
    assert len(shelf.label.came_out) == 1


def test_a_badge_that_nobody_knows_of_came_out_if_someone_saw_it(
    queue: Queue, reaches: Any, shelf: Any, badge_printer: BadgePrinter
) -> None:
    shelf.label.answer = SpoolAnswer(SpoolState.GONE)
    job = queue()
    reaches(job, JobState.UNKNOWN)
    badge_printer.confirm(job.id)
    reaches(job, JobState.DONE)
    assert len(shelf.label.came_out) == 1


def test_a_test_page_comes_out(reaches: Any, shelf: Any, badge_printer: BadgePrinter, qtbot: QtBot) -> None:
    badge_printer.print_test_page()
    qtbot.waitUntil(lambda: shelf.label.came_out == ["Test badge"], timeout=10_000)


def test_the_printer_of_a_station_is_remembered_on_its_computer(
    page_parts: Any, shelf: Any, tmp_path: Path, settled: Any
) -> None:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    first = BadgePrinter(**page_parts, shelf=shelf, settings=settings)
    first.choose_printer(PrinterInfo("label", "The label"))
    assert BadgePrinter(**page_parts, shelf=shelf, settings=settings).printer == "label"
    kiosk = BadgePrinter(**page_parts | {"station": "Kiosk 2"}, shelf=shelf, settings=settings)
    assert kiosk.printer == ""
    first.choose_printer(None)
    assert BadgePrinter(**page_parts, shelf=shelf, settings=settings).printer == ""


def test_an_act_that_cannot_be_is_told_in_words(
    queue: Queue, reaches: Any, badge_printer: BadgePrinter, qtbot: QtBot
) -> None:
    job = queue()
    reaches(job, JobState.DONE)
    with qtbot.waitSignal(badge_printer.failed, timeout=10_000) as told:
        badge_printer.retry(job.id)
    assert "came out" in told.args[0]


def test_the_printers_can_be_found(badge_printer: BadgePrinter, shelf: Any, qtbot: QtBot) -> None:
    with qtbot.waitSignal(badge_printer.printers_found, timeout=10_000) as found:
        badge_printer.find_printers()
    assert found.args[0] == shelf.printers()


def test_silence_is_told_within_five_seconds() -> None:
    assert SILENT_AFTER_S * 1000 + EVERY_MS <= 5000
