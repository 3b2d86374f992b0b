"""What the projectors show: said on a button of the head, chosen in its menu."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from mixer_app.domain.evening import EveningNow
from mixer_app.domain.projector import FEW_ENOUGH, ProjectorLayout, ProjectorState
from mixer_app.domain.projector_frames import picture_now
from mixer_app.ui.projector.opening import screen_names
from mixer_app.ui.widgets import Button, menu

_WORDS: Final = {
    ProjectorLayout.AUTOMATIC: "Follow the evening",
    ProjectorLayout.COUNTDOWN: "Countdown",
    ProjectorLayout.TABLES: "Find your table",
    ProjectorLayout.MESSAGE: "Message",
}
_SHORT: Final = {
    ProjectorLayout.COUNTDOWN: "countdown",
    ProjectorLayout.TABLES: "tables",
    ProjectorLayout.MESSAGE: "message",
}
_PARTS: Final = (2, 3, 4)


class ProjectorButton(Button):
    """Tells what was chosen: a layout, whether the chimes are muted, or a screen to open a projector on."""

    chosen = Signal(str, object)  # a name of `ProjectorState` and its value
    screen_chosen = Signal(int, int, int)  # from 1; the part of the alphabet, from 1, and of how many

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Projector", icon_name="presentation", icon_after="caret-down", parent=parent)
        self.setObjectName("projector_button")
        self._state = ProjectorState()
        self._names = 0
        self._menu = menu(self)
        self.setMenu(self._menu)
        self._menu.aboutToShow.connect(self._fill)

    def show_state(self, state: ProjectorState, evening: EveningNow | None, *, plan_is_out: bool, names: int) -> None:
        """Say which picture is on; `names` is how many people look for a table."""
        self._state, self._names = state, names
        if evening is None:
            return
        picture = picture_now(evening, state, can_find_tables=plan_is_out)
        words = f"Projector: {_SHORT.get(picture, picture.value)}"
        if words != self.text():
            self.setText(words)

    def _fill(self) -> None:
        self._menu.clear()
        for layout, words in _WORDS.items():
            self._add(words, layout is self._state.layout, partial(self.chosen.emit, "layout", layout))
        self._menu.addSeparator()
        muted = self._state.muted
        self._add("Mute the chimes", muted, partial(self.chosen.emit, "muted", not muted))

        self._menu.addSeparator()
        for number, name in enumerate(screen_names(), 1):
            self._menu.addAction(f"Open on screen {name}", partial(self.screen_chosen.emit, number, 1, 1))
        if self._names > FEW_ENOUGH:
            self._add_parts()

    def _add_parts(self) -> None:
        """For so many names several projectors, each with a part of the alphabet."""
        for number, name in enumerate(screen_names(), 1):
            parts_menu = menu(self._menu)
            parts_menu.setTitle(f"Open with a part of the names on screen {name}")
            for parts in _PARTS:
                for part in range(1, parts + 1):
                    act = partial(self.screen_chosen.emit, number, part, parts)
                    parts_menu.addAction(f"Part {part} of {parts}", act)
            self._menu.addMenu(parts_menu)

    def _add(self, words: str, checked: bool, act: Callable[[], object]) -> None:
        entry = QAction(words, self._menu)
        entry.setCheckable(True)
        entry.setChecked(checked)
        entry.triggered.connect(act)
        self._menu.addAction(entry)
