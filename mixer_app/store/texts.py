"""Text as every database takes it."""

from typing import Any, TypeVar, cast

_T = TypeVar("_T")


def storable(value: _T) -> _T:
    """Text without what no database takes: NUL, and halves of characters; anything else as it is."""
    if value.__class__ is not str:
        return value
    text = cast(str, value)
    if text.isascii() and "\0" not in text:
        return value
    return cast(Any, text.replace("\0", "").encode("utf-8", "replace").decode("utf-8"))
