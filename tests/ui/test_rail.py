"""The rail: three forms, one entry chosen."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mixer_app.domain.evening import ActKind, LiveAct, Schedule
from mixer_app.domain.evening_clock import evening_at
from mixer_app.domain.events import Event
from mixer_app.domain.staff_roles import StaffRole
from mixer_app.ui.appearance import Appearance
from mixer_app.ui.places import PLACES
from mixer_app.ui.rail import Rail, RailForm, rail_form
from mixer_app.ui.theme import current


@pytest.mark.parametrize(
    ("width", "scale", "wants_width", "folded", "form"),
    [
        (1440, 1.0, False, False, RailForm.WIDE),
        (1440, 1.0, True, False, RailForm.NARROW),
        (1440, 1.0, False, True, RailForm.NARROW),
        (1359, 1.0, False, False, RailForm.NARROW),
        (1099, 1.0, False, False, RailForm.ICONS),
        (1440, 1.5, False, False, RailForm.ICONS),
        (1920, 1.5, False, False, RailForm.NARROW),
    ],
)
def test_the_rail_folds_when_room_is_short(
    width: int, scale: float, wants_width: bool, folded: bool, form: RailForm
) -> None:
    assert rail_form(width, scale, page_wants_width=wants_width, folded=folded) is form


def test_a_click_tells_the_place(qtbot: QtBot, shown: Callable[..., QWidget], event: Event) -> None:
    rail = Rail(PLACES)
    shown(rail, 208, 700)
    rail.show_event(event)
    with qtbot.waitSignal(rail.place_chosen) as told:
        qtbot.mouseClick(rail.entries["desk"], Qt.MouseButton.LeftButton)
    assert told.args == ["desk"]


def test_without_an_event_only_the_start_is_open(shown: Callable[..., QWidget]) -> None:
    rail = Rail(PLACES)
    shown(rail, 208, 700)
    rail.show_event(None)
    assert not any(entry.isEnabled() for entry in rail.entries.values())
    assert rail.event_tile.isEnabled()


@pytest.mark.parametrize("form", list(RailForm))
def test_every_form_says_the_same_to_a_screen_reader(
    shown: Callable[..., QWidget], event: Event, form: RailForm
) -> None:
    rail = Rail(PLACES)
    shown(rail, form.width, 700)
    rail.show_event(event)
    rail.set_form(form)
    assert [entry.accessibleName() for entry in rail.entries.values()] == [place.title for place in PLACES]
    assert all(entry.accessibleDescription().startswith("Alt+") for entry in rail.entries.values())
    assert event.name in rail.event_tile.accessibleName()


@pytest.mark.parametrize("form", list(RailForm))
@pytest.mark.parametrize("role", list(StaffRole))
def test_who_is_at_the_window_is_told_in_whole_words_in_every_form(
    shown: Callable[..., QWidget], form: RailForm, role: StaffRole
) -> None:
    rail = Rail(PLACES)
    shown(rail, form.width, 800)
    rail.set_form(form)
    assert rail.lock_entry.isHidden()
    rail.show_role(role)
    entry = rail.lock_entry
    assert entry.isVisible()
    assert entry.note == role.value.capitalize()
    font = current().font("caption")
    font.setWeight(font.Weight.DemiBold)
    font.setPixelSize(11)
    assert QFontMetrics(font).horizontalAdvance(entry.note) <= entry.width()
    assert role.value in entry.toolTip()
    rail.show_role(None)
    assert entry.isHidden()


def test_only_one_entry_is_chosen(shown: Callable[..., QWidget]) -> None:
    rail = Rail(PLACES)
    shown(rail, 208, 700)
    rail.choose("people")
    rail.choose("plan")
    assert [key for key, entry in rail.entries.items() if entry.isChecked()] == ["plan"]
    rail.choose("start")
    assert not any(entry.isChecked() for entry in rail.entries.values())


def test_what_is_not_saved_says_why(shown: Callable[..., QWidget]) -> None:
    rail = Rail(PLACES)
    shown(rail, 208, 700)
    rail.saved_mark.set_state("failed", "The disk is full.")
    assert rail.saved_mark.accessibleName() == "Unsaved. The disk is full."


def test_the_live_entry_carries_the_clock_while_a_round_runs(shown: Callable[..., QWidget], event: Event) -> None:
    rail = Rail(PLACES)
    shown(rail, 208, 700)
    rail.show_event(event)
    begun = datetime(2026, 3, 5, 19, 0, tzinfo=UTC)
    schedule = Schedule(rounds=5, round_s=720, break_s=180)
    start = LiveAct(kind=ActKind.START, at=begun, round=1)
    entry = rail.entries["live"]
    rail.show_evening(evening_at(schedule, [start], begun + timedelta(minutes=4, seconds=12)))
    assert (entry.note, entry.accessibleName()) == ("07:48", "Live")
    assert entry.accessibleDescription() == "Alt+5. Round 1"
    rail.show_evening(evening_at(schedule, [start], begun + timedelta(minutes=13)))
    assert (entry.note, entry.accessibleDescription()) == ("02:00", "Alt+5. Break before round 2")
    rail.show_evening(evening_at(schedule, [start], begun + timedelta(hours=3)))
    assert (entry.note, entry.accessibleDescription()) == ("", "Alt+5")


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("state", ["saved", "saving", "failed", "away"])
def test_every_word_of_the_mark_fits_into_the_narrow_rail(
    qapp: QApplication, appearance: Appearance, scale: float, state: str
) -> None:
    appearance.choose_scale(scale)
    rail = Rail(PLACES)
    rail.set_form(RailForm.NARROW)
    rail.saved_mark.set_state(state, "Why")
    rail.resize(RailForm.NARROW.width, 900)
    layout = rail.layout()
    assert layout is not None
    layout.activate()
    assert rail.saved_mark.wanted_width() <= rail.saved_mark.width()
