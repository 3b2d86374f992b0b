"""What other rules would do to the evening, before anybody is bound by them."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from mixer_app.services.matching_rules import AffectedPerson, RulesOutcome, RulesPreview, step_words
from mixer_app.ui import theme
from mixer_app.ui.widgets import Button, IconLabel, Segment, SegmentedControl, label, restyle
from mixer_app.ui.widgets.labels import from_the_left

HERE, EVERYONE = "here", "everyone"

NOTHING_YET = "Change something to see what it would do. Nobody is bound by it until you use it."
_FIGURES = ("Fewest meetings", "Introductions", "Mentees with a strong one", "Average fit", "Pairs that may meet")
_BETTER_WHEN_MORE = ("fewest", "meetings", "strong_mentees")  # the first figures; the others have no better side


class EffectPane(QWidget):
    """Two plans beside each other: by the rules as they are, and by those at the left."""

    cancelled = Signal()
    again_asked = Signal()
    room_chosen = Signal(str)  # HERE or EVERYONE

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.room_control = SegmentedControl(
            [Segment(HERE, "Who is here"), Segment(EVERYONE, "Everyone")], name="Try it on"
        )
        self.headline_label = label("", "title", wrap=True)
        self.detail_label = label(NOTHING_YET, "muted", wrap=True)
        self.stage_label = label("", "muted_caption", wrap=True)
        self.progress_bar = QProgressBar(textVisible=False)
        self.progress_bar.setRange(0, 1000)
        self.progress_bar.setAccessibleName("Trying the rules, how far")
        self.cancel_button = Button("Stop", small=True)
        self.cancel_button.setAccessibleName("Stop trying the rules")
        self.again_button = Button("Try it now", icon_name="magic-wand", small=True)
        self._figures = [(label("", "body", wrap=False), label("", "body_strong")) for _ in _FIGURES]
        self._before_strip, self._after_strip = StepStrip(), StepStrip()
        self._steps_label = label("", "muted_caption", wrap=True)
        self._scale_label = label("", "muted_caption", wrap=True)
        self._affected = QVBoxLayout()
        self._build()
        self._connect()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(8)
        column.addWidget(label("What would change", "body_strong"))
        column.addWidget(self.room_control)
        column.addWidget(self._progress())
        column.addWidget(self.headline_label)
        column.addWidget(self.detail_label)
        column.addWidget(self.again_button, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._result())
        column.addStretch(1)
        self._waiting.hide()
        self.again_button.hide()
        self._numbers.hide()
        self.headline_label.hide()

    def _progress(self) -> QWidget:
        self._waiting = QWidget()
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.progress_bar, 1)
        row.addWidget(self.cancel_button)
        column = QVBoxLayout(self._waiting)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.stage_label)
        column.addLayout(row)
        return self._waiting

    def _result(self) -> QWidget:
        self._numbers = QWidget()
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for place, words in ((1, "Now"), (2, "New")):
            grid.addWidget(label(words, "muted_caption"), 0, place, Qt.AlignmentFlag.AlignRight)
        for row, (title, (before, after)) in enumerate(zip(_FIGURES, self._figures, strict=True), 1):
            grid.addWidget(label(title, "body", wrap=True), row, 0)
            grid.addWidget(before, row, 1, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(after, row, 2, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self._numbers)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(grid)
        column.addSpacing(4)
        for words, strip in (("Introductions by fit, now", self._before_strip), ("New", self._after_strip)):
            column.addWidget(label(words, "caption"))
            column.addWidget(strip)
        column.addWidget(self._steps_label)
        column.addWidget(self._scale_label)
        column.addSpacing(4)
        self._affected_title = label("Most affected", "body_strong")
        column.addWidget(self._affected_title)
        self._affected.setSpacing(6)
        column.addLayout(self._affected)
        return self._numbers

    def _connect(self) -> None:
        self.cancel_button.clicked.connect(self.cancelled)
        self.again_button.clicked.connect(self.again_asked)
        self.room_control.chosen.connect(self.room_chosen)

    def show_room(self, here: int, registered: int) -> None:
        """Offer to try it on those who are here, or on everyone where nobody is."""
        self.room_control.set_segments(
            [Segment(HERE, "Who is here", f"{here:,}"), Segment(EVERYONE, "Everyone", f"{registered:,}")]
        )
        self.room_control.set_key(HERE if here else EVERYONE)
        self.room_control.setVisible(bool(here))

    def show_nothing(self) -> None:
        """The rules are as they were."""
        self._show_sentence("", NOTHING_YET)

    def show_waiting(self) -> None:
        """A try has begun; what is shown is of the rules before. The bar comes only if it lasts."""
        self.again_button.hide()
        self._numbers.setEnabled(False)

    def show_progress(self, fraction: float, stage: str) -> None:
        """The try lasts: say where it stands."""
        self.stage_label.setText(stage)
        self.progress_bar.setValue(round(fraction * 1000))
        self._waiting.show()

    def show_stopped(self) -> None:
        """The work was stopped."""
        self._show_sentence("", "Not tried. Nothing has changed.")
        self.again_button.show()

    def show_failure(self, sentence: str) -> None:
        """Say why these rules cannot be tried."""
        self._show_sentence("This does not work yet.", sentence)

    def show_preview(self, preview: RulesPreview) -> None:
        """Set the two plans beside each other."""
        whom = f"{preview.mentors:,} mentors and {preview.mentees:,} mentees"
        self._show_sentence(preview.headline, f"Two plans from the start, for {whom}.")
        before, after = preview.before, preview.after
        for (old, new), one, other in zip(self._figures, _figures(before), _figures(after), strict=True):
            old.setText(one)
            new.setText(other)
        for name, (_, new) in zip(_BETTER_WHEN_MORE, self._figures, strict=False):
            gain = getattr(after, name) - getattr(before, name)
            restyle(new, tone="accent" if gain > 0 else "warn" if gain < 0 else "")
        self._before_strip.set_counts(before.steps, f"Now: {step_words(before)}")
        self._after_strip.set_counts(after.steps, f"New: {step_words(after)}")
        self._steps_label.setText(f"New: {step_words(after)}.")
        self._scale_label.setText(
            f"Measured by the new rules, the introductions of now have an average fit of {preview.before_by_new:.2f}."
        )
        self._show_affected(preview.affected)
        self._numbers.setEnabled(True)
        self._numbers.show()

    def _show_sentence(self, headline: str, detail: str) -> None:
        self._waiting.hide()
        self.again_button.hide()
        self._numbers.hide()
        self.headline_label.setText(headline)
        self.headline_label.setVisible(bool(headline))
        self.detail_label.setText(detail)

    def _show_affected(self, affected: Sequence[AffectedPerson]) -> None:
        while (item := self._affected.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._affected_title.setVisible(bool(affected))
        for person in affected:
            self._affected.addWidget(_AffectedLine(person))


class _AffectedLine(QWidget):
    def __init__(self, person: AffectedPerson) -> None:
        super().__init__()
        icon, role = ("arrow-down", "warn") if person.worse else ("arrow-right", "text_muted")
        self.sentence_label: QLabel = label(from_the_left(person.sentence), "body", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(icon, role, size=16, weight="bold"), alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.sentence_label, 1)


class StepStrip(QWidget):
    """One bar, the best fit first; the words are its tooltip and its spoken name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: tuple[int, ...] = ()
        self.setFixedHeight(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_counts(self, counts: tuple[int, ...], words: str) -> None:
        """Show introductions from weak to very strong."""
        self._counts = counts
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(self.rect()), 4, 4)
        painter.setClipPath(clip)
        painter.fillRect(self.rect(), look.color("line"))
        whole, left = sum(self._counts), 0.0
        for step in reversed(range(len(self._counts))):
            width = self.width() * self._counts[step] / whole if whole else 0.0
            painter.fillRect(QRectF(left, 0, width, self.height()), look.fit(step))
            left += width
        painter.setPen(look.color("line"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


def _figures(outcome: RulesOutcome) -> tuple[str, ...]:
    return (
        str(outcome.fewest),
        f"{outcome.meetings:,}",
        f"{outcome.strong_mentees:,}",
        f"{outcome.average_fit:.2f}",
        f"{outcome.possible_pairs:,}",
    )
