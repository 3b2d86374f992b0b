"""The Plan page as someone at the control station uses it."""

import threading
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QWidget

from mixer_app.domain.evening import ActKind
from mixer_app.domain.people import registration_of
from mixer_app.domain.roles import Role
from mixer_app.services import planning
from mixer_app.services.check_in import mark_left
from mixer_app.services.evening import act_on_evening
from mixer_app.services.people import edit_attendee, list_attendees
from mixer_app.services.planning import plan_event
from mixer_app.services.wall_clock import moment_of
from mixer_app.ui.appearance import Appearance
from mixer_app.ui.plan import planning_desk
from mixer_app.ui.plan.matrix_model import HEAD_ROLE
from mixer_app.ui.plan.words import RULES_CHANGED_NOTE, round_caption
from mixer_app.ui.undoing import undo_latest


def click(button: QAbstractButton) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_before_anyone_registers_the_page_leads_to_people(an_evening: Any, qtbot: Any) -> None:
    evening = an_evening("empty")
    with qtbot.waitSignal(evening.page.go_to) as gone:
        click(evening.page.not_planned.people_button)
    assert gone.args == ["people", None]
    assert not evening.page.not_planned.present_button.isVisible()


def test_one_button_plans_for_those_who_are_here(an_evening: Any) -> None:
    evening = an_evening("room")
    button = evening.page.not_planned.present_button
    assert button.text() == "Plan for the 9 who are here"
    click(button)
    evening.settle()
    assert evening.page.body.quality_card.headline_label.text().startswith("Everyone meets 2")
    assert evening.page.body.quality_card.detail_label.text().startswith("Best possible, proven.")
    assert evening.page.body.matrix.model().rowCount() == 3
    assert evening.said == ["Version 1 is planned"]


def test_with_nobody_here_the_rehearsal_is_offered(an_evening: Any) -> None:
    evening = an_evening("empty")
    evening.add("Yusuf Çelik", role="mentor", here=False)
    evening.add("Adaeze Nnamdi", here=False)
    evening.refresh()
    assert not evening.page.not_planned.present_button.isVisible()
    click(evening.page.not_planned.everyone_button)
    evening.settle()
    assert evening.page.body.matrix.model().rowCount() == 1


def test_enter_tells_why_and_escape_gives_the_room_back(planned: Any) -> None:
    body = planned.page.body
    body.matrix.setFocus()
    QTest.keyClick(body.matrix, Qt.Key.Key_Return)
    introduction = body.model.introduction_at(body.matrix.currentIndex())
    assert body.panel.isVisible()
    assert body.panel.place_label.whole_text == f"Table {introduction.table}, round {introduction.round}"
    assert body.panel.pair_view.evidence_list.lines[0].accessibleName().startswith("Went through relocation")
    QTest.keyClick(body.matrix, Qt.Key.Key_Escape)
    assert not body.panel.isVisible()


def test_the_panel_follows_the_arrows(planned: Any) -> None:
    body = planned.page.body
    body.matrix.setFocus()
    QTest.keyClick(body.matrix, Qt.Key.Key_Return)
    first = body.panel.pair_view.mentee_block.name_label.whole_text
    QTest.keyClick(body.matrix, Qt.Key.Key_Right)
    assert body.panel.pair_view.mentee_block.name_label.whole_text != first


def test_someone_is_found_by_part_of_their_name(planned: Any) -> None:
    field = planned.page.search_field()
    field.setFocus()
    QTest.keyClicks(field, "yildiz")
    QTest.keyClick(field, Qt.Key.Key_Return)
    body = planned.page.body
    assert body.panel.pair_view.mentee_block.name_label.whole_text == "Emre Yıldız"
    stops = body.panel.pair_view.evening_strip.stops
    click(next(stop for stop in stops if stop.introduction and not stop.isChecked()))
    chosen = body.model.introduction_at(body.matrix.currentIndex())
    assert body.panel.place_label.whole_text == f"Table {chosen.table}, round {chosen.round}"


def test_someone_who_came_late_is_found_with_the_reason(planned: Any) -> None:
    late = planned.add("Pooja Kulkarni")
    planned.refresh()
    planned.page.show_target(late.id)
    assert planned.page.body.panel.seat_view.sentence_label.text() == (
        "Arrived after this plan was made. Plan again, or choose a seat by hand."
    )


