"""The clock card: start, pause, a minute more or less, skip, end early; what it says in every state."""

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt

from mixer_app.domain.evening import ActKind, Phase
from mixer_app.services.evening import act_on_evening

CONTROL = Qt.KeyboardModifier.ControlModifier


def face(live: Any) -> str:
    return live.page.body.clock_card.face.text


def title(live: Any) -> str:
    return live.page.body.clock_card.title_label.whole_text


def sentence(live: Any) -> str:
    return live.page.body.clock_card.sentence_label.whole_text


def choose(live: Any, words: str) -> None:
    """Choose an entry of the clock's menu."""
    act = next(act for entry, act in live.page.body.clock_card.more_acts() if entry.startswith(words))
    act()
    live.settle()


def read_again(live: Any) -> None:
    live.qtbot.waitUntil(lambda: not live.background.busy)
    live.look()


def test_before_the_evening_it_says_when_and_that_nothing_runs_by_itself(live: Any) -> None:
    assert face(live) == "19:00"
    assert title(live) == "Round 1 of 5 is planned for 19:00"
    assert sentence(live) == "Nothing runs before you start it"
    live.pass_time(minutes=30)
    assert live.clock.evening.phase is Phase.BEFORE


def test_a_click_starts_the_first_round_and_a_second_one_changes_nothing(live: Any) -> None:
    button = live.page.body.clock_card.main_button
    assert button.text() == "Start round 1"
    live.click(button)
    read_again(live)
    assert (face(live), title(live)) == ("12:00", "Round 1 of 5")
    assert sentence(live) == "Ends 19:02, then 3 minutes to change tables"
    assert button.text() == "Pause"
    assert live.said[-1][0] == "Started round 1"


def test_the_space_bar_never_starts_an_evening(live: Any) -> None:
    live.press(Qt.Key.Key_Space)
    read_again(live)
    assert live.clock.evening.phase is Phase.BEFORE


def test_the_space_bar_pauses_and_goes_on(running: Any) -> None:
    running.pass_time(minutes=4, seconds=12)
    assert face(running) == "07:48"
    running.press(Qt.Key.Key_Space)
    read_again(running)
    assert title(running) == "Paused in round 1 of 5"
    assert running.page.body.clock_card.main_button.text() == "Resume"
    running.pass_time(minutes=2)
    assert face(running) == "07:48"
    running.press(Qt.Key.Key_Space)
    read_again(running)
    running.pass_time(seconds=8)
    assert face(running) == "07:40"
    assert sentence(running).startswith("Ends 19:14")


@pytest.mark.parametrize(("key", "left"), [("+", "13:00"), ("-", "11:00")])
def test_plus_and_minus_give_and_take_a_minute(running: Any, key: str, left: str) -> None:
    running.press(key)
    read_again(running)
    assert face(running) == left
    entry_id = running.said[-1][1]
    running.take_back(entry_id)
    assert face(running) == "12:00"


def test_a_minute_more_by_a_click(running: Any) -> None:
    running.click(running.page.body.clock_card.longer_button)
    read_again(running)
    assert face(running) == "13:00"
    assert running.said[-1][0] == "Made round 1 1 min longer"


def test_control_right_skips_the_round_and_undo_brings_it_back(running: Any) -> None:
    running.press(Qt.Key.Key_Right, CONTROL)
    read_again(running)
    assert title(running) == "Round 2 of 5 starts in"
    assert running.page.body.clock_card.strip.pieces[0].time == "Skipped"
    running.take_back(running.said[-1][1])
    assert title(running) == "Round 1 of 5"


def test_a_round_that_ends_early_counts_as_held(running: Any) -> None:
    running.pass_time(minutes=9)
    choose(running, "End round 1 early")
    read_again(running)
    assert (title(running), face(running)) == ("Round 2 of 5 starts in", "03:00")
    assert sentence(running) == "At 19:12, 3 minutes to change tables"


def test_the_menu_takes_a_minute_away(running: Any) -> None:
    choose(running, "One minute less")
    read_again(running)
    assert face(running) == "11:00"


def test_in_the_break_the_coming_round_can_begin_at_once(running: Any) -> None:
    running.pass_time(minutes=13)
    assert title(running) == "Round 2 of 5 starts in"
    choose(running, "Start round 2 now")
    read_again(running)
    assert (title(running), face(running)) == ("Round 2 of 5", "12:00")


def test_rounds_follow_one_another_until_all_are_over(running: Any) -> None:
    running.pass_time(minutes=62)
    assert sentence(running) == "Ends 20:12. It is the last round"
    running.pass_time(minutes=30)
    card = running.page.body.clock_card
    assert (title(running), sentence(running)) == ("All rounds are over", "The last ended at 20:12")
    assert not any(button.isVisible() for button in (card.main_button, card.skip_button, card.longer_button))
    assert running.page.body.reseat.verdict_label.text() == "All rounds are over"
    assert not running.page.body.reseat.from_switch.isVisible()


def test_after_the_last_round_the_way_leads_to_the_answer_sheets(running: Any) -> None:
    card, led = running.page.body.clock_card, []
    running.page.go_to.connect(lambda place, _target: led.append(place))
    assert not card.follow_up_button.isVisible()
    running.pass_time(minutes=92)
    running.qtbot.mouseClick(card.follow_up_button, Qt.MouseButton.LeftButton)
    assert led == ["follow_up"]


def test_the_strip_tells_every_round_in_words(running: Any) -> None:
    running.pass_time(minutes=21)
    words = running.page.body.clock_card.strip.accessibleName()
    assert words == (
        "Rounds: round 1 ended, 19:00; round 2 running, 19:15; round 3 to come, 19:30; "
        "round 4 to come, 19:45; round 5 to come, 20:00"
    )
    assert [piece.gone for piece in running.page.body.clock_card.strip.pieces][:2] == [1.0, 0.5]


def test_what_another_station_did_meanwhile_is_told_instead_of_done(running: Any) -> None:
    running.database.write(
        act_on_evening, running.event.id, ActKind.END, round_number=1, station="Desk 2", now=running.now
    )
    running.press("+")
    assert running.failed == ["Round 2 comes next by now. Look at the clock again."]


def test_the_button_says_to_a_screen_reader_what_the_clock_is_doing(running: Any) -> None:
    description = running.page.body.clock_card.main_button.accessibleDescription()
    assert description == "Round 1 of 5. Ends 19:12, then 3 minutes to change tables"


def test_after_the_start_the_time_left_is_the_same_however_long_nobody_looked(running: Any) -> None:
    running.now += timedelta(minutes=5)
    running.clock.tick()
    assert face(running) == "07:00"
