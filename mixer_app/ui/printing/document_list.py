"""The list of documents: one is chosen, arrows move the choice."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from mixer_app.services.paper import Document
from mixer_app.services.paper_facts import PaperFacts
from mixer_app.ui import theme
from mixer_app.ui.icons import paint_icon
from mixer_app.ui.printing.documents import DOCUMENTS, counted

_ROW: Final = 36


class DocumentList(QWidget):
    """All documents, each with what it is for and how many there are."""

    document_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Documents")
        self._group = QButtonGroup(self)
        self.rows = {document: DocumentRow(document) for document in DOCUMENTS}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for row in self.rows.values():
            self._group.addButton(row)
            column.addWidget(row)
            row.toggled.connect(self._tell)
        self.rows[Document.BADGES].setChecked(True)

    @property
    def document(self) -> Document:
        """The chosen document."""
        return next(document for document, row in self.rows.items() if row.isChecked())

    def choose(self, document: Document) -> None:
        """Choose a document and tell."""
        self.rows[document].setChecked(True)

    def show_facts(self, facts: PaperFacts) -> None:
        """Show how many there are of each."""
        for document, row in self.rows.items():
            row.set_count(facts.counts[document])

    def _tell(self, checked: bool) -> None:
        if checked:
            self.document_chosen.emit(self.document)


class DocumentRow(QAbstractButton):
    """Icon, title, and how many; what it is for is in its tooltip, and below the list while it is chosen."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document, self._count = document, 0
        words = DOCUMENTS[document]
        self.setObjectName(f"{document.replace('-', '_')}_row")
        self.setText(words.title)
        self.setToolTip(words.purpose)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """Show how many there are."""
        self._count = count
        self.setAccessibleName(f"{self.text()}, {counted(self._document, count)}")
        self.setAccessibleDescription(DOCUMENTS[self._document].purpose)
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a line and room around it."""
        return QSize(theme.current().px(300), theme.current().px(_ROW))

    def minimumSizeHint(self) -> QSize:
        """Room for every title."""
        return QSize(theme.current().px(220), theme.current().px(_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the row; the chosen one also has the accent's words, so that it is not told by ground alone."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent_soft") if self.isChecked() else look.mix("surface", "text", 0.04))
            painter.drawRoundedRect(self.rect(), look.shape.radius_control, look.shape.radius_control)
        ink = "accent" if self.isChecked() else "text"
        side = look.px(24)
        paint_icon(
            painter, QRect(look.px(16), (self.height() - side) // 2, side, side), DOCUMENTS[self._document].icon, ink
        )
        words = self.rect().adjusted(look.px(56), 0, -look.px(16), 0)
        painter.setFont(look.font("body_strong", tabular=True))
        painter.setPen(look.color(ink))
        number = f"{self._count:,}" if self._count else ""
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number)
        painter.setFont(look.font("body_strong"))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
