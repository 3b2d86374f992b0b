"""The menu of filters, which can be typed in: the usual ones first, everything else by its letters."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from mixer_app.domain.folding import fold, words_of

_MOST: Final = 14
"""So many hits of what was typed are offered."""


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A filter as it is offered; `usual` ones are there before anything is typed."""

    title: str
    words: str
    on: bool
    turn: Callable[[bool], None]
    people: int | None = None
    usual: bool = True

    @property
    def shown(self) -> str:
        """The line of the menu."""
        text = f"{self.title}: {self.words}".replace("&", "&&")
        return text if self.people is None else f"{text}\t{self.people:,}"


class FilterMenu(QMenu):
    """Letters narrow it down, Backspace takes one back, arrows and Enter choose, Esc closes."""

    narrowed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("filter_menu")
        self.setAccessibleName("Filters")
        self._entries: Sequence[MenuEntry] = ()
        self._typed = ""

    def offer(self, entries: Sequence[MenuEntry]) -> None:
        """Begin with these filters and nothing typed."""
        self._entries, self._typed = entries, ""
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if event.key() == Qt.Key.Key_Backspace and self._typed:
            self._narrow(self._typed[:-1])
        elif text.isprintable() and text and (text != " " or self._typed):
            self._narrow(self._typed + text)
        else:
            super().keyPressEvent(event)

    def _narrow(self, typed: str) -> None:
        self._typed = typed
        self._fill()
        first = next((one for one in self.actions() if one.isEnabled() and not one.isSeparator()), None)
        if typed and first is not None:
            self.setActiveAction(first)
        self.narrowed.emit(typed)

    def _fill(self) -> None:
        self.clear()
        hint = self._typed or "Type an employer, field, topic, need or file"
        self.addAction(hint).setEnabled(False)
        self.addSeparator()
        before = ""
        for entry in self._found():
            if before not in ("", entry.title) and not self._typed:
                self.addSeparator()
            before = entry.title
            action = self.addAction(entry.shown)
            action.setCheckable(True)
            action.setChecked(entry.on)
            action.toggled.connect(partial(_turn, entry))
        if not before:
            self.addAction("No filter is called so").setEnabled(False)
        self.adjustSize()

    def _found(self) -> list[MenuEntry]:
        if not self._typed.strip():
            return [entry for entry in self._entries if entry.usual or entry.on]
        typed = words_of(self._typed)
        hits = [entry for entry in self._entries if _has(entry, typed)]
        return hits[:_MOST]


def _turn(entry: MenuEntry, on: bool) -> None:  # bound by `partial`
    entry.turn(on)


def _has(entry: MenuEntry, typed: Sequence[str]) -> bool:
    words = words_of(fold(f"{entry.title} {entry.words}"))
    return all(any(word.startswith(part) for word in words) for part in typed)
