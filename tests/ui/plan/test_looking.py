"""One round, one table, one person alone: by menu and by key."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mixer_app.ui.plan.matrix_model import HEAD_ROLE

KEYS = {"round": Qt.Key.Key_R, "table": Qt.Key.Key_T, "person": Qt.Key.Key_P}


def texts(evening: Any) -> list[list[str]]:
    model = evening.page.body.model
    return [
        [evening.look(model.index(line, column)).text for column in range(model.columnCount())]
        for line in range(model.rowCount())
    ]


def test_r_shows_the_round_of_the_chosen_chip_as_a_list_of_tables(roomy: Any) -> None:
    whole, body = texts(roomy), roomy.page.body
    roomy.choose(roomy.chip_of("Ana", 2))
    roomy.press(Qt.Key.Key_R)
    assert texts(roomy) == [[line[1]] for line in whole]
    assert body.model.headerData(0, Qt.Orientation.Horizontal, HEAD_ROLE).title == "Round 2"
    assert body.toolbar.look_button.text() == "Round 2 alone"
    chosen = body.model.introduction_at(body.matrix.currentIndex())
    assert (chosen.mentee_id, chosen.round) == (roomy.attendee("Ana").id, 2)
    roomy.press(Qt.Key.Key_R)
    assert texts(roomy) == whole


def test_t_shows_one_tables_evening_round_by_round(roomy: Any) -> None:
    body = roomy.page.body
    roomy.choose(roomy.chip_of("Ana", 2))
    table = roomy.seat("Ana", 2).table
    row = next(row for row in body.board.rows(body.model.order) if row.table == table)
    names = [
        body.board.people[cell.introductions[0].mentee_id].name.full if cell.introductions else "free"
        for cell in row.cells
    ]
    roomy.press(Qt.Key.Key_T)
    assert [line for [line] in texts(roomy)] == names
    heads = [body.model.headerData(line, Qt.Orientation.Vertical, HEAD_ROLE).name for line in range(3)]
    assert heads == ["Round 1", "Round 2", "Round 3"]
    assert body.toolbar.look_button.text() == f"Table {table} alone"


def test_p_shows_one_persons_evening_and_goes_back_to_where_one_was(roomy: Any) -> None:
    body = roomy.page.body
    whole = texts(roomy)
    roomy.choose(roomy.chip_of("Ana", 2))
    roomy.press(Qt.Key.Key_P)
    mentors = [body.board.people[roomy.seat("Ana", number).mentor_id].name.full for number in (1, 2, 3)]
    assert [line for [line] in texts(roomy)] == mentors
    assert f"T{roomy.seat('Ana', 1).table}" in roomy.look(body.model.index(0, 0)).tag
    roomy.press(Qt.Key.Key_P)
    assert texts(roomy) == whole


@pytest.mark.parametrize("what", KEYS)
def test_esc_shows_the_whole_evening_again(roomy: Any, what: str) -> None:
    whole = texts(roomy)
    roomy.choose(roomy.chip_of("Ana", 2))
    roomy.press(KEYS[what])
    assert texts(roomy) != whole
    roomy.press(Qt.Key.Key_Escape)
    assert texts(roomy) == whole


def test_the_menu_offers_every_round_and_what_is_chosen(roomy: Any) -> None:
    menu = roomy.page.body.toolbar.look_menu
    words = [entry.text().split("\t")[0] for entry in menu.actions() if not entry.isSeparator()]
    assert words == [
        "Whole evening",
        "Round 1 alone",
        "Round 2 alone",
        "Round 3 alone",
        "The chosen table alone",
        "The chosen person alone",
    ]
    menu.actions()[3].trigger()
    assert roomy.page.body.toolbar.look_button.text() == "Round 3 alone"
    assert roomy.page.body.model.columnCount() == 1


def test_a_round_alone_is_changed_like_the_whole(roomy: Any) -> None:
    roomy.choose(roomy.chip_of("Siti", 1))
    roomy.press(Qt.Key.Key_R, Qt.Key.Key_M, Qt.Key.Key_Return)
    assert roomy.plan().version == 2
    assert roomy.page.body.toolbar.look_button.text() == "Round 1 alone"


def test_picking_up_from_a_persons_evening_shows_the_tables_first(roomy: Any) -> None:
    roomy.choose(roomy.chip_of("Siti", 1))
    roomy.press(Qt.Key.Key_P, Qt.Key.Key_M)
    assert roomy.page.hands.carrying.active
    assert roomy.page.body.model.rowCount() == 6
    roomy.press(Qt.Key.Key_Return)
    assert roomy.plan().version == 2


def test_another_order_shows_the_whole_evening(roomy: Any) -> None:
    roomy.choose(roomy.chip_of("Siti", 1))
    roomy.press(Qt.Key.Key_T)
    QTest.mouseClick(roomy.page.body.toolbar.order_switch.button("mentee"), Qt.MouseButton.LeftButton)
    assert roomy.page.body.model.rowCount() == 5
    assert roomy.page.body.toolbar.look_button.text() == "Whole evening"


def test_somebody_found_who_is_out_of_sight_brings_the_whole_evening_back(roomy: Any) -> None:
    roomy.choose(roomy.chip_of("Siti", 1))
    roomy.press(Qt.Key.Key_P)
    roomy.page.show_target(roomy.attendee("Bo").id)
    body = roomy.page.body
    assert body.model.introduction_at(body.matrix.currentIndex()).mentee_id == roomy.attendee("Bo").id
