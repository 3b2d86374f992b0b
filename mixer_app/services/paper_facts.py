"""What there is to print, for whom, and where the labels are on a sheet."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from mixer_app.domain.brand import Brand
from mixer_app.domain.events import RoundTimes
from mixer_app.domain.people import Attendee
from mixer_app.domain.round_paper import PageSize
from mixer_app.domain.staff_settings import EventSettings
from mixer_app.domain.stock import Stock
from mixer_app.services import events, people, planning
from mixer_app.services.brand import event_brand
from mixer_app.services.change_slips import Versions, changed_rounds, find_versions
from mixer_app.services.kiosk_seat import is_plan_out
from mixer_app.services.paper import Document, page_of_event
from mixer_app.services.plan_versions import PlanVersion, plan_versions
from mixer_app.services.round_sheets import next_round
from mixer_app.services.round_times import times_of_rounds
from mixer_app.services.settings import event_settings
from mixer_app.services.stocks import known_stocks
from mixer_app.store import Session, journal, standing


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFacts:
    """How many sheets, cards or lines each document has, and for whom it is."""

    attendees: tuple[Attendee, ...]
    people_of: dict[Document, frozenset[int]]  # attendees whom a document is about
    counts: dict[Document, int]
    planned: bool
    settings: EventSettings
    brand: Brand = field(default_factory=Brand)
    page: PageSize = PageSize.A4  # that the event's badges are printed on
    rounds: tuple[RoundTimes, ...] = ()  # of the latest plan
    next_round: int = 1
    plans: tuple[PlanVersion, ...] = ()  # newest first
    versions: Versions | None = None  # compared for change slips
    stocks: tuple[Stock, ...] = ()
    plan_is_out: bool = False


def paper_facts(session: Session, event_id: int, *, now: datetime, versions: Versions | None = None) -> PaperFacts:
    """What can be printed for an event now; `versions` are to be compared, without them those that are likely."""
    event = events.find_event(session, str(event_id))
    attendees = tuple(people.list_attendees(session, event_id))
    plan = planning.current_plan(session, event_id)
    everyone = frozenset(person.id for person in attendees)
    came = frozenset(person.id for person in attendees if person.checked_in_at is not None)
    planned = frozenset({*plan.mentee_ids, *plan.mentor_ids}) & everyone if plan else frozenset[int]()
    hosts = {person.id for person in attendees if person.role.hosts}
    tables = {meeting.table for meeting in plan.introductions} if plan else hosts
    versions = versions or find_versions(session, event_id)
    people_of = {
        Document.BADGES: everyone,
        Document.SIGN_IN: everyone,
        Document.MATCH_SHEETS: planned | came if plan else frozenset[int](),
        Document.FOLLOW_UP: (came or planned) if plan else frozenset[int](),
        Document.CHANGE_SLIPS: _changed(session, event_id, versions, now) & everyone,
    }
    counts = {document: len(ids) for document, ids in people_of.items()}
    counts[Document.TABLE_CARDS] = len(tables)
    counts[Document.REPORT] = 1 if everyone else 0
    rounds = times_of_rounds(session, event, now=now)[: plan.rounds] if plan else ()
    counts[Document.ROUND_SHEETS] = len(rounds)
    return PaperFacts(
        attendees=attendees,
        people_of=people_of,
        counts=counts,
        planned=plan is not None,
        brand=event_brand(session, event_id),
        page=page_of_event(session, event_id),
        rounds=rounds,
        next_round=next_round(session, event, len(rounds), now=now) if rounds else 1,
        plans=tuple(plan_versions(session, event_id)),
        versions=versions,
        stocks=tuple(known_stocks(session)),
        settings=event_settings(session, event_id),
        plan_is_out=is_plan_out(session, event_id),
    )


def mark_badges_printed(
    session: Session, event_id: int, attendee_ids: Collection[int], *, station: str, now: datetime
) -> None:
    """Note that these badges are on paper, so that later only new ones need printing."""
    standing.mark_badges_printed(session, attendee_ids, now=now)
    number = len(attendee_ids)
    journal.record(
        session,
        event_id=event_id,
        station=station,
        at=now,
        what="badges printed",
        sentence=f"Printed {number} {'badge' if number == 1 else 'badges'}",
        payload={journal.ATTENDEE_IDS: sorted(attendee_ids)},
    )


def _changed(session: Session, event_id: int, versions: Versions | None, now: datetime) -> frozenset[int]:
    return frozenset(changed_rounds(session, event_id, versions, now=now)) if versions else frozenset()
