"""Two versions of a plan beside each other, read and laid out off the GUI thread."""

from collections.abc import Sequence
from dataclasses import dataclass

from mixer_app.domain.plan_edits import PART_OF_PLAN, PlanChange
from mixer_app.domain.plans import Plan
from mixer_app.services.database import Session
from mixer_app.services.plan_changes import plan_changes
from mixer_app.services.plan_versions import get_plan
from mixer_app.ui.plan.board import PlanBoard
from mixer_app.ui.plan.loading import PlanContents, board_of
from mixer_app.ui.plan.words import short_name


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One changed seat, in words."""

    change: PlanChange
    title: str  # "Round 3, Adaeze Nnamdi"
    before: str  # "table 7, Yusuf Çelik"
    after: str
    why: str  # empty where nothing visible explains it


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """An older and a newer version, and what is different."""

    old: PlanBoard
    new: PlanBoard
    lines: tuple[ChangeLine, ...]
    locks: frozenset[tuple[int, int]]  # (mentee, round) of the same seat, locked in one of them only

    @property
    def seats(self) -> frozenset[tuple[int, int]]:
        """(mentee, round) of every seat that is different."""
        return self.locks | {(one.change.attendee_id, one.change.round) for one in self.lines}

    def figures(self) -> tuple[tuple[str, str, str], ...]:
        """What can be counted of both: what it is, in the older, in the newer."""
        old, new = _figures(self.old), _figures(self.new)
        return tuple((name, old[name], new[name]) for name in old)


def read_comparison(session: Session, contents: PlanContents, old_id: int, new_id: int) -> Comparison:
    """Read and compare two versions of the plan that `contents` is about."""
    old, new = (board_of(contents, get_plan(session, number)) for number in (old_id, new_id))
    changes = plan_changes(session, old_id, new_id)
    return Comparison(
        old=old, new=new, lines=tuple(_line(change, (old, new)) for change in changes), locks=_locks(old, new)
    )


def _locks(old: PlanBoard, new: PlanBoard) -> frozenset[tuple[int, int]]:
    before = {(one.mentee_id, one.round, one.mentor_id): one.locked for one in old.plan.introductions}
    seats = ((one, before.get((one.mentee_id, one.round, one.mentor_id))) for one in new.plan.introductions)
    return frozenset((one.mentee_id, one.round) for one, was in seats if was is not None and was != one.locked)


def _line(change: PlanChange, boards: Sequence[PlanBoard]) -> ChangeLine:
    people = {**boards[0].people, **boards[1].people}
    person = people.get(change.attendee_id)
    name = short_name(person.name) if person else "Cancelled"

    def seat(table: int | None, mentor_id: int | None) -> str:
        if table is None:
            return "free"
        mentor = people.get(mentor_id) if mentor_id not in (None, change.attendee_id) else None
        return f"table {table}, {short_name(mentor.name)}" if mentor else f"table {table}"

    return ChangeLine(
        change=change,
        title=f"Round {change.round}, {name}",
        before=seat(change.from_table, change.from_mentor_id),
        after=seat(change.to_table, change.to_mentor_id),
        why="" if change.why == PART_OF_PLAN else change.why,
    )


def _figures(board: PlanBoard) -> dict[str, str]:
    plan: Plan = board.plan
    locked = sum(board.is_locked(one) for one in plan.introductions)
    return {
        "People": f"{len({*plan.mentee_ids, *plan.mentor_ids}):,}",
        "Introductions": f"{plan.quality.meetings:,}",
        "Fewest for a mentee": f"{plan.quality.fewest:,}",
        "With a strong one": f"{plan.quality.strong_mentees:,}",
        "Total fit": f"{plan.quality.total_score:,.2f}",
        "Locked": f"{locked:,}",
    }
