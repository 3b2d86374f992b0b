"""The clock of the evening, worked out from what was done and the time: never counted.

Rounds and breaks follow one another by themselves. An act changes what comes after it and nothing
before it, so that the same acts give every station, and one that was started anew, the same clock.
"""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from mixer_app.domain.evening import ActKind, EveningNow, LiveAct, Phase, RoundNow, RoundState, Schedule, Turn
from mixer_app.domain.events import EventPlanning


def evening_at(schedule: Schedule, acts: Iterable[LiveAct], now: datetime, *, published: bool = False) -> EveningNow:
    """The evening at `now`, after `acts` (in the order they were done).

    `schedule` is what is planned, until a START or RESCHEDULE carries its own; `published` says whether
    people know their tables in the rounds to come. Acts after `now` have not happened yet.
    """
    clock = _Clock(schedule)
    for act in acts:
        if act.at <= now:
            clock.take(act)
    clock.run_until(now)
    return clock.seen_at(now, published)


def schedule_of(event: EventPlanning) -> Schedule:
    """How an event is meant to go."""
    return Schedule(rounds=event.rounds, round_s=60 * event.minutes, break_s=60 * event.break_minutes)


def to_the_minute(wall_clock: datetime) -> datetime:
    """The nearest whole minute, as every screen and paper tells a time that people go by."""
    return (wall_clock + timedelta(seconds=30)).replace(second=0, microsecond=0)


def start_shown(one: RoundNow, on_the_wall: Callable[[datetime], datetime]) -> datetime | None:
    """When a round begins, to the nearest minute; when it began, the minute that the wall clock showed then."""
    if one.starts_at is None:
        return None
    start = on_the_wall(one.starts_at)
    return start.replace(second=0, microsecond=0) if one.begun else to_the_minute(start)


def why_not(evening: EveningNow, act: LiveAct) -> str:
    """Why an act is not possible at this moment, in a sentence; empty: it is.

    An act names the round that the person had before their eyes: once another is under way it is refused.
    """
    if evening.phase is Phase.OVER and act.kind is not ActKind.RESCHEDULE:
        return "All rounds are over."
    if act.kind is ActKind.RESCHEDULE:
        return ""
    if act.round != evening.round:
        return f"{_where(evening)} by now. Look at the clock again."
    if act.kind is ActKind.START and evening.phase is Phase.ROUND:
        return f"Round {evening.round} has begun already."
    if act.kind in (ActKind.PAUSE, ActKind.RESUME, ActKind.EXTEND) and not evening.under_way:
        return "No round has begun yet. Start the first one."
    if act.kind is ActKind.END and evening.phase is not Phase.ROUND:
        return "No round is under way, so none can be ended."
    if act.kind is ActKind.PAUSE and evening.paused:
        return "The clock is paused already."
    if act.kind is ActKind.RESUME and not evening.paused:
        return "The clock is running already."
    if act.kind is ActKind.EXTEND and evening.remaining + timedelta(seconds=act.seconds) < timedelta(0):
        return "Less time than that is left. End the round instead."
    return ""


def _where(evening: EveningNow) -> str:
    if evening.phase is Phase.ROUND:
        return f"Round {evening.round} is under way"
    return f"Round {evening.round} comes next"


