"""Where verdict, tools, grid and panel are: beside each other or over each other, scrolled where the page is low."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from mixer_app.ui import theme
from mixer_app.ui.plan.grid_card import GridCard
from mixer_app.ui.plan.plan_panel import PlanPanel
from mixer_app.ui.plan.side_panel import PANEL_WIDTH
from mixer_app.ui.widgets.tab_order import bring_into_sight

_BESIDE_FROM: Final = 1120  # narrower, the panel slides over the grid
_COVERED_SHARE: Final = 0.45  # of the width at most, so that large text leaves the first rounds in sight
_GRID_LEAST: Final = 160  # high, in px at 100 %
_PANEL_LEAST: Final = 280  # high, where it is over the grid


class PlanPlaces(QObject):
    """Places what `body` shows: `above` the grid, the grid, which has the room that is left, and the panel."""

    def __init__(self, body: QWidget, above: Sequence[QWidget], grid: GridCard, panel: PlanPanel) -> None:
        super().__init__(body)
        self._over = False
        self._body, self._grid, self._panel = body, grid, panel
        content = QWidget()
        content.setProperty("look", "scrolled")
        self._column = QVBoxLayout(content)
        self._column.setSpacing(16)
        for widget in above:
            self._column.addWidget(widget)
        self._column.addWidget(grid, 1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        self._around = QVBoxLayout(body)
        self._around.setContentsMargins(0, 0, 0, 0)
        self._around.addWidget(scroll)
        panel.setParent(body)
        panel.hide()
        for watched in (content, grid):
            watched.installEventFilter(self)

    def fit(self) -> None:
        """Share out the room: the panel has come or gone, or the page is larger or smaller."""
        look = theme.current()
        margin, gap, shown = look.space.page_margin, look.space.between_groups, self._panel.isVisibleTo(self._body)
        self._over = over = shown and not self._beside
        width = self._panel_width
        self._around.setContentsMargins(0, 0, width if shown and not over else 0, 0)
        self._column.setContentsMargins(margin, 0, gap if shown and not over else margin, gap)
        self._grid.set_covered(width - margin if over else 0)
        wanted = min(look.px(_PANEL_LEAST), self._body.height() - gap) if over else 0
        self._grid.setMinimumHeight(max(look.px(_GRID_LEAST), wanted))
        self._around.activate()
        self._column.activate()
        self._put_panel()
        self._panel.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the panel over the grid wherever that is scrolled to, and in sight when it is given its room."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._put_panel()
        if self._over and watched is self._grid and event.type() is QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._show_grid)  # once what is scrolled is as high as it will be
        return super().eventFilter(watched, event)

    def _show_grid(self) -> None:
        if self._over:
            bring_into_sight(self._grid)

    def _put_panel(self) -> None:
        """At the right edge, from the top of the grid or, where it stands beside all, of the page."""
        top = 0 if self._beside else max(self._grid.mapTo(self._body, QPoint()).y(), 0)
        body, width = self._body, self._panel_width
        self._panel.setGeometry(body.width() - width, top, width, body.height() - top)

    @property
    def _panel_width(self) -> int:
        return min(theme.current().px(PANEL_WIDTH), max(PANEL_WIDTH, round(self._body.width() * _COVERED_SHARE)))

    @property
    def _beside(self) -> bool:
        """Whether the panel has room beside the grid."""
        return self._body.width() >= theme.current().px(_BESIDE_FROM)
