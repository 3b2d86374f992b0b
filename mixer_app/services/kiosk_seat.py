"""Where someone sits first, for the kiosk and the desk."""

from datetime import datetime

from mixer_app.domain.evening_clock import evening_at, schedule_of
from mixer_app.domain.events import Event
from mixer_app.domain.kiosk_person import FirstSeat, SeatMentor
from mixer_app.services.round_times import times_of_rounds
from mixer_app.services.wall_clock import venue_time
from mixer_app.store import Session, attendees, events, live_acts, seats
from mixer_app.store.seats import PublishedPlan, Seat


def is_plan_out(session: Session, event_id: int) -> bool:
    """Whether a plan of the event has been published."""
    return seats.published_plan(session, event_id) is not None


def first_seat(session: Session, event_id: int, attendee_id: int, *, now: datetime) -> FirstSeat | None:
    """Where someone sits first from now on; None while no plan is out, and for who has no seat in it."""
    plan = seats.published_plan(session, event_id)
    if plan is None:
        return None
    event = events.get_event(session, event_id)
    over = _rounds_over(session, event, plan, now)
    coming = [seat for seat in seats.seats_of(session, plan.id, attendee_id) if over < seat.round <= event.rounds]
    if not coming:
        return None
    seat = coming[0]
    return FirstSeat(
        round=seat.round,
        table=seat.table,
        starts_at=times_of_rounds(session, event, now=now)[seat.round - 1].starts_at,
        next_round=over + 1,
        mentor=_mentor(session, seat, attendee_id),
    )


def _mentor(session: Session, seat: Seat, attendee_id: int) -> SeatMentor | None:
    if seat.mentor_id == attendee_id:
        return None
    mentor = attendees.get_attendee(session, seat.mentor_id)
    return SeatMentor(name=mentor.name.shown, title=mentor.title, role=mentor.role)


def _rounds_over(session: Session, event: Event, plan: PublishedPlan, now: datetime) -> int:
    """Rounds that were held, or that the clock has ended since the plan is out; one that runs is not over."""
    acts = live_acts.acts_of(session, event.id)
    if acts:
        return evening_at(schedule_of(event), acts, now).over_rounds
    out_since, clock = venue_time(plan.published_at), venue_time(now)
    return max(
        (times.number for times in event.round_times() if out_since <= times.starts_at and times.ends_at <= clock),
        default=0,
    )
