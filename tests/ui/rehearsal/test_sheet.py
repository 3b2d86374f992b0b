"""Rehearsing the evening in the window, with keys and clicks: results grow, Stop stops, the last one is kept."""

import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mixer_app.domain.errors import Cancelled
from mixer_app.domain.events import Event
from mixer_app.services.check_in import check_in
from mixer_app.services.evening_dice import EveningRates
from mixer_app.services.journal import latest_change
from mixer_app.services.many_evenings import EveningsRequest, rehearse_evenings
from mixer_app.ui.rehearsal import KeptRehearsal, RehearsalSheet
from mixer_app.ui.rehearsal import sheet as sheet_module

OpenSheet = Callable[..., RehearsalSheet]


def said(within: QWidget) -> str:
    return "\n".join(label.text() for label in within.findChildren(QLabel) if label.isVisible())


def type_number(field: QWidget, text: str) -> None:
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, text)


def rehearse(qtbot: QtBot, sheet: RehearsalSheet, evenings: str = "3") -> KeptRehearsal:
    type_number(sheet.form.evenings_field, evenings)
    with qtbot.waitSignal(sheet.settled, timeout=20_000), qtbot.waitSignal(sheet.rehearsed) as told:
        QTest.mouseClick(sheet.foot.run_button, Qt.MouseButton.LeftButton)
    return told.args[0]


