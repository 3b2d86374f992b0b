"""A strip that tells how far long work is, with its way out."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from mixer_app.ui.background import Task
from mixer_app.ui.widgets.buttons import Button
from mixer_app.ui.widgets.labels import label


class ProgressStrip(QFrame):
    """Stage in words, bar, Cancel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._build()
        self.cancel_button.clicked.connect(self._cancel)
        self.hide()

    @Slot(object)
    def follow(self, task: Task) -> None:
        """Tell of this work until it ends; Cancel asks it to stop."""
        self._task = task
        task.progressed.connect(self.show_progress)
        task.ended.connect(self.hide)
        self.show_progress(task.fraction, task.stage)

    def show_progress(self, fraction: float, stage: str) -> None:
        """Show where the work stands; a fraction of 0 means that it cannot be told."""
        self.stage_label.setText(stage or "Working")
        self.bar.setRange(0, 1000 if fraction > 0 else 0)
        self.bar.setValue(round(fraction * 1000))
        self.show()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self.hide()

    def _build(self) -> None:
        self.setObjectName("progress_strip")
        self.setProperty("look", "bar")
        self.setAccessibleName("Work under way")
        self.stage_label = label("", "body")
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName("Progress")
        self.cancel_button = Button("Cancel")
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 6, 24, 6)
        row.setSpacing(16)
        row.addWidget(self.stage_label)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel_button)
