"""The attendance line of the event report, with the rounds as boxes on its axis, and the years beside it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from mixer_app.domain.paper import EventReport, YearCount
from mixer_app.printing import report_words, words
from mixer_app.printing.charts import AXIS, GRID, RADIUS, level
from mixer_app.printing.paper import Paper
from mixer_app.printing.small_counts import SMALL, steps

_TOP: Final = 129.3
_FOOT: Final = 171.1
_LEFT: Final = 26.0
_TICKS: Final = (15, 30, 60, 120, 240)  # minutes between times on the axis
_BIN: Final = timedelta(minutes=10)
_ROUNDED: Final = timedelta(minutes=5)


class AttendanceChart:
    """People in the room over time."""

    def __init__(self, paper: Paper, report: EventReport, right: float) -> None:
        self._paper = paper
        self._report = report
        self._right = right
        moments = [at for at, _ in report.arrivals] + [end for _, end in report.round_times]
        quarter = timedelta(minutes=15)
        day = min(moments).replace(hour=0, minute=0, second=0, microsecond=0)
        self._from = day + (min(moments) - day) // quarter * quarter
        self._until = day - (day - max(moments)) // _ROUNDED * _ROUNDED
        self._step = level(max((count for _, count in report.arrivals), default=1))

    def moments(self) -> list[tuple[datetime, int]]:
        """What the line tells: people in the room, small steps joined."""
        return [(self._from + timedelta(minutes=at), count) for at, count in self._points()]

    def draw(self) -> None:
        """Grid, axis, line and labels."""
        self._draw_grid()
        self._draw_axis()
        self._draw_line()

    def _x(self, at: datetime) -> float:
        whole = (self._until - self._from) / timedelta(minutes=1) or 1.0
        return _LEFT + (self._right - _LEFT) * ((at - self._from) / timedelta(minutes=1)) / whole

    def _y(self, count: float) -> float:
        return _FOOT - (_FOOT - _TOP) * count / (3 * self._step)

    def _draw_grid(self) -> None:
        figures = self._paper.look.small.with_table_figures
        for row in range(4):
            y = self._y(row * self._step)
            if row:
                self._paper.line(_LEFT, y, self._right, y, GRID)
            self._paper.text(_LEFT - 1.7, y + 1.15, str(row * self._step), figures, "text_muted", "right")

    def _draw_axis(self) -> None:
        paper, look = self._paper, self._paper.look
        paper.line(_LEFT, _FOOT, self._right, _FOOT, AXIS, "text_muted")
        doors = paper.width(report_words.DOORS, look.small)
        first = min((self._x(start) for start, _ in self._report.round_times), default=self._right)
        if first > _LEFT + doors + 2:
            paper.text(_LEFT, _FOOT + 3.8, report_words.DOORS, look.small, "text_muted")
        number = look.caption.weighing(600).with_table_figures
        for index, (start, end) in enumerate(self._report.round_times):
            left, right = self._x(start), self._x(end)
            paper.rectangle(
                left + 0.15, _FOOT + 0.95, right - left - 0.3, 3.65, radius=RADIUS, stroke="accent", fill="surface"
            )
            paper.text((left + right) / 2, _FOOT + 3.95, str(index + 1), number, "accent", "centre")
        minutes = (self._until - self._from) / timedelta(minutes=1)
        tick = next((tick for tick in _TICKS if minutes / tick <= 5), _TICKS[-1])
        at = self._from
        while at <= self._until:
            x = self._x(at)
            align = "left" if at == self._from else "right" if x > self._right - 4 else "centre"
            paper.text(
                self._right if align == "right" else x,
                _FOOT + 9.0,
                words.clock(at),
                look.small.with_table_figures,
                "text_muted",
                align,
            )
            at += timedelta(minutes=tick)

    def _draw_line(self) -> None:
        paper = self._paper
        points = self._points()
        places = [(self._x(self._from + timedelta(minutes=at)), self._y(count)) for at, count in points]
        paper.polygon(places, stroke="accent", line=0.7, closed=False)
        start = self._report.round_times[0][0] if self._report.round_times else self._until
        before = 0
        top = max(count for _, count in points)
        for index, ((at, count), (x, y)) in enumerate(zip(points, places, strict=True)):
            arriving = index > 0 and count > points[index - 1][1]
            if self._from + timedelta(minutes=at) <= start and arriving:
                before = index
            if arriving:
                paper.ring(x, y, 2.1, 0.45, "accent", "surface")
        self._draw_labels(points, places, before, top)

    def _draw_labels(
        self, points: Sequence[tuple[float, int]], places: Sequence[tuple[float, float]], before: int, top: int
    ) -> None:
        paper, look = self._paper, self._paper.look
        strong = look.caption.weighing(600)
        highest = next(index for index, (_, count) in enumerate(points) if count == top)
        x, y = places[highest]
        align = "left" if x < self._right - 25 else "right"
        paper.text(x + (0.4 if align == "left" else 0), y - 2.2, f"{top} present", strong, "text", align)
        if before and top - points[before][1] >= SMALL and self._report.round_times:
            x, y = places[before]
            paper.text(x - 1.8, y - 0.2, f"{points[before][1]} before round 1", look.small, "text", "right")
        last = points[-1][1]
        if top - last >= SMALL:
            x, y = places[-1]
            paper.text(x, y + 4.6, f"{last} to the end", strong, "text", "right")

    def _points(self) -> list[tuple[float, int]]:
        """Minutes from the left edge and people then, at every ten minutes, small steps joined."""
        arrivals = sorted(self._report.arrivals)
        end = max((end for _, end in self._report.round_times), default=arrivals[-1][0])
        at = self._report.round_times[0][0] if self._report.round_times else self._from
        while at - _BIN > self._from:
            at -= _BIN
        moments = {self._from, end}
        while at < end:
            moments.add(at)
            at += _BIN
        minute = timedelta(minutes=1)
        series = [((at - self._from) / minute, _count_at(arrivals, at)) for at in sorted(moments)]
        series[0] = (series[0][0], 0)
        kept = steps(series)
        return kept if kept[-1][0] == series[-1][0] else [*kept, (series[-1][0], kept[-1][1])]


def _count_at(arrivals: Sequence[tuple[datetime, int]], at: datetime) -> int:
    return next((count for moment, count in reversed(arrivals) if moment <= at), 0)


def draw_years(paper: Paper, years: Sequence[YearCount], x: float, right: float) -> None:
    """Who came of those registered, one bar a year, this one last."""
    look = paper.look
    shown = years[-6:]
    bars = x + max(paper.width(year.label, look.caption.weighing(600)) for year in shown) + 3
    scale = (right - bars - 8) / max(max(year.registered, year.came) for year in shown)
    top = 125.5
    for index, year in enumerate(shown):
        this = index == len(shown) - 1
        y = top + index * 8.97
        kind = (look.caption.weighing(600) if this else look.small).with_table_figures
        paper.text(x, y + 3.6, year.label, kind, "text" if this else "text_muted")
        width = max(year.registered, year.came) * scale
        paper.rectangle(bars, y + 0.1, width, 4.7, radius=RADIUS, stroke="text_muted", line=AXIS)
        paper.rectangle(bars, y, year.came * scale, 4.9, radius=RADIUS, fill="accent" if this else "text_muted")
        number = (look.caption.weighing(600) if this else look.small).with_table_figures
        paper.text(bars + width + 1.3, y + 3.6, str(year.came), number)
    y = top + len(shown) * 8.97 + 1.2
    paper.rectangle(x, y, 3.2, 2.8, radius=0.5, fill="text_muted")
    end = x + 4.6 + paper.text(x + 4.6, y + 2.5, report_words.CAME, look.small, "text_muted") + 2.2
    paper.rectangle(end, y + 0.1, 3.2, 2.6, radius=0.5, stroke="text_muted", line=AXIS)
    paper.text(end + 4.6, y + 2.5, report_words.REGISTERED, look.small, "text_muted")
