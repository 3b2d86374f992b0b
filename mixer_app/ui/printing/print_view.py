"""The parts of the Print page and their places: documents and choices at the left, real pages at the right."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from mixer_app.ui import theme
from mixer_app.ui.printing.document_list import DocumentList
from mixer_app.ui.printing.page_preview import PagePreview
from mixer_app.ui.printing.preview_bar import PreviewBar
from mixer_app.ui.printing.print_options import PrintOptions
from mixer_app.ui.widgets.buttons import PRIMARY, Button
from mixer_app.ui.widgets.cards import EmptyState, line
from mixer_app.ui.widgets.labels import ElidedLabel
from mixer_app.ui.widgets.page_head import PageHead
from mixer_app.ui.widgets.problems import Problems

_LEFT_WIDTH, _RIGHT_LEAST = 344, 190


class PrintView(QWidget):
    """Everything that is seen; knows no service."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = PageHead("Print", "")
        self.queue_button = Button("Queue", icon_name="list-checks")
        self.queue_button.setObjectName("queue_button")
        self.queue_button.setCheckable(True)
        self.queue_button.hide()
        self.save_button = Button("Save PDF", icon_name="download-simple", key="Ctrl S")
        self.print_button = Button("Print", kind=PRIMARY, icon_name="printer", key="Ctrl P")
        self.documents = DocumentList()
        self.options = PrintOptions()
        self.bar = PreviewBar()
        self.preview = PagePreview()
        self.problems = Problems()
        self.progress = WorkLine()
        self.go_button = Button("", kind=PRIMARY)
        self.empty = EmptyState("printer", "", "", [self.go_button])
        self.stack = QStackedWidget()
        self._build()

    def _build(self) -> None:
        """From the outside inwards: what is moved into another widget is measured and styled anew."""
        self.head.add_action(self.queue_button)
        self.head.add_action(self.save_button)
        self.head.add_action(self.print_button)
        self.stack.addWidget(self.preview)
        self.stack.addWidget(self.empty)
        look = theme.current()
        margin = look.space.page_margin
        self.body = QStackedWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        around = QHBoxLayout()
        around.setContentsMargins(margin, 0, margin, look.space.between_groups)
        around.addWidget(self.body)
        column.addWidget(self.head)
        column.addLayout(around, 1)
        self._documents_pane = QWidget(self.body)
        self.body.addWidget(self._documents_pane)
        row = QHBoxLayout(self._documents_pane)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.space.between_groups)
        self._left_card = QFrame(self._documents_pane)
        row.addWidget(self._left_card)
        row.addLayout(self._right(), 1)
        self._fill_left()

    def _fill_left(self) -> None:
        content = QWidget()
        content.setProperty("look", "scrolled")
        column = QVBoxLayout(content)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(12)
        column.addWidget(self.documents)
        column.addWidget(line())
        options = QVBoxLayout()
        options.setContentsMargins(16, 4, 16, 4)
        options.addWidget(self.options)
        column.addLayout(options, 1)
        self._left_card.setProperty("look", "card")
        inside = QVBoxLayout(self._left_card)
        inside.setContentsMargins(1, 1, 1, 1)
        scroll = QScrollArea(self._left_card)
        inside.addWidget(scroll)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        self._fit_left()

    def _fit_left(self) -> None:
        look = theme.current()
        room = self.width() - 2 * look.space.page_margin - look.space.between_groups - look.px(_RIGHT_LEAST)
        self._left_card.setFixedWidth(min(look.px(_LEFT_WIDTH), max(room, _LEFT_WIDTH)))

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.bar)
        column.addWidget(self.progress)
        column.addWidget(self.stack, 1)
        column.addWidget(self.problems)
        return column

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the pages their room."""
        super().resizeEvent(event)
        self._fit_left()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the text scale changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit_left()

    def show_empty(self, title: str, sentence: str, action: str) -> None:
        """Say why there is no preview, and what to do."""
        self.empty.set_words(title, sentence)
        self.go_button.setText(action)
        self.go_button.setVisible(bool(action))
        self.stack.setCurrentWidget(self.empty)
        self.bar.hide()
        self.problems.hide()

    def show_preview(self) -> None:
        """Show the page again."""
        self.stack.setCurrentWidget(self.preview)
        self.bar.show()

    def show_queue(self, queue: QWidget | None) -> None:
        """Show the print queue in place of the documents; None: the documents again."""
        shown = queue or self._documents_pane
        if self.body.indexOf(shown) < 0:
            self.body.addWidget(shown)
        self.body.setCurrentWidget(shown)
        self.queue_button.setChecked(queue is not None)
        self.print_button.setVisible(queue is None)
        self.save_button.setVisible(queue is None)

    def set_ready(self, ready: bool) -> None:
        """Whether there is something that can be printed."""
        self.print_button.setEnabled(ready)
        self.save_button.setEnabled(ready)


class WorkLine(QFrame):
    """What is under way, with a bar and Cancel; there only while it lasts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.stage_label = ElidedLabel("", "body_strong")
        self.progress_bar = QProgressBar()
        self.progress_bar.setTextVisible(False)
        self.progress_bar.setRange(0, 1000)
        self.progress_bar.setAccessibleName("How far")
        self.cancel_button = Button("Cancel", small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(16)
        row.addWidget(self.stage_label)
        row.addWidget(self.progress_bar, 1)
        row.addWidget(self.cancel_button)
        self.hide()

    def show_progress(self, fraction: float, stage: str) -> None:
        """Say where the work stands."""
        self.stage_label.setText(stage)
        self.progress_bar.setValue(round(fraction * 1000))
        self.show()
