"""Reseating on the page: look, read, apply, print, undo."""

from typing import Any

from PySide6.QtCore import Qt

from mixer_app.domain.room import Presence
from mixer_app.services.planning import current_plan, plan_event
from mixer_app.ui.live.reseat_card import NEXT, NOW, Standing
from mixer_app.ui.printers.badge_printer import BadgePrinter

CONTROL = Qt.KeyboardModifier.ControlModifier


def changes(number: int) -> str:
    return f"{number} change{'' if number == 1 else 's'}"


def look(live: Any) -> Any:
    """Press Ctrl+R and wait for the list."""
    live.press(Qt.Key.Key_R, CONTROL)
    return live.page.body.reseat


def test_with_nobody_missing_or_waiting_there_is_nothing_to_press(running: Any) -> None:
    card = running.page.body.reseat
    assert card.verdict_label.text() == "Everyone has a seat"
    assert not card.look_button.isVisible()
    assert not card.apply_button.isVisible()


def test_the_list_comes_before_the_remedy(running: Any) -> None:
    running.late()
    card = running.page.body.reseat
    assert card.verdict_label.text() == "1 person waits for a seat"
    running.click(card.look_button)
    assert card.standing is Standing.FOUND
    assert card.verdict_label.text().endswith("everyone else stays as planned")
    assert any(line.spoken.startswith("Late Lou, mentee, waiting, then table") for line in card.moves.lines.lines)
    assert card.apply_button.text() == f"Apply {changes(len(card.moves.lines.lines))}"
    assert running.room.waiting, "nothing is stored before it is applied"


def test_control_enter_applies_and_the_bar_undoes_it_as_one_act(running: Any) -> None:
    before = running.database.read(current_plan, running.event.id)
    running.late()
    card = look(running)
    card.print_box.setChecked(False)
    number = len(card.moves.lines.lines)
    running.press(Qt.Key.Key_Return, CONTROL)
    running.look()
    assert running.room.waiting == ()
    bar = running.page.applied_bar
    assert bar.sentence_label.text() == f"{changes(number)} applied, from round 2 on"
    assert card.verdict_label.text() == "Everyone has a seat"
    running.click(bar.undo_button)
    running.look()
    assert len(running.room.waiting) == 1
    assert not bar.isVisible()
    after = running.database.read(current_plan, running.event.id)
    assert after.introductions == before.introductions


def test_undo_stands_until_the_round_begins(running: Any) -> None:
    running.late()
    card = look(running)
    card.print_box.setChecked(False)
    running.click(card.apply_button)
    running.look()
    assert running.page.applied_bar.isVisible()
    running.pass_time(minutes=15, seconds=1)
    assert not running.page.applied_bar.isVisible()


def test_slips_come_out_for_those_alone_whom_it_is_about(running: Any, shelf: Any) -> None:
    parts = {"database": running.database, "background": running.background, "clock": lambda: running.now}
    station = BadgePrinter(**parts, station="Control", shelf=shelf)
    station.known = shelf.printers()
    station.use_event(running.event.id)
    running.page.use_printer(station)
    station.start()
    running.late()
    card = look(running)
    assert [line.move.attendee.id for line in card.moves.lines.lines] == list(card.proposal.affected_ids)
    assert card.print_box.text() == "Print 1 slip"
    running.click(card.apply_button)
    running.qtbot.waitUntil(lambda: shelf.laser.came_out == ["1 slip"], timeout=20_000)
    running.settle()
    assert running.said[-1][0] == "1 slip: in the queue for The laser"
    station.stop()


def test_where_nothing_is_printed_the_slips_become_a_file(running: Any) -> None:
    running.late()
    running.click(look(running).apply_button)
    running.qtbot.waitUntil(lambda: (running.folder / "Physician mixer, change slips.pdf").exists())
    running.settle()
    assert running.said[-1][0] == "Saved as Physician mixer, change slips.pdf"


