"""The sheet in which many chosen people are changed at once."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mixer_app.domain.bulk_edit import BulkEffect
from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.domain.progress import Progress
from mixer_app.ui.background import Background
from mixer_app.ui.people.bulk_form import BulkForm
from mixer_app.ui.widgets import Sheet
from mixer_app.ui.widgets.sheet_parts import SheetFoot, SheetHead, scrolled


class BulkSheet(Sheet):
    """Tells the effect as it is typed; `edit_chosen` carries the change, the page does it."""

    edit_chosen = Signal(object)  # BulkEdit

    def __init__(self, window: QWidget, *, people: Sequence[Attendee], event: Event, background: Background) -> None:
        super().__init__(window, name=f"Edit {len(people):,} people", width=760, height=680)
        self._people, self._background = tuple(people), background
        self._counted = 0
        named = ", ".join(one.name.shown for one in people[:3])
        more = f" and {len(people) - 3:,} more" if len(people) > 3 else ""
        many = f"{len(people):,} people" if len(people) != 1 else "1 person"
        self.head = SheetHead(f"Edit {many}", f"{named}{more}")
        self.form = BulkForm(people, event)
        self.foot = SheetFoot("Change")
        self.place(self.head, self._middle(), self.foot, ends=(self.head.close_button, self.foot.cancel_button))
        self._timer = QTimer(self, singleShot=True, interval=80)
        self._timer.timeout.connect(self._count)
        self.form.changed.connect(self._timer.start)
        self.foot.act_button.clicked.connect(self.act)
        self._count()

    def _middle(self) -> QWidget:
        """The form, and below it what is asked about, which does not scroll out of sight."""
        middle, margin = QWidget(), QHBoxLayout()
        margin.setContentsMargins(32, 8, 32, 12)
        margin.addWidget(self.form.term_question)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scrolled(self.form), 1)
        column.addLayout(margin)
        return middle

    def _count_now(self) -> None:
        """What was typed a moment ago counts too."""
        if self._timer.isActive():
            self._timer.stop()
            ready = not self.form.problem() and bool(self.form.edit())
            self.foot.act_button.setEnabled(ready)

    def _count(self) -> None:
        """Tell how many would change, counted in the background."""
        self._counted += 1
        problem = self.form.problem()
        if problem or not self.form.edit():
            self.foot.effect_label.setText(problem or "Say what to change; the rest stays as it is.")
            self.foot.act_button.setEnabled(False)
            return
        asked, edit, people = self._counted, self.form.edit(), self._people

        def work(_progress: Progress) -> tuple[int, BulkEffect]:
            from mixer_app.domain.bulk_edit import effect_of

            return asked, effect_of(people, edit)

        self._background.run(work, on_done=self._show_effect)

    def _show_effect(self, counted: tuple[int, BulkEffect]) -> None:
        asked, effect = counted
        if asked == self._counted:
            self.foot.effect_label.setText(effect.sentence)
            self.foot.act_button.setEnabled(effect.changed > 0)

    def act(self) -> None:
        """Change them as it is typed."""
        self._count_now()
        if self.foot.act_button.isEnabled():
            self.edit_chosen.emit(self.form.edit())
            self.close_sheet()
