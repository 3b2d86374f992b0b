"""Arrivals over time: stacked columns of five minutes, mentors below, mentees above."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import takewhile

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mixer_app.domain.overview import ArrivalBin
from mixer_app.ui import theme

_BIN = timedelta(minutes=5)
_GAP = 2


class ArrivalsChart(QWidget):
    """Painted; its words for a screen reader say the last column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bins: tuple[ArrivalBin, ...] = ()
        self._begins = self._ends = datetime(2000, 1, 1)
        self._most = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_arrivals(self, bins: Sequence[ArrivalBin], *, begins: datetime, ends: datetime, expected: int) -> None:
        """Show columns between two wall clock times, against `expected` people."""
        self._bins = tuple(bins)
        self._begins = min([begins, *(arrivals.starts_at for arrivals in bins[:1])])
        last = bins[-1].starts_at + _BIN if bins else ends
        self._ends = max(ends, last, self._begins + 2 * _BIN)
        self._most = max(expected, *(arrivals.mentors + arrivals.mentees for arrivals in bins), 4)
        self.setAccessibleName(self._spoken())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, theme.current().px(212))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, theme.current().px(180))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._begins == self._ends:
            return  # nothing was read yet
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = look.px(36)
        plot = QRectF(left, look.px(10), self.width() - left - 1, self.height() - look.px(10 + 28))
        self._paint_scale(painter, look, plot)
        self._paint_times(painter, look, plot)
        if not self._bins:
            painter.setPen(look.color("text_muted"))
            painter.setFont(look.font("body"))
            between_lines = plot.translated(0, -plot.height() / 8)
            painter.drawText(between_lines, Qt.AlignmentFlag.AlignCenter, "Nobody is here yet")
        for arrivals in self._bins:
            self._paint_column(painter, look, plot, arrivals)

    def _paint_scale(self, painter: QPainter, look: theme.Theme, plot: QRectF) -> None:
        painter.setFont(look.font("caption", tabular=True))
        for value in _ticks(self._most):
            height = plot.bottom() - plot.height() * value / _ticks(self._most)[-1]
            painter.setPen(QPen(look.color("line"), 1))
            painter.drawLine(QLineF(plot.left(), round(height) + 0.5, plot.right(), round(height) + 0.5))
            painter.setPen(look.color("text"))
            box = QRectF(0, height - look.px(10), plot.left() - look.px(8), look.px(20))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(value))

    def _paint_times(self, painter: QPainter, look: theme.Theme, plot: QRectF) -> None:
        painter.setFont(look.font("caption", tabular=True))
        painter.setPen(look.color("text"))
        width = look.px(40)
        for time in self._time_marks(plot.width() / look.px(80)):
            middle = self._x(plot, time)
            place = min(max(middle - width / 2, plot.left()), plot.right() - width + 1)
            side = Qt.AlignmentFlag.AlignHCenter
            if place == plot.left():
                side = Qt.AlignmentFlag.AlignLeft
            elif place != middle - width / 2:
                side = Qt.AlignmentFlag.AlignRight
            painter.drawText(QRectF(place, plot.bottom() + look.px(6), width, look.px(18)), side, f"{time:%H:%M}")

    def _paint_column(self, painter: QPainter, look: theme.Theme, plot: QRectF, arrivals: ArrivalBin) -> None:
        left, right = self._x(plot, arrivals.starts_at), self._x(plot, arrivals.starts_at + _BIN)
        inset = (right - left) * 0.2
        per_person = plot.height() / _ticks(self._most)[-1]
        mentors = arrivals.mentors * per_person
        mentees = arrivals.mentees * per_person
        width = max(1.0, right - left - 2 * inset)
        base = plot.bottom()
        painter.fillRect(QRectF(left + inset, base - mentors, width, mentors), look.color("mentor"))
        gap = _GAP if arrivals.mentors else 0
        rest = max(0.0, mentees - gap)
        painter.fillRect(QRectF(left + inset, base - mentors - gap - rest, width, rest), look.color("mentee"))

    def _x(self, plot: QRectF, time: datetime) -> float:
        return plot.left() + plot.width() * ((time - self._begins) / (self._ends - self._begins))

    def _time_marks(self, room: float) -> list[datetime]:
        """Round times, no more than there is room for."""
        span = self._ends - self._begins
        steps = (15, 30, 60, 120, 240, 720, 1440)
        minutes = next((step for step in steps if span / timedelta(minutes=step) <= max(room, 1)), steps[-1])
        day = self._begins.replace(hour=0, minute=0, second=0, microsecond=0)
        first = -(-(self._begins - day) // timedelta(minutes=minutes))
        marks = (day + timedelta(minutes=minutes) * (first + number) for number in range(200))
        return list(takewhile(lambda mark: mark <= self._ends, marks))

    def _spoken(self) -> str:
        if not self._bins:
            return "Arrivals: nobody yet"
        last = self._bins[-1]
        by = last.starts_at + _BIN
        mentors = f"{last.mentors} {'mentor' if last.mentors == 1 else 'mentors'}"
        mentees = f"{last.mentees} {'mentee' if last.mentees == 1 else 'mentees'}"
        return f"Arrivals: by {by:%H:%M} {mentors} and {mentees} had come"


def _ticks(most: int) -> list[int]:
    """Five marks from 0 to a round number that holds `most`."""
    for step in (1, 2, 5, 10, 15, 20, 25, 40, 50, 75, 100, 150, 200, 250, 500, 750, 1000, 2000, 5000):
        if step * 4 >= most:
            return [step * number for number in range(5)]
    return [0, most]
