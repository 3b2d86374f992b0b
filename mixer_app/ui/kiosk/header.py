"""The head of the kiosk: which event, which of the three steps, larger text, language."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QStyle, QWidget

from mixer_app.ui.kiosk import words
from mixer_app.ui.kiosk.buttons import FLAT, STRONG, KioskButton
from mixer_app.ui.kiosk.fitting import Room, fit_text
from mixer_app.ui.kiosk.languages import Language
from mixer_app.ui.kiosk.look import KioskLook
from mixer_app.ui.kiosk.text import Words
from mixer_app.ui.kiosk.words import say

HOLD_MS: Final = 3000
"""For how long staff hold the event's name to be asked for the PIN."""

_NAME_UPRIGHT: Final = 120  # px of the design: with less room for the event's name the steps go
_STEPS: Final = (words.FIND, words.CHECK, words.BADGE)
_STEPS_ALONE: Final = (words.FIND, words.CHECK, words.DONE)


class EventName(Words):
    """The event's name; held for three seconds it asks for the PIN."""

    held = Signal()

    def __init__(self, look: KioskLook) -> None:
        super().__init__(look, weight=STRONG, lines=2)
        self.isolated = True
        self._timer = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._timer.timeout.connect(self.held)

    def line_height(self) -> int:
        """So low that two lines are within the header."""
        return min(super().line_height(), self._look.px(36 if self._look.low else 40))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._timer.start()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.rect().contains(event.position().toPoint()):
            self._timer.stop()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._timer.stop()


class Steps(QLabel):
    """Find, check, badge (where there is none: done): the one that is under way stands out."""

    def __init__(self, look: KioskLook, *, badges: bool = True) -> None:
        super().__init__()
        self._look, self.current = look, -1
        self._steps = _STEPS if badges else _STEPS_ALONE
        look.changed.connect(self.updateGeometry)

    @property
    def clipped(self) -> bool:
        """Whether the steps are wider than their place."""
        return self.isVisible() and self.sizeHint().width() > self.width() + 1

    def show_step(self, current: int) -> None:
        """Mark a step, from 0; -1: there are none."""
        self.current = current
        names = [say(step) for step in self._steps]
        told = names[current] if current >= 0 else ""
        self.setText(told)
        self.setAccessibleName(f"{current + 1}/3 {told}" if told else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(sum(width for _, width in self._pieces()), self._look.touch)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.current < 0:
            return
        painter, look, left = QPainter(self), self._look, 0
        for place, (text, width) in enumerate(self._pieces()):
            now = place == 2 * self.current
            font = look.font(weight=STRONG if now else None)
            fitted = fit_text(text, font, Room(width=width + 2, line_height=look.line()), self.layoutDirection())
            box = QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(left, 0, width, self.height()))
            color = look.color("text" if now else "text_muted")
            fitted.paint(painter, box, Qt.AlignmentFlag.AlignHCenter, color)
            if now:
                self._underline(painter, box)
            left += width

    def _underline(self, painter: QPainter, box: QRect) -> None:
        """Faces without a weight of 600, as those of Chinese and Japanese, would show the step by its colour alone."""
        look, high = self._look, self._look.px(3)
        line = QRect(box.left(), (box.height() + look.line()) // 2 + look.px(2), box.width(), high)
        painter.fillRect(line, look.color("accent"))

    def _pieces(self) -> list[tuple[str, int]]:
        """The steps and the dots between them, with their widths."""
        look, pieces = self._look, []
        for place, step in enumerate(self._steps):
            if place:
                pieces.append(("·", look.px(39)))
            pieces.append((say(step), look.width_of(say(step), weight=STRONG if place == self.current else None)))
        return pieces


class KioskHeader(QWidget):
    """80 px on the canvas: the name leads, the steps stand in the middle, the two flat buttons end."""

    larger_wanted = Signal()
    language_wanted = Signal()
    staff_wanted = Signal()

    def __init__(self, look: KioskLook, event_name: str, *, badges: bool = True) -> None:
        super().__init__()
        self._look = look
        self.event_name = EventName(look)
        self.event_name.setText(event_name)
        self.steps = Steps(look, badges=badges)
        self.larger_button = KioskButton(look, kind=FLAT, icon="text-aa", weight=400)
        self.language_button = KioskButton(look, kind=FLAT, icon="globe", weight=400)
        self.larger_button.setObjectName("larger_button")
        self.language_button.setObjectName("language_button")
        self.language_button.isolated = True
        for part in (self.event_name, self.steps, self.larger_button, self.language_button):
            part.setParent(self)
        self.larger_button.clicked.connect(self.larger_wanted)
        self.language_button.clicked.connect(self.language_wanted)
        self.event_name.held.connect(self.staff_wanted)
        look.changed.connect(self._relook)
        self._relook()

    def show_step(self, step: int, *, language_button: bool) -> None:
        """Mark a step, and offer other languages or not."""
        self.steps.show_step(step)
        self.steps.setVisible(step >= 0)
        self.language_button.setVisible(language_button)
        self._arrange()

    def show_language(self, shown: Language) -> None:
        """Name the language in use."""
        self.language_button.set_words(shown.name, spoken=f"{say(words.LANGUAGE)}: {shown.name}")
        self.steps.show_step(self.steps.current)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _relook(self) -> None:
        self.setFixedHeight(self._look.px(72 if self._look.low else 80))
        self._arrange()

    def _arrange(self) -> None:
        """The steps in the middle where there is room for it, else beside the buttons; upright the name goes first."""
        self._name_larger_button()
        look = self._look
        end, height = self.width() - look.margin + look.px(16), self.height()
        for button in (self.language_button, self.larger_button):
            if button.isHidden():
                continue
            width = button.sizeHint().width()
            self._put(button, QRect(end - width, (height - look.touch) // 2, width, look.touch))
            end -= width + look.px(8)
        width = self.steps.sizeHint().width()
        cramped = look.upright and end - width - look.px(24) - look.margin < look.px(_NAME_UPRIGHT)
        self.steps.setVisible(self.steps.current >= 0 and not cramped)
        if not self.steps.isHidden():
            left = min((self.width() - width) // 2, end - width - look.px(8))
            self._put(self.steps, QRect(left, (height - look.touch) // 2, width, look.touch))
            end = left
        room = max(look.px(64), end - look.margin - look.px(16))
        self._put(self.event_name, QRect(look.margin, 0, room, height))

    def _name_larger_button(self) -> None:
        """Where the event's name would have too little room, the icon says it alone."""
        look = self._look
        told = say(words.USUAL_TEXT if look.larger else words.LARGER_TEXT)
        self.larger_button.set_words(told)
        parts = [part for part in (self.language_button, self.larger_button, self.steps) if not part.isHidden()]
        taken = sum(part.sizeHint().width() + look.px(8) for part in parts) + 2 * look.margin
        name = min(self.event_name.sizeHint().width(), look.px(300))
        if self.width() - taken < name:
            self.larger_button.set_words("", spoken=told)

    def _put(self, part: QWidget, box: QRect) -> None:
        part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), box))