def test_a_stale_plan_says_so_and_planning_again_seats_the_late(planned: Any) -> None:
    planned.add("Pooja Kulkarni")
    planned.refresh()
    strip = planned.page.note_strip
    assert strip.sentence_label.text().startswith("1 arrived since.")
    click(strip.action_button)
    planned.settle()
    assert not strip.isVisible()
    assert planned.page.head.versions_button.text() == "Version 2, draft"
    assert "7 mentees" in planned.page.head.caption_label.whole_text


def test_someone_who_left_makes_the_plan_stale_too(planned: Any) -> None:
    someone = planned.database.read(list_attendees, planned.event.id)[0]
    planned.database.write(mark_left, planned.event.id, someone.code, station="Desk 1", now=planned.now)
    planned.refresh()
    assert planned.page.note_strip.sentence_label.text().startswith("1 left since.")


def test_an_older_version_can_be_read_but_not_published(planned: Any) -> None:
    plan_event(planned.database, planned.event.id, station="Control", clock=lambda: planned.now)
    planned.refresh()
    entries = planned.page.head.versions_menu.actions()
    assert [entry.text().split(",")[0] for entry in entries] == ["Version 2", "Version 1"]
    entries[1].trigger()
    planned.settle()
    assert planned.page.head.versions_button.text() == "Version 1, draft"
    assert not planned.page.head.publish_button.isEnabled()
    click(planned.page.note_strip.action_button)
    planned.settle()
    assert planned.page.head.versions_button.text() == "Version 2, draft"


def test_publishing_is_one_click_and_is_told(planned: Any) -> None:
    click(planned.page.head.publish_button)
    planned.settle()
    assert planned.said == ["Version 1 is published"]
    assert planned.page.head.versions_button.text() == "Version 1, published"
    assert not planned.page.head.publish_button.isEnabled()


