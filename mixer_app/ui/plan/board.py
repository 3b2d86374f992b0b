"""The plan as the grid shows it: rows of tables or of mentees, cells of rounds, seats in a cell."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TypeAlias

from mixer_app.domain.events import Event
from mixer_app.domain.fit import fit_step
from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Introduction, Plan

Rounds: TypeAlias = Mapping[int, Sequence[Introduction]]
"""The introductions of one row, by round."""


class Order(Enum):
    """Along what the grid runs down."""

    BY_TABLE = "table"
    BY_MENTEE = "mentee"


class CellState(Enum):
    """What a round is for the person of a row."""

    OPEN = "open"
    RESTS = "rests"
    AWAY = "away"
    ELSEWHERE = "elsewhere"  # someone who is both has the other role in this round


@dataclass(frozen=True, slots=True)
class Cell:
    """One round of one row; a seat without an introduction is free."""

    state: CellState
    introductions: tuple[Introduction, ...] = ()
    table: int | None = None  # where someone is who has the other role in this round


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A table with its mentor, or a mentee (then without a table)."""

    attendee: Attendee
    table: int | None
    cells: tuple[Cell, ...]  # one for each round


@dataclass(frozen=True, kw_only=True)
class PlanBoard:
    """A plan together with the people it speaks of."""

    event: Event
    plan: Plan
    people: Mapping[int, Attendee]  # everyone of the event, by attendee id
    held_rounds: int = 0
    together: Set[tuple[int, int]] = frozenset()  # (mentor, mentee) whom staff want to meet

    def lay_out(self) -> None:
        """Work out rows and evenings now, rather than when they are first asked for."""
        for order in Order:
            self.rows(order)
            self.seats(order)
        self.evening(0)

    def rows(self, order: Order) -> tuple[BoardRow, ...]:
        """The rows of the grid: tables by number, mentees by family name."""
        return self._table_rows if order is Order.BY_TABLE else self._mentee_rows

    def seats(self, order: Order) -> int:
        """How many seats a cell has, alike for all rows."""
        if order is Order.BY_MENTEE:
            return 1
        fullest = max((len(cell.introductions) for row in self.rows(order) for cell in row.cells), default=1)
        return max(self.event.seats, fullest, 1)

    def step(self, introduction: Introduction) -> int:
        """In which step of fit, 0 to 4, the pair's score is shown."""
        return self.step_of(introduction.score)

    def step_of(self, score: float) -> int:
        """In which step of fit, 0 to 4, a score lies."""
        return fit_step(score, self.event.rules.strong)

    def is_locked(self, introduction: Introduction) -> bool:
        """Whether a seat stays as it is, because it is locked or because the two are to meet."""
        return introduction.locked or (introduction.mentor_id, introduction.mentee_id) in self.together

    def seat_of(self, mentee_id: int, number: int) -> Introduction | None:
        """Where a mentee sits in a round (from 1); None: free."""
        evening = self._by_person.get(mentee_id, ())
        return next((one for one in evening if (one.mentee_id, one.round) == (mentee_id, number)), None)

    def evening(self, attendee_id: int) -> tuple[Introduction, ...]:
        """The introductions of one person, by round."""
        return tuple(self._by_person.get(attendee_id, ()))

    def reason_without(self, attendee_id: int) -> str:
        """Why someone has no introduction; empty if they have one or the plan does not know them."""
        return next((without.reason for without in self.plan.without if without.attendee_id == attendee_id), "")

    def without(self) -> list[tuple[Attendee, str]]:
        """Everyone without an introduction, each with the reason, mentees first."""
        known = [
            (self.people[each.attendee_id], each.reason)
            for each in self.plan.without
            if each.attendee_id in self.people
        ]
        return sorted(known, key=lambda entry: (not entry[0].role.seeks, entry[0].name.full.casefold()))

    @cached_property
    def _by_person(self) -> dict[int, list[Introduction]]:
        evenings: dict[int, list[Introduction]] = defaultdict(list)
        for introduction in sorted(self.plan.introductions, key=lambda each: each.round):
            evenings[introduction.mentor_id].append(introduction)
            evenings[introduction.mentee_id].append(introduction)
        return dict(evenings)

    @cached_property
    def _by_mentee(self) -> Mapping[int, Rounds]:
        return _by_round(self.plan.introductions, lambda each: each.mentee_id)

    @cached_property
    def _table_rows(self) -> tuple[BoardRow, ...]:
        hosts = {each.table: each.mentor_id for each in self.plan.introductions}
        seated = _by_round(self.plan.introductions, lambda each: each.table)
        known = ((table, host) for table, host in sorted(hosts.items()) if host in self.people)
        return tuple(self._row(self.people[host], table, seated[table]) for table, host in known)

    @cached_property
    def _mentee_rows(self) -> tuple[BoardRow, ...]:
        mentees = [self.people[mentee] for mentee in self.plan.mentee_ids if mentee in self.people]
        mentees.sort(key=lambda each: ((each.name.family or each.name.full).casefold(), each.name.full.casefold()))
        return tuple(self._row(mentee, None, self._by_mentee.get(mentee.id, {})) for mentee in mentees)

    def _row(self, attendee: Attendee, table: int | None, met: Rounds) -> BoardRow:
        always = attendee.arrives is None and attendee.leaves is None
        there = () if always else self.event.rounds_between(attendee.arrives, attendee.leaves)
        rounds = range(1, self.plan.rounds + 1)
        elsewhere = {each.round: each.table for each in self.evening(attendee.id)} if attendee.role.hosts else {}
        cells = (_cell(attendee, each, met.get(each, []), there, elsewhere.get(each)) for each in rounds)
        return BoardRow(attendee, table, tuple(cells))


def _by_round(
    introductions: Iterable[Introduction], key: Callable[[Introduction], int]
) -> dict[int, dict[int, list[Introduction]]]:
    grouped: dict[int, dict[int, list[Introduction]]] = defaultdict(lambda: defaultdict(list))
    for introduction in introductions:
        grouped[key(introduction)][introduction.round].append(introduction)
    return grouped


def _cell(
    attendee: Attendee, number: int, met: Sequence[Introduction], there: Sequence[bool], elsewhere: int | None
) -> Cell:
    if met:
        return Cell(CellState.OPEN, tuple(met))
    if elsewhere is not None:
        return Cell(CellState.ELSEWHERE, table=elsewhere)
    if number in attendee.rests:
        return Cell(CellState.RESTS)
    away = number <= len(there) and not there[number - 1]
    return Cell(CellState.AWAY if away else CellState.OPEN)
