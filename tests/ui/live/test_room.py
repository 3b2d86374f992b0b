"""The room and the people in question: tiles, toggles, scans, tables that close."""

from typing import Any

import pytest
from PySide6.QtCore import Qt

from mixer_app.domain.roles import Role
from mixer_app.domain.room import Presence, TableState
from mixer_app.services.people import get_attendee


def tile_of(live: Any, number: int) -> Any:
    return next(tile for tile in live.page.body.room.tiles if tile.table.number == number)


def names(card: Any) -> list[str]:
    return [line.name for line in card.list.lines.lines]


def test_every_table_is_a_tile_and_says_in_words_how_it_stands(running: Any) -> None:
    table = running.full_table()
    tile = tile_of(running, table.number)
    assert tile.accessibleName() == f"Table {table.number}, mentor, two mentees"
    running.note(table.mentor, Presence.MISSING)
    assert tile_of(running, table.number).accessibleName() == f"Table {table.number}, mentor missing, two mentees"
    assert tile_of(running, table.number).table.state is TableState.NO_MENTOR
    assert table.mentor.attendee.name.shown in tile_of(running, table.number).toolTip()


def test_a_tile_shows_its_people_and_m_says_who_is_missing(running: Any) -> None:
    table = running.full_table()
    running.click(tile_of(running, table.number))
    card = running.page.body.missing
    assert card.title_label.whole_text == f"Table {table.number}"
    assert len(names(card)) == 3
    card.list.setFocus()
    running.press(Qt.Key.Key_Down)
    running.press(Qt.Key.Key_M)
    missing = table.mentees[0].attendee.name.shown
    assert running.said[-1][0] == f"{missing} is missing"
    running.press(Qt.Key.Key_Escape)
    assert (card.title_label.whole_text, names(card)) == ("Missing now", [missing])
    assert card.count_label.text() == f"1 of {running.room.seated}"


def test_whoever_is_found_again_leaves_the_list_by_a_key(running: Any) -> None:
    running.note(running.full_table().mentees[0], Presence.MISSING)
    card = running.page.body.missing
    card.list.setFocus()
    running.press(Qt.Key.Key_H)
    assert names(card) == []
    assert card.empty_label.isVisible()


def test_gone_is_a_toggle_that_can_be_let_go(running: Any) -> None:
    seat = running.full_table().mentees[0]
    running.note(seat, Presence.MISSING)
    card = running.page.body.missing
    rect = card.list.toggle_rect(0, Presence.GONE)
    running.qtbot.mouseClick(card.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    running.settle()
    assert running.said[-1][0] == f"{seat.attendee.name.shown} has left"
    assert card.list.lines.lines[0].pressed is Presence.GONE
    assert not running.database.read(get_attendee, seat.attendee.id).here
    running.qtbot.mouseClick(card.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    running.settle()
    assert running.database.read(get_attendee, seat.attendee.id).here


def test_a_note_is_taken_back_as_one_act(running: Any) -> None:
    running.note(running.full_table().mentees[0], Presence.MISSING)
    running.page.body.missing.list.setFocus()
    running.press(Qt.Key.Key_G)
    running.take_back(running.said[-1][1])
    (line,) = running.page.body.missing.list.lines.lines
    assert line.pressed is None


def test_the_mentor_without_whom_others_sit_alone_comes_first_and_in_red(running: Any) -> None:
    table = running.full_table()
    other = next(one for one in running.room.tables if one.number != table.number and one.mentees)
    running.note(other.mentees[0], Presence.MISSING)
    running.note(table.mentor, Presence.MISSING)
    first, second = running.page.body.missing.list.lines.lines
    assert (first.urgent, second.urgent) == (True, False)
    assert first.detail == f"Table {table.number}: 2 mentees sit without a mentor"
    assert first.spoken.endswith("H here, G gone")


def test_a_scan_at_the_table_notes_whoever_sits_there(running: Any) -> None:
    table = running.full_table()
    seat = table.mentees[0]
    running.note(seat, Presence.MISSING)
    running.scan(seat.attendee.code)
    assert running.said[-1][0] == f"{seat.attendee.name.shown} is at table {table.number}"
    assert names(running.page.body.missing) == []


def test_a_scan_of_an_unknown_badge_is_told(running: Any) -> None:
    late = running.late()
    running.scan(late.code)
    assert running.failed == ["Late Lou has no seat in round 1. Reseat, or send them to the desk."]


def test_who_comes_late_waits_and_one_sees_how_long(running: Any) -> None:
    running.late()
    running.pass_time(minutes=3)
    (line,) = running.page.body.waiting.list.lines.lines
    assert (line.name, line.detail, line.end) == ("Late Lou", "Checked in at 19:00", "3 min")
    assert running.page.body.waiting.count_label.text() == "1 person"


def test_mentors_wait_before_mentees(running: Any) -> None:
    running.late("Late Lou")
    running.pass_time(minutes=1)
    running.late("Lindiwe Khumalo", Role.MENTOR)
    assert names(running.page.body.waiting) == ["Lindiwe Khumalo", "Late Lou"]


def test_a_table_closes_after_the_round_and_opens_again(running: Any) -> None:
    table = running.full_table()
    running.click(tile_of(running, table.number))
    running.click(running.page.body.missing.close_table_button)
    assert running.said[-1][0] == f"Table {table.number} is closed from round 2 on"
    host = running.database.read(get_attendee, table.mentor.attendee.id)
    assert host.rests == (2, 3, 4, 5)
    running.take_back(running.said[-1][1])
    assert running.database.read(get_attendee, host.id).rests == ()


def test_arrows_go_from_tile_to_tile_and_tab_stops_at_one(running: Any) -> None:
    tiles = running.page.body.room.tiles
    tiles[0].setFocus()
    running.press(Qt.Key.Key_Right)
    assert tiles[1].hasFocus()
    running.press(Qt.Key.Key_Left)
    assert tiles[0].hasFocus()
    by_tab = [tile for tile in tiles if tile.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert by_tab == [tiles[0]]


def test_enter_on_a_person_leads_to_people(running: Any) -> None:
    running.note(running.full_table().mentees[0], Presence.MISSING)
    running.page.body.missing.list.setFocus()
    with running.qtbot.waitSignal(running.page.go_to) as told:
        running.press(Qt.Key.Key_Return)
    assert told.args == ["people", running.page.body.missing.list.lines.lines[0].attendee_id]


@pytest.mark.parametrize("missing", [0, 2])
def test_the_head_counts_the_room(running: Any, missing: int) -> None:
    for seat in running.full_table().mentees[:missing]:
        running.note(seat, Presence.MISSING)
    counted = ", 2 missing" if missing else ""
    assert running.page.head.caption_label.whole_text == f"{running.room.seated} people have a seat{counted}"
