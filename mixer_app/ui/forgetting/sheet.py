"""The sheet that says what would be erased, and asks once, because nothing brings it back."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mixer_app.services.forgetting import ForgetLook
from mixer_app.ui.widgets import DANGER, Button, IconLabel, Sheet, label
from mixer_app.ui.widgets.flow_row import FlowRow
from mixer_app.ui.widgets.sheet_parts import SheetHead, scrolled


class ForgetSheet(Sheet):
    """What goes and what stays, in plain words; `agreed` once a person has said that they mean it."""

    agreed = Signal()

    def __init__(self, window: QWidget, look: ForgetLook, *, title: str) -> None:
        super().__init__(window, name=title, width=640, height=560)
        self._look = look
        self._build(title)
        self.head.close_button.clicked.connect(self.close_sheet)
        self.cancel_button.clicked.connect(self.close_sheet)
        self.sure_box.toggled.connect(self.erase_button.setEnabled)
        self.erase_button.clicked.connect(self._agree)

    def _build(self, title: str) -> None:
        self.setObjectName("forget_sheet")
        self.head = SheetHead(title, self._look.name)
        self.sure_box = QCheckBox("I know that this cannot be undone")
        self.sure_box.setObjectName("sure_box")
        self.cancel_button = Button("Cancel")
        self.cancel_button.setObjectName("cancel_forgetting_button")
        self.erase_button = Button("Erase for good", kind=DANGER, icon_name="trash")
        self.erase_button.setObjectName("erase_button")
        self.erase_button.setEnabled(False)
        foot = QFrame()
        foot.setProperty("look", "sheet_foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(32, 12, 32, 12)
        row.addWidget(FlowRow((self.sure_box,), at_end=(self.cancel_button, self.erase_button)))
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(scrolled(self._account()), 1)
        column.addWidget(foot)

    def _account(self) -> QWidget:
        account = QWidget()
        column = QVBoxLayout(account)
        column.setContentsMargins(32, 20, 32, 20)
        column.setSpacing(8)
        parts: tuple[tuple[str, Sequence[str], str], ...] = (
            ("Goes for good", self._look.goes, "trash"),
            ("Stays", self._look.stays, "check"),
        )
        for title, sentences, icon in parts:
            if column.count():
                column.addSpacing(12)
            column.addWidget(label(title, "body_strong"))
            for sentence in sentences:
                column.addLayout(_point(icon, f"{sentence}."))
        column.addStretch(1)
        return account

    def _agree(self) -> None:
        self.agreed.emit()
        self.close_sheet()


def _point(icon: str, sentence: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    mark = QVBoxLayout()
    mark.addWidget(IconLabel(icon, size=18))
    mark.addStretch(1)
    row.addLayout(mark)
    row.addWidget(label(sentence, "body", wrap=True), 1)
    return row
