"""An answer that is not returned changes nothing that an attendee can see or hold, to the byte.

Whoever makes something for attendees adds it to `OUTPUTS`.
"""

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from mixer_app.domain.answers import Answer, AnswerSource, GivenAnswer
from mixer_app.domain.events import Event, EventPlanning
from mixer_app.domain.matches import Standing
from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Introduction
from mixer_app.domain.referrals import ReferralState
from mixer_app.services.answers import mutual_matches
from mixer_app.services.encounters import read_encounters
from mixer_app.services.events import create_event
from mixer_app.services.exports import export_follow_up, export_people, export_plan
from mixer_app.services.follow_up import follow_up_rows
from mixer_app.services.follow_up_folder import write_follow_up_folder
from mixer_app.services.kiosk_answers import kiosk_answer_sheet
from mixer_app.services.matches import list_matches
from mixer_app.services.meetings import record_meeting
from mixer_app.services.paper import Document, print_document, print_kit
from mixer_app.services.paper_contents import follow_up_summaries, match_sheets
from mixer_app.services.people import add_attendee
from mixer_app.services.planning import publish
from mixer_app.services.referrals import refer, set_referral_state
from mixer_app.services.suggestions import suggest
from mixer_app.store.answers import add_answers
from mixer_app.store.plans import save_plan
from mixer_app.store.rows import AnswerRow
from tests.conftest import NOW, QUALITY

KIT = print_kit()
LATER = NOW + timedelta(hours=4)


class World:
    """An evening that is over: four mentors, four mentees, and one who is both."""

    def __init__(self, folder: Path, empty: Path, a_registration: Callable[..., Any]) -> None:
        from mixer_app.services.database import open_database

        self.folder = folder
        shutil.copy(empty, folder / "mixer.db")
        self.database = open_database(str(folder / "mixer.db"))
        planning = EventPlanning(name="Mixer", starts_at=datetime(2026, 3, 5, 18, 30), topics=("Finance", "Law"))
        self.event: Event = self.write(create_event, planning)
        self.people = [self._add(a_registration, place) for place in range(9)]
        mentors, mentees, both = self.people[:4], self.people[4:8], self.people[8]
        self.met = [(mentors[place], mentees[(place + number) % 4]) for number in range(2) for place in range(4)]
        self.met += [(both, mentees[0]), (mentors[3], both)]
        self._plan()
        self.write(record_meeting, self.event.id, mentors[0].id, mentees[3].id)
        self.met.append((mentors[0], mentees[3]))
        self.write(suggest, self.event.id, mentees[1].id, mentors[3].id)
        told = self.write(refer, self.event.id, mentees[0].id, from_id=mentors[0].id, mentor_id=mentors[1].id)
        self.write(set_referral_state, self.event.id, told.referral.id, ReferralState.AGREED)

    def write(self, service: Any, *said: Any, **more: Any) -> Any:
        return self.database.write(service, *said, station="Desk", now=NOW, **more)

    def _add(self, a_registration: Callable[..., Any], place: int) -> Attendee:
        role = "both" if place == 8 else "mentee" if place >= 4 else "mentor"
        said: dict[str, Any] = {
            "email": f"p{place}@x.example",
            "phone": f"+1 555 01{place:02}",
            "employer": f"House {place}",
            "contact_consent": (True, None, True, False)[place % 4],
            "email_consent": (None, True, False, None)[place // 2 % 4],
            "continuing_limit": (1, 2, None, None)[place % 4],
            "contact_frequency": ("Monthly", "Quarterly", "")[place % 3],
            "topics_offered": ("Finance",) if place < 4 else (),
            "topics_wanted": ("Finance", "Law") if place >= 4 else (),
        }
        registration = a_registration(f"P{place} Person", role=role, **said)
        return self.database.write(
            add_attendee, self.event.id, registration, station="Desk", now=NOW, dice=Random(place)
        )

    def _plan(self) -> None:
        seats = [
            Introduction(
                round=1 + place // 4,
                table=1 + place % 4,
                mentor_id=mentor.id,
                mentee_id=mentee.id,
                score=0.4 + place / 50,
                took_place=False if place == 1 else None if place == 2 else True,
            )
            for place, (mentor, mentee) in enumerate(self.met)
        ]
        plan = self.database.write(
            save_plan,
            self.event.id,
            introductions=seats,
            quality=QUALITY,
            rounds=5,
            mentee_ids=sorted({mentee.id for _, mentee in self.met}),
            mentor_ids=sorted({mentor.id for mentor, _ in self.met}),
            now=NOW,
            station="Control",
        )
        self.write(publish, plan.id)

    def set_answers(self, given: list[GivenAnswer]) -> None:
        def put(session: Any) -> None:
            session.execute(delete(AnswerRow))
            add_answers(session, self.event.id, given)

        self.database.write(put)

    def read(self, service: Any, *said: Any, **more: Any) -> Any:
        return self.database.read(service, self.event.id, *said, **more)

    def exported(self, write: Any, ending: str = "csv") -> bytes:
        path = self.folder / f"out.{ending}"
        write(self.database, self.event.id, path)
        return path.read_bytes()

    def folder_of_everything(self) -> dict[str, bytes]:
        folder = write_follow_up_folder(self.database, self.event.id, self.folder / "Follow-up", kit=KIT).folder
        return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    @property
    def pairs(self) -> list[tuple[int, int]]:
        """Both directions of every talk."""
        return [way for one, other in self.met for way in ((one.id, other.id), (other.id, one.id))]


OUTPUTS: dict[str, Callable[[World], Any]] = {
    "kiosk": lambda world: {one.id: world.read(kiosk_answer_sheet, one.id, now=LATER) for one in world.people},
    "summaries": lambda world: world.read(follow_up_summaries, None),
    "rows of follow-up": lambda world: world.read(follow_up_rows),
    "follow-up.csv": lambda world: world.exported(export_follow_up),
    "follow-up.xlsx": lambda world: world.exported(export_follow_up, "xlsx"),
    "plan.csv": lambda world: world.exported(export_plan),
    "people.csv": lambda world: world.exported(export_people),
    "match sheets": lambda world: world.read(match_sheets, None),
}
"""Everything that attendees see or hold, as something to compare; "kiosk" by the number of who stands there."""


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, empty_database_file: Path) -> Iterator[World]:
    from mixer_app.domain.people import PersonName, Registration
    from mixer_app.domain.roles import Role

    def a_registration(name: str, role: str, **said: Any) -> Registration:
        given_name, _, family = name.rpartition(" ")
        return Registration(name=PersonName(full=name, given=given_name, family=family), role=Role(role), **said)

    made = World(tmp_path_factory.mktemp("privacy"), empty_database_file, a_registration)
    yield made
    made.database.close()


