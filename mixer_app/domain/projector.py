"""What staff choose for the projectors of an event, and what fits on them."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from textwrap import wrap
from typing import Final

from mixer_app.domain.errors import MixerError

LINE_LETTERS: Final = 40
MESSAGE_LINES: Final = 2
FEW_ENOUGH: Final = 240
"""More people than these are better shown on several projectors, each with a part of the alphabet."""

MOST_PARTS: Final = 20


class ProjectorLayout(StrEnum):
    """Which picture is shown; AUTOMATIC follows the evening."""

    AUTOMATIC = "automatic"
    COUNTDOWN = "countdown"
    TABLES = "tables"
    MESSAGE = "message"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectorState:
    """What every projector of an event shows."""

    layout: ProjectorLayout = ProjectorLayout.AUTOMATIC
    message: str = ""  # until it is withdrawn; empty: none
    muted: bool = False  # no chimes
    light: bool = False  # dark otherwise
    codes: bool = False  # people find themselves by the code of their badge instead of their short name


def message_lines(message: str) -> tuple[str, ...]:
    """A message in the lines in which it is shown; `MixerError` says why it does not fit.

    A letter of Chinese, Japanese or Korean counts as two.
    """
    lines = [line for paragraph in message.split("\n") for line in _wrapped(paragraph)]
    if len(lines) > MESSAGE_LINES or any(_width(line) > LINE_LETTERS for line in lines):
        raise MixerError(
            f"The message is too long for the projector: {MESSAGE_LINES} lines of {LINE_LETTERS} letters fit. "
            "Shorten it."
        )
    return tuple(lines)


def part_from_text(text: str) -> tuple[int, int]:
    """Part and parts of `2/3`; `MixerError` for anything else."""
    part, slash, parts = text.partition("/")
    if slash and part.isascii() and parts.isascii() and part.isdigit() and parts.isdigit():
        chosen = int(part), int(parts)
        if 1 <= chosen[0] <= chosen[1] <= MOST_PARTS:
            return chosen
    raise MixerError(f"“{text}” is no part of the alphabet. Write 1/2 for the first of two projectors.")


def _wrapped(paragraph: str) -> list[str]:
    text = " ".join(paragraph.split())
    wide = _width(text) > len(text)
    if not wide:
        return wrap(text, LINE_LETTERS, break_long_words=False, break_on_hyphens=False)
    lines, line = [""], ""
    for letter in text:  # scripts without blanks are parted anywhere
        line = lines[-1] + letter
        if _width(line) > LINE_LETTERS:
            lines.append(letter.strip())
        else:
            lines[-1] = line
    return lines


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
