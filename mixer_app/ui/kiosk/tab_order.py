"""Where Tab goes: what a page is for before its frame, and a group as one stop in which arrows walk."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


@runtime_checkable
class KnowsItsStops(Protocol):
    """A part that says itself where Tab stops in it, and in which order."""

    def tab_stops(self) -> Sequence[QWidget]:
        """What Tab reaches in this part at the moment."""
        ...


def stops_in(*parts: QWidget) -> list[QWidget]:
    """What Tab reaches in these parts, in the order of their children."""
    found: list[QWidget] = []
    for part in parts:
        if part.isHidden() or not part.isEnabled():
            continue
        if isinstance(part, KnowsItsStops):
            found += part.tab_stops()
        elif part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(part)
        else:
            found += stops_in(*(child for child in part.children() if isinstance(child, QWidget)))
    return found


def one_of(group: Sequence[QWidget], usual: QWidget | None) -> list[QWidget]:
    """The one stop of a group: what has the keyboard in it, or where it is usually entered."""
    entered = next((one for one in group if one.hasFocus()), usual)
    return [entered] if entered is not None else []


def go_on(stops: Sequence[QWidget], *, forward: bool) -> bool:
    """Give the keyboard to the next stop, or the one before; past the end it begins again."""
    if not stops:
        return False
    focused = QApplication.focusWidget()
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    step = 1 if forward else -1
    place = stops.index(focused) + step if focused in stops else min(step, 0)
    stops[place % len(stops)].setFocus(reason)
    return True
