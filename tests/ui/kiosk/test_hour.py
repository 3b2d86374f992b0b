"""An hour of three check-ins a minute at the kiosk, in fast motion: it grows neither slower nor larger.

A short version runs with the other tests. The whole hour:
`MIXER_KIOSK_GUESTS=180 pytest tests/ui/kiosk/test_hour.py -m speed -s`.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from mixer_app.domain import kiosk_happenings as happen
from mixer_app.domain.kiosk import KioskScreen
from mixer_app.domain.people import Attendee, Status
from mixer_app.services.people import list_attendees

from .conftest import Person
from .test_window import scan, touch

GUESTS = int(os.environ.get("MIXER_KIOSK_GUESTS", "30"))
COMPARED = max(GUESTS // 6, 8)
BETWEEN_S = 20.0
MOST_TIMES = 1.5
MOST_GROWN_MB = 15.0  # while the last two thirds come: pools and caches fill in the first


def memory_mb() -> float:
    """How much memory this process has in use; 0 where the system does not tell."""
    path = Path("/proc/self/statm")
    return int(path.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6 if path.exists() else 0.0


@pytest.mark.timeout(120 + GUESTS * 5)
@pytest.mark.speed
def test_an_hour_of_guests_leaves_the_kiosk_as_quick_and_as_small_as_it_was(
    kiosk: Person, add: Callable[..., Attendee], qtbot: QtBot
) -> None:
    guests = [add(f"Guest Number{number}", email=f"guest{number}@example.org") for number in range(GUESTS)]
    window = kiosk.open()
    worked: list[float] = []
    memory: list[float] = []
    for guest in guests:
        began = time.process_time()
        _come_in(kiosk, window, guest, qtbot)
        worked.append(time.process_time() - began)
        memory.append(memory_mb())
        window.visit.happen(happen.IdleTick(BETWEEN_S))
    kiosk.settle(window)
    first, last = (statistics.median(part) for part in (worked[:COMPARED], worked[-COMPARED:]))
    grown = memory[-1] - memory[GUESTS // 3]
    sys.stdout.write(
        f"{GUESTS} guests: {first * 1000:.0f} ms for each of the first {COMPARED}, {last * 1000:.0f} ms for each of the"
        f" last; {memory[0]:.0f} MB after the first, {memory[GUESTS // 3]:.0f} MB after a third, {memory[-1]:.0f} MB\n"
    )
    here = [one for one in kiosk.database.read(list_attendees, kiosk.event.id) if one.status is Status.CHECKED_IN]
    assert len(here) == GUESTS
    assert last < first * MOST_TIMES
    assert grown < MOST_GROWN_MB


def _come_in(kiosk: Person, window: Any, guest: Attendee, qtbot: QtBot) -> None:
    scan(kiosk, window, guest.code)
    assert window.state.screen is KioskScreen.CONFIRM
    touch(qtbot, window.frame.footer.forward_button)
    kiosk.settle(window)
    assert window.state.screen is KioskScreen.DONE
    touch(qtbot, window.frame.footer.forward_button)
    assert window.state.screen is KioskScreen.WELCOME
