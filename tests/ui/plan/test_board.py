"""The plan as rows, cells and seats."""

from collections.abc import Callable
from dataclasses import replace

from mixer_app.domain.people import Attendee
from mixer_app.ui.plan.board import CellState, Order, PlanBoard


def test_tables_stand_by_number_and_mentees_by_family_name(board: PlanBoard) -> None:
    assert [row.table for row in board.rows(Order.BY_TABLE)] == [2, 7]
    names = [row.attendee.name.full for row in board.rows(Order.BY_MENTEE)]
    assert names == ["Siti Aminah", "Zoë van der Berg", "Bo Li", "Adaeze Nnamdi"]


def test_a_table_that_rests_is_told_from_a_free_seat(board: PlanBoard) -> None:
    ngozi, yusuf = board.rows(Order.BY_TABLE)
    assert [cell.state for cell in ngozi.cells] == [CellState.OPEN, CellState.RESTS]
    assert [len(cell.introductions) for cell in yusuf.cells] == [2, 1]


def test_someone_who_comes_later_is_away_in_the_first_round(board: PlanBoard, people: dict[str, Attendee]) -> None:
    late = replace(people["Zoë"], arrives=board.event.round_times()[1].starts_at.time())
    changed = replace(board, people={**board.people, late.id: late})
    row = next(row for row in changed.rows(Order.BY_MENTEE) if row.attendee.id == late.id)
    assert [cell.state for cell in row.cells] == [CellState.AWAY, CellState.OPEN]


def test_all_rows_have_as_many_seats_as_the_fullest_cell(board: PlanBoard) -> None:
    single = replace(board, event=replace(board.event, seats=1))
    assert single.seats(Order.BY_TABLE) == 2
    assert single.seats(Order.BY_MENTEE) == 1


def test_an_evening_lists_ones_introductions_by_round(board: PlanBoard, people: dict[str, Attendee]) -> None:
    assert [each.round for each in board.evening(people["Siti"].id)] == [1, 2]
    assert board.evening(people["Zoë"].id) == ()


def test_people_without_an_introduction_come_with_the_reason(board: PlanBoard, people: dict[str, Attendee]) -> None:
    assert [(person.name.given, reason.split()[0]) for person, reason in board.without()] == [("Zoë van der", "All")]
    assert board.reason_without(people["Bo"].id) == ""


def test_someone_who_cancelled_since_leaves_the_rows(
    board: PlanBoard, people: dict[str, Attendee], changed_board: Callable[..., PlanBoard]
) -> None:
    rest = {number: person for number, person in board.people.items() if number != people["Ngozi"].id}
    assert [row.table for row in replace(board, people=rest).rows(Order.BY_TABLE)] == [7]
    assert changed_board(introductions=()).rows(Order.BY_TABLE) == ()
