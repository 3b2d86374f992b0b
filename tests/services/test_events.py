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
from mixer_app.services.journal import activity, undo

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


def _latest(database, event):
    return database.read(activity, event.id)[0]


def _edit(database, before, **what):
    return database.write(update_event, replace(before, **what), before=before, station="Control", now=NOW)


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ({"rounds": 6}, "Changed the rounds from 5 to 6"),
        ({"venue": "Town Hall"}, "Changed the venue to Town Hall"),
        ({"starts_at": datetime(2026, 3, 5, 19, 0)}, "Changed the first round to 19:00"),
        ({"starts_at": datetime(2026, 3, 6, 19, 0)}, "Changed the first round to 6 March, 19:00"),
        ({"topics": ("Finance", "Leadership", "AI")}, "Changed the topics: added AI"),
        ({"topics": ("Money", "Leadership")}, "Changed the topics: Finance is now Money"),
        ({"topics": ("Leadership", "Finance")}, "Changed the order of topics"),
        ({"rounds": 4, "seats": 2}, "Changed the rounds from 5 to 4 and the mentees at a table from 1 to 2"),
    ],
)
def test_a_change_is_told_undone_and_done_again(database, event, what, told):
    changed = _edit(database, event, **what)
    entry = _latest(database, event)
    assert (entry.sentence, entry.can_undo) == (told, True)
    database.write(undo, entry.id, station="Control", now=NOW)
    database.write(undo, entry.id, station="Control", now=NOW)
    assert database.read(find_event, None) == event
    database.write(undo, _latest(database, event).id, station="Control", now=NOW)
    assert database.read(find_event, None) == changed


def test_a_private_mark_can_be_taken_back(database, event):
    needs = tuple(replace(need, sensitive=True) for need in event.needs)
    assert _edit(database, event, needs=needs).needs == needs
    assert _latest(database, event).sentence == "Changed which needs are private"
    database.write(undo, _latest(database, event).id, station="Control", now=NOW)
    assert database.read(find_event, None).needs == event.needs


def test_two_stations_that_change_two_things_both_have_their_way(database, event):
    _edit(database, event, rounds=6)
    assert _edit(database, event, venue="Town Hall").rounds == 6


def test_what_was_changed_again_is_not_undone_before_that(database, event):
    changed = _edit(database, event, rounds=6)
    first = _latest(database, event)
    _edit(database, changed, rounds=7)
    with pytest.raises(MixerError, match="Undo that first"):
        database.write(undo, first.id, station="Control", now=NOW)
    assert database.read(find_event, None).rounds == 7


def test_no_change_is_no_entry(database, event):
    before = _latest(database, event)
    assert _edit(database, event) == event
    assert _latest(database, event) == before


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"topics": ("Finance", "finance ")}, "among the topics twice"),
        ({"needs": (Need(name=" "),)}, "need has no name"),
        ({"contact_email": "somebody"}, "no e-mail address"),
        ({"rounds": 0}, "0 is not possible"),
    ],
)
def test_a_wrong_change_is_refused_and_nothing_is_stored(database, event, wrong, told):
    with pytest.raises(MixerError, match=told):
        _edit(database, event, **wrong)
    assert database.read(find_event, None) == event


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


def test_nothing_that_nobody_sees_comes_into_the_names_of_an_event(database, event, now):
    given = {"station": "Desk 1", "now": now}
    made = EventPlanning(
        name="\x1b]0;x\x07Even\u202eing\u2066", starts_at=event.starts_at, venue="H\x9ball", topics=("Pa\u2060y",)
    )
    stored = database.write(create_event, made, **given)
    assert (stored.name, stored.venue, stored.topics) == ("]0;xEvening", "Hall", ("Pay",))
    changed = database.write(update_event, replace(stored, name="Sp\u202bring", contact_email="a\xad@x.org"), **given)
    assert (changed.name, changed.contact_email) == ("Spring", "a@x.org")
    with pytest.raises(MixerError, match="no name"):
        database.write(create_event, replace(made, name="\u202e\x1b"), **given)
