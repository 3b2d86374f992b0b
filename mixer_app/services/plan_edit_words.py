"""Changes of a plan and their cost, in words with names."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from mixer_app.domain.fit import FIT_WORDS, fit_step
from mixer_app.domain.plan_edits import EditKind, PlanEdit

if TYPE_CHECKING:
    from mixer_app.matching.edits import EditCost

Name = Callable[[int], str]


class Tone(StrEnum):
    """How a price is to be taken."""

    GOOD = "good"  # nobody falls below strong
    WARN = "warn"  # somebody falls a step
    BAD = "bad"  # somebody meets fewer


@dataclass(frozen=True, slots=True)
class Price:
    """What a change costs, for a person to read."""

    fit: float  # change of the total fit
    sentence: str  # "Costs 0.31 of total fit; Ana Sousa falls to 3 meetings"
    others: str  # what it costs others: "Dimitra Papadopoulou meets 3, not 4"; empty: nobody else is touched
    tone: Tone


def price_in_words(
    cost: "EditCost", *, mover: int, name: Name, scores: Callable[[int, int], float], strong: float
) -> Price:
    """Put a cost in words; `mover` is the row of the mentee whose seat is changed, `name` knows rows of mentees."""
    if abs(cost.fit) < 0.005:
        parts = ["Costs nothing of total fit"]
    else:
        parts = [
            f"{'Costs' if cost.fit < 0 else 'Adds'} {abs(cost.fit):.2f} {'of' if cost.fit < 0 else 'to'} total fit"
        ]
    parts += [f"{name(one.mentee)} falls to {_meetings(one.after)}" for one in cost.falls]
    parts += [f"{name(one.mentee)} rises to {_meetings(one.after)}" for one in cost.rises]
    parts += [f"{name(one)} loses the strong introduction" for one in cost.loses_strong]
    others, tone = _for_others(cost, mover, name, scores, strong)
    return Price(cost.fit, "; ".join(parts), others, tone)


def edit_in_words(edit: PlanEdit, name: Name, table: Callable[[int], int]) -> str:
    """What was done, for the journal; `name` and `table` know numbers of attendees."""
    who = name(edit.mentee_id)
    return {
        EditKind.SWAP: lambda: f"Swapped {who} and {name(edit.other_id)} in round {edit.round}",
        EditKind.TAKE: lambda: f"Gave {who} the seat of {name(edit.other_id)} in round {edit.round}",
        EditKind.MOVE: lambda: f"Moved {who} to table {table(edit.mentor_id)} in round {edit.round}",
        EditKind.FREE: lambda: f"Freed the seat of {who} in round {edit.round}",
        EditKind.LOCK: lambda: f"Locked the seat of {who} in round {edit.round}",
        EditKind.UNLOCK: lambda: f"Unlocked the seat of {who} in round {edit.round}",
        EditKind.FORBID: lambda: f"{who} is not to meet {name(edit.mentor_id)}",
        EditKind.MUST_MEET: lambda: f"{who} is to meet {name(edit.mentor_id)}",
    }[edit.kind]()


def _for_others(
    cost: "EditCost", mover: int, name: Name, scores: Callable[[int, int], float], strong: float
) -> tuple[str, Tone]:
    for one in cost.falls:
        if one.mentee != mover:
            return f"{name(one.mentee)} meets {one.after}, not {one.before}", Tone.BAD
    for mentee, _, before, after in cost.moved:
        if mentee == mover or before < 0 or after < 0:
            continue
        was, becomes = (fit_step(scores(mentee, mentor), strong) for mentor in (before, after))
        if becomes < was:
            return f"{name(mentee)} falls from {FIT_WORDS[was]} to {FIT_WORDS[becomes]}", Tone.WARN
        if becomes >= FIT_WORDS.index("strong"):
            return f"{name(mentee)} swaps, both strong" if was == becomes else f"{name(mentee)} gains", Tone.GOOD
        return f"{name(mentee)} swaps, {FIT_WORDS[becomes]}", Tone.GOOD
    if any(one.mentee == mover for one in cost.falls):
        return "", Tone.BAD
    return "", Tone.WARN if cost.loses_strong else Tone.GOOD


def _meetings(count: int) -> str:
    return f"{count} {'meeting' if count == 1 else 'meetings'}"
