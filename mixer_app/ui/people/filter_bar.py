"""The filters of the people table: a chip for each that is on, a menu for more, and how many are left."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from mixer_app.domain.roles import Role
from mixer_app.ui.people.rows import ROLE_WORDS, Standing
from mixer_app.ui.people.table_model import PeopleFilter
from mixer_app.ui.widgets import QUIET, Button, Chip, label
from mixer_app.ui.widgets.flow_row import FlowRow


@dataclass(frozen=True, slots=True)
class FilterChoice:
    """One filter as the menu offers it, and what it does to the filter as a whole."""

    title: str
    words: str
    is_on: Callable[[PeopleFilter], bool]
    turned: Callable[[PeopleFilter, bool], PeopleFilter]


def _role_choice(role: Role) -> FilterChoice:
    return FilterChoice(
        "Role",
        ROLE_WORDS[role],
        lambda asked: role in asked.roles,
        lambda asked, on: replace(asked, roles=asked.roles | {role} if on else asked.roles - {role}),
    )


def _standing_choice(standing: Standing) -> FilterChoice:
    return FilterChoice(
        "Status",
        standing,
        lambda asked: standing in asked.standings,
        lambda asked, on: replace(
            asked, standings=asked.standings | {standing} if on else asked.standings - {standing}
        ),
    )


CHOICES: Final = (
    *(_role_choice(role) for role in (Role.MENTOR, Role.MENTEE, Role.BOTH)),
    *(_standing_choice(standing) for standing in Standing),
    FilterChoice(
        "Missing", "email", lambda asked: asked.without_email, lambda asked, on: replace(asked, without_email=on)
    ),
)


class FilterBar(QWidget):
    """Chips, the menu and the count; `changed` carries the filter that is asked for."""

    changed = Signal(object)  # PeopleFilter
    all_cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.asked = PeopleFilter()
        self._build()

    def _build(self) -> None:
        self.chips_row = FlowRow()
        self.filter_button = Button("Filter", kind=QUIET, icon_name="plus", small=True)
        self.filter_button.setObjectName("filter_button")
        self._menu = QMenu(self.filter_button)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.filter_button.setMenu(self._menu)
        self.clear_button = Button("Clear", kind=QUIET, small=True)
        self.clear_button.setObjectName("clear_filters_button")
        self.clear_button.clicked.connect(self._clear_clicked)
        self.count_label = label("", "body_strong")
        self.total_label = label("", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.chips_row, 1)
        counts = QHBoxLayout()
        counts.setSpacing(4)
        counts.addWidget(self.count_label)
        counts.addWidget(self.total_label)
        row.addLayout(counts)
        self._show_chips()

    def set_filter(self, asked: PeopleFilter) -> None:
        """Ask for these rows and tell it."""
        if asked != self.asked:
            self.asked = asked
            self._show_chips()
            self.changed.emit(asked)

    def remove_last(self) -> None:
        """Take the last chip away: Backspace in the empty search."""
        on = [choice for choice in CHOICES if choice.is_on(self.asked)]
        if on:
            self.set_filter(on[-1].turned(self.asked, False))

    def show_counts(self, shown: int, total: int) -> None:
        """Say how many of how many are shown."""
        self.count_label.setText(f"{shown:,}")
        self.total_label.setText(f"of {total:,}")

    def chips(self) -> list[Chip]:
        """The chips that are shown."""
        return self._chips

    def _show_chips(self) -> None:
        self._chips = [self._chip(choice) for choice in CHOICES if choice.is_on(self.asked)]
        self.filter_button.setParent(self)
        self.clear_button.setParent(self)
        self.clear_button.setVisible(bool(self._chips))
        keep = [self.filter_button, *([self.clear_button] if self._chips else [])]
        self.chips_row.show_widgets([*self._chips, *keep], keep=keep)

    def _chip(self, choice: FilterChoice) -> Chip:
        chip = Chip(choice.words, label=choice.title, tone="accent", removable=True)
        chip.removed.connect(partial(self._turn, choice, False))
        return chip

    def _turn(self, choice: FilterChoice, on: bool) -> None:  # bound by `partial`
        self.set_filter(choice.turned(self.asked, on))

    def _fill_menu(self) -> None:
        self._menu.clear()
        for at, choice in enumerate(CHOICES):
            if at and CHOICES[at - 1].title != choice.title:
                self._menu.addSeparator()
            action = self._menu.addAction(f"{choice.title}: {choice.words}")
            action.setCheckable(True)
            action.setChecked(choice.is_on(self.asked))
            action.toggled.connect(partial(self._turn, choice))

    def _clear_clicked(self) -> None:
        self.set_filter(PeopleFilter())
        self.all_cleared.emit()
