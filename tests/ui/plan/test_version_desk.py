"""Two versions beside each other: what is different, in a list and in the grid."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QScrollBar

from mixer_app.ui.plan.compare_view import LINE_ROLE
from mixer_app.ui.plan.matrix_view import PlanMatrixView


def click(button: QAbstractButton) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def swapped(evening: Any) -> tuple[str, str]:
    """Swap somebody in round 2, and say whom with whom."""
    evening.lift(evening.chip_of("Adaeze", 2))
    target = evening.targets(1)[0]
    other = evening.page.body.model.introduction_at(target).mentee_id
    evening.drop(target)
    return "Adaeze Nnamdi", evening.page.body.board.people[other].name.shown


def lines(evening: Any) -> list[Any]:
    model = evening.page.body.panel.compare_view.changes
    return [model.index(row, 0).data(LINE_ROLE) for row in range(model.rowCount())]


def test_the_changed_seats_are_listed_and_outlined_and_nothing_else(roomy: Any) -> None:
    both = swapped(roomy)
    before = {name: roomy.page.body.board.seat_of(roomy.attendee(name).id, 2).table for name in both}
    click(roomy.page.head.compare_button)
    roomy.settle()
    view, body = roomy.page.body.panel.compare_view, roomy.page.body
    assert view.summary_label.text() == "2 seats are different, of 2 people"
    assert {one.title for one in lines(roomy)} == {f"Round 2, {name}" for name in both}
    assert {one.after.split(",")[0] for one in lines(roomy)} == {f"table {table}" for table in before.values()}
    outlined = {
        (body.board.people[one.mentee_id].name.shown, one.round)
        for one in body.board.plan.introductions
        if roomy.look(body.model.index_of(one)).followed
    }
    assert outlined == {(name, 2) for name in both}


def test_the_grid_shows_either_version_and_comes_back_when_the_list_is_closed(roomy: Any) -> None:
    swapped(roomy)
    body, now = roomy.page.body, roomy.seat("Adaeze", 2)
    click(roomy.page.head.compare_button)
    roomy.settle()
    click(body.panel.compare_view.side_switch.button("old"))
    shown = body.model.board.seat_of(roomy.attendee("Adaeze").id, 2)
    assert shown.mentor_id != now.mentor_id
    assert body.model.index_of(shown).isValid()
    roomy.press(Qt.Key.Key_L)
    assert roomy.complaints == ["Two versions are compared. Close the comparison to change the plan."]
    roomy.press(Qt.Key.Key_Escape)
    assert not body.panel.isVisible()
    assert body.model.board.seat_of(roomy.attendee("Adaeze").id, 2).mentor_id == now.mentor_id
    assert not any(roomy.look(body.model.index(line, 1)).followed for line in range(body.model.rowCount()))


def test_a_line_of_the_list_leads_to_its_seat(roomy: Any) -> None:
    swapped(roomy)
    click(roomy.page.head.compare_button)
    roomy.settle()
    body = roomy.page.body
    view = body.panel.compare_view
    view.list.setFocus()
    view.list.setCurrentIndex(view.changes.index(1, 0))
    QTest.keyClick(view.list, Qt.Key.Key_Return)
    line = lines(roomy)[1]
    chosen = body.model.introduction_at(body.matrix.currentIndex())
    assert (chosen.mentee_id, chosen.round) == (line.change.attendee_id, 2)


def test_a_seat_that_was_freed_is_shown_in_the_version_that_has_it(roomy: Any) -> None:
    roomy.choose(roomy.chip_of("Bo", 3))
    roomy.press(Qt.Key.Key_Delete)
    click(roomy.page.head.compare_button)
    roomy.settle()
    body = roomy.page.body
    [line] = lines(roomy)
    assert (line.title, line.after) == ("Round 3, Bo Li", "free")
    view = body.panel.compare_view
    view.list.clicked.emit(view.changes.index(0, 0))
    assert view.side_switch.key == "old"
    assert body.model.introduction_at(body.matrix.currentIndex()).mentee_id == roomy.attendee("Bo").id


def test_any_two_versions_can_be_chosen(roomy: Any) -> None:
    swapped(roomy)
    roomy.choose(roomy.chip_of("Bo", 3))
    roomy.press(Qt.Key.Key_L)
    click(roomy.page.head.compare_button)
    roomy.settle()
    view = roomy.page.body.panel.compare_view
    assert view.summary_label.text() == "Every seat is the same in both; 1 lock is different"
    view.old_field.setFocus()
    QTest.keyClick(view.old_field, Qt.Key.Key_End)
    roomy.settle()
    assert view.old_field.currentText().startswith("Version 1")
    assert view.summary_label.text() == "2 seats are different, of 2 people; 1 lock is different"


def test_with_one_version_there_is_nothing_to_compare(roomy: Any) -> None:
    assert not roomy.page.head.compare_button.isEnabled()


def test_what_others_do_meanwhile_does_not_end_a_comparison(roomy: Any) -> None:
    swapped(roomy)
    click(roomy.page.head.compare_button)
    roomy.settle()
    roomy.add("Pooja Kulkarni")
    roomy.refresh()
    assert roomy.page.body.comparing
    assert len(lines(roomy)) == 2
    roomy.press(Qt.Key.Key_Escape)
    assert roomy.attendee("Pooja")


def test_both_versions_stand_beside_each_other_and_move_together(roomy: Any, qtbot: Any) -> None:
    swapped(roomy)
    now = roomy.seat("Adaeze", 2).table
    click(roomy.page.head.compare_button)
    roomy.settle()
    body = roomy.page.body
    click(body.panel.compare_view.side_switch.button("both"))
    beside = roomy.page.findChild(PlanMatrixView, "plan_matrix_beside")
    assert beside.isVisible()
    who = roomy.attendee("Adaeze").id
    left, right = body.model.board.seat_of(who, 2), beside.model().board.seat_of(who, 2)
    assert left.table != right.table == now
    for model, seat in ((body.model, left), (beside.model(), right)):
        assert roomy.look(model.index_of(seat)).followed
    roomy.press(Qt.Key.Key_R)
    assert beside.model().columnCount() == body.model.columnCount() == 1
    roomy.page.resize(1352, 420)
    qtbot.waitUntil(lambda: body.matrix.verticalScrollBar().maximum() > 0)
    body.matrix.verticalScrollBar().setValue(30)
    assert beside.verticalScrollBar().value() == 30
    beside.verticalScrollBar().triggerAction(QScrollBar.SliderAction.SliderToMinimum)
    assert body.matrix.verticalScrollBar().value() == 0
    roomy.press(Qt.Key.Key_Escape)
    assert not beside.isVisible()
