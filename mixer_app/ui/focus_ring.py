"""The focus is always visible: a ring of 2 px in the accent, 2 px around whatever has the keyboard."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion, QWindow
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from mixer_app.ui import theme

_OWN = (QLineEdit, QAbstractSpinBox, QPlainTextEdit, QTextEdit, QAbstractItemView, QMenu)
_OFFSET = 2
_KNOWN = "focusRingWatches"
_WATCHED = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}


class FocusRing(QObject):
    """Follows the focus through every window of the application.

    Fields, lists and menus show it themselves, and so does a widget whose property `ownFocus` is true. The ring
    comes with the first key and goes with a click of the mouse: then the hand knows where it is.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: _Ring | None = None
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self.by_keyboard = False
        app.focusChanged.connect(self._follow)

    @property
    def ring(self) -> QWidget | None:
        """The widget that paints the ring now, if any."""
        return self._ring if self._ring is not None and shiboken6.isValid(self._ring) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(watched, QWindow):
            if kind is QEvent.Type.KeyPress and not self.by_keyboard:
                self.by_keyboard = True
                self._follow(None, QApplication.focusWidget())
            elif kind is QEvent.Type.MouseButtonPress:
                self.by_keyboard = False
        elif kind in _WATCHED:
            self._place()
        return False

    @Slot(QWidget, QWidget)
    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        self._let_go()
        self._watch_window(now)
        if not self.by_keyboard or now is None or isinstance(now, _OWN) or now.property("ownFocus"):
            return
        self._target = now
        self._ring = _Ring(now.window())
        widget: QWidget | None = now
        while widget is not None:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = None if widget.isWindow() else widget.parentWidget()
        self._place()

    def _watch_window(self, widget: QWidget | None) -> None:
        handle = widget.window().windowHandle() if widget is not None else None
        if handle is None or not shiboken6.isValid(handle):
            return  # around a file dialog Qt hands out the wrapper of a handle that has gone
        if not handle.property(_KNOWN):
            handle.installEventFilter(self)
            handle.setProperty(_KNOWN, True)

    def _let_go(self) -> None:
        for widget in self._watched:
            if shiboken6.isValid(widget):
                widget.removeEventFilter(self)
        self._watched.clear()
        self._target = None
        if self._ring is not None and shiboken6.isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None

    def _place(self) -> None:
        target, ring = self._target, self.ring
        if target is None or ring is None or not shiboken6.isValid(target):
            return
        if not target.isVisible():
            ring.hide()
            return
        window = target.window()
        around = _OFFSET + theme.current().shape.focus_ring
        place = QRect(target.mapTo(window, QPoint()), target.size()).adjusted(-around, -around, around, around)
        ring.setGeometry(place)
        visible = _visible_part(target, window, around)
        ring.setMask(QRegion(visible.translated(-place.topLeft())))
        ring.raise_()
        ring.show()


class _Ring(QWidget):
    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("focus_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        width = look.shape.focus_ring
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.color("accent"), width))
        inside = self.rect().toRectF().adjusted(width / 2, width / 2, -width / 2, -width / 2)
        radius = look.shape.radius_control + _OFFSET
        painter.drawRoundedRect(inside, radius, radius)


def _visible_part(target: QWidget, window: QWidget, around: int) -> QRect:
    """What of the ring's place is not scrolled out of sight, in the window's coordinates."""
    visible = window.rect()
    parent = target.parentWidget()
    while parent is not None and parent is not window:
        if isinstance(parent.parentWidget(), QAbstractScrollArea):
            view = QRect(parent.mapTo(window, QPoint()), parent.size())
            visible &= view.adjusted(-around, -around, around, around)
        parent = parent.parentWidget()
    return visible
