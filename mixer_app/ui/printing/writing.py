"""What the Print page writes down: which labels a document takes, and what the event's badges say on their back."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject

from mixer_app.services.event_sheet import Saved, save_settings
from mixer_app.services.paper import LabelChoice
from mixer_app.ui.page import Page


@dataclass(frozen=True, slots=True)
class TakenLabels:
    """Which labels a document takes, and how many were drawn on; None: it is on no labels."""

    labels: LabelChoice | None
    drawn_on: int


class PrintWriting(QObject):
    """Writes for a page, which then says what was done and reads anew."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page

    def save_settings(self, changes: dict[str, Any]) -> None:
        """Change these settings of the event."""
        page = self._page
        if page.event_shown is None:
            return
        event_id, now = page.event_shown.id, page.clock()
        page.background.run(
            lambda progress: page.database.write(save_settings, event_id, changes, station=page.station, now=now),
            on_done=self._tell_saved,
            on_failed=page.failed.emit,
        )

    def _tell_saved(self, saved: Saved) -> None:
        if saved.entry_id is not None:
            self._page.said.emit(f"{saved.sentence}.", saved.entry_id)
        self._tell_changed(None)

    def _tell_changed(self, nothing: None) -> None:
        self._page.changed.emit()
        self._page.refresh()
