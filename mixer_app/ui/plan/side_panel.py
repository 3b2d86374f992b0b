"""The panel at the right: a head that stays, and what it speaks of, which scrolls."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mixer_app.ui import theme
from mixer_app.ui.widgets.buttons import IconButton
from mixer_app.ui.widgets.labels import ElidedLabel, label

PANEL_WIDTH: Final = 360
_FOOT_FROM: Final = 560  # high


class SidePanel(QWidget):
    """Title, place, close, and one content widget at a time."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side_panel")
        self.title_label = label("", "body_strong")
        self.place_label = ElidedLabel("", "muted_caption")
        self.place_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.close_button = IconButton("x", "Close the panel", size=16, key="Esc", small=True)
        self.close_button.clicked.connect(self.closed)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = QHBoxLayout()
        head.setContentsMargins(24, 0, 20, 0)
        head.addWidget(self.title_label)
        head.addWidget(self.place_label, 1)
        head.addWidget(self.close_button)
        self._foot: QWidget | None = None
        self._content = QWidget()
        self._content.setProperty("look", "scrolled")
        self._inner = QVBoxLayout(self._content)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.setSpacing(0)
        self._scroll.setWidget(self._content)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 18, 0, 0)
        self._column.setSpacing(4)
        self._column.addLayout(head)
        self._column.addWidget(self._scroll, 1)

    def set_content(self, content: QWidget) -> None:
        """Put the content in, once; the panel owns it."""
        self._inner.addWidget(content, 1)

    def set_foot(self, foot: QWidget) -> None:
        """Put actions below the content, which stay while it scrolls, if there is room for both; once."""
        self._foot = foot
        self._column.addWidget(foot)

    def set_words(self, title: str, place: str) -> None:
        """Say what the panel is about."""
        self.title_label.setText(title)
        self.place_label.setText(place)
        self.setAccessibleName(f"{title}, {place}" if place else title)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low panel the actions scroll with the content."""
        super().resizeEvent(event)
        if self._foot is not None:
            roomy = self.height() >= theme.current().px(_FOOT_FROM)
            place, other = (self._column, self._inner) if roomy else (self._inner, self._column)
            if place.indexOf(self._foot) < 0:
                other.removeWidget(self._foot)
                place.addWidget(self._foot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A surface with a line at its left."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = look.shape.radius_card
        painter.setPen(look.color("line"))
        painter.setBrush(look.color("surface"))
        painter.drawRoundedRect(
            self.rect().adjusted(0, 0, radius, radius).toRectF().translated(0.5, 0.5), radius, radius
        )
