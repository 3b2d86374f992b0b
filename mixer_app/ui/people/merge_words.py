"""Values of people in words, for comparing them side by side."""

from datetime import time
from typing import Any

from mixer_app.domain.events import Event
from mixer_app.domain.merging import MergeField
from mixer_app.domain.people import PersonName
from mixer_app.domain.roles import Role
from mixer_app.ui.people.rows import ROLE_WORDS, shown_needs

NOT_ANSWERED = "not answered"


def value_words(field: MergeField, value: Any, event: Event) -> str:
    """A value as it is shown; sensitive needs are counted, never named."""
    if value is None or value in ("", ()):
        return NOT_ANSWERED
    if isinstance(value, PersonName):
        return value.shown
    if isinstance(value, Role):
        return "Mentor and mentee" if value is Role.BOTH else ROLE_WORDS[value]
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, tuple):
        return _listed(field, value, event)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _listed(field: MergeField, values: tuple[Any, ...], event: Event) -> str:
    named, private = shown_needs(values, event) if field.name.startswith("needs") else (values, 0)
    hidden = (f"{private} private",) if private else ()
    return ", ".join((*map(str, named), *hidden))
