"""Where room is short: the verdict in one line, the way to the list, and Apply."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from mixer_app.ui.live.reseat_card import ReseatCard
from mixer_app.ui.widgets import PRIMARY, Button, ElidedLabel


class VerdictBar(QFrame):
    """Says what a `ReseatCard` says."""

    open_asked = Signal()
    apply_asked = Signal()

    def __init__(self, card: ReseatCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = card
        self.setObjectName("verdict_bar")
        self.setProperty("look", "card")
        self.setAccessibleName("Reseat in short")
        self.verdict_label = ElidedLabel("", "body_strong")
        self.open_button = Button("Reseat", key="Ctrl R")
        self.apply_button = Button("Apply", kind=PRIMARY)
        self.open_button.setObjectName("open_reseat_button")
        self.apply_button.setObjectName("short_apply_button")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self.verdict_label, 1)
        row.addWidget(self.open_button)
        row.addWidget(self.apply_button)
        self.open_button.clicked.connect(self.open_asked)
        self.apply_button.clicked.connect(self.apply_asked)
        card.standing_changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Say what the card says now."""
        self.verdict_label.setText(self._card.verdict_label.text())
        listed = self._card.proposal is not None and bool(self._card.proposal.moves)
        self.open_button.setText("Show changes" if listed else "Reseat")
        self.open_button.set_key("" if listed else "Ctrl R")
        self.apply_button.setText(self._card.apply_button.text())
        self.apply_button.setVisible(self._card.can_apply)
