"""The three designs as small pictures of a real badge, one of them chosen."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from mixer_app.domain.badge_design import DESIGN_NAMES
from mixer_app.ui import theme

DESIGN_WORDS: Final = {"classic": "Classic", "bold": "Bold", "minimal": "Minimal"}
_NOTES: Final = {"classic": "The usual", "bold": "Uses more toner", "minimal": "Saves toner"}
CARD_WIDTH: Final = 112
"""px of the picture at 100 %."""

_EDGE: Final = 8
_PROPORTION: Final = 2 / 3


class DesignCards(QWidget):
    """`chosen` carries the name of the design that a person takes. Arrow keys move the choice."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Design")
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.cards = {name: _DesignCard(name) for name in DESIGN_NAMES}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for name, card in self.cards.items():
            card.setObjectName(f"{name}_card")
            card.clicked.connect(self._tell)
            self._group.addButton(card)
            row.addWidget(card)
        row.addStretch(1)
        self.show_design(DESIGN_NAMES[0])

    @property
    def design(self) -> str:
        """The chosen design."""
        return next((name for name, card in self.cards.items() if card.isChecked()), DESIGN_NAMES[0])

    def show_design(self, name: str) -> None:
        """Choose without telling."""
        if name in self.cards:
            self.cards[name].setChecked(True)
        for card in self.cards.values():  # Tab comes to the choice, arrows change it
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if card.isChecked() else Qt.FocusPolicy.ClickFocus)

    def show_picture(self, name: str, image: QImage) -> None:
        """Show a badge in a design."""
        self.cards[name].show_picture(image)

    def _tell(self) -> None:
        self.show_design(self.design)
        self.chosen.emit(self.design)


class _DesignCard(QAbstractButton):
    def __init__(self, name: str) -> None:
        super().__init__()
        self._image = QImage()
        self._note = _NOTES[name]
        self.setText(DESIGN_WORDS[name])
        self.setAccessibleName(f"Design: {DESIGN_WORDS[name]}")
        self.setAccessibleDescription(self._note)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self.update)

    def show_picture(self, image: QImage) -> None:
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:
        look = theme.current()
        words = max(
            QFontMetrics(look.font("body_strong")).horizontalAdvance(self.text()),
            QFontMetrics(look.font("caption")).horizontalAdvance(self._note),
        )
        wide = max(look.px(CARD_WIDTH), words + 2)
        return QSize(wide + 2 * look.px(_EDGE), self._picture_height() + self._words_height() + 3 * look.px(_EDGE))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = theme.current(), QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        edge, on = look.px(_EDGE), self.isChecked()
        painter.setBrush(look.color("accent_soft" if on else "surface"))
        painter.setPen(QPen(look.color("accent" if on else "line"), 2 if on else 1))
        radius = look.shape.radius_control
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        room = QRect(edge, edge, self.width() - 2 * edge, self._picture_height())
        self._paint_badge(painter, room)
        top = room.bottom() + edge
        painter.setPen(look.color("text"))
        painter.setFont(look.font("body_strong" if on else "body"))
        title = QRect(edge, top, room.width(), look.line("body"))
        painter.drawText(title, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setPen(look.color("text_muted" if not on else "text"))
        painter.setFont(look.font("caption"))
        title.translate(0, look.line("body"))
        title.setHeight(look.line("caption"))
        painter.drawText(title, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._note)

    def _paint_badge(self, painter: QPainter, room: QRect) -> None:
        look = theme.current()
        if self._image.isNull():
            return
        shown = self._image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(room.topLeft(), shown)
        target.moveCenter(room.center())
        painter.drawImage(target, self._image)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.color("line"), 1))
        painter.drawRect(target.toRectF().adjusted(-0.5, -0.5, 0.5, 0.5))

    @staticmethod
    def _picture_height() -> int:
        return theme.current().px(CARD_WIDTH * _PROPORTION)

    @staticmethod
    def _words_height() -> int:
        return theme.current().line("body") + theme.current().line("caption")
