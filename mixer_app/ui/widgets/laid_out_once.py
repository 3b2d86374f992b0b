"""Changing several children of a widget at the price of one layout."""

from collections.abc import Generator
from contextlib import contextmanager

from PySide6.QtWidgets import QWidget


@contextmanager
def laid_out_once(*places: QWidget | None) -> Generator[None]:
    """Lay these widgets out when the changes within are done, with the next events.

    Each child that is shown would have everything around it laid out at once, up to the window or the next
    scroll area: a dozen of them cost a frame.
    """
    layouts = [layout for place in places if place is not None and (layout := place.layout()) is not None]
    paused = [layout for layout in layouts if layout.isEnabled()]
    for layout in paused:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in paused:
            layout.setEnabled(True)
