"""Pictures of Plan."""

from collections.abc import Iterator

from evening import ScreenContext
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from mixer_app.ui.plan import PlanPage
from mixer_app.ui.plan.board import Order
from mixer_app.ui.plan.matrix_model import CHIP_ROLE


def shots(context: ScreenContext) -> Iterator[tuple[str, QWidget]]:
    """As it opens, with a pair chosen, while searching, by mentee, changed by hand, compared, and in part."""
    page = context.go_to("plan")
    assert isinstance(page, PlanPage)
    body = page.body
    yield "plan", context.window
    body.matrix.choose(body.model.index(6, 2))
    QTest.keyClick(body.matrix, Qt.Key.Key_Return)
    yield "plan_pair", context.window
    body.close_panel()
    field = page.search_field()
    assert field is not None
    field.setFocus()
    QTest.keyClicks(field, "an")
    yield "plan_find", context.window
    QTest.keyClick(field, Qt.Key.Key_Escape)
    QTest.mouseClick(body.quality_card.why_button, Qt.MouseButton.LeftButton)
    context.settle()
    yield "plan_why", context.window
    body.close_panel()
    QTest.mouseClick(body.toolbar.order_switch.button(Order.BY_MENTEE.value), Qt.MouseButton.LeftButton)
    yield "plan_by_mentee", context.window
    QTest.mouseClick(body.toolbar.order_switch.button(Order.BY_TABLE.value), Qt.MouseButton.LeftButton)
    body.matrix.setFocus()
    yield from _by_hand(context, page)
    yield from _alone(context, page)


def _by_hand(context: ScreenContext, page: PlanPage) -> Iterator[tuple[str, QWidget]]:
    """A chip carried by keys and by mouse, dropped, locked; bringing together; comparing; each is taken back."""
    body, matrix = page.body, page.body.matrix
    carried = body.model.index(6, 2)
    matrix.choose(carried)
    QTest.keyClick(matrix, Qt.Key.Key_M)
    yield "plan_carried_by_keys", context.window
    QTest.keyClick(matrix, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    yield "plan_refused", context.window
    QTest.keyClick(matrix, Qt.Key.Key_Escape)
    _press(context, matrix, Qt.Key.Key_Return)
    start = matrix.visualRect(carried).center()
    QTest.mousePress(matrix.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(matrix.viewport(), start + QPoint(24, 6))
    context.settle()
    target = _target_near(page, carried)
    matrix.scrollTo(target)
    QTest.mouseMove(matrix.viewport(), matrix.visualRect(target).center())
    yield "plan_dragged", context.window
    QTest.mouseRelease(matrix.viewport(), Qt.MouseButton.LeftButton, pos=matrix.visualRect(target).center())
    context.settle()
    _press(context, matrix, Qt.Key.Key_L)
    yield "plan_locked", context.window
    _press(context, matrix, Qt.Key.Key_B)
    field = body.panel.meet_view.find_mentor
    QTest.keyClicks(field, "osei")
    _press(context, field, Qt.Key.Key_Return)
    yield "plan_together", context.window
    body.close_panel()
    matrix.setFocus()
    _press(context, matrix, Qt.Key.Key_Down, Qt.Key.Key_N)
    page.head.compare_button.click()
    context.settle()
    view = body.panel.compare_view
    view.old_field.setCurrentIndex(3)
    view.old_field.activated.emit(3)
    yield "plan_compared", context.window
    view.side_switch.button("both").click()
    yield "plan_compared_both", context.window
    body.close_panel()
    body.toolbar.decided_button.click()
    yield "plan_decided", context.window
    body.close_panel()
    matrix.setFocus()
    for _ in range(3):
        page.head.undo_button.click()
        context.settle()


def _alone(context: ScreenContext, page: PlanPage) -> Iterator[tuple[str, QWidget]]:
    """One round, one table, one person."""
    matrix = page.body.matrix
    matrix.choose(page.body.model.index(6, 2))
    for key, name in ((Qt.Key.Key_R, "round"), (Qt.Key.Key_T, "table"), (Qt.Key.Key_P, "person")):
        _press(context, matrix, key)
        yield f"plan_one_{name}", context.window
    _press(context, matrix, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Return)
    yield "plan_free_round", context.window
    _press(context, matrix, Qt.Key.Key_Escape, Qt.Key.Key_Escape)


def _press(context: ScreenContext, widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(widget, key)
        context.settle()


def _target_near(page: PlanPage, carried: QModelIndex) -> QModelIndex:
    """The next seat below that the chip in the hand may have."""
    model = page.body.model
    below = (model.index(line, carried.column()) for line in range(carried.row() + 3, model.rowCount()))
    return next(one for one in below if one.data(CHIP_ROLE).step is not None and not one.data(CHIP_ROLE).faded)
