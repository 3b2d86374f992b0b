"""The card around the grid, and around a second one beside it."""

from PySide6.QtGui import QPainterPath, QRegion, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from mixer_app.ui import theme
from mixer_app.ui.plan.matrix_view import PlanMatrixView


class GridCard(QFrame):
    """Holds grids inside round corners."""

    def __init__(self, matrix: PlanMatrixView) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._grids = [matrix]
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(1, 1, 1, 1)
        self._row.setSpacing(8)
        self._row.addWidget(matrix)

    def add_grid(self, grid: PlanMatrixView) -> None:
        """Put a grid at the right of those that are there."""
        self._grids.append(grid)
        self._row.addWidget(grid)

    def fit(self) -> None:
        """Share the width anew, as a grid has come or gone."""
        self._row.activate()
        self._round_corners()

    def set_covered(self, width: int) -> None:
        """Keep the grids out of the right part that the panel covers."""
        self._row.setContentsMargins(1, 1, 1 + width, 1)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the corners round."""
        super().resizeEvent(event)
        self._round_corners()

    def _round_corners(self) -> None:
        radius = theme.current().shape.radius_card - 1
        for grid in self._grids:
            path = QPainterPath()
            path.addRoundedRect(self._row.contentsRect().toRectF().translated(-grid.pos().toPointF()), radius, radius)
            grid.setMask(QRegion(path.toFillPolygon().toPolygon()))
