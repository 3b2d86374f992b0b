"""What one rehearsed evening came to, in figures."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from mixer_app.services.evening_dice import Attendance
from mixer_app.services.mentor_kinds import MentorKind

if TYPE_CHECKING:
    from mixer_app.services.plan_problem import PlanSetting

Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class EveningFigures:
    """One evening; people who are both mentor and mentee stand on either side, and count once in `came`."""

    came: int  # people in the room in some round
    mentee_meetings: tuple[int, ...]  # of each mentee who came
    mentor_meetings: tuple[int, ...]
    strong: int  # mentees with a strong introduction
    tables: tuple[int, ...]  # in each round to come, those whose mentor is there and hosts
    empty_tables: tuple[int, ...]  # of them, those at which nobody sits
    late: int  # mentees who came after the first round to come
    waits: tuple[int, ...]  # rounds in the room before the first meeting, of those late ones who met somebody
    served: tuple[int, ...]  # for each kind of mentor, mentees who want it and met one

    @property
    def meetings(self) -> int:
        """Introductions of the whole evening."""
        return sum(self.mentee_meetings)


@dataclass(frozen=True, slots=True)
class EveningGround:
    """What all evenings of a rehearsal have in common: the last mentors are tries, one of each kind."""

    setting: "PlanSetting"
    kinds: tuple[MentorKind, ...]
    first: int  # rounds before it are over

    def rooms(self, attendance: Attendance, *, more: int | None = None) -> tuple[Flags, Flags]:
        """(mentees, rounds) and (mentors, rounds) in the room; of the tries only number `more` of the kinds."""
        setting, rounds = self.setting, self.setting.problem.rounds
        absent, registered = (False,) * rounds, len(setting.mentors) - len(self.kinds)
        mentees = [attendance.get(person.id, absent) for person in setting.mentees]
        mentors = [attendance.get(person.id, absent) for person in setting.mentors[:registered]]
        mentors += [(place == more,) * rounds for place in range(len(self.kinds))]
        return _flags(mentees, rounds), _flags(mentors, rounds)

    def figures(self, mentees_there: Flags, mentors_there: Flags, mentor_of: Integers) -> EveningFigures:
        """What an evening came to in which people sat like this; `mentor_of` is (mentees, rounds)."""
        setting, problem, first = self.setting, self.setting.problem, self.first
        mentee, when = np.nonzero(mentor_of >= 0)
        mentor = mentor_of[mentee, when]
        met = np.zeros(problem.scores.shape, bool)
        met[mentee, mentor] = True
        guests = np.zeros(problem.seats.shape, np.int64)  # (mentors, rounds)
        np.add.at(guests, (mentor, when), 1)
        mentees_came = mentees_there.any(axis=1) | met.any(axis=1)
        mentors_came = mentors_there.any(axis=1) | met.any(axis=0)
        hosting = mentors_there & (problem.seats > 0)
        for one, same in [] if problem.same_person is None else problem.same_person.tolist():
            hosting[same] &= mentor_of[one] < 0
        ids = {setting.mentees[row].id for row in np.flatnonzero(mentees_came)}
        ids |= {setting.mentors[column].id for column in np.flatnonzero(mentors_came)}
        late = self._waits(mentees_there, self._busy(mentor_of, guests))
        return EveningFigures(
            came=len(ids),
            mentee_meetings=tuple(met.sum(axis=1)[mentees_came].tolist()),
            mentor_meetings=tuple(met.sum(axis=0)[mentors_came].tolist()),
            strong=int((met & (problem.scores >= problem.strong)).any(axis=1).sum()),
            tables=tuple(hosting.sum(axis=0)[first:].tolist()),
            empty_tables=tuple((hosting & (guests == 0)).sum(axis=0)[first:].tolist()),
            late=len(late),
            waits=tuple(wait for wait in late if wait is not None),
            served=tuple(self._served(kind, met) for kind in self.kinds),
        )

    def _busy(self, mentor_of: Integers, guests: Integers) -> Flags:
        """(mentees, rounds) at a table, be it their own."""
        busy = mentor_of >= 0
        rows = self.setting.problem.same_person
        for one, same in [] if rows is None else rows.tolist():
            busy[one] |= guests[same] > 0
        return busy

    def _waits(self, there: Flags, busy: Flags) -> list[int | None]:
        """For each mentee who comes after the first round to come, the rounds they wait; None: all of them."""
        came_late = there.any(axis=1) & ~there[:, : self.first + 1].any(axis=1)
        waits: list[int | None] = []
        for row in np.flatnonzero(came_late).tolist():
            in_room = np.flatnonzero(there[row])
            at_table = np.flatnonzero(busy[row, in_room])
            waits.append(int(at_table[0]) if len(at_table) else None)
        return waits

    def _served(self, kind: MentorKind, met: Flags) -> int:
        wants = np.array([kind.wanted_by(person) for person in self.setting.mentees], bool)
        offers = np.array([kind.offered_by(person) for person in self.setting.mentors], bool)
        return int(met[np.ix_(wants, offers)].any(axis=1).sum())


def _flags(rows: list[tuple[bool, ...]], rounds: int) -> Flags:
    return np.array(rows, bool).reshape(len(rows), rounds)
