"""Several registrations of one person as one: which values differ, which to keep, and what comes of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.folding import text_key
from mixer_app.domain.people import Attendee, PersonName, Registration, Status
from mixer_app.domain.roles import Role

ALL: Final = -1
"""The choice to keep what each of them said."""

ANSWER: Final = "answer: "
"""The beginning of the name of a field that is an imported question."""

FIELDS: Final[dict[str, str]] = {
    "name": "Name",
    "role": "Role",
    "title": "Job title",
    "employer": "Employer",
    "email": "Email",
    "phone": "Phone",
    "pronouns": "Pronouns",
    "field": "Field",
    "region": "Region",
    "languages": "Languages",
    "experience_years": "Years of experience",
    "experience_grade": "Grade",
    "needs_wanted": "Needs",
    "topics_wanted": "Topics",
    "needs_offered": "Has been through",
    "topics_offered": "Can talk about",
    "goal": "Goal for the evening",
    "staff_note": "Note for staff",
    "contact_consent": "May share contact",
    "email_consent": "May share email",
    "phone_consent": "May share phone",
    "contact_frequency": "How often in touch",
    "contact_means": "How in touch",
    "remote_ok": "Remote is fine",
    "colleagues_ok": "Same employer is fine",
    "introductions_limit": "Most introductions",
    "continuing_limit": "Most to go on with",
    "arrives": "Arrives",
    "leaves": "Leaves",
    "rests": "Rests in rounds",
    "external_id": "Number elsewhere",
}
"""What is chosen field by field, in this order; wishes and keep-aparts are always kept of all."""

_LISTS: Final = frozenset({"languages", "needs_wanted", "topics_wanted", "needs_offered", "topics_offered", "rests"})
_TEXTS: Final = frozenset({"goal", "staff_note"})
_CONSENTS: Final = frozenset({"contact_consent", "email_consent", "phone_consent", "colleagues_ok"})
_LIMITS: Final = frozenset({"introductions_limit", "continuing_limit"})
_BLANK: Final = (None, "", ())
_RANKS: Final = {Status.CHECKED_IN: 0, Status.LEFT: 1, Status.REGISTERED: 2, Status.CANCELLED: 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeField:
    """A field in which people differ; `chosen` is the place of whose value is kept, or `ALL`."""

    name: str
    title: str
    values: tuple[Any, ...]  # one for each person
    chosen: int
    together: Any = None  # what `ALL` gives; None: it cannot be kept of all


def in_merging_order(people: Iterable[Attendee], event_id: int) -> list[Attendee]:
    """`people`, the one to keep first: of this event, here, with a badge, then who said most."""
    return sorted(people, key=lambda one: (one.event_id != event_id, *_standing(one)))


def differing_fields(people: Sequence[Attendee]) -> list[MergeField]:
    """Each field in which `people` said different things, with the sensible choice made.

    What only some of them answered, all the same, needs no choice: it is kept.
    """
    return [one for one in _every_field(people) if _differs([value for value in one.values if value not in _BLANK])]


def merged_registration(people: Sequence[Attendee], choices: Mapping[str, int] | None = None) -> Registration:
    """What `people` said, as one; `choices` overrules the sensible choice by name of field.

    Raises `MixerError` for a choice that there is not.
    """
    every = {one.name: one for one in _every_field(people)}
    made = choices or {}
    if unknown := [name for name in made if name not in every]:
        raise MixerError(f"There is no field “{unknown[0]}” to choose. Compare these people again.")
    values = {name: _value(one, made.get(name, one.chosen)) for name, one in every.items()}
    first = people[0]
    said = {one.name: getattr(first, one.name) for one in fields(Registration)} | {
        name: value for name, value in values.items() if not name.startswith(ANSWER)
    }
    said["answers"] = tuple((name[len(ANSWER) :], text) for name, text in values.items() if name.startswith(ANSWER))
    for name in ("wishes", "keep_apart"):
        said[name] = _union(getattr(one, name) for one in people)
    return Registration(**said)


def merged_status(people: Sequence[Attendee]) -> Attendee:
    """Whose standing on the evening holds for all: who is here, and of those the one who came first."""
    return min(people, key=lambda one: (_RANKS[one.status], str(one.checked_in_at), one.id))


def _standing(one: Attendee) -> tuple[Any, ...]:
    said = sum(getattr(one, name) not in _BLANK for name in FIELDS) + len(one.answers)
    return _RANKS[one.status], one.badge_printed_at is None, one.walk_in, -said, one.id


def _every_field(people: Sequence[Attendee]) -> list[MergeField]:
    plain = [_field(name, FIELDS[name], tuple(getattr(one, name) for one in people)) for name in FIELDS]
    questions = dict.fromkeys(question for one in people for question, _ in one.answers)
    told = [dict(one.answers) for one in people]
    asked = [
        _field(f"{ANSWER}{question}", question, tuple(answers.get(question, "") for answers in told))
        for question in questions
    ]
    return [*plain, *asked]


def _field(name: str, title: str, values: tuple[Any, ...]) -> MergeField:
    together = _together(name, values)
    if together is not None:
        return MergeField(name=name, title=title, values=values, chosen=ALL, together=together)
    filled = [at for at, value in enumerate(values) if value not in _BLANK]
    best = _BEST.get(name, _first)
    return MergeField(name=name, title=title, values=values, chosen=best(values, filled) if filled else 0)


def _together(name: str, values: tuple[Any, ...]) -> Any:
    """What keeping all gives; None where only one value can be, or where there is nothing to put together."""
    said = [value for value in values if value not in _BLANK]
    if name == "role":
        return Role.BOTH if len(set(said)) > 1 else None
    if name in _LISTS:
        both = _union(said)
        return both if len(said) > 1 and any(not _same(both, value) for value in said) else None
    if name in _TEXTS or name.startswith(ANSWER):
        parts = {text_key(text): text for text in reversed(said)}
        texts = [text for text in dict.fromkeys(said) if parts[text_key(text)] == text]
        return _in_a_row(texts) if len(texts) > 1 else None
    return None


def _in_a_row(texts: Sequence[str]) -> str:
    """Texts after each other: a sentence ends by itself, anything else with a semicolon."""
    return (
        "".join(f"{text} " if text.endswith((".", "!", "?", ";")) else f"{text}; " for text in texts[:-1]) + texts[-1]
    )


def _value(field: MergeField, choice: int) -> Any:
    if choice == ALL and field.together is not None:
        return field.together
    if not 0 <= choice < len(field.values):
        raise MixerError(f"“{field.title}” has no choice {choice}. Compare these people again.")
    return field.values[choice]


def _union(lists: Iterable[Sequence[Any]]) -> tuple[Any, ...]:
    """All of several lists, each thing once, in the order of the first list that has it."""
    found: dict[Any, Any] = {}
    for values in lists:
        for value in values:
            found.setdefault(text_key(value) if isinstance(value, str) else value, value)
    return tuple(found.values())


def _differs(values: Sequence[Any]) -> bool:
    return any(not _same(values[0], value) for value in values[1:])


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, tuple) and isinstance(other, tuple):
        return sorted(map(str, one)) == sorted(map(str, other))
    return one == other


def _first(values: tuple[Any, ...], filled: list[int]) -> int:
    return filled[0]


def _most_careful(values: tuple[Any, ...], filled: list[int]) -> int:
    return min(filled, key=lambda at: (bool(values[at]), at))


def _smallest(values: tuple[Any, ...], filled: list[int]) -> int:
    return min(filled, key=lambda at: (values[at], at))


def _fullest_name(values: tuple[PersonName, ...], filled: list[int]) -> int:
    """The name with the most written out; one all in capitals only where there is no other."""

    def rank(at: int) -> tuple[Any, ...]:
        name = values[at]
        shortened = sum(len(word.strip(".")) < 2 for word in name.full.split())
        return name.full.isupper() or name.full.islower(), shortened, not name.family, -len(name.shown), at

    return min(filled, key=rank)


def _less_shortened(values: tuple[str, ...], filled: list[int]) -> int:
    """The first text, unless another begins alike and says more: `Lagoon Hosp.` and `Lagoon Hospital`."""
    best = filled[0]
    for at in filled[1:]:
        short = text_key(values[best]).rstrip(".")
        if len(values[at]) > len(values[best]) and text_key(values[at]).startswith(short):
            best = at
    return best


_BEST: Final[dict[str, Callable[[tuple[Any, ...], list[int]], int]]] = {
    "name": _fullest_name,
    "employer": _less_shortened,
    "title": _less_shortened,
    **dict.fromkeys(_CONSENTS, _most_careful),
    **dict.fromkeys(_LIMITS, _smallest),
}
