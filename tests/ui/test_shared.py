"""The window at a desk that shares a server: every place opens, though the server lets a desk do less than control."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mixer_app.app import Running, prepare
from mixer_app.domain.backups import REGULAR
from mixer_app.domain.events import Event, EventPlanning
from mixer_app.domain.station_kinds import StationKind
from mixer_app.services.database import Database, open_database
from mixer_app.services.database_place import DATABASE_VARIABLE
from mixer_app.services.events import create_event
from mixer_app.services.paper_contents import sign_in_list
from mixer_app.services.people import add_attendee
from mixer_app.services.planning import plan_event, publish
from mixer_app.services.safekeeping import back_up_now
from mixer_app.services.server_setup import set_up_server
from mixer_app.services.stand_in import stand_in_of
from mixer_app.ui.appearance import Appearance
from mixer_app.ui.background import Background
from mixer_app.ui.kiosk import opening
from mixer_app.ui.kiosk_address import is_kiosk_address
from mixer_app.ui.main_window import MainWindow
from mixer_app.ui.places import PLACES
from mixer_app.ui.settings.backups_card import BackupsCard


@pytest.fixture
def addresses(server: str) -> dict[StationKind, str]:
    ready = set_up_server(server.replace("/postgres", "/window"), host="127.0.0.1", renew_passwords=True)
    return {one.kind: one.address for one in ready.addresses}


@pytest.fixture
def held(addresses: dict[StationKind, str], a_registration: Callable[..., Any], now: datetime) -> Iterator[Event]:
    """An event with a published plan, made at control."""
    control = open_database(addresses[StationKind.CONTROL])
    planning = EventPlanning(name="Shared", starts_at=datetime(2026, 3, 5, 18, 30), topics=("Finance",))
    held = control.write(create_event, planning, station="Control", now=now)
    for name, role in (("Ann Smith", "mentor"), ("Bob Jones", "mentee")):
        one = a_registration(name, role=role)
        control.write(add_attendee, held.id, one, station="Control", now=now, dice=Random(name))
    plan = plan_event(control, held.id, station="Control", clock=lambda: now, everyone=True)
    control.write(publish, plan.id, station="Control", now=now)
    yield held
    control.close()


@pytest.fixture
def desk(addresses: dict[StationKind, str], held: Event) -> Iterator[Database]:
    opened = open_database(addresses[StationKind.DESK])
    yield opened
    opened.close()


def test_every_place_opens_at_a_desk_without_a_refusal(
    desk: Database,
    held: Event,
    page_parts: dict[str, Any],
    background: Background,
    appearance: Appearance,
    shown: Callable[..., QWidget],
    settled: Callable[[], None],
) -> None:
    refused: list[object] = []
    background.failed.connect(refused.append)
    background.broke.connect(refused.append)
    window = MainWindow(**(page_parts | {"database": desk}), appearance=appearance)
    shown(window, 1240, 900)
    window.open_event(held)
    for place in PLACES:
        window.go_to(place.key)
        settled()
        assert not refused, place.key
    window.close()
    settled()


def test_a_desk_says_of_backups_what_is_true_there_and_has_no_button_that_cannot_work(
    addresses: dict[StationKind, str],
    desk: Database,
    held: Event,
    background: Background,
    appearance: Appearance,
    shown: Callable[..., QWidget],
    settled: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    now: datetime,
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    clock = [now]
    card = BackupsCard(desk, background, lambda: clock[0])
    shown(card, 560, 400)

    def said() -> str:
        card.refresh()
        settled()
        return card.state_mark.text_label.text()

    assert said() == "No backup yet: open Mentor Mixer at control"
    assert not card.now_button.isVisible()
    assert "where control is open" in card.note_label.text()
    control = open_database(addresses[StationKind.CONTROL])
    made = back_up_now(control, why=REGULAR, now=now)
    at = f"{now.astimezone():%H:%M}"
    assert said() == f"The last backup is of {at}"
    control.write(
        create_event,
        EventPlanning(name="Next", starts_at=datetime(2026, 4, 5, 18, 30)),
        station="Control",
        now=now + timedelta(minutes=2),
    )
    clock[0] = now + timedelta(minutes=11)
    assert said() == f"The last backup is of {at}"
    clock[0] = now + timedelta(minutes=14)
    assert said() == f"No backup since {at}: open Mentor Mixer at control"
    there = BackupsCard(control, background, lambda: clock[0])
    shown(there, 560, 400)
    there.refresh()
    settled()
    assert there.now_button.isVisible()
    assert [row.backup for row in there.rows] == [made]
    there.close()
    control.close()


@pytest.fixture
def kiosk_window(
    addresses: dict[StationKind, str], held: Event, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[MainWindow]:
    """The window that opens with the address of a kiosk."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    prepare([])
    running = Running(qapp, QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    running.open_database(addresses[StationKind.KIOSK])
    running.remember()
    running.open_event(None)
    assert running.window is not None
    yield running.window
    running.close()
    running.deleteLater()


def test_with_the_address_of_a_kiosk_the_window_offers_the_kiosk_and_nothing_else(
    kiosk_window: MainWindow,
    addresses: dict[StationKind, str],
    held: Event,
    set_quick_pin: Callable[..., None],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    now: datetime,
) -> None:
    start: Any = kiosk_window.page("start")
    card = start.kiosk_card
    qtbot.waitUntil(card.open_button.isEnabled, timeout=10_000)
    assert card.isVisible()
    assert not any(one.isVisible() for one in (start.events_card, start.sample_card, start.new_button))
    assert kiosk_window.rail.entries == {}
    card.event_box.setCurrentIndex(card.event_box.findData(held.id))  # others are of other tests
    opened: list[tuple[Any, ...]] = []
    monkeypatch.setattr(opening, "start_kiosk", lambda *given: opened.append(given) or True)
    monkeypatch.setattr(opening.OpenKioskDialog, "exec", lambda _dialog: True)
    qtbot.keyClick(card.open_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(kiosk_window.message_bar.sentence), timeout=5_000)
    assert kiosk_window.message_bar.sentence.endswith("Set one at control, in Settings.")
    control = open_database(addresses[StationKind.CONTROL])
    set_quick_pin(control, "2468", key="helper pin")
    control.close()
    qtbot.keyClick(card.open_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(opened), timeout=5_000)
    place, event_id, _wish = opened[0]
    assert place.environment[DATABASE_VARIABLE] == addresses[StationKind.KIOSK]
    assert event_id == held.id
    assert kiosk_window.message_bar.sentence.startswith("The kiosk opens.")


def test_while_its_server_is_away_an_address_is_still_known_to_be_a_kiosks(
    kiosk_window: MainWindow, addresses: dict[StationKind, str], tmp_path: Path
) -> None:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    for kind in (StationKind.KIOSK, StationKind.DESK):
        database = open_database(addresses[kind])
        database.go_away("No connection since 18:12.")
        assert is_kiosk_address(database, settings) is (kind is StationKind.KIOSK)
        database.close()


def test_a_kiosk_has_a_copy_with_who_sits_where(
    addresses: dict[StationKind, str], held: Event, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, now: datetime
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    kiosk = open_database(addresses[StationKind.KIOSK])
    place = stand_in_of(kiosk, held.id)
    assert place is not None
    assert place.renew(now)
    assert len(place.copy.read(sign_in_list, held.id, None).lines) == 2
    place.copy.close()
    kiosk.close()
