"""What would help a plan: who meets fewer, who would rather have met, what is short."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mixer_app.services.plan_reasons import PlanReasons
from mixer_app.ui.widgets.labels import from_the_left, label

NOTHING_BETTER: Final = "Everyone meets as many as the others, and no two would rather have met."
_WAITING: Final = "Looking for what stands in the way."
_TRYING: Final = "Trying what more mentors would bring."
_NOTHING_HELPS: Final = "Two more mentors for any one need or topic would lift nobody."


class ReasonsView(QWidget):
    """The content of the panel: a heading and its sentences for each kind of reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 8, 24, 24)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        self._entries: list[QWidget] = []
        self._known = 0  # entries that stay while the rest is tried

    @property
    def sentences(self) -> list[str]:
        """What is said, from above, headings too."""
        return [entry.accessibleName() for entry in self._entries]

    def show_waiting(self) -> None:
        """The reasons are being looked for."""
        self._clear()
        self._add(_WAITING, "muted")

    def show_failure(self, sentence: str) -> None:
        """They could not be found."""
        self._clear()
        self._add(sentence, "body")

    def show_reasons(self, reasons: PlanReasons) -> None:
        """Show what is known at once; what is short is being tried."""
        self._clear()
        more = (f"And {reasons.more_fewer} more.",) if reasons.more_fewer else ()
        people = tuple(f"{one.name}: {one.sentence}" for one in reasons.fewer)
        self._section("Meet fewer than the average", (*people, *more))
        self._section("Would rather have met", reasons.rather)
        if not self._entries:
            self._add(NOTHING_BETTER, "body")
        self._known = len(self._entries)
        self._section("More mentors", (_TRYING,), role="muted")

    def show_shortages(self, shortages: Sequence[str]) -> None:
        """Show what more mentors would bring."""
        self._clear(self._known)
        self._section("More mentors", shortages or (_NOTHING_HELPS,))

    def _section(self, title: str, sentences: Sequence[str], role: str = "body") -> None:
        if sentences:
            self._add(title, "body_strong", above=8 if self._entries else 0)
        for sentence in sentences:
            self._add(sentence, role)

    def _add(self, words: str, role: str, *, above: int = 0) -> None:
        entry = label(from_the_left(words), role, wrap=True)
        entry.setContentsMargins(0, above, 0, 0)
        entry.setAccessibleName(words)
        self._column.insertWidget(len(self._entries), entry)
        self._entries.append(entry)

    def _clear(self, keep: int = 0) -> None:
        """Take all entries away but the first `keep`."""
        for entry in self._entries[keep:]:
            self._column.removeWidget(entry)
            entry.hide()
            entry.deleteLater()
        del self._entries[keep:]
