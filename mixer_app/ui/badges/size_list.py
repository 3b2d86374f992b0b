"""How large each block of a badge is, in three steps."""

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mixer_app.domain.badge_design import BadgeBlock, SizeStep, smallest_reason
from mixer_app.ui.widgets import Segment, SegmentedControl
from mixer_app.ui.widgets.titled import Titled

BLOCK_WORDS: Final = {
    BadgeBlock.NAME: "Name",
    BadgeBlock.JOB: "Title and employer",
    BadgeBlock.TOPICS: "Topics",
    BadgeBlock.EVENT: "Name of the event",
    BadgeBlock.LOGO: "Logo",
    BadgeBlock.QR: "QR code",
}
_NOTES: Final = {
    (BadgeBlock.JOB, SizeStep.SMALLER): "On one line where both fit on it.",
    (BadgeBlock.TOPICS, SizeStep.SMALLER): "On one line.",
}
_STEPS: Final = {SizeStep.SMALLER: "Smaller", SizeStep.DESIGNED: "As designed", SizeStep.LARGER: "Larger"}


class SizeList(QWidget):
    """`changed` tells that a block has another size."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._design = ""
        self._chosen: dict[BadgeBlock, SizeStep] = {}
        self.controls: dict[BadgeBlock, SegmentedControl] = {}
        self.parts: dict[BadgeBlock, Titled] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for block, words in BLOCK_WORDS.items():
            control = SegmentedControl(
                [Segment(step, text) for step, text in _STEPS.items()], name=f"Size of {words.lower()}", height=32
            )
            control.setObjectName(f"{block}_size_control")
            control.chosen.connect(partial(self._take, block))
            self.controls[block] = control
            self.parts[block] = Titled(words, control)
            column.addWidget(self.parts[block])

    @property
    def sizes(self) -> dict[BadgeBlock, SizeStep]:
        """The size of each block that is not as designed."""
        return {block: step for block, step in self._chosen.items() if step is not SizeStep.DESIGNED}

    def show_sizes(self, sizes: dict[BadgeBlock, SizeStep]) -> None:
        """Show these sizes without telling."""
        self._chosen = dict(sizes)
        self._fit()

    def show_design(self, design: str) -> None:
        """Offer what this design can do; what another one could is kept for it."""
        self._design = design
        self._fit()

    def _take(self, block: BadgeBlock, key: str) -> None:
        self._chosen[block] = SizeStep(key)
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        for block, control in self.controls.items():
            reason = smallest_reason(self._design, block)
            step = self._chosen.get(block, SizeStep.DESIGNED)
            if step is SizeStep.SMALLER and reason:
                step = SizeStep.DESIGNED
            control.set_key(step)
            control.button(SizeStep.SMALLER).setEnabled(not reason)
            control.button(SizeStep.SMALLER).setToolTip(reason)
            control.button(SizeStep.SMALLER).setAccessibleDescription(reason)
            self.parts[block].set_note(reason or _NOTES.get((block, step), ""))
