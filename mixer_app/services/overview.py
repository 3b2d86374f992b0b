"""Where the evening stands: the facts of the Overview, read in one transaction."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from mixer_app.domain.events import Event
from mixer_app.domain.overview import ArrivalBin, Overview
from mixer_app.domain.people import HeadCounts
from mixer_app.domain.roles import Role
from mixer_app.services import answers, check_in, events
from mixer_app.services.overview_look_at import look_at
from mixer_app.services.overview_steps import Standing, six_steps
from mixer_app.services.planning import plan_state
from mixer_app.services.supply import needs_supply, topics_supply
from mixer_app.services.wall_clock import venue_time
from mixer_app.services.words import day_in_words, minutes_in_words
from mixer_app.store import Session, figures, imports
from mixer_app.store import standing as standings

_BIN: Final = timedelta(minutes=5)
_MOST_BINS: Final = 60  # five hours: someone who came the day before does not squeeze the evening


def overview(session: Session, event_id: int, *, now: datetime, control: bool = True) -> Overview:
    """Everything the Overview shows; sensitive needs are left out unless this is the control station."""
    event = events.find_event(session, str(event_id))
    heads = standings.count_by_standing(session, event_id)
    badges, late = figures.badges_and_late(session, event_id)
    standing = Standing(
        event=event,
        heads=heads,
        counts=check_in.counted_heads(heads),
        badges=badges,
        late=late,
        silent=figures.silent_people(session, event_id, 2),
        doubles=figures.double_names(session, event_id),
        plan=plan_state(session, event_id, now=now),
        answers=len(answers.list_answers(session, event_id)),
        clock=venue_time(now),
        rejected=imports.rejected_rows(session, event_id),
    )
    needs = tuple(row for row in needs_supply(session, event) if control or not row.sensitive)
    topics = topics_supply(session, event)
    return Overview(
        name=event.name,
        caption=_caption(event, standing.counts),
        clock=_clock(event, standing.clock),
        steps=six_steps(standing),
        counts=standing.counts,
        arrivals=arrivals_by_five_minutes(figures.arrivals(session, event_id)),
        needs=needs,
        topics=topics,
        to_look_at=look_at(standing, needs=needs, topics=topics),
    )


def arrivals_by_five_minutes(arrivals: Iterable[tuple[datetime, Role]]) -> tuple[ArrivalBin, ...]:
    """How many had come at the end of every five minutes, from the first arrival to the last."""
    minutes = Counter((at.replace(second=0, microsecond=0), role.hosts) for at, role in arrivals)
    came = sorted((venue_time(at), hosts, people) for (at, hosts), people in minutes.items())
    if not came:
        return ()
    first = max(came[0][0], came[-1][0] - _MOST_BINS * _BIN)
    start = first.replace(minute=first.minute - first.minute % 5)
    bins: list[ArrivalBin] = []
    while start <= came[-1][0]:
        so_far = [(hosts, people) for at, hosts, people in came if at < start + _BIN]
        hosting = sum(people for hosts, people in so_far if hosts)
        bins.append(ArrivalBin(start, hosting, sum(people for _, people in so_far) - hosting))
        start += _BIN
    return tuple(bins)


def _caption(event: Event, counts: HeadCounts) -> str:
    doors = event.doors_at or event.starts_at
    last = event.round_times()[-1].ends_at if event.rounds else event.starts_at
    hours = f"{doors:%H:%M} to {last:%H:%M}"
    tables = f"{counts.mentors} {'table' if counts.mentors == 1 else 'tables'}" if counts.mentors else ""
    return ", ".join(
        part for part in (f"{day_in_words(event.date)} {event.date.year}", hours, event.venue, tables) if part
    )


def _clock(event: Event, clock: datetime) -> str:
    """What comes next, on the day itself."""
    if clock.date() != event.date:
        return ""
    for times in event.round_times():
        if clock < times.starts_at:
            which = "first round" if times.number == 1 else f"round {times.number}"
            return f"{which} in {minutes_in_words(times.starts_at - clock)}"
        if clock < times.ends_at:
            return f"round {times.number}, {minutes_in_words(times.ends_at - clock)} left"
    return "the rounds are over"
