"""Tests of the People page as an organizer uses it: keys and clicks against a real database."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from mixer_app.domain.events import Event, EventPlanning
from mixer_app.domain.people import Attendee, Status
from mixer_app.domain.roles import Role
from mixer_app.services.check_in import check_in
from mixer_app.services.events import create_event
from mixer_app.services.forgetting import forget_person
from mixer_app.services.journal import undo
from mixer_app.services.merging import merge_people
from mixer_app.services.people import cancel_attendee, get_attendee, list_attendees
from mixer_app.ui.appearance import Appearance
from mixer_app.ui.people import PeoplePage
from mixer_app.ui.people.listing import EVERYONE, THIS_EVENT
from mixer_app.ui.people.rows import Standing
from mixer_app.ui.people.table_model import Column, PeopleFilter
from mixer_app.ui.widgets.selectable_text import SelectableText

Open = Callable[[], PeoplePage]
Add = Callable[..., Attendee]
Settled = Callable[[], None]


def names(page: PeoplePage) -> list[str]:
    model = page.listing.model
    return [str(model.index(row, Column.NAME).data()) for row in range(model.rowCount())]


def click_row(qtbot: QtBot, page: PeoplePage, row: int, column: Column) -> None:
    table = page.listing.table
    at = table.visualRect(page.listing.model.index(row, column)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def fill(qtbot: QtBot, edit: QLineEdit, text: str) -> None:
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, text)


def test_people_stand_in_order_of_their_family_names(open_people: Open, add: Add) -> None:
    for name in ("Zoe Aalto", "Ann Smith", "Ole Ødegård", "Bo Li"):
        add(name)

    page = open_people()

    assert names(page) == ["Zoe Aalto", "Bo Li", "Ole Ødegård", "Ann Smith"]
    assert page.head.caption_label.whole_text == "4 people known, 4 of them at this event"


def test_a_search_with_a_slip_finds_and_counts(open_people: Open, add: Add, qtbot: QtBot) -> None:
    add("Adaeze Nnamdi")
    add("Bo Li")
    page = open_people()

    qtbot.keyClicks(page.listing.search, "nmandi")

    assert names(page) == ["Adaeze Nnamdi"]
    assert (page.listing.filter_bar.count_label.text(), page.listing.filter_bar.total_label.text()) == ("1", "of 2")


def test_an_emptied_search_leaves_the_list_as_it_was_before(open_people: Open, add: Add, qtbot: QtBot) -> None:
    for number in range(40):
        add(f"Person {chr(65 + number // 26)}{chr(65 + number % 26)}", title=f"Title {99 - number}")
    page = open_people()
    table, model = page.listing.table, page.listing.model
    table._order_clicked(Column.WORK)
    listed, middle = names(page), model.person_at(20)
    assert middle is not None
    assert listed[0] == "Person BN"
    table.go_to_person(middle.attendee.id)
    table.verticalScrollBar().setValue(300)

    qtbot.keyClicks(page.listing.search, "AB")
    assert table.current_person() is None
    qtbot.keyClick(page.listing.search, Qt.Key.Key_Escape)

    assert names(page) == listed
    assert table.current_person() == middle.attendee.id
    assert table.verticalScrollBar().value() == 300


def test_someone_opened_in_a_search_is_current_once_it_is_empty(open_people: Open, add: Add, qtbot: QtBot) -> None:
    ann, bo = add("Ann Smith"), add("Bo Li")
    page = open_people()
    page.listing.table.go_to_person(bo.id)

    qtbot.keyClicks(page.listing.search, "ann")
    qtbot.keyClick(page.listing.search, Qt.Key.Key_Return)
    page.listing.search.clear()

    assert page.listing.table.current_person() == ann.id


def test_typing_in_the_table_starts_the_search(open_people: Open, add: Add, qtbot: QtBot) -> None:
    add("Adaeze Nnamdi")
    page = open_people()
    page.listing.table.setFocus()

    qtbot.keyClicks(page.listing.table, "a")

    assert page.listing.search.text() == "a"
    assert page.listing.search.hasFocus()


def test_a_filter_is_a_chip_that_backspace_removes(open_people: Open, add: Add, qtbot: QtBot) -> None:
    add("Ann Smith", role="mentor")
    add("Bo Li", role="mentee")
    page = open_people()
    page.listing.filter_bar.filter_button.menu().aboutToShow.emit()
    mentors = next(
        one for one in page.listing.filter_bar.filter_button.menu().actions() if one.text() == "Role: Mentor"
    )

    mentors.trigger()
    assert names(page) == ["Ann Smith"]
    assert [chip.text() for chip in page.listing.filter_bar.chips()] == ["Mentor"]

    page.listing.search.setFocus()
    qtbot.keyClick(page.listing.search, Qt.Key.Key_Backspace)
    assert names(page) == ["Bo Li", "Ann Smith"]


def test_nobody_found_says_what_to_do(open_people: Open, add: Add, qtbot: QtBot) -> None:
    add("Ann Smith")
    page = open_people()

    qtbot.keyClicks(page.listing.search, "qqqqq")

    assert page.listing.search_everyone_button.isVisible()
    assert not page.listing.table.isVisible()


def test_an_empty_event_offers_the_import_and_one_person(open_people: Open) -> None:
    page = open_people()

    assert page.listing.import_button.isVisible()
    assert page.listing.add_button.isVisible()


def test_enter_opens_the_person_and_escape_goes_back(open_people: Open, add: Add, qtbot: QtBot) -> None:
    add("Ann Smith", employer="City Hospital", title="Surgeon")
    page = open_people()
    table = page.listing.table
    table.setFocus()
    table.setCurrentIndex(page.listing.model.index(0, Column.NAME))

    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert page.panel.isVisible()
    assert page.panel.name_label.whole_text == "Ann Smith"
    assert page.panel.work_label.text() == "Surgeon, City Hospital"

    page.panel.edit_button.setFocus()
    qtbot.keyClick(page.panel.edit_button, Qt.Key.Key_Escape)
    assert not page.panel.isVisible()
    assert table.hasFocus()


def test_what_was_edited_is_kept_and_can_be_undone(
    open_people: Open, add: Add, database: Any, qtbot: QtBot, settled: Settled, now: datetime
) -> None:
    ann = add("Ann Smith", employer="City Hospital", needs_wanted=("Relocation", "Interpersonal issue"))
    page = open_people()
    click_row(qtbot, page, 0, Column.NAME)
    qtbot.mouseClick(page.panel.edit_button, Qt.MouseButton.LeftButton)

    fill(qtbot, page.panel.form.employer_edit, "Harbour Health")
    with qtbot.waitSignal(page.said) as said:
        qtbot.mouseClick(page.panel.save_button, Qt.MouseButton.LeftButton)
    settled()

    after = database.read(get_attendee, ann.id)
    assert after.employer == "Harbour Health"
    assert after.needs_wanted == ("Relocation", "Interpersonal issue")
    sentence, entry = said.args
    assert sentence == "Ann Smith is changed."
    database.write(undo, entry, station="Desk 1", now=now)
    assert database.read(get_attendee, ann.id).employer == "City Hospital"


def test_a_person_can_be_fine_with_colleagues_where_the_event_is_not(
    open_people: Open, add: Add, database: Any, qtbot: QtBot, settled: Settled
) -> None:
    ann = add("Ann Smith", employer="City Hospital")
    page = open_people()
    click_row(qtbot, page, 0, Column.NAME)
    qtbot.mouseClick(page.panel.edit_button, Qt.MouseButton.LeftButton)
    box = page.panel.form.colleagues_box
    assert box.currentText() == "As the event has it"
    qtbot.keyClick(box, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.said):
        qtbot.mouseClick(page.panel.save_button, Qt.MouseButton.LeftButton)
    settled()
    assert database.read(get_attendee, ann.id).colleagues_ok is True


def test_a_wrong_email_address_is_told_and_nothing_is_saved(
    open_people: Open, add: Add, database: Any, qtbot: QtBot, settled: Settled
) -> None:
    ann = add("Ann Smith", email="ann@example.org")
    page = open_people()
    click_row(qtbot, page, 0, Column.NAME)
    page.panel.edit()

    fill(qtbot, page.panel.form.email_edit, "ann at home")
    qtbot.mouseClick(page.panel.save_button, Qt.MouseButton.LeftButton)
    settled()

    assert "email address" in page.panel.problem_label.text()
    assert page.panel.form.email_edit.hasFocus()
    assert database.read(get_attendee, ann.id).email == "ann@example.org"


def test_unsaved_changes_are_not_lost_by_a_click_on_someone_else(open_people: Open, add: Add, qtbot: QtBot) -> None:
    add("Ann Smith")
    add("Bo Li")
    page = open_people()
    click_row(qtbot, page, 1, Column.NAME)
    page.panel.edit()
    fill(qtbot, page.panel.form.title_edit, "Surgeon")

    click_row(qtbot, page, 0, Column.NAME)

    assert page.panel.name_label.whole_text == "Ann Smith"
    assert page.panel.form.title_edit.text() == "Surgeon"
    assert page.panel.problem_label.text() == "Save or discard the changes first."


def test_one_person_is_added_by_hand(
    open_people: Open, database: Any, event: Event, qtbot: QtBot, settled: Settled
) -> None:
    page = open_people()
    qtbot.mouseClick(page.add_button, Qt.MouseButton.LeftButton)
    form = page.panel.form

    fill(qtbot, form.given_edit, "Ann")
    fill(qtbot, form.family_edit, "Smith")
    qtbot.mouseClick(form.role_control.button(Role.MENTOR), Qt.MouseButton.LeftButton)
    qtbot.keyClick(form.family_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled()

    (ann,) = database.read(list_attendees, event.id)
    assert (ann.name.full, ann.role, ann.walk_in) == ("Ann Smith", Role.MENTOR, False)
    assert names(page) == ["Ann Smith"]
    assert page.panel.name_label.whole_text == "Ann Smith"


def test_a_cancelled_registration_comes_back_with_undo(
    open_people: Open, add: Add, database: Any, qtbot: QtBot, settled: Settled, now: datetime
) -> None:
    ann = add("Ann Smith")
    page = open_people()
    click_row(qtbot, page, 0, Column.NAME)

    with qtbot.waitSignal(page.said) as said:
        qtbot.mouseClick(page.panel.cancel_button, Qt.MouseButton.LeftButton)
    settled()
    assert database.read(get_attendee, ann.id).status is Status.CANCELLED
    assert statuses(page) == {"Ann Smith": "Cancelled"}

    database.write(undo, said.args[1], station="Desk 1", now=now)
    page.refresh()
    settled()
    assert statuses(page) == {"Ann Smith": "Not here yet"}


def test_who_cancelled_is_listed_found_and_registered_again_with_all_they_had(
    open_people: Open, add: Add, database: Any, qtbot: QtBot, settled: Settled, now: datetime
) -> None:
    add("Bo Li")
    ann = add("Ann Smith", role="mentor", topics_offered=("Finance",), answers=(("Diet", "none"),), staff_note="VIP")
    database.write(cancel_attendee, ann.id, station="Desk 1", now=now)
    page = open_people()
    assert statuses(page) == {"Bo Li": "Not here yet", "Ann Smith": "Cancelled"}
    assert page.head.caption_label.text() == "2 people known, 1 of them at this event, 1 cancelled"

    page.listing.filter_bar.set_filter(PeopleFilter(standings=frozenset({Standing.CANCELLED})))
    assert names(page) == ["Ann Smith"]
    page.listing.filter_bar.set_filter(PeopleFilter())
    qtbot.keyClicks(page.listing.search, "smith")
    qtbot.keyClick(page.listing.search, Qt.Key.Key_Return)
    assert [button.text() for button in feet(page)] == ["Register again", "Show at the desk"]
    with qtbot.waitSignal(page.said) as said:
        qtbot.mouseClick(page.panel.register_button, Qt.MouseButton.LeftButton)
    settled()

    assert said.args[0] == "Ann Smith is registered again."
    again = database.read(get_attendee, ann.id)
    assert replace(again, updated_at=ann.updated_at) == ann
    assert statuses(page) == {"Ann Smith": "Not here yet"}
    page.open_person(ann.id)
    assert [button.text() for button in feet(page)] == ["Edit", "Show at the desk", "Cancel registration"]
    database.write(undo, said.args[1], station="Desk 1", now=now)
    assert database.read(get_attendee, ann.id).status is Status.CANCELLED


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # raising and grabbing, as menus ask
def test_the_menu_of_a_row_offers_what_can_be_done_with_who_cancelled(
    open_people: Open, add: Add, database: Any, settled: Settled, now: datetime
) -> None:
    ann = add("Ann Smith")
    database.write(cancel_attendee, ann.id, station="Desk 1", now=now)
    page = open_people()
    page.listing.table.go_to_person(ann.id)

    page.listing.menu_asked.emit(QPoint(0, 0))
    menu = page.findChild(QMenu, "row_menu")
    assert [one.text() for one in menu.actions()] == ["Open", "Show at the desk", "Register again"]
    menu.actions()[-1].trigger()
    menu.close()
    settled()

    assert database.read(get_attendee, ann.id).status is Status.REGISTERED


def test_the_numbers_at_the_switch_are_those_of_the_lists(
    open_people: Open, add: Add, database: Any, event: Event, now: datetime, qtbot: QtBot, settled: Settled
) -> None:
    by = {"station": "Test", "now": now}
    kyoto = database.write(create_event, EventPlanning(name="Kyoto", starts_at=datetime(2025, 3, 5, 18)), **by)
    porto = database.write(create_event, EventPlanning(name="Porto", starts_at=datetime(2024, 3, 5, 18)), **by)
    add("Here Once")
    for there in (kyoto, porto):
        add("Old Friend", email="old@example.org", to=there)
    gone = [
        add("Ann Smith", email="ann@example.org"),
        add("Never Came", to=kyoto, email="never@example.org"),
        add("Old Friend", email="old@example.org"),
        add("Forgotten Guest"),
    ]
    for one in gone:
        database.write(cancel_attendee, one.id, **by)
    forget_person(database, gone[-1].id, dice=Random(1), **by)
    double = [add("John Smith"), add("Jon Smith")]
    database.write(merge_people, event.id, [one.id for one in double], **by)

    page = open_people()
    here = set(names(page))
    numbers = [page.listing.scope_control.button(key).accessibleName().split()[-1] for key in (THIS_EVENT, EVERYONE)]
    page.listing.search_everyone_button.click()
    settled()
    everyone = {row: str(page.listing.model.index(at, Column.LAST_EVENT).data()) for at, row in enumerate(names(page))}

    assert here == {"Here Once", "Ann Smith", "Old Friend", "John Smith"}
    assert numbers == ["4", "5"]
    assert len(everyone) == page.listing.model.rowCount() == 5
    assert everyone["Never Came"] == "2025 Kyoto, cancelled"
    assert everyone["Old Friend"] == "At this event"


def statuses(page: PeoplePage) -> dict[str, object]:
    """What the list says of each."""
    return {name: page.listing.model.index(row, Column.STATUS).data() for row, name in enumerate(names(page))}


def feet(page: PeoplePage) -> list[QAbstractButton]:
    """The buttons at the foot of the panel."""
    panel = page.panel
    buttons = (panel.register_button, panel.edit_button, panel.desk_button, panel.cancel_button, panel.save_button)
    return [one for one in buttons if one.isVisible()]


def test_the_panel_tells_the_other_address_of_who_was_merged(
    open_people: Open, add: Add, database: Any, event: Event, now: datetime
) -> None:
    john, double = add("John Smith", email="john@x.org"), add("Jon Smith", email="jon@y.org")
    database.write(merge_people, event.id, [john.id, double.id], station="Control", now=now)
    page = open_people()

    page.open_person(john.id)

    told = [one.text() for one in page.panel.details.findChildren(QLabel) if one.isVisibleTo(page.panel)]
    assert told[told.index("Email") :][:4] == ["Email", "john@x.org", "Other email", "jon@y.org"]


def test_space_ticks_and_shift_extends_and_escape_clears(open_people: Open, add: Add, qtbot: QtBot) -> None:
    for name in ("Ann Smith", "Bo Li", "Zoe Aalto"):
        add(name)
    page = open_people()
    table = page.listing.table
    table.setFocus()
    table.setCurrentIndex(page.listing.model.index(0, Column.NAME))

    qtbot.keyClick(table, Qt.Key.Key_Space)
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.selection_bar.count_label.text() == "2 selected"
    assert page.selection_bar.isVisible()

    qtbot.keyClick(table, Qt.Key.Key_Escape)
    assert not page.selection_bar.isVisible()


def test_those_who_are_chosen_and_out_of_sight_are_told(open_people: Open, add: Add, qtbot: QtBot) -> None:
    for name in ("Ann Smith", "Bo Li", "Zoe Aalto"):
        add(name)
    page = open_people()
    page.listing.model.tick(range(3), on=True)
    qtbot.keyClicks(page.listing.search, "aalto")

    assert page.selection_bar.count_label.text() == "3 selected, 2 not shown"
    page.listing.search.clear()
    assert page.selection_bar.count_label.text() == "3 selected"


def test_a_click_on_a_box_ticks_and_opens_nobody(open_people: Open, add: Add, qtbot: QtBot) -> None:
    add("Ann Smith")
    page = open_people()

    click_row(qtbot, page, 0, Column.TICK)

    assert [one.name.full for one in page.listing.ticked()] == ["Ann Smith"]
    assert not page.panel.isVisible()


def test_several_people_get_one_role(
    open_people: Open, add: Add, database: Any, qtbot: QtBot, settled: Settled
) -> None:
    people = [add("Ann Smith"), add("Bo Li")]
    page = open_people()
    page.listing.model.tick(range(2), on=True)

    qtbot.mouseClick(page.selection_bar.edit_button, Qt.MouseButton.LeftButton)
    sheet = page.together.bulk_sheet
    assert sheet is not None
    qtbot.keyClick(sheet.form.role_box, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: sheet.foot.effect_label.text() == "2 people change.")
    qtbot.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled()

    assert [database.read(get_attendee, one.id).role for one in people] == [Role.MENTOR, Role.MENTOR]
    assert page.selection_bar.count_label.text() == "2 selected"


@pytest.mark.qt_log_ignore(
    "This plugin does not support grabbing the keyboard", extend=True
)  # what is offered while typing pops up
def test_a_slip_in_a_need_for_many_people_is_asked_about_before_anything_changes(
    open_people: Open, add: Add, database: Any, qtbot: QtBot, settled: Settled
) -> None:
    people = [add("Ann Smith"), add("Bo Li")]
    page = open_people()
    page.listing.model.tick(range(2), on=True)
    qtbot.mouseClick(page.selection_bar.edit_button, Qt.MouseButton.LeftButton)
    sheet = page.together.bulk_sheet
    assert sheet is not None
    field, question = sheet.form.edits["add_needs"], sheet.form.term_question
    field.setFocus()
    qtbot.keyClicks(field, "Relocaton, new position")
    assert question.isHidden()  # nobody is asked about half a word
    qtbot.keyClick(field, Qt.Key.Key_Tab)

    assert question.accessibleName() == "“Relocaton” is no need of this event. Did you mean “Relocation”?"
    qtbot.waitUntil(lambda: sheet.foot.effect_label.text() == "“Relocaton” is new. Say first what it is.")
    assert not sheet.foot.act_button.isEnabled()
    qtbot.mouseClick(question.use_button, Qt.MouseButton.LeftButton)
    assert (field.text(), question.isHidden()) == ("Relocation, new position", True)
    qtbot.waitUntil(lambda: sheet.foot.effect_label.text() == "2 people change.")
    qtbot.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert {database.read(get_attendee, one.id).needs_wanted for one in people} == {("Relocation", "New position")}


def test_a_topic_that_is_new_is_added_when_somebody_says_so(
    open_people: Open, add: Add, database: Any, qtbot: QtBot, settled: Settled
) -> None:
    ann = add("Ann Smith")
    page = open_people()
    page.listing.model.tick([0], on=True)
    qtbot.mouseClick(page.selection_bar.edit_button, Qt.MouseButton.LeftButton)
    sheet = page.together.bulk_sheet
    assert sheet is not None
    field, question = sheet.form.edits["add_topics"], sheet.form.term_question
    field.setFocus()
    qtbot.keyClicks(field, "Beekeeping")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert question.accessibleName() == "“Beekeeping” is no topic of this event."
    assert question.use_button.isHidden()
    qtbot.mouseClick(question.new_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: sheet.foot.effect_label.text() == "1 person changes.")
    qtbot.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert database.read(get_attendee, ann.id).topics_wanted == ("Beekeeping",)


def test_everyone_lists_people_of_earlier_events_and_adds_them(
    open_people: Open, add: Add, database: Any, event: Event, now: datetime, qtbot: QtBot, settled: Settled
) -> None:
    planning = EventPlanning(name="Kyoto mixer", venue="Kyoto", starts_at=datetime(2025, 3, 5, 18, 30))
    kyoto = database.write(create_event, planning, station="Test", now=now)
    add("Ann Smith")
    add("Bo Li", to=kyoto, email="bo@example.org")
    page = open_people()
    qtbot.mouseClick(page.listing.scope_control.button("everyone"), Qt.MouseButton.LeftButton)
    settled()

    assert names(page) == ["Bo Li", "Ann Smith"]
    assert page.listing.model.index(0, Column.LAST_EVENT).data() == "2025 Kyoto"

    click_row(qtbot, page, 0, Column.TICK)
    with qtbot.waitSignal(page.said) as told:
        qtbot.mouseClick(page.selection_bar.add_button, Qt.MouseButton.LeftButton)
    settled()
    assert [one.name.full for one in database.read(list_attendees, event.id)] == ["Bo Li", "Ann Smith"]

    sentence, entry_id = told.args or ("", None)
    assert sentence == "1 person is registered for this event now."
    database.write(undo, entry_id, station="Desk 1", now=now)
    page.refresh()
    settled()
    assert names(page) == ["Bo Li", "Ann Smith"]
    assert [one.name.full for one in database.read(list_attendees, event.id)] == ["Ann Smith"]


def test_the_list_follows_what_the_desk_does_and_keeps_the_ticks(
    open_people: Open, add: Add, event: Event, database: Any, now: datetime, settled: Settled
) -> None:
    ann = add("Ann Smith")
    page = open_people()
    page.listing.model.tick([0], on=True)
    database.write(check_in, event.id, ann.code, station="Desk 2", now=now)

    page.refresh()
    settled()

    assert page.listing.model.index(0, Column.STATUS).data() == "Here"
    assert page.listing.model.ticked_count() == 1


def test_sensitive_needs_are_counted_and_never_named(open_people: Open, add: Add) -> None:
    add("Ann Smith", needs_wanted=("Relocation", "Interpersonal issue"))

    page = open_people()

    assert page.listing.model.index(0, Column.NEEDS).data() == "Relocation, 1 private"


def test_people_go_into_a_file(
    open_people: Open, add: Add, chosen_files: list[Path], tmp_path: Path, qtbot: QtBot, settled: Settled
) -> None:
    add("Ann Smith")
    chosen_files.append(tmp_path / "people.csv")
    page = open_people()

    with qtbot.waitSignal(page.said) as said:
        qtbot.mouseClick(page.export_button, Qt.MouseButton.LeftButton)
    settled()

    assert "Ann Smith" in chosen_files[0].read_text("utf-8-sig")
    assert said.args[0] == "1 person is in people.csv."


def test_a_dropped_file_opens_the_import(open_people: Open, tmp_path: Path, settled: Settled) -> None:
    file = tmp_path / "people.csv"
    file.write_text("Name,Email,Role\nAnn Smith,ann@example.org,Mentor\n", "utf-8")
    page = open_people()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    at = QPointF(QPoint(400, 400))
    drop = QDropEvent(at, Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)

    page.dropEvent(drop)
    settled()

    assert page.imports.sheet is not None
    assert page.imports.sheet.foot.import_button.text() == "Import 1 row"
    page.imports.sheet.close_sheet()


def test_a_link_from_another_page_opens_the_person(open_people: Open, add: Add) -> None:
    ann = add("Ann Smith")
    page = open_people()

    page.show_target(ann.id)

    assert page.panel.name_label.whole_text == "Ann Smith"


def test_every_control_of_the_page_has_a_name(open_people: Open, add: Add, qtbot: QtBot) -> None:
    add("Ann Smith", role="both")
    page = open_people()
    page.listing.model.tick([0], on=True)
    click_row(qtbot, page, 0, Column.NAME)
    page.panel.edit()

    controls = [*page.findChildren(QAbstractButton), *page.findChildren(QLineEdit)]
    nameless = [widget for widget in controls if widget.isVisible() and not widget.accessibleName()]
    assert not nameless


def test_a_person_who_was_at_an_earlier_event_brings_their_history_along(
    open_people: Open, add: Add, database: Any, introduce: Callable[..., Any], qtbot: QtBot, now: Any
) -> None:
    planning = EventPlanning(name="Spring mixer", starts_at=datetime(2025, 4, 2, 18, 0))
    spring = database.write(create_event, planning, station="Control", now=now)
    ann = add("Ann Smith", role="mentor", email="ann@x.org", to=spring)
    bob = add("Bob Jones", email="bob@x.org", to=spring)
    for person in (ann, bob):
        database.write(check_in, spring.id, person.code, station="Desk 1", now=now)
    introduce((ann, bob), of=spring, took_place=True)
    again = add("Bob Jones", email="bob@x.org")
    page = open_people()
    page.open_person(again.id)

    def told() -> list[str]:
        return [one.text() for one in page.panel.details.findChildren(QLabel) if one.isVisibleTo(page.panel)][-2:]

    qtbot.waitUntil(lambda: told() == ["Spring mixer, 2 April 2025", "Came as a mentee; met Ann Smith."])


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_long_words_are_whole_in_the_panel_and_an_address_is_copied_as_it_is(
    open_people: Open, add: Add, appearance: Appearance, qtbot: QtBot, settled: Settled, scale: float
) -> None:
    address = "averyveryveryverylongaddress.with.many.parts@subdomain.of.a.long.example.organisation.org"
    bob = add(
        "Bob Jones",
        email=address,
        title="Oberlandesgerichtspräsident und stellvertretender Ministerialdirigent",
        employer="Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    )
    page = open_people()
    page.resize(1240, 900)
    appearance.choose_scale(scale)
    try:
        page.open_person(bob.id)
        settled()
        work = page.panel.work_label
        qtbot.waitUntil(lambda: work.height() >= work.heightForWidth(work.width()))
        lines = work.height() // work.fontMetrics().height()
        assert lines * work.width() >= work.fontMetrics().horizontalAdvance(work.text())

        (shown,) = page.panel.details.findChildren(SelectableText)
        qtbot.waitUntil(lambda: shown.document().size().height() <= shown.height())
        assert shown.document().idealWidth() <= shown.viewport().width()
        assert shown.mapTo(page.panel, shown.rect().topRight()).x() <= page.panel.width()
        assert shown.accessibleName() == "Email"
        qtbot.mouseDClick(shown.viewport(), Qt.MouseButton.LeftButton)
        qtbot.keyClick(shown, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(shown, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert QApplication.clipboard().text() == address
        qtbot.keyClicks(shown, "x")
        assert shown.toPlainText() == address
    finally:
        appearance.choose_scale(1.0)


def test_arabic_work_stands_under_the_name_at_the_left(open_people: Open, add: Add, qtbot: QtBot) -> None:
    person = add("عبد الرحمن", title="استشاري")
    page = open_people()
    page.open_person(person.id)
    shown = page.panel.work_label
    qtbot.waitUntil(shown.isVisible)

    picture = shown.grab().toImage()
    ground = picture.pixelColor(picture.width() - 1, 0)
    right = range(picture.width() // 2, picture.width())
    assert all(picture.pixelColor(x, y) == ground for x in right for y in range(picture.height()))


def test_a_person_is_forgotten_from_the_panel_after_one_question(
    open_people: Open, add: Add, database: Any, event: Event, qtbot: QtBot, settled: Settled
) -> None:
    bob = add("Bob Jones")
    page = open_people()
    page.open_person(bob.id)
    settled()
    with qtbot.waitSignal(page.forgetting.asked, timeout=10_000):
        qtbot.mouseClick(page.panel.details.forget_button, Qt.MouseButton.LeftButton)
    sheet = page.forgetting.sheet
    assert sheet is not None
    sheet.sure_box.setChecked(True)
    with qtbot.waitSignal(page.said, timeout=10_000) as told:
        qtbot.mouseClick(sheet.erase_button, Qt.MouseButton.LeftButton)
    settled()
    assert told.args[0].startswith("Erased one person")
    assert not page.panel.isVisible()
    assert [one.name.full for one in database.read(list_attendees, event.id)] in ([], [f"Attendee {bob.id}"])
