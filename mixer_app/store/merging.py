"""Rows of several attendees and persons put together: what each had belongs to the one who is kept."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, delete, or_, select, update
from sqlalchemy.orm import Session

from mixer_app.domain.folding import email_key
from mixer_app.domain.people import Attendee, Status
from mixer_app.domain.plan_edits import PairRule
from mixer_app.store import merging_afterwards
from mixer_app.store.rows import (
    AnswerRow,
    AttendeeNeedRow,
    AttendeeRow,
    AttendeeTopicRow,
    CheckInRow,
    ContactCheckRow,
    DeskCallRow,
    ImportedAnswerRow,
    IntroductionRow,
    PairRuleRow,
    PersonRow,
    PlanMemberRow,
    PlanWithoutRow,
    PrintJobRow,
    Row,
    SightingRow,
    TableRow,
    WishRow,
    WrongTryRow,
)

_GOES_ALONG: Final = (CheckInRow, PrintJobRow, DeskCallRow, WrongTryRow)
"""Records of an attendee of which there can be many."""


def rows_concerned(
    event_id: int, attendee_ids: Collection[int], person_ids: Collection[int]
) -> dict[type[Row], ColumnElement[bool]]:
    """Every row that merging these attendees of an event, and these persons, can change."""
    people = list(attendee_ids)
    of_event = select(AttendeeRow.id).where(AttendeeRow.event_id == event_id)
    return {
        AttendeeRow: or_(AttendeeRow.id.in_(people), AttendeeRow.merged_into.in_(people)),
        PersonRow: or_(PersonRow.id.in_(person_ids), PersonRow.merged_into.in_(person_ids)),
        **{
            kind: kind.attendee_id.in_(people)
            for kind in (AttendeeTopicRow, AttendeeNeedRow, ImportedAnswerRow, *_GOES_ALONG, PlanMemberRow, SightingRow)
        },
        PlanWithoutRow: PlanWithoutRow.attendee_id.in_(people),
        WishRow: WishRow.attendee_id.in_(of_event),
        AnswerRow: or_(AnswerRow.from_id.in_(people), AnswerRow.to_id.in_(people)),
        IntroductionRow: or_(IntroductionRow.mentor_id.in_(people), IntroductionRow.mentee_id.in_(people)),
        PairRuleRow: or_(PairRuleRow.mentor_id.in_(people), PairRuleRow.mentee_id.in_(people)),
        ContactCheckRow: or_(ContactCheckRow.mentor_id.in_(people), ContactCheckRow.mentee_id.in_(people)),
        TableRow: TableRow.event_id == event_id,
        **merging_afterwards.concerned(people),
    }


def persons_of(session: Session, attendee_ids: Collection[int]) -> list[int]:
    """The persons behind attendees, and those who stand for them."""
    rows = session.execute(
        select(PersonRow.id, PersonRow.merged_into)
        .join(AttendeeRow, AttendeeRow.person_id == PersonRow.id)
        .where(AttendeeRow.id.in_(attendee_ids))
    )
    return sorted({person for some in rows for person in some if person is not None})


def merge_persons(session: Session, kept: int, others: Collection[int]) -> None:
    """Let the person `kept` stand for the others, and for whom those stood already."""
    going = [person for person in others if person != kept]
    session.execute(
        update(PersonRow).where(or_(PersonRow.id.in_(going), PersonRow.merged_into.in_(going))).values(merged_into=kept)
    )


def merge_attendees(session: Session, kept: Attendee, other: Attendee, *, now: datetime) -> None:
    """Give `kept` all that `other` of the same event has: records, introductions, answers, what others said of them.

    `other` stays as an empty place that leads to `kept`, so that an old badge still works.
    """
    for kind in _GOES_ALONG:
        session.execute(update(kind).where(kind.attendee_id == other.id).values(attendee_id=kept.id))
    session.execute(update(WishRow).where(WishRow.target_id == other.id).values(target_id=kept.id))
    _move_answers(session, kept.id, other.id)
    merging_afterwards.move_afterwards(session, kept.id, other.id)
    _move_introductions(session, kept.id, other.id)
    _move_places(session, kept.id, other.id)
    _move_pair_rules(session, kept.id, other.id)
    _move_contact_checks(session, kept.id, other.id)
    _move_sightings(session, kept.id, other.id)
    _move_table(session, kept.id, other.id)
    session.execute(
        update(AttendeeRow)
        .where(AttendeeRow.id == other.id)
        .values(
            status=Status.CANCELLED, checked_in_at=None, checked_in_where="", left_at=None, merged_into=kept.id,
            updated_at=now,
        )
    )  # fmt: skip
    session.execute(update(AttendeeRow).where(AttendeeRow.merged_into == other.id).values(merged_into=kept.id))


def keep_address(session: Session, kept: Attendee, others: Collection[Attendee], email: str) -> None:
    """Where `kept` takes the address of one of the others: let theirs stay in that one's place, to be found by."""
    left, taken = email_key(kept.email), email_key(email)
    giver = next((one for one in others if email_key(one.email) == taken), None)
    if giver is None or left in ("", taken):
        return
    place = AttendeeRow.id == giver.id
    session.execute(update(AttendeeRow).where(place).values(email=kept.email, email_key=left))
    person = select(AttendeeRow.person_id).where(place).scalar_subquery()
    session.execute(update(PersonRow).where(PersonRow.id == person).values(email_key=left))