def _answers(world: World) -> st.SearchStrategy[list[GivenAnswer]]:
    """Any answers to the talks of the evening; some are left open."""
    one = st.one_of(
        st.none(),
        st.tuples(st.sampled_from(Answer), st.booleans(), st.sampled_from((None, 1, 5)), st.sampled_from(AnswerSource)),
    )
    return st.tuples(*(one for _ in world.pairs)).map(
        lambda said: [
            GivenAnswer(from_id=way[0], to_id=way[1], answer=a[0], refer=a[1], helped=a[2], source=a[3], at=NOW)
            for way, a in zip(world.pairs, said, strict=True)
            if a is not None
        ]
    )


def _mutual(given_answers: list[GivenAnswer]) -> set[frozenset[int]]:
    yes = {(one.from_id, one.to_id) for one in given_answers if one.answer is Answer.YES}
    return {frozenset(way) for way in yes if way[::-1] in yes}


def _with(given_answers: list[GivenAnswer], way: tuple[int, int], said: Answer | None) -> list[GivenAnswer]:
    """The same answers, but for what one person said about another: and that with a note and a mark."""
    rest = [one for one in given_answers if (one.from_id, one.to_id) != way]
    if said is None:
        return rest
    new = GivenAnswer(from_id=way[0], to_id=way[1], answer=said, refer=True, note="Secret", helped=2, at=LATER)
    return [*rest, new]


@settings(max_examples=8)
@given(drawn=st.data())
def test_no_output_changes_by_a_byte_with_an_answer_that_is_not_returned(world: World, drawn: st.DataObject) -> None:
    before = drawn.draw(_answers(world))
    way = drawn.draw(st.sampled_from(world.pairs))
    after = _with(before, way, drawn.draw(st.sampled_from((*Answer, None))))
    if _mutual(before) != _mutual(after):
        after = _with(before, way, Answer.NO)
        before = _with(before, way, Answer.NOT_MET)
    world.set_answers(before)
    told = {name: make(world) for name, make in OUTPUTS.items()}
    world.set_answers(after)
    now_told = {name: make(world) for name, make in OUTPUTS.items()}
    if {(one.from_id, one.to_id) for one in before} != {(one.from_id, one.to_id) for one in after}:
        for kiosk in (told["kiosk"], now_told["kiosk"]):
            del kiosk[way[0]]  # who has answered sees that there is an answer
    assert now_told == told


