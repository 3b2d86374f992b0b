"""Every window and page can be found by Tab and by a screen reader, and read at 200 %."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from mixer_app.domain.answers import Answer, AnswerSource
from mixer_app.domain.evening import ActKind
from mixer_app.domain.events import Event, MatchingRules
from mixer_app.domain.print_jobs import JobState
from mixer_app.domain.room import Presence
from mixer_app.services import dispatch_steps
from mixer_app.services.answer_sheets import answer_sheet
from mixer_app.services.answers import record_answer
from mixer_app.services.badge_queue import queue_badge
from mixer_app.services.check_in import check_in
from mixer_app.services.evening import act_on_evening
from mixer_app.services.matching_rules import apply_rules
from mixer_app.services.people import list_attendees
from mixer_app.services.planning import plan_event
from mixer_app.services.presence import note_presence
from mixer_app.services.room import read_room
from mixer_app.services.staff_pin import set_pin
from mixer_app.ui.appearance import Appearance
from mixer_app.ui.background import Background
from mixer_app.ui.camera_source import NO_CAMERA
from mixer_app.ui.focus_ring import FocusRing
from mixer_app.ui.kiosk.opening import OpenKioskDialog
from mixer_app.ui.main_window import MainWindow
from mixer_app.ui.places import PLACES
from mixer_app.ui.regions import takes_focus
from mixer_app.ui.report_dialog import ReportDialog
from mixer_app.ui.widgets import Chip, ElidedLabel, Sheet

CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView, QAbstractScrollArea)
SHOWS_ITSELF = (QLineEdit, QAbstractSpinBox, QPlainTextEdit, QAbstractItemView)
PLACE_KEYS = ("start", *(place.key for place in PLACES))
IMPORTED = "Full name;E-mail;What brings you here?\nBo Berg;bo@;Relocaton\nAnn Lee;ann@lee.example;Relocation\n"
TOLD = "Swapped Zoë van der Berg and Adaeze Nnamdi in round 3"
Screens = Callable[[], Iterator[tuple[str, QWidget]]]


@pytest.fixture
def window(
    database: Any,
    background: Background,
    clock: Callable[[], datetime],
    appearance: Appearance,
    shown: Callable[..., QWidget],
    event: Event,
    add: Callable[..., Any],
) -> Iterator[MainWindow]:
    names = ("Adaeze Nnamdi", "Bo Li", "Zoë van der Berg", "김서연 Kim Seo-yeon", "Ana Sousa")
    mentor = add("Yusuf Çelik", role="mentor", needs_offered=("Relocation",), topics_offered=("Finance",))
    people = [add(name, role="mentee", needs_wanted=("Relocation",), topics_wanted=("Finance",)) for name in names]
    for person in (mentor, *people[:4]):
        database.write(check_in, event.id, person.code, station="Desk 1", now=clock())
    made = MainWindow(database=database, background=background, station="Desk 1", clock=clock, appearance=appearance)
    shown(made, 1440, 900)
    made.open_event(event)
    yield made
    made.close()


@pytest.fixture
def screens(
    window: MainWindow,
    settled: Callable[[], None],
    tmp_path: Path,
    event: Event,
    database: Any,
    qtbot: QtBot,
    background: Background,
) -> Screens:
    """Every page, sheet and panel of the main window, one after the other, each with the widget that holds it."""

    def read() -> None:
        qtbot.waitUntil(lambda: not background._orders, timeout=10_000)

    def places() -> Iterator[tuple[str, QWidget]]:
        for key in PLACE_KEYS:
            window.go_to(key)
            settled()
            yield key, window

    def desk() -> Iterator[tuple[str, QWidget]]:
        window.go_to("desk")
        settled()
        page: Any = window.page("desk")
        page.walk_in_form.begin("Zoe van der Berg")
        qtbot.waitUntil(page.walk_in_form.double_note.isVisible)
        yield "desk, a walk-in who may be registered", window
        page.walk_in_form.clear()
        page.finder.search.setText("a")
        settled()
        yield "desk, hits", window
        page.finder.start_over()

    def sheets() -> Iterator[tuple[str, QWidget]]:
        window.go_to("start")
        start: Any = window.page("start")
        start.new_event()
        yield "new event", start.sheet
        start.sheet.close_sheet()
        window.go_to("overview")
        settled()
        overview: Any = window.page("overview")
        overview.open_rehearsal()
        settled()
        yield "rehearsal", overview.rehearsal_sheet
        overview.rehearsal_sheet.form.evenings_field.setValue(1)
        overview.rehearsal_sheet.foot.run_button.click()
        settled()
        yield "rehearsed", overview.rehearsal_sheet
        overview.rehearsal_sheet.close_sheet()
        window.go_to("people")
        settled()
        people: Any = window.page("people")
        path = tmp_path / "mentees.csv"
        path.write_text(IMPORTED, "utf-8-sig")
        people.imports.open_with([path])
        settled()
        yield "import", people.imports.sheet
        people.imports.sheet.close_sheet()
        window.go_to("print")
        settled()
        printing: Any = window.page("print")
        printing.design_badges()
        settled()
        yield "design badges", printing.designer
        printing.designer.close_sheet()
        for one in database.read(list_attendees, event.id)[:2]:
            fail_to_print(one.id)
        window.badge_printer.look()
        read()
        printing.show_target("queue")
        yield "print queue, failed", window
        printing.view.show_queue(None)
        window.go_to("settings")
        settled()
        settings: Any = window.page("settings")
        settings.forget_card.forget_button.click()
        settled()
        yield "forget", settings.forgetting.sheet
        settings.forgetting.sheet.close_sheet()
        window.go_to("people")
        settled()
        person = people.listing.model.person_at(0)
        people.open_person(person.attendee.id)
        settled()
        yield "person", window
        window.message_bar.complain(TOLD, action="Unlock", act=people.refresh)
        people.panel.edit()
        settled()
        yield "edit person", window
        people.panel.leave()
        yield "people, told something", window
        window.message_bar.close_message()

    def fail_to_print(attendee_id: int) -> None:
        said: Any = {"station": "Desk 1", "now": window._clock()}
        job = database.write(queue_badge, event.id, attendee_id, printer="label", **said)
        database.write(dispatch_steps.fail, job, (JobState.WAITING,), "The label is jammed.", **said)

    def planned() -> Iterator[tuple[str, QWidget]]:
        plan_event(database, event.id, station="Desk 1", clock=window._clock)
        window.go_to("plan")
        window.watch.look()
        plan: Any = window.page("plan")
        plan.refresh()
        settled()
        yield "planned", window
        rules = MatchingRules(floor=0.1)
        database.write(apply_rules, event.id, rules, station="Desk 1", now=window._clock() + timedelta(minutes=1))
        plan.refresh()
        window.message_bar.complain(TOLD, action="Undo", act=plan.refresh)
        settled()
        yield "planned by other rules", window
        plan.body.matrix.setCurrentIndex(plan.body.model.index(0, 0))
        plan.body.matrix.activated.emit(plan.body.model.index(0, 0))
        settled()
        yield "pair", window
        plan.hands.bring_together()
        yield "together", window
        plan.body.close_panel()
        plan.hands.lock()
        settled()
        plan.body.show_free_seat(plan.body.board.plan.mentee_ids[0], 1)
        settled()
        yield "free seat", window
        plan.head.compare_button.click()
        settled()
        yield "compared", window
        plan.body.close_panel()
        plan.open_matching()
        settled()
        yield "matching", plan.matching_sheet
        plan.matching_sheet.close_sheet()
        window.message_bar.close_message()

    def live() -> Iterator[tuple[str, QWidget]]:
        said: Any = {"station": "Desk 1", "now": window._clock()}
        database.write(act_on_evening, event.id, ActKind.START, round_number=1, **said)
        room = database.read(read_room, event.id, now=window._clock())
        table = next(one for one in room.tables if one.mentees)
        missing = table.mentees[0].attendee.id
        database.write(note_presence, event.id, missing, Presence.MISSING, round_number=1, **said)
        window.go_to("live")
        window.watch.look()
        window.live_clock.look()
        page: Any = window.page("live")
        page.refresh()
        settled()
        yield "live, running", window
        page.body.room.choose(table.number)
        page.reseating.look()
        settled()
        yield "live, a table and changes", window
        page.body.close_panel()
        page.write_message()
        yield "message", page.message_sheet
        page.message_sheet.close_sheet()

    def followed_up() -> Iterator[tuple[str, QWidget]]:
        window.go_to("follow_up")
        window.message_bar.complain(TOLD, action="Undo", act=window.watch.look)
        settled()
        page: Any = window.page("follow_up")
        people = database.read(list_attendees, event.id)
        talks = [(one, line) for one in people for line in database.read(answer_sheet, one.id).lines]
        said: Any = {"station": "Desk 1", "now": window._clock()}
        for one, line in talks[:-1]:
            database.write(record_answer, event.id, one.id, line.partner_id, Answer.YES, **said)
        one, line = next((one, line) for one, line in talks if one.role.hosts)
        database.write(record_answer, event.id, one.id, line.partner_id, Answer.NO, source=AnswerSource.KIOSK, **said)
        database.write(record_answer, event.id, one.id, line.partner_id, Answer.NO, refer=True, **said)
        page.refresh()
        page.entry_card.scan(one.code)
        read()
        yield "follow-up, a sheet", window
        page.entry_card.view.open_note()
        yield "follow-up, a note", window
        page.entry_card.view.open_also_met()
        yield "follow-up, also met", window
        for key in ("matches", "referrals", "summaries"):
            page.frame.choose(key)
            read()
            yield f"follow-up, {key}", window
        page.frame.matches.choose("without")
        page.frame.choose("matches")
        read()
        yield "follow-up, without a match", window
        database.write(set_pin, "2468", old=None, **said)
        window.keeper.lock.look()
        read()
        yield "follow-up, locked", window
        for key in ("desk", "people"):
            window.go_to(key)
            read()
            yield f"{key}, locked", window
        window.go_to("print", "follow-up")
        window.message_bar.complain(TOLD, action="Unlock", act=window.watch.look)
        read()
        yield "print, locked", window

    def every() -> Iterator[tuple[str, QWidget]]:
        yield from places()
        yield from desk()
        yield from sheets()
        yield from planned()
        yield from live()
        yield from followed_up()

    return every


def controls(within: QWidget) -> list[QWidget]:
    """What takes the focus, except the insides of spin boxes, combo boxes and scroll areas."""
    return [widget for widget in (within, *within.findChildren(QWidget)) if takes_focus(widget) and not _inside(widget)]


def spoken(widget: QWidget) -> str:
    """What a screen reader says of a control."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


