"""What earlier answers say about the weights: told beside them, and taken into the form only by a button."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mixer_app.domain.learning import Finding, Learned
from mixer_app.services.learning_words import (
    finding_in_words,
    learned_from,
    learned_headline,
    suggestion_in_words,
    title_of,
    unknown_in_words,
)
from mixer_app.ui.widgets import Button, IconLabel, label, restyle


class LearnedPane(QFrame):
    """Hidden until something was learned; `wanted` asks to put the suggested weights into the form."""

    wanted = Signal(object)  # Learned

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._learned = Learned()
        self._build()
        self.take_button.clicked.connect(self._take)
        self.more_button.toggled.connect(self._show_details)

    def show_learned(self, learned: Learned) -> None:
        """Say what was learned; where nobody has answered anything yet, nothing."""
        self._learned = learned
        restyle(self, tone="accent" if learned.weights else "")
        self.headline_label.setText(learned_headline(learned))
        self.from_label.setText(learned_from(learned))
        self.take_button.setVisible(bool(learned.weights))
        self.more_button.setVisible(bool(learned.findings))
        self._fill(learned)
        self.setVisible(bool(learned.answers or learned.forgotten_events))

    def _build(self) -> None:
        self.setObjectName("learned_pane")
        self.setProperty("look", "card")
        self.setAccessibleName("What the answers of earlier evenings say")
        self.headline_label = label("", "body_strong", wrap=True)
        self.headline_label.setObjectName("learned_headline")
        self.from_label = label("", "muted_caption", wrap=True)
        self.take_button = Button("Take these weights into the form", small=True)
        self.take_button.setObjectName("take_weights_button")
        self.take_button.setAccessibleDescription("They can be changed there, and hold once the rules are used")
        self.more_button = Button("Show each criterion", small=True)
        self.more_button.setObjectName("show_findings_button")
        self.more_button.setCheckable(True)
        head = QHBoxLayout()
        head.setSpacing(12)
        mark = QVBoxLayout()
        mark.addWidget(IconLabel("sparkle"))
        mark.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.headline_label)
        words.addWidget(self.from_label)
        head.addLayout(mark)
        head.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.take_button)
        buttons.addWidget(self.more_button)
        buttons.addStretch(1)
        self._details = QWidget()
        self._lines = QVBoxLayout(self._details)
        self._lines.setContentsMargins(0, 8, 0, 0)
        self._lines.setSpacing(12)
        self._details.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(buttons)
        column.addWidget(self._details)
        self.hide()

    def _fill(self, learned: Learned) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for finding in learned.findings:
            self._lines.addWidget(_line(finding))
        if unknown := unknown_in_words(learned):
            self._lines.addWidget(label(unknown, "muted_caption", wrap=True))

    def _take(self) -> None:
        self.wanted.emit(self._learned)

    def _show_details(self, shown: bool) -> None:
        self._details.setVisible(shown)


def _line(finding: Finding) -> QWidget:
    """A criterion, what the answers say of it, and the weight that is suggested."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    head = QHBoxLayout()
    head.addWidget(label(title_of(finding), "body"), 1)
    if suggestion := suggestion_in_words(finding):
        head.addWidget(label(suggestion, "caption"))
    column.addLayout(head)
    column.addWidget(label(finding_in_words(finding), "muted_caption", wrap=True))
    return box
