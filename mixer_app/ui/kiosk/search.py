"""Find oneself without ever browsing others."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from mixer_app.ui.kiosk import words
from mixer_app.ui.kiosk.hits import HitColumn
from mixer_app.ui.kiosk.look import KioskLook
from mixer_app.ui.kiosk.typing_page import TypingPage
from mixer_app.ui.kiosk.words import say
from mixer_app.ui.widgets.announcing import announce

if TYPE_CHECKING:
    from mixer_app.services.kiosk_search import KioskHits

_SLOW_MS = 300


class SearchPage(TypingPage):
    """The field, the keyboard, and at most five masked hits."""

    hit_chosen = Signal(int)
    scan_wanted = Signal()

    def __init__(self, look: KioskLook, layouts: Sequence[str], *, scans: bool = True) -> None:
        self._scans = scans
        self.hits = HitColumn(look)
        super().__init__(look, layouts, self.hits)
        self._found: KioskHits | None = None
        self._told = ""
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MS)
        self._slow.timeout.connect(self.hits.show_waiting)
        self.hits.chosen.connect(self.hit_chosen)
        self.field.edit.walked.connect(self.hits.walk)
        self.field.entered.connect(self._enter)

    def wait_for_hits(self) -> None:
        """An answer is on its way; after 300 ms its place is marked."""
        if not self._slow.isActive():
            self._slow.start()

    def show_hits(self, found: "KioskHits | None") -> None:
        """Show who was found; None: nothing was looked for."""
        self._slow.stop()
        self._found = found
        self._show()

    @property
    def found_nobody(self) -> bool:
        """Whether the answer is that there is nobody of this name."""
        found = self._found
        return found is not None and not (found.hits or found.many or found.too_short)

    def retranslate(self) -> None:
        self.set_heading(say(words.TYPE_YOUR_NAME))
        self.field.name(say(words.TYPE_YOUR_NAME), say(words.TYPE_YOUR_NAME) if self.heading.isHidden() else "")
        self.keyboard.retranslate()
        self._show()

    def wipe(self) -> None:
        super().wipe()
        self.show_hits(None)

    def back_words(self) -> str:
        return say(words.BACK)

    def forward_words(self) -> tuple[str, str]:
        return (say(words.SCAN_INSTEAD), "qr-code") if self._scans else ("", "")

    def forward_is_filled(self) -> bool:
        return False

    def announcement(self) -> str:
        return self._told

    def sentence(self) -> str:
        if self.hits.sentence.isHidden() and self.hits.sentence.text():
            return self.hits.sentence.text()
        return say(words.ONE_MORE_DETAIL_NEXT)

    def go_back(self) -> None:
        self.left.emit()

    def go_forward(self) -> None:
        self.scan_wanted.emit()

    def least_beside(self) -> int:
        """The height of two lines of hits, in px."""
        return self.hits.height_of(2)

    def _arrange(self) -> None:
        super()._arrange()
        placeholder = say(words.TYPE_YOUR_NAME) if self.heading.isHidden() else ""
        self.field.edit.setPlaceholderText(placeholder)
        if self._found is not None and len(self._found.hits) != len(self.hits.rows):
            self._show()

    def _show(self) -> None:
        found = self._found
        if found is None or found.too_short:
            self.hits.show_hits((), say(words.THREE_LETTERS))
        elif found.many or len(found.hits) > self.hits.room:
            self.hits.show_hits((), say(words.MANY_OF_THIS_NAME if found.whole else words.MANY_MATCH))
        elif not found.hits:
            self.hits.show_hits((), say(words.NOBODY))
        else:
            self.hits.show_hits(found.hits, say(words.NOT_THERE))
        self._announce()
        self.footing_changed.emit()

    def _announce(self) -> None:
        """Say what became of the letters typed; what stays as it was is not said with every letter."""
        found, rows = self._found, len(self.hits.rows)
        told = say(words.FOUND, count=rows) if rows else self.hits.sentence.text()
        told = "" if found is None or found.too_short else told
        if told and told != self._told and self.isVisible():
            announce(self, told)
        self._told = told

    def _enter(self) -> None:
        """Enter opens the only hit; among several one is walked to first."""
        if len(self.hits.rows) == 1:
            self.hits.rows[0].click()
        else:
            self.hits.walk(1)
