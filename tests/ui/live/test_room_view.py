"""The tiles alone: two lines up to 72 tables, above that only those where somebody is missing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mixer_app.domain.evening import Schedule
from mixer_app.domain.evening_clock import evening_at
from mixer_app.domain.people import Attendee
from mixer_app.domain.roles import Role
from mixer_app.domain.room import Presence, Room, SeatNow, TableNow, TableState
from mixer_app.ui.appearance import Appearance
from mixer_app.ui.live.room_view import RoomView

NOW = datetime(2026, 3, 5, 19, 0, tzinfo=UTC)


@pytest.fixture
def a_room(an_attendee: Callable[..., Attendee], event: Any) -> Callable[..., Room]:
    """A room of `tables`; `lacking` and `alone` are tables without a mentee, and without their mentor."""

    def build(tables: int, *, lacking: tuple[int, ...] = (), alone: tuple[int, ...] = (), closed: int = 0) -> Room:
        made = []
        for number in range(1, tables + 1):
            here, away = Presence.EXPECTED, Presence.MISSING
            mentor = SeatNow(
                attendee=an_attendee("Yusuf Çelik", role="mentor"), role=Role.MENTOR,
                presence=away if number in alone else here,
            )  # fmt: skip
            mentee = SeatNow(
                attendee=an_attendee("Bo Li"), role=Role.MENTEE, presence=away if number in lacking else here
            )
            state = TableState.NO_MENTOR if number in alone else TableState.FULL
            state = TableState.LACKING if number in lacking else TableState.CLOSED if number == closed else state
            mentees = () if state is TableState.CLOSED else (mentee,)
            made.append(TableNow(number=number, mentor=mentor, mentees=mentees, free_seats=0, state=state))
        evening = evening_at(Schedule(rounds=5, round_s=720, break_s=180), (), NOW)
        return Room(
            event=event, evening=evening, round=1, plan_id=1, plan_version=1, tables=tuple(made),
            missing=(), waiting=(), seated=2 * tables, known_up_to=1,
        )  # fmt: skip

    return build


@pytest.fixture
def view(shown: Callable[..., QWidget]) -> RoomView:
    made = RoomView()
    shown(made, 1168, 300)
    return made


def numbers(view: RoomView) -> list[int]:
    return [tile.table.number for tile in view.tiles if tile.isVisible()]


def lines(view: RoomView) -> int:
    return len({tile.y() for tile in view.tiles})


@pytest.mark.parametrize(("tables", "expected"), [(24, 1), (25, 2), (72, 3)])
def test_24_tables_stand_in_a_line(view: RoomView, a_room: Callable[..., Room], tables: int, expected: int) -> None:
    view.show_room(a_room(tables))
    assert (len(numbers(view)), lines(view)) == (tables, expected)
    assert view.tiles[0].height() == 56
    assert not view.rest_label.isVisible()


def test_in_a_large_room_only_tables_with_someone_missing_are_shown(
    view: RoomView, a_room: Callable[..., Room]
) -> None:
    view.show_room(a_room(100, lacking=(7, 80), alone=(33, 90)))
    assert numbers(view) == [7, 33, 80, 90]
    assert view.rest_label.text() == "all other 96 full"


def test_a_large_room_without_anybody_missing_says_so(view: RoomView, a_room: Callable[..., Room]) -> None:
    view.show_room(a_room(100))
    assert numbers(view) == []
    assert view.rest_label.text() == "100 tables: nobody is missing"


def test_tables_that_are_not_used_are_not_called_full(view: RoomView, a_room: Callable[..., Room]) -> None:
    view.show_room(a_room(100, lacking=(7,), closed=9))
    assert view.rest_label.text() == "98 others full, 1 not used"


def test_where_even_those_are_too_many_tables_without_a_mentor_come_before_others(
    view: RoomView, a_room: Callable[..., Room]
) -> None:
    view.show_room(a_room(200, lacking=tuple(range(1, 150)), alone=(180, 190)))
    assert {180, 190} < set(numbers(view))
    hidden = 151 - len(numbers(view))
    assert view.rest_label.text() == f"{hidden} more with someone missing, all other 49 full"


def test_narrow_there_is_one_line(view: RoomView, a_room: Callable[..., Room]) -> None:
    view.resize(896, 300)
    view.fit(narrow=True)
    view.show_room(a_room(24, lacking=(3, 5), alone=(8,)))
    assert numbers(view) == [3, 5, 8]
    assert lines(view) == 1
    assert view.rest_label.text() == "all other 21 full"


def test_a_chosen_table_stays_in_sight_when_it_is_full_again(
    view: RoomView, a_room: Callable[..., Room], qtbot: Any
) -> None:
    view.show_room(a_room(100, lacking=(7,)))
    with qtbot.waitSignal(view.table_chosen) as told:
        qtbot.mouseClick(view.tiles[0], Qt.MouseButton.LeftButton)
    assert told.args == [7]
    view.show_room(a_room(100))
    assert numbers(view) == [7]
    with qtbot.waitSignal(view.table_chosen) as told:
        qtbot.mouseClick(view.tiles[0], Qt.MouseButton.LeftButton)
    assert told.args == [None]
    assert numbers(view) == []


def test_the_keyboard_reaches_every_tile_by_arrows(view: RoomView, a_room: Callable[..., Room], qtbot: Any) -> None:
    view.show_room(a_room(48))
    view.tiles[0].setFocus()
    for _ in range(3):
        qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Down)
    assert view.tiles[27].hasFocus()
    qtbot.keyClick(view.tiles[27], Qt.Key.Key_Return)
    assert view.chosen == 28


def test_words_below_the_tiles_push_on_what_stands_below(
    shown: Callable[..., QWidget], a_room: Callable[..., Room], appearance: Appearance, qtbot: QtBot
) -> None:
    appearance.choose_scale(2.0)
    around, view, below = QWidget(), RoomView(), QLabel("Reseat")
    column = QVBoxLayout(around)
    column.setContentsMargins(0, 0, 0, 0)
    for widget in (view, below):
        column.addWidget(widget)
    column.addStretch(1)
    shown(around, 882, 600)
    view.fit(narrow=True)
    room = a_room(26, lacking=(4, 6, 7), alone=(9,), closed=2)
    view.show_room(replace(room, tables=tuple(replace(one, mentees=one.mentees * 3) for one in room.tables)))
    qtbot.waitUntil(lambda: view.rest_label.text().startswith("1 more with someone missing"))
    qtbot.waitUntil(lambda: below.y() > view.y() + view.rest_label.geometry().bottom(), timeout=2_000)
