"""Which kinds of mentors an event is short of, without telling of single people."""

from dataclasses import replace
from typing import Any

import pytest

from mixer_app.domain.events import Event, MatchingRules, Need
from mixer_app.services.mentor_kinds import ANY_KIND, MentorKind, Trait, one_more, short_kinds


@pytest.fixture
def crowd(an_attendee: Any) -> list[Any]:
    """Six mentees who want relocation and finance, one mentor who offers finance."""
    mentees = [an_attendee(name, needs_wanted=("Relocation",), topics_wanted=("Finance",)) for name in "ABCDEF"]
    return [*mentees, an_attendee("Yusuf", role="mentor", topics_offered=("finance",), experience_years=20.0)]


def test_what_nobody_offers_is_shortest(crowd: list[Any], event: Event) -> None:
    assert short_kinds(event, crowd, most=5) == (
        ANY_KIND,
        MentorKind(Trait.NEED, "Relocation", 6, 0),
        MentorKind(Trait.TOPIC, "Finance", 6, 1),
    )
    assert short_kinds(event, crowd, most=1)[1:] == (MentorKind(Trait.NEED, "Relocation", 6, 0),)


def test_fields_count_where_the_field_counts(crowd: list[Any], event: Event) -> None:
    cardiologists = [replace(person, field="Cardiology") for person in crowd if person.role.seeks]
    kinds = short_kinds(event, cardiologists, most=5)
    assert MentorKind(Trait.FIELD, "Cardiology", 6, 0) in kinds
    rules = MatchingRules(weights={**event.rules.weights, "field": 0.0})
    assert MentorKind(Trait.FIELD, "Cardiology", 6, 0) not in short_kinds(
        replace(event, rules=rules), cardiologists, most=5
    )


def test_below_five_people_there_are_no_kinds(crowd: list[Any], event: Event) -> None:
    assert short_kinds(event, crowd[:4], most=5) == ()
    assert short_kinds(event, [*crowd[:4], crowd[-1]], most=5) == (ANY_KIND,)


def test_what_is_enough_is_no_kind(crowd: list[Any], event: Event, an_attendee: Any) -> None:
    more = [an_attendee(name, role="mentor", topics_offered=("Finance",)) for name in "XYZ"]
    assert [kind.name for kind in short_kinds(event, [*crowd, *more], most=5)] == ["", "Relocation"]


def test_sensitive_needs_are_for_the_control_station(crowd: list[Any], event: Event) -> None:
    secret = replace(event, needs=(Need(name="Relocation", sensitive=True),))
    assert short_kinds(secret, crowd, most=1)[1] == MentorKind(Trait.NEED, "Relocation", 6, 0, sensitive=True)
    assert "Relocation" not in [kind.name for kind in short_kinds(secret, crowd, most=5, control=False)]


@pytest.mark.parametrize("trait", list(Trait))
def test_one_more_of_a_kind_offers_it_and_is_nobody_who_is_registered(
    crowd: list[Any], event: Event, trait: Trait
) -> None:
    kind = MentorKind(trait, "Relocation" if trait is not Trait.ANY else "")
    more = one_more(kind, 2, event, crowd)
    assert kind.offered_by(more)
    assert more.role.hosts
    assert more.id < 0
    assert more.experience_years == 20.0
    assert kind.wanted_by(crowd[0]) is (trait in {Trait.ANY, Trait.NEED})
