"""The page as a whole: without a plan, in a narrow window, after a crash, with projectors."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QWidget

from mixer_app.domain.projector import ProjectorLayout, ProjectorState
from mixer_app.domain.room import Presence
from mixer_app.services.database_place import place_of
from mixer_app.services.projector import projector_state
from mixer_app.ui.live import LivePage
from mixer_app.ui.live.live_body import MISSING, WAITING
from mixer_app.ui.live_clock import LiveClock

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_without_a_plan_the_page_leads_to_it(
    page_parts: dict[str, Any], shown: Callable[..., QWidget], event: Any, settled: Callable[[], None], qtbot: Any
) -> None:
    page = LivePage(**page_parts)
    clock = LiveClock(**page_parts, parent=page)
    page.use_live_clock(clock)
    shown(page, 1232, 860)
    clock.use_event(event.id)
    qtbot.waitUntil(lambda: clock.evening is not None)
    page.show_event(event)
    settled()
    assert page.body.no_plan.title_label.text() == "There is no plan yet"
    assert not page.body.clock_card.main_button.isEnabled()
    assert not page.body.clock_card.skip_button.isEnabled()
    qtbot.keyClick(page, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert clock.evening is not None
    assert clock.evening.last_act is None
    with qtbot.waitSignal(page.go_to) as told:
        qtbot.mouseClick(page.body.go_button, Qt.MouseButton.LeftButton)
    assert told.args == ["plan", None]


def test_in_a_narrow_window_the_lists_are_tabs(running: Any) -> None:
    running.late()
    running.page.window().resize(960, 640)
    body = running.page.body
    assert body.verdict_bar.isVisible()
    assert not body.waiting.isVisible()
    running.click(body.tabs.button(WAITING))
    assert body.waiting.isVisible()
    assert not body.missing.isVisible()
    running.click(body.tabs.button(MISSING))
    assert body.missing.isVisible()


def test_in_a_narrow_window_the_changes_open_over_the_content_and_escape_closes_them(running: Any) -> None:
    running.late()
    running.page.window().resize(960, 640)
    body = running.page.body
    running.press(Qt.Key.Key_R, CONTROL)
    assert body.panel.isVisible()
    assert body.reseat.moves.isVisible()
    running.press(Qt.Key.Key_Escape)
    assert not body.panel.isVisible()
    assert body.verdict_bar.verdict_label.whole_text == body.reseat.verdict_label.text()
    body.reseat.print_box.setChecked(False)
    running.click(body.verdict_bar.apply_button)
    running.look()
    assert running.room.waiting == ()


def test_wide_and_narrow_show_the_same_people(running: Any) -> None:
    running.note(running.full_table().mentees[0], Presence.MISSING)
    body = running.page.body
    wide = list(body.missing.list.lines.lines)
    running.page.window().resize(960, 640)
    assert list(body.missing.list.lines.lines) == wide
    running.page.window().resize(1232, 860)
    assert body.missing.isVisible()
    assert body.waiting.isVisible()
    assert body.reseat.isVisible()


def test_after_a_crash_the_page_says_that_the_clock_kept_running(running: Any, qtbot: Any) -> None:
    running.now += timedelta(minutes=4, seconds=12)
    again = LiveClock(
        database=running.database,
        background=running.background,
        station="Control",
        clock=lambda: running.now,
        settings=QSettings(str(running.folder / "window.ini"), QSettings.Format.IniFormat),
        parent=running.page,
    )
    again.use_event(running.event.id)
    qtbot.waitUntil(lambda: again.evening is not None)
    running.page.use_live_clock(again)
    again.tick()
    line = running.page.body.news_line
    assert line.sentence_label.text() == "Back at 19:04:12, the clock kept running."
    running.click(line.close_button)
    again.tick()
    assert not line.isVisible()


def test_a_message_is_written_shown_and_withdrawn(running: Any) -> None:
    running.press(Qt.Key.Key_M, CONTROL)
    sheet = running.page.message_sheet
    assert not sheet.show_button.isEnabled()
    running.qtbot.keyClicks(sheet.message_field, "The bar is open")
    running.qtbot.keyClick(sheet.message_field, Qt.Key.Key_Return, CONTROL)
    running.settle()
    assert running.database.read(projector_state, running.event.id).message == "The bar is open"
    assert running.page.message_sheet is None
    running.press(Qt.Key.Key_M, CONTROL)
    assert running.page.message_sheet.message_field.toPlainText() == "The bar is open"
    running.click(running.page.message_sheet.withdraw_button)
    assert running.database.read(projector_state, running.event.id).message == ""


def test_a_message_that_does_not_fit_is_refused_while_it_is_typed(running: Any) -> None:
    running.press(Qt.Key.Key_M, CONTROL)
    sheet = running.page.message_sheet
    sheet.message_field.setPlainText("word " * 30)
    assert not sheet.show_button.isEnabled()
    assert sheet.note_label.text().startswith("The message is too long for the projector")
    running.qtbot.keyClick(sheet.message_field, Qt.Key.Key_Escape)
    assert running.page.message_sheet is None


@pytest.mark.parametrize(
    ("words", "name", "value"),
    [("Find your table", "layout", ProjectorLayout.TABLES), ("Mute the chimes", "muted", True)],
)
def test_the_menu_of_the_projectors(running: Any, words: str, name: str, value: object) -> None:
    button = running.page.projector_button
    assert button.text() == "Projector: countdown"
    button.menu().aboutToShow.emit()
    next(entry for entry in button.menu().actions() if entry.text() == words).trigger()
    running.settle()
    assert getattr(running.database.read(projector_state, running.event.id), name) == value
    assert button.text() == ("Projector: tables" if name == "layout" else "Projector: countdown")


def test_a_turn_is_said_aloud(running: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("mixer_app.ui.live.page.announce", lambda widget, sentence: said.append(sentence))
    running.pass_time(minutes=12)
    assert said == ["Break before round 2. At 19:15, 3 minutes to change tables"]


def test_the_first_focus_is_nothing_that_a_space_bar_would_press(live: Any) -> None:
    assert live.page.first_focus() not in live.page.body.clock_card.findChildren(QWidget)


def test_f6_has_a_control_in_every_part(running: Any) -> None:
    running.late()
    shown = [region for region in running.page.regions() if region.isVisible()]
    assert len(shown) >= 5


def test_a_page_that_is_shown_again_shows_the_time_it_is(running: Any, tmp_path: Path) -> None:
    running.page.hide()
    running.now += timedelta(minutes=5)
    running.clock.tick()
    assert running.page.body.clock_card.face.text == "12:00"
    running.page.show()
    assert running.page.body.clock_card.face.text == "07:00"


def test_a_projector_opens_on_a_screen_of_this_computer(running: Any) -> None:
    button = running.page.projector_button
    button.menu().aboutToShow.emit()
    next(entry for entry in button.menu().actions() if entry.text().startswith("Open on screen 1")).trigger()
    assert running.projectors == [(place_of(running.database), running.event.id, 1, 1, 1)]
    assert running.said[-1][0] == "The projector opens on screen 1. Esc leaves full screen there."


def test_for_many_names_a_projector_opens_with_a_part_of_them(running: Any) -> None:
    button = running.page.projector_button

    def menus() -> list[Any]:
        button.menu().aboutToShow.emit()
        return [entry.menu() for entry in button.menu().actions() if entry.menu() is not None]

    assert menus() == [], "a room this small fits on one screen"
    button.show_state(ProjectorState(), running.clock.evening, plan_is_out=True, names=800)
    parts = menus()[0]
    assert parts.title().startswith("Open with a part of the names on screen 1")
    next(entry for entry in parts.actions() if entry.text() == "Part 2 of 3").trigger()
    assert running.projectors == [(place_of(running.database), running.event.id, 1, 2, 3)]


def test_when_all_rounds_are_over_nobody_is_told_to_wait_or_to_scan(running: Any) -> None:
    running.pass_time(hours=3)
    body = running.page.body
    assert body.missing.empty_label.text() == "Nobody was missing from the last round."
    assert body.waiting.empty_label.text() == "No round is left to wait for."


def test_a_projector_that_does_not_start_is_told(running: Any) -> None:
    told: list[str] = []
    running.page.failed.connect(told.append)
    running.page.projector_button.screen_chosen.emit(2, 1, 1)
    assert told == ["The projector could not be started. Run “mixer-app projector” instead."]


def test_the_keys_work_as_soon_as_the_page_has_been_opened(running: Any) -> None:
    page = running.page
    page.message_button.setFocus()  # as when a page is opened whose room is not read yet
    page._room = None
    page.refresh()
    running.settle()
    assert page.window().focusWidget() is page.first_focus()
    running.press(Qt.Key.Key_Plus)
    assert running.said[-1][0] == "Made round 1 1 min longer"
