"""What staff decide after an evening: places of mentors, referrals, suggestions."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, select, update
from sqlalchemy.orm import Session

from mixer_app.domain.errors import MixerError
from mixer_app.domain.matches import MatchDecision, Pair
from mixer_app.domain.referrals import ReferralState
from mixer_app.store.rows import MatchDecisionRow, ReferralRow, Row, SuggestionRow


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredReferral:
    """A referral by numbers of attendees; see `domain.referrals.Referral`."""

    id: int = 0
    mentee_id: int
    from_id: int | None
    mentor_id: int | None
    wanted: str
    state: ReferralState
    at: datetime
    station: str

    @property
    def stands(self) -> bool:
        """Whether it was not withdrawn."""
        return self.state is not ReferralState.WITHDRAWN


def match_decisions(session: Session, event_id: int) -> dict[Pair, MatchDecision]:
    """What staff decided about each (mentor, mentee)."""
    rows = session.execute(
        select(MatchDecisionRow.mentor_id, MatchDecisionRow.mentee_id, MatchDecisionRow.decision).where(
            MatchDecisionRow.event_id == event_id
        )
    )
    return {(mentor_id, mentee_id): decision for mentor_id, mentee_id, decision in rows}


def set_match_decision(
    session: Session, event_id: int, pair: Pair, decision: MatchDecision | None, *, at: datetime, station: str
) -> None:
    """Decide about a pair (mentor, mentee), or take a decision back with None."""
    row = session.get(MatchDecisionRow, (event_id, *pair))
    if decision is None:
        if row is not None:
            session.delete(row)
    elif row is None:
        row = MatchDecisionRow(
            event_id=event_id, mentor_id=pair[0], mentee_id=pair[1], decision=decision, at=at, station=station
        )
        session.add(row)
    elif row.decision is not decision:
        row.decision, row.at, row.station = decision, at, station
    session.flush()


def decided_of(event_id: int, pair: Pair) -> dict[type[Row], ColumnElement[bool]]:
    """Every row that a decision about a pair can change."""
    mentor_id, mentee_id = pair
    return {
        MatchDecisionRow: and_(
            MatchDecisionRow.event_id == event_id,
            MatchDecisionRow.mentor_id == mentor_id,
            MatchDecisionRow.mentee_id == mentee_id,
        )
    }


def add_referral(session: Session, event_id: int, told: StoredReferral) -> int:
    """Store a referral; its number."""
    row = ReferralRow(
        event_id=event_id,
        mentee_id=told.mentee_id,
        from_id=told.from_id,
        mentor_id=told.mentor_id,
        wanted=told.wanted,
        state=told.state,
        at=told.at,
        station=told.station,
    )
    session.add(row)
    session.flush()
    return row.id


def change_referral(session: Session, referral_id: int, *, mentor_id: int | None, state: ReferralState) -> None:
    """Note who is proposed, and how far a referral has come; when it was made stays."""
    session.execute(update(ReferralRow).where(ReferralRow.id == referral_id).values(mentor_id=mentor_id, state=state))


def get_referral(session: Session, event_id: int, referral_id: int) -> StoredReferral:
    """One referral; `MixerError` if the event has none with this number."""
    row = session.get(ReferralRow, referral_id, populate_existing=True)
    if row is None or row.event_id != event_id:
        raise MixerError("This referral is no longer in the list. Look at the list again.")
    return _referral(row)


def all_referrals(session: Session, event_id: int) -> list[StoredReferral]:
    """The referrals of an event, the newest first."""
    rows = session.scalars(
        select(ReferralRow)
        .where(ReferralRow.event_id == event_id)
        .order_by(ReferralRow.at.desc(), ReferralRow.id.desc())
        .execution_options(populate_existing=True)
    )
    return [_referral(row) for row in rows]


def referrals_of(event_id: int) -> dict[type[Row], ColumnElement[bool]]:
    """Every row of an event's referrals."""
    return {ReferralRow: ReferralRow.event_id == event_id}


def confirmed_suggestions(session: Session, event_id: int) -> list[tuple[int, int | None]]:
    """(whose summary, whom it suggests or None for an invitation), in the order in which staff said so."""
    rows = session.execute(
        select(SuggestionRow.attendee_id, SuggestionRow.other_id)
        .where(SuggestionRow.event_id == event_id)
        .order_by(SuggestionRow.id)
    )
    return [(attendee_id, other_id) for attendee_id, other_id in rows]


def set_suggestion(
    session: Session, event_id: int, attendee_id: int, other_id: int | None, *, wanted: bool, at: datetime, station: str
) -> None:
    """Put a suggestion into a person's summary, or take it out again."""
    same = _suggestion(event_id, attendee_id, other_id)
    there = session.scalar(select(SuggestionRow.id).where(same).limit(1)) is not None
    if wanted and not there:
        session.add(
            SuggestionRow(event_id=event_id, attendee_id=attendee_id, other_id=other_id, at=at, station=station)
        )
    elif there and not wanted:
        session.execute(delete(SuggestionRow).where(same))
    session.flush()


def suggestion_of(event_id: int, attendee_id: int, other_id: int | None) -> dict[type[Row], ColumnElement[bool]]:
    """Every row that one suggestion can change."""
    return {SuggestionRow: _suggestion(event_id, attendee_id, other_id)}


def _suggestion(event_id: int, attendee_id: int, other_id: int | None) -> ColumnElement[bool]:
    other = SuggestionRow.other_id.is_(None) if other_id is None else SuggestionRow.other_id == other_id
    return and_(SuggestionRow.event_id == event_id, SuggestionRow.attendee_id == attendee_id, other)


def _referral(row: ReferralRow) -> StoredReferral:
    return StoredReferral(
        id=row.id,
        mentee_id=row.mentee_id,
        from_id=row.from_id,
        mentor_id=row.mentor_id,
        wanted=row.wanted,
        state=row.state,
        at=row.at,
        station=row.station,
    )
