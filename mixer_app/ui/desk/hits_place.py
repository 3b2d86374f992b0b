"""The place under the search: an invitation, the hits, or the interruption; one of them at a time."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.ui.desk.already_card import AlreadyCard
from mixer_app.ui.desk.badge_state import BadgeState, badge_of
from mixer_app.ui.desk.hit_list import HitList
from mixer_app.ui.desk.hits import Hits
from mixer_app.ui.desk.idle_card import IdleCard
from mixer_app.ui.desk.key_hints import KeyHints
from mixer_app.ui.desk.note_band import NoteBand
from mixer_app.ui.desk.person_card import PersonCard
from mixer_app.ui.desk.words import walk_in_hint
from mixer_app.ui.widgets.flow_row import FlowRow
from mixer_app.ui.widgets.labels import LineLabel
from mixer_app.ui.widgets.laid_out_once import laid_out_once


class HitsPlace(QWidget):
    """Holds the cards and shows the ones that are meant; `turned` tells that they are others now."""

    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room: Callable[[], int] | None = None
        self.badges: Mapping[int, BadgeState] = {}
        self.idle_card = IdleCard()
        self.person_card = PersonCard()
        self.already_card = AlreadyCard()
        self.hit_list = HitList()
        self._keys = KeyHints()
        note_label = LineLabel("Scanning works wherever the cursor is", "muted_caption")
        hints = FlowRow((self._keys,), at_end=(note_label,))
        hints.setContentsMargins(24, 0, 24, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for card in (self.idle_card, self.person_card, self.already_card, self.hit_list):
            column.addWidget(card)
        column.addWidget(hints)
        column.addStretch(1)
        self.show_idle()

    def show_idle(self) -> None:
        """Nobody is looked for."""
        self.idle_card.invite()
        self.show_idle_card()

    def show_idle_card(self) -> None:
        """Show what the idle card says."""
        self._show((("F2", "walk-in"),), self.idle_card)

    def show_nobody(self, text: str) -> None:
        """Nobody fits."""
        self.idle_card.tell_nobody(text)
        self._show((("F2", walk_in_hint(text)),), self.idle_card)

    def show_not_found(self, typed: str) -> None:
        """A typed code or address is nobody's."""
        self.idle_card.tell_not_found(typed)
        self.show_idle_card()

    def show_hits(self, hits: Hits, event: Event, *, text: str, badge: str) -> None:
        """Show the chosen hit whole, and the others in rows; with their note shown, `fit` gives them room.

        `text` is what was typed, and `badge` what becomes of a badge at check-in.
        """
        if hits.chosen is None:
            return
        with laid_out_once(self, self.person_card):
            self.person_card.show_person(
                hits.chosen,
                event,
                badge=badge,
                state=badge_of(hits.chosen, self.badges),
                namesakes=hits.namesakes,
                more=hits.more_namesakes,
            )
            self.hit_list.show_people(hits.others)
            enter = ("Enter", "show the check-in" if hits.chosen.here else "check in")
            walk_in = ("F2", walk_in_hint(text))
            keys = (("↑ ↓", "choose"), enter, walk_in) if hits.others else (enter, walk_in)
            self._show(keys, self.person_card, *((self.hit_list,) if hits.others else ()))

    def show_already(self, attendee: Attendee, event: Event, *, now: datetime, station: str, badge: str) -> None:
        """Interrupt: this person is in the room."""
        state = badge_of(attendee, self.badges)
        self.already_card.show_person(attendee, event, now=now, station=station, badge=badge, state=state)
        again = (("Ctrl P", badge[:1].lower() + badge[1:]),) if badge else ()
        self._show((("Enter", "close"), *again), self.already_card)
        self.already_card.close_button.setFocus()

    def use_room(self, room: Callable[[], int]) -> None:
        """Ask this from now on how high the place may be."""
        self._room = room

    def fit(self) -> None:
        """In a low window say less of the person, so that the buttons stay in sight."""
        layout = self.layout()
        if self._room is None or layout is None:
            return
        room = self._room()
        card = self.already_card if self.interrupts else self.person_card
        for level in (2, 1, 0):
            card.show_lines(level)
            layout.activate()
            if layout.totalHeightForWidth(self.width()) <= room:
                return

    @property
    def note_bands(self) -> tuple[NoteBand, ...]:
        """The note on each card that can show a person."""
        return (self.person_card.note_band, self.already_card.note_band, self.idle_card.note_band)

    @property
    def note_band(self) -> NoteBand:
        """The note on the card that is shown."""
        if self.interrupts:
            return self.already_card.note_band
        return self.idle_card.note_band if not self.idle_card.isHidden() else self.person_card.note_band

    @property
    def interrupts(self) -> bool:
        """Whether the interruption is shown."""
        return not self.already_card.isHidden()

    def _show(self, keys: Sequence[tuple[str, str]], *cards: QWidget) -> None:
        with laid_out_once(self):
            self._keys.show_keys(keys)
            for card in (self.idle_card, self.person_card, self.already_card, self.hit_list):
                card.setVisible(card in cards)
        self.turned.emit()
