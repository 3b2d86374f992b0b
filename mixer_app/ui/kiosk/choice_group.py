"""A heading with its hint, the chips under it, and what is said of private ones."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from mixer_app.ui.icons import paint_icon
from mixer_app.ui.kiosk import words
from mixer_app.ui.kiosk.buttons import STRONG
from mixer_app.ui.kiosk.chip_board import ChipBoard, ChoiceOffer
from mixer_app.ui.kiosk.look import KioskLook
from mixer_app.ui.kiosk.text import Words
from mixer_app.ui.kiosk.words import say
from mixer_app.ui.widgets.announcing import announce


class ChoiceGroup(QWidget):
    """Needs, or topics in order."""

    def __init__(self, look: KioskLook, heading: str, *, topics: bool) -> None:
        super().__init__()
        self._look, self._heading, self._topics = look, heading, topics
        self._full = False
        self.heading = Words(look, weight=STRONG)
        self.hint = Words(look, tone="text_muted")
        self.board = ChipBoard(look, ordered=topics)
        self.note = PrivacyNote(look)
        for part in (self.heading, self.hint, self.board, self.note):
            part.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.board.refused.connect(self._say_full)
        self.board.changed.connect(self._say_usual)
        look.changed.connect(self._arrange)

    def show_choices(self, offers: Sequence[ChoiceOffer], chosen: Sequence[str], *, most: int = 0) -> None:
        """Offer these choices, at most so many of them (0: any number)."""
        self.board.show_choices(offers, chosen, most=most)
        self._full = False
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        usual = words.UP_TO_THREE if self._topics else words.CHOOSE_WHAT_FITS
        self.heading.setText(say(self._heading))
        self.hint.setText(say(words.THREE_ALREADY if self._full else usual))
        self.hint.set_tone("warn" if self._full else "text_muted", STRONG if self._full else None)
        self.board.setAccessibleName(say(self._heading))
        self.board.retranslate()
        self.note.setText(say(words.NEVER_SHOWN))
        self._arrange()

    def height_for(self, width: int) -> int:
        """The height in which everything is shown, in px."""
        return self._head_height(width) + self.board.rows_height(self.board.rows_wanted(width)) + self._note_height()

    def least_height(self, width: int, rows: int = 1) -> int:
        """The height with so many rows of chips, in px."""
        return self._head_height(width) + self.board.rows_height(rows) + self._note_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _arrange(self) -> None:
        width = self.width()
        gap = self._look.px(16)
        first = min(self.heading.sizeHint().width() + 2, width)
        line = self._line()
        self._put(self.heading, QRect(0, 0, first, line))
        if self._two_lines(width):
            self._put(self.hint, QRect(0, line, width, line))
        else:
            self._put(self.hint, QRect(first + gap, 0, width - first - gap, line))
        top = self._head_height(width)
        note = self._note_height()
        self.note.setVisible(note > 0)
        wanted = self.board.rows_height(self.board.rows_wanted(width))
        height = min(wanted, max(self.board.rows_height(1), self.height() - top - note))
        self._put(self.board, QRect(0, top, width, height))
        self._put(self.note, QRect(0, top + height, width, self._line()))

    def _head_height(self, width: int) -> int:
        return self._line() * (2 if self._two_lines(width) else 1)

    def _line(self) -> int:
        """A line of text with the gap to the chips: so high that heading and hint keep one baseline in any script."""
        return self._look.line() + self._look.px(8)

    def _two_lines(self, width: int) -> bool:
        """Whether the hint stands under the heading."""
        beside = self.heading.sizeHint().width() + self._look.px(16) + self.hint.sizeHint().width() * 0.85
        return beside > width

    def _note_height(self) -> int:
        return self._line() if self.board.has_private else 0

    def _put(self, part: QWidget, box: QRect) -> None:
        part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), box))

    def _say_full(self) -> None:
        self._full = True
        self.retranslate()
        announce(self, self.hint.text())

    def _say_usual(self) -> None:
        if self._full:
            self._full = False
            self.retranslate()


class PrivacyNote(Words):
    """The crossed eye and what it means."""

    def __init__(self, look: KioskLook) -> None:
        super().__init__(look, tone="text_muted")
        self.inset = 36

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        side = look.px(24)
        box = QRect(0, (self.height() - side) // 2, side, side)
        paint_icon(painter, QStyle.visualRect(self.layoutDirection(), self.rect(), box), "eye-slash", "text_muted")
        painter.end()
        super().paintEvent(event)
