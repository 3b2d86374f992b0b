"""A message for the projectors: written here, shown until it is withdrawn."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from mixer_app.domain.errors import MixerError
from mixer_app.domain.projector import LINE_LETTERS, MESSAGE_LINES, message_lines
from mixer_app.ui import theme
from mixer_app.ui.widgets import PRIMARY, Button, Sheet, label, restyle
from mixer_app.ui.widgets.shortcuts import add_shortcut

_HINT = f"At most {MESSAGE_LINES} lines of {LINE_LETTERS} letters"


class MessageSheet(Sheet):
    """Tells what is to be shown; empty: nothing any more."""

    written = Signal(str)

    def __init__(self, window: QWidget, message: str) -> None:
        super().__init__(window, name="Message for the projectors", width=560, height=320)
        self._build()
        self.message_field.textChanged.connect(self._check)
        self.show_button.clicked.connect(self._show)
        self.withdraw_button.clicked.connect(self._withdraw)
        self.cancel_button.clicked.connect(self.close_sheet)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            add_shortcut(self, keys, self._show)
        self.withdraw_button.setVisible(bool(message))
        self.message_field.setPlainText(message)
        self._check()

    def _build(self) -> None:
        title = label("Message for the projectors", "title")
        self.message_field = QPlainTextEdit()
        self.message_field.setObjectName("message_field")
        self.message_field.setAccessibleName("Message")
        self.message_field.setTabChangesFocus(True)
        self.message_field.setPlaceholderText("The bar opens after round 5")
        self.message_field.setFixedHeight(theme.current().px(72))
        self.note_label = label("", "muted", wrap=True)
        self.withdraw_button = Button("Withdraw it")
        self.cancel_button = Button("Cancel")
        self.show_button = Button("Show it", kind=PRIMARY, key="Ctrl Enter")
        for name in ("withdraw_button", "cancel_button", "show_button"):
            getattr(self, name).setObjectName(name)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.withdraw_button)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.show_button)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(self.message_field)
        column.addWidget(self.note_label)
        column.addSpacing(4)
        column.addLayout(foot)

    def _check(self) -> None:
        problem = ""
        text = self.message_field.toPlainText()
        try:
            message_lines(text)
        except MixerError as refusal:
            problem = str(refusal)
        self.note_label.setText(problem or _HINT)
        restyle(self.note_label, tone="bad" if problem else "")
        self.show_button.setEnabled(bool(text.strip()) and not problem)

    def _show(self) -> None:
        if self.show_button.isEnabled():
            self.written.emit(self.message_field.toPlainText().strip())
            self.close_sheet()

    def _withdraw(self) -> None:
        self.written.emit("")
        self.close_sheet()
