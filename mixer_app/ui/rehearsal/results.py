"""What to expect of the evening: sentences first, then small charts with their figures in words."""

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mixer_app.services.evenings_account import EveningsAccount, SideExpectation, Spread
from mixer_app.services.evenings_words import (
    column_words,
    expectations,
    headline,
    held_words,
    meetings_spoken,
    tables_spoken,
)
from mixer_app.ui.rehearsal.more_mentors import MoreMentorsView
from mixer_app.ui.widgets import IconLabel, RoleMark, label
from mixer_app.ui.widgets.ranges import RangeColumns, Ranged

NOTHING_YET = (
    "Each evening other people stay away, come late or leave early. Those who are there are planned for, "
    "and the plan is repaired before every round, as on the day."
)
CHANGED_SINCE = "People or rules have changed since. Rehearse again to see what it means."
_SIDE_BY_SIDE_FROM = 620


class ResultsPane(QWidget):
    """An account, as far as it goes; or that there is none yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("What to expect")
        self.headline_label = label("What would the evening be like?", "title", wrap=True)
        self.held_label = label(NOTHING_YET, "muted", wrap=True)
        self.changed_note = _ChangedNote()
        self.sentence_labels: list[QLabel] = []
        self.mentees_chart, self.mentors_chart = RangeColumns("mentee", unit=" %"), RangeColumns("mentor", unit=" %")
        self.tables_chart = RangeColumns("text_muted")
        self.more_view = MoreMentorsView()
        self._sentences = QVBoxLayout()
        self._charts = QWidget()
        self._build()

    def _build(self) -> None:
        self._sentences.setSpacing(6)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(24)
        self._mentees = _titled(self.mentees_chart, "Meetings per mentee", "share of the mentees who come", "mentee")
        self._mentors = _titled(self.mentors_chart, "Meetings per mentor", "share of the mentors who come", "mentor")
        self._tables = _titled(self.tables_chart, "Tables that stand empty", "by round, of those with a mentor")
        self._pair.addWidget(self._mentees, 1)
        self._pair.addWidget(self._mentors, 1)
        charts = QVBoxLayout(self._charts)
        charts.setContentsMargins(0, 8, 0, 0)
        charts.setSpacing(16)
        charts.addLayout(self._pair)
        self._row_of_tables = QHBoxLayout()
        self._row_of_tables.setSpacing(24)
        self._row_of_tables.addWidget(self._tables, 1)
        self._row_of_tables.addStretch(1)
        charts.addLayout(self._row_of_tables)
        charts.addWidget(
            label(
                "Columns: the evening in the middle. Lines and numbers: the range of the evenings.",
                "muted_caption",
                wrap=True,
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(8)
        column.addWidget(self.changed_note)
        column.addWidget(self.headline_label)
        column.addWidget(self.held_label)
        column.addSpacing(4)
        column.addLayout(self._sentences)
        column.addWidget(self._charts)
        column.addWidget(self.more_view)
        column.addStretch(1)
        for widget in (self.changed_note, self._charts, self.more_view):
            widget.hide()

    def show_refusal(self, sentence: str) -> None:
        """Say why there is nothing to rehearse, or why it did not work."""
        self._show_words("This cannot be rehearsed.", sentence)

    def show_stopped(self) -> None:
        """It was stopped before the first evening was over."""
        self._show_words("Stopped.", "No evening was over yet. Nothing has changed.")

    def show_account(self, account: EveningsAccount) -> None:
        """Show what to expect."""
        self.headline_label.setText(headline(account))
        self.held_label.setText(held_words(account))
        self._show_sentences(expectations(account))
        for chart, box, side, who in (
            (self.mentees_chart, self._mentees, account.mentee_side, "mentees"),
            (self.mentors_chart, self._mentors, account.mentor_side, "mentors"),
        ):
            box.setVisible(side is not None)
            if side is not None:
                chart.show_columns(_columns(side), meetings_spoken(side, who))
        some_empty = any(one.high for one in account.empty_tables)
        self._tables.setVisible(some_empty)
        if some_empty:
            self.tables_chart.show_columns(_by_round(account), tables_spoken(account))
        self._charts.show()
        self.more_view.show_kinds(account.more)
        self.more_view.setVisible(bool(account.more))

    def set_changed(self, changed: bool) -> None:
        """Say that the data are newer than what is shown, or take it back."""
        self.changed_note.setVisible(changed)

    def set_width(self, width: float) -> None:
        """Charts stand side by side where `width`, in px at 100 %, allows it."""
        wide = width >= _SIDE_BY_SIDE_FROM
        self._row_of_tables.setStretch(1, 1 if wide else 0)
        self._pair.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def _show_words(self, title: str, sentence: str) -> None:
        self.headline_label.setText(title)
        self.held_label.setText(sentence)
        self._show_sentences(())
        for widget in (self._charts, self.more_view):
            widget.hide()

    def _show_sentences(self, sentences: tuple[str, ...]) -> None:
        while len(self.sentence_labels) < len(sentences):
            made = label("", "body", wrap=True)
            self.sentence_labels.append(made)
            self._sentences.addWidget(made)
        for place, shown in enumerate(self.sentence_labels):
            shown.setText(sentences[place] if place < len(sentences) else "")
            shown.setVisible(place < len(sentences))


class _ChangedNote(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "notice")
        self.sentence_label = label(CHANGED_SINCE, "body", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(IconLabel("warning", "warn"))
        row.addWidget(self.sentence_label, 1)


def _titled(chart: RangeColumns, title: str, note: str, role: str = "") -> QWidget:
    head = QHBoxLayout()
    head.setSpacing(8)
    if role:
        head.addWidget(RoleMark(role, word=""))
    head.addWidget(label(title, "body_strong"))
    head.addStretch(1)
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addLayout(head)
    column.addWidget(label(note, "muted_caption", wrap=True))
    column.addWidget(chart)
    return made


def _columns(side: SideExpectation) -> list[Ranged]:
    return [
        _ranged("0" if not one.most else column_words(one).replace(" to ", "–"), one.share, 100) for one in side.shares
    ]


def _by_round(account: EveningsAccount) -> list[Ranged]:
    return [_ranged(str(number), one, 1) for number, one in enumerate(account.empty_tables, account.first_round)]


def _ranged(title: str, between: Spread, factor: float) -> Ranged:
    return Ranged(title, factor * between.low, factor * between.middle, factor * between.high)
