"""Why a pair fits: one line for each criterion, with a bar for its part score."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mixer_app.domain.plans import Evidence
from mixer_app.ui import theme
from mixer_app.ui.widgets.bars import ShareBar
from mixer_app.ui.widgets.cards import IconLabel
from mixer_app.ui.widgets.labels import label

_BAR_WIDTH: Final = 48

_NAMES: Final = {
    "needs": "Needs",
    "topics": "Topics",
    "experience": "Experience",
    "field": "Field",
    "wishes": "Wishes",
    "reach": "Reach afterwards",
    "mentor_gain": "What the mentor would gain",
}
_UNKNOWN: Final = {
    "needs": "Needs not answered",
    "topics": "Topics not answered",
    "experience": "Experience not known",
    "field": "Field not known",
    "wishes": "No wish by either",
    "reach": "Contact afterwards not answered",
    "mentor_gain": "No interest of the mentor named",
}
_NOTHING: Final = {
    "needs": "No need in common",
    "topics": "No topic in common",
    "experience": "Little ahead in years",
    "field": "Different fields",
    "wishes": "No wish by either",
    "reach": "Far apart, or different habits",
    "mentor_gain": "Nothing the mentor asked for",
}
PRIVATE_WORDS: Final = "A private reason"


class EvidenceList(QWidget):
    """The criteria of one pair, what speaks for it first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._lines: list[EvidenceLine] = []

    @property
    def lines(self) -> list["EvidenceLine"]:
        """The lines, from above."""
        return self._lines

    def show_evidence(self, evidence: tuple[Evidence, ...]) -> None:
        """Show one line for each criterion that counts."""
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        counting = [piece for piece in evidence if piece.weight > 0]
        self._lines = [EvidenceLine(piece) for piece in sorted(counting, key=_rank)]
        for line in self._lines:
            self._column.addWidget(line)


class EvidenceLine(QWidget):
    """One criterion: mark, sentence, what it is, and its part score."""

    def __init__(self, evidence: Evidence, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        speaks = evidence.part is not None and evidence.part > 0
        sentence = evidence_words(evidence)
        caption = _caption(evidence)
        icon = IconLabel("check" if speaks else "minus", "good" if speaks else "text_muted", size=16)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(sentence, "body" if speaks else "muted", wrap=True))
        words.addWidget(label(caption, "muted_caption", wrap=True))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.addWidget(_at_line(icon), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(words, 0, 1)
        grid.addWidget(_at_line(_part_mark(evidence.part)), 0, 2, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(1, 1)
        self.setAccessibleName(f"{sentence}. {caption}, {_spoken_part(evidence.part)}")


def evidence_words(evidence: Evidence) -> str:
    """The sentence of a criterion; what rests on a sensitive need is not told here."""
    if evidence.sensitive:
        return PRIVATE_WORDS
    if evidence.sentence:
        return evidence.sentence
    table = _UNKNOWN if evidence.part is None else _NOTHING
    return table.get(evidence.criterion, "Not answered" if evidence.part is None else "Nothing in common")


def _caption(evidence: Evidence) -> str:
    name = _NAMES.get(evidence.criterion, evidence.criterion)
    return f"{name}, neutral" if evidence.part is None else f"{name}, {evidence.weight:.0%} of the score"


def _rank(evidence: Evidence) -> tuple[int, float]:
    return (2 if evidence.part is None else 1 if evidence.part == 0 else 0, -evidence.weight)


def _part_mark(part: float | None) -> QWidget:
    if part is None:
        dash = label("–", "muted_caption")
        dash.setFixedWidth(theme.current().px(_BAR_WIDTH))
        dash.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return dash
    bar = ShareBar(height=theme.current().px(4))
    bar.setFixedWidth(theme.current().px(_BAR_WIDTH))
    bar.set_parts([("accent", part)], 1.0)
    bar.setAccessibleName(_spoken_part(part))
    return bar


def _spoken_part(part: float | None) -> str:
    return "neutral" if part is None else f"{part:.0%}"


def _at_line(widget: QWidget) -> QWidget:
    """Hold a small mark in the middle of a line of words."""
    holder = QWidget()
    holder.setFixedHeight(theme.current().line("body"))
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget)
    return holder