def test_the_printed_summaries_and_every_file_to_hand_out_are_the_same(world: World) -> None:
    mentor, mentee = world.met[0]
    pages: list[bytes] = []
    folders: list[dict[str, bytes]] = []
    for said in (Answer.YES, Answer.NO, Answer.NOT_MET, None):
        world.set_answers(_with([], (mentee.id, mentor.id), said))
        path = world.folder / "follow-up.pdf"
        print_document(world.database, world.event.id, Document.FOLLOW_UP, path, now=NOW)
        pages.append(path.read_bytes())
        folders.append(world.folder_of_everything())
    assert len(set(pages)) == 1
    assert all(folder == folders[0] for folder in folders)
    assert len(folders[0]) > 3 * len(world.people)


def test_the_outputs_do_change_with_a_mutual_match(world: World) -> None:
    mentor, mentee = world.met[0]
    one_side = _with([], (mentee.id, mentor.id), Answer.YES)
    world.set_answers(one_side)
    told = {name: make(world) for name, make in OUTPUTS.items()}
    world.set_answers(_with(one_side, (mentor.id, mentee.id), Answer.YES))
    changed = {name for name, make in OUTPUTS.items() if make(world) != told[name]}
    assert changed == {
        "kiosk",
        "summaries",
        "rows of follow-up",
        "follow-up.csv",
        "follow-up.xlsx",
    }


@settings(max_examples=25)
@given(drawn=st.data())
def test_a_match_is_mutual_if_and_only_if_both_said_yes_everywhere(world: World, drawn: st.DataObject) -> None:
    said = drawn.draw(_answers(world))
    world.set_answers(said)
    expected = _mutual(said)
    assert world.read(mutual_matches) == expected
    codes = {one.id: one.code for one in world.people}
    rows = world.read(follow_up_rows)
    assert {frozenset((row.code, row.partner_code)) for row in rows if row.mutual} == {
        frozenset(codes[one] for one in pair) for pair in expected
    }
    assert {frozenset((one.mentor_id, one.mentee_id)) for one in world.read(list_matches)} == expected


@settings(max_examples=25)
@given(drawn=st.data())
def test_a_contact_stands_only_where_both_said_yes_both_agreed_to_share_and_the_mentor_has_a_place(
    world: World, drawn: st.DataObject
) -> None:
    world.set_answers(drawn.draw(_answers(world)))
    _look_at_contacts(world)


def test_where_everybody_says_yes_consent_and_places_alone_decide_who_gets_a_contact(world: World) -> None:
    world.set_answers([GivenAnswer(from_id=one, to_id=other, answer=Answer.YES, at=NOW) for one, other in world.pairs])
    _look_at_contacts(world)
    rows = world.read(follow_up_rows)
    assert all(row.mutual for row in rows)
    assert {bool(row.contact) for row in rows} == {True, False}


def _look_at_contacts(world: World) -> None:
    """Each row has a contact if and only if both said yes, both agreed to share, and the mentor has a place."""
    people = {one.code: one for one in world.people}
    encounters = world.database.read(read_encounters, world.event.id)
    for row in world.read(follow_up_rows):
        one, other = people[row.code], people[row.partner_code]
        standing = encounters.standings.get((one.id, other.id))
        refused = one.contact_consent is False or other.contact_consent is False
        shared = [other.email] * (other.email_consent is not False) + [other.phone]
        goes_on = standing is Standing.GOES_ON and not refused
        assert row.contact == (", ".join(shared) if goes_on else "")
        assert row.mutual == (standing is not None)
    for mentor in (one for one in world.people if one.role.hosts and one.continuing_limit is not None):
        talks = [talk for talk, _ in encounters.of(mentor.id) if talk.mentor_id == mentor.id]
        going_on = [talk for talk in talks if encounters.standing(talk) is Standing.GOES_ON]
        assert len(going_on) <= mentor.continuing_limit


def test_the_kiosk_shows_who_was_met_and_that_there_is_an_answer_but_not_which(world: World) -> None:
    mentor, mentee = world.met[0]
    world.set_answers(_with([], (mentee.id, mentor.id), Answer.NO))
    sheet = world.read(kiosk_answer_sheet, mentee.id, now=LATER)
    assert [line.partner_id for line in sheet.lines if line.answered] == [mentor.id]
    world.set_answers(_with([], (mentee.id, mentor.id), Answer.YES))
    assert world.read(kiosk_answer_sheet, mentee.id, now=LATER) == sheet
