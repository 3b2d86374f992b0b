"""The message bar: one sentence about what happened, with its way back."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from mixer_app.ui.widgets.announcing import announce
from mixer_app.ui.widgets.breaking_label import BreakingLabel
from mixer_app.ui.widgets.buttons import LINK, Button, IconButton
from mixer_app.ui.widgets.cards import IconLabel
from mixer_app.ui.widgets.labels import from_the_left
from mixer_app.ui.widgets.whole_row import WholeRow

STAYS_S = 12
_READ_AT_ONCE = 60
_MORE_MS = 120
"""For every letter beyond those that are read at once: a slow reader, who looks up late, comes to the end."""


class MessageBar(WholeRow):
    """Says what was done (goes after `STAYS_S`, later if it is long) or what failed (stays until it is closed)."""

    action_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._act: Callable[[], object] | None = None
        self._sentence = ""
        self._before: QWidget | None = None  # what had the cursor before it came in here
        self._by_key = False
        self._build()
        self._connect()
        self.hide()

    def say(
        self, sentence: str, *, action: str = "", act: Callable[[], object] | None = None, by_key: bool = False
    ) -> None:
        """Tell what was done; `action` is the button that takes it back, and `by_key` the key for Undo means it too."""
        self._show("check-circle", "good", sentence, action, act)
        self._by_key = by_key
        announce(self, sentence)
        self.timer.start(STAYS_S * 1000 + max(len(sentence) - _READ_AT_ONCE, 0) * _MORE_MS)

    def complain(self, sentence: str, *, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Tell what failed and what to do."""
        self._show("warning-circle", "bad", sentence, action, act)
        announce(self, sentence, at_once=True)
        self.timer.stop()

    def close_message(self) -> None:
        """Take the sentence away; the cursor goes back where it was."""
        self.timer.stop()
        before = self._before
        if self._has_cursor() and before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def start_over(self) -> None:
        """Take the sentence away, and with it what could be taken back."""
        self.close_message()
        self.forget_key()

    def forget_key(self) -> None:
        """Something else was done since: the key for Undo no longer means what the bar has told."""
        self._by_key = False

    def take_back(self) -> bool:
        """Do by key what the button does, also after the sentence went; False: the key does not mean that."""
        meant = self._by_key and self._act is not None
        if meant:
            self._run_action()
        return meant

    @property
    def sentence(self) -> str:
        """What the bar says; empty when it is not shown."""
        return "" if self.isHidden() else self._sentence

    def _build(self) -> None:
        self.setObjectName("message_bar")
        self.setProperty("look", "bar")
        self.setAccessibleName("Messages")
        self._icon = IconLabel("check-circle", "good", weight="fill")
        self.sentence_label = BreakingLabel("", "body_strong")
        self.action_button = Button("Undo", kind=LINK)
        self.close_button = IconButton("x", "Close the message", size=16)
        self.timer = QTimer(self, singleShot=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 6, 24, 6)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addWidget(self.sentence_label, 1)
        row.addWidget(self.action_button)
        row.addWidget(self.close_button)

    def _connect(self) -> None:
        self.timer.timeout.connect(self.close_message)
        self.close_button.clicked.connect(self.close_message)
        self.action_button.clicked.connect(self._run_action)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _has_cursor(self) -> bool:
        return self.window().focusWidget() in (self.action_button, self.close_button)

    @Slot(QWidget, QWidget)
    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now) and before is not None and not self.isAncestorOf(before):
            self._before = before

    def _show(self, icon: str, role: str, sentence: str, action: str, act: Callable[[], object] | None) -> None:
        self._act, self._by_key = act, False
        self._icon.set_icon(icon, role, weight="fill")
        self._sentence = sentence
        self.sentence_label.setText(from_the_left(sentence))
        self.action_button.setText(action or "Undo")
        self.action_button.setVisible(act is not None)
        self.show()

    def _run_action(self) -> None:
        act, self._act = self._act, None
        self.close_message()
        self.action_chosen.emit()
        if act is not None:
            act()
