"""At most five masked hits; one is touched, none can be browsed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from mixer_app.ui.icons import paint_icon
from mixer_app.ui.kiosk.buttons import STRONG, TouchButton
from mixer_app.ui.kiosk.fitting import FittedText, Room, fit_text
from mixer_app.ui.kiosk.look import TOUCH, KioskLook, leading
from mixer_app.ui.kiosk.tab_order import one_of
from mixer_app.ui.kiosk.text import Words

if TYPE_CHECKING:
    from mixer_app.services.kiosk_search import MaskedHit

MOST = 5
_MARKED = 3  # while an answer is on its way
_MOST_COLUMNS = 3
_NARROWEST = 280  # px of the design that a hit needs
_NARROW = 360  # px of the design; there the letters need the caret's place


class HitRow(TouchButton):
    """Masked name, masked employer, below each other where both are too long; the letters typed are 600."""

    arrows_are_the_parents = True

    def __init__(self, look: KioskLook, hit: "MaskedHit", parent: QWidget) -> None:
        super().__init__(look, parent)
        self.hit = hit
        self.setAccessibleName(hit.spoken)
        self.setObjectName("hit_row")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def clipped(self) -> bool:
        return self._name().clipped or self._employer().clipped

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(472), self.look.touch)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self.look
        self.ground(painter)
        align = leading(self.layoutDirection())
        name, employer = self._places()
        self._name().paint(painter, name, align, look.color("text"))
        self._employer().paint(painter, employer, align, look.color("text_muted"))
        if self._is_narrow():
            return
        side = look.px(24)
        spot = self.place(QRect(self.width() - look.px(16) - side, (self.height() - side) // 2, side, side))
        right = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        paint_icon(painter, spot, "caret-left" if right else "caret-right", "text_muted")

    def _places(self) -> tuple[QRect, QRect]:
        """Name and employer beside each other, else below each other."""
        look, employer = self.look, self.hit.employer_mask
        start, end = look.px(20), self.width() - look.px(20 if self._is_narrow() else 52)
        text = "".join(piece for piece, _ in self.hit.name_mask)
        wanted = look.width_of(text, weight=STRONG) + look.px(16)
        rest = look.width_of(employer) if employer else 0
        if employer and wanted + rest > end - start:
            return self._below_each_other(start, end)
        middle = start + min(max(round((end - start) * 0.56), wanted), end - start - rest) if employer else end
        name = QRect(start, 0, middle - start, self.height())
        return self.place(name), self.place(QRect(middle, 0, end - middle, self.height()))

    def _is_narrow(self) -> bool:
        return self.width() < self.look.px(_NARROW)

    def _below_each_other(self, start: int, end: int) -> tuple[QRect, QRect]:
        high = min(self.look.line(), self.height() // 2 - self.look.px(2))
        top = self.height() // 2 - high
        name = QRect(start, top, end - start, high)
        return self.place(name), self.place(name.translated(0, high))

    def _name(self) -> FittedText:
        text, strong = "", []
        for piece, bold in self.hit.name_mask:
            if bold:
                strong.append((len(text), len(piece)))
            text += piece
        return self._fit(text, self._places()[0], strong, lines=1 if self.hit.employer_mask else 2)

    def _employer(self) -> FittedText:
        return self._fit(self.hit.employer_mask, self._places()[1], ())

    def _fit(self, text: str, box: QRect, strong: Sequence[tuple[int, int]], *, lines: int = 1) -> FittedText:
        room = Room(
            width=box.width(),
            lines=lines,
            line_height=min(self.look.line(), box.height() // lines),
            height=box.height(),
            least=0.6,
            strong=strong,
        )
        return fit_text(text, self.look.font(), room, Qt.LayoutDirection.LayoutDirectionAuto)


class HitColumn(QWidget):
    """The hits under each other, in up to three columns where the place is low; below them one sentence."""

    chosen = Signal(int)

    def __init__(self, look: KioskLook) -> None:
        super().__init__()
        self._look = look
        self.rows: list[HitRow] = []
        self.waiting = False
        self.sentence = Words(look, tone="text_muted", lines=3)
        self.sentence.setParent(self)
        self.sentence.setObjectName("hits_sentence")
        look.changed.connect(self._arrange)

    @property
    def room(self) -> int:
        """How many hits have a place."""
        return max(1, min(MOST, self._columns()[-1] * self._lines()))

    def height_of(self, lines: int) -> int:
        """The least height of so many lines of hits, in px."""
        return lines * self._look.px(TOUCH) + (lines - 1) * self._gap()

    def show_hits(self, hits: Sequence["MaskedHit"], sentence: str) -> None:
        """Show these, and say this below them."""
        self.waiting = False
        for row in self.rows:
            row.hide()
            row.setParent(None)
            row.deleteLater()
        self.rows = [HitRow(self._look, hit, self) for hit in hits]
        for row in self.rows:
            row.clicked.connect(self._tell)
            row.show()
        self.sentence.setText(sentence)
        self._arrange()
        self.update()

    def show_waiting(self) -> None:
        """A slow answer: three lines where the hits will be."""
        self.show_hits((), "")
        self.waiting = True
        self.update()

    def walk(self, step: int) -> None:
        """Give the keyboard to the next hit, or the one before."""
        now = next((place for place, row in enumerate(self.rows) if row.hasFocus()), -1 if step > 0 else len(self.rows))
        if 0 <= now + step < len(self.rows):
            self.rows[now + step].setFocus(Qt.FocusReason.OtherFocusReason)

    def tab_stops(self) -> list[QWidget]:
        """One stop: the hit that has the keyboard, else the first."""
        return one_of(self.rows, self.rows[0] if self.rows else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self.walk(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.waiting:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("line"))
        for number in range(_MARKED):
            painter.drawRoundedRect(self._place(number), self._look.px(8), self._look.px(8))

    def _arrange(self) -> None:
        for number, row in enumerate(self.rows):
            row.setGeometry(self._place(number))
        top = self._place(len(self.rows) - 1).bottom() + 1 + self._gap() if self.rows else 0
        inset = self._look.px(20)
        wanted = self.sentence.heightForWidth(self.width() - inset)
        height = min(self.height() - top, max(self._look.px(64), wanted) if self.rows else wanted)
        self.sentence.setVisible(height >= wanted)
        box = QRect(inset, top, self.width() - inset, height)
        self.sentence.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), box))

    def _place(self, number: int) -> QRect:
        gap, columns = self._gap(), self._columns_for(len(self.rows) or _MARKED)
        wide = (self.width() - gap * (columns - 1)) // columns
        lines = -(-(len(self.rows) or _MARKED) // columns)
        most = self._look.touch if columns == 1 else max(self._look.touch, 2 * self._look.line())
        high = max(1, min(most, (self.height() + gap) // lines - gap))
        line, column = divmod(number, columns)
        box = QRect(column * (wide + gap), line * (high + gap), wide, high)
        return QStyle.visualRect(self.layoutDirection(), self.rect(), box)

    def _columns_for(self, count: int) -> int:
        """The fewest columns in which so many hits have a place."""
        columns = self._columns()
        return next((number for number in columns if number * self._lines() >= count), columns[-1])

    def _columns(self) -> list[int]:
        """How many columns are wide enough."""
        gap, least = self._gap(), self._look.px(_NARROWEST)
        more = range(2, _MOST_COLUMNS + 1)
        return [1, *(number for number in more if number * (least + gap) - gap <= self.width())]

    def _lines(self) -> int:
        return (self.height() + self._gap()) // (self._look.px(TOUCH) + self._gap())

    def _gap(self) -> int:
        return self._look.px(8)

    def _tell(self) -> None:
        row = self.sender()
        if isinstance(row, HitRow):
            self.chosen.emit(row.hit.attendee_id)
