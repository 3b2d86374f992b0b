"""What a station keeps of an event on its own disk, so that check-in goes on while the server is away.

It is a database of the same tables with the same numbers, so that the same services work in it, but holds only
what check-in needs, and who sits where, for the list on paper: no wish, nobody to be kept apart, no answer, no need,
and of the plan no reason. What is done in it, its rows of check-ins and of the print queue, is what the server has not
heard of; a row is removed once the server has kept it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final, TypeAlias

from sqlalchemy import Table, delete, exists, func, or_, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from mixer_app.domain.print_jobs import JobKind, JobState
from mixer_app.store.batches import batches
from mixer_app.store.plans import latest_plan_id
from mixer_app.store.rights import HIDDEN_AT_KIOSK, sees_all_of_attendees
from mixer_app.store.rows import (
    AttendeeRow,
    AttendeeTopicRow,
    CheckInAction,
    CheckInRow,
    DeskCallRow,
    EventRow,
    IntroductionRow,
    JournalRow,
    PersonRow,
    PlanRow,
    PrintJobRow,
    SettingRow,
    TopicRow,
    WrongTryRow,
)
from mixer_app.store.settings import PICTURES

Rows: TypeAlias = Sequence[Mapping[str, Any]]

_NOT_NEEDED: Final[Mapping[str, Any]] = {
    "goal": "",
    "contact_frequency": "",
    "contact_means": "",
    "contact_consent": None,
    "email_consent": None,
    "phone_consent": None,
    "remote_ok": None,
    "introductions_limit": None,
    "continuing_limit": None,
    "colleagues_ok": None,
}
"""What people said that nobody asks for at the door."""

_PLAN_WITHOUT_FIGURES: Final[Mapping[str, Any]] = {
    "station": "",
    "published_at": None,  # here nobody is shown a table that may have been changed meanwhile
    **dict.fromkeys(("meetings", "fewest", "kept", "strong_mentees", "discovery_mentees", "bound_meetings"), 0),
    **dict.fromkeys(("total_score", "bound_score"), 0.0),
    **dict.fromkeys(("optimal", "fairest"), False),
}
_SEAT_WITHOUT_REASONS: Final[Mapping[str, Any]] = {"score": 0.0, "evidence": [], "locked": False, "took_place": None}

_SEEN: Final = "stand-in"
"""The setting that says of which moment the copy is."""

_LONG_AGO: Final = datetime(1970, 1, 1, tzinfo=UTC)

_HANDED_OVER: Final = "the server"
"""The holder of a badge that is printed here no more, because the server has it printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a copy holds already, so that only the rest is read."""

    people: Mapping[int, datetime]  # when each was changed last
    pictures: frozenset[str]
    plan: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What has changed at the server since; everybody in `here` who is not in `people` is as they were."""

    event: Mapping[str, Any]
    settings: Rows
    pictures: frozenset[str]
    topics: Rows
    here: frozenset[int]
    people: Rows
    topics_of_people: Rows
    plan: int | None
    plans: Rows  # empty: the copy has it, or there is none
    seats: Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAct:
    """A check-in, or one that was taken back, of which the server has not heard."""

    request_id: str
    attendee_id: int
    action: CheckInAction
    at: datetime
    station: str
    undone: bool  # a check-in that was taken back here afterwards


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptBadge:
    """A badge of which the server has not heard, and how far it came here."""

    request_id: str
    attendee_id: int
    state: JobState
    sentence: str
    station: str
    printer: str
    reason: str
    at: datetime


def known(session: Session, event_id: int) -> Known:
    """What this copy holds of an event."""
    people = session.execute(select(AttendeeRow.id, AttendeeRow.updated_at).where(AttendeeRow.event_id == event_id))
    return Known(
        people={row.id: row.updated_at for row in people},
        pictures=_pictures(session, event_id),
        plan=latest_plan_id(session, event_id),
    )


def is_forgotten(session: Session, event_id: int) -> bool:
    """At the server: whether the event was forgotten, or is gone altogether."""
    kept = select(EventRow.id).where(EventRow.id == event_id, EventRow.forgotten_at.is_(None))
    return session.scalar(kept) is None


