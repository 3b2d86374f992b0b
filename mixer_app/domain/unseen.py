"""Characters that nobody sees and that do harm: they steer terminals, turn lines round, or hide how a cell begins.

Of the invisible ones stay what names are written with: joiners (Persian, Hindi), the marks of a direction, and those
of numbers and letters that are seen after all.
"""

import re
import unicodedata
from typing import Final

_NEEDED: Final = frozenset("\t\n\r\u200c\u200d\u200e\u200f\u061c").union(
    map(chr, (*range(0x0600, 0x0606), 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2, 0x110BD, 0x110CD))
)
_LINE_ENDS: Final = re.compile("[\u0085\u2028\u2029]")
_FORMAT: Final = ("Cc", "Cf", "Cs", "Zl", "Zp")
_TOLD: Final = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2060-\u206f\ufff9-\ufffb]")


STAYS_UNSEEN: Final = "".join(sorted(_NEEDED - {"\t", "\n", "\r"}))
"""What may stand before a formula in a text that is cleaned, and hide it."""


def without_unseen(text: str) -> str:
    """The text without them; what some readers take for the end of a line is one."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(letter for letter in _LINE_ENDS.sub("\n", text) if not _is_unseen(letter))


def would_be_told(text: str) -> bool:
    """Whether the text holds any that somebody put there, or a broken program: worth a word to whoever imports it."""
    return _TOLD.search(text) is not None


def _is_unseen(letter: str) -> bool:
    if letter in _NEEDED:
        return False
    return unicodedata.category(letter) in _FORMAT or letter in "\ufffe\uffff"
