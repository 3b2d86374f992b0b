"""The whole live evening as a machine: whatever staff, guests and chance do to it, in whatever order.

`MIXER_EXAMPLES` sets how many evenings are drawn.
"""

import os
import shutil
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from mixer_app.domain.errors import MixerError
from mixer_app.domain.evening import ActKind, Phase, RoundState
from mixer_app.domain.events import EventPlanning
from mixer_app.domain.people import PersonName, Registration, Status
from mixer_app.domain.roles import Role
from mixer_app.domain.room import Presence
from mixer_app.services.check_in import check_in, mark_left
from mixer_app.services.database import open_database
from mixer_app.services.evening import act_on_evening, catch_up, evening_now
from mixer_app.services.events import create_event
from mixer_app.services.journal import activity, undo
from mixer_app.services.people import add_attendee, get_attendee
from mixer_app.services.planning import current_plan, plan_event
from mixer_app.services.presence import close_table, note_presence, open_table, scan_at_table
from mixer_app.services.reseat import apply_reseat, propose_reseat
from mixer_app.services.room import read_room
from mixer_app.store.integrity import find_faults

OPENS = datetime(2026, 3, 5, 17, 0, tzinfo=UTC)
EVENINGS = int(os.environ.get("MIXER_EXAMPLES", "4"))
ROUNDS = 3
PEOPLE = 9
ACTS = st.sampled_from([kind for kind in ActKind if kind is not ActKind.RESCHEDULE])


