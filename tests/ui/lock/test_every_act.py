"""Whatever a helper presses on any page: nothing of the organizer's happens, and each refusal is told."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import MagicMock

import pytest
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QFileDialog, QWidget

from mixer_app.domain.evening import ActKind
from mixer_app.domain.imports import ImportFile
from mixer_app.domain.people import Attendee
from mixer_app.domain.room import Presence
from mixer_app.domain.staff_roles import ALLOWED, StaffAct, StaffRole, refusal
from mixer_app.services.check_in import check_in
from mixer_app.services.evening import act_on_evening
from mixer_app.services.events import list_events
from mixer_app.services.imports import import_files
from mixer_app.services.paper import Document
from mixer_app.services.planning import plan_event
from mixer_app.services.presence import note_presence
from mixer_app.services.room import read_room
from mixer_app.services.undo_rights import ACT_OF_KIND, may_take_back
from mixer_app.store.journal import get_record, latest_number
from mixer_app.ui import own_process
from mixer_app.ui.main_window import MainWindow
from mixer_app.ui.people.table_model import PeopleFilter
from mixer_app.ui.widgets import MessageBar, Sheet

from .conftest import Staff

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)

HELPER = StaffRole.HELPER
WRITTEN_BY_ANYBODY = {"badges printed", "document queued", "round noted", "note seen", "undo"}
FILES_FOR_HELPERS = {"Save badges", "Save the PDF", "Open another database"}
ON_HELPERS_PAGES = {
    StaffAct.MAKE_EVENT,
    StaffAct.IMPORT,
    StaffAct.EXPORT,
    StaffAct.EDIT_MANY,
    StaffAct.MERGE,
    StaffAct.SEE_OTHER_EVENTS,
    StaffAct.FORGET,
    StaffAct.REHEARSE,
    StaffAct.RUN_ROUNDS,
    StaffAct.SEAT_OTHERWISE,
    StaffAct.CHANGE_PROJECTOR,
    StaffAct.DESIGN_BADGES,
    StaffAct.KEEP_STOCK,
}
"""What the organizer does on pages that helpers see; all else of the organizer's is on pages of their own."""

