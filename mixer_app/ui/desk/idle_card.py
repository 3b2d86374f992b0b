"""What stands in the place of the hits while nobody is looked for: what to do, or what just happened."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mixer_app.ui.desk.note_band import NoteBand
from mixer_app.ui.widgets import Card, IconLabel, label
from mixer_app.ui.widgets.labels import from_the_left


class IdleCard(Card):
    """One sentence at 20 and one below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("idle_card")
        self._mark = IconLabel("barcode", size=24)
        self.title_label = label("", "title", wrap=True)
        self.sentence_label = label("", "muted", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.title_label)
        words.addWidget(self.sentence_label)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.note_band = NoteBand()
        self.body.setSpacing(12)
        self.body.addLayout(row)
        self.body.addWidget(self.note_band)
        self.invite()

    def invite(self) -> None:
        """Nobody is looked for."""
        self._say("barcode", "text_muted", "Scan a badge or type a name", "Spelling is forgiven. Enter checks in.")

    def tell_done(self, title: str, sentence: str) -> None:
        """Someone was checked in."""
        self._say("check-circle", "good", title, sentence, weight="fill")

    def tell_nobody(self, text: str) -> None:
        """The search found nobody."""
        self._say(
            "user-circle-dashed",
            "text_muted",
            "No one like this",
            f"Nobody fits “{text}”. F2 adds a walk-in with this name.",
        )

    def tell_unknown(self, text: str) -> None:
        """A scanned code belongs to nobody of this event."""
        self._say(
            "warning-circle",
            "warn",
            "This badge is not of this event",
            f"“{text}” is nobody’s code here. Type the name, or press F2 for a walk-in.",
            tone="warn_strong",
            weight="fill",
        )

    def tell_failed(self, sentence: str) -> None:
        """Something did not work."""
        self._say("warning-circle", "bad", "This was not saved", sentence, tone="bad", weight="fill")

    def _say(self, icon: str, role: str, title: str, sentence: str, *, tone: str = "", weight: str = "regular") -> None:
        self._mark.set_icon(icon, role, weight=weight)
        self.title_label.setText(from_the_left(title))
        self.sentence_label.setText(sentence)
        self.setAccessibleName(f"{title}. {sentence}")
        self.set_tone(tone)
        self.note_band.show_nothing()