class _Clock:
    """Walks through the evening, act by act."""

    def __init__(self, schedule: Schedule) -> None:
        self._schedule = schedule
        self._phase = Phase.BEFORE
        self._round = 1
        self._started_at: datetime | None = None  # of the phase
        self._length = timedelta(0)  # of the phase, with what was added and the pauses that are over
        self._paused_at: datetime | None = None
        self._begun: dict[int, datetime] = {}
        self._ended: dict[int, datetime] = {}
        self._skipped: set[int] = set()
        self._turns: list[Turn] = []
        self._last: LiveAct | None = None

    def take(self, act: LiveAct) -> None:
        """Let the time come to an act, and do it."""
        self.run_until(act.at)
        self._last = act
        match act.kind:
            case ActKind.START:
                self._schedule = act.schedule or self._schedule
                self._begin(self._round, act.at)
            case ActKind.PAUSE:
                self._paused_at = act.at
            case ActKind.RESUME:
                self._go_on(act.at)
            case ActKind.EXTEND:
                self._length += timedelta(seconds=act.seconds)
            case ActKind.END:
                self._end(act.at)
            case ActKind.SKIP:
                self._skip(act.round, act.at)
            case ActKind.RESCHEDULE:
                self._reschedule(act)

    def run_until(self, moment: datetime) -> None:
        """Let rounds end and begin whose time has come."""
        while (ends_at := self._ends_at()) is not None and self._paused_at is None and ends_at <= moment:
            if self._phase is Phase.ROUND:
                self._end(ends_at)
            else:
                self._begin(self._round, ends_at)

    def seen_at(self, now: datetime, published: bool) -> EveningNow:
        """What everybody is shown."""
        ends_at = self._ends_at()
        if ends_at is not None and self._paused_at is not None:
            ends_at += now - self._paused_at
        return EveningNow(
            at=now,
            phase=self._phase,
            round=self._round,
            rounds=self._rounds(ends_at, published),
            schedule=self._schedule,
            paused_at=self._paused_at,
            phase_started_at=self._started_at,
            phase_ends_at=ends_at,
            turns=tuple(self._turns),
            last_act=self._last,
        )

    def _ends_at(self) -> datetime | None:
        return None if self._started_at is None else self._started_at + self._length

    def _begin(self, number: int, at: datetime) -> None:
        self._enter(Phase.ROUND, number, at, timedelta(seconds=self._schedule.round_s))
        self._begun[number] = at
        self._turns.append(Turn(number, True, at))

    def _end(self, at: datetime) -> None:
        self._ended[self._round] = at
        self._turns.append(Turn(self._round, False, at))
        self._go_to_next(at)

    def _skip(self, number: int, at: datetime) -> None:
        self._skipped.add(number)
        if self._phase is Phase.ROUND:
            self._end(at)
        elif (coming := self._coming()) is None:
            self._close()
        else:
            self._round = coming

    def _reschedule(self, act: LiveAct) -> None:
        self._schedule = act.schedule or self._schedule
        coming = self._coming()
        if self._phase is Phase.OVER and coming is not None and self._begun:
            last = max(self._ended.values(), default=act.at)
            self._enter(Phase.BREAK, coming, last, act.at - last + timedelta(seconds=self._schedule.break_s))
        elif self._phase in (Phase.BREAK, Phase.BEFORE) and coming is None:
            self._close()
        elif self._phase in (Phase.BREAK, Phase.BEFORE) and coming is not None:
            self._round = coming

    def _go_on(self, at: datetime) -> None:
        if self._paused_at is not None:
            self._length += at - self._paused_at
            self._paused_at = None

    def _go_to_next(self, at: datetime) -> None:
        coming = self._coming()
        if coming is None:
            self._close()
        else:
            self._enter(Phase.BREAK, coming, at, timedelta(seconds=self._schedule.break_s))

    def _close(self) -> None:
        self._phase, self._started_at, self._paused_at = Phase.OVER, None, None
        self._round = max(self._begun, default=0)

    def _enter(self, phase: Phase, number: int, at: datetime, length: timedelta) -> None:
        self._phase, self._round, self._started_at, self._length = phase, number, at, length
        self._paused_at = None

    def _coming(self) -> int | None:
        open_rounds = range(1, self._schedule.rounds + 1)
        return next((n for n in open_rounds if n not in self._begun and n not in self._skipped), None)

    def _rounds(self, phase_ends_at: datetime | None, published: bool) -> tuple[RoundNow, ...]:
        """Every round; those to come at the times they will have if nobody does anything more."""
        ahead = RoundState.PUBLISHED if published else RoundState.PLANNED
        length, pause = (timedelta(seconds=s) for s in (self._schedule.round_s, self._schedule.break_s))
        free_at = phase_ends_at
        if free_at is not None and self._phase is Phase.ROUND:
            free_at += pause
        found: list[RoundNow] = []
        for number in range(1, max(self._schedule.rounds, *self._begun, 0) + 1):
            state, starts_at, ends_at = self._state(number, ahead), self._begun.get(number), self._ended.get(number)
            if state in (RoundState.RUNNING, RoundState.PAUSED):
                ends_at = phase_ends_at
            elif state is ahead and free_at is not None:
                starts_at, ends_at = free_at, free_at + length
                free_at = ends_at + pause
            found.append(RoundNow(number=number, state=state, starts_at=starts_at, ends_at=ends_at))
        return tuple(found)

    def _state(self, number: int, ahead: RoundState) -> RoundState:
        if number in self._skipped:
            return RoundState.SKIPPED
        if number in self._ended:
            return RoundState.ENDED
        if number not in self._begun:
            return ahead
        return RoundState.RUNNING if self._paused_at is None else RoundState.PAUSED
