"""What came of the answers: matches, people without one, referrals, and what staff decide about them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from mixer_app.domain.matches import MatchDecision
from mixer_app.domain.progress import Progress
from mixer_app.domain.referrals import Referral, ReferralState, Suggestion
from mixer_app.services import matches, referrals, suggestions
from mixer_app.services.matches import MutualMatch
from mixer_app.services.referrals import WantsToRefer
from mixer_app.services.suggestions import WithoutMatch
from mixer_app.ui.background import Background
from mixer_app.ui.follow_up.row_editor import Onward
from mixer_app.ui.follow_up.words import DECIDED, STATED

if TYPE_CHECKING:
    from mixer_app.services.database import Database

_SOON_MS = 1500
"""While sheets are being entered the lists are read anew once a while, not at every key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The matches, newest first, who is without, and who was referred on."""

    matches: tuple[MutualMatch, ...]
    without: WithoutMatch
    referrals: tuple[Referral, ...]
    wishes: tuple[WantsToRefer, ...]
    rounds_to_come: int


class OutcomeWork(QObject):
    """One for a page; a reading that comes late is dropped."""

    read_done = Signal(object)  # Outcome
    refused = Signal(str)
    said = Signal(str, object)

    def __init__(
        self,
        database: "Database",
        background: Background,
        station: str,
        clock: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._database, self._background, self._station, self._clock = database, background, station, clock
        self._event_id = self._readings = 0
        self.soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self.soon.timeout.connect(self.read)

    def use_event(self, event_id: int) -> None:
        """Work on this event from now on."""
        self._event_id = event_id

    def read_soon(self) -> None:
        """Read once no key has been pressed for a moment."""
        self.soon.start()

    def stop(self) -> None:
        """Read nothing more, neither by itself nor what is under way."""
        self.soon.stop()
        self._readings += 1

    def read(self) -> None:
        """Read everything that came of the answers."""
        self._readings += 1
        self._background.run(
            partial(self._outcome, self._event_id), on_done=partial(self._take, self._readings), counts=False
        )

    # what staff decide

    def suggest(self, one: Suggestion) -> None:
        """Put a suggestion into somebody's summary, or take it out again."""
        act = suggestions.withdraw_suggestion if one.confirmed else suggestions.suggest
        other = one.other.attendee_id if one.other else None
        told = f"{'Withdrew the suggestion' if one.confirmed else 'Suggested'}: {one.words}"
        self._write(told, act, self._event_id, one.attendee_id, other)

    def suggest_other(self, one: Suggestion, other_id: int | None, told: str) -> None:
        """Put someone else into somebody's summary, in the place of what was confirmed; None: an invitation."""
        self._write(told, suggestions.suggest, self._event_id, one.attendee_id, other_id)

    def decide(self, match: MutualMatch, decision: MatchDecision | None) -> None:
        """Decide about a mutual match; None takes a decision back."""
        told = DECIDED[decision].format(mentor=match.mentor.name.shown, mentee=match.mentee.name.shown)
        self._write(told, matches.decide_match, self._event_id, match.mentor_id, match.mentee_id, decision)

    def set_state(self, referral: Referral, state: ReferralState) -> None:
        """Note how far a referral has come."""
        mentor = referral.mentor.shown if referral.mentor else "nobody"
        told = STATED[state].format(mentor=mentor, mentee=referral.mentee.shown)
        self._write(told, referrals.set_referral_state, self._event_id, referral.id, state)

    def propose(self, referral: Referral, mentor_id: int, mentor: str) -> None:
        """Propose someone else."""
        told = f"Proposed {mentor} for {referral.mentee.shown}"
        self._write(told, referrals.propose, self._event_id, referral.id, mentor_id)

    def refer(self, wish: WantsToRefer, onward: Onward) -> None:
        """Say to whom or for what a mentor would refer a mentee on."""
        named: dict[str, Any] = {
            "from_id": wish.mentor_id, "wanted": onward.wanted, "mentor_id": onward.mentor_id,
        }  # fmt: skip
        self._write(f"Referred {wish.mentee.shown}", referrals.refer, self._event_id, wish.mentee_id, **named)

    def seat(self, referral: Referral) -> None:
        """Bring the two together in a round to come."""
        self._background.run(
            lambda _progress: referrals.seat_referral(
                self._database, self._event_id, referral.id, station=self._station, clock=self._clock
            ),
            on_done=partial(self._tell, "", None),
            on_failed=self.refused.emit,
        )

    # what else there is to choose from

    def ask_mentors(self, referral: Referral, show: Callable[..., object]) -> None:
        """Read who else could be proposed; `show` is called with the proposals."""
        self._ask(show, referrals.propose_mentors, self._event_id, referral.mentee_id, referral.wanted)

    def ask_others(self, attendee_id: int, show: Callable[..., object]) -> None:
        """Read whom else somebody could be suggested; `show` is called with the proposals."""
        self._ask(show, suggestions.suggestions_for, self._event_id, attendee_id)

    def _ask(self, show: Callable[..., object], service: Callable[..., Any], *arguments: Any) -> None:
        self._background.run(
            lambda _progress: self._database.read(service, *arguments),
            on_done=show,  # type: ignore[arg-type]  # what it returns is nobody's
            on_failed=self.refused.emit,
        )

    def _write(self, told: str, service: Callable[..., Any], *arguments: Any, **named: Any) -> None:
        """Do something that the journal can take back; `told` says it."""
        work = partial(self._database.write, service, *arguments, station=self._station, now=self._clock(), **named)
        self._background.run(lambda _progress: work(), on_done=partial(self._tell, told), on_failed=self.refused.emit)

    def _tell(self, told: str, *done: Any) -> None:
        """`done` is an entry of the journal, what holds one, or a sentence of its own."""
        last = done[-1]
        if isinstance(last, str):
            self.said.emit(last, None)
        else:
            self.said.emit(told, getattr(last, "entry_id", last))
        self.read()

    def _outcome(self, event_id: int, progress: Progress) -> Outcome:
        read = self._database.read
        return Outcome(
            matches=tuple(read(matches.list_matches, event_id)),
            without=read(suggestions.people_without_match, event_id),
            referrals=tuple(read(referrals.list_referrals, event_id)),
            wishes=tuple(read(referrals.wants_to_refer, event_id)),
            rounds_to_come=read(referrals.rounds_to_come, event_id, now=self._clock()),
        )

    def _take(self, number: int, outcome: Outcome) -> None:
        if number == self._readings:
            self.read_done.emit(outcome)