def named(screen: str, widget: QWidget) -> str:
    """How a failing test calls a control."""
    text = getattr(widget, "text", str)
    shown = spoken(widget) or (text() if callable(text) else "")
    return f"{screen}: {type(widget).__name__} {widget.objectName()} “{shown}”"


def test_every_screen_can_be_walked_by_tab_and_is_told_by_a_screen_reader(
    qtbot: QtBot, window: MainWindow, screens: Screens, focus_ring: FocusRing
) -> None:
    """All that holds for every screen, seen in one walk: to open them all takes longer than to look at them."""
    found: list[str] = []
    for screen, root in screens():
        QApplication.processEvents()  # what was filled is laid out
        found += [f"{named(screen, widget)} {why}" for widget, why in unnamed(root)]
        found += [f"{named(screen, widget)} does not say whether it is on" for widget in untold(root)]
        found += [f"{named(screen, widget)} is for the mouse only" for widget in mouse_only(root)]
        found += [f"{named(screen, label)} is its own buddy" for label in own_buddies(window)]
        seen, unseen = tab_round(qtbot, focus_ring)
        found += [f"{named(screen, widget)} is not reached" for widget in left_out(root, seen)]
        found += [f"{named(screen, widget)} {why}" for widget, why in unseen]
        back = [f"{named(screen, one)} → {named('', other)}" for one, other in _steps(seen) if _goes_back(one, other)]
        found += back[1:] if isinstance(root, Sheet) else back  # in a sheet the first comes after the last
    assert not found, "\n".join(dict.fromkeys(found))


