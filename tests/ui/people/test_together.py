"""Several people at once, as an organizer does it: compared, merged, edited, and taken back."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from mixer_app.domain.people import Attendee, Status
from mixer_app.services.check_in import check_in
from mixer_app.services.journal import undo
from mixer_app.services.people import get_attendee, get_attendees, list_attendees
from mixer_app.ui.people import PeoplePage
from mixer_app.ui.people.merge_sheet import MergeSheet
from mixer_app.ui.people.table_model import Column
from mixer_app.ui.undoing import redo_latest, undo_latest

Open = Callable[[], PeoplePage]
Add = Callable[..., Attendee]
Settled = Callable[[], None]
CONTROL = Qt.KeyboardModifier.ControlModifier


def compared(page: PeoplePage, settled: Settled) -> MergeSheet:
    """The sheet that Ctrl M opens."""
    settled()
    assert page.together.merge_sheet is not None
    return page.together.merge_sheet


def test_possible_doubles_are_counted_and_a_button_shows_only_them(
    open_people: Open, add: Add, qtbot: QtBot, database: Any, event: Any
) -> None:
    add("Ann Smith", employer="City")
    add("A. Smith", employer="City")
    add("Bob Jones")
    page = open_people()
    assert page.doubles_button.text() == "2 possible doubles"

    qtbot.mouseClick(page.doubles_button, Qt.MouseButton.LeftButton)

    assert page.listing.filter_bar.count_label.text() == "2"
    assert [chip.text() for chip in page.listing.filter_bar.chips()] == ["doubles"]


def test_doubles_are_merged_by_keys_alone_and_undone_and_redone(
    open_people: Open, add: Add, qtbot: QtBot, database: Any, event: Any, settled: Settled, clock: Any
) -> None:
    ann = add("Ann Smith", employer="City", title="Surgeon")
    double = add("A. Smith", employer="City", title="Head of surgery", phone="12")
    page = open_people()
    said: list[tuple[str, object]] = []
    page.said.connect(lambda sentence, way_back: said.append((sentence, way_back)))
    table = page.listing.table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Home)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Space)

    qtbot.keyClick(table, Qt.Key.Key_M, CONTROL)
    sheet = compared(page, settled)
    assert isinstance(QApplication.focusWidget(), QRadioButton)
    other_title = next(
        button for button in sheet.groups["title"].buttons() if "Head of surgery" in button.accessibleName()
    )
    sheet.groups["title"].checkedButton().setFocus()
    away = Qt.Key.Key_Down if sheet.groups["title"].id(other_title) else Qt.Key.Key_Up
    if not other_title.isChecked():
        qtbot.keyClick(QApplication.focusWidget(), away)
    assert other_title.isChecked()
    qtbot.keyClick(sheet, Qt.Key.Key_Return, CONTROL)
    settled()

    (merged,) = database.read(list_attendees, event.id)
    assert (merged.name.full, merged.title, merged.phone) == ("Ann Smith", "Head of surgery", "12")
    assert page.listing.model.rowCount() == 1
    assert said[-1][0].startswith("Merged ")

    way_back = {"station": "Desk 1", "now": clock()}
    assert database.write(undo_latest, event.id, **way_back).startswith("Undone: Merged")
    assert {one.id for one in database.read(list_attendees, event.id)} == {ann.id, double.id}
    assert database.write(redo_latest, event.id, **way_back).startswith("Done again: Merged")
    assert database.read(list_attendees, event.id) == [merged]


def test_escape_leaves_the_doubles_as_they_are(
    open_people: Open, add: Add, qtbot: QtBot, database: Any, event: Any, settled: Settled
) -> None:
    add("Ann Smith", employer="City")
    add("A. Smith", employer="City")
    page = open_people()
    page.listing.table.setFocus()
    page.listing.table.setCurrentIndex(page.listing.model.index(0, 1))

    qtbot.keyClick(page.listing.table, Qt.Key.Key_M, CONTROL)  # nobody is chosen: the current one and who it may be
    sheet = compared(page, settled)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    settled()

    assert len(database.read(list_attendees, event.id)) == 2


def test_one_chosen_alone_is_told_how_many_are_needed(
    open_people: Open, add: Add, qtbot: QtBot, settled: Settled
) -> None:
    add("Ann Smith")
    page = open_people()
    told: list[str] = []
    page.failed.connect(told.append)
    page.listing.table.setFocus()

    qtbot.keyClick(page.listing.table, Qt.Key.Key_M, CONTROL)

    assert told == ["Choose two to 4 people to compare."]


def test_private_needs_are_counted_and_not_named_beside_each_other(
    open_people: Open, add: Add, qtbot: QtBot, database: Any, event: Any, settled: Settled
) -> None:
    private = next(need.name for need in event.needs if need.sensitive)
    add("Ann Smith", needs_wanted=(private,))
    add("Ann Smith", needs_wanted=("Relocation",))
    page = open_people()
    page.listing.model.tick(range(2), on=True)

    qtbot.mouseClick(page.selection_bar.merge_button, Qt.MouseButton.LeftButton)
    sheet = compared(page, settled)

    names = [button.accessibleName() for button in sheet.groups["needs_wanted"].buttons()]
    assert any("1 private" in name for name in names)
    assert not any(private in name for name in names)
    sheet.close_sheet()


def test_many_are_edited_with_the_effect_told_and_one_undo(
    open_people: Open, add: Add, qtbot: QtBot, database: Any, event: Any, settled: Settled, clock: Any
) -> None:
    people = [add("Ann Smith", title="Surgeon"), add("Bob Jones"), add("Eve Hill")]
    page = open_people()
    page.listing.table.setFocus()
    page.listing.model.tick(range(3), on=True)

    qtbot.keyClick(page.listing.table, Qt.Key.Key_E, CONTROL)
    sheet = page.together.bulk_sheet
    assert sheet is not None
    qtbot.keyClicks(sheet.form.edits["title"], "Surgeon")
    qtbot.waitUntil(lambda: sheet.foot.effect_label.text() == "2 people change, 1 has it already.")
    qtbot.mouseClick(sheet.foot.act_button, Qt.MouseButton.LeftButton)
    settled()

    ids = [one.id for one in people]
    assert {one.title for one in database.read(get_attendees, ids)} == {"Surgeon"}
    database.write(undo_latest, event.id, station="Desk 1", now=clock())
    assert sorted(database.read(get_attendees, ids), key=lambda one: one.id) == people


def test_a_number_that_is_none_is_told_and_nothing_can_be_done(
    open_people: Open, add: Add, qtbot: QtBot, settled: Settled
) -> None:
    add("Ann Smith")
    page = open_people()
    page.listing.model.tick([0], on=True)
    qtbot.mouseClick(page.selection_bar.edit_button, Qt.MouseButton.LeftButton)
    sheet = page.together.bulk_sheet
    assert sheet is not None

    qtbot.keyClicks(sheet.form.edits["introductions_limit"], "many")

    qtbot.waitUntil(lambda: "whole number" in sheet.foot.effect_label.text())
    assert not sheet.foot.act_button.isEnabled()
    sheet.close_sheet()


def test_a_private_need_cannot_be_given_to_many(open_people: Open, add: Add, qtbot: QtBot, event: Any) -> None:
    private = next(need.name for need in event.needs if need.sensitive)
    add("Ann Smith")
    page = open_people()
    page.listing.model.tick([0], on=True)
    page.together.edit()
    sheet = page.together.bulk_sheet
    assert sheet is not None

    sheet.form.edits["add_needs"].setText(private)

    qtbot.waitUntil(lambda: "private" in sheet.foot.effect_label.text())
    sheet.close_sheet()


def status_of(page: PeoplePage) -> object:
    """What the first row says in the column of the status."""
    return page.listing.model.index(0, Column.STATUS).data()


def test_a_cancelled_registration_comes_back_by_undo(
    open_people: Open, add: Add, database: Any, event: Any, settled: Settled, clock: Any
) -> None:
    ann = add("Ann Smith")
    database.write(check_in, event.id, ann.code, station="Door", now=clock())
    page = open_people()
    said: list[tuple[str, object]] = []
    page.said.connect(lambda sentence, way_back: said.append((sentence, way_back)))

    page.panel.cancel_asked.emit(ann.id)
    settled()
    assert database.read(get_attendee, ann.id).status is Status.CANCELLED
    database.write(undo, said[-1][1], station="Desk 1", now=clock())
    page.refresh()
    settled()

    assert status_of(page) == "Here"
    assert database.read(get_attendee, ann.id).status is Status.CHECKED_IN
