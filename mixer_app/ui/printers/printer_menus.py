"""The menus of printing: which printer, what to do with a job, and why a badge is printed again."""

from functools import partial
from typing import Final

from PySide6.QtWidgets import QMenu, QWidget

from mixer_app.domain.print_jobs import JobState, PrintJob, ReprintReason
from mixer_app.ui.printers.badge_printer import BadgePrinter
from mixer_app.ui.widgets.menus import menu

_REASONS: Final = {
    ReprintReason.LOST: "It was lost",
    ReprintReason.DAMAGED: "It is damaged",
    ReprintReason.NAME_CORRECTED: "The name was corrected",
    ReprintReason.ROLE_CHANGED: "The role was changed",
    ReprintReason.OTHER: "Another reason",
}


def printer_menu(parent: QWidget, printer: BadgePrinter) -> QMenu:
    """Which printer this station prints on; a test badge; looking again."""
    made = menu(parent)
    for info in printer.known:
        action = made.addAction(info.title, partial(printer.choose_printer, info))
        action.setCheckable(True)
        action.setChecked(info.name == printer.printer)
    if printer.known:
        made.addSeparator()
    none = made.addAction("Print nothing here", partial(printer.choose_printer, None))
    none.setEnabled(bool(printer.printer))
    made.addAction("Look for printers", printer.find_printers)
    made.addAction("Print a test badge", printer.print_test_page).setEnabled(bool(printer.printer))
    return made


def job_menu(parent: QWidget, job: PrintJob, printer: BadgePrinter) -> QMenu:
    """Every way out for a job, the likely one first."""
    made = menu(parent)
    if job.state is JobState.UNKNOWN:
        made.addAction("It came out", partial(printer.confirm, job.id))
    gone = job.kept and job.state is JobState.CANCELLED
    if job.state in (JobState.FAILED, JobState.UNKNOWN, JobState.CANCELLED) and not gone:
        words = f"Print from page {job.printed + 1}" if job.printed else "Print again"
        made.addAction(words, partial(printer.retry, job.id))
        if job.printed:
            made.addAction("Print all of it again", partial(printer.retry, job.id, from_start=True))
    for info in printer.known if printer.has_paper(job) else ():
        elsewhere = (job.station, job.printer) != (printer.station, info.name)
        if elsewhere and job.state is not JobState.DONE and not gone:
            made.addAction(f"Print on {info.title}", partial(printer.move, job.id, info.name))
    if job.open or job.in_trouble:
        made.addAction("Do not print it", partial(printer.cancel, job.id))
    return made


def reason_menu(parent: QWidget, attendee_id: int, printer: BadgePrinter) -> QMenu:
    """Why someone's badge is printed again; choosing prints it."""
    made = menu(parent)
    for reason, words in _REASONS.items():
        made.addAction(words, partial(printer.print_again, attendee_id, reason.value))
    return made


def others_menu(parent: QWidget, printer: BadgePrinter) -> QMenu:
    """Another printer for all that waits at this station; new badges go there, too."""
    made = menu(parent)
    for info in printer.known:
        if info.name != printer.printer:
            made.addAction(f"Print on {info.title}", partial(printer.change_over, info))
    made.addSeparator()
    made.addAction("Look for printers", printer.find_printers)
    return made
