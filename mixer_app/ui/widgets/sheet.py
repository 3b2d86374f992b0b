"""A sheet: work that is done over the page, with the page dimmed behind it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QLayout, QVBoxLayout, QWidget

from mixer_app.ui import theme
from mixer_app.ui.widgets.tab_order import bring_into_sight, follow_layout

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Sheet(QWidget):
    """Covers its window; `panel` holds the content (make a layout on it), at most `width` × `height`.

    Esc and `close_sheet` end it with `closed`; the focus goes back to where it was. Tab stays inside.
    Ctrl+Enter is `act`, what the sheet is there for.
    """

    closed = Signal()

    for_everybody = False
    """Whether it stays when the window is locked: what is done on it is not the organizer's alone."""

    def __init__(self, window: QWidget, *, name: str, width: int = 1152, height: int = 820) -> None:
        super().__init__(window)
        self._most = (width, height)
        self._window = window
        self._came_from: QWidget | None = None
        self.panel = QFrame(self)
        self.panel.setProperty("look", "card")
        self.panel.setAccessibleName(name)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(40, 40, 40, 40)
        frame.addWidget(self.panel, alignment=Qt.AlignmentFlag.AlignCenter)
        window.installEventFilter(self)

    def place(
        self, head: QWidget, middle: QWidget | QLayout, foot: QWidget, *, ends: Sequence[QAbstractButton]
    ) -> None:
        """Put head and foot above and below the middle, which gets the room; each of `ends` closes the sheet."""
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(head)
        if isinstance(middle, QLayout):
            column.addLayout(middle, 1)
        else:
            column.addWidget(middle, 1)
        column.addWidget(foot)
        for button in ends:
            button.clicked.connect(self.close_sheet)

    def open_sheet(self, first: QWidget | None = None) -> None:
        """Show it, with the cursor in `first`."""
        self._came_from = QApplication.focusWidget()
        self._cover()
        self.show()
        self.raise_()
        target = first or self._reachable()[0]
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_sheet(self) -> None:
        """Take it away."""
        self.hide()
        if self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()
        self.deleteLater()

    def act(self) -> None:
        """Do what the sheet is there for, if it can be done now; a sheet without such a thing does nothing."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self.parentWidget():
            self._cover()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        follow_layout(self.panel)
        reachable = self._reachable()
        now = QApplication.focusWidget()
        position = reachable.index(now) if now in reachable else -1 if forward else 0
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        target = reachable[(position + (1 if forward else -1)) % len(reachable)]
        target.setFocus(reason)
        bring_into_sight(target)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        elif event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.act()
        event.accept()  # keys of the page behind do nothing meanwhile

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        color = theme.current().color("text" if not theme.current().dark else "canvas")
        color.setAlphaF(0.4 if not theme.current().dark else 0.7)
        QPainter(self).fillRect(self.rect(), color)

    def _cover(self) -> None:
        window = self._window
        look = theme.current()
        width = min(look.px(self._most[0]), window.width() - 80)
        height = min(look.px(self._most[1]), window.height() - 80)
        self.panel.setMinimumWidth(width)
        self.panel.setMaximumSize(width, height)
        if self._most[1] >= 600:  # a large sheet keeps its size whatever is in it
            self.panel.setMinimumHeight(height)
        self.setGeometry(window.rect())  # last, so that sheets which arrange themselves find the new room

    def _reachable(self) -> list[QWidget]:
        """The controls that Tab goes through, in their order."""
        found: list[QWidget] = []
        widget = self.nextInFocusChain()
        while widget is not None and widget is not self:
            if self.isAncestorOf(widget) and _takes_tab(widget):
                found.append(widget)
            widget = widget.nextInFocusChain()
        return found or [self.panel]


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy()
    return (
        bool(policy & Qt.FocusPolicy.TabFocus) and widget.isEnabled() and widget.isVisible() and not widget.focusProxy()
    )
