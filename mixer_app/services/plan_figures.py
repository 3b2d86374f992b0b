"""The figures of a plan that is stored, counted from its introductions alone."""

from collections import Counter
from collections.abc import Iterator

from mixer_app.domain.plans import Introduction, Plan


def meetings_of_mentees(plan: Plan) -> dict[int, int]:
    """How many introductions each of the plan's mentees has, those who have left too."""
    met = Counter(meeting.mentee_id for meeting in plan.introductions)
    return {mentee: met[mentee] for mentee in dict.fromkeys((*plan.mentee_ids, *met))}


def wrong_figures(plan: Plan) -> Iterator[str]:
    """A sentence for each figure of `plan` that its introductions contradict."""
    quality, met = plan.quality, meetings_of_mentees(plan)
    counted = {"meetings": len(plan.introductions), "fewest": min(met.values(), default=0)}
    for name, value in counted.items():
        if getattr(quality, name) != value:
            yield f"{name} is stored as {getattr(quality, name)}, counted it is {value}."
    for name in ("strong_mentees", "discovery_mentees"):
        if not 0 <= getattr(quality, name) <= sum(many > 0 for many in met.values()):
            yield f"{name} is stored as {getattr(quality, name)}, more than have an introduction."
    if quality.bound_meetings < quality.meetings:
        yield f"bound_meetings is stored as {quality.bound_meetings}, but the plan has {quality.meetings}."


def is_off_path(meeting: Introduction) -> bool:
    """Whether the evidence of an introduction says: another field, and experience that fits a need."""
    parts = {piece.criterion: piece.part for piece in reversed(meeting.evidence)}
    return (parts.get("needs") or 0.0) > 0 and parts.get("field") == 0.0