def look(session: Session, event_id: int, before: Known) -> Seen | None:
    """At the server: what has changed; None: the event is gone, or was forgotten."""
    if is_forgotten(session, event_id):
        return None
    event = _rows(session, EventRow, EventRow.id == event_id)
    of_event = AttendeeRow.event_id == event_id
    changed = session.execute(select(AttendeeRow.id, AttendeeRow.updated_at).where(of_event))
    stamps = {row.id: row.updated_at for row in changed}
    new = [number for number, moment in stamps.items() if before.people.get(number) != moment]
    hidden = {} if sees_all_of_attendees(session) else dict(HIDDEN_AT_KIOSK)
    seen = [column for column in AttendeeRow.__table__.columns if column.name not in hidden]
    people: list[Mapping[str, Any]] = []
    topics: list[Mapping[str, Any]] = []
    for some in batches(new):
        people += [hidden | row | _NOT_NEEDED for row in _read(session, seen, AttendeeRow.id.in_(some))]
        topics += _rows(session, AttendeeTopicRow, AttendeeTopicRow.attendee_id.in_(some))
    pictures = _pictures(session, event_id)
    fresh = SettingRow.key.in_(pictures - before.pictures)
    plan = latest_plan_id(session, event_id)
    new_plan = plan if plan != before.plan else None
    whose = or_(SettingRow.event_id == event_id, SettingRow.event_id.is_(None))
    return Seen(
        event=event[0],
        settings=_rows(session, SettingRow, whose, or_(~SettingRow.key.startswith(PICTURES), fresh)),
        pictures=pictures,
        topics=_rows(session, TopicRow, TopicRow.event_id == event_id),
        here=frozenset(stamps),
        people=people,
        topics_of_people=topics,
        plan=plan,
        plans=_plans(session, new_plan),
        seats=_seats(session, new_plan),
    )


def keep(session: Session, seen: Seen, *, now: datetime) -> bool:
    """Make the copy what was seen; False, and nothing, while there are acts that the server has not heard of."""
    if has_kept(session):
        return False
    event_id = int(seen.event["id"])
    for row in (JournalRow, DeskCallRow, WrongTryRow, PrintJobRow):
        session.execute(delete(row))
    _put(session, EventRow, [seen.event])
    gone = set(session.scalars(select(AttendeeRow.id))) - seen.here
    changed = [int(row["id"]) for row in seen.people]
    for some in batches(sorted(gone)):
        session.execute(delete(AttendeeRow).where(AttendeeRow.id.in_(some)))
    session.execute(delete(TopicRow).where(TopicRow.id.not_in([int(row["id"]) for row in seen.topics])))
    for some in batches(changed):
        session.execute(delete(AttendeeTopicRow).where(AttendeeTopicRow.attendee_id.in_(some)))
    _put(session, PersonRow, [_nameless(row) for row in seen.people])
    _put(session, AttendeeRow, seen.people)
    _put(session, TopicRow, seen.topics)
    _put(session, AttendeeTopicRow, seen.topics_of_people)
    session.execute(delete(PlanRow).where(PlanRow.id != (seen.plan or 0)))  # its seats go with it
    _put(session, PlanRow, seen.plans)
    _put(session, IntroductionRow, seen.seats)
    _keep_settings(session, seen)
    session.add(SettingRow(event_id=None, key=_SEEN, value={"event": event_id, "at": now.isoformat()}))
    return True


def seen_at(session: Session) -> tuple[int, datetime] | None:
    """Which event this is a copy of, and of which moment; None: of nothing yet."""
    kept = session.scalar(select(SettingRow.value).where(SettingRow.event_id.is_(None), SettingRow.key == _SEEN))
    return (int(kept["event"]), datetime.fromisoformat(kept["at"])) if kept else None


def has_kept(session: Session) -> bool:
    """Whether anything was done here that the server has not heard of."""
    return bool(session.scalar(select(or_(exists(select(CheckInRow.id)), exists(_badges(select(PrintJobRow.id)))))))


def count_kept(session: Session) -> int:
    """How many acts the server has not heard of; where only badges are left, how many of those."""
    acts = session.scalar(select(func.count(CheckInRow.id))) or 0
    return acts or session.scalar(_badges(select(func.count(PrintJobRow.id)))) or 0


def has_kept_arrival(session: Session, attendee_id: int) -> bool:
    """Whether someone was checked in here and the server has not heard of it."""
    arrival = select(CheckInRow.id).where(
        CheckInRow.attendee_id == attendee_id, CheckInRow.action == CheckInAction.CHECKED_IN
    )
    return session.scalar(arrival.limit(1)) is not None


def number_kept(session: Session) -> None:
    """Give every act that has none the number by which the server knows it again, before it is told of the act."""
    for row in (CheckInRow, PrintJobRow):
        session.execute(
            update(row).where(row.request_id.is_(None)).values(request_id=func.lower(func.hex(func.randomblob(16))))
        )


def kept_acts(session: Session) -> list[KeptAct]:
    """What was done at the door, in its order."""
    rows = session.scalars(select(CheckInRow).order_by(CheckInRow.id)).all()
    taken_back = {row.attendee_id: row.id for row in rows if row.action is CheckInAction.UNDONE}
    return [
        KeptAct(
            request_id=row.request_id or "",
            attendee_id=row.attendee_id,
            action=row.action,
            at=row.at,
            station=row.station,
            undone=taken_back.get(row.attendee_id, 0) > row.id,
        )
        for row in rows
    ]


