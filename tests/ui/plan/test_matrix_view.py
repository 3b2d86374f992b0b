"""The grid under the keyboard, the mouse and a thousand tables."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Introduction
from mixer_app.ui.plan.board import Order, PlanBoard
from mixer_app.ui.plan.chip_art import ChipArt
from mixer_app.ui.plan.chip_geometry import ROUND_WIDTH
from mixer_app.ui.plan.matrix_model import PlanMatrixModel
from mixer_app.ui.plan.matrix_view import PlanMatrixView


@pytest.fixture
def grid(qtbot: Any, board: PlanBoard) -> PlanMatrixView:
    model = PlanMatrixModel()
    view = PlanMatrixView(model)
    view.held_model = model  # type: ignore[attr-defined]  # lives as long as its view
    qtbot.addWidget(view)
    model.show(board, Order.BY_TABLE)
    view.resize(900, 500)
    with qtbot.waitExposed(view):
        view.show()
    return view


def place(grid: PlanMatrixView) -> tuple[int, int]:
    return grid.currentIndex().row(), grid.currentIndex().column()


def test_arrows_go_from_chip_to_chip(grid: PlanMatrixView) -> None:
    grid.setFocus()
    assert place(grid) == (0, 0)
    for key, reached in (
        (Qt.Key.Key_Down, (1, 0)),
        (Qt.Key.Key_Down, (2, 0)),
        (Qt.Key.Key_Right, (2, 1)),
        (Qt.Key.Key_Up, (1, 1)),
        (Qt.Key.Key_Left, (1, 0)),
    ):
        QTest.keyClick(grid, key)
        assert place(grid) == reached


def test_enter_opens_the_seat_and_so_does_a_click(grid: PlanMatrixView) -> None:
    opened: list[tuple[int, int]] = []
    grid.seat_opened.connect(lambda index: opened.append((index.row(), index.column())))
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Return)
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=grid.visualRect(grid.model().index(2, 1)).center())
    assert opened[0] == (0, 0)
    assert opened[-1] == (2, 1)


def test_tab_leaves_the_grid(grid: PlanMatrixView) -> None:
    assert not grid.tabKeyNavigation()


def test_rounds_share_the_width_but_never_become_too_narrow(grid: PlanMatrixView, qtbot: Any) -> None:
    header = grid.horizontalHeader()
    qtbot.waitUntil(lambda: header.length() == grid.viewport().width())
    grid.resize(380, 500)
    qtbot.waitUntil(lambda: header.sectionSize(0) == ROUND_WIDTH and grid.horizontalScrollBar().maximum() > 0)


def test_a_screen_reader_finds_the_chips_in_the_table(grid: PlanMatrixView) -> None:
    table = QAccessible.queryAccessibleInterface(grid)
    spoken = [table.child(position).text(QAccessible.Text.Name) for position in range(table.childCount())]
    assert "Round 2, 18:45 to 18:57" in spoken
    assert "Table 7, Yusuf Çelik" in spoken
    assert "Adaeze Nnamdi meets Yusuf Çelik, table 7, round 1, very strong, 0.84" in spoken


def test_a_thousand_tables_are_painted_as_far_as_they_are_seen(
    grid: PlanMatrixView,
    board: PlanBoard,
    an_attendee: Callable[..., Attendee],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mentors = [an_attendee(f"Mentor {number}", role="mentor") for number in range(1000)]
    mentee = an_attendee("Adaeze Nnamdi")
    introductions = tuple(
        Introduction(round=number, table=table, mentor_id=mentor.id, mentee_id=mentee.id, score=0.7)
        for table, mentor in enumerate(mentors, 1)
        for number in range(1, 9)
        for _ in range(5)
    )
    large = replace(
        board,
        plan=replace(board.plan, rounds=8, introductions=introductions),
        people={person.id: person for person in (*mentors, mentee)},
    )
    painted: list[str] = []
    monkeypatch.setattr(ChipArt, "paint", lambda self, painter, corner, chip, *, chosen: painted.append(chip.text))
    grid.held_model.show(large, Order.BY_TABLE)  # type: ignore[attr-defined]
    grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum() // 2)
    painted.clear()
    grid.grab()
    lines_in_sight = grid.viewport().height() // grid.rowHeight(0) + 2
    assert grid.model().rowCount() == 5000
    assert 0 < len(painted) <= lines_in_sight * 8
