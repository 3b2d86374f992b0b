"""Lines that tell what has happened: above the page what one should know, at its foot what can be undone."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from mixer_app.domain.evening import EveningNow
from mixer_app.ui.widgets import LINK, Button, IconButton, IconLabel, label
from mixer_app.ui.widgets.announcing import announce

if TYPE_CHECKING:
    from mixer_app.services.reseat import ReseatDone, ReseatProposal


class NewsLine(QFrame):
    """One sentence that stays until it is closed or no longer true."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._closed = ""
        self.setObjectName("news_line")
        self.setProperty("look", "notice")
        self.setAccessibleName("News")
        self.sentence_label = label("", "body", wrap=True)
        self.close_button = IconButton("x", "Close the note", size=16)
        self.close_button.setObjectName("close_news_button")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(12)
        row.addWidget(IconLabel("info", "warn"))
        row.addWidget(self.sentence_label, 1)
        row.addWidget(self.close_button)
        self.close_button.clicked.connect(self._close)
        self.hide()

    def tell(self, sentence: str) -> None:
        """Say this; nothing, or what was closed already, takes no room."""
        shown = bool(sentence) and sentence != self._closed
        if shown and sentence != self.sentence_label.text():
            self.sentence_label.setText(sentence)
            announce(self, sentence)
        self.setVisible(shown)

    def _close(self) -> None:
        self._closed = self.sentence_label.text()
        self.hide()


class AppliedBar(QFrame):
    """What was applied, with Undo, until the round begins that it is about."""

    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.applied: tuple[ReseatProposal, ReseatDone] | None = None
        self.setObjectName("applied_bar")
        self.setProperty("look", "bar")
        self.setAccessibleName("Applied")
        self.sentence_label = label("", "body_strong", wrap=True)
        self.undo_button = Button("Undo", kind=LINK, key="Ctrl Z")
        self.undo_button.setObjectName("undo_applied_button")
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 6, 24, 6)
        row.setSpacing(12)
        row.addWidget(IconLabel("check-circle", "good", weight="fill"))
        row.addWidget(self.sentence_label, 1)
        row.addWidget(self.undo_button)
        self.undo_button.clicked.connect(self.undo_asked)
        self.hide()

    def show_applied(self, proposal: "ReseatProposal", done: "ReseatDone") -> None:
        """Show what was done."""
        self.applied = proposal, done
        number = len(proposal.moves)
        changes = f"{number:,} change{'' if number == 1 else 's'}"
        sentence = f"{changes} applied, from round {proposal.from_round} on"
        self.sentence_label.setText(sentence)
        announce(self, sentence)
        self.show()

    def follow(self, evening: EveningNow, newest_version: int | None) -> None:
        """Go once the round has begun (of the one under way: is over), or another plan is out."""
        if self.applied is None:
            return
        proposal, done = self.applied
        begun = evening.over_rounds if proposal.in_round else evening.begun_rounds
        if begun >= proposal.from_round or (newest_version or 0) > done.plan.version:
            self.forget()

    def forget(self) -> None:
        """There is nothing to undo here."""
        self.applied = None
        self.hide()