def test_while_planning_the_old_plan_stays_and_cancel_keeps_it(
    planned: Any, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on = threading.Event()

    def slow(*arguments: Any, progress: Any, **said: Any) -> Any:
        may_go_on.wait(10)
        return planning.plan_event(*arguments, progress=progress, **said)

    monkeypatch.setattr(planning_desk, "plan_event", slow)
    click(planned.page.head.plan_again_button)
    strip = planned.page.planning_strip
    assert planned.page.body.matrix.isVisible()
    assert not planned.page.head.plan_again_button.isEnabled()
    click(strip.cancel_button)
    may_go_on.set()
    planned.settle()
    assert not strip.isVisible()
    assert planned.page.head.versions_button.text() == "Version 1, draft"
    assert planned.said == []


def test_finish_now_ends_the_search_and_keeps_a_plan(planned: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    may_go_on = threading.Event()
    asked: list[bool] = []

    def slow(*arguments: Any, finish_now: Any, **said: Any) -> Any:
        may_go_on.wait(10)
        asked.append(finish_now())
        return planning.plan_event(*arguments, finish_now=finish_now, **said)

    monkeypatch.setattr(planning_desk, "plan_event", slow)
    click(planned.page.head.plan_again_button)
    strip = planned.page.planning_strip
    strip.finish_button.setFocus()
    QTest.keyClick(strip.finish_button, Qt.Key.Key_Space)
    assert not strip.finish_button.isEnabled()
    may_go_on.set()
    planned.settle()
    assert asked == [True]
    assert planned.page.head.versions_button.text() == "Version 2, draft"
    click(planned.page.head.plan_again_button)
    assert strip.finish_button.isEnabled()
    planned.settle()
    assert asked == [True, False]


def test_the_place_in_the_grid_is_kept_when_others_change_something(planned: Any) -> None:
    body = planned.page.body
    body.matrix.choose(body.model.index(2, 1))
    QTest.keyClick(body.matrix, Qt.Key.Key_Return)
    planned.add("Pooja Kulkarni")
    planned.refresh()
    assert (body.matrix.currentIndex().row(), body.matrix.currentIndex().column()) == (2, 1)
    assert body.panel.isVisible()


def test_by_mentee_the_same_meeting_stays_chosen(planned: Any) -> None:
    body = planned.page.body
    body.matrix.choose(body.model.index(1, 1))
    chosen = body.model.introduction_at(body.matrix.currentIndex())
    click(body.toolbar.order_switch.button("mentee"))
    assert body.matrix.model().rowCount() == 6
    assert body.model.introduction_at(body.matrix.currentIndex()) == chosen


def test_people_without_an_introduction_are_offered_with_reasons(planned: Any) -> None:
    planned.add("Lonely Person", languages=("Klingon",))
    for mentor in planned.database.read(list_attendees, planned.event.id):
        if mentor.role is Role.MENTOR:
            english = replace(registration_of(mentor), languages=("English",))
            planned.database.write(edit_attendee, mentor.id, english, station="Desk 1", now=planned.now)
    click(planned.page.head.plan_again_button)
    planned.settle()
    button = planned.page.body.toolbar.without_button
    assert button.text() == "1 person without an introduction"
    click(button)
    assert planned.page.body.panel.without_view.sentences == ["Nobody who is left is paired with them at this event."]


def test_an_empty_seat_and_a_rest_are_explained(planned: Any) -> None:
    body = planned.page.body
    click(body.toolbar.order_switch.button("mentee"))
    free = next(
        body.model.index(row, column)
        for row in range(body.model.rowCount())
        for column in range(body.model.columnCount())
        if body.model.introduction_at(body.model.index(row, column)) is None
    )
    body.matrix.choose(free)
    body.matrix.setFocus()
    QTest.keyClick(body.matrix, Qt.Key.Key_Return)
    assert "in this round" in body.panel.seat_view.sentence_label.text()


def test_a_step_of_the_bar_outlines_its_chips(planned: Any) -> None:
    body = planned.page.body
    step = next(step for step, part in body.quality_card.bar.parts.items() if part.isVisible())
    click(body.quality_card.bar.parts[step])
    from mixer_app.ui.plan.matrix_model import CHIP_ROLE

    followed = [
        body.model.index(row, column).data(CHIP_ROLE)
        for row in range(body.model.rowCount())
        for column in range(body.model.columnCount())
    ]
    assert {chip.step for chip in followed if chip.followed} == {step}


def test_every_control_has_a_name_and_is_reached_by_tab(planned: Any) -> None:
    body = planned.page.body
    body.matrix.setFocus()
    QTest.keyClick(body.matrix, Qt.Key.Key_Return)
    controls = [
        widget
        for kind in (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView)
        for widget in planned.page.findChildren(kind)
        if widget.isVisible() and widget.isEnabled()
    ]
    assert controls
    assert [widget for widget in controls if not widget.accessibleName()] == []
    unreachable = [
        widget.accessibleName()
        for widget in controls
        if isinstance(widget, QAbstractButton) and widget.focusPolicy() == Qt.FocusPolicy.NoFocus
    ]
    parts = {part.accessibleName() for part in body.quality_card.bar.parts.values()}
    assert {name for name in unreachable if name not in parts} == set()  # the legend repeats the bar


def test_narrow_windows_get_the_panel_over_the_grid(planned: Any, qtbot: Any) -> None:
    planned.page.resize(936, 700)
    body = planned.page.body
    body.matrix.choose(body.model.index(0, 4))
    QTest.keyClick(body.matrix, Qt.Key.Key_Return)

    def chip_x() -> int:
        chip = body.matrix.visualRect(body.matrix.currentIndex())
        return body.matrix.viewport().mapTo(body, chip.center()).x()

    qtbot.waitUntil(lambda: body.panel.geometry().right() >= body.width() - 1)
    qtbot.waitUntil(lambda: chip_x() < body.panel.x() < body.quality_card.geometry().right())


@pytest.fixture
def low(planned: Any, appearance: Appearance) -> Any:
    """A page with large text that has no room for verdict, tools and grid at once."""
    appearance.choose_scale(2.0)
    planned.page.resize(960, 560)
    return planned


def test_in_a_low_window_the_page_begins_with_the_verdict_and_goes_where_the_keys_go(low: Any, qtbot: Any) -> None:
    body = low.page.body
    body.matrix.setFocus()
    qtbot.waitUntil(lambda: in_sight(body.quality_card, body.quality_card.rect()) and covered_in_part(body.grid_card))
    QTest.keyClick(body.matrix, Qt.Key.Key_Down)
    current = body.matrix.currentIndex()
    assert current.row() == 1
    assert in_sight(body.matrix.viewport(), body.matrix.visualRect(current))


def test_in_a_low_window_the_panel_has_the_room_of_the_page(low: Any, qtbot: Any) -> None:
    body = low.page.body
    body.matrix.choose(body.model.index(0, 0))
    QTest.keyClick(body.matrix, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: body.panel.height() > body.height() * 0.9)
    grid = body.grid_card
    assert body.panel.y() == grid.mapTo(body, grid.rect().topLeft()).y()
    assert not body.toolbar.visibleRegion().intersects(body.panel.geometry())


def in_sight(widget: QWidget, part: QRect) -> bool:
    return widget.visibleRegion().contains(part) and widget.visibleRegion().boundingRect().contains(part)


def covered_in_part(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect().height() < widget.height()


def test_another_page_can_lead_to_a_person_before_the_plan_is_read(planned: Any) -> None:
    someone = planned.database.read(list_attendees, planned.event.id)[0]
    planned.page.show_event(planned.event)
    planned.page.show_target(someone.id)
    planned.settle()
    assert planned.page.body.panel.isVisible()


def test_the_rules_are_changed_from_the_head_and_the_plan_says_that_it_is_older(planned: Any) -> None:
    page = planned.page
    click(page.head.matching_button)
    planned.settle()
    sheet = page.matching_sheet
    sheet.editor.floor_field.setValue(0.9)
    click(sheet.foot.use_button)
    planned.settle()
    assert page.matching_sheet is None
    assert planned.said == ["People are matched by the new rules from the next plan on"]
    assert page.note_strip.sentence_label.text() == RULES_CHANGED_NOTE
    click(page.note_strip.action_button)
    planned.settle()
    assert planned.said[-1] == "Version 2 is planned"


def test_once_the_rules_are_put_back_the_plan_is_no_longer_older(planned: Any) -> None:
    page = planned.page
    click(page.head.matching_button)
    planned.settle()
    page.matching_sheet.editor.strong_field.setValue(0.75)
    click(page.matching_sheet.foot.use_button)
    planned.settle()
    assert page.note_strip.isVisible()
    planned.database.write(undo_latest, planned.event.id, station="Control", now=planned.now)
    planned.refresh()
    assert not page.note_strip.isVisible()


def test_why_the_plan_is_no_better_is_told_in_the_panel(planned: Any) -> None:
    body = planned.page.body
    click(body.quality_card.why_button)
    planned.settle()
    assert body.panel.isVisible()
    assert body.panel.title_label.text() == "What would help"
    assert body.panel.reasons_view.sentences
    said = body.panel.reasons_view.sentences
    assert said[said.index("More mentors") + 1].startswith("Two more mentors for")
    QTest.keyClick(body.panel, Qt.Key.Key_Escape)
    assert not body.panel.isVisible()


def test_a_free_round_says_why_it_is_free(planned: Any) -> None:
    body = planned.page.body
    click(body.toolbar.order_switch.button("mentee"))
    for row in range(body.model.rowCount()):
        for column in range(body.model.columnCount()):
            index = body.model.index(row, column)
            if index.isValid() and body.model.introduction_at(index) is None:
                body.matrix.choose(index)
                QTest.keyClick(body.matrix, Qt.Key.Key_Return)
                planned.settle()
                assert body.panel.seat_view.sentence_label.text() in (
                    "Meets every mentor of this round in another one.",
                    "All mentors who would fit are full.",
                )
                return
    raise AssertionError("everybody meets somebody in every round")


def test_the_grid_tells_the_times_of_the_rounds_as_the_evening_has_moved_them(planned: Any) -> None:
    model = planned.page.body.model

    def caption() -> str:
        return model.headerData(1, Qt.Orientation.Horizontal, HEAD_ROLE).caption

    planned_times = planned.event.round_times()[1]
    assert caption() == round_caption(planned_times)
    began = moment_of(planned.event.starts_at + timedelta(minutes=20))
    planned.database.write(
        act_on_evening, planned.event.id, ActKind.START, round_number=1, station="Control", now=began
    )
    planned.now = began
    planned.refresh()
    assert caption().startswith(f"{planned_times.starts_at + timedelta(minutes=20):%H:%M} to ")
