"""Tests of who is meant by a search."""

from collections.abc import Callable

from mixer_app.domain.people import Attendee, Status
from mixer_app.ui.desk.hits import MOST_HITS, Hits

Make = Callable[..., Attendee]


def test_the_best_hit_is_chosen_until_someone_else_is(an_attendee: Make) -> None:
    first, second = an_attendee("Ann Smith"), an_attendee("Ann Smithson")

    hits = Hits.of([first, second], 2)

    assert hits.chosen is first
    assert hits.moved(1).chosen is second
    assert hits.moved(1).others == (first,)


def test_the_choice_stops_at_both_ends(an_attendee: Make) -> None:
    hits = Hits.of([an_attendee("Ann Smith"), an_attendee("Bo Li")], 2)

    assert hits.moved(-1).position == 0
    assert hits.moved(5).position == 1


def test_no_more_than_four_hits_are_shown_and_all_are_counted(an_attendee: Make) -> None:
    hits = Hits.of([an_attendee(f"Ann Smith{number}") for number in range(5)], 9)

    assert len(hits.people) == MOST_HITS
    assert hits.found == 9


def test_namesakes_wait_for_a_choice(an_attendee: Make) -> None:
    hits = Hits.of([an_attendee("José Ñandú"), an_attendee("Jose Nandu")], 2)

    assert hits.namesakes == 2
    assert not hits.moved(0).namesakes


def test_all_namesakes_are_counted_but_who_cancelled(an_attendee: Make) -> None:
    gone = an_attendee("Wei Li", status=Status.CANCELLED)
    three = [an_attendee("Wei Li", id=number) for number in range(3)]
    hits = Hits.of([*three, gone], 4)
    assert (hits.namesakes, hits.more_namesakes) == (3, False)

    many = Hits.of([an_attendee("Wei Li", id=number) for number in range(5)], 5)
    assert (many.namesakes, many.more_namesakes) == (4, True)


def test_nobody_found_is_nobody_chosen() -> None:
    assert Hits.of([], 0).chosen is None
    assert Hits.of([], 0).moved(1).chosen is None
