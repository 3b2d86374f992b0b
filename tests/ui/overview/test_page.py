"""The Overview says where the evening stands, and leads to the place for each thing."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mixer_app.domain.events import Event
from mixer_app.services.check_in import check_in
from mixer_app.ui.overview import OverviewPage
from mixer_app.ui.overview.look_at_card import LookAtCard


@pytest.fixture
def people(add: Callable[..., Any]) -> list[Any]:
    """A mentor and seven mentees who all want relocation."""
    mentor = add("Yusuf Çelik", role="mentor", needs_offered=("Relocation",))
    return [mentor, *(add(f"Mentee {name}", needs_wanted=("Relocation",)) for name in "ABCDEFG")]


@pytest.fixture
def page(
    page_parts: dict[str, Any], event: Event, shown: Callable[..., QWidget], settled: Callable[[], None]
) -> OverviewPage:
    made = OverviewPage(**page_parts)
    shown(made, 1232, 900)
    made.show_event(event)
    settled()
    return made


def test_an_empty_event_says_what_to_do_first(page: OverviewPage, qtbot: QtBot) -> None:
    assert page.empty_state.isVisible()
    assert not page.arrivals_card.isVisible()
    assert not page.desk_button.isVisible()
    assert page.first_focus() is page.import_button
    with qtbot.waitSignal(page.go_to) as told:
        page.import_button.click()
    assert told.args == ["people", "import"]


def test_six_steps_each_lead_to_their_place(people: list[Any], page: OverviewPage, qtbot: QtBot) -> None:
    assert [cell.step.number for cell in page.steps_card.cells if cell.step] == [1, 2, 3, 4, 5, 6]
    with qtbot.waitSignal(page.go_to) as told:
        qtbot.keyClick(page.steps_card.cells[0], Qt.Key.Key_Space)
    assert told.args[0] == "people"


def test_exactly_one_step_is_the_current_one(people: list[Any], page: OverviewPage) -> None:
    assert sum(cell.step.current for cell in page.steps_card.cells if cell.step) == 1


def test_who_is_here_is_counted(
    people: list[Any], page: OverviewPage, database: Any, event: Event, clock: Callable[[], datetime],
    settled: Callable[[], None],
) -> None:  # fmt: skip
    for number, person in enumerate(people[:3]):
        at = clock() - timedelta(minutes=20 - 5 * number)
        database.write(check_in, event.id, person.code, station="Desk 1", now=at)
    page.refresh()
    settled()
    card = page.arrivals_card
    assert card.here_counter.accessibleName() == "Here: 3 of 8"
    assert card.mentors_counter.accessibleName() == "Mentors: 1 of 1"
    assert "1 mentor and 2 mentees had come" in card.chart.accessibleName()


def test_many_changes_while_it_reads_are_read_once_more_and_the_last_is_shown(
    people: list[Any], page: OverviewPage, database: Any, event: Event, clock: Callable[[], datetime],
    settled: Callable[[], None], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    reads: list[object] = []
    read = page.database.read

    def counted(service: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        reads.append(service)
        return read(service, *args, **kwargs)

    monkeypatch.setattr(page.database, "read", counted)
    page.refresh()
    for person in people[:5]:
        database.write(check_in, event.id, person.code, station="Desk 1", now=clock())
        page.refresh()
    settled()
    assert len(reads) == 2
    assert page.arrivals_card.here_counter.accessibleName() == "Here: 5 of 8"


def test_what_is_short_is_said_and_leads_to_the_people(people: list[Any], page: OverviewPage, qtbot: QtBot) -> None:
    spoken = [row.accessibleName() for row in page.needs_card.rows]
    assert "Relocation, 7 mentees want, 1 mentors offer, very short" in spoken
    short = next(row for row in page.look_at_card.rows if "relocation" in row.text())
    assert short.text() == "7 mentees want relocation"
    with qtbot.waitSignal(page.go_to) as told:
        short.click()
    assert told.args[0] == short.matter.place.value


def test_a_small_window_puts_what_needs_a_person_first(people: list[Any], page: OverviewPage, qtbot: QtBot) -> None:
    above, below = page.look_at_card, page.arrivals_card
    qtbot.waitUntil(lambda: above.y() == below.y() and above.x() > below.x())
    page.resize(900, 700)
    qtbot.waitUntil(lambda: above.y() < below.y() and above.width() == below.width())


def test_a_refresh_keeps_the_focus(people: list[Any], page: OverviewPage, settled: Callable[[], None]) -> None:
    page.look_at_card.rows[0].setFocus()
    page.refresh()
    settled()
    assert page.look_at_card.rows[0].hasFocus()


def test_nothing_to_look_at_is_said(page: OverviewPage) -> None:
    page.look_at_card.show_matters([])
    assert not page.look_at_card.nothing_mark.isHidden()
    assert page.look_at_card.nothing_mark.accessibleName() == "Nothing needs you"


def test_before_anything_is_read_the_card_does_not_say_that_all_is_well(qtbot: QtBot) -> None:
    card = LookAtCard()
    qtbot.addWidget(card)
    assert card.nothing_mark.isHidden()
    card.show_matters(())
    assert not card.nothing_mark.isHidden()


def test_the_evening_is_rehearsed_from_here_and_the_plan_step_says_so(
    people: list[Any], page: OverviewPage, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    qtbot.keyClick(page.rehearse_button, Qt.Key.Key_Space)
    settled()
    sheet = page.rehearsal_sheet
    assert sheet is not None
    assert page.rehearse_button.accessibleName() == "Rehearse the evening"
    sheet.form.no_show_field.setValue(30)
    sheet.form.evenings_field.setValue(2)
    with qtbot.waitSignal(sheet.settled, timeout=20_000):
        qtbot.mouseClick(sheet.foot.run_button, Qt.MouseButton.LeftButton)
    assert page.steps_card.cells[3].step.lack == "Rehearsed with 30 % away"
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert page.rehearsal_sheet is None
    page.refresh()
    settled()
    assert page.steps_card.cells[3].step.lack == "Rehearsed with 30 % away"
    qtbot.mouseClick(page.rehearse_button, Qt.MouseButton.LeftButton)
    settled()
    assert page.rehearsal_sheet is not None
    assert "From 2 evenings." in page.rehearsal_sheet.results.held_label.text()
    page.rehearsal_sheet.close_sheet()


def test_without_people_there_is_no_evening_to_rehearse(page: OverviewPage) -> None:
    assert not page.rehearse_button.isVisible()
