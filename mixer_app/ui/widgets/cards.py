"""Grounds that hold content: a card with its head, a dividing line, an empty state."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from mixer_app.ui.icons import icon_pixmap
from mixer_app.ui.theme import current
from mixer_app.ui.widgets.labels import label, restyle


class Card(QFrame):
    """A card: `body` is the layout for its content; a title and `head_right` stand above it.

    `tone` is `accent`, `warn`, `warn_strong` or `bad` for the border, empty for the plain line.
    """

    def __init__(
        self,
        title: str = "",
        *,
        tone: str = "",
        margin: int = 24,
        bottom: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setProperty("tone", tone)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(margin, margin - 8 if title else margin, margin, margin if bottom is None else bottom)
        outer.setSpacing(12)
        self.title_label = label(title, "body_strong")
        self.head = QHBoxLayout()
        self.head.setSpacing(16)
        self.head.addWidget(self.title_label)
        self.head.addStretch(1)
        if title:
            outer.addLayout(self.head)
            self.setAccessibleName(title)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        outer.addLayout(self.body, 1)

    def add_to_head(self, widget: QWidget) -> None:
        """Put a widget at the right of the title."""
        self.head.addWidget(widget)

    def set_tone(self, tone: str) -> None:
        """Change the border."""
        restyle(self, tone=tone)


def line(*, vertical: bool = False) -> QFrame:
    """A dividing line of one px."""
    made = QFrame()
    made.setProperty("look", "line_vertical" if vertical else "line")
    return made


class IconLabel(QLabel):
    """An icon that says nothing a word beside it does not say."""

    def __init__(self, name: str, role: str = "text_muted", *, size: int = 20, weight: str = "regular") -> None:
        super().__init__()
        self._size = size
        self._icon = (name, role, weight)
        self._fit()

    def set_icon(self, name: str, role: str = "text_muted", *, weight: str = "regular") -> None:
        """Show another icon."""
        if self._icon != (name, role, weight):
            self._icon = (name, role, weight)
            self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        side = current().px(self._size)
        if self.width() != side:
            self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        name, role, weight = self._icon
        painter = QPainter(self)
        painter.drawPixmap(0, 0, icon_pixmap(name, role, self.width(), self.devicePixelRatioF(), weight=weight))


class EmptyState(QWidget):
    """What stands where there is nothing yet: an icon, what it is, what to do, and the buttons for it."""

    def __init__(
        self,
        icon_name: str,
        title: str,
        sentence: str = "",
        buttons: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(IconLabel(icon_name, size=32), alignment=Qt.AlignmentFlag.AlignHCenter)
        self.title_label = label(title, "body_strong")
        self.title_label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.title_label)
        self.sentence_label = label(sentence, "muted", wrap=True)
        self.sentence_label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.sentence_label)
        self.sentence_label.setVisible(bool(sentence))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        column.addSpacing(8)
        column.addLayout(row)
        column.addStretch(2)

    def set_words(self, title: str, sentence: str = "") -> None:
        """Say something else."""
        self.title_label.setText(title)
        self.sentence_label.setText(sentence)
        self.sentence_label.setVisible(bool(sentence))
