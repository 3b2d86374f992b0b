"""Carrying a chip over the grid, by mouse and by keys, as someone at the control station does."""

import threading
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from mixer_app.services import editable_plan
from mixer_app.services.check_in import mark_left
from mixer_app.ui.plan.chips import ChipKind

SHIFT = Qt.KeyboardModifier.ShiftModifier


def seats(evening: Any) -> set[tuple[int, int, int]]:
    return {(one.round, one.mentor_id, one.mentee_id) for one in evening.plan().introductions}


def test_a_chip_dragged_onto_another_swaps_the_two_at_the_price_that_was_shown(roomy: Any) -> None:
    here = roomy.seat("Adaeze", 2)
    roomy.lift(roomy.chip_of("Adaeze", 2))
    target = roomy.targets(1)[0]
    other = roomy.page.body.model.introduction_at(target)
    roomy.hover(target)
    assert roomy.tip.startswith(f"Swap with {roomy.page.body.board.people[other.mentee_id].name.shown}. ")
    assert "total fit" in roomy.tip
    roomy.drop(target)
    assert roomy.plan().version == 2
    assert roomy.seat("Adaeze", 2).mentor_id == other.mentor_id
    assert (2, here.mentor_id, other.mentee_id) in seats(roomy)
    assert roomy.said[-1].startswith("Swapped Adaeze Nnamdi and ")
    assert roomy.tip == ""


def test_a_chip_dragged_to_a_free_seat_moves_there(roomy: Any) -> None:
    for number in (1, 2, 3):
        roomy.lift(roomy.chip_of("Bo", number))
        free = roomy.targets(number - 1, ChipKind.FREE)
        if free:
            break
        roomy.put_back()
    table = roomy.page.body.model.place_at(free[0]).row.table
    roomy.hover(free[0])
    assert roomy.tip.startswith(f"Move to table {table}. ")
    roomy.drop(free[0])
    assert roomy.seat("Bo", number).table == table


def test_only_its_own_round_takes_part_and_its_place_says_who_leaves(roomy: Any) -> None:
    index = roomy.chip_of("Adaeze", 2)
    roomy.lift(index)
    assert roomy.look(index).text == "Adaeze leaves"
    assert not roomy.targets(0, ChipKind.FREE)
    others = [chip for chip in (roomy.look(one) for one in roomy.targets(0)) if chip.text != "Adaeze Nnamdi"]
    assert others == []
    assert [roomy.look(one).followed for one in roomy.targets(0)] == [True]  # the same person's other meeting
    roomy.press(Qt.Key.Key_Escape)
    assert roomy.look(index).text == "Adaeze Nnamdi"
    assert roomy.refused(0) == []


def test_pausing_on_a_greyed_chip_tells_why(roomy: Any, qtbot: Any) -> None:
    met = roomy.seat("Adaeze", 1)
    roomy.lift(roomy.chip_of("Adaeze", 2))
    body = roomy.page.body
    there = body.model.index_of_cell(met.mentor_id, 2)
    roomy.hover(there)
    mentor = body.board.people[met.mentor_id].name.shown
    qtbot.waitUntil(lambda: roomy.tip == f"Adaeze Nnamdi meets {mentor} already in round 1", timeout=3000)
    roomy.drop(there)
    assert roomy.plan().version == 1


def test_every_hard_rule_gives_one_sentence(roomy: Any, qtbot: Any) -> None:
    roomy.lift(roomy.chip_of("Ana", 2))
    body = roomy.page.body
    samuel = body.model.index_of_cell(roomy.attendee("Samuel").id, 2)
    roomy.hover(samuel)
    qtbot.waitUntil(lambda: roomy.tip == "These two are not paired at this event", timeout=3000)
    roomy.put_back()
    assert roomy.plan().version == 1