def test_a_list_that_no_longer_fits_says_so_and_cannot_be_applied(running: Any) -> None:
    running.late()
    card = look(running)
    running.late("Later Lena")
    assert card.verdict_label.text() == "1 more person is waiting."
    assert not card.apply_button.isEnabled()
    assert card.moves.dimmed
    running.press(Qt.Key.Key_Return, CONTROL)
    assert not running.page.applied_bar.isVisible()
    running.click(card.look_button)
    assert card.standing is Standing.FOUND
    assert card.apply_button.isEnabled()


def test_a_list_can_be_set_aside_and_shown_again(running: Any) -> None:
    running.late()
    card = look(running)
    number = len(card.moves.lines.lines)
    running.click(card.aside_button)
    assert card.verdict_label.text() == f"{changes(number)} set aside"
    assert not card.moves.isVisible()
    running.click(card.look_button)
    assert card.moves.isVisible()
    assert card.apply_button.isEnabled()


def test_now_seats_people_in_the_round_under_way(running: Any) -> None:
    table = running.full_table()
    running.note(table.mentees[0], Presence.GONE)
    late = running.late()
    card = running.page.body.reseat
    assert card.from_switch.key == NEXT
    running.click(card.from_switch.button(NOW))
    assert card.standing is Standing.IDLE
    look(running)
    (own,) = [line for line in card.moves.lines.lines if line.attendee_id == late.id]
    assert own.move.round == 1
    assert own.move.to_table in {one.number for one in running.room.tables}


def test_another_choice_of_round_looks_anew(running: Any) -> None:
    running.late()
    card = look(running)
    assert card.proposal.from_round == 2
    running.click(card.from_switch.button(NOW))
    assert card.proposal.from_round == 1


def test_in_the_break_there_is_only_the_coming_round(running: Any) -> None:
    running.pass_time(minutes=13)
    running.late()
    card = running.page.body.reseat
    assert card.from_switch.button(NEXT).text() == "From round 2"
    assert look(running).proposal.from_round == 2


def test_who_leaves_is_listed_with_a_word_in_place_of_a_table(running: Any) -> None:
    seat = running.full_table().mentees[0]
    running.note(seat, Presence.GONE)
    running.late()
    card = look(running)
    (own,) = [line for line in card.moves.lines.lines if line.attendee_id == seat.attendee.id]
    assert own.after == "Left"
    assert own.before.startswith("Table")


def test_a_search_can_be_cancelled(running: Any, monkeypatch: Any) -> None:
    running.late()
    card = running.page.body.reseat
    running.qtbot.mouseClick(card.look_button, Qt.MouseButton.LeftButton)
    assert card.verdict_label.text() == "Looking for the least change"
    card.show_progress(0.2, "Looking who is here")  # as after 600 ms
    running.qtbot.mouseClick(card.cancel_button, Qt.MouseButton.LeftButton)
    running.settle()
    assert card.standing is Standing.IDLE
    assert card.proposal is None


def test_a_refusal_of_the_search_is_told_and_the_card_is_as_before(running: Any) -> None:
    running.late()
    plan_event(running.database, running.event.id, station="Desk 2", clock=lambda: running.now)
    card = look(running)
    assert running.failed == ["Plan 2 is not out yet. Publish it, or undo its changes, before you reseat."]
    assert card.standing is Standing.IDLE


def test_who_is_missing_now_is_only_said_to_be_seen_to_from_the_next_round_on(running: Any) -> None:
    running.note(running.full_table().mentees[0], Presence.GONE)
    card = look(running)
    card.print_box.setChecked(False)
    running.press(Qt.Key.Key_Return, CONTROL)
    running.look()
    assert running.room.missing
    assert card.verdict_label.text() == "Everyone has a seat from round 2 on"


def test_a_newer_plan_that_nobody_goes_by_is_told_of(running: Any) -> None:
    plan_event(running.database, running.event.id, afresh=True, station="Desk 2", clock=lambda: running.now)
    running.look()
    assert running.page.body.news_line.sentence_label.text().endswith(
        "Plan 2 is not published: everybody still goes by plan 1. Publish it before round 2 begins, or it is set aside."
    )
