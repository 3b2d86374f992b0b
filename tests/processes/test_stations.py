"""Several stations on one database file see each other, and never do one thing twice."""

from collections.abc import Callable
from typing import Any

from mixer_app.domain.events import Event
from mixer_app.services.check_in import head_counts


def test_two_stations_at_the_same_moment_give_one_check_in_and_one_already(
    station: Callable[[str], Any], add: Callable[..., Any], database: Any, event: Event
) -> None:
    guests = [add(f"Guest Number{number}") for number in range(20)]
    stations = [station("Desk 1"), station("Kiosk 2")]
    assert [one.answer() for one in stations] == ["ready", "ready"]
    for guest in guests:
        for one in stations:
            one.ask("in", guest.code, f"{one.name}-{guest.id}")
        answers = {one.name: one.answer() for one in stations}
        first = next(name for name, answer in answers.items() if answer[1] == "checked-in")
        (second,) = (answer for name, answer in answers.items() if name != first)
        assert second[1:] == ("already", False, first)
    assert database.read(head_counts, event.id).here == len(guests)
