"""Why there is nothing to print, and what to do about it."""

from collections.abc import Callable
from dataclasses import dataclass

from mixer_app.domain.staff_roles import StaffAct, refusal
from mixer_app.services.paper import Document
from mixer_app.services.paper_facts import PaperFacts
from mixer_app.ui.lock.locked_page import LOCKED
from mixer_app.ui.printing.choice import PrintChoice
from mixer_app.ui.printing.documents import DOCUMENTS


@dataclass(frozen=True, slots=True)
class Nothing:
    """What the page says in place of a preview, and the place that it leads to."""

    title: str
    sentence: str
    place: str = ""


def nothing_to_print(facts: PaperFacts, choice: PrintChoice, may: Callable[[StaffAct], bool]) -> Nothing | None:
    """Why `choice` has no pages for somebody who `may` do some things; None if it has."""
    document = choice.document
    if not may(act := DOCUMENTS[document].act):
        return Nothing("For the organizer", refusal(act), LOCKED)
    if not facts.attendees:
        return Nothing("Nobody to print yet", "Import the registrations, or add people one by one.", "people")
    if DOCUMENTS[document].needs_plan and not facts.planned:
        return Nothing("Not planned yet", "Plan the rounds first; then this can be printed.", "plan")
    if document is Document.CHANGE_SLIPS and not facts.counts[document]:
        return Nothing("No seat has changed", _no_change(facts))
    if not facts.counts[document] or (choice.attendee_ids is not None and not choice.attendee_ids):
        return Nothing("Nobody to print for", "Choose other people at the left.")
    return None


def _no_change(facts: PaperFacts) -> str:
    numbers = {plan.id: plan.version for plan in facts.plans}
    if facts.versions is None:
        return "There is one version of the plan so far. Slips are for those whom a later one seats otherwise."
    old, new = numbers[facts.versions.old], numbers[facts.versions.new]
    return f"In the rounds to come, plan {new} seats everybody as plan {old} does. Choose other plans at the left."
