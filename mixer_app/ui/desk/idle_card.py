"""What stands in the place of the hits while nobody is looked for: what to do, or what just happened."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mixer_app.ui.desk.badge_state import BadgeState
from mixer_app.ui.desk.note_band import NoteBand
from mixer_app.ui.desk.words import not_found_words, walk_in_hint
from mixer_app.ui.widgets import Card, IconLabel, restyle
from mixer_app.ui.widgets.breaking_label import BreakingLabel
from mixer_app.ui.widgets.labels import from_the_left


class IdleCard(Card):
    """One sentence at 20 and one below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("idle_card")
        self._mark = IconLabel("barcode", size=24)
        self.title_label = BreakingLabel("", "title")
        self.sentence_label = BreakingLabel("", "muted")
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.title_label)
        words.addWidget(self.sentence_label)
        words.addSpacing(4)
        words.addWidget(self._badge_row())
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.note_band = NoteBand()
        self.body.setSpacing(12)
        self.body.addLayout(row)
        self.body.addWidget(self.note_band)
        self.invite()

    def _badge_row(self) -> QWidget:
        self._badge_mark = IconLabel("printer", size=16)
        self.badge_label = BreakingLabel()
        self._badge = QWidget()
        row = QHBoxLayout(self._badge)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._badge_mark)
        row.addWidget(self.badge_label, 1)
        self._badge.hide()
        return self._badge

    def invite(self) -> None:
        """Nobody is looked for."""
        self._say("barcode", "text_muted", "Scan a badge or type a name", "Spelling is forgiven. Enter checks in.")

    def tell_done(self, title: str, sentence: str) -> None:
        """Someone was checked in."""
        self._say("check-circle", "good", title, sentence, weight="fill")

    def show_badge(self, badge: BadgeState | None) -> None:
        """Say what has become of the badge of whoever is told of; None: nothing."""
        if badge is not None:
            self._badge_mark.set_icon(badge.icon, badge.tone)
            self.badge_label.setText(badge.whole)
            restyle(self.badge_label, tone=badge.tone)
        self._badge.setVisible(badge is not None)

    def tell_nobody(self, text: str) -> None:
        """The search found nobody."""
        self._say(
            "user-circle-dashed",
            "text_muted",
            "No one like this",
            f"Nobody fits “{text}”. F2 adds a {walk_in_hint(text)}.",
        )

    def tell_not_found(self, typed: str) -> None:
        """A typed code or address belongs to nobody of this event."""
        self._say("warning-circle", "warn", *not_found_words(typed), tone="warn_strong", weight="fill")

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
        self.show_badge(None)
