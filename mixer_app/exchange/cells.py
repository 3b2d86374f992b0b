"""One cell: what is cleaned on the way in, and what is guarded on the way out."""

import re
from typing import Final

_UNSEEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\u200b\ud800-\udfff\ufffe\uffff]")
_GUARDED: Final = re.compile(r"'(?='*[=+\-@])")
_NEEDS_GUARD: Final = re.compile(r"'*[=+\-@]|[\t\r]")
_BLANKS: Final = " \t\r\n\xa0\u3000\u200e\u200f"


def clean_cell(text: str) -> str:
    """The text without what nobody sees, blanks around it, and the guard against formulas."""
    return unguard(_UNSEEN.sub("", text).strip(_BLANKS))


def guard(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula; `unguard` undoes it."""
    return f"'{text}" if _NEEDS_GUARD.match(text) else text


def unguard(text: str) -> str:
    """The text that was guarded, by us or by another program."""
    return text[1:] if _GUARDED.match(text) else text


def without_unseen(text: str) -> str:
    """The text without characters that no workbook can hold."""
    return _UNSEEN.sub("", text)
