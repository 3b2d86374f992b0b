"""Text as every database takes it."""

from typing import Any, TypeVar, cast

from mixer_app.domain.unseen import without_unseen

_T = TypeVar("_T")


def storable(value: _T) -> _T:
    """Text without what no database takes, or nobody sees and does harm; anything else as it is."""
    if value.__class__ is not str:
        return value
    text = cast(str, value)
    if text.isascii() and text.isprintable():
        return value
    return cast(Any, without_unseen(text.encode("utf-8", "replace").decode("utf-8")))
