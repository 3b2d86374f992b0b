"""A page on which something is typed: heading, field, keyboard on the screen, and what is found beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

from mixer_app.ui.kiosk.field import KioskField
from mixer_app.ui.kiosk.key_layouts import voiced
from mixer_app.ui.kiosk.keyboard import ScreenKeyboard
from mixer_app.ui.kiosk.look import KioskLook
from mixer_app.ui.kiosk.screen import KioskPage
from mixer_app.ui.kiosk.tab_order import stops_in
from mixer_app.ui.kiosk.text import Words


class TypingPage(KioskPage):
    """The keyboard stands at the trailing edge, under the field; with less room below what is found."""

    text_changed = Signal(str)
    left = Signal()

    def __init__(
        self, look: KioskLook, layouts: Sequence[str], beside: QWidget, *, icon: str = "magnifying-glass"
    ) -> None:
        super().__init__(look)
        self.heading = Words(look, "kiosk_display")
        self.field = KioskField(look, icon)
        self.keyboard = ScreenKeyboard(look, layouts)
        self.beside = beside
        for part in (self.heading, self.field, beside, self.keyboard):
            part.setParent(self)
        self.setFocusProxy(self.field)
        self.field.changed.connect(self.text_changed)
        self.field.edit.escaped.connect(self._escape)
        self.keyboard.typed.connect(self.field.insert)
        self.keyboard.deleted.connect(self.field.backspace)
        self.keyboard.voice_wanted.connect(self._voice)
        self.keyboard.rows_changed.connect(self._arrange)
        look.changed.connect(self._arrange)

    def first_focus(self) -> QWidget | None:
        return self.field.edit

    def wipe(self) -> None:
        self.field.wipe()

    def set_heading(self, text: str) -> None:
        """Another heading, which may be higher."""
        if text != self.heading.text():
            self.heading.setText(text)
            self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters go into the field wherever the keyboard is; Escape goes back to it."""
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        elif event.text().strip() and event.text().isprintable():
            self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self.field.insert(event.text())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _arrange(self) -> None:
        look, wide, margin = self.look, self.width(), self.look.margin
        if not self.height():
            return
        self.keyboard.set_compact(compact=look.compact)
        low = self._height_of_all() > self.height()
        self.keyboard.set_low(low=low)
        keys = self.keyboard.sizeHint()
        beside = not look.compact and wide - keys.width() - 3 * margin >= look.px(380)
        ring, top = look.px(4), look.px(8 if low else 16)
        field = self.field.sizeHint().height()
        rest = keys.height() + (0 if beside else self.least_beside() + look.px(16)) + field + look.px(16)
        high = self.heading.sizeHint().height()
        shows_heading = self.height() - top - high - look.px(16) >= rest
        self.heading.setVisible(shows_heading)
        if shows_heading:
            self._put(self.heading, QRect(margin, top, wide - 2 * margin, high))
            top += high + look.px(16)
        self._put(self.field, QRect(margin - ring, top - ring, wide - 2 * (margin - ring), field))
        top += field + look.px(24 if beside else 4 if low else 8)
        bottom = self.height() - look.px(8 if low else 16)
        self._arrange_below(QRect(margin, top, wide - 2 * margin, bottom - top), beside=beside)

    def _height_of_all(self) -> int:
        """The height of field, what is found, and keyboard, below each other with the usual gaps, in px."""
        field, beside = self.field.sizeHint().height(), self.least_beside()
        return field + beside + self.keyboard.usual_height() + self.look.px(48)

    def tab_stops(self) -> list[QWidget]:
        """What was found comes right after the field in which it was looked for."""
        field = self.field
        return [field.edit, *self.stops_beside(), *stops_in(field.clear_button, self.keyboard)]

    def stops_beside(self) -> list[QWidget]:
        """Where Tab stops in what stands beside the keyboard."""
        return stops_in(self.beside)

    def _arrange_below(self, room: QRect, *, beside: bool) -> None:
        look, keys = self.look, self.keyboard.sizeHint()
        if beside:
            self._put(self.keyboard, QRect(room.right() + 1 - keys.width(), room.top(), keys.width(), keys.height()))
            width = min(look.px(472), room.width() - keys.width() - look.margin)
            place = QRect(room.left(), room.top(), width, min(room.height(), look.px(352)))
            self.fit_beside(place.height())
            self._put(self.beside, place)
            return
        top = room.bottom() + 1 - keys.height()
        box = QRect((self.width() - keys.width()) // 2, top, keys.width(), keys.height())
        self._put(self.keyboard, box)
        above = QRect(room.left(), room.top(), room.width(), box.top() - look.px(8) - room.top())
        self.fit_beside(above.height())
        self._put(self.beside, above)

    def least_beside(self) -> int:
        """The height that what is found needs above the keyboard, in px."""
        return self.look.touch

    def fit_beside(self, height: int) -> None:
        """What is found has only so many px."""

    def _put(self, part: QWidget, box: QRect) -> None:
        part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), box))

    def _escape(self) -> None:
        """Empty the field; where it is empty, go back."""
        if self.field.text():
            self.field.wipe()
            self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def _voice(self) -> None:
        edit = self.field.edit
        before = edit.text()[: edit.cursorPosition()][-1:]
        if before:
            self.field.replace_last(voiced(before))
