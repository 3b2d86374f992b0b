"""In which ways a text may be broken into lines, the best one first."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QTextOption

_BREAK: Final = "\u2028"
_MARKS: Final = "。？！、，；："
_CLOSE: Final = 0.85  # of its size: a text that is this little smaller looks like its neighbours


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """The text, how it wraps, and between which shares of its size it is tried."""

    text: str
    wrap: QTextOption.WrapMode = QTextOption.WrapMode.WordWrap
    most: float = 1.0
    least: float
    even: bool = False  # lines of about one length


def ways(text: str, lines: int, least: float) -> Iterator[Way]:
    """On one line; between words; in Chinese and Japanese after a phrase, or evenly; last within a word."""
    if lines == 1:
        yield Way(text=text, wrap=QTextOption.WrapMode.NoWrap, least=least)
        return
    if has_no_spaces(text):
        close, whole = max(least, _CLOSE), QTextOption.WrapMode.NoWrap
        yield Way(text=text, wrap=whole, least=1.0)
        if (halved := _halved(text)) is not None:
            yield Way(text=halved, least=close)
        yield Way(text=text, wrap=whole, least=close)
        yield Way(text=text, least=least, even=True)
    else:
        yield Way(text=text, least=least)
    within = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
    yield Way(text=text, wrap=within, most=_CLOSE, least=min(least, _CLOSE), even=" " not in text)


def has_no_spaces(text: str) -> bool:
    """Whether it is Chinese or Japanese, in which a line may end after almost any letter."""
    return " " not in text and any("\u3040" <= letter <= "\u30ff" or "\u4e00" <= letter <= "\u9fff" for letter in text)


def _halved(text: str) -> str | None:
    """Two lines, the first of which ends where a phrase does: by a mark, else by the end of a Japanese word."""
    places = [place for place in range(1, len(text)) if text[place - 1] in _MARKS]
    places = places or [place for place in range(1, len(text)) if _ends_a_word(text[place - 1], text[place])]
    if not places:
        return None
    middle = min(places, key=lambda place: abs(place - len(text) / 2))
    return text[:middle] + _BREAK + text[middle:]


def _ends_a_word(letter: str, following: str) -> bool:
    """Endings and particles are hiragana; what follows in another script is the next word."""
    return _is_hiragana(letter) and not _is_hiragana(following) and following not in _MARKS


def _is_hiragana(letter: str) -> bool:
    return "\u3041" <= letter <= "\u3096"
