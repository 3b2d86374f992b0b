"""The line above the preview: page, and how large it is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mixer_app.ui import theme
from mixer_app.ui.widgets.buttons import IconButton
from mixer_app.ui.widgets.flow_row import FlowRow
from mixer_app.ui.widgets.labels import ElidedLabel, label


class PreviewBar(QWidget):
    """Turns pages and zooms, for the mouse."""

    turn_asked = Signal(int)
    zoom_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back_button = IconButton("caret-left", "Page before", key="Left", size=16)
        self.on_button = IconButton("caret-right", "Next page", key="Right", size=16)
        self.smaller_button = IconButton("minus", "Smaller", key="-", size=16)
        self.larger_button = IconButton("plus", "Larger", key="+", size=16)
        self.page_label = label("", "body")
        self.zoom_label = label("", "body")
        self.count_label = ElidedLabel("", "body_strong")
        self.zoom_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.zoom_label.setMinimumWidth(theme.current().px(48))
        turning = _together(self.back_button, self.page_label, self.on_button)
        zooming = _together(self.smaller_button, self.zoom_label, self.larger_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(FlowRow((self.count_label,), at_end=(turning, zooming), spacing=20))
        self.back_button.clicked.connect(self._go_back)
        self.on_button.clicked.connect(self._go_on)
        self.smaller_button.clicked.connect(self._shrink)
        self.larger_button.clicked.connect(self._grow)

    def show_page(self, page: int, pages: int, *, whole: bool = True) -> None:
        """Say where in the document the preview is; nothing while there is no document."""
        so_far = "" if whole else " so far"
        self.page_label.setText(f"Page {page + 1:,} of {pages:,}{so_far}" if pages else "")
        self.back_button.setEnabled(page > 0)
        self.on_button.setEnabled(page + 1 < pages)
        for button in (self.smaller_button, self.larger_button):
            button.setEnabled(pages > 0)

    def show_zoom(self, share: float) -> None:
        """Say how large the page is compared with paper."""
        self.zoom_label.setText(f"{share:.0%}")

    def _go_back(self) -> None:
        self.turn_asked.emit(-1)

    def _go_on(self) -> None:
        self.turn_asked.emit(1)

    def _shrink(self) -> None:
        self.zoom_asked.emit(-1)

    def _grow(self) -> None:
        self.zoom_asked.emit(1)


def _together(*widgets: QWidget) -> QWidget:
    """Widgets that stay beside each other where the line goes on below."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for widget in widgets:
        row.addWidget(widget)
    return made
