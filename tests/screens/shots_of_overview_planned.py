"""Pictures of the Overview once the evening is planned."""

from collections.abc import Iterator

from evening import ScreenContext
from PySide6.QtWidgets import QWidget


def shots(context: ScreenContext) -> Iterator[tuple[str, QWidget]]:
    """At 18:51."""
    context.go_to("overview")
    yield "overview-planned", context.window
