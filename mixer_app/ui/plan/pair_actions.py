"""What can be done to a pair by hand, at the foot of the panel."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mixer_app.domain.plan_edits import EditKind
from mixer_app.ui.widgets.buttons import Button
from mixer_app.ui.widgets.cards import line
from mixer_app.ui.widgets.labels import from_the_left, label, restyle

_LOCKED: Final = "Unlock it to move, free or part these two."


class PairActions(QWidget):
    """Lock, free, move, never pair; each button names its key."""

    lock_asked = Signal()
    free_asked = Signal()
    move_asked = Signal()
    never_asked = Signal()
    weighed = Signal(object)
    """The `EditKind` whose price is wanted, as its button is pointed at; None: no longer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._idle = ""
        self.lock_button = Button("Lock pair", icon_name="lock-simple", key="L")
        self.free_button = Button("Free seat", icon_name="x", key="Del")
        self.move_button = Button("Move", icon_name="swap", key="M")
        self.never_button = Button("Never pair", icon_name="prohibit", key="N")
        self.note_label = label("", "muted_caption", wrap=True)
        grid = QGridLayout()
        grid.setSpacing(8)
        grid.addWidget(self.lock_button, 0, 0)
        grid.addWidget(self.free_button, 0, 1)
        grid.addWidget(self.move_button, 1, 0)
        grid.addWidget(self.never_button, 1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 24, 16)
        column.setSpacing(12)
        column.addWidget(line())
        column.addWidget(self.note_label)
        column.addLayout(grid)
        self._connect()

    def _connect(self) -> None:
        self.lock_button.clicked.connect(self.lock_asked)
        self.free_button.clicked.connect(self.free_asked)
        self.move_button.clicked.connect(self.move_asked)
        self.never_button.clicked.connect(self.never_asked)
        for button in (self.free_button, self.never_button):
            button.installEventFilter(self)

    def show_pair(self, *, locked: bool, why_not: str) -> None:
        """Show what can be done; `why_not` says why nothing can."""
        self.lock_button.setText("Unlock pair" if locked else "Lock pair")
        for button in (self.lock_button, self.free_button, self.move_button, self.never_button):
            button.setEnabled(not why_not)
        if locked:
            for button in (self.free_button, self.move_button, self.never_button):
                button.setEnabled(False)
        self._idle = why_not or (_LOCKED if locked else "")
        self.say(self._idle)

    def say(self, sentence: str = "", tone: str = "") -> None:
        """Say a price, or what stands there otherwise."""
        self.note_label.setText(from_the_left(sentence or self._idle))
        self.note_label.setVisible(bool(self.note_label.text()))
        restyle(self.note_label, tone=tone)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What costs something is weighed before it is pressed."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            self.weighed.emit(EditKind.FREE if watched is self.free_button else EditKind.FORBID)
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.FocusOut):
            self.weighed.emit(None)
        return False
