"""The verdict on a plan: in a sentence first, then as a bar."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mixer_app.services.plan_words import PlanVerdict
from mixer_app.ui import theme
from mixer_app.ui.plan.fit_bar import FitBar, FitLegend
from mixer_app.ui.widgets.buttons import LINK, Button
from mixer_app.ui.widgets.cards import IconLabel
from mixer_app.ui.widgets.labels import ElidedLabel, label

_LEGEND_FROM: Final = 920  # narrower, the legend is in the tooltips of the bar
_BESIDE_FROM: Final = 560
_WORDS_SHARE, _BAR_SHARE = 9, 10


class QualityCard(QFrame):
    """Sentence, proof and bar of a plan."""

    reasons_asked = Signal()
    step_chosen = Signal(object)
    """The step of fit whose chips are to be outlined, or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setProperty("look", "card")
        self.setAccessibleName("Quality of the plan")
        self.headline_label = label("", "title", wrap=True)
        self._seal = IconLabel("seal-check", "good", size=18, weight="fill")
        self.detail_label = label("", "muted", wrap=True)
        self._meetings_label = label("", "caption")
        self._possible_label = ElidedLabel("", "muted_caption")
        self._possible_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.why_button = Button("What would help?", kind=LINK, small=True)
        self.bar = FitBar()
        self.legend = FitLegend()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(24, 12, 24, 12)
        self._row.setSpacing(32)
        self._row.addLayout(self._words(), _WORDS_SHARE)
        self._row.addLayout(self._measure(), _BAR_SHARE)

    def _words(self) -> QVBoxLayout:
        column, detail = QVBoxLayout(), QHBoxLayout()
        detail.setSpacing(8)
        detail.addWidget(self._seal, alignment=Qt.AlignmentFlag.AlignTop)
        detail.addWidget(self.detail_label, 1)
        column.setSpacing(2)
        column.addStretch(1)
        column.addWidget(self.headline_label)
        column.addLayout(detail)
        column.addStretch(1)
        return column

    def _measure(self) -> QVBoxLayout:
        column, head = QVBoxLayout(), QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._meetings_label, 1)
        head.addWidget(self._possible_label)
        head.addWidget(self.why_button)
        column.setSpacing(2)
        column.addStretch(1)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(self.legend)
        column.addStretch(1)
        return column

    def _connect(self) -> None:
        self.bar.step_chosen.connect(self.step_chosen)
        self.legend.step_clicked.connect(self._toggle)
        self.why_button.clicked.connect(self.reasons_asked)

    def show_verdict(self, verdict: PlanVerdict) -> None:
        """Say how good a plan is."""
        meetings = sum(verdict.counts)
        self.headline_label.setText(verdict.headline)
        self.detail_label.setText(verdict.detail)
        self._seal.set_icon(
            "seal-check" if verdict.proven else "hourglass",
            "good" if verdict.proven else "text_muted",
            weight="fill" if verdict.proven else "regular",
        )
        self._seal.setVisible(bool(verdict.detail))
        self._meetings_label.setText(f"{meetings:,} {'introduction' if meetings == 1 else 'introductions'} by fit")
        possible = "" if verdict.fairest else f"{meetings:,} of {max(meetings, verdict.possible):,} possible"
        self._possible_label.setText(possible)
        self.bar.set_counts(verdict.counts)
        self.legend.set_counts(verdict.counts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the legend to the tooltips where there is no room for it."""
        super().resizeEvent(event)
        roomy = self.width() >= theme.current().px(_LEGEND_FROM)
        self.legend.setVisible(roomy)
        self._row.setStretch(0, _WORDS_SHARE if roomy else 0)
        beside = self.width() >= theme.current().px(_BESIDE_FROM)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(32 if beside else 8)

    def _toggle(self, step: int) -> None:
        self.bar.choose(None if self.bar.step == step else step)
