"""Lines above the plan: planning is under way, the room has changed, an older version is shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from mixer_app.ui import theme
from mixer_app.ui.widgets.buttons import LINK, Button
from mixer_app.ui.widgets.cards import IconLabel
from mixer_app.ui.widgets.labels import LineLabel, label, restyle
from mixer_app.ui.widgets.whole_row import WholeRow


class PlanningStrip(QFrame):
    """Stage in words, bar, Finish now, Cancel."""

    finish_asked = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setAccessibleName("Planning")
        self.stage_label = label("", "body_strong")
        self.progress_bar = QProgressBar()
        self.progress_bar.setTextVisible(False)
        self.progress_bar.setRange(0, 1000)
        self.progress_bar.setAccessibleName("Planning, how far")
        self.finish_button = Button("Finish now", small=True)
        self.finish_button.setToolTip("Stop searching and use a plan that can be had in seconds")
        self.finish_button.clicked.connect(self._finish)
        self.cancel_button = Button("Cancel", small=True)
        self.cancel_button.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 12, 8)
        row.setSpacing(24)
        row.addWidget(self.stage_label)
        row.addWidget(self.progress_bar, 1)
        row.addWidget(self.finish_button)
        row.addWidget(self.cancel_button)

    def begin(self) -> None:
        """Another planning is under way."""
        self.finish_button.setEnabled(True)
        self.show_progress(0.0, "Looking who is here")

    def show_progress(self, fraction: float, stage: str) -> None:
        """Say where the work stands."""
        self.stage_label.setText(stage)
        self.progress_bar.setValue(round(fraction * 1000))

    def _finish(self) -> None:
        self.cancel_button.setFocus()  # a disabled button would lose the keyboard's place
        self.finish_button.setEnabled(False)
        self.finish_asked.emit()


class NoteStrip(WholeRow):
    """One sentence about the plan, with the way on."""

    action_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._icon = IconLabel("warning", "warn", size=18)
        self.sentence_label = LineLabel("", "body_strong")
        self.action_button = Button("", kind=LINK, small=True)
        self.action_button.clicked.connect(self.action_chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self.sentence_label, 1)
        row.addWidget(self.action_button)

    def say(self, sentence: str, action: str, warns: bool) -> None:
        """Show a sentence; with a border in `warn` when something should be done."""
        self._icon.set_icon("warning" if warns else "clock-counter-clockwise", "warn" if warns else "text_muted")
        restyle(self, tone="warn" if warns else "")
        self.sentence_label.setText(sentence)
        self.action_button.setText(action)
        self.setAccessibleName(sentence)


class Strips(QWidget):
    """The lines under each other; none is there until it is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.planning_strip, self.note_strip = PlanningStrip(), NoteStrip()
        margin = theme.current().space.page_margin
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, 0, margin, 8)
        column.setSpacing(8)
        column.addWidget(self.planning_strip)
        column.addWidget(self.note_strip)
        self.show_strips(note=False, planning=False)

    def show_strips(self, *, note: bool, planning: bool) -> None:
        """Show the lines that have something to say."""
        self.note_strip.setVisible(note)
        self.planning_strip.setVisible(planning)
        self.setVisible(note or planning)
