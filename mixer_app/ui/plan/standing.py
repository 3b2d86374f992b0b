"""How the plan that is looked at stands: older than the room, than the rules, or than another version."""

from typing import NamedTuple

from mixer_app.ui.plan.loading import PlanContents
from mixer_app.ui.plan.words import RULES_CHANGED_NOTE, version_phrase


class Note(NamedTuple):
    """A sentence about the plan, and the way on."""

    sentence: str
    action: str
    warns: bool


def standing_note(contents: PlanContents) -> Note | None:
    """What is to be said of the plan; None while it fits the room."""
    if contents.plan is None:
        return None
    if not contents.is_latest:
        back = f"Back to version {contents.versions[0].version}"
        return Note(f"You are looking at {version_phrase(contents.plan).lower()}.", back, warns=False)
    if contents.rules_changed:
        return Note(RULES_CHANGED_NOTE, "Plan from the start", warns=True)
    return Note(contents.state.sentence, "Plan again", warns=True) if contents.state.stale else None
