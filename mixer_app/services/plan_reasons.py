"""Why a plan is no better, all in one: who meets fewer, who would rather have met, and what is short."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.folding import text_key
from mixer_app.domain.progress import Progress, report
from mixer_app.services.database import Database, Session
from mixer_app.services.editable_plan import EditablePlan, open_plan
from mixer_app.services.events import find_event
from mixer_app.services.plan_explanations import (
    explain_free_round,
    explain_rather_met,
    explain_shortages_of,
    explain_under_average,
)
from mixer_app.services.words import counted, mid_sentence

_MOST_PAIRS: Final = 8
_MOST_PEOPLE: Final = 30
_MOST_TERMS: Final = 3


@dataclass(frozen=True, slots=True)
class FewerMeetings:
    """Somebody who meets fewer than the average, and why, in words."""

    attendee_id: int
    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class PlanReasons:
    """What stands between a plan and a better one; each part may be empty."""

    fewer: tuple[FewerMeetings, ...]
    more_fewer: int  # people beyond those listed
    rather: tuple[str, ...]


def explain_plan(session: Session, plan_id: int, *, now: datetime) -> PlanReasons:
    """Who meets fewer than the average and why, and who would rather have met; known at once."""
    opened = open_plan(session, plan_id, now=now, newcomers=False)
    told = explain_under_average(opened)
    met = Counter(meeting.mentee_id for meeting in opened.plan.introductions)
    fewer = tuple(
        FewerMeetings(one.mentee_id, opened.name(one.mentee_id), _meets(met[one.mentee_id], one.sentence))
        for one in told[:_MOST_PEOPLE]
    )
    rather = tuple(
        f"{opened.name(one.mentee_id)} and {opened.name(one.mentor_id)}, in round {one.round}"
        for one in explain_rather_met(opened, _MOST_PAIRS)
    )
    return PlanReasons(fewer, len(told) - len(fewer), rather)


def explain_shortages(
    database: Database, plan_id: int, *, now: datetime, progress: Progress | None = None
) -> tuple[str, ...]:
    """What more mentors would bring for the needs and topics that are shortest; nothing sensitive is named.

    It is learnt by planning anew with them, which takes as long as a few plans.
    """
    report(progress, 0.0, "Looking what is short")
    opened, terms = database.read(_open_with_short_terms, plan_id, now)
    return tuple(f"{sentence}." for sentence in explain_shortages_of(opened, terms, progress=progress))


def explain_free_seat(database: Database, plan_id: int, mentee_id: int, number: int, *, now: datetime) -> str:
    """Why a mentee is free in a round (from 1), as a sentence; empty if they are not, or are not in the plan."""
    opened = database.read(open_plan, plan_id, now=now, newcomers=False)
    try:
        reason = explain_free_round(opened, mentee_id, number)
    except MixerError:  # who has left has no row; the seat itself says so
        return ""
    return f"{reason}." if reason else ""


def _meets(count: int, sentence: str) -> str:
    return f"Meets {counted(count, 'mentor', 'mentors') if count else 'nobody'}. {sentence}."


def _open_with_short_terms(session: Session, plan_id: int, now: datetime) -> tuple[EditablePlan, list[str]]:
    """The plan, and the needs and topics that many want and few offer, the shortest first; nothing sensitive."""
    opened = open_plan(session, plan_id, now=now, newcomers=False)
    is_sensitive, setting = find_event(session, str(opened.plan.event_id)).is_sensitive, opened.setting
    wanted = _counted(name for one in setting.mentees for name in (*one.needs_wanted, *one.topics_wanted))
    offered = _counted(name for one in setting.mentors for name in (*one.needs_offered, *one.topics_offered))
    spelt = {text_key(name): name for one in setting.mentors for name in (*one.topics_offered, *one.needs_offered)}
    short = sorted((term for term in wanted if offered[term]), key=lambda term: (-wanted[term] / offered[term], term))
    return opened, [mid_sentence(spelt[term]) for term in short if not is_sensitive(spelt[term])][:_MOST_TERMS]


def _counted(names: Iterable[str]) -> Counter[str]:
    return Counter(text_key(name) for name in names)
