"""When the rounds of an evening were, are and will be: as its clock has moved them, until then as planned."""

from datetime import datetime

from mixer_app.domain.evening import RoundNow
from mixer_app.domain.evening_clock import evening_at, schedule_of, start_shown, to_the_minute
from mixer_app.domain.events import Event, RoundTimes
from mixer_app.services.wall_clock import venue_time
from mixer_app.store import Session, live_acts


def times_of_rounds(session: Session, event: Event, *, now: datetime | None = None) -> tuple[RoundTimes, ...]:
    """Start and end of every round by the venue's clock, to the minute once staff have started the evening.

    Without `now` the rounds to come are told as they stood when staff last did something; that is
    another time only while the clock is paused. A round that was skipped keeps its time in the schedule.
    """
    acts = live_acts.acts_of(session, event.id)
    if not acts:
        return event.round_times()
    evening = evening_at(schedule_of(event), acts, now or acts[-1].at)
    moved = {one.number: one for one in evening.rounds}
    return tuple(
        _moved(times, moved[times.number]) if times.number in moved else times for times in event.round_times()
    )


def _moved(times: RoundTimes, one: RoundNow) -> RoundTimes:
    starts_at = start_shown(one, venue_time)
    if starts_at is None or one.ends_at is None:
        return times
    return RoundTimes(number=times.number, starts_at=starts_at, ends_at=to_the_minute(venue_time(one.ends_at)))
