"""Text as every database takes it."""

from typing import TypeVar

_T = TypeVar("_T")


def storable(value: _T) -> _T:
    """Text without what no database takes: NUL, and halves of characters; anything else as it is."""
    if not isinstance(value, str) or (value.isascii() and "\0" not in value):
        return value
    return value.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
