"""From the wish to reseat to the slips: look, read, apply, print, undo."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from mixer_app.domain.evening import EveningNow, Phase
from mixer_app.domain.room import Room
from mixer_app.ui.live.lines import AppliedBar
from mixer_app.ui.live.live_body import LiveBody
from mixer_app.ui.live.live_work import LiveWork
from mixer_app.ui.live.reseat_card import NOW
from mixer_app.ui.live.slips import SlipPrinter
from mixer_app.ui.widgets.announcing import announce

if TYPE_CHECKING:
    from mixer_app.services.reseat import ReseatDone, ReseatProposal


class ReseatFlow(QObject):
    """Between the card that shows the changes and the work that finds and applies them."""

    def __init__(
        self,
        body: LiveBody,
        applied_bar: AppliedBar,
        work: LiveWork,
        slips: SlipPrinter,
        may_reseat: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._may_reseat = may_reseat  # tells a person why they may not
        self._body, self._card, self._applied_bar = body, body.reseat, applied_bar
        self._work, self._slips = work, slips
        self._room: Room | None = None
        self._evening: EveningNow | None = None
        card = self._card
        card.look_asked.connect(self.look)
        card.apply_asked.connect(self.apply)
        body.verdict_bar.apply_asked.connect(self.apply)
        card.from_chosen.connect(self._change_from)
        card.cancel_asked.connect(work.cancel_search)
        card.finish_asked.connect(work.finish_search)
        applied_bar.undo_asked.connect(self._undo)
        work.progressed.connect(card.show_progress)
        work.search_ended.connect(card.end)
        work.found.connect(self._show_found)
        work.applied.connect(self._take_applied)

    def forget(self) -> None:
        """Another event is shown."""
        self._room, self._evening = None, None
        self._applied_bar.forget()
        self._card.forget()

    def show_room(self, room: Room) -> None:
        """Show the room; those whom a reseating has seen to already are no reason for another."""
        self._room = room
        applied = self._applied_bar.applied
        self._body.show_room(room, seen_to=applied[0].away_ids if applied else frozenset())

    def show_evening(self, evening: EveningNow) -> None:
        """Follow the clock: what was applied can be undone here until the round begins that it is about."""
        self._evening = evening
        self._applied_bar.follow(evening, self._room.plan_version if self._room is not None else None)

    @Slot()
    def look(self) -> None:
        """Look for the least change, from the round that is chosen on."""
        number = self._first_round()
        if number is not None and self._may_reseat():
            self._body.open_panel()
            self._card.begin()
            self._work.search(number)

    @Slot()
    def apply(self) -> None:
        """Make the changes that are shown."""
        if self._card.can_apply and self._card.proposal is not None and self._may_reseat():
            self._work.apply(self._card.proposal)

    def _first_round(self) -> int | None:
        evening = self._evening
        if evening is None or self._room is None or self._room.plan_id is None:
            return None
        following = evening.next_round
        if evening.phase is Phase.ROUND and (self._card.from_switch.key == NOW or following is None):
            return evening.round
        return following.number if following is not None else None

    def _change_from(self, key: str) -> None:
        """A list is shown or looked for: show the one from the other round instead."""
        if self._card.proposal is not None or self._work.searching:
            self.look()

    def _show_found(self, proposal: "ReseatProposal") -> None:
        self._card.show_proposal(proposal)
        announce(self._card, self._card.verdict_label.text())
        if self._room is not None:
            self._card.tell_stale(proposal.stale_since(self._room))

    def _take_applied(self, proposal: "ReseatProposal", done: "ReseatDone") -> None:
        paper = self._card.wants_paper
        self._applied_bar.show_applied(proposal, done)
        self._card.forget()
        self._body.close_panel()
        if self._room is not None:
            self.show_room(self._room)
            if paper:
                self._slips.print_slips(self._room.event, proposal, done)

    def _undo(self) -> None:
        if self._applied_bar.applied is not None and self._may_reseat():
            self._work.take_back(self._applied_bar.applied[1].entry_id)
