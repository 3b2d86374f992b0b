"""Changing several children of a widget at the price of one layout."""

from collections.abc import Generator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget


@contextmanager
def laid_out_once(*places: QWidget | None) -> Generator[None]:
    """Lay these widgets out when the changes within are done, with the next events.

    Each child that is shown would have everything around it laid out at once, up to the window or the next
    scroll area: a dozen of them cost a frame.
    """
    paused = [
        (place, layout)
        for place in places
        if place is not None and (layout := place.layout()) is not None and layout.isEnabled()
    ]
    for _, layout in paused:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for place, layout in paused:
            layout.setEnabled(True)
            # A place that was shown meanwhile asked its layout in vain, and Qt does not ask again.
            QCoreApplication.postEvent(place, QEvent(QEvent.Type.LayoutRequest))
