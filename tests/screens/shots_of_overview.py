"""Pictures of the Overview."""

from collections.abc import Iterator

from evening import ScreenContext
from PySide6.QtWidgets import QWidget


def shots(context: ScreenContext) -> Iterator[tuple[str, QWidget]]:
    """At 18:42, while people arrive."""
    context.go_to("overview")
    yield "overview", context.window
