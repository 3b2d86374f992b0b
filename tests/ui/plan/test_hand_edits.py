"""Locking, freeing, parting, bringing together: by key and by button, each taken back."""

from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from mixer_app.domain.plan_edits import EditKind, PairRule, PlanEdit
from mixer_app.services.decided_pairs import decided_pairs
from mixer_app.services.plan_edits import apply_edit
from mixer_app.services.planning import plan_event


def click(button: QAbstractButton) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def point_at(button: QAbstractButton) -> None:
    QApplication.sendEvent(button, QEvent(QEvent.Type.Enter))


def rules(evening: Any) -> dict[tuple[str, str], PairRule]:
    return {(one.mentee, one.mentor): one.rule for one in evening.database.read(decided_pairs, evening.event.id)}


def test_l_locks_and_unlocks_and_a_locked_pair_stays(roomy: Any) -> None:
    roomy.choose(roomy.chip_of("Bo", 2))
    roomy.press(Qt.Key.Key_L)
    assert roomy.look(roomy.chip_of("Bo", 2)).locked
    assert roomy.seat("Bo", 2).locked
    roomy.press(Qt.Key.Key_Delete, Qt.Key.Key_M, Qt.Key.Key_N)
    assert roomy.complaints == ["This pair is locked. Unlock it first."] * 3
    roomy.press(Qt.Key.Key_L)
    assert not roomy.look(roomy.chip_of("Bo", 2)).locked
    assert roomy.said == ["Locked the seat of Bo Li in round 2", "Unlocked the seat of Bo Li in round 2"]


def test_del_frees_the_seat_and_the_panel_offers_another(roomy: Any) -> None:
    roomy.choose(roomy.chip_of("Bo", 2))
    roomy.press(Qt.Key.Key_Return)
    actions = roomy.page.body.panel.pair_actions
    point_at(actions.free_button)
    assert "Bo Li falls to 2 meetings" in actions.note_label.text()
    click(actions.free_button)
    roomy.settle()
    assert roomy.said == ["Freed the seat of Bo Li in round 2"]
    view = roomy.page.body.panel.seat_view
    assert view.isVisible()
    assert view.offers.lines
    roomy.press(Qt.Key.Key_1)
    assert roomy.seat("Bo", 2)
    assert roomy.plan().version == 3


def test_a_number_takes_an_offer_and_pointing_at_one_outlines_both_chips(roomy: Any) -> None:
    body = roomy.page.body
    roomy.choose(roomy.chip_of("Siti", 1))
    roomy.press(Qt.Key.Key_Return)
    lines = body.panel.offers.lines
    assert 1 <= len(lines) <= 3
    swap = next((line for line in lines if line.offer.edit.kind is EditKind.SWAP), lines[0])
    swap.button.setFocus()
    outlined = {
        one.mentee_id
        for one in body.board.plan.introductions
        if roomy.look(body.model.index_of(one)).pointed and one.round == 1
    }
    assert outlined == {roomy.attendee("Siti").id, swap.offer.edit.other_id} - {0}
    expected = lines[0].offer.mentor_id
    body.matrix.setFocus()
    roomy.press(Qt.Key.Key_1)
    assert roomy.seat("Siti", 1).mentor_id == expected
    assert body.panel.pair_view.isVisible()


def test_parting_two_is_kept_for_later_plans_until_it_is_lifted(roomy: Any) -> None:
    pair = roomy.seat("Zoë", 3)
    mentor = roomy.page.body.board.people[pair.mentor_id].name.shown
    roomy.choose(roomy.chip_of("Zoë", 3))
    roomy.press(Qt.Key.Key_N)
    assert rules(roomy) == {("Zoë Berg", mentor): PairRule.FORBIDDEN}
    plan_event(roomy.database, roomy.event.id, station="Control", clock=lambda: roomy.now)
    roomy.refresh()
    plan = roomy.plan()
    assert (pair.mentor_id, pair.mentee_id) not in {(one.mentor_id, one.mentee_id) for one in plan.introductions}
    button = roomy.page.body.toolbar.decided_button
    assert button.text() == "1 decided pair"
    click(button)
    view = roomy.page.body.panel.decided_view
    assert view.lift_buttons[0].accessibleName() == f"Lift that Zoë Berg is never to meet {mentor}"
    click(view.lift_buttons[0])
    roomy.settle()
    assert rules(roomy) == {}
    assert not button.isVisible()
    assert roomy.said[-1] == f"Lifted that Zoë Berg is not to meet {mentor}"


