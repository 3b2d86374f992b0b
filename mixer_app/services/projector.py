"""What the projectors of an event show: what staff chose for them, the evening, and who goes to which table."""

from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any, Final

from mixer_app.domain.evening import EveningNow, LiveAct
from mixer_app.domain.evening_clock import evening_at, schedule_of
from mixer_app.domain.events import Event
from mixer_app.domain.projector import ProjectorLayout, ProjectorState, message_lines, refuse_colour
from mixer_app.domain.short_names import short_codes, short_names
from mixer_app.domain.table_pages import SeatLine, sorted_lines
from mixer_app.services.settings_journal import record_change
from mixer_app.store import Session, events, live_acts, screen_names, seats, settings

_PREFIX: Final = "projector_"
_LAYOUT_SAID: Final = {
    ProjectorLayout.AUTOMATIC: "Let the projectors follow the evening",
    ProjectorLayout.COUNTDOWN: "Put the countdown on the projectors",
    ProjectorLayout.TABLES: "Put the tables on the projectors",
    ProjectorLayout.MESSAGE: "Put the message on the projectors",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectorFacts:
    """All that a projector shows follows from these and the time."""

    event: Event
    acts: tuple[LiveAct, ...]
    state: ProjectorState
    plan_id: int | None  # the newest that is published; None: none is out

    def evening(self, now: datetime) -> EveningNow:
        """The evening at `now`."""
        return evening_at(schedule_of(self.event), self.acts, now, published=self.plan_id is not None)


def projector_state(session: Session, event_id: int) -> ProjectorState:
    """What staff chose for the projectors of an event."""
    return _from_json(settings.read_settings(session, event_id))


def change_projector(session: Session, event_id: int, *, station: str, now: datetime, **chosen: Any) -> ProjectorState:
    """Choose what the projectors show, by the names in `ProjectorState`; what is not named stays.

    Every station sees it at once; it can be undone from the journal, and twice is once. Raises `MixerError`
    for a message that does not fit and for what is no colour.
    """
    stored = settings.read_settings(session, event_id)
    before = _from_json(stored)
    after = replace(before, **chosen)
    message_lines(after.message)
    refuse_colour(after.accent)
    different = {
        _PREFIX + one.name: _plain(getattr(after, one.name))
        for one in fields(ProjectorState)
        if getattr(after, one.name) != getattr(before, one.name)
    }
    if different:
        events.get_event(session, event_id)
        settings.write_settings(session, event_id, different)
        record_change(
            session, event_id, {key: stored.get(key) for key in different}, different, station=station, now=now,
            sentence=_told(before, after),
        )  # fmt: skip
    return after


def projector_facts(session: Session, event_id: int) -> ProjectorFacts:
    """What a projector has to know besides who sits where."""
    plan = seats.published_plan(session, event_id)
    return ProjectorFacts(
        event=events.get_event(session, event_id),
        acts=live_acts.acts_of(session, event_id),
        state=projector_state(session, event_id),
        plan_id=plan.id if plan is not None else None,
    )


def tables_of_round(session: Session, event_id: int, plan_id: int, number: int) -> tuple[SeatLine, ...]:
    """Who goes to which table in a round of a plan, as the event shows names, sorted by its language.

    Listed is who moves: mentees, and mentors who had another table before. Who is free has a break.
    """
    people = screen_names.names_on_screen(session, event_id)
    if projector_state(session, event_id).codes:
        labels = short_codes({person: one.code for person, one in people.items()})
    else:
        labels = short_names({person: (one.name, one.code) for person, one in people.items()})
    tables = _tables(session, plan_id, number)
    there = [person for person in tables if person in people and people[person].here]
    lines = [SeatLine(person, labels[person], tables[person]) for person in there]
    return sorted_lines(lines, events.get_event(session, event_id).language)


def _tables(session: Session, plan_id: int, number: int) -> dict[int, int | None]:
    tables: dict[int, int | None] = dict.fromkeys(screen_names.planned_mentees(session, plan_id))
    had: dict[int, int] = {}
    for seat in screen_names.planned_seats(session, plan_id, number):
        if seat.round < number:
            had[seat.mentor_id] = seat.table
        else:
            tables[seat.mentee_id] = seat.table
            if seat.mentor_id in tables or had.get(seat.mentor_id, seat.table) != seat.table:
                tables[seat.mentor_id] = seat.table
    return tables


def _from_json(stored: dict[str, Any]) -> ProjectorState:
    """As it was kept; what a newer version wrote and this one does not know has its default."""
    default = ProjectorState()
    known = {
        one.name: stored[_PREFIX + one.name]
        for one in fields(ProjectorState)
        if isinstance(stored.get(_PREFIX + one.name), bool if isinstance(getattr(default, one.name), bool) else str)
    }
    layout = known.pop("layout", default.layout)
    return replace(
        default, **known, layout=ProjectorLayout(layout) if layout in list(ProjectorLayout) else default.layout
    )


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, ProjectorLayout) else value


def _told(before: ProjectorState, after: ProjectorState) -> str:
    if after.layout is not before.layout:
        return _LAYOUT_SAID[after.layout]
    if after.message != before.message:
        return "Put a message on the projectors" if after.message else "Took the message off the projectors"
    if after.muted != before.muted:
        return "Muted the chimes" if after.muted else "Let the chimes sound"
    return "Changed how the projectors look"
