"""Versions of a plan."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.services.plan_versions import get_plan, plan_versions
from mixer_app.services.planning import plan_event


def test_each_planning_adds_a_version_and_keeps_the_others_whole(
    database: Any, event: Event, add: Callable[..., Attendee], now: datetime
) -> None:
    add("Ann Smith", role="mentor", employer="A")
    add("Bo Li", employer="B")
    first = plan_event(database, event.id, everyone=True, station="Test", clock=lambda: now)
    second = plan_event(database, event.id, everyone=True, station="Test", clock=lambda: now)
    versions = database.read(plan_versions, event.id)
    assert [version.id for version in versions] == [second.id, first.id]
    assert database.read(get_plan, first.id) == first


def test_a_version_that_is_gone_is_refused_with_a_sentence(database: Any) -> None:
    with pytest.raises(MixerError, match="Open the latest one"):
        database.read(get_plan, 99)
