"""What cannot be printed as it should, told before it is on paper."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mixer_app.ui import theme
from mixer_app.ui.widgets.cards import IconLabel
from mixer_app.ui.widgets.labels import label

_LINES_SHOWN = 4


class Problems(QFrame):
    """One sentence for each thing that does not fit; gone when there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setProperty("tone", "warn")
        self.title_label = label("", "body_strong")
        self.sentences: list[str] = []
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName("What does not fit")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel("warning", "warn", size=18))
        head.addWidget(self.title_label, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._scroll)
        self.hide()

    def show_sentences(self, sentences: Sequence[str]) -> None:
        """List what does not fit."""
        self.sentences = list(sentences)
        number = len(sentences)
        self.title_label.setText(
            "One thing to look at before printing" if number == 1 else f"{number:,} things to look at before printing"
        )
        lines = QWidget()
        lines.setProperty("look", "scrolled")
        column = QVBoxLayout(lines)
        column.setContentsMargins(26, 0, 0, 0)
        column.setSpacing(4)
        for sentence in sentences:
            column.addWidget(label(sentence, "body", wrap=True))
        column.addStretch(1)
        self._scroll.setWidget(lines)
        self.setVisible(number > 0)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As high as what is said, up to a few lines."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = self._scroll.widget()
        if lines is not None:
            wanted = max(0, lines.heightForWidth(self._scroll.viewport().width()))
            self._scroll.setFixedHeight(min(wanted, _LINES_SHOWN * (theme.current().line("body") + 6)))