def set_arrival(session: Session, kept_id: int, people: Collection[Attendee], *, now: datetime) -> None:
    """Note of the one who is kept what holds for any: a badge was printed, somebody had registered before."""
    printed = [one.badge_printed_at for one in people if one.badge_printed_at is not None]
    session.execute(
        update(AttendeeRow)
        .where(AttendeeRow.id == kept_id)
        .values(
            badge_printed_at=max(printed, default=None),
            walk_in=all(one.walk_in for one in people),
            updated_at=now,
        )
    )


def merged_here(session: Session, event_id: int) -> set[int]:
    """Attendees of an event who were merged, and those into whom."""
    rows = session.execute(
        select(AttendeeRow.id, AttendeeRow.merged_into).where(
            AttendeeRow.event_id == event_id, AttendeeRow.merged_into.is_not(None)
        )
    )
    return {number for some in rows for number in some if number is not None}


def _move_answers(session: Session, kept: int, other: int) -> None:
    """What they answered and what was answered about them; of two about one meeting the newer stays."""
    rows = session.scalars(
        select(AnswerRow)
        .where(or_(AnswerRow.from_id.in_((kept, other)), AnswerRow.to_id.in_((kept, other))))
        .order_by(AnswerRow.at.desc(), AnswerRow.id.desc())
    ).all()
    place = {other: kept}
    newest: dict[tuple[int, int], int] = {}
    for row in rows:
        between = (place.get(row.from_id, row.from_id), place.get(row.to_id, row.to_id))
        if between[0] != between[1]:
            newest.setdefault(between, row.id)
    _delete(session, AnswerRow, [row.id for row in rows if row.id not in newest.values()])
    for (from_id, to_id), number in newest.items():
        session.execute(update(AnswerRow).where(AnswerRow.id == number).values(from_id=from_id, to_id=to_id))


def _move_introductions(session: Session, kept: int, other: int) -> None:
    """Let `kept` sit where `other` was to; an introduction for which they sit elsewhere, or twice, is left out."""
    both = (kept, other)
    rows = session.scalars(
        select(IntroductionRow)
        .where(or_(IntroductionRow.mentor_id.in_(both), IntroductionRow.mentee_id.in_(both)))
        .order_by(IntroductionRow.plan_id, IntroductionRow.id)
    ).all()
    plans: defaultdict[int, list[IntroductionRow]] = defaultdict(list)
    for row in rows:
        plans[row.plan_id].append(row)
    for meetings in plans.values():
        stays = _possible(sorted(meetings, key=lambda row: (not row.took_place, other in _pair(row), row.id)), *both)
        _delete(session, IntroductionRow, [row.id for row in meetings if row.id not in stays])
        for column in (IntroductionRow.mentor_id, IntroductionRow.mentee_id):
            session.execute(
                update(IntroductionRow).where(IntroductionRow.id.in_(stays), column == other).values({column: kept})
            )


def _possible(meetings: Iterable[IntroductionRow], kept: int, other: int) -> set[int]:
    """Those of the introductions that one person can have: one place a round, nobody twice, never oneself."""
    place = {other: kept}
    pairs: set[tuple[int, int]] = set()
    seats: dict[int, tuple[int, bool]] = {}  # table and whether as mentor, by round
    stays: set[int] = set()
    for row in meetings:
        mentor, mentee = (place.get(one, one) for one in _pair(row))
        seat = (row.table_number, mentor == kept)
        taken = seats.get(row.round)
        if mentor == mentee or (mentor, mentee) in pairs or (taken is not None and (taken != seat or not seat[1])):
            continue
        pairs.add((mentor, mentee))
        seats[row.round] = seat
        stays.add(row.id)
    return stays


