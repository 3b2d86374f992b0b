"""At most five masked hits; one is touched, none can be browsed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from mixer_app.ui.icons import paint_icon
from mixer_app.ui.kiosk.buttons import STRONG, TouchButton
from mixer_app.ui.kiosk.fitting import FittedText, Room, fit_text
from mixer_app.ui.kiosk.look import KioskLook, leading
from mixer_app.ui.kiosk.tab_order import one_of
from mixer_app.ui.kiosk.text import Words

if TYPE_CHECKING:
    from mixer_app.services.kiosk_search import MaskedHit

MOST = 5


class HitRow(TouchButton):
    """Masked name, masked employer; the letters typed are 600."""

    arrows_are_the_parents = True

    def __init__(self, look: KioskLook, hit: "MaskedHit", parent: QWidget) -> None:
        super().__init__(look, parent)
        self.hit = hit
        self.setAccessibleName(hit.spoken)
        self.setObjectName("hit_row")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def clipped(self) -> bool:
        return self._name().clipped

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(472), self.look.touch)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self.look
        self.ground(painter)
        align = leading(self.layoutDirection())
        name, employer = self._columns()
        self._name().paint(painter, name, align, look.color("text"))
        room = Room(width=employer.width(), line_height=look.line(), least=0.8)
        masked = fit_text(self.hit.employer_mask, look.font(), room, Qt.LayoutDirection.LayoutDirectionAuto)
        masked.paint(painter, employer, align, look.color("text_muted"))
        side = look.px(24)
        spot = self.place(QRect(self.width() - look.px(16) - side, (self.height() - side) // 2, side, side))
        right = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        paint_icon(painter, spot, "caret-left" if right else "caret-right", "text_muted")

    def _columns(self) -> tuple[QRect, QRect]:
        look = self.look
        start, end = look.px(20), self.width() - look.px(52)
        text = "".join(piece for piece, _ in self.hit.name_mask)
        wanted = look.width_of(text, weight=STRONG) + look.px(16)
        usual, most = round((end - start) * 0.56), round((end - start) * (0.7 if self.hit.employer_mask else 1))
        middle = start + min(max(usual, wanted), most)
        name = QRect(start, 0, middle - start - look.px(12), self.height())
        employer = QRect(middle, 0, end - middle, self.height())
        return self.place(name), self.place(employer)

    def _name(self) -> FittedText:
        look, text, strong = self.look, "", []
        for piece, bold in self.hit.name_mask:
            if bold:
                strong.append((len(text), len(piece)))
            text += piece
        room = Room(width=self._columns()[0].width(), line_height=look.line(), least=0.6, strong=strong)
        return fit_text(text, look.font(), room, Qt.LayoutDirection.LayoutDirectionAuto)


class HitColumn(QWidget):
    """The hits under each other, or two beside each other; below them one sentence."""

    chosen = Signal(int)

    def __init__(self, look: KioskLook) -> None:
        super().__init__()
        self._look = look
        self.rows: list[HitRow] = []
        self.columns = 1
        self.waiting = False
        self.sentence = Words(look, tone="text_muted", lines=3)
        self.sentence.setParent(self)
        self.sentence.setObjectName("hits_sentence")
        look.changed.connect(self._arrange)

    @property
    def room(self) -> int:
        """How many hits have a place."""
        lines = (self.height() + self._gap()) // (self._look.touch + self._gap())
        return max(1, min(MOST, lines * self.columns))

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
        for number in range(3):
            painter.drawRoundedRect(self._place(number), self._look.px(8), self._look.px(8))

    def _arrange(self) -> None:
        for number, row in enumerate(self.rows):
            row.setGeometry(self._place(number))
        top = self._place(len(self.rows) + (self.columns - 1 if self.rows else 0)).top() if self.rows else 0
        inset = self._look.px(20)
        wanted = self.sentence.heightForWidth(self.width() - inset)
        height = min(self.height() - top, max(self._look.px(64), wanted) if self.rows else wanted)
        self.sentence.setVisible(height >= wanted)
        box = QRect(inset, top, self.width() - inset, height)
        self.sentence.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), box))

    def _place(self, number: int) -> QRect:
        gap, high = self._gap(), self._look.touch
        wide = (self.width() - gap * (self.columns - 1)) // self.columns
        line, column = divmod(number, self.columns)
        box = QRect(column * (wide + gap), line * (high + gap), wide, min(high, max(1, self.height())))
        return QStyle.visualRect(self.layoutDirection(), self.rect(), box)

    def _gap(self) -> int:
        return self._look.px(8)

    def _tell(self) -> None:
        row = self.sender()
        if isinstance(row, HitRow):
            self.chosen.emit(row.hit.attendee_id)
