"""Somebody's contact as a card that telephones and address books take in (vCard 3.0, RFC 2426).

3.0 and not 4.0, because Outlook reads no later one.
"""

from dataclasses import dataclass

from mixer_app.domain.content_lines import escaped
from mixer_app.domain.people import PersonName


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactCard:
    """What stands on a card; what is empty is left out."""

    name: PersonName
    employer: str = ""
    title: str = ""
    email: str = ""
    phone: str = ""
    note: str = ""
    uid: str = ""  # the same for the same person, so that a card taken in twice is one contact


def card_lines(card: ContactCard) -> list[str]:
    """The lines of a card, in the order in which readers expect them."""
    name = card.name
    known = bool(name.family or name.given)
    family, given = (name.family, name.given) if known else ("", name.full)
    rows = ["BEGIN:VCARD", "VERSION:3.0", f"N:{escaped(family)};{escaped(given)};;;", f"FN:{escaped(name.full)}"]
    for what, text in (
        ("NICKNAME", name.native),
        ("ORG", card.employer),
        ("TITLE", card.title),
        ("EMAIL", card.email),
        ("TEL", card.phone),
        ("NOTE", card.note),
        ("UID", card.uid),
    ):
        if text:
            rows.append(f"{what}:{escaped(text)}")
    return [*rows, "END:VCARD"]
