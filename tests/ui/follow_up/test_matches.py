"""Mutual matches and people without one: found, filtered, decided, suggested."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from mixer_app.domain.answers import Answer
from mixer_app.domain.matches import Standing
from mixer_app.services.matches import list_matches
from mixer_app.services.suggestions import people_without_match

from .conftest import Entry

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # the offscreen platform, of menus
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def matched(entry: Entry) -> Entry:
    """Max matches with Ada and with Ben; he goes on with one."""
    for mentee in (entry.ada, entry.ben):
        entry.answered(entry.max, mentee, Answer.YES)
        entry.answered(mentee, entry.max, Answer.YES)
    entry.read_anew()
    return entry


def standings(entry: Entry) -> dict[str, Standing]:
    """What becomes of each match, by the mentee's given name."""
    return {one.mentee.name.given: one.standing for one in entry.database.read(list_matches, entry.event.id)}


def test_show_all_leads_to_the_table(matched: Entry) -> None:
    matched.qtbot.mouseClick(matched.page.frame.enter.matches_card.all_button, LEFT)
    view = matched.page.frame.matches.view
    assert view is matched.page.frame.matches.matches
    assert view.isVisible()
    words = {line.cells[1].words: line.cells[5].words for line in matched.lines(view)}
    assert sorted(words.values()) == ["Goes on", "Waits for a place"]
    assert set(words) == {"Ada Lund", "Ben Ortiz"}


def test_who_waits_is_put_first_and_that_is_taken_back(matched: Entry) -> None:
    matched.show("matches")
    view = matched.page.frame.matches.matches
    waiting = next(line for line in matched.lines(view) if "Waits" in line.cells[5].words)
    view.table.go_to(view.model.position_of(waiting.key))
    assert matched.acts(view) == ["Put first", "Take beyond the limit", "End it"]
    before = standings(matched)
    matched.click_act(view, "Put first")
    after = standings(matched)
    assert after == {name: before[other] for name, other in zip(before, reversed(list(before)), strict=True)}
    assert view.table.line is not None
    assert view.table.line.cells[5].words == "Goes on, put first"
    matched.click_act(view, "Take the decision back")
    assert standings(matched) == before


def test_a_mentor_takes_one_beyond_the_limit_and_another_is_ended(matched: Entry) -> None:
    matched.show("matches")
    view = matched.page.frame.matches.matches
    told: list[tuple[str, object]] = []
    matched.page.said.connect(lambda sentence, undo: told.append((sentence, undo)))
    waiting = next(line for line in matched.lines(view) if "Waits" in line.cells[5].words)
    view.table.go_to(view.model.position_of(waiting.key))
    matched.click_act(view, "Take beyond the limit")
    assert set(standings(matched).values()) == {Standing.GOES_ON}
    matched.click_act(view, "End it")
    assert sorted(standings(matched).values()) == [Standing.ENDED, Standing.GOES_ON]
    assert [sentence.split()[0] for sentence, _ in told] == ["Max", "Max"]
    assert all(isinstance(undo, int) for _, undo in told)


def test_the_search_finds_people_as_that_of_people_does(matched: Entry) -> None:
    matched.show("matches")
    view = matched.page.frame.matches.matches
    view.search.setFocus()
    matched.qtbot.keyClicks(view.search, "ortis")
    matched.page.scanner._hand_on()
    assert [line.cells[1].words for line in matched.lines(view)] == ["Ben Ortiz"]
    assert (view.filters.count_label.text(), view.filters.total_label.text()) == ("1", "of 2")
    matched.qtbot.keyClick(view.search, Qt.Key.Key_Escape)
    assert view.model.rowCount() == 2


def test_filters_are_chips_and_the_last_goes_with_backspace(matched: Entry) -> None:
    matched.show("matches")
    view = matched.page.frame.matches.matches
    view.filters.menu.aboutToShow.emit()
    entry = next(one for one in view.filters.menu.actions() if "Waits" in one.text())
    entry.trigger()
    assert [line.cells[5].words for line in matched.lines(view)] == ["Waits for a place"]
    view.search.setFocus()
    matched.qtbot.keyClick(view.search, Qt.Key.Key_Backspace)
    assert view.model.rowCount() == 2


