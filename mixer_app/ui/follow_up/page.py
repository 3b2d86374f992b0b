"""The Follow-up page: answers from paper, and everything that follows from them."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any, ClassVar, Final

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from mixer_app.domain.events import Event
from mixer_app.domain.referrals import Proposal, Referral, Suggestion
from mixer_app.domain.staff_roles import StaffAct
from mixer_app.services.paper import Document
from mixer_app.ui.follow_up.entry_card import EntryCard
from mixer_app.ui.follow_up.entry_work import EntryState, EntryWork, Known
from mixer_app.ui.follow_up.export_note import open_in_system
from mixer_app.ui.follow_up.frame import ENTER, MATCHES, SUMMARIES, FollowUpFrame
from mixer_app.ui.follow_up.matches_place import MATCHED, WITHOUT
from mixer_app.ui.follow_up.outcome_work import Outcome, OutcomeWork
from mixer_app.ui.follow_up.proposals_menu import offer_proposals
from mixer_app.ui.follow_up.summaries_view import SummaryRow
from mixer_app.ui.follow_up.summaries_work import FolderChooser, SummariesWork, ask_for_folder
from mixer_app.ui.page import Page
from mixer_app.ui.printing.choice import PrintChoice
from mixer_app.ui.scanning.scanner import Scanner, monotonic_ms

_INVITE: Final = "Invite to the next event"


class FollowUpPage(Page):
    """The organizer's; `choose_folder` and `open_folder` are the system's unless a test gives others."""

    place: ClassVar[str] = "follow_up"
    title: ClassVar[str] = "Follow-up"
    icon: ClassVar[str] = "handshake"
    takes_scans = True

    def __init__(
        self,
        *,
        key_clock_ms: Callable[[], float] = monotonic_ms,
        choose_folder: FolderChooser = ask_for_folder,
        open_folder: Callable[..., object] = open_in_system,
        **given: Any,
    ) -> None:
        super().__init__(**given)
        parts: dict[str, Any] = {
            "database": self.database,
            "background": self.background,
            "station": self.station,
            "clock": self.clock,
        }
        self.entry_work, self.outcome_work = EntryWork(**parts, parent=self), OutcomeWork(**parts, parent=self)
        self.summaries_work = SummariesWork(self.database, self.background, self.clock, choose_folder, self)
        self._is_open = False
        self._since: datetime | None = None
        self._open_folder = open_folder
        self.entry_card = EntryCard(self.entry_work, self.clock)
        self.frame = FollowUpFrame(self, self.title, self.entry_card)
        self.scanner = Scanner(self, self._may_be_typed, key_clock_ms)
        self._connect()

    # what the window asks

    def show_event(self, event: Event) -> None:
        """Enter the sheets of this event."""
        if self.event_shown is None or self.event_shown.id != event.id:
            self._since = self.clock()
            self._forget()
            self.entry_work.use_event(event.id)
            self.outcome_work.use_event(event.id)
        self.frame.show_event(event.name)
        super().show_event(event)

    def refresh(self) -> None:
        if self.event_shown is not None:
            self.take_access()
            self._read()

    def take_access(self) -> None:
        """Open where somebody may read answers; nothing of them stays in the window where nobody may."""
        if not self.access.may(StaffAct.ENTER_ANSWERS):
            self._close()
        elif self.event_shown is not None:
            opens, self._is_open = not self._is_open, True
            self.frame.open(guarded=self.access.guarded)
            if opens:
                self._open()

    def show_target(self, target: object) -> None:
        """Show one of the views: `target` is its key."""
        if isinstance(target, str):
            self.frame.choose(target)

    def search_field(self) -> QWidget | None:
        return self.frame.search_field()

    def regions(self) -> list[QWidget]:
        return self.frame.regions()

    def release(self) -> None:
        self._stop()

    # what is done

    def _connect(self) -> None:
        self._connect_entry()
        self._connect_outcome()
        frame, summaries = self.frame, self.frame.summaries
        frame.settings_button.clicked.connect(partial(self._go, "settings"))
        frame.view_shown.connect(self._read_view)
        frame.print_button.clicked.connect(partial(self._print))
        frame.export_button.clicked.connect(partial(self._export))
        summaries.print_asked.connect(self._print)
        summaries.export_asked.connect(self._export)
        self.summaries_work.summaries_read.connect(summaries.show_summaries)
        self.summaries_work.unread.connect(summaries.show_none)
        self.summaries_work.refused.connect(self.failed)
        self.summaries_work.exported.connect(frame.export_note.tell)
        frame.export_note.folder_wanted.connect(self._open_folder)

    def _connect_entry(self) -> None:
        enter, work = self.frame.enter, self.entry_work
        self.scanner.scanned.connect(self._scanned)
        work.known_read.connect(self._take_known)
        work.state_read.connect(self._take_state)
        work.refused.connect(self.failed)
        work.said.connect(self._said)
        work.written.connect(self.changed)
        work.written.connect(self.outcome_work.read_soon)
        enter.entered_card.undo_asked.connect(work.undo_sheet)
        enter.matches_card.all_wanted.connect(partial(self._show_all, MATCHED))
        enter.without_card.all_wanted.connect(partial(self._show_all, WITHOUT))

    def _connect_outcome(self) -> None:
        work, referrals, matches = self.outcome_work, self.frame.referrals, self.frame.matches
        work.read_done.connect(self._take_outcome)
        work.refused.connect(self.failed)
        work.said.connect(self._said)
        for source in (self.frame.enter.without_card, matches.without):
            source.suggest_asked.connect(work.suggest)
            source.others_asked.connect(self._offer_others)
        matches.matches.decided.connect(work.decide)
        referrals.state_wanted.connect(work.set_state)
        referrals.seat_wanted.connect(work.seat)
        referrals.referred.connect(work.refer)
        referrals.mentors_asked.connect(self._offer_mentors)

    def _read(self) -> None:
        if self._is_open and self.isVisible() and not self.entry_work.busy:
            self.entry_work.read()
            self.outcome_work.read()
            self._read_view(self.frame.view_key)

    def _read_view(self, key: str) -> None:
        if key == SUMMARIES and self.event_shown is not None and self._is_open:
            self.frame.summaries.show_reading()
            self.summaries_work.read(self.event_shown.id)

    def _take_known(self, known: Known) -> None:
        self.entry_card.show_known(known)
        self.frame.show_known(known)

    def _take_state(self, state: EntryState) -> None:
        if self._is_open:
            self.entry_card.show_progress(state.progress)
            self.frame.enter.entered_card.show_sheets(state.last)

    def _take_outcome(self, outcome: Outcome) -> None:
        if self._is_open:
            self.frame.show_outcome(outcome, since=self._since)
            self.note_read()

    def _said(self, sentence: str, entry_id: object) -> None:
        if entry_id is not None or sentence:
            self.said.emit(sentence, entry_id)
        self.changed.emit()
        self._read_view(self.frame.view_key)

    def _scanned(self, code: str) -> None:
        """A sheet: whatever was shown, it is entered now."""
        self.frame.choose(ENTER)
        self.entry_card.scan(code)

    def _show_all(self, key: str) -> None:
        self.frame.matches.choose(key)
        self.frame.choose(MATCHES)

    def _offer_mentors(self, referral: Referral, button: QWidget) -> None:
        def choose(one: Proposal) -> None:
            self.outcome_work.propose(referral, one.attendee_id, one.name.shown)

        self.outcome_work.ask_mentors(referral, partial(offer_proposals, button, choose))

    def _offer_others(self, one: Suggestion, button: QWidget) -> None:
        def choose(other: Proposal) -> None:
            told = f"Suggested {other.name.shown} to {one.name.shown}"
            self.outcome_work.suggest_other(one, other.attendee_id, told)

        told = f"Invited {one.name.shown} to the next event"
        besides = [(_INVITE, partial(self.outcome_work.suggest_other, one, None, told))]
        self.outcome_work.ask_others(one.attendee_id, partial(self._show_others, button, choose, besides))

    @staticmethod
    def _show_others(
        button: QWidget,
        choose: Callable[[Proposal], object],
        besides: Sequence[tuple[str, Callable[[], object]]],
        proposals: Sequence[Proposal],
    ) -> None:
        offer_proposals(button, choose, proposals, besides=besides)

    def _print(self, row: SummaryRow | bool = False) -> None:
        ids = frozenset((row.attendee_id,)) if isinstance(row, SummaryRow) else None
        self.go_to.emit("print", PrintChoice(document=Document.FOLLOW_UP, attendee_ids=ids))

    def _export(self, row: SummaryRow | bool = False) -> None:
        if self.event_shown is not None:
            self.summaries_work.export(self.event_shown, row if isinstance(row, SummaryRow) else None)

    def _go(self, place: str, _checked: bool = False) -> None:
        self.go_to.emit(place, None)

    # open and locked

    def _open(self) -> None:
        self.scanner.listen(on=self.isVisible())
        self._read()
        if self.isVisible() and (field := self.frame.search_field()) is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self._is_open, self.read_at = False, None
        self.scanner.listen(on=False)
        self._stop()
        self._forget()
        self.frame.close()

    def _forget(self) -> None:
        self.entry_card.show_nothing()
        self.frame.forget()

    def _stop(self) -> None:
        self.entry_work.stop()
        self.outcome_work.stop()
        self.summaries_work.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:  # the text may be larger now
            QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        self.frame.fit(self.width(), self.height())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.scanner.listen(on=self._is_open)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.scanner.listen(on=False)
        self.outcome_work.soon.stop()

    def _may_be_typed(self, widget: QWidget) -> bool:
        """Whether a burst that is no badge code may be typing: a name in the field, or a note."""
        return widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget is not self.entry_card.view
