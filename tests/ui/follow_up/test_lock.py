"""Answers are private: the PIN of staff before the page."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt

from mixer_app.domain.answers import Answer
from mixer_app.domain.errors import MixerError
from mixer_app.ui.follow_up.lock import IDLE

from .conftest import Entry


@pytest.fixture
def guarded(entry: Entry, set_quick_pin: Callable[[Any, str], None]) -> Entry:
    """A PIN was set in Settings meanwhile, and a sheet is open."""
    entry.answered(entry.max, entry.ada, Answer.YES)
    entry.answered(entry.ada, entry.max, Answer.YES)
    entry.read_anew()
    entry.scan(entry.ada.code)
    set_quick_pin(entry.database, "2468")
    entry.read_anew()
    return entry


def type_pin(entry: Entry, pin: str) -> None:
    """Type it and press Enter."""
    edit = entry.page.frame.gate.edit
    entry.qtbot.keyClicks(edit, pin)
    entry.qtbot.keyClick(edit, Qt.Key.Key_Return)
    entry.settle()


def test_without_a_pin_the_page_is_open_and_says_so_quietly(entry: Entry) -> None:
    assert entry.page.lock.is_open
    assert entry.page.frame.unguarded.isVisible()
    led: list[str] = []
    entry.page.go_to.connect(lambda place, _target: led.append(place))
    entry.qtbot.mouseClick(entry.page.frame.settings_button, Qt.MouseButton.LeftButton)
    assert led == ["settings"]


def test_with_a_pin_nothing_is_shown_before_it_is_typed(guarded: Entry) -> None:
    frame = guarded.page.frame
    assert frame.gate.isVisible()
    assert frame.gate.edit.hasFocus()
    assert not frame.views.isVisible()
    assert not frame.export_button.isVisible()
    assert guarded.page.entry_card.sheet is None
    assert frame.enter.matches_card.heading_label.text() == "No mutual match yet"
    assert frame.matches.matches.model.total == 0
    assert guarded.page.search_field() is frame.gate.edit


def test_the_right_pin_opens_the_page_once(guarded: Entry) -> None:
    type_pin(guarded, "2468")
    frame = guarded.page.frame
    assert not frame.gate.isVisible()
    assert frame.gate.edit.text() == ""
    assert not frame.unguarded.isVisible()
    assert frame.enter.matches_card.heading_label.text() == "1 mutual match"
    guarded.read_anew()
    assert not frame.gate.isVisible()


def test_a_wrong_pin_is_told_and_wrong_ones_cost_time(guarded: Entry) -> None:
    gate = guarded.page.frame.gate
    type_pin(guarded, "1111")
    assert gate.problem_label.text() == "That is not the PIN. Type it again."
    for _ in range(2):
        type_pin(guarded, "1111")
    assert "Try again in 30 s" in gate.problem_label.text()
    assert not gate.edit.isEnabled()
    assert not guarded.page.lock.is_open


def test_four_digits_are_the_least(guarded: Entry) -> None:
    type_pin(guarded, "24")
    assert "at least 4 digits" in guarded.page.frame.gate.problem_label.text()


def test_a_scan_before_the_lock_opens_nothing(guarded: Entry) -> None:
    guarded.page.frame.gate.setFocus()
    guarded.scan(guarded.ada.code)
    assert guarded.page.entry_card.sheet is None
    assert guarded.page.frame.gate.isVisible()


def test_after_a_quarter_of_an_hour_without_a_key_it_is_asked_again(guarded: Entry) -> None:
    type_pin(guarded, "2468")
    guarded.scan(guarded.ada.code)
    late = guarded.page.clock() + IDLE - timedelta(seconds=1)
    guarded.page.lock._clock = lambda: late
    guarded.press(Qt.Key.Key_1)  # somebody is there
    guarded.settle()
    guarded.page.lock._idle.timeout.emit()
    guarded.settle()
    assert not guarded.page.frame.gate.isVisible()
    guarded.page.lock._clock = lambda: late + IDLE
    guarded.page.lock._idle.timeout.emit()
    guarded.settle()
    assert guarded.page.frame.gate.isVisible()
    assert guarded.page.entry_card.sheet is None


def test_a_key_after_the_computer_slept_locks_and_answers_nothing(guarded: Entry) -> None:
    type_pin(guarded, "2468")
    guarded.scan(guarded.ada.code)
    late = guarded.page.clock() + IDLE + IDLE
    guarded.page.lock._clock = lambda: late
    guarded.press(Qt.Key.Key_Down, Qt.Key.Key_2)
    guarded.settle()
    assert guarded.page.frame.gate.isVisible()
    assert guarded.given(guarded.ada) == {"Max": Answer.YES}


def test_an_answer_that_is_refused_behind_the_lock_opens_no_sheet(
    guarded: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_pin(guarded, "2468")
    guarded.scan(guarded.ada.code)

    def refuse(*_arguments: object, **_named: object) -> None:
        raise MixerError("The disk is full, so nothing was changed.")

    monkeypatch.setattr(guarded.database, "write", refuse)
    guarded.press(Qt.Key.Key_2)
    guarded.page.lock.close()
    guarded.settle()
    assert guarded.page.entry_card.sheet is None


def test_another_event_is_locked_again(guarded: Entry) -> None:
    from dataclasses import replace

    type_pin(guarded, "2468")
    guarded.page.show_event(replace(guarded.event, id=guarded.event.id + 1))
    assert not guarded.page.lock.is_open
    guarded.settle()
    assert guarded.page.frame.gate.isVisible()
