"""Drafts of a plan while the evening runs: a version that is not out is no plan that anybody sits by."""

from datetime import datetime

from mixer_app.domain.evening import Phase, Turn
from mixer_app.domain.plans import with_what_took_place
from mixer_app.services.evening_facts import evening_facts
from mixer_app.store import Session, journal, plans, seats


def is_under_way(session: Session, event_id: int, *, now: datetime) -> bool:
    """Whether rounds are being held, so that a change of the plan that is out has to be out at once."""
    return evening_facts(session, event_id).at(now).phase in (Phase.ROUND, Phase.BREAK)


def set_draft_aside(session: Session, event_id: int, turn: Turn, *, station: str) -> None:
    """A round has begun: people sit by the plan that is out, and a draft from before it is only a version.

    The plan that is out becomes the newest version again, so that what is noted of the round, and kept of
    the evening, is what took place.
    """
    out = seats.published_plan(session, event_id)
    newest_id = plans.latest_plan_id(session, event_id)
    if out is None or newest_id is None or newest_id == out.id:
        return
    draft = plans.get_plan(session, newest_id)
    if draft.made_at > turn.at:
        return
    told = plans.get_plan(session, out.id)
    again = plans.save_plan(
        session,
        event_id,
        introductions=with_what_took_place(told, draft),
        quality=told.quality,
        without=told.without,
        rounds=told.rounds,
        mentee_ids=told.mentee_ids,
        mentor_ids=told.mentor_ids,
        now=turn.at,
        station=station,
        told=False,
        published_at=told.published_at,
    )
    journal.record(
        session,
        event_id=event_id,
        station=station,
        at=turn.at,
        what="draft set aside",
        sentence=f"Round {turn.round} began by plan {told.version}, now plan {again.version}: "
        f"plan {draft.version} had not been published",
    )
