"""The plan as a Qt table."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Plan
from mixer_app.domain.roles import Role
from mixer_app.ui.plan.board import CellState, Order, PlanBoard
from mixer_app.ui.plan.chips import Chip, ChipKind
from mixer_app.ui.plan.matrix_model import CHIP_ROLE, HEAD_ROLE, PlanMatrixModel


@pytest.fixture
def model(board: PlanBoard) -> PlanMatrixModel:
    model = PlanMatrixModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(board, Order.BY_TABLE)
    return model


def chips(model: PlanMatrixModel) -> list[list[Chip]]:
    return [
        [model.index(line, column).data(CHIP_ROLE) for column in range(model.columnCount())]
        for line in range(model.rowCount())
    ]


def test_every_seat_has_a_line(model: PlanMatrixModel) -> None:
    texts = [[chip.text for chip in line] for line in chips(model)]
    assert texts == [
        ["Siti Aminah", "rests"],
        ["free", "rests"],
        ["Adaeze Nnamdi", "Siti Aminah"],
        ["Bo Li", "free"],
    ]


def test_by_mentee_the_chip_names_mentor_and_table(model: PlanMatrixModel, board: PlanBoard) -> None:
    model.show(board, Order.BY_MENTEE)
    first = chips(model)[0][0]
    assert (first.text, first.tag, first.kind) == ("Ngozi Adeyemi-Okonkwo", "T2", ChipKind.PAIR)


def test_steps_go_from_weak_to_very_strong(model: PlanMatrixModel) -> None:
    steps = {chip.text: chip.step for line in chips(model) for chip in line[:1]}
    assert steps == {"Siti Aminah": 0, "free": None, "Adaeze Nnamdi": 4, "Bo Li": 2}


def test_a_screen_reader_hears_the_pair_the_place_and_the_fit(model: PlanMatrixModel) -> None:
    spoken = model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Adaeze Nnamdi meets Yusuf Çelik, table 7, round 1, very strong, 0.84"
    assert model.index(3, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "Table 7, round 2, Yusuf Çelik: free"
    head = model.headerData(2, Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole)
    assert head == "Table 7, Yusuf Çelik"


def test_heads_say_when_a_round_is_and_what_a_mentor_does(model: PlanMatrixModel) -> None:
    first_round = model.headerData(0, Qt.Orientation.Horizontal, HEAD_ROLE)
    assert (first_round.title, first_round.caption, first_round.locked) == ("Round 1", "18:30 to 18:42", False)
    table = model.headerData(3, Qt.Orientation.Vertical, HEAD_ROLE)
    assert (table.number, table.name, table.caption) == (7, "Yusuf Çelik", "Emergency medicine")


def test_following_a_person_marks_all_their_chips(model: PlanMatrixModel, people: dict[str, Attendee]) -> None:
    model.follow_person(people["Siti"].id)
    followed = [chip.text for line in chips(model) for chip in line if chip.followed]
    assert followed == ["Siti Aminah", "Siti Aminah"]
    model.follow_person(None)
    assert not any(chip.followed for line in chips(model) for chip in line)


def test_following_a_step_marks_the_chips_of_that_step(model: PlanMatrixModel) -> None:
    model.follow_step(3)
    assert [(line, chip.text) for line, row in enumerate(chips(model)) for chip in row if chip.followed] == [
        (2, "Siti Aminah")
    ]


def test_an_introduction_is_found_again_in_the_other_order(model: PlanMatrixModel, board: PlanBoard) -> None:
    introduction = board.plan.introductions[1]
    assert model.introduction_at(model.index_of(introduction)) == introduction
    model.show(board, Order.BY_MENTEE)
    assert model.introduction_at(model.index_of(introduction)) == introduction


def test_an_empty_plan_has_no_rows(model: PlanMatrixModel, changed_board: Callable[..., PlanBoard]) -> None:
    model.show(changed_board(introductions=()), Order.BY_TABLE)
    assert model.rowCount() == 0
    model.show(None, Order.BY_TABLE)
    assert (model.rowCount(), model.columnCount()) == (0, 0)


def test_someone_who_is_both_is_not_free_while_they_have_the_other_role(
    people: dict[str, Attendee], a_plan: Callable[..., Plan], board: PlanBoard
) -> None:
    bo = replace(people["Bo"], role=Role.BOTH)
    plan = a_plan([(1, 7, "Yusuf", "Bo", 0.5), (2, 9, "Bo", "Siti", 0.7)])
    both = replace(board, plan=plan, people={**board.people, bo.id: bo})
    model = PlanMatrixModel()
    model.show(both, Order.BY_TABLE)
    assert [[chip.text for chip in line] for line in chips(model)[2:]] == [
        ["mentee at table 7", "Siti Aminah"],
        ["mentee at table 7", "free"],
    ]
    model.show(both, Order.BY_MENTEE)
    row = next(row for row in both.rows(Order.BY_MENTEE) if row.attendee.id == bo.id)
    assert [cell.state for cell in row.cells] == [CellState.OPEN, CellState.ELSEWHERE]
    assert "hosts table 9" in [chip.text for line in chips(model) for chip in line]
