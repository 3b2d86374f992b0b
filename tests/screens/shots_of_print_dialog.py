"""Pictures of the dialogue that asks where a document is printed."""

from collections.abc import Iterator

from evening import ScreenContext
from PySide6.QtWidgets import QWidget

from mixer_app.domain.printers import PrinterInfo
from mixer_app.domain.stock import Flip
from mixer_app.ui.printing.print_dialog import PaperToPrint, PrintDialog


def shots(context: ScreenContext) -> Iterator[tuple[str, QWidget]]:
    """All sheets at a printer by the wall; and no printer yet."""
    laser = PrinterInfo("laser", "HP LaserJet by the wall of the second floor")
    for name, printers in (("print_dialog", [laser]), ("print_dialog_no_printer", [])):
        paper = PaperToPrint(title="97 match sheets", pages=194, two_sided=Flip.LONG_EDGE)
        dialog = PrintDialog(paper, printers, laser, context.window)
        dialog.show()
        context.settle()
        yield name, dialog
        dialog.close()
        dialog.deleteLater()
