"""What staff should know of the person who is shown: prominent until somebody says that they have seen it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from mixer_app.domain.people import Attendee
from mixer_app.ui.widgets import Button, IconLabel, restyle
from mixer_app.ui.widgets.breaking_label import BreakingLabel
from mixer_app.ui.widgets.labels import from_the_left
from mixer_app.ui.widgets.laid_out_once import laid_out_once
from mixer_app.ui.widgets.line_field import LineField

SEEN_KEY = "F4"
NOTE_KEY = "Ctrl+N"


class NoteBand(QFrame):
    """The note of one person, and the field in which it is written; nothing where there is none."""

    seen_asked = Signal(int)  # attendee
    written = Signal(int, str)  # attendee and note
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.attendee: Attendee | None = None
        self.is_open = False  # somebody has still to see it
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setObjectName("note_band")
        self.setProperty("look", "notice")
        self._mark = IconLabel("push-pin", "warn", size=20)
        self.note_label = BreakingLabel("", "body_strong")
        self.seen_button = Button("Seen", small=True, key=SEEN_KEY)
        self.seen_button.setObjectName("note_seen_button")
        self.note_edit = LineField()
        self.note_edit.setObjectName("note_edit")
        self.note_edit.setPlaceholderText("For staff only, such as: needs the ramp")
        self.note_edit.setAccessibleName("Note for staff")
        self.keep_button = Button("Keep", small=True, key="Enter")
        self.keep_button.setObjectName("note_keep_button")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.note_label, 1)
        row.addWidget(self.seen_button)
        row.addWidget(self.note_edit, 1)
        row.addWidget(self.keep_button)
        self.note_edit.hide()
        self.keep_button.hide()
        self.hide()

    def _connect(self) -> None:
        self.seen_button.clicked.connect(self.see)
        self.keep_button.clicked.connect(self._keep)
        self.note_edit.returnPressed.connect(self._keep)

    @property
    def writing(self) -> bool:
        """Whether a note is being written."""
        return not self.note_edit.isHidden()

    def show_note(self, attendee: Attendee, *, seen: bool) -> None:
        """Show what is known of this person; what is being written about them stays."""
        if self.writing and self.attendee is not None and self.attendee.id == attendee.id:
            self.attendee = attendee
            return
        with laid_out_once(self, self.parentWidget()):
            self._interrupted()
            self.attendee = attendee
            note = attendee.staff_note
            self.is_open = bool(note) and not seen
            self.note_label.setText(from_the_left(note))
            restyle(self.note_label, look="body_strong" if self.is_open else "muted")
            restyle(self, look="notice" if self.is_open else "well")
            self._mark.set_icon("push-pin", "warn" if self.is_open else "text_muted")
            self.setAccessibleName(f"Note for staff: {note}")
            self.seen_button.setVisible(self.is_open)
            self.seen_button.setAccessibleName(f"The note about {attendee.name.shown} is seen")
            self.setVisible(bool(note))

    def show_nothing(self) -> None:
        """There is nobody here to say anything about."""
        if self.attendee is None and self.isHidden():
            return
        self._interrupted()
        self.attendee, self.is_open = None, False
        self.hide()

    def see(self) -> None:
        """Staff have seen the note."""
        if self.is_open and self.attendee is not None:
            self.seen_asked.emit(self.attendee.id)

    def begin(self) -> None:
        """Put the cursor into the note."""
        if self.attendee is None:
            return
        self.note_edit.setText(self.attendee.staff_note)
        self._show_field(True)
        self.show()
        self.note_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.note_edit.setSelection(len(self.attendee.staff_note), -len(self.attendee.staff_note))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.writing:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, Button):
                focused.click()
        else:
            super().keyPressEvent(event)

    def _interrupted(self) -> None:
        """Somebody else is shown, such as whose badge was scanned: what was written so far is kept."""
        if self.writing:
            self._tell_written()
        self._show_field(False)

    def _keep(self) -> None:
        self._tell_written()
        self._leave()

    def _tell_written(self) -> None:
        attendee, note = self.attendee, " ".join(self.note_edit.text().split())
        if attendee is not None and note != attendee.staff_note:
            self.written.emit(attendee.id, note)

    def _leave(self) -> None:
        self.left.emit()  # first: a field that is hidden with the cursor in it has Qt look for the next in the window
        self._show_field(False)
        self.setVisible(self.attendee is not None and bool(self.attendee.staff_note))

    def _show_field(self, on: bool) -> None:  # a state
        self.note_edit.setVisible(on)
        self.keep_button.setVisible(on)
        self.note_label.setVisible(not on)
        self.seen_button.setVisible(not on and self.is_open)
