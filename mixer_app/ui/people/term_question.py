"""A topic or need that the event does not know: a slip of the pen, or a new one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from mixer_app.ui.widgets import QUIET, Button, IconLabel, label


class TermQuestion(QFrame):
    """Asks about one word at a time; nothing is asked while it is hidden."""

    use_asked = Signal(str, str)  # what was typed, and the event's own word
    new_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed = self._close = ""
        self.setObjectName("term_question")
        self.setProperty("look", "notice")
        self._sentence_label = label("", "body", wrap=True)
        self.use_button = Button("", small=True)
        self.use_button.setObjectName("use_term_button")
        self.new_button = Button("Add it as new", kind=QUIET, small=True)
        self.new_button.setObjectName("new_term_button")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(IconLabel("warning-circle", "warn", size=20))
        row.addWidget(self._sentence_label, 1)
        row.addWidget(self.use_button)
        row.addWidget(self.new_button)
        self.use_button.clicked.connect(self._use)
        self.new_button.clicked.connect(self._keep)
        self.hide()

    def ask(self, kind: str, typed: str, close: str) -> None:
        """Ask about `typed`, a new `kind` (topic or need); `close` is what was probably meant, or empty."""
        self._typed, self._close = typed, close
        meant = f" Did you mean “{close}”?" if close else ""
        self._sentence_label.setText(f"“{typed}” is no {kind} of this event.{meant}")
        self.setAccessibleName(self._sentence_label.text())
        self.use_button.setText(f"Use “{close}”")
        self.use_button.setVisible(bool(close))
        self.new_button.setAccessibleName(f"Add “{typed}” as a new {kind}")
        self.show()

    def _use(self) -> None:
        self.use_asked.emit(self._typed, self._close)

    def _keep(self) -> None:
        self.new_asked.emit(self._typed)
