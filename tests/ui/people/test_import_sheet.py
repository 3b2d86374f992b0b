"""Tests of importing with the sheet: real files, nothing applied until the button."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from mixer_app.domain.events import Event
from mixer_app.domain.imports import Field, FilePreview, RejectedRow, RowDecision, Suggestion
from mixer_app.domain.people import Attendee
from mixer_app.domain.roles import Role
from mixer_app.services.people import list_attendees
from mixer_app.ui.appearance import Appearance
from mixer_app.ui.people import PeoplePage
from mixer_app.ui.people.import_problems import ProblemRow
from mixer_app.ui.people.import_sheet import ImportSheet

Open = Callable[[], PeoplePage]
Settled = Callable[[], None]

MENTEES = """Full name;E-mail address;Current organisation;What brings you here?;Diet
Bo Li;bo.li@example.org;Harbour Health;Relocation;none
Ngô Minh Anh;minh.anh@example.org;Sông Hồng General;New position;none
;nobody@example.org;Harbour Health;Exploring;vegan
"""


@pytest.fixture
def mentees(tmp_path: Path) -> Path:
    """Three rows of mentees, one without a name; no column says that they are mentees."""
    path = tmp_path / "spring list.csv"
    path.write_text(MENTEES, "utf-8-sig")
    return path


@pytest.fixture
def mentors(tmp_path: Path) -> Path:
    """One mentor in a workbook whose column says so."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Name", "Email", "Role", "Company"])
    sheet.append(["Ann Smith", "ann@example.org", "Mentor", "City Hospital"])
    path = tmp_path / "mentors 2026.xlsx"
    book.save(path)
    return path


def opened(page: PeoplePage, settled: Settled, *files: Path) -> ImportSheet:
    page.imports.open_with(files)
    settled()
    assert page.imports.sheet is not None
    return page.imports.sheet


def people(database: Any, event: Event) -> list[Attendee]:
    return database.read(list_attendees, event.id)


def test_nothing_is_applied_until_the_button_with_the_number(
    open_people: Open, mentors: Path, database: Any, event: Event, qtbot: QtBot, settled: Settled
) -> None:
    page = open_people()
    sheet = opened(page, settled, mentors)
    assert sheet.foot.ready_label.text() == "1 row is ready:"
    assert sheet.foot.import_button.text() == "Import 1 row"
    assert people(database, event) == []

    with qtbot.waitSignal(page.said) as said:
        qtbot.mouseClick(sheet.foot.import_button, Qt.MouseButton.LeftButton)
    settled()

    (ann,) = people(database, event)
    assert (ann.name.full, ann.role, ann.employer) == ("Ann Smith", Role.MENTOR, "City Hospital")
    assert page.imports.sheet is None
    assert said.args[0] == "Import done: 1 added."
    assert page.listing.model.rowCount() == 1


def test_a_file_without_roles_asks_one_question(
    open_people: Open, mentees: Path, database: Any, event: Event, qtbot: QtBot, settled: Settled
) -> None:
    page = open_people()
    sheet = opened(page, settled, mentees)
    assert sheet.question.accessibleName() == (
        "Is everyone in spring list.csv a mentor or a mentee? No column says so."
    )
    assert not sheet.foot.import_button.isEnabled()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is sheet.question.buttons[Role.MENTOR])

    qtbot.mouseClick(sheet.question.buttons[Role.MENTEE], Qt.MouseButton.LeftButton)
    settled()
    assert not sheet.question.isVisible()
    assert sheet.foot.import_button.text() == "Import 2 rows"
    qtbot.mouseClick(sheet.foot.import_button, Qt.MouseButton.LeftButton)
    settled()

    assert {one.role for one in people(database, event)} == {Role.MENTEE}


