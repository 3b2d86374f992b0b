"""What is to be printed."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum

from mixer_app.services.paper import Document, DocumentOptions, LabelChoice
from mixer_app.services.paper_facts import PaperFacts


class Who(Enum):
    """For whom a document is printed."""

    EVERYONE = "Everyone"
    HERE = "Who is here"
    NEW = "Not printed yet"
    CHOSEN = "Chosen people"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintChoice:
    """A document with everything that was chosen for it."""

    document: Document
    labels: LabelChoice | None = None
    attendee_ids: frozenset[int] | None = None  # None: everyone
    options: DocumentOptions | None = None


def people_for(facts: PaperFacts, document: Document, who: Who, chosen: Collection[int]) -> frozenset[int]:
    """The attendees whom `document` is printed for."""
    possible = facts.people_of.get(document, frozenset())
    wanted = {
        Who.EVERYONE: possible,
        Who.HERE: {person.id for person in facts.attendees if person.here},
        Who.NEW: {person.id for person in facts.attendees if person.badge_printed_at is None},
        Who.CHOSEN: set(chosen),
    }[who]
    return possible & frozenset(wanted)
