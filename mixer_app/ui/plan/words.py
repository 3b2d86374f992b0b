"""The sentences of the Plan page."""

import re
from datetime import datetime
from typing import Final

from mixer_app.domain.events import RoundTimes
from mixer_app.domain.fit import FIT_WORDS
from mixer_app.domain.people import PersonName
from mixer_app.domain.plans import Plan
from mixer_app.services.plan_versions import PlanVersion

RULES_CHANGED_NOTE: Final = "The rules, or what people said, have changed since this plan was made."
_TITLE: Final = re.compile(r"^(?:(?:dr|prof|professor|mr|mrs|ms|mx|sir|dame)\b\.?\s+)+(?=\S)", re.IGNORECASE)


def short_name(name: PersonName) -> str:
    """The name without a title before it, own script first."""
    plain = _TITLE.sub("", name.full)
    return f"{name.native} {plain}" if name.native else plain


def given_name(name: PersonName) -> str:
    """What a sentence calls the person."""
    return name.given or short_name(name)


def counted(number: int, one: str, many: str | None = None) -> str:
    """`3 mentors`, `1 mentor`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def planned_caption(plan: Plan) -> str:
    """When the plan was made, and for whom."""
    mentors, mentees = len(plan.mentor_ids), len(plan.mentee_ids)
    whom = f"{counted(mentors, 'mentor')} and {counted(mentees, 'mentee')}"
    return f"Planned {clock_time(plan.made_at)} for {whom}"


def clock_time(moment: datetime) -> str:
    """`18:51`, by the clock on the wall."""
    return f"{moment.astimezone():%H:%M}"


def round_caption(times: RoundTimes) -> str:
    """`19:00 to 19:12`."""
    return f"{times.starts_at:%H:%M} to {times.ends_at:%H:%M}"


def version_phrase(plan: Plan | PlanVersion) -> str:
    """`Version 3, draft`."""
    return f"Version {plan.version}, {'published' if plan.published_at else 'draft'}"


def version_line(version: PlanVersion, how: str) -> str:
    """`Version 3, draft, 18:51: Swapped Ana Sousa and Bo Li in round 3`, a line of a menu."""
    words = f"{version_phrase(version)}, {clock_time(version.made_at)}"
    return f"{words}: {how}" if how else words


def seat_phrase(table: int, number: int) -> str:
    """`Table 7, round 3`."""
    return f"Table {table}, round {number}"


def pair_sentence(mentee: str, mentor: str, where: str, step: int, score: float) -> str:
    """A chip in one breath, for a screen reader and a tooltip."""
    return f"{mentee} meets {mentor}, {where[0].lower()}{where[1:]}, {FIT_WORDS[step]}, {score:.2f}"
