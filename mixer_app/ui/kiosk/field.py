"""The one field of a page: it always has the cursor, offers nothing, and forgets completely."""

from PySide6.QtCore import QEvent, QMargins, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from mixer_app.ui.icons import paint_icon
from mixer_app.ui.kiosk import words
from mixer_app.ui.kiosk.buttons import FLAT, KioskButton
from mixer_app.ui.kiosk.look import KioskLook, leading
from mixer_app.ui.kiosk.words import say

_LONGEST = 80
_CLIPBOARD_KEYS = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
)


class PrivateEdit(QLineEdit):
    """A line without menu, clipboard, dragging, suggestions or memory."""

    walked = Signal(int)
    """Down (+1) or up (-1) was pressed."""
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "bare")
        self.setMaxLength(_LONGEST)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        self.setDragEnabled(False)
        self.setInputMethodHints(Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhSensitiveData)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def wipe(self) -> None:
        """Empty it, with its selection and what could be undone."""
        self.deselect()
        self.setText("")  # unlike `clear`, which can be undone

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if any(event.matches(key) for key in _CLIPBOARD_KEYS):
            event.accept()
        elif event.key() in steps and not event.modifiers():
            self.walked.emit(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class KioskField(QWidget):
    """72 px high over the whole width: an icon, the line, Clear at its end, and a ring while it has the cursor."""

    changed = Signal(str)
    entered = Signal()
    cleared = Signal()

    def __init__(self, look: KioskLook, icon: str = "magnifying-glass") -> None:
        super().__init__()
        self._look, self._icon = look, icon
        self.edit = PrivateEdit()
        self.clear_button = KioskButton(look, kind=FLAT, icon="x", weight=400)
        self.clear_button.setObjectName("clear_button")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.edit, 1)
        self._row.addWidget(self.clear_button)
        self.setFocusProxy(self.edit)
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self._changed)
        self.edit.returnPressed.connect(self.entered)
        self.clear_button.clicked.connect(self._clear)
        look.changed.connect(self._relook)
        self._relook()
        self._changed("")

    def text(self) -> str:
        """What is typed."""
        return self.edit.text()

    def insert(self, letters: str) -> None:
        """Type at the cursor."""
        self.edit.insert(letters)

    def backspace(self) -> None:
        """Delete before the cursor."""
        self.edit.backspace()

    def replace_last(self, letter: str) -> None:
        """Another form of the letter before the cursor."""
        self.edit.backspace()
        self.edit.insert(letter)

    def name(self, spoken: str, placeholder: str = "") -> None:
        """What a screen reader says of the line, and what stands in it while it is empty."""
        self.edit.setAccessibleName(spoken)
        self.edit.setPlaceholderText(placeholder)
        self.clear_button.set_words(say(words.CLEAR))

    def wipe(self) -> None:
        """Forget everything."""
        self.edit.wipe()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent):
            self.update()
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._relook()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = self._ring()
        inside = QRectF(self.rect()).adjusted(ring, ring, -ring, -ring)
        painter.setBrush(look.color("surface"))
        painter.setPen(QPen(look.color("text_muted"), 1))
        painter.drawRoundedRect(inside.adjusted(0.5, 0.5, -0.5, -0.5), look.px(8), look.px(8))
        if self.edit.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("accent"), look.px(2)))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), look.px(10), look.px(10))
        side = look.px(28)
        left = ring + look.px(24)
        box = QRect(left, (self.height() - side) // 2, side, side)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            box.moveRight(self.width() - left)
        paint_icon(painter, box, self._icon, "text_muted")

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(400), self._height())

    def _height(self) -> int:
        look = self._look
        return look.px(68 if look.low else 80 if look.larger else 72) + 2 * self._ring()

    def _ring(self) -> int:
        """Ring and offset stand outside the field."""
        return self._look.px(4)

    def _changed(self, text: str) -> None:
        self.clear_button.setVisible(bool(text))
        self.changed.emit(text)

    def _clear(self) -> None:
        self.wipe()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.cleared.emit()

    def _relook(self) -> None:
        look = self._look
        size = look.font().pixelSize()
        self.edit.setStyleSheet(f"QLineEdit {{ font-size: {size}px; }}")
        ring = self._ring()
        start, end = ring + look.px(66), ring + look.px(8)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            start, end = end, start
        self._row.setContentsMargins(QMargins(start, ring, end, ring))
        self.edit.setAlignment(leading(self.layoutDirection()) | Qt.AlignmentFlag.AlignAbsolute)
        self.setFixedHeight(self._height())
        self.update()


def wipe_clipboard() -> None:
    """Forget whatever was copied on this machine."""
    clipboard = QGuiApplication.clipboard()
    clipboard.clear(clipboard.Mode.Clipboard)
    if clipboard.supportsSelection():
        clipboard.clear(clipboard.Mode.Selection)
