"""Lines of `NAME:value`, as calendars and contact cards are made of: what is escaped, and where long lines fold."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from mixer_app.domain.unseen import without_unseen

_LINE_ENDS: Final = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")  # whatever any reader takes for one
_LONGEST: Final = 75  # octets of a line, its end not counted


def escaped(text: str) -> str:
    """A text as a value: nothing in it can end the line or the value, and no reader meets a control character."""
    plain = without_unseen(_LINE_ENDS.sub("\n", text).replace("\t", " "))
    for letter, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        plain = plain.replace(letter, written)
    return plain


def folded(lines: Iterable[str]) -> bytes:
    """The lines as a file in UTF-8: none longer than 75 octets, none cut within a letter."""
    return b"".join(part + b"\r\n" for line in lines for part in _parts(line))


def _parts(line: str) -> Iterator[bytes]:
    octets = line.encode()
    start, room = 0, _LONGEST
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0xC0 == 0x80:  # within a letter
            end -= 1
        yield (b" " if start else b"") + octets[start:end]
        start, room = end, _LONGEST - 1
    yield (b" " if start else b"") + octets[start:]
