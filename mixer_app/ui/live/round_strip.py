"""The rounds of the evening as one line: those that are over, the one under way, those to come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mixer_app.domain.evening import EveningNow, RoundNow, RoundState
from mixer_app.domain.events import Event
from mixer_app.ui import theme
from mixer_app.ui.live.words import OnTheWall, planned_start

_BAR: Final = 8
_LEAST_GAP: Final = 8


@dataclass(frozen=True, slots=True)
class RoundPiece:
    """One round of the strip."""

    number: int
    state: RoundState
    time: str  # when it began or will begin
    gone: float  # share that has passed

    @property
    def words(self) -> str:
        """For a screen reader."""
        state = {RoundState.PLANNED: "to come", RoundState.PUBLISHED: "to come"}.get(self.state, self.state.value)
        return f"round {self.number} {state}{f', {self.time}' if self.time else ''}"


def round_pieces(evening: EveningNow, event: Event, on_the_wall: OnTheWall) -> tuple[RoundPiece, ...]:
    """The rounds as they are, and where nothing has begun as they are planned."""
    start = planned_start(evening, event)
    step = (evening.schedule.round_s + evening.schedule.break_s) / 60
    return tuple(_piece(one, evening, start, step, on_the_wall) for one in evening.rounds)


def _piece(one: RoundNow, evening: EveningNow, start: datetime, step_min: float, on_the_wall: OnTheWall) -> RoundPiece:
    running = one.state in (RoundState.RUNNING, RoundState.PAUSED)
    gone = 1.0 if one.state is RoundState.ENDED else 0.0
    if running and one.starts_at is not None and one.ends_at is not None:
        whole = (one.ends_at - one.starts_at).total_seconds()
        gone = min(max((evening.at - one.starts_at).total_seconds() / whole, 0.0), 1.0) if whole else 1.0
    if one.state is RoundState.SKIPPED:
        time = "Skipped"
    elif one.starts_at is not None:
        time = f"{on_the_wall(one.starts_at):%H:%M}"
    else:
        time = f"{start + timedelta(minutes=(one.number - evening.round) * step_min):%H:%M}"
    return RoundPiece(one.number, one.state, time, gone)


class RoundStrip(QWidget):
    """Painted: 8 px high, in proportion to the time, with each round's number and time below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces: Sequence[RoundPiece] = ()
        self._share = 0.1  # of a break, in rounds
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setObjectName("round_strip")

    @property
    def pieces(self) -> Sequence[RoundPiece]:
        """What is shown."""
        return self._pieces

    def show_rounds(self, pieces: Sequence[RoundPiece], *, break_share: float) -> None:
        """Show these rounds; `break_share` is the length of a break in rounds."""
        if (pieces, break_share) == (self._pieces, self._share):
            return
        if [piece.words for piece in pieces] != [piece.words for piece in self._pieces]:
            self.setAccessibleName("Rounds: " + "; ".join(piece.words for piece in pieces))
        self._pieces, self._share = pieces, break_share
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        look = theme.current()
        return QSize(200, _BAR + look.px(8) + look.line("body"))

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._pieces:
            return
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        count = len(self._pieces)
        width = self.width() / (count + (count - 1) * self._share)
        gap = max(width * self._share, _LEAST_GAP) if count > 1 else 0.0
        width = (self.width() - (count - 1) * gap) / count
        for position, piece in enumerate(self._pieces):
            left = position * (width + gap)
            self._paint_bar(painter, QRectF(left, 0, width, _BAR), piece, look)
            top = _BAR + look.px(8)
            self._paint_words(painter, QRectF(left, top, width, look.line("body")), piece, look)

    @staticmethod
    def _paint_bar(painter: QPainter, rect: QRectF, piece: RoundPiece, look: theme.Theme) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        running = piece.state in (RoundState.RUNNING, RoundState.PAUSED)
        painter.setBrush(
            look.color("fit3" if piece.state is RoundState.ENDED else "accent_soft" if running else "line")
        )
        radius = rect.height() / 2
        painter.drawRoundedRect(rect, radius, radius)
        if running and piece.gone:
            painter.setBrush(look.color("warn" if piece.state is RoundState.PAUSED else "accent"))
            done = QRectF(rect)
            done.setWidth(max(rect.width() * piece.gone, rect.height()))
            painter.drawRoundedRect(done, radius, radius)

    @staticmethod
    def _paint_words(painter: QPainter, rect: QRectF, piece: RoundPiece, look: theme.Theme) -> None:
        running = piece.state in (RoundState.RUNNING, RoundState.PAUSED)
        font = look.font("body_strong" if running else "body", tabular=True)
        painter.setFont(font)
        painter.setPen(look.color("text" if running else "text_muted"))
        measure = QFontMetrics(font).horizontalAdvance
        name = next(
            (
                word
                for word in (f"Round {piece.number}", f"{piece.number}")
                if measure(word) + measure(piece.time) + 8 <= rect.width()
            ),
            f"{piece.number}",
        )
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        if measure(name) + measure(piece.time) + 8 <= rect.width():
            painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, piece.time)
