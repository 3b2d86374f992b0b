"""On which paper match sheets come, whether summaries are in large print, and cards tell the times."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from mixer_app.domain.sheet_formats import SheetFormat
from mixer_app.services.paper import Document, DocumentOptions
from mixer_app.ui.printing.option_part import option_part
from mixer_app.ui.widgets.combos import ElidedCombo
from mixer_app.ui.widgets.labels import label

_FORMATS: Final[Mapping[SheetFormat, tuple[str, str]]] = {
    SheetFormat.FOLDED: ("A4, folded", "One side; notes and strip inside"),
    SheetFormat.A5: ("A5, two-sided", "Notes and strip on the back"),
    SheetFormat.HALF: ("Half a page", "Two people on A4, cut; strip, no notes"),
    SheetFormat.HALF_BACKS: ("Half a page, two-sided", "Two people on A4, cut; notes and strip on the back"),
    SheetFormat.CARD: ("A6 card", "Four on A4, cut; boxes beside the names"),
    SheetFormat.CARD_BACKS: ("A6 card, two-sided", "Four on A4, cut; prompts and notes on the back"),
    SheetFormat.LARGE: ("Large print, A4", "Two-sided, everything 1.4 times as large"),
}


WITH_FORMAT: Final = (Document.MATCH_SHEETS, Document.FOLLOW_UP, Document.TABLE_CARDS)
"""The documents that have something to choose here."""


class FormatOptions(QWidget):
    """One choice each for match sheets, summaries and table cards; the other documents have none of them."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.format_combo = ElidedCombo("format_combo")
        self.large_box = QCheckBox("Large print")
        self.large_box.setObjectName("large_box")
        self.times_box = QCheckBox("Times of the rounds")
        self.times_box.setObjectName("times_box")
        self.times_box.setToolTip("Leave them out where the rounds may still move")
        self.times_box.setChecked(True)
        self._note = label("", "muted_caption", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        self._part = option_part("Format", self.format_combo, column, below=self._note)
        column.addWidget(self.large_box)
        column.addWidget(self.times_box)
        for sheet, (title, _) in _FORMATS.items():
            self.format_combo.addItem(title, sheet)
        self.format_combo.activated.connect(self._take)
        self.large_box.toggled.connect(self.changed)
        self.times_box.toggled.connect(self.changed)
        self._tell()

    @property
    def sheet(self) -> SheetFormat:
        """The chosen format of match sheets."""
        return SheetFormat(self.format_combo.currentData())

    def options(self) -> DocumentOptions:
        """What was chosen."""
        return DocumentOptions(
            sheet=self.sheet, large_print=self.large_box.isChecked(), times=self.times_box.isChecked()
        )

    def show_document(self, document: Document) -> None:
        """Offer what there is to choose for `document`."""
        self._part.setVisible(document is Document.MATCH_SHEETS)
        self.large_box.setVisible(document is Document.FOLLOW_UP)
        self.times_box.setVisible(document is Document.TABLE_CARDS)
        self.setVisible(document in WITH_FORMAT)

    def _take(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        self._note.setText(_FORMATS[self.sheet][1])
