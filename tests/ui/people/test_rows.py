"""Tests of the words in the people table."""

from collections.abc import Callable

from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee, PersonName, Status
from mixer_app.ui.people.rows import PersonRow, Standing, family_first, family_span, joined, needs_words

Make = Callable[..., Attendee]


def test_the_family_name_is_found_within_the_whole() -> None:
    name = PersonName(full="Haruto Nakamura", given="Haruto", family="Nakamura", native="中村 陽翔")

    start, end = family_span(name)

    assert name.shown[start:end] == "Nakamura"


def test_a_name_without_known_parts_has_nothing_set_off() -> None:
    assert family_span(PersonName(full="王小明")) == (0, 0)


def test_accents_do_not_count_in_the_order() -> None:
    assert family_first(PersonName(full="Ole Ødegård", given="Ole", family="Ødegård")).startswith("odegard")


def test_wants_and_offers_stand_in_one_line(event: Event, an_attendee: Make) -> None:
    both = an_attendee(
        "Mame Ndiaye", role="both", needs_wanted=("Exploring",), needs_offered=("New position", "Relocation")
    )

    assert needs_words(both, event) == "Exploring; offers new position, relocation"


def test_a_mentor_with_only_private_offers_names_none(event: Event, an_attendee: Make) -> None:
    mentor = an_attendee("Bo Li", role="mentor", needs_offered=("Interpersonal issue",))

    assert needs_words(mentor, event) == "Offers 1 private"


def test_where_someone_stands(an_attendee: Make) -> None:
    assert PersonRow(an_attendee("Ann Smith", status=Status.CHECKED_IN)).standing is Standing.HERE
    assert PersonRow(an_attendee("Ann Smith", status=Status.LEFT)).standing is Standing.LEFT
    assert PersonRow(an_attendee("Ann Smith")).standing is Standing.EXPECTED
    assert PersonRow(an_attendee("Ann Smith", status=Status.CANCELLED)).standing is Standing.CANCELLED
    assert PersonRow(an_attendee("Ann Smith"), at_event=False).standing is Standing.KNOWN


def test_lists_are_joined_in_words() -> None:
    assert joined(["a", "b", "c"]) == "a, b and c"
    assert joined([]) == ""
