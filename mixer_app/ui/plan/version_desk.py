"""Two versions compared: the list in the panel's place, and the grid, which shows either of them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from mixer_app.domain.plan_edits import PlanChange
from mixer_app.ui.background import Background, Task
from mixer_app.ui.plan.beside_grid import BesideGrid
from mixer_app.ui.plan.compare_view import Side
from mixer_app.ui.plan.comparing import Comparison, read_comparison
from mixer_app.ui.plan.loading import PlanContents
from mixer_app.ui.plan.plan_body import PlanBody

if TYPE_CHECKING:
    from mixer_app.services.database import Database


class VersionDesk(QObject):
    """Begins and ends a comparison."""

    complained = Signal(str)

    def __init__(self, body: PlanBody, *, database: "Database", background: Background) -> None:
        super().__init__(body)
        self._body, self._database, self._background = body, database, background
        self._contents: PlanContents | None = None
        self._comparison: Comparison | None = None
        self._reading: Task | None = None
        self._active = False
        self._beside = BesideGrid(body.matrix, body.model)
        body.grid_card.add_grid(self._beside.view)
        view = body.panel.compare_view
        view.versions_chosen.connect(self._read)
        view.side_chosen.connect(self._show_side)
        view.change_chosen.connect(self._go_to)
        body.closed.connect(self._stop)
        body.panel.turned.connect(self._stop_if_left)

    def compare(self, contents: PlanContents) -> None:
        """Compare the version that is looked at with the one before it; compared already, end that."""
        if self._active:
            self._body.close_panel()
            return
        ids = [version.id for version in contents.versions]
        if contents.plan is None or len(ids) < 2:
            self.complained.emit("There is only one version of this plan. Plan again, or change it, to compare.")
            return
        at = min(ids.index(contents.plan.id), len(ids) - 2)
        self._contents, self._active = contents, True
        self._body.panel.show_comparison()
        self._body.speak_of_nobody()
        self._read(ids[at + 1], ids[at])
        self._body.panel.compare_view.old_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self, old_id: int, new_id: int) -> None:
        contents = self._contents
        if contents is None:
            return
        if self._reading is not None:
            self._reading.cancel()
        self._body.panel.compare_view.show_versions(contents.versions, contents.how, old_id, new_id)
        self._reading = self._background.run(
            lambda progress: self._database.read(read_comparison, contents, old_id, new_id), on_done=self._show
        )

    def _show(self, comparison: Comparison) -> None:
        self._reading = None
        if not self._active:
            return
        self._comparison = comparison
        self._body.panel.compare_view.show_comparison(comparison)
        self._body.model.compare(comparison.seats)
        self._show_side(Side(self._body.panel.compare_view.side_switch.key))

    def _show_side(self, side: Side) -> None:
        comparison = self._comparison
        if comparison is None:
            return
        if side is Side.BOTH:
            self._beside.show_board(comparison.new, comparison.seats)
        else:
            self._beside.put_away()
        self._body.grid_card.fit()
        self._body.matrix.keep_place(comparison.new if side is Side.NEW else comparison.old)

    def _go_to(self, change: PlanChange) -> None:
        """Choose a changed seat in the version that is shown, or in the other where it is there only."""
        index = self._index_of(change)
        if not index.isValid() and self._comparison is not None:
            side = Side.OLD if change.to_table is None else Side.NEW
            self._body.panel.compare_view.side_switch.set_key(side)
            self._show_side(side)
            index = self._index_of(change)
        if index.isValid():
            self._body.matrix.choose(index)

    def _index_of(self, change: PlanChange) -> QModelIndex:
        board, model = self._body.model.board, self._body.model
        seat = board.seat_of(change.attendee_id, change.round) if board else None
        return model.index_of(seat) if seat else model.index_of_cell(change.attendee_id, change.round)

    def _stop_if_left(self) -> None:
        if not self._body.comparing:
            self._stop()

    def _stop(self) -> None:
        """Show the version that is looked at again."""
        if not self._active:
            return
        self._active, self._comparison = False, None
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        self._beside.put_away()
        self._body.grid_card.fit()
        self._body.panel.compare_view.side_switch.set_key(Side.NEW)
        self._body.model.compare(None)
        self._body.matrix.keep_place(self._body.board)
