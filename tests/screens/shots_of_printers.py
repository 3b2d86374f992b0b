"""Pictures of the badge printers at the desk and of the print queue."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from evening import ScreenContext
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from mixer_app.domain.errors import MixerError
from mixer_app.domain.print_jobs import PaperOrder, PrintJob
from mixer_app.domain.printers import Printer, PrinterInfo, PrinterStatus, Sending, SpoolAnswer, SpoolState
from mixer_app.domain.progress import Progress
from mixer_app.services.badge_dispatch import Dispatcher
from mixer_app.services.badge_queue import print_queue, queue_badge
from mixer_app.services.document_queue import queue_document
from mixer_app.services.people import list_attendees


class PicturePrinter:
    """A printer whose state is painted."""

    def __init__(self, name: str, title: str) -> None:
        self.name, self.title = name, title

    def send(self, pdf: Path, sending: Sending, progress: Progress | None = None) -> str:
        """Refuse every third badge."""
        if sending.title[-1] in "048BEH":
            raise MixerError("The label is jammed. Open the cover and take it out.")
        return sending.title

    def state(self, spool_id: str) -> SpoolAnswer:
        """Mostly out."""
        return SpoolAnswer(SpoolState.GONE if spool_id[-1] in "37A" else SpoolState.COMPLETED)

    def status(self) -> PrinterStatus:
        """Ready."""
        return PrinterStatus()

    def cancel(self, spool_id: str) -> None:
        """Not needed for a picture."""


class PictureShelf:
    """Two printers."""

    def printers(self) -> list[PrinterInfo]:
        """Both."""
        return [PrinterInfo("ql", "Brother QL-820"), PrinterInfo("laser", "HP LaserJet by the wall")]

    def open(self, name: str, title: str) -> Printer:
        """Either."""
        return PicturePrinter(name, title)


def shots(context: ScreenContext) -> Iterator[tuple[str, QWidget]]:
    """A printer at work, one out of labels, badges that failed; and the whole queue."""
    printer = context.window.badge_printer
    assert printer is not None
    printer._shelf = PictureShelf()
    if not context.database.read(print_queue, context.event.id).jobs:
        fill(context)
    printer.find_printers()
    printer.choose_printer(PictureShelf().printers()[0])
    printer.look()
    page = context.go_to("desk")
    QTest.qWait(2500)  # the queue is looked at once a second
    yield "printers-desk", context.window
    page = context.go_to("print")
    page.show_target("queue")
    yield "printers-queue", context.window
    page.view.show_queue(None)


def fill(context: ScreenContext) -> None:
    """Badges of the last arrivals, some of them at a kiosk whose labels are out."""
    people = [person for person in context.database.read(list_attendees, context.event.id) if person.here]
    for number, person in enumerate(people[:14]):
        station = "Kiosk 2" if number % 5 == 4 else context.station
        context.database.write(
            queue_badge,
            context.event.id,
            person.id,
            printer="zebra" if station == "Kiosk 2" else "ql",
            reason="lost" if number == 3 else "",
            station=station,
            now=context.clock.now - timedelta(minutes=14 - number),
        )
    _add_documents(context)
    kiosk = Dispatcher(context.database, "Kiosk 2", context.clock, _no_paper)
    empty = PrinterStatus(ready=False, takes_jobs=False, sentence="Out of labels")
    kiosk.tell_printer(PicturePrinter("zebra", "Zebra ZD421"), empty, None)


def _add_documents(context: ScreenContext) -> None:
    """Sheets at the laser, one of them twice."""
    for title, pages, copies in (("97 match sheets", 97, 1), ("1 sign-in list", 5, 2)):
        order = PaperOrder(title=title, pages=pages, printer="laser", copies=copies)
        context.database.write(
            queue_document,
            context.event.id,
            order,
            paper="gone.pdf",
            station=context.station,
            now=context.clock.now,
        )


def _no_paper(job: PrintJob, path: Path) -> None:
    """Nothing is printed for a picture."""