def unnamed(root: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Controls without a name or a role."""
    for widget in controls(root):
        interface = QAccessible.queryAccessibleInterface(widget)
        role = interface.role() if interface is not None else QAccessible.Role.NoRole
        plain = role is QAccessible.Role.Client and not isinstance(widget, QAbstractScrollArea)
        if not spoken(widget) or plain or role is QAccessible.Role.NoRole:
            yield widget, role.name


def untold(root: QWidget) -> Iterator[QWidget]:
    """What can be on or off and does not say which it is."""
    for widget in root.findChildren(QAbstractButton):
        if not widget.isVisible() or not widget.isCheckable() or _inside(widget):
            continue
        state = QAccessible.queryAccessibleInterface(widget).state()
        if not state.checkable or bool(state.checked) is not widget.isChecked():
            yield widget


def mouse_only(root: QWidget) -> list[QWidget]:
    """What can be clicked and cannot be reached by keys."""
    by_keys = {spoken(widget) for widget in controls(root)}
    return [
        widget
        for widget in root.findChildren(QAbstractButton)
        if widget.isVisible()
        and widget.isEnabled()
        and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, Chip)  # without the focus it is no control
        and spoken(widget) not in by_keys  # a word for the mouse beside what does the same for the keys
        and not _reached_by_arrows(widget)
        and not _inside(widget)
    ]


def own_buddies(window: QWidget) -> list[QLabel]:
    """Labels that name themselves."""
    return [label for label in window.findChildren(QLabel) if label.buddy() is label]


def left_out(root: QWidget, seen: list[QWidget]) -> list[QWidget]:
    """Controls that Tab does not come to."""
    return [
        widget
        for widget in controls(root)
        if widget not in seen and not any(widget.isAncestorOf(other) for other in seen) and not _in_a_group(widget)
    ]


SIZES = ((1280, 800), (1024, 700))


@pytest.mark.parametrize(("scale", "sizes"), [(2.0, SIZES), (1.5, SIZES[1:])])
def test_no_words_are_lost_in_large_text(
    screens: Screens,
    window: MainWindow,
    appearance: Appearance,
    qtbot: QtBot,
    scale: float,
    sizes: tuple[tuple[int, int], ...],
) -> None:
    window.resize(*sizes[0])
    appearance.choose_scale(scale)
    found: list[str] = []
    for screen, root in screens():
        for size in (*sizes[1:], sizes[0]):
            window.resize(*size)
            here: list[str] = []
            with suppress(qtbot.TimeoutError):  # a layout may take more than one round of events
                qtbot.waitUntil(partial(nothing_is_lost, screen, root, here), timeout=10_000)
            found += [f"{size}, {one}" for one in here]
    assert not found, "\n".join(sorted(set(found)))


def test_the_report_of_a_mistake_can_be_read_and_left_by_keys(
    qtbot: QtBot, shown: Callable[..., QWidget], appearance: Appearance, focus_ring: FocusRing
) -> None:
    appearance.choose_scale(2.0)
    dialog = shown(ReportDialog("Traceback\n  somewhere"))
    seen, _ = tab_round(qtbot, focus_ring)
    assert {dialog.report_field, dialog.copy_button, dialog.close_button} <= set(seen)
    assert all(spoken(widget) for widget in seen)
    assert not list(cut(dialog))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()


def test_the_way_to_a_kiosk_can_be_read_and_gone_by_keys(
    qtbot: QtBot, shown: Callable[..., QWidget], appearance: Appearance, focus_ring: FocusRing
) -> None:
    appearance.choose_scale(2.0)
    dialog = OpenKioskDialog((), printer="", needs_pin=True)
    shown(dialog)
    dialog.show_camera(NO_CAMERA)
    seen, _ = tab_round(qtbot, focus_ring)
    assert set(controls(dialog)) <= set(seen)
    assert all(spoken(widget) for widget in seen)
    assert not list(cut(dialog))


def test_what_was_done_and_what_failed_is_said_aloud(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        "mixer_app.ui.widgets.message_bar.announce", lambda widget, sentence, **how: said.append(sentence)
    )
    window.message_bar.say("Checked in Ann Smith.")
    window.message_bar.complain("The printer is out of paper.")
    assert said == ["Checked in Ann Smith.", "The printer is out of paper."]


def tab_round(qtbot: QtBot, ring: FocusRing) -> tuple[list[QWidget], list[tuple[QWidget, str]]]:
    """Press Tab until the first control comes again: what had the focus, and where that could not be seen."""
    seen: list[QWidget] = []
    unseen: list[tuple[QWidget, str]] = []
    now = QApplication.focusWidget()
    while now is not None and now not in seen:
        if seen and (why := _unseen(now, ring)):
            unseen.append((now, why))
        seen.append(now)
        for _ in range(now.sectionCount() if isinstance(now, QDateTimeEdit) else 1):  # hours, then minutes
            qtbot.keyClick(now, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
    assert now is not None, f"after {seen[-1:]} the focus is nowhere"
    assert now is seen[0], f"{now} holds the focus after {seen[-1]}"
    return seen, unseen


def _unseen(widget: QWidget, focus_ring: FocusRing) -> str:
    """Why one could not see that it has the focus."""
    if widget.visibleRegion().isEmpty():
        return "has the focus out of sight"
    if isinstance(widget, SHOWS_ITSELF) or widget.property("ownFocus"):
        return ""
    ring = focus_ring.ring
    seen = ring is not None and ring.isVisible() and ring.geometry().intersects(_place(widget))
    return "" if seen else "has no ring"


def nothing_is_lost(screen: str, root: QWidget, found: list[str]) -> bool:
    """Whether everything can be read; what cannot is in `found` afterwards."""
    found[:] = [f"{named(screen, widget)}{why}" for widget, why in lost(root)]
    return not found


def lost(root: QWidget) -> Iterator[tuple[QWidget, str]]:
    """All that cannot be read: it is cut, or something else is painted over it."""
    yield from cut(root)
    yield from cut_by_its_place(root)
    yield from overlapping(root)


def cut_by_its_place(root: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Words and controls that go beyond the widget they are in, other than in what scrolls."""
    for widget in root.findChildren(QWidget):
        parent = widget.parentWidget()
        if not widget.isVisible() or _inside(widget) or not (isinstance(widget, QLabel) or takes_focus(widget)):
            continue
        if isinstance(parent.parentWidget(), QAbstractScrollArea):
            continue
        gone = widget.height() - widget.geometry().intersected(parent.rect()).height()
        if gone > 1:
            yield widget, f" ends {gone} px above or below what it is in"


def overlapping(root: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Neighbours in a layout that lie over each other."""
    for place in (root, *root.findChildren(QWidget)):
        layout = place.layout()
        if layout is None or not place.isVisible():
            continue
        for one, other in combinations(_laid_out(layout), 2):
            both = one.geometry().intersected(other.geometry())
            if min(both.width(), both.height()) > 1:
                yield one, f" lies over {named('', other)} by {both.width()} × {both.height()} px"


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    """The widgets in sight that a layout places."""
    for position in range(layout.count()):
        item = layout.itemAt(position)
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            yield from _laid_out(inner)
        elif widget is not None and widget.isVisible():
            yield widget


def cut(root: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Labels and buttons that do not show all their words, and controls that lie outside what can be scrolled to."""
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or _inside(widget):
            continue
        room = _beyond(widget)
        if isinstance(widget, QLabel) and not isinstance(widget, ElidedLabel) and widget.text():
            yield from ((widget, why) for why in _cut_label(widget))
        elif (
            isinstance(widget, QAbstractButton)
            and widget.text()
            and widget.width() < widget.minimumSizeHint().width() - 1
        ):
            yield widget, f" is {widget.width()} wide and needs {widget.minimumSizeHint().width()}"
        elif (
            isinstance(widget, QPushButton | QCheckBox | QLineEdit | ElidedLabel)
            and widget.height() < widget.fontMetrics().height()
        ):
            yield widget, f" is {widget.height()} high"
        if room and (isinstance(widget, QLabel) or takes_focus(widget)):
            yield widget, f" ends {room} px beyond its window"


def _cut_label(label: QLabel) -> Iterator[str]:
    inner = label.contentsRect()
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if label.height() < needed - 1:
            yield f" is {label.height()} high and needs {needed}"
    elif inner.width() < label.fontMetrics().boundingRect(QRect(), 0, label.text()).width() - 1:
        yield f" is {inner.width()} wide and needs {label.fontMetrics().horizontalAdvance(label.text())}"
    elif inner.height() < label.fontMetrics().ascent():
        yield f" is {inner.height()} high"


def _beyond(widget: QWidget) -> int:
    """How far a widget goes beyond the right edge of what holds it, where nothing scrolls there."""
    right = widget.mapTo(widget.window(), QPoint(widget.width(), 0)).x()
    parent = widget.parentWidget()
    limit = widget.window().width()
    while parent is not None and not parent.isWindow():
        outer = parent.parentWidget()
        if isinstance(outer, QAbstractScrollArea) and parent is outer.viewport():
            if outer.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
                return 0
            limit = min(limit, parent.mapTo(parent.window(), QPoint(parent.width(), 0)).x())
        parent = outer
    return max(0, right - limit - 1)


def _steps(seen: list[QWidget]) -> Iterator[tuple[QWidget, QWidget]]:
    """Each step of Tab inside one part of the screen; between parts (rail, page, bar) one may go anywhere."""
    for here, there in pairwise(seen):
        if _region(here) is _region(there):
            yield here, there


def _region(widget: QWidget) -> QWidget | None:
    """The rail, the message bar, a sheet, what scrolls as one, or a page: what a widget belongs to."""
    parent: QWidget | None = widget
    while parent is not None and not parent.isWindow():
        if parent.objectName() in {"rail", "message_bar"} or isinstance(parent, Sheet | QScrollArea):
            return parent
        parent = parent.parentWidget()
    return None


def _place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint()), widget.size())


