"""Pictures of Desk."""

from collections.abc import Iterator

from evening import ScreenContext
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from mixer_app.services.people import list_attendees
from mixer_app.ui.desk import DeskPage


def shots(context: ScreenContext) -> Iterator[tuple[str, QWidget]]:
    """Nobody looked for, a search with two slips, someone who is here already while a walk-in is typed."""
    page = context.go_to("desk")
    assert isinstance(page, DeskPage)
    context.window.activateWindow()
    page.finder.start_over()
    yield "desk", context.window
    page.finder.search.setText("ada nmandi")
    yield "desk-search", context.window
    page.finder.start_over()
    people = context.database.read(list_attendees, context.event.id)
    page.walk_in_form.name_edit.setText(next(one for one in people if not one.here).name.full + "n")
    page.walk_in_form.employer_edit.setText("Royal Dhaka Clinic")
    page.scanner.scanned.emit(next(one for one in people if one.here and len(one.needs_wanted) > 1).code)
    context.settle()
    QTest.qWait(200)
    yield "desk-already", context.window
    page.finder.start_over()
    page.walk_in_form.clear()
    page.finder.search.setText("zzzzzz")
    yield "desk-nobody", context.window
    QTest.keyClick(page.finder.search, Qt.Key.Key_Escape)