def hold_badges(session: Session) -> None:
    """Print nothing here any more that has not gone to a printer: the server is to have it printed."""
    waiting = PrintJobRow.kind == JobKind.BADGE, PrintJobRow.state == JobState.WAITING
    session.execute(update(PrintJobRow).where(*waiting).values(state=JobState.CANCELLED, holder=_HANDED_OVER))


def kept_badges(session: Session, *, given_up_before: datetime) -> list[KeptBadge]:
    """Badges that are not on their way to a printer this very moment; whoever sent one too long ago is gone."""
    settled = or_(PrintJobRow.state != JobState.SENDING, PrintJobRow.changed_at < given_up_before)
    rows = session.scalars(_badges(select(PrintJobRow)).where(settled).order_by(PrintJobRow.id))
    return [
        KeptBadge(
            request_id=row.request_id or "",
            attendee_id=row.attendee_id or 0,
            state=_state(row),
            sentence=row.sentence,
            station=row.station,
            printer=row.printer,
            reason=row.reason,
            at=row.changed_at,
        )
        for row in rows
    ]


def drop_act(session: Session, request_id: str) -> None:
    """The server has kept this act."""
    dropped = delete(CheckInRow).where(CheckInRow.request_id == request_id).returning(CheckInRow.attendee_id)
    if (attendee_id := session.scalar(dropped)) is not None:
        _look_again(session, attendee_id)


def drop_badge(session: Session, badge: KeptBadge) -> bool:
    """Print this badge here no more, the server knows of it; False: it has come further here meanwhile."""
    row = session.scalar(select(PrintJobRow).where(PrintJobRow.request_id == badge.request_id))
    if row is None or _state(row) is not badge.state:
        return False
    session.delete(row)
    if row.attendee_id is not None:
        _look_again(session, row.attendee_id)
    return True


def _look_again(session: Session, attendee_id: int) -> None:
    """Have someone read once more: an act handed over has at the server the time of here, whatever else is there."""
    session.execute(update(AttendeeRow).where(AttendeeRow.id == attendee_id).values(updated_at=_LONG_AGO))


def _state(row: PrintJobRow) -> JobState:
    """What the server is to know: a badge that is held is to be printed, and of one that was given up nobody knows."""
    if row.state is JobState.CANCELLED and row.holder == _HANDED_OVER:
        return JobState.WAITING
    return JobState.UNKNOWN if row.state is JobState.SENDING else row.state


def _badges(asked: Any) -> Any:
    """Of the print queue what the server has to hear of: badges, not test pages."""
    return asked.where(PrintJobRow.kind == JobKind.BADGE)


def _keep_settings(session: Session, seen: Seen) -> None:
    kept = SettingRow.key.startswith(PICTURES) & SettingRow.key.in_(seen.pictures)
    session.execute(delete(SettingRow).where(~kept))
    _put(session, SettingRow, seen.settings)


def _nameless(person: Mapping[str, Any]) -> Mapping[str, Any]:
    """Whom an attendee refers to: a number is enough here."""
    empty = {"name": "", "name_key": "", "email_key": "", "external_id": "", "merged_into": None}
    return empty | {"id": person["person_id"], "created_at": person["updated_at"]}


def _pictures(session: Session, event_id: int) -> frozenset[str]:
    chosen = SettingRow.event_id == event_id, SettingRow.key.startswith(PICTURES)
    return frozenset(session.scalars(select(SettingRow.key).where(*chosen)))


def _plans(session: Session, plan_id: int | None) -> Rows:
    """A version of the plan without its figures."""
    read = select(PlanRow.id, PlanRow.event_id, PlanRow.version, PlanRow.made_at, PlanRow.rounds)
    rows = session.execute(read.where(PlanRow.id == plan_id)).mappings()
    return [dict(row) | _PLAN_WITHOUT_FIGURES for row in rows]


def _seats(session: Session, plan_id: int | None) -> Rows:
    """Who sits where in it, without the reasons."""
    one = IntroductionRow
    read = select(one.id, one.plan_id, one.round, one.table_number, one.mentor_id, one.mentee_id)
    rows = session.execute(read.where(one.plan_id == plan_id)).mappings()
    return [dict(row) | _SEAT_WITHOUT_REASONS for row in rows]


def _rows(session: Session, row: Any, *conditions: Any) -> list[Mapping[str, Any]]:
    return list(_read(session, [row.__table__], *conditions))


def _read(session: Session, what: Sequence[Any], *conditions: Any) -> list[dict[Any, Any]]:
    return [dict(one) for one in session.execute(select(*what).where(*conditions)).mappings()]


def _put(session: Session, row: Any, rows: Rows) -> None:
    """Add rows, or make those of the same key what they are now."""
    if not rows:
        return
    table: Table = row.__table__
    keys = [column.name for column in table.primary_key.columns]
    adding = insert(table)
    values = {column.name: adding.excluded[column.name] for column in table.columns if column.name not in keys}
    session.execute(adding.on_conflict_do_update(index_elements=keys, set_=values), [dict(one) for one in rows])
