"""A text field as it was before it showed letters that may be a scanner's, so that they can be taken back."""

import shiboken6
from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QTextCursor, QTextDocument, QValidator
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


class LineBefore:
    """A line; its undo goes on from where it was."""

    def __init__(self, field: QLineEdit) -> None:
        self.field = field
        self._was = _line_state(field)
        self._undoable = field.isUndoAvailable()

    def take_back(self) -> None:
        """Text, cursor, selection and undo are again what they were; who listens to the text is told once."""
        if not shiboken6.isValid(self.field) or _line_state(self.field) == self._was:
            return
        text, cursor, start, length = self._was
        with QSignalBlocker(self.field):
            if self._undoable and self.field.echoMode() is QLineEdit.EchoMode.Normal:
                self._undo_to(text)
            if self.field.text() != text or not self._undoable:
                self.field.setText(text)  # forgets all that could be undone
            self.field.setCursorPosition(cursor)
            if length:
                self.field.setSelection(*((start + length, -length) if cursor == start else (start, length)))
        self.field.textEdited.emit(text)
        self.field.textChanged.emit(text)

    def _undo_to(self, text: str) -> None:
        """Undo takes back all that was typed in one go, so that what came before the burst is typed again."""
        field = self.field
        field.undo()
        if field.text() != text:
            field.insert(_lost(field, text))
        elif field.isRedoAvailable():
            own, refusing = field.validator(), _Refusing(field)
            field.setValidator(refusing)
            field.insert("x")  # a letter that is refused leaves nothing behind, and nothing to redo
            field.setValidator(own)
            refusing.deleteLater()


class TextBefore:
    """Several lines; their undo goes on from where it was."""

    def __init__(self, field: QPlainTextEdit) -> None:
        self.field = field
        self._was = _text_state(field)

    def take_back(self) -> None:
        """As for one line."""
        if not shiboken6.isValid(self.field) or _text_state(self.field) == self._was:
            return
        text, anchor, position = self._was
        with QSignalBlocker(self.field):
            self.field.undo()
            cursor = self.field.textCursor()
            if (now := self.field.toPlainText()) != text:
                _put_in(cursor, now, text)
            self.field.document().clearUndoRedoStacks(QTextDocument.Stacks.RedoStack)
            cursor.setPosition(anchor)
            cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
            self.field.setTextCursor(cursor)
        self.field.textChanged.emit()


def field_before(widget: QWidget) -> LineBefore | TextBefore | None:
    """The state of a field that takes letters as they come; None: here they wait until it is clear what they are.

    The keys after the first go to a list of suggestions past whoever listens, so a field with one is none.
    """
    if isinstance(widget, QLineEdit) and not (widget.isReadOnly() or widget.completer() or widget.inputMask()):
        return LineBefore(widget)
    return TextBefore(widget) if isinstance(widget, QPlainTextEdit) and not widget.isReadOnly() else None


class _Refusing(QValidator):
    def validate(self, text: str, position: int) -> object:
        return QValidator.State.Invalid, text, position


def _line_state(field: QLineEdit) -> tuple[str, int, int, int]:
    return field.text(), field.cursorPosition(), field.selectionStart(), field.selectionLength()


def _text_state(field: QPlainTextEdit) -> tuple[str, int, int]:
    cursor = field.textCursor()
    return field.toPlainText(), cursor.anchor(), cursor.position()


def _lost(field: QLineEdit, text: str) -> str:
    """What stood in `text` where the cursor or the selection is now; Qt counts in UTF-16."""
    start = field.selectionStart() if field.hasSelectedText() else field.cursorPosition()
    behind = len(_utf16(field.text())) - 2 * (start + field.selectionLength())
    wanted = _utf16(text)
    return wanted[2 * start : len(wanted) - behind].decode("utf-16-le", "replace")


def _put_in(cursor: QTextCursor, now: str, text: str) -> None:
    """Make `text` of `now` by one change in the place where they differ."""
    head = _alike(now, text)
    tail = _alike(now[head:][::-1], text[head:][::-1])
    cursor.setPosition(len(_utf16(now[:head])) // 2)
    cursor.setPosition(len(_utf16(now[: len(now) - tail])) // 2, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(text[head : len(text) - tail])


def _alike(one: str, other: str) -> int:
    """With how many letters both begin."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (letter, beside) in enumerate(pairs) if letter != beside), min(len(one), len(other)))


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")
