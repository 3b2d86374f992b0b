"""Pictures of Plan."""

from collections.abc import Iterator

from evening import ScreenContext
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from mixer_app.ui.plan import PlanPage
from mixer_app.ui.plan.board import Order


def shots(context: ScreenContext) -> Iterator[tuple[str, QWidget]]:
    """As it opens, with a pair chosen, while searching, by mentee, and who has no introduction."""
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
