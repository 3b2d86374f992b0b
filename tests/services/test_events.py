"""Making and finding events."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import (
    EmployerRule,
    EventPlanning,
    MatchingRules,
    MetBeforeRule,
    Need,
    QuestionCriterion,
    QuestionKind,
)
from mixer_app.services.events import create_event, find_event, list_events, update_event

NOW = datetime(2026, 1, 10, 9, 0, tzinfo=UTC)
RULES = MatchingRules(
    weights={"needs": 0.5, "topics": 0.5},
    questions=(QuestionCriterion(question="Advisor", kind=QuestionKind.DIFFERENT, hard=True, scale=("a", "b")),),
    employer=EmployerRule.PREFER_OUTSIDE,
    employer_aliases=(("NHS", "National Health Service"),),
    met_before=MetBeforeRule.ALLOW,
    experience_scale=("EO", "HEO"),
    related_fields=(("Surgery", "Anaesthesia"), ("Law",)),
)


def _planning(name="Mixer", day=5, **more):
    return EventPlanning(name=name, starts_at=datetime(2026, 3, day, 18, 30), **more)


def _create(database, planning):
    return database.write(create_event, planning, station="Control", now=NOW)


def test_an_event_comes_back_as_the_organizer_chose_it(database):
    planning = _planning(
        rules=RULES,
        topics=("Finance", "Board work"),
        needs=(Need(name="Relocation"), Need(name="Conflict", sensitive=True)),
        doors_at=datetime(2026, 3, 5, 18, 0),
        venue="Aula",
        language="fi",
        contact_email="me@example.org",
        rounds=6,
        seats=3,
    )
    made = _create(database, planning)
    found = database.read(find_event, None)
    assert found == made
    assert {name: getattr(found, name) for name in EventPlanning.__dataclass_fields__} == {
        name: getattr(planning, name) for name in EventPlanning.__dataclass_fields__
    }
    assert found.created_at == NOW


def test_the_latest_event_is_the_one_that_begins_last(database):
    _create(database, _planning("Spring", day=20))
    _create(database, _planning("Winter", day=2))
    assert [event.name for event in database.read(list_events)] == ["Spring", "Winter"]
    assert database.read(find_event, None).name == "Spring"


@pytest.mark.parametrize("wanted", ["Spring mixer", "spring  MIXER", "spring", "1", "#1"])
def test_an_event_is_found_by_name_beginning_or_number(database, wanted):
    _create(database, _planning("Spring mixer"))
    _create(database, _planning("Autumn mixer"))
    assert database.read(find_event, wanted).name == "Spring mixer"


def test_an_unknown_name_is_refused_with_the_known_ones(database):
    _create(database, _planning("Spring mixer"))
    with pytest.raises(MixerError, match="Known events: Spring mixer"):
        database.read(find_event, "Christmas")


def test_a_name_that_two_events_have_asks_for_the_number(database):
    _create(database, _planning("Mixer", day=5))
    _create(database, _planning("Mixer", day=6))
    with pytest.raises(MixerError, match=r"several events.*#2.*#1"):
        database.read(find_event, "mixer")


def test_without_any_event_the_way_to_make_one_is_told(database):
    with pytest.raises(MixerError, match="mixer-app new"):
        database.read(find_event, None)


def test_a_changed_event_keeps_its_number(database, event):
    changed = replace(event, name="Physicians' mixer", topics=("Research", "finance"), needs=(Need(name="Exploring"),))
    stored = database.write(update_event, changed, station="Control", now=NOW)
    assert stored == changed
    assert database.read(list_events) == [changed]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"name": "  "}, "no name"),
        ({"rounds": 0}, "0 is not possible for the rounds"),
        ({"minutes": 0}, "minutes"),
        ({"seats": 0}, "mentees at a table"),
        ({"doors_at": datetime(2026, 3, 5, 19, 0)}, "doors open after"),
        ({"doors_at": datetime(2026, 3, 5, 18, 0, tzinfo=UTC)}, "wall clock"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_stored(database, wrong, told):
    with pytest.raises(MixerError, match=told):
        _create(database, replace(_planning(), **wrong))
    assert database.read(list_events) == []
