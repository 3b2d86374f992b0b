"""The search: a magnifying glass, what is typed, and a quiet note at the right."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from mixer_app.ui import theme
from mixer_app.ui.icons import icon_pixmap
from mixer_app.ui.widgets.line_field import LineField

_UNDO_AND_REDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class SearchField(LineField):
    """A line to search with; `note` says a key or a count. Esc clears, Down and Up are told on.

    `large` is the desk's: 56 high, text at 20. Undo and redo are its own only while what is in it
    was typed by hand and nothing was done since; else they are the window's.
    """

    cleared = Signal()
    moved = Signal(int)
    """Down (+1) or Up (-1) was pressed: the choice among the hits moves."""
    emptied_backwards = Signal()
    """Backspace in the empty field."""

    def __init__(
        self, placeholder: str = "", *, name: str, note: str = "", large: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._note, self._large, self._icon_name = note, large, "magnifying-glass"
        self._typed = False
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        if large:
            self.setProperty("look", "large")
        self.textEdited.connect(self._text_typed)
        self._fit()

    def end_typing(self) -> None:
        """Something was done for what is typed: undo is about that act now, not about letters."""
        self._typed = False

    def set_note(self, note: str) -> None:
        """Say something else at the right."""
        if note != self._note:
            self._note = note
            self._fit()
            self.update()

    def set_icon(self, name: str) -> None:
        """Another icon at the left, such as a barcode after a scan."""
        if name != self._icon_name:
            self._icon_name = name
            self.update()

    def event(self, event: QEvent) -> bool:
        """Undo and redo belong to the field only while something was typed in it last."""
        if isinstance(event, QKeyEvent) and self._leaves_to_the_window(event):
            event.ignore()
            return True
        return super().event(event)

    def _leaves_to_the_window(self, event: QKeyEvent) -> bool:
        asks = event.type() is QEvent.Type.ShortcutOverride
        return asks and not (self.text() and self._typed) and any(event.matches(keys) for keys in _UNDO_AND_REDO)

    def _text_typed(self, text: str) -> None:
        self._typed = bool(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.cleared.emit()
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up} and not event.modifiers():
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Backspace and not self.text():
            self.emptied_backwards.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = theme.current()
        painter = QPainter(self)
        side = look.px(24 if self._large else 16)
        left = look.px(18 if self._large else 12)
        pixmap = icon_pixmap(self._icon_name, "text_muted", side, self.devicePixelRatioF())
        painter.drawPixmap(left, (self.height() - side) // 2, pixmap)
        if self._note:
            painter.setFont(look.font("caption"))
            painter.setPen(look.color("text_muted"))
            box = QRect(0, 0, self.width() - look.px(16 if self._large else 12), self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._note)

    def _fit(self) -> None:
        look = theme.current()
        left = look.px(36 if self._large else 24)
        right = QFontMetrics(look.font("caption")).horizontalAdvance(self._note) + look.px(8) if self._note else 0
        around = self.textMargins()
        self.setTextMargins(left, around.top(), right, around.bottom())
