"""The focus is always visible from the keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from mixer_app.ui import theme
from mixer_app.ui.focus_ring import FocusRing
from mixer_app.ui.widgets import Button, Chip, IconButton, LinkRow, NumberField, SearchField, Segment, SegmentedControl

CONTROLS = {
    "button": lambda: Button("Do it"),
    "primary": lambda: Button("Do it", kind="primary"),
    "quiet": lambda: Button("Do it", kind="quiet"),
    "icon": lambda: IconButton("x", "Close"),
    "plain": lambda: QPushButton("Do it"),
    "check": lambda: QCheckBox("Print it"),
    "radio": lambda: QRadioButton("This one"),
    "combo": lambda: QComboBox(),
    "chip": lambda: Chip("English", label="Speaks", tone="accent", removable=True),
    "row": lambda: LinkRow("users", "Relocation is short"),
    "line": lambda: QLineEdit(),
    "search": lambda: SearchField("Search", name="Search"),
    "number": lambda: NumberField(3, least=1, most=9, name="Rounds"),
}


def accent_pixels(image: QImage) -> int:
    accent = theme.current().color("accent").rgb()
    return sum(image.pixel(x, y) == accent for x in range(image.width()) for y in range(image.height()))


@pytest.mark.parametrize("kind", list(CONTROLS))
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_control_shows_that_it_has_the_focus(
    qtbot: QtBot, shown: Callable[..., QWidget], focus_ring: FocusRing, appearance: object, kind: str, mode: str
) -> None:
    appearance.choose_mode(mode)  # type: ignore[attr-defined]
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(24, 24, 24, 24)
    other, control = QPushButton("Other"), CONTROLS[kind]()
    column.addWidget(control)
    column.addWidget(other)
    shown(window, 320, 200)
    other.setFocus(Qt.FocusReason.TabFocusReason)
    around = control.geometry().adjusted(-4, -4, 4, 4)
    without = accent_pixels(window.grab(around).toImage())
    control.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.sendPostedEvents()
    gained = accent_pixels(window.grab(around).toImage()) - without
    assert gained > around.width()
    appearance.choose_mode("light")  # type: ignore[attr-defined]


def test_a_click_of_the_mouse_takes_the_ring_away(
    qtbot: QtBot, shown: Callable[..., QWidget], focus_ring: FocusRing
) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    first, second = Button("First"), Button("Second")
    column.addWidget(first)
    column.addWidget(second)
    shown(window, 200, 200)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    assert focus_ring.ring is not None
    handle = window.windowHandle()
    assert handle is not None
    qtbot.mouseClick(handle, Qt.MouseButton.LeftButton, pos=second.geometry().center())
    assert second.hasFocus()
    assert focus_ring.ring is None
    qtbot.keyClick(handle, Qt.Key.Key_Tab)
    assert focus_ring.ring is not None


def test_the_ring_stays_inside_a_scrolled_page(shown: Callable[..., QWidget], focus_ring: FocusRing) -> None:
    inner = QWidget()
    column = QVBoxLayout(inner)
    buttons = [Button(f"Button {number}") for number in range(20)]
    for button in buttons:
        column.addWidget(button)
    window = QWidget()
    around = QVBoxLayout(window)
    scroll = QScrollArea(widgetResizable=True)
    scroll.setWidget(inner)
    around.addWidget(Button("Above"))
    around.addWidget(scroll)
    shown(window, 240, 240)
    buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    scroll.verticalScrollBar().setValue(30)
    ring = focus_ring.ring
    assert ring is not None
    top = ring.mask().boundingRect().translated(ring.pos()).top()
    assert top >= scroll.viewport().mapTo(window, scroll.viewport().rect().topLeft()).y() - 4


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # raising and grabbing, as menus ask
def test_an_open_menu_has_no_ring(qtbot: QtBot, shown: Callable[..., QWidget], focus_ring: FocusRing) -> None:
    window = QWidget()
    button = Button("Change role")
    scroll = QScrollArea()
    scroll.setWidget(button)
    QVBoxLayout(window).addWidget(scroll)
    shown(window, 200, 200)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    focus_ring.by_keyboard = True
    chooser = QMenu(button)
    chooser.addAction("Mentor")
    chooser.popup(window.mapToGlobal(window.rect().center()))
    chooser.setFocus()
    qtbot.waitUntil(chooser.hasFocus)

    assert focus_ring.ring is None
    chooser.close()


def test_arrow_keys_move_the_choice_in_a_row(qtbot: QtBot, shown: Callable[..., QWidget]) -> None:
    choices = SegmentedControl([Segment("a", "Light"), Segment("b", "Dark")], name="Look")
    shown(choices)
    choices.button("a").setFocus()
    with qtbot.waitSignal(choices.chosen) as told:
        qtbot.keyClick(choices.button("a"), Qt.Key.Key_Right)
    assert told.args == ["b"]
    assert choices.button("b").hasFocus()


def test_a_file_dialog_comes_and_goes_without_a_mistake(
    qtbot: QtBot, shown: Callable[..., QWidget], focus_ring: FocusRing
) -> None:
    window = QWidget()
    button = Button("Import")
    QVBoxLayout(window).addWidget(button)
    shown(window, 200, 200)
    button.setFocus(Qt.FocusReason.TabFocusReason)

    def close_dialog() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.reject()

    for _ in range(3):
        QTimer.singleShot(50, close_dialog)
        names, _ = QFileDialog.getOpenFileNames(window, "Import", options=QFileDialog.Option.DontUseNativeDialog)
        assert not names  # and no exception in a slot, which pytest-qt would report
