"""The keys of the keyboard on the screen, as `resources/keyboards.toml` lays them out."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from mixer_app.paths import resource

ROW_WIDTH: Final = 10.0
_ACT: Final = re.compile(r"\{(?P<act>[a-z]+)(?::(?P<width>[\d.]+))?\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One key: what it types, or what it does; `left` and `width` in keys."""

    text: str = ""
    act: str = ""
    left: float = 0.0
    width: float = 1.0
    held: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyLayout:
    """One alphabet on the keyboard."""

    name: str
    shown_as: str
    rows: tuple[tuple[Key, ...], ...]
    compact: tuple[tuple[Key, ...], ...]

    def keys(self, *, compact: bool) -> tuple[tuple[Key, ...], ...]:
        """The rows, with digits behind a key of their own where there is little room."""
        return self.compact if compact else self.rows


@cache
def key_layouts() -> Mapping[str, KeyLayout]:
    """All layouts by name."""
    raw = tomllib.loads(resource("keyboards.toml").read_text("utf-8"))
    return {name: _layout(name, table) for name, table in raw.items()}


def voiced(kana: str) -> str:
    """The next form of a kana: voiced, half voiced or small, and back again."""
    if not kana:
        return ""
    plain, _, _ = unicodedata.normalize("NFD", kana).partition("\u3099")
    plain = _SMALL_OF.get(plain.rstrip("\u309a"), plain.rstrip("\u309a"))
    forms = [plain, *(form for form in _forms(plain) if len(form) == 1)]
    return forms[(forms.index(kana) + 1) % len(forms)] if kana in forms else kana


def _forms(plain: str) -> list[str]:
    small = next((small for small, large in _SMALL_OF.items() if large == plain), "")
    marked = [unicodedata.normalize("NFC", plain + mark) for mark in ("\u3099", "\u309a")]
    return [*([small] if small else []), *marked]


_SMALL_OF: Final = dict(zip("ぁぃぅぇぉっゃゅょ", "あいうえおつやゆよ", strict=True))


def _layout(name: str, table: Mapping[str, Any]) -> KeyLayout:
    held = {key: tuple(forms.split()) for key, forms in table.get("held", {}).items()}
    letters = [_row(row, held) for row in table["rows"]]
    digits = [_row(table["digits"], held)] if "digits" in table else []
    compact = [*letters[:-1], _row(table["compact"], held)] if "compact" in table else letters
    return KeyLayout(name=name, shown_as=table["name"], rows=(*digits, *letters), compact=tuple(compact))


def _row(row: str, held: Mapping[str, tuple[str, ...]]) -> tuple[Key, ...]:
    keys: list[Key] = []
    left = 0.0
    for word in row.split():
        found = _ACT.fullmatch(word)
        width = float(found["width"] or 1) if found else 1.0
        if found is None:
            keys.append(Key(text=word, left=left, held=held.get(word, ())))
        elif found["act"] != "gap":
            keys.append(Key(act=found["act"], left=left, width=width))
        left += width
    return tuple(keys)