class LiveEvening(RuleBasedStateMachine):
    """Staff at one control station, and the clock."""

    empty: ClassVar[Path]

    @initialize(here=st.sets(st.integers(0, PEOPLE - 1), min_size=6))
    def doors_open(self, here):
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "mixer.db"
        shutil.copy(self.empty, self.path)
        self.database = open_database(str(self.path))
        self.at = OPENS
        planning = EventPlanning(name="Evening", starts_at=datetime(2026, 3, 5, 18, 30), rounds=ROUNDS, seats=2)
        self.event = self.database.write(create_event, planning, station="Control", now=self.at)
        self.people = [self._register(number) for number in range(PEOPLE)]
        for number in sorted(here):
            self.database.write(check_in, self.event.id, self.people[number].code, station="Desk", now=self.at)
        plan_event(self.database, self.event.id, station="Control", clock=lambda: self.at)
        self.held: dict[int, set[tuple[int, int]]] = {}

    def _register(self, number):
        name = f"Person {'ABCDEFGHI'[number]}"
        role = Role.MENTOR if number < 3 else Role.BOTH if number == 3 else Role.MENTEE
        said = Registration(name=PersonName(full=name), employer=name, role=role)
        dice = Random(number)
        return self.database.write(add_attendee, self.event.id, said, station="Control", now=self.at, dice=dice)

    def _write(self, service, *arguments, **said):
        return self.database.write(service, *arguments, station="Control", now=self.at, **said)

    def _evening(self):
        return self.database.read(evening_now, self.event.id, now=self.at)

    @rule(seconds=st.sampled_from([1, 30, 90, 200, 600]))
    def time_passes(self, seconds):
        before = self._evening()
        self.at += timedelta(seconds=seconds)
        assert before.paused <= (self._evening().remaining == before.remaining), "a paused clock went on"

    @rule(kind=ACTS, seconds=st.sampled_from([-60, 60, 120]))
    def staff_act(self, kind, seconds):
        before = self._evening()
        try:
            done = self._write(act_on_evening, self.event.id, kind, round_number=before.round, seconds=seconds)
        except MixerError:
            assert self._evening() == before, "what was refused has changed the clock"
            return
        again = self._evening()
        assert done.evening == again
        if kind in (ActKind.PAUSE, ActKind.RESUME) and done.entry_id is not None:
            assert again.remaining == before.remaining

    @rule()
    def staff_undo(self):
        entries = [entry for entry in self.database.read(activity, self.event.id, 30) if entry.can_undo]
        if entries:
            with suppress(MixerError):
                self._write(undo, entries[0].id)

    @rule(number=st.integers(0, PEOPLE - 1))
    def somebody_comes(self, number):
        self.database.write(check_in, self.event.id, self.people[number].code, station="Desk", now=self.at)

    @rule(number=st.integers(0, PEOPLE - 1))
    def somebody_leaves_by_the_door(self, number):
        with suppress(MixerError):
            self.database.write(mark_left, self.event.id, self.people[number].code, station="Desk", now=self.at)

    @rule(number=st.integers(0, PEOPLE - 1), presence=st.sampled_from(Presence))
    def a_marshal_notes(self, number, presence):
        person = self.people[number]
        self._write(note_presence, self.event.id, person.id, presence, round_number=max(self._evening().round, 1))
        status = self.database.read(get_attendee, person.id).status
        assert presence is not Presence.GONE or status in (Status.LEFT, Status.REGISTERED)

    @rule(number=st.integers(0, PEOPLE - 1))
    def a_badge_is_scanned_at_a_table(self, number):
        with suppress(MixerError):
            found = self._write(scan_at_table, self.event.id, self.people[number].code)
            room = self.database.read(read_room, self.event.id, now=self.at)
            assert any(found.seat.attendee.id == seat.attendee.id and seat.presence is Presence.SEEN
                       for table in room.tables for seat in (table.mentor, *table.mentees))  # fmt: skip

    @rule(closes=st.booleans(), table=st.integers(1, 4))
    def a_table_closes_or_opens(self, closes, table):
        coming = self._evening().next_round
        with suppress(MixerError):
            self._write(
                close_table if closes else open_table, self.event.id, table,
                from_round=coming.number if coming else ROUNDS,
            )  # fmt: skip

    @precondition(lambda self: self._evening().phase is not Phase.OVER)
    @rule(in_this_round=st.booleans())
    def staff_reseat(self, in_this_round):
        evening = self._evening()
        coming = evening.next_round
        number = evening.round if in_this_round or coming is None else coming.number
        try:
            proposal = propose_reseat(
                self.database, self.event.id, from_round=number, station="Control", clock=lambda: self.at
            )
            done = self._write(apply_reseat, proposal)
        except MixerError:
            return
        seated = {
            who for meeting in done.plan.introductions if meeting.round >= number
            for who in (meeting.mentor_id, meeting.mentee_id)
        }  # fmt: skip
        gone = [one for one in seated if self.database.read(get_attendee, one).status is not Status.CHECKED_IN]
        assert not gone, "somebody who is gone was given a seat"
        room = self.database.read(read_room, self.event.id, now=self.at)
        assert not proposal.stale_since(room) or room.plan_id == done.plan.id

    @rule()
    def the_station_is_killed_and_started_again(self):
        before = self._evening()
        self.database.close()
        self.database = open_database(str(self.path))
        assert self._evening() == before

    @invariant()
    def the_database_is_sound(self):
        if hasattr(self, "database"):
            assert self.database.read(find_faults) == []

    @invariant()
    def every_turn_is_in_the_journal_once(self):
        if not hasattr(self, "database"):
            return
        evening = self._write(catch_up, self.event.id)
        told = [
            (entry.sentence, entry.at)
            for entry in self.database.read(activity, self.event.id, 10_000)
            if entry.what in ("round began", "round ended")
        ]
        assert len(told) == len(set(told))
        for turn in evening.turns:
            assert (f"Round {turn.round} {'began' if turn.began else 'ended'}", turn.at) in told

    @invariant()
    def what_took_place_is_history(self):
        if not hasattr(self, "database"):
            return
        plan, evening = self.database.read(current_plan, self.event.id), self._evening()
        over = {one.number for one in evening.rounds if one.state in (RoundState.ENDED, RoundState.SKIPPED)}
        for meeting in plan.introductions:
            assert (meeting.took_place is not None) == (meeting.round in over), meeting
        seats = {(one.round, one.mentor_id, one.mentee_id) for one in plan.introductions if one.took_place}
        for number in over & self.held.keys():
            now = {seat[1:] for seat in seats if seat[0] == number}
            noted = {seat for seat in self.held[number] if self._still_together(number, seat)}
            assert noted <= now, "a talk of a round that is over was lost"
        self.held = {number: {seat[1:] for seat in seats if seat[0] == number} for number in over}

    def _still_together(self, number, pair):
        from mixer_app.store.sightings import sightings_of

        seen = self.database.read(sightings_of, self.event.id)
        return all(seen.get((person, number), self._came(person)) for person in pair)

    def _came(self, person):
        attendee = self.database.read(get_attendee, person)
        return attendee.left_at is None and attendee.here

    def teardown(self):
        if hasattr(self, "database"):
            self.database.close()
            self.folder.cleanup()


@pytest.mark.timeout(0 if EVENINGS > 4 else 120)
def test_whatever_happens_the_evening_tells_one_true_story(empty_database_file):
    LiveEvening.empty = empty_database_file
    run_state_machine_as_test(
        LiveEvening,
        settings=settings(
            max_examples=EVENINGS, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