def test_a_file_without_names_asks_for_a_column_and_not_for_a_role(
    open_people: Open, tmp_path: Path, qtbot: QtBot, settled: Settled
) -> None:
    path = tmp_path / "people.csv"
    path.write_text("Wer,Was\nAnn Lee,mentor\n", "utf-8")
    sheet = opened(open_people(), settled, path)
    question = "Which column of people.csv holds the names? Its columns are “Wer”, “Was”."
    assert (sheet.question.isVisible(), sheet.question.accessibleName()) == (True, question)
    assert not any(button.isVisible() for button in sheet.question.buttons.values())
    combo = sheet.columns.combos["Wer"]
    qtbot.waitUntil(lambda: QApplication.focusWidget() in sheet.columns.combos.values())

    combo.setCurrentIndex(combo.findText("Name"))
    combo.activated.emit(combo.currentIndex())
    settled()

    assert question != sheet.question.accessibleName()
    sheet.close_sheet()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_what_was_left_out_is_told_whole_beside_the_panel_of_a_person(
    open_people: Open,
    mentees: Path,
    database: Any,
    event: Event,
    appearance: Appearance,
    qtbot: QtBot,
    settled: Settled,
    scale: float,
) -> None:
    page = open_people()
    sheet = opened(page, settled, mentees)
    sheet.question.role_chosen.emit(Role.MENTEE)
    settled()
    qtbot.mouseClick(sheet.foot.import_button, Qt.MouseButton.LeftButton)
    settled()
    page.open_person(people(database, event)[0].id)
    page.resize(960, 800)
    appearance.choose_scale(scale)
    bar = page.imports.problem_bar

    def whole() -> bool:
        words = (bar.strong_label, bar.rest_label)
        buttons = (bar.show_button, bar.undo_button, bar.close_button)
        places = (QRect(one.mapTo(bar, QPoint()), one.size()) for one in (*words, *buttons))
        inside = all(bar.rect().contains(place) for place in places)
        return inside and all(one.height() >= one.heightForWidth(one.width()) for one in words)

    try:
        qtbot.waitUntil(whole)
        assert (bar.strong_label.text(), bar.rest_label.text()) == (
            "1 of 3 rows was left out.",
            f"{mentees.name}: 2 people are in.",
        )
    finally:
        appearance.choose_scale(1.0)


def test_rows_left_out_stay_on_the_page_until_they_are_settled(
    open_people: Open, mentees: Path, database: Any, event: Event, qtbot: QtBot, settled: Settled
) -> None:
    page = open_people()
    sheet = opened(page, settled, mentees)
    sheet.question.role_chosen.emit(Role.MENTEE)
    settled()
    qtbot.mouseClick(sheet.foot.import_button, Qt.MouseButton.LeftButton)
    settled()
    assert page.imports.problem_bar.isVisible()
    assert page.imports.problem_bar.strong_label.text() == "1 of 3 rows was left out."

    qtbot.mouseClick(page.imports.problem_bar.show_button, Qt.MouseButton.LeftButton)
    settled()
    again = page.imports.sheet
    assert again is not None
    assert [row.problem.row for row in again.problems.rows] == [4]
    again.close_sheet()

    qtbot.mouseClick(page.imports.problem_bar.undo_button, Qt.MouseButton.LeftButton)
    settled()
    assert people(database, event) == []
    assert not page.imports.problem_bar.isVisible()