Scene = Callable[[Staff], None]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the questions for files, which nobody answers; no process is started, no dialogue stays."""
    found: list[str] = []

    def ask(answer: object, _parent: object, title: str, *_more: object) -> object:
        found.append(title)
        return answer

    for name, answer in (("getOpenFileName", ("", "")), ("getSaveFileName", ("", "")), ("getOpenFileNames", ([], ""))):
        monkeypatch.setattr(QFileDialog, name, partial(ask, answer))
    monkeypatch.setattr(QDialog, "exec", lambda _self: 0)
    monkeypatch.setattr(own_process, "QProcess", MagicMock())
    return found


@pytest.fixture
def evening(pins: None, open_window: Callable[..., Staff], add: Callable[..., Attendee], database: Any) -> Staff:
    """Round 1 is under way, somebody is missing, and one person stands twice in the list."""
    mentors = [
        add(name, role="mentor", needs_offered=("Relocation",), topics_offered=("Finance",), employer=f"At {name}")
        for name in ("Yusuf Celik", "Haruka Sato")
    ]
    mentees = [
        add(name, needs_wanted=("Relocation",), topics_wanted=("Finance",), employer=f"With {name}")
        for name in ("Bo Li", "Ana Sousa", "Zoe Berg")
    ]
    add("Ana Sousa", email="ana@example.org")
    staff = open_window("start")
    said: dict[str, Any] = {"station": "Control", "now": staff.time[0]}
    for person in (*mentors, *mentees):
        database.write(check_in, staff.event.id, person.code, **said)
    plan_event(database, staff.event.id, station="Control", clock=lambda: staff.time[0])
    database.write(act_on_evening, staff.event.id, ActKind.START, round_number=1, **said)
    room = database.read(read_room, staff.event.id, now=staff.time[0])
    seat = next(table.mentees[0] for table in room.tables if table.mentees)
    database.write(note_presence, staff.event.id, seat.attendee.id, Presence.MISSING, round_number=1, **said)
    return staff


def page(staff: Staff, key: str) -> Any:
    """A page that is shown and has read everything."""
    staff.window.go_to(key)
    staff.settle()
    return staff.window.page(key)


def at_the_start(staff: Staff) -> None:
    page(staff, "start")


def at_the_overview(staff: Staff) -> None:
    page(staff, "overview")


def at_the_desk(staff: Staff) -> None:
    desk = page(staff, "desk")
    desk.finder.search.setText("Ana Sousa")
    staff.settle()


def among_people(staff: Staff) -> None:
    people = page(staff, "people")
    people.panel.leave()
    people.listing.search.clear()
    people.listing.filter_bar.set_filter(PeopleFilter())
    people.listing.model.tick_none()


def at_a_person(staff: Staff) -> None:
    among_people(staff)
    people = page(staff, "people")
    people.open_person(people.listing.model.person_at(0).attendee.id)
    staff.settle()


def with_people_chosen(staff: Staff) -> None:
    among_people(staff)
    people = page(staff, "people")
    for row in (0, 1):
        people.listing.model.toggle(row)
    staff.settle()


def live(staff: Staff) -> None:
    page(staff, "live").body.room.choose(None)


def at_a_table(staff: Staff) -> None:
    shown = page(staff, "live")
    shown.body.room.choose(shown._room.tables[0].number)
    staff.settle()


def at_print(staff: Staff) -> None:
    shown = page(staff, "print")
    shown.show_target(Document.BADGES.value)
    shown.view.show_queue(None)
    staff.settle()


SCENES: tuple[Scene, ...] = (
    at_the_start,
    at_the_overview,
    at_the_desk,
    among_people,
    at_a_person,
    with_people_chosen,
    live,
    at_a_table,
    at_print,
)


def acts(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """Everything that can be pressed now, by a name that stays the same: buttons, what their menus hold, keys."""
    places = [page for page in window._pages.values() if page.isVisible()]
    where = places[0].place if places else ""
    for button in window.findChildren(QAbstractButton):
        if not button.isVisible() or not button.isEnabled() or _is_told(button):
            continue
        own = "" if window.rail.isAncestorOf(button) else where
        name = f"{own} {type(button).__name__} {button.objectName() or button.accessibleName() or button.text()}"
        menu = getattr(button, "menu", lambda: None)()
        if menu is None:
            yield name, button.click
            continue
        menu.aboutToShow.emit()
        for action in menu.actions():
            if action.text() and action.isEnabled() and action.menu() is None:
                yield f"{name} > {action.text()}", partial(QAction.trigger, action)
    for shortcut in window.findChildren(QShortcut):
        parent = shortcut.parent()
        keys = shortcut.key().toString()
        if isinstance(parent, QWidget) and parent.isVisible() and keys != "Ctrl+L":
            yield f"{type(parent).__name__} {parent.objectName()} {keys}", shortcut.activated.emit


def _is_told(button: QWidget) -> bool:
    """Whether it belongs to the message bar, whose words change with each act, or was made by Qt."""
    parent = button.parentWidget()
    while parent is not None:
        if isinstance(parent, (MessageBar, QComboBox)):
            return True
        parent = parent.parentWidget()
    return button.objectName().startswith("qt_")


@pytest.mark.timeout(240)
def test_no_button_menu_or_key_of_any_page_does_what_is_the_organizers(evening: Staff, asked: list[str]) -> None:
    staff, window = evening, evening.window
    window.keeper.lock.look()
    staff.settle()
    first, events = staff.database.read(latest_number), staff.database.read(list_events)
    done: set[str] = set()
    wrong: list[str] = []
    for scene in SCENES:
        scene(staff)
        while True:
            todo = next((one for one in acts(window) if one[0] not in done), None)
            if todo is None:
                break
            name, act = todo
            done.add(name)
            act()
            staff.settle()
            wrong += [f"{name} {what}" for what in _what_is_wrong(staff)]
            _close_all(window)
            scene(staff)
    changes = [staff.database.read(get_record, number) for number in range(first + 1, _newest(staff) + 1)]
    kinds = {
        str((one.payload or {}).get("kind", one.what)) if one.what == "undo" else one.what for one in changes if one
    }
    wrong += [f"wrote “{kind}”" for kind in kinds - WRITTEN_BY_ANYBODY if not may_take_back(HELPER, kind)]
    wrong += [f"asked “{title}”" for title in asked if title not in FILES_FOR_HELPERS]
    assert not wrong, "\n".join(wrong)
    assert staff.database.read(list_events) == events
    assert {kind for kind in kinds if kind in ACT_OF_KIND}, "the walk did nothing at all"
    told = set(staff.refusals)
    assert told == {refusal(act) for act in ON_HELPERS_PAGES}
    assert len(done) > 150


def _newest(staff: Staff) -> int:
    return staff.database.read(latest_number)


def _what_is_wrong(staff: Staff) -> Iterator[str]:
    window = staff.window
    if window.keeper.access.role is not HELPER:
        yield "unlocked the window"
    if window.place != "locked" and not window.keeper.access.may_see(window.place):
        yield f"showed {window.place}"
    for sheet in window.findChildren(Sheet):
        if sheet.isVisible() and not sheet.for_everybody:
            yield f"opened {type(sheet).__name__}"


def _close_all(window: QWidget) -> None:
    if (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    for sheet in window.findChildren(Sheet):
        if sheet.isVisible():
            sheet.close_sheet()


def test_every_act_of_the_organizer_is_on_a_page_of_theirs_or_refused_on_one_of_the_helpers() -> None:
    on_own_pages = {
        StaffAct.PLAN,
        StaffAct.ENTER_ANSWERS,
        StaffAct.ASK_PAIRS,
        StaffAct.CHANGE_SETTINGS,
        StaffAct.SET_PIN,
    }
    without_a_button = {StaffAct.SEE_PRIVATE, StaffAct.PRINT_ANSWERS}  # it is not shown at all; tested beside
    assert ON_HELPERS_PAGES | on_own_pages | without_a_button == set(StaffAct) - ALLOWED[HELPER]


def test_papers_with_answers_are_not_made_for_a_helper_and_go_when_it_locks(evening: Staff) -> None:
    staff = evening
    shown = page(staff, "print")
    for document in (Document.FOLLOW_UP, Document.REPORT):
        shown.show_target(document.value)
        staff.qtbot.waitUntil(lambda: not shown.maker.waiting, timeout=20_000)
        assert shown.maker.paper is None
        assert shown.view.empty.isVisible()
        assert shown.view.go_button.text() == "Unlock"
        assert not shown.view.print_button.isEnabled()
    staff.unlock()
    assert staff.window.place == "print"
    staff.qtbot.waitUntil(lambda: shown.maker.paper is not None, timeout=20_000)
    staff.press("Ctrl+L")
    assert shown.maker.paper is None
    assert shown.view.empty.isVisible()
    assert not shown.view.save_button.isEnabled()


def test_whom_somebody_met_or_wishes_to_meet_is_not_in_a_helpers_panel(
    staff: Staff, add: Callable[..., Attendee], introduce: Callable[..., Any]
) -> None:
    ann, max_ = add("Ann Lee", wishes=("Max Roth",), keep_apart=("Ben Ortiz",)), add("Max Roth", role="mentor")
    introduce((max_, ann), took_place=True)
    shown = page(staff, "people")
    shown.open_person(ann.id)
    staff.settle()
    words = _words(shown.panel)
    assert "Ann Lee" in words
    assert "Max Roth" not in words
    staff.unlock()
    words = _words(shown.panel)
    assert "Would like to meet" in words
    assert "met Max Roth" in words
    assert "Ben Ortiz" not in words  # nobody's to read
    staff.press("Ctrl+L")
    assert "Max Roth" not in _words(shown.panel)


def test_the_name_of_whom_somebody_is_kept_apart_from_finds_nobody(staff: Staff, add: Callable[..., Attendee]) -> None:
    add("Ann Lee", keep_apart=("Ben Ortiz",))
    for key, field in (("people", "listing"), ("desk", "finder")):
        shown = page(staff, key)
        getattr(shown, field).search.setText("Ortiz")
        staff.settle()
        assert "Ann Lee" not in _words(shown)


def test_what_an_import_left_out_is_told_to_the_organizer_alone(staff: Staff, tmp_path: Path) -> None:
    file = tmp_path / "mentees.csv"
    file.write_text("Name;E-mail;Role\nBo Berg;bo@example.org;Gardener\nAnn Lee;ann@lee.example;Mentee\n", "utf-8-sig")
    staff.unlock()
    account = import_files(
        staff.database, staff.event.id, [ImportFile(path=file)], station="Desk 1", now=staff.time[0], dice=Random(1)
    )
    assert account.rejected
    shown = page(staff, "people")
    shown.imports.problem_bar.show_import(account, file.name)
    staff.press("Ctrl+L")
    assert not shown.imports.problem_bar.isVisible()
    staff.unlock()
    assert shown.imports.problem_bar.isVisible()


def _words(root: QWidget) -> str:
    """Everything that can be read in a widget."""
    QApplication.processEvents()
    shown = [one for one in root.findChildren(QWidget) if one.isVisible()]
    return "\n".join(str(getattr(one, "text", str)()) for one in shown if callable(getattr(one, "text", None)))