def test_two_are_brought_together_at_the_price_that_was_told(roomy: Any) -> None:
    body = roomy.page.body
    met = {one.mentor_id for one in body.board.evening(roomy.attendee("Adaeze").id)}
    mentor = next(one for one in body.board.people.values() if one.role.hosts and one.id not in met)
    roomy.choose(roomy.chip_of("Adaeze", 2))
    roomy.press(Qt.Key.Key_B)
    view = body.panel.meet_view
    QTest.keyClicks(view.find_mentor, mentor.name.given)
    QTest.keyClick(view.find_mentor, Qt.Key.Key_Return)
    roomy.settle()
    told = view.price_label.text()
    assert told.startswith("They meet in round ")
    number = int(told.split("round ")[1].split(" ")[0])
    click(view.together_button)
    roomy.settle()
    assert rules(roomy) == {("Adaeze Nnamdi", mentor.name.shown): PairRule.MUST_MEET}
    assert roomy.seat("Adaeze", number).mentor_id == mentor.id
    assert roomy.look(roomy.chip_of("Adaeze", number)).locked
    roomy.choose(roomy.chip_of("Adaeze", number))
    roomy.press(Qt.Key.Key_L)
    assert rules(roomy) == {}


def test_whom_a_rule_parts_cannot_be_brought_together_and_no_reason_is_given(roomy: Any) -> None:
    roomy.choose(roomy.chip_of("Ana", 1))
    roomy.press(Qt.Key.Key_B)
    view = roomy.page.body.panel.meet_view
    QTest.keyClicks(view.find_mentor, "Samuel")
    QTest.keyClick(view.find_mentor, Qt.Key.Key_Return)
    roomy.settle()
    assert view.price_label.text() == "These two are not paired at this event."
    assert not view.together_button.isVisible()


def test_a_newcomer_is_found_and_seated_by_hand(roomy: Any) -> None:
    late = roomy.add("Pooja Kulkarni", experience_years=4.0)
    roomy.refresh()
    roomy.page.show_target(late.id)
    roomy.settle()
    view = roomy.page.body.panel.seat_view
    assert view.isVisible()
    click(view.offers.lines[0].button)
    roomy.settle()
    assert roomy.seat("Pooja", 1)
    assert "6 mentees" in roomy.page.head.caption_label.whole_text


def test_a_newcomer_is_carried_into_the_grid(roomy: Any) -> None:
    late = roomy.add("Pooja Kulkarni", experience_years=4.0)
    roomy.refresh()
    roomy.page.show_target(late.id)
    roomy.settle()
    view = roomy.page.body.panel.seat_view
    click(view.evening_strip.stops[1])
    roomy.settle()
    assert roomy.page.body.panel.place_label.whole_text == "Round 2"
    click(view.move_button)
    roomy.settle()
    roomy.press(Qt.Key.Key_Return)
    assert roomy.seat("Pooja", 2)


def test_an_older_version_cannot_be_changed(roomy: Any) -> None:
    roomy.choose(roomy.chip_of("Bo", 2))
    roomy.press(Qt.Key.Key_L)
    roomy.page.head.versions_menu.actions()[1].trigger()
    roomy.settle()
    roomy.choose(roomy.chip_of("Bo", 2))
    roomy.press(Qt.Key.Key_L, Qt.Key.Key_Delete, Qt.Key.Key_M, Qt.Key.Key_B)
    assert roomy.complaints == ["Only the latest version can be changed. Go back to it first."] * 4
    assert roomy.plan().version == 2


def test_what_another_station_changed_first_is_said_and_nothing_is_lost(roomy: Any) -> None:
    roomy.choose(roomy.chip_of("Bo", 2))
    roomy.press(Qt.Key.Key_Return)
    other = PlanEdit(kind=EditKind.FREE, mentee_id=roomy.attendee("Ana").id, round=1)
    apply_edit(roomy.database, roomy.plan().id, other, station="Desk 2", clock=lambda: roomy.now)
    roomy.press(Qt.Key.Key_L)
    assert roomy.complaints == ["The plan has been changed meanwhile. Open the latest version and try again."]
    assert roomy.plan().version == 2
    roomy.refresh()
    roomy.press(Qt.Key.Key_L)
    assert roomy.seat("Bo", 2).locked


def test_with_nothing_chosen_a_key_says_what_to_do(roomy: Any) -> None:
    body = roomy.page.body
    free = next(
        body.model.index(line, column)
        for line in range(body.model.rowCount())
        for column in range(3)
        if body.model.introduction_at(body.model.index(line, column)) is None
    )
    roomy.choose(free)
    roomy.press(Qt.Key.Key_L, Qt.Key.Key_M)
    assert roomy.complaints == ["Choose a pair in the grid first."] * 2
