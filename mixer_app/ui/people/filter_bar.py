"""The filters of the people table: a chip for each that is on, a menu for more, and how many are left."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mixer_app.domain.roles import Role
from mixer_app.ui.people.facets import DOUBLES, Facet, Mark, MarkCounts
from mixer_app.ui.people.filter_menu import FilterMenu, MenuEntry
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


_USUAL: Final = frozenset({Facet.DOUBLE, Facet.BADGE, Facet.CAME})
"""Kinds that are offered before anything is typed, and of imports the newest few."""
_FEW: Final = 3


def _mark_choice(mark: Mark, words: str) -> FilterChoice:
    return FilterChoice(
        mark[0],
        words,
        lambda asked: mark in asked.marks,
        lambda asked, on: replace(asked, marks=asked.marks | {mark} if on else asked.marks - {mark}),
    )


class FilterBar(QWidget):
    """Chips, the menu and the count; `changed` carries the filter that is asked for."""

    changed = Signal(object)  # PeopleFilter
    all_cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.asked = PeopleFilter()
        self._counts = MarkCounts()
        self._build()

    def _build(self) -> None:
        self.chips_row = FlowRow()
        self.filter_button = Button("Filter", kind=QUIET, icon_name="plus", small=True)
        self.filter_button.setObjectName("filter_button")
        self._menu = FilterMenu(self.filter_button)
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
        on = self._on()
        if on:
            self.set_filter(on[-1].turned(self.asked, False))

    def offer(self, counts: MarkCounts) -> None:
        """Know what people can be picked out by now."""
        self._counts = counts

    def turn_doubles(self) -> None:
        """Show only who may be in the list twice, or everyone again."""
        self._turn(_mark_choice(DOUBLES, DOUBLES[1]), DOUBLES not in self.asked.marks)

    def show_counts(self, shown: int, total: int) -> None:
        """Say how many of how many are shown."""
        self.count_label.setText(f"{shown:,}")
        self.total_label.setText(f"of {total:,}")

    def chips(self) -> list[Chip]:
        """The chips that are shown."""
        return self._chips

    def _show_chips(self) -> None:
        self._chips = [self._chip(choice) for choice in self._on()]
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

    def _on(self) -> list[FilterChoice]:
        """The filters that are on, in the order of their chips."""
        kinds = list(Facet)
        marks = sorted(self.asked.marks, key=lambda mark: (kinds.index(mark[0]), mark[1]))
        fixed = [choice for choice in CHOICES if choice.is_on(self.asked)]
        return [*fixed, *(_mark_choice(mark, self._counts.words(mark)) for mark in marks)]

    def _fill_menu(self) -> None:
        fixed = [MenuEntry(one.title, one.words, one.is_on(self.asked), partial(self._turn, one)) for one in CHOICES]
        files = 0
        marks: list[MenuEntry] = []
        for offered in self._counts.offered():
            choice = _mark_choice(offered.mark, offered.words)
            files += offered.mark[0] is Facet.IMPORT
            usual = offered.mark[0] in _USUAL or (offered.mark[0] is Facet.IMPORT and files <= _FEW)
            on = choice.is_on(self.asked)
            marks.append(MenuEntry(choice.title, choice.words, on, partial(self._turn, choice), offered.people, usual))
        self._menu.offer([*fixed, *marks])

    def _clear_clicked(self) -> None:
        self.set_filter(PeopleFilter())
        self.all_cleared.emit()
