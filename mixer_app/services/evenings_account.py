"""What to expect of an evening, from many that were rehearsed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median_low
from typing import Final

from mixer_app.services.evening_dice import EveningRates
from mixer_app.services.evening_figures import EveningFigures, EveningGround
from mixer_app.services.mentor_kinds import MentorKind, Trait
from mixer_app.services.plan_inputs import PlanInputs
from mixer_app.services.rehearsal_ground import coming_to

ENOUGH_FOR_TENTHS: Final = 10
"""Evenings from which on a range leaves out the lowest and the highest tenth."""

_MOST_COLUMNS: Final = 9  # of one meeting each
_STEPS: Final = 6  # where there are more
_FEW_MEETINGS: Final = 3  # fewer are too few, where there are as many rounds


@dataclass(frozen=True, slots=True)
class Spread:
    """Between which figures most evenings are, and the one in the middle."""

    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True)
class MeetingsShare:
    """The share of people, in [0, 1], who have `least` to `most` meetings."""

    least: int
    most: int
    share: Spread


@dataclass(frozen=True, slots=True, kw_only=True)
class SideExpectation:
    """What mentees, or mentors, may expect."""

    came: Spread
    typical: Spread  # meetings that half of them have, or more
    nine_in_ten: Spread  # meetings that nine in ten have, or more
    shares: tuple[MeetingsShare, ...]  # from no meeting to the most that anybody has in any evening
    too_few: Spread  # share with fewer than `EveningsAccount.few` meetings
    somebody_without: int  # evenings in which one of them meets nobody


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreMentors:
    """What one more mentor of a kind brings, evening for evening beside the same one without."""

    kind: MentorKind
    gain: Spread  # mentees who want the kind and meet one; of any kind: meetings
    meetings: Spread
    better: int  # evenings with a gain
    evenings: int  # that were tried


@dataclass(frozen=True, slots=True, kw_only=True)
class EveningsAccount:
    """The expectation, as far as evenings have been held; parts without an evening in which they occur are None."""

    rates: EveningRates
    evenings: int  # asked for
    held: int
    digest: str  # of all that the evenings were made from
    people: int  # that may come
    mentees: int
    mentors: int
    few: int
    round_minutes: int  # from the beginning of a round to the next
    came: Spread
    mentee_side: SideExpectation | None
    mentor_side: SideExpectation | None
    meetings: Spread
    strong: Spread | None  # share of the mentees who come
    tables: tuple[Spread, ...]  # by round to come
    empty_tables: tuple[Spread, ...]
    first_round: int  # number of the first of them
    late: Spread  # mentees who come late
    at_once: Spread | None  # share of them who sit down in the first round they are there
    longest_wait: Spread | None  # rounds that the last of them waits who meets anybody
    late_without: int  # evenings in which a late mentee meets nobody
    more: tuple[MoreMentors, ...]
    tries: int  # kinds of mentors that are tried

    @property
    def complete(self) -> bool:
        """Whether every evening was held, and every kind of mentor tried in all of them."""
        tried = len(self.more) == self.tries and all(one.evenings == self.evenings for one in self.more)
        return self.held == self.evenings and tried


def spread(values: Sequence[float]) -> Spread:
    """The middle and the range of `values`: from ten on without the lowest and the highest tenth."""
    ordered = sorted(values)
    cut = round(len(ordered) / 10) if len(ordered) >= ENOUGH_FOR_TENTHS else 0
    return Spread(ordered[cut], median_low(ordered), ordered[-1 - cut])


def account_of(
    inputs: PlanInputs,
    ground: EveningGround,
    held: Sequence[EveningFigures],
    tried: Sequence[Sequence[EveningFigures]],
    *,
    rates: EveningRates,
    evenings: int,
    digest: str,
) -> EveningsAccount:
    """The account of the evenings held so far; `tried` are, for each kind of mentor, the same ones with one more."""
    event, coming = inputs.event, coming_to(inputs)
    few = min(_FEW_MEETINGS, event.rounds)
    return EveningsAccount(
        rates=rates,
        evenings=evenings,
        held=len(held),
        digest=digest,
        people=len(coming),
        mentees=sum(one.role.seeks for one in coming),
        mentors=sum(one.role.hosts for one in coming),
        few=few,
        round_minutes=event.minutes + event.break_minutes,
        came=spread([one.came for one in held]),
        mentee_side=expect_of_side([one.mentee_meetings for one in held], few),
        mentor_side=expect_of_side([one.mentor_meetings for one in held], few),
        meetings=spread([one.meetings for one in held]),
        strong=_where_any(held, lambda one: one.strong / len(one.mentee_meetings), lambda one: one.mentee_meetings),
        tables=tuple(spread(many) for many in zip(*(one.tables for one in held), strict=True)),
        empty_tables=tuple(spread(many) for many in zip(*(one.empty_tables for one in held), strict=True)),
        first_round=ground.first + 1,
        late=spread([one.late for one in held]),
        at_once=_where_any(held, lambda one: one.waits.count(0) / one.late, lambda one: one.late),
        longest_wait=_where_any(held, lambda one: max(one.waits), lambda one: one.waits),
        late_without=sum(len(one.waits) < one.late for one in held),
        more=tuple(
            _compare(kind, place, held, again)
            for place, (kind, again) in enumerate(zip(ground.kinds, tried, strict=True))
            if again
        ),
        tries=len(ground.kinds),
    )


def expect_of_side(meetings: Sequence[tuple[int, ...]], few: int) -> SideExpectation | None:
    """What one side may expect, by the meetings of each of them in every evening; None if nobody ever comes."""
    evenings = [sorted(one) for one in meetings if one]
    if not evenings:
        return None
    most = max(one[-1] for one in evenings)
    return SideExpectation(
        came=spread([len(one) for one in meetings]),
        typical=spread([one[(len(one) - 1) // 2] for one in evenings]),
        nine_in_ten=spread([one[len(one) // 10] for one in evenings]),
        shares=tuple(
            MeetingsShare(low, high, spread([sum(low <= many <= high for many in one) / len(one) for one in evenings]))
            for low, high in _columns(most)
        ),
        too_few=spread([sum(many < few for many in one) / len(one) for one in evenings]),
        somebody_without=sum(one[0] == 0 for one in evenings),
    )


def _columns(most: int) -> list[tuple[int, int]]:
    """From no meeting to `most`, in columns that can be told apart: one for each number, or for equal steps."""
    step = 1 if most < _MOST_COLUMNS else -(-most // _STEPS)
    return [(0, 0), *((low, min(low + step - 1, most)) for low in range(1, most + 1, step))]


def _compare(
    kind: MentorKind, place: int, without: Sequence[EveningFigures], more: Sequence[EveningFigures]
) -> MoreMentors:
    """What one more mentor of the kind at `place` brings in the evenings that were held with and without."""
    pairs = list(zip(without, more, strict=False))
    meetings = [after.meetings - before.meetings for before, after in pairs]
    served = [after.served[place] - before.served[place] for before, after in pairs]
    gain = meetings if kind.trait is Trait.ANY else served
    return MoreMentors(
        kind=kind,
        gain=spread(gain),
        meetings=spread(meetings),
        better=sum(one > 0 for one in gain),
        evenings=len(pairs),
    )


def _where_any(
    evenings: Sequence[EveningFigures],
    figure: Callable[[EveningFigures], float],
    counts: Callable[[EveningFigures], object],
) -> Spread | None:
    """The spread of `figure` over the evenings in which `counts` is there; None if in none."""
    values = [figure(one) for one in evenings if counts(one)]
    return spread(values) if values else None
