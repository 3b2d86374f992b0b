"""The line that stays after an import until the rows that were left out are settled."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mixer_app.domain.imports import ImportAccount
from mixer_app.ui.people.import_words import left_out_words, rows_words
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import QUIET, Button, IconButton, IconLabel, WholeRow, label
from mixer_app.ui.widgets.flow_row import FlowRow

_WORDS_FROM: Final = 220  # px at 100 %


class ProblemBar(WholeRow):
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
        self.strong_label = label("", "body_strong", wrap=True)
        self.rest_label = label("", "muted", wrap=True)
        self.show_button = Button("")
        self.show_button.setObjectName("show_rows_button")
        self.undo_button = Button("Undo import", kind=QUIET, icon_name="arrow-u-up-left")
        self.undo_button.setObjectName("undo_import_button")
        self.close_button = IconButton("x", "Close this line", size=16)
        self.close_button.setObjectName("close_problem_button")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.strong_label)
        words.addWidget(self.rest_label)
        told = QHBoxLayout()
        told.setSpacing(12)
        told.addWidget(IconLabel("warning-circle", "warn", size=20, weight="fill"), 0, Qt.AlignmentFlag.AlignVCenter)
        told.addLayout(words, 1)
        self._buttons = FlowRow(at_end=(self.show_button, self.undo_button, self.close_button))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(24, 9, 12, 9)
        self._row.setSpacing(12)
        self._row.addLayout(told, 1)
        self._row.addWidget(self._buttons)

    def _connect(self) -> None:
        self.show_button.clicked.connect(self.rows_asked)
        self.undo_button.clicked.connect(self._undo)
        self.close_button.clicked.connect(self.hide)

    def show_import(self, account: ImportAccount, name: str) -> None:
        """Tell what an import left out; nothing left out, nothing shown."""
        self._import_id = account.import_id
        strong, rest = left_out_words(account, name)
        self.strong_label.setText(strong)
        self.rest_label.setText(rest)
        self.setAccessibleName(f"{strong} {rest}")
        self.show_button.setText(f"Show the {rows_words(len(account.rejected))}")
        self._fit()
        self.setVisible(bool(account.rejected))

    def _fit(self) -> None:
        """The buttons beside the words, or below them where those would be narrow."""
        beside = self.width() - self._buttons.sizeHint().width() - 68 >= current().px(_WORDS_FROM)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        super()._fit()

    def _undo(self) -> None:
        if self._import_id is not None:
            self.undo_asked.emit(self._import_id)
        self.hide()