def test_a_problem_row_is_settled_by_typing_what_is_missing(
    open_people: Open, mentees: Path, database: Any, event: Event, qtbot: QtBot, settled: Settled
) -> None:
    page = open_people()
    sheet = opened(page, settled, mentees)
    sheet.question.role_chosen.emit(Role.MENTEE)
    settled()
    (row,) = sheet.problems.rows
    edit_button = next(button for button in row.buttons if button.text() == "Edit")

    qtbot.mouseClick(edit_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(row.value_edit, "Kim Lee")
    qtbot.keyClick(row.value_edit, Qt.Key.Key_Return)
    settled()

    assert sheet.problems.rows == []
    assert len(sheet.problems.settled_lines) == 1
    assert sheet.foot.import_button.text() == "Import 3 rows"

    qtbot.mouseClick(sheet.problems.settled_lines[0].undo_button, Qt.MouseButton.LeftButton)
    settled()
    assert len(sheet.problems.rows) == 1
    assert sheet.foot.import_button.text() == "Import 2 rows"
    sheet.close_sheet()


@pytest.mark.parametrize("need", ["Changing employer", "Working together across all professions and departments"])
def test_the_buttons_of_a_problem_row_have_room_for_their_words(
    open_people: Open, mentees: Path, qtbot: QtBot, need: str
) -> None:
    problem = RejectedRow(
        file="a.csv",
        row=4,
        field="needs_wanted",
        value=need[:-2],
        reason="No such need.",
        suggestions=tuple(
            Suggestion(label=words, decision=RowDecision(row=4)) for words in (f"Use {need}", "Keep as new", "Edit")
        ),
    )
    preview = FilePreview(
        path=mentees, name="a.csv", sheet="", rows=1, encoding="UTF-8", delimiter="comma", header_row=1
    )
    open_people()
    row = ProblemRow(problem, preview)
    qtbot.addWidget(row)
    row.resize(1000, 60)
    row.show()

    assert all(button.width() >= button.sizeHint().width() for button in row.buttons)
    assert row.buttons[0].accessibleName() == f"Line 4: Use {need}"
    (more,) = row.findChildren(QToolButton)
    offered = [button.accessibleName().partition(": ")[2] for button in row.buttons]
    assert offered + [action.text() for action in more.menu().actions()] == [f"Use {need}", "Keep as new", "Leave out"]


def test_leaving_a_row_out_takes_it_from_those_that_wait(
    open_people: Open, mentees: Path, qtbot: QtBot, settled: Settled
) -> None:
    page = open_people()
    sheet = opened(page, settled, mentees)
    sheet.question.role_chosen.emit(Role.MENTEE)
    settled()
    (row,) = sheet.problems.rows
    leave_out = next(button for button in row.buttons if button.text() == "Leave out")
    leave_out.setFocus()

    qtbot.keyClick(leave_out, Qt.Key.Key_1 if row.buttons[0] is leave_out else Qt.Key.Key_2)
    settled()

    assert sheet.foot.wait_label.text() == ""
    sheet.close_sheet()


def test_another_meaning_of_a_column_is_previewed_at_once(open_people: Open, mentors: Path, settled: Settled) -> None:
    page = open_people()
    sheet = opened(page, settled, mentors)
    combo = sheet.columns.combos["Company"]
    assert combo.currentText() == "Employer"

    combo.setCurrentIndex(combo.findText("Keep as own question"))
    combo.activated.emit(combo.currentIndex())
    settled()

    column = next(one for one in sheet.columns.shown_columns() if one.header == "Company")
    assert column.field is Field.QUESTION
    sheet.close_sheet()


def test_two_files_go_in_together(
    open_people: Open, mentees: Path, mentors: Path, database: Any, event: Event, qtbot: QtBot, settled: Settled
) -> None:
    page = open_people()
    sheet = opened(page, settled, mentees, mentors)
    assert len(sheet.files_pane.cards) == 2
    sheet.question.role_chosen.emit(Role.MENTEE)
    settled()

    qtbot.mouseClick(sheet.foot.import_button, Qt.MouseButton.LeftButton)
    settled()

    assert sorted(one.role for one in people(database, event)) == [Role.MENTEE, Role.MENTEE, Role.MENTOR]


def test_a_file_that_is_no_table_says_so_in_its_card(open_people: Open, tmp_path: Path, settled: Settled) -> None:
    broken = tmp_path / "people.xlsx"
    broken.write_bytes(b"\x00\x01 not a workbook")
    page = open_people()

    sheet = opened(page, settled, broken)

    assert len(sheet.files_pane.cards) == 1
    assert "people.xlsx" in sheet.files_pane.cards[0].accessibleName()
    assert not sheet.foot.import_button.isEnabled()
    sheet.close_sheet()


def test_escape_leaves_everything_as_it_was(
    open_people: Open, mentors: Path, database: Any, event: Event, qtbot: QtBot, settled: Settled
) -> None:
    page = open_people()
    sheet = opened(page, settled, mentors)

    qtbot.keyClick(sheet.foot.import_button, Qt.Key.Key_Escape)
    settled()

    assert page.imports.sheet is None
    assert people(database, event) == []


def test_every_control_of_the_sheet_has_a_name(open_people: Open, mentees: Path, settled: Settled) -> None:
    page = open_people()
    sheet = opened(page, settled, mentees)
    sheet.question.role_chosen.emit(Role.MENTEE)
    settled()

    kinds = (QAbstractButton, QLineEdit, QComboBox)
    controls = [widget for kind in kinds for widget in sheet.findChildren(kind)]
    nameless = [widget for widget in controls if widget.isVisible() and not widget.accessibleName()]
    assert not nameless
    sheet.close_sheet()


def test_why_a_file_cannot_be_read_is_told_whole_beside_the_way_to_remove_it(
    open_people: Open, settled: Settled, tmp_path: Path, qtbot: QtBot
) -> None:
    leaflet = tmp_path / "leaflet for everyone who wants to register.pdf"
    leaflet.write_bytes(b"%PDF-1.4 a leaflet")
    sheet = opened(open_people(), settled, leaflet)
    (card,) = sheet.files_pane.cards
    words = next(each for each in card.findChildren(QLabel) if "not a table" in each.text())

    qtbot.waitUntil(lambda: card.geometry().right() < sheet.files_pane.width())
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))
    assert card.rect().contains(card.remove_button.geometry())
    qtbot.mouseClick(card.remove_button, Qt.MouseButton.LeftButton)
    settled()
    assert sheet.files_pane.cards == []


def test_how_a_file_is_read_is_told_whole_in_a_small_window(
    open_people: Open, mentees: Path, settled: Settled, qtbot: QtBot
) -> None:
    page = open_people()
    page.window().resize(960, 700)
    sheet = opened(page, settled, mentees)
    pane = sheet.files_pane
    buttons = (pane.role_button, pane.letters_button, pane.separator_button, pane.titles_button)

    qtbot.waitUntil(lambda: all(one.isVisible() and one.width() >= one.sizeHint().width() for one in buttons))
    same = next(one for one in pane.findChildren(QLabel) if one.accessibleName() == "Number, email or name")
    assert same.text() == "Number, email or name"
    (card,) = pane.cards
    assert card.geometry().right() < pane.letters_button.mapTo(pane, pane.letters_button.rect().topLeft()).x()
    sheet.close_sheet()
