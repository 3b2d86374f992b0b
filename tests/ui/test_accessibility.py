"""Every control of every page can be found by Tab and by a screen reader, and Tab goes round."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDateTimeEdit,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from mixer_app.domain.events import Event
from mixer_app.ui.appearance import Appearance
from mixer_app.ui.background import Background
from mixer_app.ui.main_window import MainWindow
from mixer_app.ui.places import PLACES
from mixer_app.ui.regions import takes_focus

CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView, QAbstractScrollArea)
PLACE_KEYS = ("start", *(place.key for place in PLACES))


@pytest.fixture
def window(
    database: Any,
    background: Background,
    clock: Callable[[], datetime],
    appearance: Appearance,
    shown: Callable[..., QWidget],
    event: Event,
    add: Callable[..., Any],
) -> Iterator[MainWindow]:
    add("Yusuf Çelik", role="mentor", needs_offered=("Relocation",), topics_offered=("Finance",))
    for name in ("Adaeze Nnamdi", "Bo Li", "Zoë van der Berg", "김서연 Kim Seo-yeon", "Ana Sousa"):
        add(name, role="mentee", needs_wanted=("Relocation",), topics_wanted=("Finance",))
    made = MainWindow(database=database, background=background, station="Desk 1", clock=clock, appearance=appearance)
    shown(made, 1440, 900)
    made.open_event(event)
    yield made
    made.close()


def controls(within: QWidget) -> list[QWidget]:
    """What takes the focus, except the insides of spin boxes, combo boxes and scroll areas."""
    return [widget for widget in (within, *within.findChildren(QWidget)) if takes_focus(widget) and not _inside(widget)]


def spoken(widget: QWidget) -> str:
    """What a screen reader says of a control."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


def test_every_control_has_a_name_and_a_role(window: MainWindow, settled: Callable[[], None]) -> None:
    found: list[str] = []
    for key in PLACE_KEYS:
        window.go_to(key)
        settled()
        for widget in controls(window):
            interface = QAccessible.queryAccessibleInterface(widget)
            role = interface.role() if interface is not None else QAccessible.Role.NoRole
            plain = role is QAccessible.Role.Client and not isinstance(widget, QAbstractScrollArea)
            if not spoken(widget) or plain or role is QAccessible.Role.NoRole:
                found.append(f"{key}: {type(widget).__name__} {widget.objectName()} “{spoken(widget)}” {role.name}")
    assert not found, "\n".join(found)


def test_whatever_can_be_clicked_can_be_reached_by_keys(window: MainWindow, settled: Callable[[], None]) -> None:
    found: list[str] = []
    for key in PLACE_KEYS:
        window.go_to(key)
        settled()
        found += [
            f"{key}: {type(widget).__name__} “{spoken(widget)}”"
            for widget in window.findChildren(QAbstractButton)
            if widget.isVisible()
            and widget.isEnabled()
            and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not _reached_by_arrows(widget)
            and not _inside(widget)
        ]
    assert not found, "\n".join(found)


def test_tab_goes_round_the_whole_window(qtbot: QtBot, window: MainWindow, settled: Callable[[], None]) -> None:
    found: list[str] = []
    for key in PLACE_KEYS:
        window.go_to(key)
        settled()
        seen = tab_round(qtbot, window)
        found += [
            f"{key}: {type(widget).__name__} “{spoken(widget)}”"
            for widget in controls(window)
            if widget not in seen and not any(widget.isAncestorOf(other) for other in seen) and not _in_a_group(widget)
        ]
    assert not found, "\n".join(found)


def tab_round(qtbot: QtBot, window: MainWindow) -> list[QWidget]:
    """Press Tab until the first control comes again; what had the focus on the way."""
    seen: list[QWidget] = []
    now = QApplication.focusWidget()
    while now is not None and now not in seen:
        seen.append(now)
        for _ in range(now.sectionCount() if isinstance(now, QDateTimeEdit) else 1):  # hours, then minutes
            qtbot.keyClick(now, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
    assert now is not None, f"after {seen[-1:]} the focus is nowhere"
    return seen


def test_no_label_is_its_own_buddy(window: MainWindow, settled: Callable[[], None]) -> None:
    for key in PLACE_KEYS:
        window.go_to(key)
        settled()
    assert all(label.buddy() is not label for label in window.findChildren(QLabel))


def _inside(widget: QWidget) -> bool:
    """Whether a widget is a part that Qt made of a control of its own."""
    parent = widget.parentWidget()
    if widget.objectName().startswith("qt_"):
        return True
    return isinstance(parent, QAbstractSpinBox | QComboBox) or (
        isinstance(widget, QScrollArea) and widget.focusPolicy() == Qt.FocusPolicy.NoFocus
    )


def _reached_by_arrows(widget: QAbstractButton) -> bool:
    """One of a row of its kind, of which Tab reaches the chosen one."""
    row = [other for other in widget.parentWidget().findChildren(type(widget)) if other is not widget]
    return any(other.focusPolicy() & Qt.FocusPolicy.TabFocus for other in row)


def _in_a_group(widget: QWidget) -> bool:
    """Of an exclusive group Tab reaches one, arrow keys the others."""
    return isinstance(widget, QAbstractButton) and widget.group() is not None and widget.group().exclusive()
