"""Where to sit first: table, time, and who is there."""

from datetime import datetime

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mixer_app.domain.kiosk_person import FirstSeat, SeatMentor
from mixer_app.domain.roles import Role
from mixer_app.ui.kiosk import words
from mixer_app.ui.kiosk.buttons import STRONG
from mixer_app.ui.kiosk.look import KioskLook
from mixer_app.ui.kiosk.panel import Panel
from mixer_app.ui.kiosk.role_rows import paint_marks
from mixer_app.ui.kiosk.text import Words
from mixer_app.ui.kiosk.words import say


class RoleShape(QWidget):
    """The mark of a role, alone."""

    def __init__(self, look: KioskLook) -> None:
        super().__init__()
        self._look, self.role = look, Role.MENTOR
        look.changed.connect(self._relook)
        self._relook()

    def paintEvent(self, event: QPaintEvent) -> None:
        box = QRect(0, 0, self.width(), self.height())
        paint_marks(QPainter(self), box, self.role, self._look, self.layoutDirection())

    def _relook(self) -> None:
        self.setFixedWidth(self._look.px(24))


class SeatCard(Panel):
    """Table and time in large digits, the partner below; before the plan is out, how one will hear of it."""

    def __init__(self, look: KioskLook) -> None:
        super().__init__(look)
        self._seat: FirstSeat | None = None
        self._tables_at: datetime | None = None
        self._build()
        look.changed.connect(self._relook)
        self._relook()

    def show_seat(self, seat: FirstSeat | None, tables_at: datetime | None) -> None:
        """Show the first seat; without one, that tables come on paper at `tables_at` (the venue's wall clock)."""
        self._seat, self._tables_at = seat, tables_at
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        seat = self._seat
        self.table_label.setText(say(words.FIRST_TABLE))
        self.numbers.setVisible(seat is not None and not self._sentence_is_enough())
        mentor = seat.mentor if seat is not None else None
        self.rule.setVisible(mentor is not None)
        self.partner.setVisible(mentor is not None)
        self.told.setText(self._sentence())
        self.told.setVisible(bool(self._sentence()))
        if seat is not None:
            self.table.setText(str(seat.table))
            self.round_label.setText(say(words.ROUND_STARTS, number=seat.round))
            self.starts.setText(f"{seat.starts_at:%H:%M}")
        self._show_mentor(mentor)

    def spoken(self) -> str:
        """Table and time, for a screen reader."""
        seat = self._seat
        if seat is None:
            return self._sentence()
        return f"{self.table_label.text()} {seat.table}. {self.round_label.text()} {self.starts.text()}"

    def _sentence(self) -> str:
        seat = self._seat
        if seat is not None:
            told = say(words.BREAK_FIRST, number=seat.next_round, table=seat.table, later=seat.round)
            return told if seat.after_break else ""
        if self._tables_at is None:
            return say(words.TABLES_LATER)
        return say(words.TABLES_AT, time=f"{self._tables_at:%H:%M}")

    def _sentence_is_enough(self) -> bool:
        """With little room the table is told once: in the sentence about the break, or in large digits."""
        return self._look.larger and self._look.small and bool(self._sentence())

    def _show_mentor(self, mentor: SeatMentor | None) -> None:
        self.partner_name.setText(mentor.name if mentor else "")
        title = mentor.title if mentor else ""
        self.partner_role.setText(say(words.MENTOR_WITH_TITLE, title=title) if title else say(words.MENTOR))

    def _build(self) -> None:
        look = self._look
        self.table_label = Words(look, tone="text_muted", lines=2)
        self.table = Words(look, "kiosk_display")
        self.round_label = Words(look, tone="text_muted", lines=2)
        self.starts = Words(look, "kiosk_display")
        self.shape = RoleShape(look)
        self.partner_name = Words(look, weight=STRONG)
        self.partner_role = Words(look, tone="text_muted", lines=2)
        self.partner_name.isolated = True
        self.told = Words(look, weight=STRONG, lines=3)
        self.numbers, self.rule, self.partner = QWidget(), Rule(look), QWidget()
        self._numbers_row = QHBoxLayout(self.numbers)
        for label, value in ((self.table_label, self.table), (self.round_label, self.starts)):
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(label)
            column.addWidget(value)
            column.addStretch(1)
            if self._numbers_row.count():
                self._numbers_row.addWidget(Rule(look, upright=True))
            self._numbers_row.addLayout(column, 1)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.partner_name)
        names.addWidget(self.partner_role)
        self._partner_row = QHBoxLayout(self.partner)
        self._partner_row.addWidget(self.shape)
        self._partner_row.addLayout(names, 1)
        self._column = QVBoxLayout(self)
        for part in (self.told, self.numbers, self.rule, self.partner):
            self._column.addWidget(part)

    def _relook(self) -> None:
        compact = self._look.compact
        pad, gap = self._look.px(24 if compact else 32), self._look.px(12 if compact else 24)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(gap)
        self._numbers_row.setContentsMargins(0, 0, 0, 0)
        self._numbers_row.setSpacing(self._look.px(32))
        self._partner_row.setContentsMargins(0, 0, 0, 0)
        self._partner_row.setSpacing(self._look.px(16))
        self.retranslate()


class Rule(QWidget):
    """A line between two parts."""

    def __init__(self, look: KioskLook, *, upright: bool = False) -> None:
        super().__init__()
        self._look = look
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.color("line"))
