"""Pictures of Print."""

from collections.abc import Iterator

from evening import ScreenContext
from PySide6.QtWidgets import QWidget


def shots(context: ScreenContext) -> Iterator[tuple[str, QWidget]]:
    """The page as it opens."""
    context.go_to("print")
    yield "print", context.window
