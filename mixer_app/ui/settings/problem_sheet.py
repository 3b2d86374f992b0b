"""The report of a problem, to be read before it is sent."""

from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from mixer_app.services.problem_report import save_problem_report
from mixer_app.ui.background import Background
from mixer_app.ui.widgets import PRIMARY, Button, Sheet, label
from mixer_app.ui.widgets.sheet_parts import SheetHead

_NOTE = "This is all of it. It names nobody and no event; read it, then send it with what you did and what happened."


class ProblemSheet(Sheet):
    """The application sends nothing by itself: the text is copied, or saved as a file."""

    def __init__(self, window: QWidget, background: Background, text: str) -> None:
        super().__init__(window, name="Report a problem", width=840, height=680)
        self._background = background
        self.head = SheetHead("Report a problem", _NOTE)
        self.report_field = QPlainTextEdit(text, readOnly=True)
        self.report_field.setAccessibleName("The report")
        self.report_field.setTabChangesFocus(True)
        self.problem_label = label("", "caption", tone="bad", wrap=True)
        self.copy_button = Button("Copy", icon_name="copy")
        self.save_button = Button("Save as a file", kind=PRIMARY)
        self._build()
        self.head.close_button.clicked.connect(self.close_sheet)
        self.copy_button.clicked.connect(self._copy)
        self.save_button.clicked.connect(self._save)

    def _build(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(32, 12, 32, 16)
        foot.setSpacing(8)
        foot.addWidget(self.problem_label, 1)
        foot.addWidget(self.copy_button)
        foot.addWidget(self.save_button)
        middle = QVBoxLayout()
        middle.setContentsMargins(32, 16, 32, 0)
        middle.addWidget(self.report_field)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(middle, 1)
        column.addLayout(foot)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report_field.toPlainText())
        self.copy_button.setText("Copied")

    def _save(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, "Save the report", "mentor-mixer-report.txt", "Text (*.txt)")
        if chosen:
            text = self.report_field.toPlainText()
            self._background.run(
                lambda _progress: save_problem_report(text, Path(chosen)),
                on_done=partial(self._saved, chosen),
                on_failed=self.problem_label.setText,
            )

    def _saved(self, chosen: str, _nothing: None) -> None:
        self.problem_label.setText("")
        self.save_button.setText(f"Saved as {Path(chosen).name}")