def test_a_click_on_a_title_orders_and_another_turns_it_round(matched: Entry) -> None:
    matched.show("matches")
    view = matched.page.frame.matches.matches
    header = view.table.horizontalHeader()
    place = header.sectionViewportPosition(1) + 20
    names = []
    for _ in range(2):
        matched.qtbot.mouseClick(header.viewport(), LEFT, pos=header.rect().center().__class__(place, 10))
        names.append([line.cells[1].words for line in matched.lines(view)])
    assert names == [["Ada Lund", "Ben Ortiz"], ["Ben Ortiz", "Ada Lund"]]


def test_arrows_go_through_the_lines_and_enter_to_what_can_be_done(matched: Entry) -> None:
    matched.show("matches")
    view = matched.page.frame.matches.matches
    view.search.setFocus()
    matched.qtbot.keyClick(view.search, Qt.Key.Key_Down)
    assert view.table.hasFocus()
    matched.qtbot.keyClick(view.table, Qt.Key.Key_End)
    assert view.table.currentIndex().row() == 1
    matched.qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert view.act_buttons[0].hasFocus()


def test_a_change_from_elsewhere_keeps_the_line_and_the_search(matched: Entry) -> None:
    matched.show("matches")
    view = matched.page.frame.matches.matches
    view.table.go_to(1)
    line = view.table.line
    assert line is not None
    matched.read_anew()
    assert view.table.line is not None
    assert view.table.line.key == line.key


@pytest.fixture
def alone(entry: Entry) -> Entry:
    """All answers about Ben are in and there is no match; he could be suggested Mia."""
    entry.answered(entry.max, entry.ben, Answer.NO)
    entry.answered(entry.ben, entry.max, Answer.YES)
    entry.read_anew()
    return entry


def confirmed(entry: Entry) -> dict[str, list[str]]:
    """What is in the summaries, by name."""
    found: dict[str, list[str]] = {}
    for one in entry.database.read(people_without_match, entry.event.id).people:
        if one.confirmed:
            found.setdefault(one.name.shown, []).append(one.other.name.shown if one.other else "invited")
    return found


def test_a_suggestion_goes_into_the_summary_and_out_again(alone: Entry) -> None:
    card = alone.page.frame.enter.without_card
    assert card.heading_label.text() == "1 person without a match"
    assert card.rows[0].button.text() == "Suggest"
    alone.qtbot.mouseClick(card.rows[0].button, LEFT)
    alone.settle()
    assert list(confirmed(alone)) == ["Ben Ortiz"]
    assert card.rows[0].button.text() == "Suggested"
    alone.qtbot.mouseClick(card.rows[0].button, LEFT)
    alone.settle()
    assert confirmed(alone) == {}


def test_someone_else_is_chosen_in_a_menu_beside_suggest(alone: Entry) -> None:
    row = alone.page.frame.enter.without_card.rows[0]
    alone.qtbot.mouseClick(row.more_button, LEFT)
    alone.settle()
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QMenu)
    assert [action.text().split(" · ")[0] for action in shown.actions()] == ["Mia Koh", "Invite to the next event"]
    alone.pick("Invite")
    assert confirmed(alone) == {"Ben Ortiz": ["invited"]}


def test_people_without_a_match_have_a_table_of_their_own(alone: Entry) -> None:
    alone.qtbot.mouseClick(alone.page.frame.enter.without_card.all_button, LEFT)
    view = alone.page.frame.matches.view
    assert view is alone.page.frame.matches.without
    assert [line.cells[0].words for line in alone.lines(view)] == ["Ben Ortiz"]
    assert alone.acts(view) == ["Suggest", "Someone else…"]
    alone.click_act(view, "Suggest")
    assert alone.lines(view)[0].cells[3].words == "Suggested"
    assert alone.acts(view)[0] == "Take out of the summary"
    matches = alone.page.frame.matches.switch.button("matched")
    alone.qtbot.mouseClick(matches, LEFT)
    assert alone.page.frame.matches.matches.isVisible()


def test_in_a_narrow_window_the_counts_stand_in_the_title_row(matched: Entry) -> None:
    assert matched.page.frame.head.caption_label.whole_text == matched.event.name
    matched.page.resize(960, 700)
    matched.settle()
    assert not matched.page.frame.enter.results.isVisible()
    assert matched.page.frame.head.caption_label.whole_text.startswith("2 mutual matches, ")
