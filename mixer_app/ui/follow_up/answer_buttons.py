"""Yes, no, not met: three joined buttons with the keys that press them."""

from functools import partial
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from mixer_app.domain.answers import Answer
from mixer_app.ui import theme

WORDS: Final = {Answer.YES: "Yes", Answer.NO: "No", Answer.NOT_MET: "Not met"}
KEYS: Final = {Answer.YES: "1", Answer.NO: "2", Answer.NOT_MET: "3"}
_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_HEIGHT: Final = 36
_CAP: Final = 20
_PAD: Final = 10
_GAP: Final = 8


class _AnswerButton(QAbstractButton):
    """One of the three; the chosen one is filled, yes in the accent and the others quietly."""

    stepped = Signal(int)
    """Left (-1) or Right (+1) was pressed on it."""

    def __init__(self, answer: Answer, place: int) -> None:
        super().__init__()
        self._answer, self._place = answer, place
        self.setText(WORDS[answer])
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:
        """Whoever keeps the answers decides."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right go to its neighbours; all but Space is the sheet's."""
        if event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def sizeHint(self) -> QSize:
        look = theme.current()
        words = QFontMetrics(look.font("body_strong")).horizontalAdvance(self.text())
        return QSize(words + look.px(_CAP + _GAP + 2 * _PAD) + 1, look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        ground = ("accent" if self._answer is Answer.YES else "text_muted") if chosen else "surface"
        words = look.color("accent_text" if chosen else "text")
        painter.fillPath(self._shape(), look.color(ground))
        painter.setPen(QPen(look.color(ground if chosen else "line"), 1))
        painter.drawPath(self._shape())
        side = look.px(_CAP)
        cap = QRect(look.px(_PAD), (self.height() - side) // 2, side, side)
        painter.setPen(QPen(words if chosen else look.color("line"), 1))
        painter.drawRoundedRect(cap.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(words if chosen else look.color("text_muted"))
        painter.setFont(look.font("caption"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, KEYS[self._answer])
        painter.setPen(words)
        painter.setFont(look.font("body_strong" if chosen else "body"))
        box = QRect(cap.right() + look.px(_GAP), 0, self.width(), self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _shape(self) -> QPainterPath:
        """Rounded at the ends of the three only."""
        left = 0.5 if self._place == 0 else -0.5  # the line between two is the right one's
        radius, rect = 8.0, self.rect().toRectF().adjusted(left, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(rect, radius, radius)
        square = QPainterPath()
        if self._place > 0:
            square.addRect(rect.adjusted(0, 0, -radius, 0))
        if self._place < len(WORDS) - 1:
            square.addRect(rect.adjusted(radius, 0, 0, 0))
        return path.united(square)


class AnswerButtons(QWidget):
    """`pressed` carries the `Answer`.

    Tab reaches the chosen one (or the first), arrows the others; a click takes no focus from the sheet, which
    has the keys.
    """

    pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.buttons = {answer: _AnswerButton(answer, place) for place, answer in enumerate(Answer)}
        for answer, button in self.buttons.items():
            button.clicked.connect(partial(self.pressed.emit, answer))
            button.stepped.connect(partial(self._step, button))
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_answer(self, answer: Answer | None, partner: str) -> None:
        """Show what was answered about `partner`."""
        for kind, button in self.buttons.items():
            button.setChecked(kind is answer)
            button.setAccessibleName(f"{partner}: {WORDS[kind]}")
            tabbed = kind is (answer or Answer.YES)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if tabbed else Qt.FocusPolicy.NoFocus)

    def has_focus(self) -> bool:
        """Whether the keys are on one of the three."""
        return any(button.hasFocus() for button in self.buttons.values())

    def _step(self, button: _AnswerButton, by: int) -> None:
        row = list(self.buttons.values())
        row[(row.index(button) + by) % len(row)].setFocus(Qt.FocusReason.TabFocusReason)
