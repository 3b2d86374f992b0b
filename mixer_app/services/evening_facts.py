"""All that is stored of the clock of an evening, to be read once and reckoned with for as long as it stands."""

from dataclasses import dataclass
from datetime import datetime

from mixer_app.domain.evening import EveningNow, LiveAct, Schedule
from mixer_app.domain.evening_clock import evening_at, schedule_of
from mixer_app.store import Session, events, live_acts, seats


@dataclass(frozen=True, slots=True, kw_only=True)
class EveningFacts:
    """From these and the time follows what the clock shows."""

    event_id: int
    schedule: Schedule
    acts: tuple[LiveAct, ...]
    published: bool  # whether people know their tables

    def at(self, now: datetime) -> EveningNow:
        """The evening at `now`."""
        return evening_at(self.schedule, self.acts, now, published=self.published)


def evening_facts(session: Session, event_id: int) -> EveningFacts:
    """What is stored of the evening of an event."""
    return EveningFacts(
        event_id=event_id,
        schedule=schedule_of(events.get_event(session, event_id)),
        acts=live_acts.acts_of(session, event_id),
        published=seats.published_plan(session, event_id) is not None,
    )
