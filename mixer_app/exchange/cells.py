"""One cell: what is cleaned on the way in, and what is guarded on the way out."""

import re
from typing import Final

from mixer_app.domain.unseen import STAYS_UNSEEN, without_unseen

_MARKS: Final = f"[{STAYS_UNSEEN}]*"
_FORMULA: Final = f"{_MARKS}'*{_MARKS}[=+\\-@＝＋－＠]"
_GUARDED: Final = re.compile(f"'(?={_FORMULA})")
_NEEDS_GUARD: Final = re.compile(f"{_FORMULA}|[\t\r\n]")
_BLANKS: Final = " \t\r\n\xa0\u3000\u200e\u200f\u061c"


def clean_cell(text: str) -> str:
    """The text without what nobody sees, blanks around it, and the guard against formulas."""
    return unguard(without_unseen(text).strip(_BLANKS))


def told_unseen(name: str, lines: int) -> tuple[str, ...]:
    """What is told of a file of which so many lines held characters that nobody sees and that do harm."""
    if not lines:
        return ()
    where = "1 line" if lines == 1 else f"{lines} lines"
    return (f"{name}: {where} held characters that nobody sees and that turn or steer text. They were left out.",)


def guard(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula; `unguard` undoes it."""
    return f"'{text}" if _NEEDS_GUARD.match(text) else text


def unguard(text: str) -> str:
    """The text that was guarded, by us or by another program."""
    return text[1:] if _GUARDED.match(text) else text