def _pair(row: IntroductionRow) -> tuple[int, int]:
    return row.mentor_id, row.mentee_id


def _move_places(session: Session, kept: int, other: int) -> None:
    """Who a plan was made for, and who has nobody in it."""
    there = select(PlanMemberRow.plan_id, PlanMemberRow.side).where(PlanMemberRow.attendee_id == kept)
    for plan_id, side in session.execute(there).all():
        session.execute(
            delete(PlanMemberRow).where(
                PlanMemberRow.plan_id == plan_id, PlanMemberRow.side == side, PlanMemberRow.attendee_id == other
            )
        )
    session.execute(update(PlanMemberRow).where(PlanMemberRow.attendee_id == other).values(attendee_id=kept))
    met = select(IntroductionRow.plan_id).where(
        or_(IntroductionRow.mentor_id == kept, IntroductionRow.mentee_id == kept)
    )
    session.execute(
        delete(PlanWithoutRow).where(PlanWithoutRow.attendee_id.in_((kept, other)), PlanWithoutRow.plan_id.in_(met))
    )
    already = select(PlanWithoutRow.plan_id).where(PlanWithoutRow.attendee_id == kept)
    twice = list(session.scalars(already))
    session.execute(
        delete(PlanWithoutRow).where(PlanWithoutRow.attendee_id == other, PlanWithoutRow.plan_id.in_(twice))
    )
    session.execute(update(PlanWithoutRow).where(PlanWithoutRow.attendee_id == other).values(attendee_id=kept))


def _move_pair_rules(session: Session, kept: int, other: int) -> None:
    """What staff decided of pairs; that two are not to meet outweighs that they are."""
    rows = session.scalars(
        select(PairRuleRow).where(or_(PairRuleRow.mentor_id == other, PairRuleRow.mentee_id == other))
    ).all()
    for row in rows:
        event_id, rule = row.event_id, row.rule
        mentor, mentee = (kept if one == other else one for one in (row.mentor_id, row.mentee_id))
        session.delete(row)
        session.flush()
        there = session.get(PairRuleRow, (event_id, mentor, mentee))
        if there is not None:
            there.rule = PairRule.FORBIDDEN if PairRule.FORBIDDEN in (rule, there.rule) else rule
        elif mentor != mentee:
            session.add(PairRuleRow(event_id=event_id, mentor_id=mentor, mentee_id=mentee, rule=rule))
        session.flush()


def _move_contact_checks(session: Session, kept: int, other: int) -> None:
    """How pairs fare; of two that become one the newer stays."""
    rows = session.scalars(
        select(ContactCheckRow)
        .where(or_(ContactCheckRow.mentor_id.in_((kept, other)), ContactCheckRow.mentee_id.in_((kept, other))))
        .order_by(ContactCheckRow.at.desc(), ContactCheckRow.id.desc())
    ).all()
    place, newest = {other: kept}, dict[tuple[int, int], ContactCheckRow]()
    for row in rows:
        pair = (place.get(row.mentor_id, row.mentor_id), place.get(row.mentee_id, row.mentee_id))
        if pair in newest or pair[0] == pair[1]:
            session.delete(row)
        else:
            newest[pair] = row
    session.flush()
    for (mentor_id, mentee_id), row in newest.items():
        row.mentor_id, row.mentee_id = mentor_id, mentee_id
    session.flush()


def _move_sightings(session: Session, kept: int, other: int) -> None:
    """Who was seen under either name was there."""
    for row in session.scalars(select(SightingRow).where(SightingRow.attendee_id == other)).all():
        there = session.get(SightingRow, (kept, row.round))
        if there is not None:
            there.seen = there.seen or row.seen
            session.delete(row)
        else:
            row.attendee_id = kept
    session.flush()


def _move_table(session: Session, kept: int, other: int) -> None:
    has_one = session.scalar(select(TableRow.number).where(TableRow.host_id == kept))
    host = kept if has_one is None else None
    session.execute(update(TableRow).where(TableRow.host_id == other).values(host_id=host))


def _delete(session: Session, kind: type[AnswerRow] | type[IntroductionRow], numbers: list[int]) -> None:
    if numbers:
        session.execute(delete(kind).where(kind.id.in_(numbers)))