class Held:
    """A rehearsal that waits after its first evening, until it is let go or cancelled."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.ended = threading.Event()

    def __call__(self, *args: Any, progress: Any, so_far: Any, **asked: Any) -> Any:
        def goes_on(fraction: float, stage: str) -> bool:
            while stage.startswith("Evening 2") and not self.go_on.is_set():
                if not progress(fraction, stage):
                    return False
                time.sleep(0.01)
            return progress(fraction, stage)

        try:
            return rehearse_evenings(*args, progress=goes_on, so_far=so_far, **asked)
        finally:
            self.ended.set()


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    made = Held()
    monkeypatch.setattr(sheet_module, "rehearse_evenings", made)
    yield made
    made.go_on.set()


def test_it_opens_with_the_usual_rates_and_says_who_may_come(sheet: RehearsalSheet) -> None:
    assert sheet.form.request() == EveningsRequest(
        rates=EveningRates(no_show=0.25, late=0.1, leave_early=0.05), evenings=20, more_mentors=True
    )
    assert "3 mentors and 6 mentees may come to 5 rounds." in said(sheet.form)
    assert QApplication.focusWidget() is sheet.foot.run_button
    assert "repaired before every round" in said(sheet.results)


def test_what_is_typed_in_is_rehearsed_and_told_in_sentences_and_charts(
    qtbot: QtBot, sheet: RehearsalSheet, database: Any
) -> None:
    before = database.read(latest_change)
    for field in (sheet.form.no_show_field, sheet.form.late_field, sheet.form.leave_field):
        type_number(field, "0")
    kept = rehearse(qtbot, sheet)
    assert kept.request.rates == EveningRates(no_show=0, late=0, leave_early=0)
    words = said(sheet.results)
    assert "Nine in ten mentees meet 2 mentors or more." in words
    assert "9 of 9 people come: 3 of 3 mentors and 6 of 6 mentees." in words
    assert "No table stands empty whose mentor is there." in words
    assert "From 3 evenings." in words
    chart = sheet.results.mentees_chart
    assert chart.isVisible()
    assert "% have 2 meetings" in chart.accessibleName()
    assert not sheet.results.tables_chart.isVisible()
    assert database.read(latest_change) == before


def test_what_one_more_mentor_brings_is_told_with_how_sure_it_is(qtbot: QtBot, sheet: RehearsalSheet) -> None:
    rehearse(qtbot, sheet)
    any_mentor, relocation = sheet.results.more_view.rows
    assert "more meetings; a gain in" in any_mentor.sentence_label.text()
    assert "6 mentees want it, 1 mentor offers it" in said(relocation)
    assert "someone for relocation" in relocation.sentence_label.text()
    assert relocation.bar.accessibleName() == relocation.sentence_label.text()


def test_more_mentors_are_left_out_with_the_space_bar(qtbot: QtBot, sheet: RehearsalSheet) -> None:
    sheet.form.more_box.setFocus()
    QTest.keyClick(sheet.form.more_box, Qt.Key.Key_Space)
    assert rehearse(qtbot, sheet).account.more == ()
    assert not sheet.results.more_view.isVisible()


def test_results_grow_as_evenings_are_held(qtbot: QtBot, sheet: RehearsalSheet, held: Held) -> None:
    type_number(sheet.form.evenings_field, "4")
    QTest.mouseClick(sheet.foot.run_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "From 1 of 4 evenings." in said(sheet.results), timeout=10_000)
    assert sheet.foot.progress_bar.isVisible()
    assert sheet.foot.stage_label.whole_text == "Evening 2 of 4"
    assert not sheet.form.no_show_field.isEnabled()
    with qtbot.waitSignal(sheet.settled, timeout=20_000):
        held.go_on.set()
    assert "From 4 evenings." in said(sheet.results)
    assert not sheet.foot.progress_bar.isVisible()
    assert sheet.form.no_show_field.isEnabled()
    assert sheet.foot.run_button.text() == "Rehearse again"


def test_stop_answers_at_once_and_keeps_the_evenings_that_are_over(
    qtbot: QtBot, sheet: RehearsalSheet, held: Held
) -> None:
    type_number(sheet.form.evenings_field, "4")
    sheet.foot.run_button.setFocus()
    QTest.keyClick(sheet.foot.run_button, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is sheet.foot.stop_button
    qtbot.waitUntil(lambda: "From 1 of 4 evenings." in said(sheet.results), timeout=10_000)
    QTest.keyClick(sheet.foot.stop_button, Qt.Key.Key_Space)
    assert sheet.foot.run_button.isVisible()
    assert QApplication.focusWidget() is sheet.foot.run_button
    assert sheet.foot.stage_label.whole_text == "Stopped after 1 of 4 evenings."
    assert "From 1 of 4 evenings." in said(sheet.results)
    assert held.ended.wait(5)


def test_stopped_before_the_first_evening_it_says_so(
    qtbot: QtBot, sheet: RehearsalSheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wait(*args: Any, progress: Any, **asked: Any) -> Any:
        while progress(0.0, "Looking who is expected"):
            time.sleep(0.01)
        raise Cancelled

    monkeypatch.setattr(sheet_module, "rehearse_evenings", wait)
    QTest.mouseClick(sheet.foot.run_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(sheet.foot.stop_button, Qt.MouseButton.LeftButton)
    assert "No evening was over yet. Nothing has changed." in said(sheet.results)


def test_escape_leaves_and_stops_what_is_under_way(qtbot: QtBot, sheet: RehearsalSheet, held: Held) -> None:
    QTest.mouseClick(sheet.foot.run_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(sheet.closed):
        QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert held.ended.wait(5)


def test_the_last_result_is_there_when_it_is_opened_again(
    qtbot: QtBot, sheet: RehearsalSheet, open_sheet: OpenSheet
) -> None:
    type_number(sheet.form.no_show_field, "40")
    kept = rehearse(qtbot, sheet)
    sheet.close_sheet()
    again = open_sheet(kept=kept)
    assert again.form.no_show_field.value() == 40
    assert again.form.evenings_field.value() == 3
    assert "From 3 evenings." in said(again.results)
    assert not again.results.changed_note.isVisible()
    assert again.foot.run_button.text() == "Rehearse again"


def test_a_result_that_is_older_than_the_data_says_so_until_it_is_rehearsed_again(
    qtbot: QtBot, sheet: RehearsalSheet, people: list[Any], database: Any, event: Event, settled: Any, clock: Any
) -> None:
    rehearse(qtbot, sheet)
    assert not sheet.results.changed_note.isVisible()
    database.write(check_in, event.id, people[0].code, station="Desk 1", now=clock())
    sheet.refresh()
    settled()
    assert "have changed since" in said(sheet.results)
    assert "1 of them is here already, and stays." in said(sheet.form)
    rehearse(qtbot, sheet)
    assert not sheet.results.changed_note.isVisible()


def test_an_event_without_mentors_says_what_to_do(open_sheet: OpenSheet, add: Callable[..., Any]) -> None:
    add("Ann Mentee")
    assert "Import the registrations first." in said(open_sheet().results)


def test_in_a_small_window_the_results_stand_below_the_form(people: list[Any], open_sheet: OpenSheet) -> None:
    sheet = open_sheet(800, 700)
    assert not sheet.results_area.isVisible()
    assert sheet.form_area.isAncestorOf(sheet.results)
    assert sheet.form_area.focusPolicy() is Qt.FocusPolicy.StrongFocus
    sheet.window().resize(1440, 900)
    QApplication.processEvents()
    assert sheet.results_area.isAncestorOf(sheet.results)
    assert sheet.results_area.isVisible()


def test_the_result_is_said_aloud(qtbot: QtBot, sheet: RehearsalSheet, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(sheet_module, "announce", lambda widget, sentence, **how: told.append(sentence))
    rehearse(qtbot, sheet)
    assert told == [sheet.results.headline_label.text()]
