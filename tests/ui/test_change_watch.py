"""What another station does is on the screen within a second, and only who has changed is read."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from mixer_app.domain.events import Event
from mixer_app.services.check_in import check_in
from mixer_app.services.database import Database, back_up, open_database, restore
from mixer_app.store import journal
from mixer_app.ui.appearance import Appearance
from mixer_app.ui.background import Background
from mixer_app.ui.change_watch import EVERY_MS, TOLD_EVERY_MS, ChangeWatch
from mixer_app.ui.main_window import MainWindow


@pytest.fixture
def elsewhere(database: Database) -> Iterator[Callable[[Any], None]]:
    """Check someone in at another station, over connections of its own."""
    other = open_database(str(database.path))
    yield (
        lambda person: (
            other.write(check_in, person.event_id, person.code, station="Kiosk 2", now=person.updated_at) and None
        )
    )
    other.close()


@pytest.mark.parametrize("place", ["desk", "people"])
def test_a_check_in_elsewhere_is_on_the_screen_within_a_second(
    add: Callable[..., Any],
    elsewhere: Callable[[Any], None],
    event: Event,
    page_parts: dict[str, Any],
    appearance: Appearance,
    shown: Callable[..., QWidget],
    qtbot: QtBot,
    place: str,
) -> None:
    guests = [add(f"Guest Number{number}") for number in range(5)]
    window = MainWindow(**page_parts, appearance=appearance)
    shown(window, 1240, 900)
    window.open_event(event, place)
    page: Any = window.page(place)
    qtbot.waitUntil(lambda: page._roster is not None and window.watch.known is not None, timeout=10_000)
    here = _here_at_the_desk if place == "desk" else _here_in_the_table
    for number, guest in enumerate(guests, 1):
        elsewhere(guest)
        qtbot.waitUntil(lambda wanted=number: here(page) == wanted, timeout=10_000)
    window.close()
    assert EVERY_MS <= 400


def test_only_who_was_checked_in_is_read_again(
    add: Callable[..., Any],
    elsewhere: Callable[[Any], None],
    event: Event,
    page_parts: dict[str, Any],
    appearance: Appearance,
    shown: Callable[..., QWidget],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    guests = [add(f"Guest Number{number}") for number in range(8)]
    window = MainWindow(**page_parts, appearance=appearance)
    shown(window, 1240, 900)
    window.open_event(event, "people")
    page: Any = window.page("people")
    qtbot.waitUntil(lambda: page._roster is not None and window.watch.known is not None, timeout=10_000)
    before = page._roster

    def refused(*_: object) -> None:
        raise AssertionError("everybody was read for one check-in")

    monkeypatch.setattr("mixer_app.ui.people.roster.list_attendees", refused)
    elsewhere(guests[3])
    qtbot.waitUntil(lambda: _here_in_the_table(page) == 1, timeout=10_000)
    same = [row for row in page._roster.rows if any(row is old for old in before.rows)]
    window.close()
    assert len(same) == len(guests) - 1


@pytest.mark.database_file
@pytest.mark.parametrize("damaged", [True, False])
def test_a_backup_that_another_station_puts_back_is_on_the_screen_by_itself(
    add: Callable[..., Any],
    database: Database,
    event: Event,
    page_parts: dict[str, Any],
    appearance: Appearance,
    shown: Callable[..., QWidget],
    qtbot: QtBot,
    tmp_path: Path,
    damaged: bool,
) -> None:
    add("Ann Smith")
    back_up(database, tmp_path / "copy.db")
    add("Bob Jones")
    window = MainWindow(**page_parts, appearance=appearance)
    shown(window, 1240, 900)
    window.open_event(event, "people")
    page: Any = window.page("people")
    qtbot.waitUntil(lambda: page._roster is not None and window.watch.known is not None, timeout=10_000)
    if damaged:
        with Path(database.location).open("r+b") as file:
            file.write(b"\xaa" * 4096)
    restore(database.location, tmp_path / "copy.db")
    qtbot.waitUntil(lambda: _names_in_the_table(page) == ["Ann Smith"], timeout=10_000)
    assert [one.name.full for one in page._roster.index.search("bob")] == []
    window.close()


def test_looks_never_stack_and_a_wish_during_a_look_is_one_more_look(
    background: Background, database: Database, qtbot: QtBot
) -> None:
    parent = QObject()
    watch = ChangeWatch(database, background, parent)
    ended: list[bool] = []
    watch.found.connect(lambda: ended.append(True))
    for _ in range(10):
        watch.look()
    qtbot.waitUntil(lambda: len(ended) == 2)
    assert not watch._looking
    watch.stop()


@pytest.fixture
def shared(server_database: str) -> Iterator[Database]:
    opened = open_database(server_database)
    yield opened
    opened.close()


@pytest.fixture
def watch(shared: Database, background: Background) -> Iterator[ChangeWatch]:
    """A watch on a server, to which it listens already."""
    parent = QObject()
    made = ChangeWatch(shared, background, parent)
    made.start()
    yield made
    made.stop()


def _change(database: Database) -> None:
    said: Any = {"station": "Kiosk 2", "at": datetime.now(UTC), "what": "x", "sentence": "x"}
    database.write(journal.record, event_id=None, **said)


def test_a_server_tells_of_changes_and_is_hardly_looked_at_meanwhile(
    watch: ChangeWatch, shared: Database, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: watch._timer.interval() == TOLD_EVERY_MS, timeout=10_000)
    qtbot.waitUntil(lambda: not watch._looking, timeout=10_000)
    watch._timer.stop()  # whatever comes now was told
    for _ in range(3):
        with qtbot.waitSignal(watch.changed, timeout=10_000):
            _change(shared)


def test_a_line_that_is_cut_is_told_looked_past_and_caught_up_with(
    watch: ChangeWatch, shared: Database, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: watch._timer.interval() == TOLD_EVERY_MS, timeout=10_000)
    intervals: list[int] = []
    watch.lost.connect(lambda _sentence: intervals.append(watch._timer.interval()))
    with qtbot.waitSignals([watch.lost, watch.changed, watch.found], timeout=10_000):
        shared.write(_cut_and_change)
    assert intervals[0] == EVERY_MS
    qtbot.waitUntil(lambda: watch._timer.interval() == TOLD_EVERY_MS, timeout=10_000)


def _cut_and_change(session: Any) -> None:
    cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'SELECT coalesce(max(id)%'"
    assert session.execute(text(cut)).all()
    journal.record(session, event_id=None, station="Desk", at=datetime.now(UTC), what="x", sentence="x")


def _here_at_the_desk(page: Any) -> int:
    return len(page.arrivals.rows)


def _here_in_the_table(page: Any) -> int:
    model = page.listing.model
    return sum(model.person_at(at).attendee.here for at in range(model.rowCount()))


def _names_in_the_table(page: Any) -> list[str]:
    model = page.listing.model
    return [model.person_at(at).attendee.name.full for at in range(model.rowCount())]
