"""What is known of a person and what a file says now, put together."""

from dataclasses import fields, replace
from typing import Any

from mixer_app.domain.folding import text_key
from mixer_app.domain.people import PersonName, Registration


def merged(known: Registration, said: Registration) -> Registration:
    """`known` with what the row says; what the row leaves blank stays, because blank is no answer."""
    changes: dict[str, Any] = {
        one.name: getattr(said, one.name)
        for one in fields(Registration)
        if one.name not in {"name", "answers"} and getattr(said, one.name) not in (None, "", ())
    }
    return replace(known, **changes, name=_name(known.name, said.name), answers=_answers(known.answers, said.answers))


def same_content(one: Registration, other: Registration) -> bool:
    """Whether two registrations say the same; the order of answers and the case of topics do not count."""
    return _comparable(one) == _comparable(other)


def _comparable(said: Registration) -> tuple[object, ...]:
    return (
        *(_plain(getattr(said, one.name)) for one in fields(Registration) if one.name != "answers"),
        tuple(sorted((question, answer) for question, answer in said.answers)),
    )


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(dict.fromkeys(text_key(part) if isinstance(part, str) else part for part in value))
    return value


def _name(known: PersonName, said: PersonName) -> PersonName:
    if said.full == known.full and not (said.given or said.family):
        return replace(known, native=said.native or known.native)
    return replace(said, native=said.native or known.native)


def _answers(known: tuple[tuple[str, str], ...], said: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((dict(known) | dict(said)).items())
