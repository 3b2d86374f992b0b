"""Doubles made one: everything they had is kept, nobody sits twice, and one undo puts every row back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from mixer_app.domain.answers import Answer, AnswerSource, GivenAnswer
from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import EventPlanning
from mixer_app.domain.matches import MatchDecision
from mixer_app.domain.people import Attendee, Status, registration_of
from mixer_app.domain.plan_edits import PairRule
from mixer_app.domain.referrals import ReferralState
from mixer_app.domain.roles import Role
from mixer_app.services.answer_import import PeopleByName
from mixer_app.services.changes import changes_since
from mixer_app.services.check_in import CheckInStatus, check_in
from mixer_app.services.doubles import find_doubles
from mixer_app.services.events import create_event
from mixer_app.services.exports import export_people
from mixer_app.services.import_matching import Matching, match_rows
from mixer_app.services.journal import activity, latest_change, undo
from mixer_app.services.kiosk_facts import check_fact
from mixer_app.services.kiosk_search import KioskIndex
from mixer_app.services.merging import Merged, look_at_merge, merge_people
from mixer_app.services.people import (
    add_attendee,
    cancel_attendee,
    edit_attendee,
    get_attendee,
    get_attendees,
    known_people_count,
    list_attendees,
    possible_doubles,
)
from mixer_app.services.plan_age import rules_changed_since
from mixer_app.services.search import PeopleIndex
from mixer_app.store.integrity import find_faults
from mixer_app.store.memory import met_before
from mixer_app.store.pair_rules import pair_rules, set_pair_rule
from mixer_app.store.plans import latest_plan
from mixer_app.store.rows import (
    JournalPrivateRow,
    JournalRow,
    MatchDecisionRow,
    MeetingRow,
    ReferralRow,
    Row,
    SetAsideAnswerRow,
    SuggestionRow,
)
from mixer_app.store.wishes import keep_aparts, wishes

Add = Callable[..., Attendee]
SAID = {"station": "Control"}


@pytest.fixture
def merge(database: Any, event: Any, now: datetime) -> Callable[..., Merged]:
    """Merge people: `merge(ann, a_smith, employer=1)`; the numbers are places of values."""

    def build(*people: Attendee, **choices: int) -> Merged:
        ids = [one.id for one in people]
        return database.write(merge_people, event.id, ids, choices, now=now, **SAID)

    return build


@pytest.fixture
def every_row(database: Any) -> Callable[[], dict[str, list[Any]]]:
    """All rows of the database but those of the journal, which only grows."""

    def read() -> dict[str, list[Any]]:
        tables = [table for table in Row.metadata.sorted_tables if table.name not in JOURNAL]
        return database.read(
            lambda session: {table.name: sorted(map(repr, session.execute(select(table)).all())) for table in tables}
        )

    return read


def test_one_remains_with_what_both_said(database: Any, add: Add, event: Any, merge: Any) -> None:
    ann = add("Ann Smith", email="ann@x.org", topics_wanted=("Finance",), answers=(("Diet", "none"),))
    double = add("A. Smith", phone="123", topics_wanted=("Leadership",), answers=(("Size", "M"),), staff_note="VIP")

    merged = merge(ann, double).attendee

    assert database.read(list_attendees, event.id) == [merged]
    assert (merged.name.full, merged.email, merged.phone, merged.staff_note) == ("Ann Smith", "ann@x.org", "123", "VIP")
    assert set(merged.topics_wanted) == {"Finance", "Leadership"}
    assert dict(merged.answers) == {"Diet": "none", "Size": "M"}
    assert database.read(known_people_count) == 1


def test_a_choice_overrules_what_was_chosen_beforehand(add: Add, merge: Any) -> None:
    ann, double = add("Ann Smith", employer="City"), add("Ann Smith", employer="County")

    assert merge(ann, double, employer=1).attendee.employer == "County"


def test_a_choice_that_there_is_not_is_refused(add: Add, merge: Any) -> None:
    ann, double = add("Ann Smith", employer="City"), add("Ann Smith", employer="County")

    with pytest.raises(MixerError, match="Employer"):
        merge(ann, double, employer=2)
    with pytest.raises(MixerError, match="no field"):
        merge(ann, double, shoes=1)


def test_the_look_tells_differing_fields_and_changes_nothing(
    database: Any, add: Add, event: Any, every_row: Any
) -> None:
    ann, double = add("Ann Smith", role="mentor"), add("A. Smith", role="mentee")
    before = every_row()

    look = database.read(look_at_merge, event.id, [double.id, ann.id])

    assert [one.title for one in look.fields] == ["Name", "Role"]
    assert look.people[0].id == ann.id
    assert look.fields[1].together is Role.BOTH
    assert every_row() == before


def test_who_is_here_stays_here_and_came_when_the_first_did(add: Add, merge: Any, arrive: Any, now: datetime) -> None:
    ann, double = add("Ann Smith"), add("A. Smith")
    arrive(double, at=now - timedelta(minutes=4))
    arrive(ann, at=now)

    merged = merge(ann, double).attendee

    assert merged.status is Status.CHECKED_IN
    assert merged.checked_in_at == now - timedelta(minutes=4)


def test_the_other_badge_still_works(database: Any, add: Add, event: Any, merge: Any, now: datetime) -> None:
    ann, double = add("Ann Smith", email="ann@x.org"), add("A. Smith", email="as@y.org")
    merged = merge(ann, double).attendee

    by_code = database.write(check_in, event.id, double.code, now=now, **SAID)
    by_email = database.write(check_in, event.id, "as@y.org", now=now, **SAID)
    found = PeopleIndex(database.read(list_attendees, event.id)).search(double.code)

    assert (by_code.status, by_code.attendee.id) == (CheckInStatus.CHECKED_IN, merged.id)
    assert by_email.status is CheckInStatus.ALREADY
    assert [one.id for one in found] == [merged.id]


def test_wishes_and_keep_aparts_hold_both_ways(database: Any, add: Add, event: Any, merge: Any, now: datetime) -> None:
    ann = add("Ann Smith", email="ann@x.org")
    bob, eve = add("Bob Jones"), add("Eve Miller")
    double = add("Annie Smith", email="as@y.org", keep_apart=("Bob Jones",), wishes=("Eve Miller",))
    wisher = add("Wes Hill", wishes=("as@y.org",), keep_apart=("Annie Smith",))

    merged = merge(ann, double).attendee
    wisher = database.write(edit_attendee, wisher.id, registration_of(wisher), now=now, **SAID)  # types them anew

    assert frozenset((merged.id, bob.id)) in database.read(keep_aparts, event.id)
    assert frozenset((merged.id, wisher.id)) in database.read(keep_aparts, event.id)
    assert {(merged.id, eve.id), (wisher.id, merged.id)} <= database.read(wishes, event.id)


def test_nobody_sits_twice_and_the_plan_is_to_be_made_again(
    database: Any, event: Any, merge: Any, room: list[Attendee], plan_now: Any
) -> None:
    plan = plan_now()
    one, other = room[4], room[5]

    merged = merge(one, other)

    after = database.read(latest_plan, event.id)
    mine = [meeting for meeting in after.introductions if merged.attendee.id in (meeting.mentor_id, meeting.mentee_id)]
    assert mine
    assert len({meeting.round for meeting in mine}) == len(mine)
    assert len({meeting.mentor_id for meeting in mine}) == len(mine)
    assert merged.plan_again
    assert database.read(rules_changed_since, plan)
    assert database.read(find_faults) == []


def test_whom_both_met_before_is_remembered(
    database: Any, add: Add, event: Any, merge: Any, introduce: Any, now: datetime, tmp_path: Any
) -> None:
    planning = EventPlanning(name="Last year", starts_at=datetime(2025, 3, 5, 18, 30))
    earlier = database.write(create_event, planning, now=now, **SAID)
    old_mentor = add("Mia Mentor", role="mentor", email="mia@x.org", to=earlier)
    old_mentee = add("A. Smith", email="old@x.org", to=earlier)
    introduce((old_mentor, old_mentee), of=earlier, took_place=True)
    mentor, ann = add("Mia Mentor", role="mentor", email="mia@x.org"), add("Ann Smith", email="ann@x.org")
    assert database.read(met_before, event.id) == set()

    merged = merge(ann, old_mentee).attendee

    assert database.read(met_before, event.id) == {(mentor.id, merged.id)}
    assert database.read(get_attendee, old_mentee.id).status is Status.REGISTERED
    assert database.read(get_attendee, old_mentee.id).person_id == merged.person_id


@pytest.mark.parametrize(("chosen", "other"), [(0, "as@y.org"), (1, "ann@x.org")])
def test_a_later_registration_with_either_address_is_the_same_person(
    database: Any, add: Add, merge: Any, now: datetime, chosen: int, other: str
) -> None:
    merged = merge(add("Ann Smith", email="ann@x.org"), add("A. Smith", email="as@y.org"), email=chosen).attendee
    later = database.write(
        create_event, EventPlanning(name="Next", starts_at=datetime(2027, 3, 5, 18, 30)), now=now, **SAID
    )

    again = add("A. Smith", email=other, to=later)

    assert again.person_id == merged.person_id


def test_a_row_of_the_other_in_a_later_file_finds_the_merged(database: Any, add: Add, event: Any, merge: Any) -> None:
    ann, double = add("Ann Smith", email="ann@x.org"), add("A. Smith", email="as@y.org")
    merge(ann, double)

    matching = match_again(database, event, registration_of(double))

    assert (matching.added, matching.skipped, matching.rejected) == (0, [], [])


@pytest.mark.parametrize("chosen", [0, 1])
def test_every_address_goes_on_finding_the_person(
    database: Any, add: Add, event: Any, merge: Any, now: datetime, a_registration: Any, chosen: int
) -> None:
    emails = ("john@x.org", "jon@y.org")
    john, double = (add(name, email=email) for name, email in zip(("John Smith", "Jon Smith"), emails, strict=True))

    merged = merge(john, double, email=chosen).attendee

    assert (merged.email, merged.also_emails) == (emails[chosen], (emails[1 - chosen],))
    assert database.read(list_attendees, event.id) == database.read(get_attendees, [merged.id]) == [merged]
    again = add("Smith", email=emails[1 - chosen])
    people = [merged, again]
    for email in emails:
        assert merged in PeopleIndex([merged]).search(email)
        assert len(KioskIndex([merged]).find(email).hits) == 1
        assert PeopleByName([merged]).find([email]) == (merged, "")
        assert database.write(check_fact, merged.id, email[:3], now=now, **SAID)
        assert merged in database.read(possible_doubles, event.id, a_registration("Somebody Else", email=email))
    assert find_doubles(people) == {merged.id: (again.id,), again.id: (merged.id,)}


def test_an_address_that_both_had_is_no_other_one(add: Add, merge: Any) -> None:
    merged = merge(add("John Smith", email="john@x.org"), add("Jon Smith", email="JOHN@x.org"), add("J Smith")).attendee

    assert (merged.email, merged.also_emails) == ("john@x.org", ())


def test_a_merge_that_takes_the_other_address_is_undone_whole(
    database: Any, add: Add, merge: Any, now: datetime, every_row: Any
) -> None:
    john, double = add("John Smith", email="john@x.org"), add("Jon Smith", email="jon@y.org")
    before = every_row()
    merged = merge(john, double, email=1)

    database.write(undo, merged.entry_id, now=now, **SAID)

    assert every_row() == before


def test_of_who_cancelled_no_other_address_is_held_against_a_newcomer(
    database: Any, add: Add, event: Any, merge: Any, now: datetime, a_registration: Any
) -> None:
    merged = merge(add("John Smith", email="john@x.org"), add("Jon Smith", email="jon@y.org")).attendee
    database.write(cancel_attendee, merged.id, now=now, **SAID)

    assert database.read(possible_doubles, event.id, a_registration("New One", email="jon@y.org")) == []


@pytest.mark.parametrize("chosen", [0, 1])
def test_the_file_that_brought_both_waits_for_nothing_when_it_comes_again(
    database: Any, add: Add, event: Any, merge: Any, a_registration: Any, chosen: int
) -> None:
    said = [
        a_registration("John Smith", email="john@x.org", employer="City", phone="12"),
        a_registration("Jon Smith", email="jon@y.org", employer="City"),
        a_registration("Jon Smyth", role="mentor", employer="City"),
    ]
    people = [add(one.name.full, role=one.role, email=one.email, employer="City", phone=one.phone) for one in said]
    merged = merge(*people, email=chosen).attendee

    again = match_again(database, event, *said)
    newer = match_again(database, event, said[1], said[0], replace(said[1], title="Dr"))

    assert (again.rejected, again.skipped, again.unchanged) == ([], [], 3)
    assert (newer.rejected, newer.skipped, newer.added) == ([], [], 0)
    (target,) = newer.targets
    assert (target.after.email, target.after.title, target.after.role) == (merged.email, "Dr", Role.BOTH)


def test_who_has_the_address_and_another_name_is_asked_about(
    database: Any, add: Add, event: Any, merge: Any, a_registration: Any
) -> None:
    merge(add("John Smith", email="john@x.org"), add("Jon Smith", email="jon@y.org"))

    (asked,) = match_again(database, event, a_registration("Ada Brown", email="jon@y.org")).rejected

    assert asked.reason == "John Smith is registered with the same address. One person, or two who share it?"


def match_again(database: Any, event: Any, *said: Any) -> Matching:
    """What an import of these rows would do."""
    from mixer_app.exchange.reading import RowReading, TableReading
    from mixer_app.services.import_applying import everyone

    rows = tuple(RowReading(row=number, registration=one, role_of_file=False) for number, one in enumerate(said, 2))
    return match_rows(database.read(everyone, event.id), [TableReading(name="f.csv", sheet="", rows=rows, warnings=())])


def test_what_was_done_before_rests_on_the_merge(database: Any, add: Add, merge: Any, now: datetime) -> None:
    ann, double = add("Ann Smith"), add("A. Smith")
    database.write(edit_attendee, ann.id, registration_of(ann).__class__(name=ann.name, title="Dr"), now=now, **SAID)
    edited = database.read(latest_change)
    merge(ann, double)

    with pytest.raises(MixerError, match="Undo that first"):
        database.write(undo, edited, now=now, **SAID)


def test_a_merge_is_not_taken_back_over_a_later_change(database: Any, add: Add, merge: Any, now: datetime) -> None:
    ann, double = add("Ann Smith", title="Dr"), add("A. Smith", phone="12")
    merged = merge(ann, double)
    said = registration_of(merged.attendee)
    database.write(edit_attendee, ann.id, type(said)(name=ann.name), now=now, **SAID)

    with pytest.raises(MixerError, match="changed again after this"):
        database.write(undo, merged.entry_id, now=now, **SAID)


def test_lists_of_other_stations_hear_of_it(database: Any, add: Add, event: Any, merge: Any) -> None:
    ann, double = add("Ann Smith"), add("A. Smith")
    seen = database.read(latest_change)

    merge(ann, double)

    assert database.read(changes_since, event.id, seen).attendee_ids == {ann.id, double.id}


def test_one_person_alone_or_one_merged_already_is_refused(database: Any, add: Add, event: Any, merge: Any) -> None:
    ann, double, third = add("Ann Smith"), add("A. Smith"), add("Anna Smith")
    merge(ann, double)

    for people, why in (([ann], "two people"), ([third, double], "merged already")):
        with pytest.raises(MixerError, match=why):
            merge(*people)


def test_one_who_stands_for_another_can_be_merged_again(database: Any, add: Add, event: Any, merge: Any) -> None:
    ann, double, third = add("Ann Smith"), add("A. Smith"), add("Anna B Smith", email="anna@x.org", phone="1")
    merge(ann, double)

    last = merge(third, ann).attendee

    assert sorted(last.also_codes) == sorted(({ann.code, third.code} - {last.code}) | {double.code})
    assert database.read(find_faults) == []


JOURNAL = (JournalRow.__tablename__, JournalPrivateRow.__tablename__)
NAMES = st.sampled_from(("Ann Smith", "A. Smith", "ANN SMITH"))
SOME = st.fixed_dictionaries(
    {
        "role": st.sampled_from(("mentor", "mentee", "both")),
        "employer": st.sampled_from(("", "City", "City Hospital")),
        "email": st.sampled_from(("", "ann@x.org", "as@y.org")),
        "topics_wanted": st.sampled_from(((), ("Finance",), ("Leadership", "Finance"))),
        "needs_offered": st.sampled_from(((), ("Relocation",))),
        "answers": st.sampled_from(((), (("Diet", "none"),), (("Diet", "vegan"), ("Size", "M")))),
        "wishes": st.sampled_from(((), ("Bob Jones",), ("A. Smith",))),
        "keep_apart": st.sampled_from(((), ("Bob Jones",))),
        "introductions_limit": st.sampled_from((None, 2, 4)),
        "contact_consent": st.sampled_from((None, True, False)),
    }
)
HAPPENED = st.sets(st.sampled_from(("in 1", "in 2", "plan", "answers", "afterwards", "rules", "table", "wished")))


@settings(max_examples=15, phases=[Phase.explicit, Phase.generate])
@given(people=st.lists(st.tuples(NAMES, SOME), min_size=2, max_size=3), happened=HAPPENED, order=st.randoms())
def test_undone_every_row_is_as_it_was_and_done_again_as_it_became(
    tmp_path_factory: pytest.TempPathFactory,
    empty_database_file: Any,
    a_registration: Any,
    people: Any,
    happened: set[str],
    order: Any,
) -> None:
    world = _World(tmp_path_factory.mktemp("merge"), empty_database_file, a_registration)
    try:
        doubles = world.fill(people, happened)
        before, exported = world.rows(), world.export("before")
        order.shuffle(doubles)
        merged = world.write(merge_people, world.event.id, [one.id for one in doubles])
        after = world.rows()
        assert world.database.read(find_faults) == []
        world.nothing_names({one.id for one in doubles} - {merged.attendee.id})
        assert len(world.database.read(list_attendees, world.event.id)) == 3
        assert sum(not one.undone for one in world.database.read(activity, world.event.id) if one.what == "merged") == 1

        world.write(undo, merged.entry_id)
        assert world.rows() == before
        assert world.export("undone") == exported

        world.write(undo, world.database.read(latest_change))
        assert world.rows() == after

        world.write(undo, merged.entry_id)
        assert world.rows() == before
    finally:
        world.database.close()


class _World:
    """A database in which doubles have all that people can have."""

    def __init__(self, folder: Any, empty: Any, a_registration: Any) -> None:
        import shutil

        from mixer_app.services.database import open_database

        self.folder, self.registration = folder, a_registration
        shutil.copy(empty, folder / "mixer.db")
        self.database = open_database(str(folder / "mixer.db"))
        self.now = datetime.fromisoformat("2026-03-05T17:00:00+00:00")
        planning = EventPlanning(name="Mixer", starts_at=datetime(2026, 3, 5, 18, 30), topics=("Finance", "Leadership"))
        self.event = self.write(create_event, planning)

    def write(self, service: Any, *said: Any, **more: Any) -> Any:
        self.now += timedelta(seconds=1)
        return self.database.write(service, *said, station="Control", now=self.now, **more)

    def add(self, name: str, **said: Any) -> Attendee:
        from random import Random

        return self.write(add_attendee, self.event.id, self.registration(name, **said), dice=Random(name + str(said)))

    def fill(self, people: Any, happened: set[str]) -> list[Attendee]:
        """Doubles, and two others who have to do with them."""
        bob = self.add("Bob Jones", role="mentor", email="bob@x.org")
        eve = self.add("Eve Miller", role="both", wishes=("A. Smith",) if "wished" in happened else ())
        doubles = [self.add(name, **said) for name, said in people]
        one, other = doubles[:2]
        for key, person in (("in 1", one), ("in 2", other)):
            if key in happened:
                self.write(check_in, self.event.id, person.code)
        if "plan" in happened:
            self._plan([(bob, one, 1), (bob, other, 2), (eve, other, 1), (one, eve, 2), (other, bob, 3)])
        if "rules" in happened:
            for mentor, mentee, rule in ((bob, one, PairRule.MUST_MEET), (bob, other, PairRule.FORBIDDEN)):
                self.database.write(set_pair_rule, self.event.id, mentor.id, mentee.id, rule)
            assert len(self.database.read(pair_rules, self.event.id)) == 2
        if "table" in happened:
            from mixer_app.store.rows import TableRow

            hosts = {1: one.id, 2: other.id, 3: bob.id}
            rows = [TableRow(event_id=self.event.id, number=number, host_id=host) for number, host in hosts.items()]
            self.database.write(lambda session: session.add_all(rows))
        if "answers" in happened:
            from mixer_app.store.answers import add_answers

            given = [
                GivenAnswer(from_id=a.id, to_id=b.id, answer=Answer.YES, at=self.now, station="Desk")
                for a, b in ((one, bob), (other, bob), (bob, one), (bob, other), (one, other))
            ]
            self.database.write(add_answers, self.event.id, given)
        if "afterwards" in happened:
            self._afterwards(one, other, bob, eve)
        return doubles

    def _afterwards(self, one: Attendee, other: Attendee, bob: Attendee, eve: Attendee) -> None:
        noted = {"at": self.now, "station": "Desk"}
        told = {"refer": False, "note": "", "helped": 3, "source": AnswerSource.KIOSK, "answer": "no", "batch": None}
        referred = {"event_id": self.event.id, "wanted": "Finance", "state": ReferralState.AGREED}
        rows = [
            *(
                row
                for way in ((one, bob), (other, bob), (bob, one), (bob, other), (one, other))
                for row in (
                    SetAsideAnswerRow(from_id=way[0].id, to_id=way[1].id, **told, **noted),
                    MeetingRow(event_id=self.event.id, mentor_id=way[0].id, mentee_id=way[1].id, **noted),
                    MatchDecisionRow(
                        event_id=self.event.id,
                        mentor_id=way[0].id,
                        mentee_id=way[1].id,
                        decision=MatchDecision.FIRST,
                        **noted,
                    ),
                    SuggestionRow(event_id=self.event.id, attendee_id=way[0].id, other_id=way[1].id, **noted),
                    ReferralRow(from_id=eve.id, mentee_id=way[0].id, mentor_id=way[1].id, **referred, **noted),
                )
            ),
            SuggestionRow(event_id=self.event.id, attendee_id=other.id, other_id=None, **noted),
            ReferralRow(from_id=None, mentee_id=eve.id, mentor_id=other.id, **referred, **noted),
        ]
        self.database.write(lambda session: session.add_all(rows))

    def _plan(self, meetings: list[tuple[Attendee, Attendee, int]]) -> None:
        from mixer_app.domain.plans import Introduction, QualityFigures
        from mixer_app.store.plans import save_plan

        figures = QualityFigures(
            meetings=5, fewest=0, kept=0, strong_mentees=0, discovery_mentees=0, total_score=1.0, optimal=False,
            bound_meetings=5, bound_score=2.0,
        )  # fmt: skip
        introductions = [
            Introduction(round=number, table=at, mentor_id=mentor.id, mentee_id=mentee.id, score=0.5, evidence=())
            for at, (mentor, mentee, number) in enumerate(meetings, 1)
        ]
        self.database.write(
            save_plan, self.event.id, introductions=introductions, quality=figures, without=(), rounds=5,
            mentee_ids=sorted({mentee.id for _, mentee, _ in meetings}),
            mentor_ids=sorted({mentor.id for mentor, _, _ in meetings}), now=self.now, station="Control",
        )  # fmt: skip

    def rows(self) -> dict[str, list[str]]:
        tables = [table for table in Row.metadata.sorted_tables if table.name not in JOURNAL]
        return self.database.read(
            lambda session: {table.name: sorted(map(repr, session.execute(select(table)).all())) for table in tables}
        )

    def nothing_names(self, merged: set[int]) -> None:
        """Of what follows the talks."""
        columns = {
            SetAsideAnswerRow: ("from_id", "to_id"),
            MeetingRow: ("mentor_id", "mentee_id"),
            MatchDecisionRow: ("mentor_id", "mentee_id"),
            ReferralRow: ("mentee_id", "from_id", "mentor_id"),
            SuggestionRow: ("attendee_id", "other_id"),
        }

        def look(session: Any) -> None:
            for kind, names in columns.items():
                for row in session.scalars(select(kind)):
                    named = [getattr(row, name) for name in names]
                    assert not merged & set(named)
                    assert len(set(named)) == len(named)

        self.database.read(look)

    def export(self, name: str) -> bytes:
        path = self.folder / f"{name}.csv"
        export_people(self.database, self.event.id, path)
        return path.read_bytes()
