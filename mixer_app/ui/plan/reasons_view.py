"""Why the plan is no better: what is short, who meets fewer, who would rather have met."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mixer_app.services.plan_reasons import PlanReasons
from mixer_app.ui.widgets.labels import from_the_left, label

NOTHING_BETTER: Final = "Everyone meets as many as the others, and no two would rather have met."
_WAITING: Final = "Looking for what stands in the way."


class ReasonsView(QWidget):
    """The content of the panel: a heading and its sentences for each kind of reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 8, 24, 24)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        self._entries: list[QWidget] = []

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
        """Show each kind that there is; one sentence if there is none."""
        self._clear()
        more = (f"And {reasons.more_fewer} more.",) if reasons.more_fewer else ()
        people = tuple(f"{one.name}: {one.sentence}" for one in reasons.fewer)
        self._section("What would help", reasons.shortages)
        self._section("Meet fewer than the average", (*people, *more))
        self._section("Would rather have met", reasons.rather)
        if not self._entries:
            self._add(NOTHING_BETTER, "body")

    def _section(self, title: str, sentences: Sequence[str]) -> None:
        if sentences:
            self._add(title, "body_strong", above=8 if self._entries else 0)
        for sentence in sentences:
            self._add(sentence, "body")

    def _add(self, words: str, role: str, *, above: int = 0) -> None:
        entry = label(from_the_left(words), role, wrap=True)
        entry.setContentsMargins(0, above, 0, 0)
        entry.setAccessibleName(words)
        self._column.insertWidget(len(self._entries), entry)
        self._entries.append(entry)

    def _clear(self) -> None:
        for entry in self._entries:
            self._column.removeWidget(entry)
            entry.hide()
            entry.deleteLater()
        self._entries = []
