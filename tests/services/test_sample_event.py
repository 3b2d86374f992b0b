"""The sample event reads as true."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest

from mixer_app.domain.folding import fold
from mixer_app.domain.people import Attendee
from mixer_app.domain.roles import Role
from mixer_app.services import people
from mixer_app.services.database import Database, open_database
from mixer_app.services.imports import preview_import
from mixer_app.services.sample_event import create_sample_event, sample_files, sample_planning
from mixer_app.store import wishes


@pytest.fixture(scope="module")
def sample_database(empty_database_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    path = tmp_path_factory.mktemp("sample") / "sample.db"
    path.write_bytes(empty_database_file.read_bytes())
    database = open_database(str(path))
    create_sample_event(database, station="Test", now=datetime(2026, 5, 1, tzinfo=UTC), dice=Random(1))
    yield database
    database.close()


@pytest.fixture(scope="module")
def sample(sample_database: Database) -> list[Attendee]:
    return sample_database.read(people.list_attendees, 1)


def test_it_has_about_36_mentors_and_120_mentees_and_a_few_who_are_both(sample: list[Attendee]) -> None:
    roles = Counter(person.role for person in sample)
    assert roles == {Role.MENTOR: 33, Role.MENTEE: 120, Role.BOTH: 3}


def test_nobody_is_there_twice_and_all_are_invented(sample: list[Attendee]) -> None:
    assert len({fold(person.name.full) for person in sample}) == len(sample)
    assert len({person.email for person in sample}) == len(sample)
    assert all(person.email.endswith(".example") for person in sample)
    goals = [person.goal for person in sample if person.goal]
    assert len(set(goals)) == len(goals) > 110


def test_names_come_in_many_scripts_and_employers_are_shared(sample: list[Attendee]) -> None:
    natives = "".join(person.name.native for person in sample)
    ranges = {"arabic": "\u0621", "hebrew": "\u05d0", "deva": "\u0905", "hangul": "\uac00", "han": "\u4e00"}
    assert len({ord(letter) >> 7 for letter in natives if letter.isalpha()}) >= 15
    assert all(any(abs(ord(letter) - ord(start)) < 12000 for letter in natives) for start in ranges.values())
    shared = Counter(person.employer for person in sample)
    assert sum(count >= 3 for count in shared.values()) >= 12


def test_it_has_what_makes_an_evening_difficult(sample_database: Database, sample: list[Attendee]) -> None:
    event_id = sample[0].event_id
    assert len(sample_database.read(wishes.keep_aparts, event_id)) == 2
    assert len(sample_database.read(wishes.wishes, event_id)) >= 12
    assert sample_database.read(wishes.unresolved_wishes, event_id) == []
    assert sum(person.arrives is not None for person in sample) >= 4
    assert sum(person.leaves is not None for person in sample) >= 4
    assert sum(bool(person.rests) for person in sample) >= 1
    assert sum(person.contact_consent is False for person in sample) >= 3
    assert sum(not person.needs_wanted and person.role is Role.MENTEE for person in sample) >= 3


def test_every_column_is_understood_and_every_row_accounted_for(database: Any, event: Any) -> None:
    account = preview_import(database, event.id, sample_files()).account
    assert account.rows == account.added + len(account.skipped) == 158
    assert account.rejected == ()
    assert {field for columns in account.columns.values() for field in columns.values()}.isdisjoint(
        {"question", "leave out"}
    )


def test_needs_and_topics_are_those_of_the_event(sample: list[Attendee]) -> None:
    planned = sample_planning()
    needs = {need.name for need in planned.needs}
    assert {need for person in sample for need in (*person.needs_wanted, *person.needs_offered)} <= needs
    assert {topic for person in sample for topic in (*person.topics_wanted, *person.topics_offered)} <= set(
        planned.topics
    )


def test_it_can_be_moved_to_another_day(database: Any, now: datetime) -> None:
    event = create_sample_event(database, day=date(2031, 2, 3), station="Test", now=now, dice=Random(1))
    assert event.date == date(2031, 2, 3)
    assert event.doors_at is not None
    assert event.doors_at.date() == event.date


def test_two_sample_events_can_stand_side_by_side(database: Any, now: datetime) -> None:
    first = create_sample_event(database, station="Test", now=now, dice=Random(1))
    second = create_sample_event(database, station="Test", now=now, dice=Random(2))
    assert first.id != second.id
    assert len(database.read(people.list_attendees, second.id)) == 156
