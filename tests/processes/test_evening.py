"""A whole evening of 250 people that goes wrong in every way, with its control station killed twice."""

from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from mixer_app.cli import main
from mixer_app.domain.events import EventPlanning
from mixer_app.domain.people import Status
from mixer_app.services.check_in import check_in, mark_left
from mixer_app.services.evening import evening_now
from mixer_app.services.events import create_event
from mixer_app.services.journal import activity
from mixer_app.services.people import list_attendees
from mixer_app.services.planning import current_plan
from mixer_app.services.room import read_room
from mixer_app.store.registrations import add_registrations

NEEDS = ("New position", "Relocation", "Changing employer", "Exploring")
MENTORS, MENTEES = 80, 170
BEGAN = datetime(2026, 3, 5, 18, 0, tzinfo=UTC)  # as in `control.py`
ROUND, BREAK = 12, 3
"""Minutes."""


@pytest.fixture
def big_event(database, a_registration, now):
    """250 people of 40 employers, each with needs."""
    dice = Random(12)
    planning = EventPlanning(
        name="Big evening", starts_at=datetime(2026, 3, 5, 19, 0), rounds=5, minutes=ROUND, break_minutes=BREAK, seats=3
    )
    event = database.write(create_event, planning, station="Control", now=now)
    people = [
        a_registration(
            f"{'Mentor' if number < MENTORS else 'Mentee'} N{number}",
            role="mentor" if number < MENTORS else "mentee",
            employer=f"House {dice.randrange(40)}",
            **{("needs_offered" if number < MENTORS else "needs_wanted"): tuple(dice.sample(NEEDS, 2))},
        )
        for number in range(MENTORS + MENTEES)
    ]
    database.write(add_registrations, event.id, people, now=now, dice=dice)
    return event


class Control:
    """The control station; when it is killed, another takes its place and goes on."""

    def __init__(self, start):
        self._start = start
        self._process = None
        self.kills = 0
        self.open()

    def open(self):
        self._process = self._start("Control")
        assert self._process.answer() == "ready"

    def ask(self, act, minutes, argument=None):
        self._process.ask(act, minutes, argument)
        answer = self._process.answer()
        assert answer is not None, f"the control station broke at “{act}”"
        return answer

    def kill(self):
        self._process.close()
        self.kills += 1
        self.open()


@pytest.fixture
def control(a_process, big_event):
    return Control(lambda name: a_process("control.py", name, big_event.id))


def test_an_evening_in_which_everything_goes_wrong_stays_right(database, big_event, control):
    dice, event = Random(3), big_event
    everyone = database.read(list_attendees, event.id)
    no_shows = dice.sample(everyone, round(0.25 * len(everyone)))
    coming = [person for person in everyone if person not in no_shows]
    late = dice.sample(coming, round(0.10 * len(coming)))

    def arrive(people, minutes):
        for person in people:
            at = BEGAN + timedelta(minutes=minutes)
            database.write(check_in, event.id, person.code, station="Desk 1", now=at)

    arrive([person for person in coming if person not in late], -20)
    control.ask("plan", -5)
    control.ask("start", 0)

    control.kill()  # in the middle of round 1
    assert control.ask("look", 4) == ("round", 1, 60 * (ROUND - 4))

    arrive(late[:8], 5)
    mentors = [person for person in coming if person.role.hosts and person not in late]
    leavers = dice.sample(mentors, 3)
    control.ask("left", 6, leavers[0].code)
    before = database.read(current_plan, event.id)
    assert control.ask("half a reseating", 7, 1) == "half done"
    control.kill()  # in the middle of the reseating
    assert database.read(current_plan, event.id) == before
    version, moves = control.ask("reseat", 8, 1)
    assert (version, moves > 0) == (before.version + 1, True)

    control.ask("extend", 9, 120)  # the room needs two more minutes
    assert control.ask("look", 13) == ("round", 1, 60)
    arrive(late[8:14], 13)
    control.ask("reseat", 14.5, 2)
    assert control.ask("look", 18)[:2] == ("round", 2)
    control.ask("left", 20, leavers[1].code)
    control.ask("pause", 21)
    control.ask("resume", 25)  # four minutes for a fire alarm
    arrive(late[14:], 26)
    control.ask("reseat", 33.5, 3)
    assert control.ask("look", 37)[:2] == ("round", 3)
    control.ask("end", 40)
    database.write(mark_left, event.id, leavers[2].code, station="Desk 1", now=BEGAN + timedelta(minutes=41))
    control.ask("reseat", 42, 4)
    control.ask("skip", 42.5)  # time runs out: round 4 is not held
    control.ask("reseat", 42.8, 5)
    assert control.ask("look", 44)[:2] == ("round", 5)
    assert control.ask("look", 60)[0] == "over"

    assert control.kills == 2
    check_seats(database, event, leavers)
    check_account(database, event)
    assert main(["--database", str(database.path), "check"]) == 0


def check_seats(database, event, leavers):
    """Nobody at two tables, nobody twice with the same mentor, and no seat that a plan could give is kept back."""
    plan = database.read(current_plan, event.id)
    people = {person.id: person for person in database.read(list_attendees, event.id)}
    at = defaultdict(set)
    for meeting in plan.introductions:
        at[meeting.round, meeting.mentor_id].add(meeting.table)
        at[meeting.round, meeting.mentee_id].add(meeting.table)
        assert people[meeting.mentor_id].employer != people[meeting.mentee_id].employer
    assert all(len(tables) == 1 for tables in at.values())
    assert len({(m.mentor_id, m.mentee_id) for m in plan.introductions}) == len(plan.introductions)
    assert max(Counter((m.round, m.mentor_id) for m in plan.introductions).values()) <= event.seats
    last = {m.mentor_id for m in plan.introductions if m.round == 5}
    assert not last & {leaver.id for leaver in leavers}
    seated = {m.mentee_id for m in plan.introductions if m.round == 5}
    here = {one.id for one in people.values() if one.status is Status.CHECKED_IN and one.role.seeks}
    assert here <= seated, "somebody has no seat in the last round, and there are three at each table"
    assert all(m.took_place is True for m in plan.introductions if m.round in (1, 2, 3, 5))


def check_account(database, event):
    """Everything is in the journal, and a station that was not there sees the same clock."""
    told = [entry.sentence for entry in database.read(activity, event.id, 1000)][::-1]
    clock = [
        line for line in told if line.startswith(("Round", "Started", "Made round", "Paused", "Went", "Ended", "Skip"))
    ]
    assert [line for line in clock if "sat together" not in line] == [
        "Started round 1", "Round 1 began", "Made round 1 2 min longer", "Round 1 ended",
        "Round 2 began", "Paused round 2", "Went on with round 2", "Round 2 ended",
        "Round 3 began", "Ended round 3 early", "Round 3 ended", "Skipped round 4", "Round 5 began", "Round 5 ended",
    ]  # fmt: skip
    assert sum(line.startswith("Reseated") for line in told) == 5
    assert sum(line.endswith("has left") for line in told) == 3
    later = database.read(read_room, event.id, now=BEGAN + timedelta(minutes=61))
    assert (later.waiting, later.evening) == ((), database.read(evening_now, event.id, now=later.evening.at))
