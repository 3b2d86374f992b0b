"""What there is to print, for whom, and where the labels are on a sheet."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from mixer_app.domain.badge_design import BadgeDesign
from mixer_app.domain.brand import Brand
from mixer_app.domain.events import RoundTimes
from mixer_app.domain.people import Attendee
from mixer_app.domain.round_paper import PageSize
from mixer_app.services import events, people, planning
from mixer_app.services.brand import event_brand
from mixer_app.services.change_slips import Versions, changed_rounds, find_versions
from mixer_app.services.paper import Document, page_of_event
from mixer_app.services.plan_versions import PlanVersion, plan_versions
from mixer_app.services.round_sheets import next_round
from mixer_app.services.settings import event_settings
from mixer_app.store import Session, journal, standing

if TYPE_CHECKING:
    from mixer_app.printing.stock import Stock


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFacts:
    """How many sheets, cards or lines each document has, and for whom it is."""

    attendees: tuple[Attendee, ...]
    people_of: dict[Document, frozenset[int]]  # attendees whom a document is about
    counts: dict[Document, int]
    planned: bool
    design: BadgeDesign = field(default_factory=BadgeDesign)
    brand: Brand = field(default_factory=Brand)
    page: PageSize = PageSize.A4  # that the event's badges are printed on
    rounds: tuple[RoundTimes, ...] = ()  # of the latest plan
    next_round: int = 1
    plans: tuple[PlanVersion, ...] = ()  # newest first
    versions: Versions | None = None  # compared for change slips


@dataclass(frozen=True, slots=True)
class LabelBox:
    """A label on its sheet, in mm from the top left."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelSheet:
    """A sheet of labels, in the order in which they are printed."""

    width: float
    height: float
    columns: int
    radius: float
    labels: tuple[LabelBox, ...]


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
    rounds = event.round_times()[: plan.rounds] if plan else ()
    counts[Document.ROUND_SHEETS] = len(rounds)
    return PaperFacts(
        attendees=attendees,
        people_of=people_of,
        counts=counts,
        planned=plan is not None,
        design=event_settings(session, event_id).badges,
        brand=event_brand(session, event_id),
        page=page_of_event(session, event_id),
        rounds=rounds,
        next_round=next_round(session, event, len(rounds), now=now) if rounds else 1,
        plans=tuple(plan_versions(session, event_id)),
        versions=versions,
    )


def label_sheets() -> dict[str, LabelSheet]:
    """Where the labels of every stock are, by its name."""
    from mixer_app.printing.stock import load_stocks

    return {name: _sheet(stock) for name, stock in load_stocks().items()}


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


def _sheet(stock: "Stock") -> LabelSheet:
    boxes = (
        LabelBox(
            stock.left + column * stock.pitch_x, stock.top + row * stock.pitch_y, stock.label_width, stock.label_height
        )
        for row in range(stock.rows)
        for column in range(stock.columns)
    )
    return LabelSheet(
        width=stock.page_width,
        height=stock.page_height,
        columns=stock.columns,
        radius=stock.radius,
        labels=tuple(boxes),
    )
