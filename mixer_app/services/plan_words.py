"""The quality of a plan in words: the verdict first, then how sure it is."""

from collections import Counter
from dataclasses import dataclass

from mixer_app.domain.fit import fit_counts
from mixer_app.domain.plans import Plan, QualityFigures

_TENTH_OF_A_PERCENT = 0.001
_WHOLE_PERCENT = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanVerdict:
    """What stands above a plan."""

    headline: str  # "Everyone meets 4 or 5 mentors"
    detail: str  # "Best possible, proven. All 52 get a strong introduction."
    proven: bool
    fairest: bool = False  # proven, though more meetings may be possible in a plan that is less fair
    counts: tuple[int, int, int, int, int]  # introductions by step of fit, weak to very strong
    possible: int  # no plan can have more introductions


def verdict(plan: Plan, strong: float) -> PlanVerdict:
    """Put the quality of `plan` in words; `strong` is the event's."""
    return PlanVerdict(
        headline=headline(plan),
        detail=" ".join(
            sentence for sentence in (sureness(plan), _strong_sentence(plan), _discovery_sentence(plan)) if sentence
        ),
        proven=plan.quality.optimal,
        fairest=plan.quality.fairest and not plan.quality.optimal,
        counts=fit_counts([meeting.score for meeting in plan.introductions], strong),
        possible=plan.quality.bound_meetings,
    )


def headline(plan: Plan) -> str:
    """How many mentors each mentee meets."""
    if not plan.mentee_ids or not plan.mentor_ids:
        side = "mentees" if plan.mentor_ids else "mentors"
        return "Nobody to introduce yet" if not plan.mentor_ids and not plan.mentee_ids else f"No {side} to introduce"
    counts = meetings_per_mentee(plan)
    fewest, most = min(counts), max(counts)
    if most == 0:
        return "Nobody can be introduced"
    if fewest == 0:
        served = sum(count > 0 for count in counts)
        least = min(count for count in counts if count)
        return f"{served} of {len(counts)} mentees meet {_range(least, most)}, {len(counts) - served} meet nobody"
    if len(counts) == 1:
        return f"One mentee meets {_range(fewest, most)}"
    return f"Everyone meets {_range(fewest, most)}"


def sureness(plan: Plan) -> str:
    """Whether the plan is proven best, and else how much better any plan could be."""
    quality = plan.quality
    if not plan.introductions and not quality.bound_meetings:
        return ""
    if quality.optimal:
        return "Best possible, proven."
    if quality.fairest:
        return f"No plan is fairer, proven{_fit_gap(quality)}."
    more = quality.bound_meetings - quality.meetings
    if more > 0:
        return f"At most {more} more {'meeting is' if more == 1 else 'meetings are'} possible."
    return "No plan has more meetings; a better fit may be possible."


def meetings_per_mentee(plan: Plan) -> list[int]:
    """The number of introductions of each of the plan's mentees."""
    meetings = Counter(meeting.mentee_id for meeting in plan.introductions)
    return [meetings[mentee] for mentee in plan.mentee_ids]


def _fit_gap(quality: QualityFigures) -> str:
    """How far the fit may be from the best, of plans that are as fair."""
    gap = 1 - quality.total_score / quality.bound_score if quality.bound_score > 0 else 0.0
    if gap < _TENTH_OF_A_PERCENT:
        return "; the fit is the best possible to a tenth of a percent"
    return (
        f"; a fit up to {round(gap * 100)} % better may exist"
        if gap >= _WHOLE_PERCENT
        else "; the fit is within 1 % of the best"
    )


def _range(fewest: int, most: int) -> str:
    if fewest == most:
        return f"{most} {'mentor' if most == 1 else 'mentors'}"
    return f"{fewest} {'or' if most == fewest + 1 else 'to'} {most} mentors"


def _strong_sentence(plan: Plan) -> str:
    strong, everyone = plan.quality.strong_mentees, len(plan.mentee_ids)
    if not everyone or not plan.introductions:
        return ""
    if strong == everyone:
        return f"All {everyone} get a strong introduction." if everyone > 1 else "With a strong introduction."
    return f"{strong} of {everyone} get a strong introduction."


def _discovery_sentence(plan: Plan) -> str:
    """How many meet somebody off the expected path; nothing where the event does not ask for it."""
    found, everyone = plan.quality.discovery_mentees, len(plan.mentee_ids)
    if not found:
        return ""
    if found == everyone:
        return "All meet a mentor from another field who fits a need." if everyone > 1 else "One is from another field."
    return f"{found} of {everyone} {'meets' if found == 1 else 'meet'} a mentor from another field who fits a need."
