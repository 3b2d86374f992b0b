"""The line that stays after an import until the rows that were left out are settled."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from mixer_app.domain.imports import ImportAccount
from mixer_app.ui.people.import_words import left_out_words, rows_words
from mixer_app.ui.widgets import QUIET, Button, ElidedLabel, IconButton, IconLabel, label


class ProblemBar(QFrame):
    """Says how many rows are still out, and how to see them or to take the import back."""

    rows_asked = Signal()
    undo_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._import_id: int | None = None
        self._build()
        self._connect()
        self.hide()

    def _build(self) -> None:
        self.setObjectName("problem_bar")
        self.setProperty("look", "card")
        self.setProperty("tone", "warn")
        self.strong_label = label("", "body_strong")
        self.rest_label = ElidedLabel("", "body")
        self.in_label = ElidedLabel("", "muted")
        self.show_button = Button("")
        self.show_button.setObjectName("show_rows_button")
        self.undo_button = Button("Undo import", kind=QUIET, icon_name="arrow-u-up-left")
        self.undo_button.setObjectName("undo_import_button")
        self.close_button = IconButton("x", "Close this line", size=16)
        self.close_button.setObjectName("close_problem_button")
        words = QHBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.strong_label)
        words.addWidget(self.rest_label)
        words.addWidget(self.in_label)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 9, 12, 9)
        row.setSpacing(12)
        row.addWidget(IconLabel("warning-circle", "warn", size=20, weight="fill"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.show_button)
        row.addWidget(self.undo_button)
        row.addWidget(self.close_button)

    def _connect(self) -> None:
        self.show_button.clicked.connect(self.rows_asked)
        self.undo_button.clicked.connect(self._undo)
        self.close_button.clicked.connect(self.hide)

    def show_import(self, account: ImportAccount, name: str) -> None:
        """Tell what an import left out; nothing left out, nothing shown."""
        self._import_id = account.import_id
        strong, rest, people = left_out_words(account, name)
        self.strong_label.setText(strong)
        self.rest_label.setText(rest)
        self.in_label.setText(people)
        self.setAccessibleName(f"{strong}{rest}{people}")
        self.show_button.setText(f"Show the {rows_words(len(account.rejected))}")
        self.setVisible(bool(account.rejected))

    def _undo(self) -> None:
        if self._import_id is not None:
            self.undo_asked.emit(self._import_id)
        self.hide()
