"""Tests of order, search, filters and ticks."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee, Status
from mixer_app.domain.roles import Role
from mixer_app.services.search import PeopleIndex
from mixer_app.ui.people.rows import PersonRow, Standing
from mixer_app.ui.people.table_model import AttendeeTableModel, Column, PeopleFilter

Make = Callable[..., Attendee]


@pytest.fixture
def model(event: Event, an_attendee: Make) -> AttendeeTableModel:
    """Four people, of whom one is a mentor and one is here."""
    people = [
        an_attendee("Ann Smith", title="Surgeon", status=Status.CHECKED_IN, email="ann@example.org"),
        an_attendee("Bo Li", role="mentor"),
        an_attendee("Zoë Aalto", title="Anaesthetist"),
        an_attendee("Ole Ødegård", employer="City Hospital"),
    ]
    made = AttendeeTableModel()
    made.show_rows(event, [PersonRow(one) for one in people], PeopleIndex(people))
    return made


def names(model: AttendeeTableModel) -> list[str]:
    return [str(model.index(row, Column.NAME).data()) for row in range(model.rowCount())]


def test_the_model_keeps_the_rules_of_qt(model: AttendeeTableModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)

    model.search("ann")
    model.sort(Column.WORK, Qt.SortOrder.DescendingOrder)
    model.filter(PeopleFilter(roles=frozenset({Role.MENTEE})))

    assert isinstance(tester.model(), QAbstractItemModel)


def test_another_column_gives_another_order_and_the_unanswered_come_last(model: AttendeeTableModel) -> None:
    model.sort(Column.WORK)

    assert names(model) == ["Zoë Aalto", "Ole Ødegård", "Ann Smith", "Bo Li"]


def test_a_search_puts_the_best_first_and_empty_again_restores_the_order(model: AttendeeTableModel) -> None:
    model.search("odegard")
    assert names(model) == ["Ole Ødegård"]
    assert model.order is None

    model.search("")
    assert names(model) == ["Zoë Aalto", "Bo Li", "Ole Ødegård", "Ann Smith"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (PeopleFilter(roles=frozenset({Role.MENTOR})), ["Bo Li"]),
        (PeopleFilter(standings=frozenset({Standing.HERE})), ["Ann Smith"]),
        (PeopleFilter(without_email=True), ["Zoë Aalto", "Bo Li", "Ole Ødegård"]),
    ],
)
def test_a_filter_keeps_who_was_asked_for(model: AttendeeTableModel, asked: PeopleFilter, found: list[str]) -> None:
    model.filter(asked)

    assert names(model) == found


def test_ticks_outlive_search_and_order(model: AttendeeTableModel) -> None:
    model.tick([0], on=True)

    model.search("smith")
    assert model.tick_state() is Qt.CheckState.Unchecked
    model.search("")

    assert [row.attendee.name.full for row in model.ticked_rows()] == ["Zoë Aalto"]
    assert model.tick_state() is Qt.CheckState.PartiallyChecked


def test_who_cancelled_is_found_after_the_others_and_not_chosen(event: Event, an_attendee: Make) -> None:
    people = [an_attendee("Ann Smith", status=Status.CANCELLED), an_attendee("Anna Smithson")]
    model = AttendeeTableModel()
    model.show_rows(event, [PersonRow(one) for one in people], PeopleIndex(people))

    model.search("ann smith")
    assert names(model) == ["Anna Smithson", "Ann Smith"]
    model.tick(range(2), on=True)
    model.toggle(1)

    assert [row.attendee.name.full for row in model.ticked_rows()] == ["Anna Smithson"]
    assert model.tick_state() is Qt.CheckState.Checked
    box = model.index(1, Column.TICK)
    assert not box.flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert box.data(Qt.ItemDataRole.CheckStateRole) is None
    came_back = [PersonRow(replace(one, status=Status.CANCELLED)) for one in people]
    model.show_rows(event, came_back, PeopleIndex(people))
    assert model.ticked_count() == 0


def test_ticks_of_people_who_are_gone_are_dropped(model: AttendeeTableModel, event: Event) -> None:
    model.tick(range(4), on=True)

    model.show_rows(event, [], PeopleIndex([]))

    assert model.ticked_count() == 0


def test_a_change_of_one_person_paints_one_row_and_moves_nothing(model: AttendeeTableModel, event: Event) -> None:
    rows = [model.person_at(at) for at in range(model.rowCount())]
    came = PersonRow(replace(rows[1].attendee, status=Status.CHECKED_IN))
    people = [row.attendee for row in (rows[0], came, *rows[2:])]
    kept = QPersistentModelIndex(model.index(3, Column.NAME))
    painted: list[tuple[int, int]] = []
    resets: list[bool] = []
    model.dataChanged.connect(lambda first, last: painted.append((first.row(), last.row())))
    model.modelReset.connect(lambda: resets.append(True))

    model.show_rows(event, [rows[0], came, *rows[2:]], PeopleIndex(people))

    assert painted == [(1, 1)]
    assert not resets
    assert model.person_at(1) is came
    assert kept.row() == 3


def test_someone_new_takes_their_place_and_the_current_row_stays_with_its_person(
    model: AttendeeTableModel, event: Event, an_attendee: Make
) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    rows = [model.person_at(at) for at in range(model.rowCount())]
    kept = QPersistentModelIndex(model.index(3, Column.NAME))
    new = PersonRow(an_attendee("Abe Aaron"))

    model.show_rows(event, [*rows, new], PeopleIndex([row.attendee for row in (*rows, new)]))

    assert names(model)[1] == "Abe Aaron"
    assert (kept.row(), kept.data()) == (4, "Ann Smith")
    assert isinstance(tester.model(), QAbstractItemModel)


def test_a_current_row_follows_its_person_through_a_new_order(model: AttendeeTableModel) -> None:
    kept = QPersistentModelIndex(model.index(3, Column.NAME))

    model.sort(Column.NAME, Qt.SortOrder.DescendingOrder)

    assert kept.row() == 0
    assert kept.data() == "Ann Smith"
