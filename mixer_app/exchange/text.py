"""Bytes to text: which letters a file was written with."""

import codecs
from itertools import pairwise
from typing import Final

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_NAMES: Final = {"cp1252": "Windows-1252"}


def decode(raw: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The text of `raw` and the name of its encoding; `encoding` is what a person chose, if they did."""
    if encoding is not None and _known(encoding):
        return raw.decode(encoding, errors="replace").lstrip("\ufeff"), encoding
    for bom, codec, name in _BOMS:
        if raw.startswith(bom):
            return raw.decode(codec, errors="replace").lstrip("\ufeff"), name
    if wide := _utf16_without_mark(raw):
        return raw.decode(wide, errors="replace"), "UTF-16"
    try:
        return raw.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        return _decode_legacy(raw)


def _known(encoding: str) -> bool:
    try:
        b" ".decode(encoding)
    except (LookupError, ValueError):
        return False
    return True


def _utf16_without_mark(raw: bytes) -> str | None:
    sample = raw[:4096]
    if len(sample) < 8:
        return None
    half = len(sample) // 2
    if sample[1::2].count(0) > 0.4 * half and sample[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[0::2].count(0) > 0.4 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _decode_legacy(raw: bytes) -> tuple[str, str]:
    if _almost_utf8(raw):
        return raw.decode("utf-8", errors="replace"), "UTF-8"
    western = raw.decode("cp1252", errors="replace")
    if _looks_western(western):
        return western, _NAMES["cp1252"]
    from charset_normalizer import from_bytes  # only needed for the rare file, and slow to load

    best = from_bytes(raw[:200_000]).best()
    if best is None:
        return western, _NAMES["cp1252"]
    return raw.decode(best.encoding, errors="replace"), _NAMES.get(best.encoding, best.encoding)


def _almost_utf8(raw: bytes) -> bool:
    text = raw.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    good = sum(1 for char in text if ord(char) > 127) - broken
    return good > 8 * broken


def _looks_western(text: str) -> bool:
    # Accented letters stand alone between plain ones; in other alphabets they come in runs.
    if "\ufffd" in text:
        return False
    high = [index for index, char in enumerate(text) if ord(char) > 127]
    runs = sum(1 for before, after in pairwise(high) if after == before + 1)
    odd = sum(1 for index in high if not (text[index].isalpha() or text[index] in "–—‘’“”…€•ºª°«»¿¡´ß\xa0·®™©"))
    return runs <= 0.2 * len(high) and odd <= 0.1 * len(high)
