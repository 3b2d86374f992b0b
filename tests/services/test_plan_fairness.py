"""How fair any plan could be."""

from collections.abc import Callable
from datetime import datetime, time
from typing import Any

from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Plan
from mixer_app.services.plan_fairness import fewest_possible


def test_with_everyone_there_all_evening_the_plan_reaches_it(
    database: Any, event: Event, room: list[Attendee], plan_now: Callable[..., Plan], now: datetime
) -> None:
    assert fewest_possible(database, event.id, now=now) == plan_now().quality.fewest == 4


def test_who_leaves_early_lowers_it(
    database: Any,
    event: Event,
    room: list[Attendee],
    add: Callable[..., Attendee],
    arrive: Callable[..., None],
    now: datetime,
) -> None:
    arrive(add("Pia Early", leaves=time(18, 55)))  # two rounds of ten minutes from 18:30 on
    assert fewest_possible(database, event.id, now=now) == 2
