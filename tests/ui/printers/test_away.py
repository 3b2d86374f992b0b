"""A badge is printed without the server too, and not once more when it is back."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from mixer_app.domain.events import Event
from mixer_app.domain.print_jobs import JobState
from mixer_app.services import badge_queue
from mixer_app.services.people import get_attendee
from mixer_app.services.stand_in import StandIn
from mixer_app.store import open_database
from mixer_app.ui.printers.badge_printer import BadgePrinter


@pytest.fixture
def place(database: Any, event: Event, add: Callable[..., Any], tmp_path: Path, now: Any) -> Iterator[StandIn]:
    """A copy of an event with one person, which stands in for the database."""
    add("Ann Smith")
    made = StandIn(database, event.id, open_database(str(tmp_path / "copy.db")))
    assert made.renew(now)
    database.keep_stand_in(made.copy)
    yield made
    database.keep_stand_in(None)
    made.copy.close()


def test_a_badge_that_was_printed_without_the_server_is_not_printed_again(
    place: StandIn, badge_printer: BadgePrinter, shelf: Any, database: Any, event: Event, qtbot: QtBot, now: Any
) -> None:
    database.go_away("No connection since 18:42.")
    job = place.copy.write(badge_queue.queue_badge, event.id, 1, printer="label", station="Desk 1", now=now)
    qtbot.waitUntil(lambda: shelf.label.came_out == [f"Badge {job.code}"], timeout=10_000)
    qtbot.waitUntil(lambda: place.copy.read(badge_queue.get_job, job.id).state is JobState.DONE, timeout=10_000)
    database.ask_again()
    place.hand_over(lambda: now)
    database.come_back()
    assert database.read(get_attendee, 1).badge_printed_at is not None
    qtbot.waitUntil(lambda: [one.state for one in badge_printer.queue.jobs] == [JobState.DONE], timeout=10_000)
    again = database.write(badge_queue.queue_badge, event.id, 1, printer="label", station="Desk 1", now=now)
    assert again is None
    assert shelf.label.came_out == [f"Badge {job.code}"]


def test_a_key_for_a_list_that_has_just_been_changed_over_does_nothing(
    place: StandIn, badge_printer: BadgePrinter, database: Any, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: badge_printer.state is not None, timeout=10_000)
    badge_printer.stop()
    database.go_away("No connection since 18:42.")
    with qtbot.waitSignal(badge_printer.failed) as told:
        badge_printer.cancel(1)
    assert "print queue again" in told.args[0]
