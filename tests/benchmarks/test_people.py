"""How long it takes to find, list and register ten thousand people.

Run with: `pytest tests/benchmarks --benchmark-enable --benchmark-only`
"""

import time
from datetime import UTC, datetime
from random import Random
from typing import Any

import pytest

from mixer_app.domain.people import Attendee, PersonName, Registration
from mixer_app.domain.roles import Role
from mixer_app.services.events import list_events
from mixer_app.services.overview import overview
from mixer_app.services.people import list_attendees
from mixer_app.services.search import PeopleIndex
from mixer_app.store.registrations import add_registrations

PEOPLE = 10_000
ONE_FRAME_S = 0.016
NOW = datetime(2026, 3, 5, 17, 0, tzinfo=UTC)
SYLLABLES = "an be ka lo mi ni ra su to ve wi xa yo ze sch ber gar ner lin ton son mar".split()  # noqa: SIM905  # reads easier


def registrations() -> list[Registration]:
    """People whose names are as alike as real ones are, each with answers of a registration form."""
    dice = Random(1)

    def word(most: int) -> str:
        return "".join(dice.choice(SYLLABLES) for _ in range(dice.randint(1, most))).capitalize()

    given, family = [word(3) for _ in range(1500)], [word(4) for _ in range(6000)]
    employers = [f"{word(2)} {word(3)} Hospital" for _ in range(800)]
    topics = [f"Topic {number}" for number in range(30)]

    def one(number: int) -> Registration:
        name = PersonName(full=f"{dice.choice(given)} {dice.choice(family)}")
        return Registration(
            name=name,
            role=dice.choice(list(Role)),
            email=f"{name.full.replace(' ', '.').lower()}{number}@example.org",
            employer=dice.choice(employers),
            topics_wanted=tuple(dice.sample(topics, 3)),
            answers=tuple((f"Question {question}", f"answer {number}") for question in range(5)),
        )

    return [one(number) for number in range(PEOPLE)]


@pytest.fixture(scope="module")
def said() -> list[Registration]:
    """Ten thousand registrations."""
    return registrations()


@pytest.fixture(scope="module")
def index(said: list[Registration]) -> PeopleIndex:
    """An index over ten thousand attendees of no database."""
    dice = Random(2)
    return PeopleIndex([_attendee(number, one, dice) for number, one in enumerate(said)])


def _attendee(number: int, said: Registration, dice: Random) -> Attendee:
    from mixer_app.domain.badge_code import new_badge_code
    from mixer_app.domain.people import Status

    return Attendee(
        id=number,
        person_id=number,
        event_id=1,
        code=new_badge_code(dice),
        name=said.name,
        role=said.role or Role.MENTEE,
        email=said.email,
        employer=said.employer,
        status=Status.REGISTERED,
        updated_at=NOW,
    )


@pytest.mark.parametrize("typed", ["a", "be", "lin ton", "hospital", "bergr gar", "zzzzzz", "ann hosp"])
def test_a_search_takes_less_than_a_frame(benchmark: Any, index: PeopleIndex, typed: str) -> None:
    benchmark(index.search, typed, 50)
    if benchmark.enabled:
        assert benchmark.stats["median"] < ONE_FRAME_S


def test_an_index_is_made_while_a_page_opens(benchmark: Any, said: list[Registration]) -> None:
    people = [_attendee(number, one, Random(number)) for number, one in enumerate(said)]
    benchmark.pedantic(PeopleIndex, (people,), rounds=3)


def test_all_are_registered_in_seconds_and_listed_in_one(
    benchmark: Any, database: Any, event: Any, said: list[Registration]
) -> None:
    database.write(add_registrations, event.id, said, now=NOW, dice=Random(1))
    found = benchmark.pedantic(database.read, (list_attendees, event.id), rounds=3)
    assert len(found) == PEOPLE


def test_the_overview_costs_a_fraction_of_reading_everybody(benchmark: Any, crowd: Any) -> None:
    event_id = crowd.read(list_events)[0].id

    def least(service: Any, *args: Any, **named: Any) -> float:
        lasted: list[float] = []
        for _ in range(3):
            began = time.thread_time()
            crowd.read(service, *args, **named)
            lasted.append(time.thread_time() - began)
        return min(lasted)

    everybody = least(list_attendees, event_id)
    mine = benchmark.pedantic(least, (overview, event_id), {"now": NOW}, rounds=1)
    benchmark.extra_info |= {"overview s of work": round(mine, 3), "reading everybody s of work": round(everybody, 3)}
    if benchmark.enabled:
        assert mine < everybody / 3, (mine, everybody)
