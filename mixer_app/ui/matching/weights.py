"""The weights of the criteria that every event has."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mixer_app.services.rules_words import CRITERION_TITLES
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import NumberField, ShareBar, label

_MEANINGS: Final = {
    "needs": "The share of the mentee's needs that the mentor knows; rare ones count more",
    "topics": "The share of the mentee's topics; the first choice counts most",
    "experience": "How far the mentor is ahead, by the gaps below",
    "field": "The same, related, or another field",
    "wishes": "Named by the mentee, by the mentor, by both",
    "reach": "The same region or remote, and how often",
    "mentor_gain": "The mentor's own interests that the mentee meets",
}
_MOST: Final = 100


class ShareField(QWidget):
    """A weight, and the share of the whole that it comes to."""

    changed = Signal()

    def __init__(self, weight: float, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given = weight
        self.field = NumberField(round(weight * 100), least=0, most=max(_MOST, round(weight * 100)), name=name)
        self.field.setFixedWidth(current().px(80))
        self.field.valueChanged.connect(self.changed)
        self._bar = ShareBar()
        self._bar.setFixedWidth(current().px(72))
        self.share_label = label("", "muted_caption")
        self.share_label.setFixedWidth(current().px(36))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._bar)
        row.addWidget(self.share_label)
        row.addWidget(self.field)

    @property
    def weight(self) -> float:
        """The weight; one that nobody touched is exactly as it was."""
        untouched = self.field.value() == round(self._given * 100)
        return self._given if untouched else self.field.value() / 100

    def set_weight(self, weight: float) -> None:
        """Show another weight."""
        self._given = weight
        self.field.setMaximum(max(_MOST, round(weight * 100)))
        self.field.setValue(round(weight * 100))

    def set_narrow(self, narrow: bool) -> None:
        """Leave the bar out where there is no room for it."""
        self._bar.setVisible(not narrow)

    def show_share(self, whole: float) -> None:
        """Show what part of `whole` this is."""
        share = self.weight / whole if whole else 0.0
        self._bar.set_parts([("accent", share)], 1.0)
        self.share_label.setText(f"{share * 100:.0f} %")


class WeightRows(QWidget):
    """A row for each criterion: what it means, its share, its weight."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = {name: ShareField(0.0, f"Weight of {title}") for name, title in CRITERION_TITLES.items()}
        self._meanings: list[QLabel] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for name, field in self.fields.items():
            field.field.setObjectName(f"weight_of_{name}")
            field.changed.connect(self.changed)
            column.addLayout(self._row(name, field))

    def show_weights(self, weights: Mapping[str, float]) -> None:
        """Fill the fields."""
        for name, field in self.fields.items():
            field.set_weight(weights.get(name, 0.0))

    def weights(self) -> dict[str, float]:
        """What the fields say, of each criterion."""
        return {name: field.weight for name, field in self.fields.items()}

    def show_shares(self, whole: float) -> None:
        """Show the share of each in the sum of all weights."""
        for field in self.fields.values():
            field.show_share(whole)

    def set_narrow(self, narrow: bool) -> None:
        """Leave the bars out where there is no room for them; the shares are told in figures too."""
        for field in self.fields.values():
            field.set_narrow(narrow)

    def _row(self, name: str, field: ShareField) -> QHBoxLayout:
        words, row = QVBoxLayout(), QHBoxLayout()
        words.setSpacing(0)
        title = label(CRITERION_TITLES[name], "body")
        title.setBuddy(field.field)
        meaning = label(_MEANINGS[name], "muted_caption", wrap=True)
        field.field.setAccessibleDescription(_MEANINGS[name])
        self._meanings.append(meaning)
        words.addWidget(title)
        words.addWidget(meaning)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(field)
        return row
