"""The head of a page folds its actions where the width does not do."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from mixer_app.ui.widgets import PRIMARY, Button, PageHead


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
