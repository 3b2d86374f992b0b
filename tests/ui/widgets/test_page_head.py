"""The head of a page folds its actions where the width does not do."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from mixer_app.ui.widgets import PRIMARY, Button, PageHead, Segment, SegmentedControl


def test_actions_fold_from_the_left_and_the_primary_stays(shown: Callable[..., QWidget]) -> None:
    head = PageHead("People", "156 people known")
    doubles, export, take_in = Button("4 possible doubles"), Button("Export"), Button("Import", kind=PRIMARY)
    for action in (doubles, export, take_in):
        head.add_action(action)
    shown(head, 1200, 72)
    assert not head.more_button.isVisible()
    head.resize(400, 72)
    assert head.more_button.isVisible()
    assert not doubles.isVisible()
    assert take_in.isVisible()
    head.resize(1200, 72)
    assert doubles.isVisible()
    assert not head.more_button.isVisible()


def test_a_folded_action_is_done_from_the_menu(shown: Callable[..., QWidget]) -> None:
    head = PageHead("People")
    pressed: list[str] = []
    for words in ("Find doubles among everyone", "Export", "Import"):
        action = Button(words)
        action.clicked.connect(lambda checked=False, words=words: pressed.append(words))
        head.add_action(action)
    shown(head, 360, 72)
    menu = head.more_button.menu()
    assert menu is not None
    menu.actions()[0].trigger()
    assert pressed == ["Find doubles among everyone"]


def test_an_action_that_is_hidden_stays_hidden(shown: Callable[..., QWidget]) -> None:
    head = PageHead("Overview")
    note = Button("18:42")
    head.add_action(note)
    head.add_action(Button("Go to the desk", kind=PRIMARY))
    note.hide()
    shown(head, 900, 72)
    head.resize(1000, 72)
    assert not note.isVisible()


def test_a_switch_stands_behind_the_title_and_takes_its_room_from_the_actions(shown: Callable[..., QWidget]) -> None:
    head, switch = (
        PageHead("Follow-up"),
        SegmentedControl([Segment("one", "Enter"), Segment("two", "Matches")], name="V"),
    )
    first, last = Button("Export everything there is"), Button("Print")
    for action in (first, last):
        head.add_action(action)
    head.set_switch(switch)
    shown(head, 900, 72)
    assert head.title_label.geometry().right() < switch.x()
    assert switch.geometry().right() < first.x()
    head.resize(460, 72)
    assert not first.isVisible()
    assert last.isVisible()


def test_a_folded_action_that_is_taken_away_does_not_come_back_in_a_wide_window(shown: Callable[..., QWidget]) -> None:
    head = PageHead("Follow-up")
    first, last = Button("Export everything there is"), Button("Print")
    for action in (first, last):
        head.add_action(action)
    shown(head, 330, 72)
    assert not first.isVisible()
    head.show_action(first, on=False)
    head.resize(1200, 72)
    assert not first.isVisible()
    assert not head.more_button.isVisible()
    head.show_action(first, on=True)
    assert first.isVisible()
