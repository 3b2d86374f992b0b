"""What is shown for a mistake of ours: a sentence, and a report that can be copied."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from mixer_app.ui.widgets import PRIMARY, Button, label


class ReportDialog(QDialog):
    """Not modal: the application goes on."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = report
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setWindowTitle("Mentor Mixer")
        self.resize(640, 420)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(label("Something in the application went wrong", "title"))
        words = "Your data is as it was before, and you can go on. The report says where it happened; it names nobody."
        column.addWidget(label(words, "muted", wrap=True))
        self.report_field = QPlainTextEdit(self._report, readOnly=True)
        self.report_field.setAccessibleName("Report")
        self.report_field.setTabChangesFocus(True)
        self.copy_button = Button("Copy the report", icon_name="copy")
        self.close_button = Button("Go on", kind=PRIMARY)
        self.close_button.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.copy_button)
        row.addWidget(self.close_button)
        column.addWidget(self.report_field, 1)
        column.addSpacing(8)
        column.addLayout(row)

    def _connect(self) -> None:
        self.copy_button.clicked.connect(self._copy)
        self.close_button.clicked.connect(self.accept)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self.copy_button.setText("Copied")
