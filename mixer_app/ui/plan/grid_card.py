"""The card around the grid."""

from PySide6.QtGui import QPainterPath, QRegion, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from mixer_app.ui import theme
from mixer_app.ui.plan.matrix_view import PlanMatrixView


class GridCard(QFrame):
    """Holds the grid inside round corners."""

    def __init__(self, matrix: PlanMatrixView) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._matrix = matrix
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.addWidget(matrix)

    def set_covered(self, width: int) -> None:
        """Keep the grid out of the right part that the panel covers."""
        self._column.setContentsMargins(1, 1, 1 + width, 1)
        self._column.activate()
        self._round_corners()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the corners round."""
        super().resizeEvent(event)
        self._round_corners()

    def _round_corners(self) -> None:
        radius = theme.current().shape.radius_card - 1
        path = QPainterPath()
        path.addRoundedRect(self._matrix.rect().toRectF(), radius, radius)
        self._matrix.setMask(QRegion(path.toFillPolygon().toPolygon()))
