"""Control station and projectors as processes: they agree, whoever sets a clock, and after a crash in mid-round."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from mixer_app.domain.evening import ActKind
from mixer_app.domain.events import Event
from mixer_app.services.evening import act_on_evening

AGREE_S = 0.5


def end_of_round(station: Any, act: str = "look", key: str = "") -> float:
    """When the round ends in this station's eyes, by the count that all processes of the machine share."""
    station.ask(act, key, "")
    count, left, number = station.answer()
    assert number == 1
    return count + left


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the machine's start has no name to keep a reckoning by")
def test_stations_agree_whoever_sets_a_clock_and_after_a_crash(
    a_process: Callable[..., Any], add: Callable[..., Any], introduce: Callable[..., Any], database: Any, event: Event
) -> None:
    introduce((add("Mo One", role="mentor"), add("Ada Two")))

    def station(name: str) -> Any:
        return a_process("clock.py", name, event.id)

    control, projector = station("Control 0"), station("Projector 0")
    assert [one.answer() for one in (control, projector)] == ["ready", "ready"]
    now = datetime.now(UTC)
    database.write(act_on_evening, event.id, ActKind.START, round_number=1, station="Control", now=now)
    first = end_of_round(control)
    assert abs(end_of_round(projector) - first) < AGREE_S
    assert abs(end_of_round(projector, "set", "180") - first) < AGREE_S
    assert abs(end_of_round(control, "set", "-240") - first) < AGREE_S
    projector.kill()
    opened_anew, opened_late = station("Projector 180"), station("Kiosk -3600")
    assert [one.answer() for one in (opened_anew, opened_late)] == ["ready", "ready"]
    for one in (opened_anew, opened_late, control):
        assert abs(end_of_round(one) - first) < AGREE_S