def test_another_round_says_which_takes_part(roomy: Any, qtbot: Any) -> None:
    roomy.lift(roomy.chip_of("Ana", 2))
    roomy.hover(roomy.chip_of("Bo", 3))
    qtbot.waitUntil(lambda: roomy.tip == "Only round 2 takes part", timeout=3000)
    roomy.drop(roomy.chip_of("Bo", 3))
    assert roomy.plan().version == 1


def test_a_chip_let_go_before_the_plan_is_read_stays_where_it_was(roomy: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    may_go_on = threading.Event()
    opening = editable_plan.open_plan

    def slow(*arguments: Any, **said: Any) -> Any:
        may_go_on.wait(10)
        return opening(*arguments, **said)

    monkeypatch.setattr(editable_plan, "open_plan", slow)
    middle = roomy.page.body.matrix.visualRect(roomy.chip_of("Ana", 1)).center()
    QTest.mousePress(roomy.grid, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(roomy.grid, middle + QPoint(20, 4))
    assert roomy.tip == "Looking where it can go"
    QTest.mouseRelease(roomy.grid, Qt.MouseButton.LeftButton, pos=middle + QPoint(20, 4))
    assert roomy.complaints == ["The plan is still being read. Pick the chip up again in a moment."]
    may_go_on.set()
    roomy.settle()
    assert roomy.plan().version == 1


def test_m_picks_up_arrows_go_from_target_to_target_and_enter_drops(roomy: Any) -> None:
    roomy.choose(roomy.chip_of("Siti", 1))
    roomy.press(Qt.Key.Key_M)
    first = roomy.tip
    assert first.split(". ")[0].startswith(("Swap with", "Move to", "Take the seat"))
    roomy.press(Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up)
    said = [roomy.tip]
    for _ in range(roomy.page.body.model.rowCount()):
        roomy.press(Qt.Key.Key_Down)
        if roomy.tip == said[-1]:
            break
        said.append(roomy.tip)
    assert len(said) == len(set(said)) == len(roomy.targets(0)) + len(roomy.targets(0, ChipKind.FREE))
    assert first in said
    roomy.press(Qt.Key.Key_Return)
    assert roomy.plan().version == 2
    assert roomy.said[-1].startswith(("Swapped Siti", "Moved Siti", "Gave Siti"))


def test_shift_and_arrows_visit_greyed_places_too_where_enter_does_nothing(roomy: Any) -> None:
    roomy.choose(roomy.chip_of("Ana", 1))
    roomy.press(Qt.Key.Key_M)
    said: list[str] = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        for _ in range(roomy.page.body.model.rowCount()):
            roomy.press(key, modifier=SHIFT)
            said.append(roomy.tip)
            if said[-1] == "These two are not paired at this event":
                break
    assert "These two are not paired at this event" in said
    while roomy.tip != "These two are not paired at this event":
        roomy.press(Qt.Key.Key_Up, modifier=SHIFT)
    roomy.press(Qt.Key.Key_Return)
    assert roomy.plan().version == 1
    assert roomy.page.hands.carrying.active
    roomy.press(Qt.Key.Key_Escape)
    assert not roomy.page.hands.carrying.active


def test_a_key_of_the_page_does_nothing_while_a_chip_is_in_the_hand(roomy: Any) -> None:
    roomy.choose(roomy.chip_of("Ana", 1))
    roomy.press(Qt.Key.Key_M, Qt.Key.Key_L, Qt.Key.Key_Delete, Qt.Key.Key_1)
    assert roomy.page.hands.carrying.active
    roomy.press(Qt.Key.Key_Escape)
    assert roomy.plan().version == 1


def test_by_mentee_chips_swap_and_a_free_round_can_be_given_the_seat(roomy: Any) -> None:
    roomy.choose(roomy.chip_of("Zoë", 1))
    roomy.press(Qt.Key.Key_Delete)
    QTest.mouseClick(roomy.page.body.toolbar.order_switch.button("mentee"), Qt.MouseButton.LeftButton)
    body = roomy.page.body
    zoe = body.model.index_of_cell(roomy.attendee("Zoë").id, 1)
    for name in ("Adaeze", "Bo", "Siti", "Ana"):
        roomy.lift(roomy.chip_of(name, 1))
        if not roomy.look(zoe).faded:
            break
        roomy.put_back()
    given = roomy.seat(name, 1)
    roomy.hover(zoe)
    assert roomy.tip.startswith("Give the seat to Zoë Berg; ")
    assert "falls to 2 meetings" in roomy.tip
    roomy.drop(zoe)
    assert roomy.seat("Zoë", 1).mentor_id == given.mentor_id
    assert body.model.introduction_at(body.model.index_of_cell(roomy.attendee(name).id, 1)) is None


def test_what_others_change_meanwhile_waits_until_the_chip_has_arrived(roomy: Any) -> None:
    roomy.lift(roomy.chip_of("Adaeze", 2))
    roomy.add("Pooja Kulkarni")
    roomy.refresh()
    assert roomy.page.hands.carrying.active
    assert not roomy.page.note_strip.isVisible()
    roomy.drop(roomy.targets(1)[0])
    assert roomy.plan().version == 2
    assert roomy.page.note_strip.sentence_label.text().startswith("1 arrived since.")


def test_somebody_who_left_since_cannot_be_moved_and_it_is_said_why(roomy: Any) -> None:
    ana = roomy.attendee("Ana")
    roomy.database.write(mark_left, roomy.event.id, ana.code, station="Desk 1", now=roomy.now)
    roomy.refresh()
    roomy.choose(roomy.chip_of("Ana", 1))
    roomy.press(Qt.Key.Key_M)
    assert roomy.complaints == ["Ana Sousa has left. Check them in again to seat them."]
    assert not roomy.page.hands.carrying.active


def test_a_round_that_has_begun_is_never_rewritten(roomy: Any) -> None:
    roomy.now = roomy.now.replace(hour=23)
    roomy.refresh()
    said = "Round 1 has begun and stays as it was."
    roomy.lift(roomy.chip_of("Adaeze", 1))
    QTest.mouseRelease(roomy.grid, Qt.MouseButton.LeftButton)
    roomy.choose(roomy.chip_of("Adaeze", 1))
    roomy.press(Qt.Key.Key_M, Qt.Key.Key_Delete, Qt.Key.Key_N, Qt.Key.Key_L)
    assert roomy.complaints == [said] * 5
    roomy.press(Qt.Key.Key_Return)
    panel = roomy.page.body.panel
    assert panel.offers.note_label.text() == said
    assert not panel.pair_actions.free_button.isEnabled()
    assert roomy.plan().version == 1


def test_at_the_edge_of_the_grid_it_scrolls_and_stops_when_the_chip_is_put_back(roomy: Any, qtbot: Any) -> None:
    roomy.page.resize(1352, 420)
    bar = roomy.page.body.matrix.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    roomy.page.body.matrix.scrollToTop()
    roomy.lift(roomy.page.body.model.index(1, 0))
    QTest.mouseMove(roomy.grid, QPoint(40, roomy.grid.height() - 6))
    qtbot.waitUntil(lambda: bar.value() == bar.maximum(), timeout=5000)
    QTest.mouseMove(roomy.grid, QPoint(40, 6))
    qtbot.waitUntil(lambda: bar.value() == 0, timeout=5000)
    roomy.put_back()
    assert roomy.plan().version == 1


def test_going_elsewhere_with_the_keyboard_puts_the_chip_back(roomy: Any) -> None:
    roomy.choose(roomy.chip_of("Ana", 1))
    roomy.press(Qt.Key.Key_M)
    roomy.page.search_field().setFocus()
    assert not roomy.page.hands.carrying.active
    assert roomy.look(roomy.chip_of("Ana", 1)).text == "Ana Sousa"
