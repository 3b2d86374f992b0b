"""What can be done to a pair by hand, at the foot of the panel."""

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mixer_app.domain.plan_edits import EditKind
from mixer_app.ui.widgets.buttons import Button
from mixer_app.ui.widgets.cards import line
from mixer_app.ui.widgets.labels import from_the_left, label, restyle


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
        self._buttons = (self.lock_button, self.free_button, self.move_button, self.never_button)
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        for place, button in enumerate(self._buttons):
            self._grid.addWidget(button, *divmod(place, 2))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 24, 16)
        column.setSpacing(12)
        column.addWidget(line())
        column.addWidget(self.note_label)
        column.addLayout(self._grid)
        self._connect()

    def _connect(self) -> None:
        self.lock_button.clicked.connect(self.lock_asked)
        self.free_button.clicked.connect(self.free_asked)
        self.move_button.clicked.connect(self.move_asked)
        self.never_button.clicked.connect(self.never_asked)
        for button in (self.free_button, self.never_button):
            button.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:
        """One button wide."""
        return QSize(max(button.sizeHint().width() for button in self._buttons), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other where they fit, else under each other."""
        super().resizeEvent(event)
        widest = max(button.sizeHint().width() for button in self._buttons)
        across = 2 if 2 * widest + self._grid.spacing() <= self._grid.contentsRect().width() else 1
        for place, button in enumerate(self._buttons):
            self._grid.addWidget(button, *divmod(place, across))

    def show_pair(self, *, locked: bool, why_not: str) -> None:
        """Show what can be done; `why_not` says why nothing can."""
        self.lock_button.setText("Unlock pair" if locked else "Lock pair")
        for button in self._buttons:
            button.setEnabled(not why_not)
        if locked:
            for button in (self.free_button, self.move_button, self.never_button):
                button.setEnabled(False)
        self._idle = why_not
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
