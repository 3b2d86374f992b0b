"""Contact cards as files."""

from collections.abc import Iterable

from mixer_app.domain.contact_card import ContactCard, card_lines
from mixer_app.domain.content_lines import folded


def card_file(cards: Iterable[ContactCard]) -> bytes:
    """The cards one after the other. Outlook takes in only the first of a file: give each person's card its own."""
    return folded(_saying_utf8(line) for card in cards for line in card_lines(card))


def _saying_utf8(line: str) -> str:
    # Outlook reads the letters of a line by the computer's old code page unless the line says otherwise.
    name, _, value = line.partition(":")
    return line if line.isascii() else f"{name};CHARSET=UTF-8:{value}"
