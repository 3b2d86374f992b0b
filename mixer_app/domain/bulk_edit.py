"""One change for many people: what to change, and what it makes of each."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any, Final

from mixer_app.domain.folding import text_key
from mixer_app.domain.people import Attendee, Registration, Status, registration_of
from mixer_app.domain.roles import Role


class NewStanding(StrEnum):
    """Where many people can be put at once."""

    CANCELLED = "cancelled"
    LEFT = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkEdit:
    """What to change; None and empty leave everything as it is."""

    role: Role | None = None
    standing: NewStanding | None = None
    employer: str | None = None
    title: str | None = None
    field: str | None = None
    languages: tuple[str, ...] | None = None
    introductions_limit: int | None = None
    continuing_limit: int | None = None
    add_topics: tuple[str, ...] = ()  # to what each seeks or offers, as their role has it
    remove_topics: tuple[str, ...] = ()
    add_needs: tuple[str, ...] = ()
    remove_needs: tuple[str, ...] = ()
    add_note: str = ""

    def __bool__(self) -> bool:
        return self != BulkEdit()


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkEffect:
    """How many people a change is for, and what comes of it."""

    chosen: int
    changed: int
    already: int  # have it all
    not_here: int = 0  # cannot have left, because they have not come

    @property
    def sentence(self) -> str:
        """The effect in words."""
        parts = [f"{self.changed:,} {'person changes' if self.changed == 1 else 'people change'}"]
        if self.already:
            parts.append(f"{self.already:,} {'has' if self.already == 1 else 'have'} it already")
        if self.not_here:
            parts.append(f"{self.not_here:,} {'is' if self.not_here == 1 else 'are'} not here, so cannot have left")
        return f"{', '.join(parts)}."


_PLAIN: Final = (
    "role",
    "employer",
    "title",
    "field",
    "languages",
    "introductions_limit",
    "continuing_limit",
)


def edited(person: Attendee, edit: BulkEdit) -> Registration:
    """What `person` says after the change; equal to what they said if there is nothing to change."""
    values: dict[str, Any] = {
        name: getattr(edit, name) for name in _PLAIN if getattr(edit, name) is not None
    }  # an empty text takes an answer away
    said = replace(registration_of(person), **values)
    role = said.role or person.role
    lists: dict[str, Any] = {}
    for kind, add, remove in (
        ("topics", edit.add_topics, edit.remove_topics),
        ("needs", edit.add_needs, edit.remove_needs),
    ):
        for side, takes in (("wanted", role.seeks), ("offered", role.hosts)):
            name = f"{kind}_{side}"
            lists[name] = _listed(getattr(said, name), add if takes else (), remove)
    note = said.staff_note
    if edit.add_note and text_key(edit.add_note) not in text_key(note):
        note = f"{note}; {edit.add_note}" if note else edit.add_note
    return replace(said, staff_note=note, **lists)


def new_status(person: Attendee, edit: BulkEdit) -> Status:
    """Where `person` stands after the change: only who is here can leave."""
    if edit.standing is NewStanding.CANCELLED:
        return Status.CANCELLED
    return Status.LEFT if edit.standing is NewStanding.LEFT and person.here else person.status


def effect_of(people: Sequence[Attendee], edit: BulkEdit) -> BulkEffect:
    """What the change would do to `people`."""
    changed = sum(changes(person, edit) for person in people)
    waiting = [person for person in people if person.status is Status.REGISTERED and not changes(person, edit)]
    not_here = len(waiting) if edit.standing is NewStanding.LEFT else 0
    return BulkEffect(chosen=len(people), changed=changed, already=len(people) - changed - not_here, not_here=not_here)


def changes(person: Attendee, edit: BulkEdit) -> bool:
    """Whether the change does anything to `person`."""
    return edited(person, edit) != registration_of(person) or new_status(person, edit) is not person.status


def edit_words(edit: BulkEdit) -> str:
    """The change in a few words, for the journal: `role, employer`."""
    untouched = BulkEdit()
    named = (one.name for one in fields(BulkEdit) if getattr(edit, one.name) != getattr(untouched, one.name))
    return ", ".join(_WORDS[name] for name in named)


_WORDS: Final[dict[str, str]] = {
    "role": "role",
    "standing": "status",
    "employer": "employer",
    "title": "job title",
    "field": "field",
    "languages": "languages",
    "introductions_limit": "most introductions",
    "continuing_limit": "most to go on with",
    "add_topics": "topics added",
    "remove_topics": "topics removed",
    "add_needs": "needs added",
    "remove_needs": "needs removed",
    "add_note": "note",
}


def _listed(said: tuple[str, ...], add: tuple[str, ...], remove: tuple[str, ...]) -> tuple[str, ...]:
    gone = {text_key(name) for name in remove}
    kept = [name for name in said if text_key(name) not in gone]
    there = {text_key(name) for name in kept}
    return (*kept, *(name for name in add if text_key(name) not in there))