def _goes_back(one: QWidget, other: QWidget) -> bool:
    """Whether the next control is above this one in its column, or before it in its row."""
    here, there = _place(one), _place(other)
    above = there.bottom() < here.top() and there.left() < here.right()
    same_row = (
        min(here.bottom(), there.bottom()) - max(here.top(), there.top()) > min(here.height(), there.height()) / 2
    )
    return above or (same_row and there.right() < here.left())


def _inside(widget: QWidget) -> bool:
    """Whether a widget is a part that Qt made of a control of its own."""
    parent = widget.parentWidget()
    if widget.objectName().startswith("qt_"):
        return True
    return isinstance(parent, QAbstractSpinBox | QComboBox) or (
        isinstance(widget, QScrollArea) and widget.focusPolicy() == Qt.FocusPolicy.NoFocus
    )


def _reached_by_arrows(widget: QAbstractButton) -> bool:
    """One of a row of its kind, of which Tab reaches the chosen one."""
    row = [other for other in widget.parentWidget().findChildren(type(widget)) if other is not widget]
    return any(other.focusPolicy() & Qt.FocusPolicy.TabFocus for other in row)


def _in_a_group(widget: QWidget) -> bool:
    """Of an exclusive group Tab reaches one, arrow keys the others."""
    return isinstance(widget, QAbstractButton) and widget.group() is not None and widget.group().exclusive()
