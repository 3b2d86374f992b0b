"""A pile of paper on the left hand, and what comes of it on the right."""

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mixer_app.ui.follow_up.entry_card import EntryCard
from mixer_app.ui.follow_up.side_cards import EnteredCard, MatchesCard, WithoutCard
from mixer_app.ui.theme import current

TWO_FROM: Final = 1016  # px at 100 %: narrower, the results have a place of their own
_LAST_FROM: Final = 660  # px at 100 %: lower, the sheet has all the room


class EnterView(QWidget):
    """Places the cards; where room is short the sheet has all of it."""

    def __init__(self, entry_card: EntryCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry_card = entry_card
        self.entered_card, self.matches_card, self.without_card = EnteredCard(), MatchesCard(), WithoutCard()
        row = QHBoxLayout(self)
        margin = current().space.page_margin
        row.setContentsMargins(margin, 0, margin, 24)
        row.setSpacing(24)
        left, self.results = QVBoxLayout(), QWidget()
        left.setSpacing(24)
        left.addWidget(self.entry_card, 1)
        left.addWidget(self.entered_card)
        right = QVBoxLayout(self.results)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(24)
        right.addWidget(self.matches_card)
        right.addWidget(self.without_card, 1)
        row.addLayout(left, 13)
        row.addWidget(self.results, 10)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Show what there is room for."""
        scale = current().scale
        self.results.setVisible(self.width() / scale >= TWO_FROM)
        self.entered_card.setVisible(self.height() / scale >= _LAST_FROM)
