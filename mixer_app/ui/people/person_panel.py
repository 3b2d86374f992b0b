"""The panel at the right of the table: one person, read or edited, or someone new."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee, Registration, registration_of
from mixer_app.ui.people.person_details import PersonDetails
from mixer_app.ui.people.person_form import PersonForm
from mixer_app.ui.people.rows import PersonRow, Standing, work_words
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import PRIMARY, QUIET, Button, ElidedLabel, IconButton, RoleMark, StatusMark, label, line
from mixer_app.ui.widgets.breaking_label import BreakingLabel
from mixer_app.ui.widgets.labels import from_the_left

WIDTH: Final = 400
_STATES: Final = {
    Standing.HERE: ("check-circle", "good", "fill"),
    Standing.EXPECTED: ("circle-dashed", "text_muted", "regular"),
    Standing.LEFT: ("sign-out", "text_muted", "regular"),
    Standing.CANCELLED: ("prohibit", "warn", "regular"),
    Standing.KNOWN: ("clock-counter-clockwise", "text_muted", "regular"),
}


class PersonPanel(QFrame):
    """Says what was asked for; the page saves."""

    saved = Signal(object, object)  # attendee id or None for someone new, Registration
    cancel_asked = Signal(int)
    register_again_asked = Signal(int)
    desk_asked = Signal(int)
    forget_asked = Signal(int)
    person_shown = Signal(object)  # Attendee
    closed = Signal()
    turned = Signal()  # it was shown or has gone

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: PersonRow | None = None
        self._event: Event | None = None
        self._dirty, self._private = False, True
        self._build()
        self._connect()
        self.hide()

    def _build(self) -> None:
        self.setObjectName("person_panel")
        self.setProperty("look", "panel")
        self.setAccessibleName("Person")
        self.name_label = ElidedLabel("", "title")
        self.close_button = IconButton("x", "Close", key="Esc")
        self.close_button.setObjectName("close_panel_button")
        self.role_mark = RoleMark()
        self.status_mark = StatusMark(look="caption")
        self.work_label = BreakingLabel("", "muted")
        self.details = PersonDetails()
        self.form = PersonForm()
        self.problem_label = label("", "body", tone="bad", wrap=True)
        self.edit_button = _button("Edit", "edit_person_button", icon_name="pencil-simple")
        self.register_button = _button("Register again", "register_again_button", kind=PRIMARY, icon_name="user-plus")
        self.desk_button = _button("Show at the desk", "desk_button", kind=QUIET)
        self.cancel_button = _button("Cancel registration", "cancel_registration_button", kind=QUIET)
        self.save_button = _button("Save", "save_person_button", kind=PRIMARY, key="Ctrl Enter")
        self.discard_button = _button("Discard", "discard_button", kind=QUIET)
        self._assemble()

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name_label, 1)
        head.addWidget(self.close_button)
        self._facts = QWidget()
        facts = QHBoxLayout(self._facts)
        facts.setContentsMargins(0, 0, 0, 0)
        facts.setSpacing(16)
        facts.addWidget(self.role_mark)
        facts.addWidget(self.status_mark)
        facts.addStretch(1)
        top = QVBoxLayout()
        top.setContentsMargins(24, 16, 16, 16)
        top.setSpacing(4)
        top.addLayout(head)
        top.addWidget(self._facts)
        top.addWidget(self.work_label)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(_scrolled(self.details, self._pages))
        self._pages.addWidget(_scrolled(self.form, self._pages))
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 12, 16, 12)
        foot.setSpacing(8)
        buttons = (self.register_button, self.edit_button, self.desk_button, self.save_button, self.discard_button)
        for button in buttons:
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        self.problem_label.setContentsMargins(24, 0, 24, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(line())
        column.addWidget(self._pages, 1)
        column.addWidget(self.problem_label)
        column.addWidget(line())
        column.addLayout(foot)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.close_panel)
        self.edit_button.clicked.connect(self.edit)
        self.save_button.clicked.connect(self._save)
        self.discard_button.clicked.connect(self._discard)
        self.cancel_button.clicked.connect(self._cancel)
        self.register_button.clicked.connect(self._register_again)
        self.desk_button.clicked.connect(self._go_to_desk)
        self.form.changed.connect(self._form_changed)
        self.details.forget_asked.connect(self._forget)

    # Called from the page

    @property
    def attendee(self) -> Attendee | None:
        """Who is shown; None while someone new is typed in."""
        return self._row.attendee if self._row else None

    @property
    def editing(self) -> bool:
        """Whether the form is open."""
        return self.isVisible() and self._pages.currentIndex() == 1

    @property
    def has_changes(self) -> bool:
        """Whether closing would lose something that was typed."""
        return self.editing and self._dirty

    def show_person(self, row: PersonRow, event: Event) -> None:
        """Show someone."""
        self._row, self._event = row, event
        self.name_label.setText(row.attendee.name.shown)
        self.setAccessibleName(f"Person: {row.attendee.name.shown}")
        self.role_mark.set_role(row.attendee.role)
        icon, role, weight = _STATES[row.standing]
        self.status_mark.set_state(icon, row.standing if row.at_event else row.last_event, role, weight=weight)
        self.work_label.setText(from_the_left(work_words(row.attendee)))
        self.details.show_person(row.attendee, event, private=self._private)
        self._show_page(0)
        self.person_shown.emit(row.attendee)

    def update_person(self, row: PersonRow, event: Event) -> None:
        """The shown person was changed elsewhere; what is being typed is not touched."""
        if not self.editing and self._row is not None and row != self._row:
            self.show_person(row, event)

    def show_private(self, *, on: bool) -> None:
        """Whether whom somebody wishes to meet is shown, and what became of earlier events."""
        self._private = on
        if self._row is not None and self._event is not None and not self.isHidden():
            self.details.show_person(self._row.attendee, self._event, private=on)
            self.person_shown.emit(self._row.attendee)

    def edit(self) -> None:
        """Open the form for who is shown."""
        if self._event is not None:
            self.form.show_registration(registration_of(self._row.attendee) if self._row else None, self._event)
            self._show_page(1)
            self.form.given_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_new(self, event: Event, name: str = "") -> None:
        """Open an empty form."""
        self._row, self._event = None, event
        self.name_label.setText("New person")
        self.setAccessibleName("New person")
        self.work_label.setText(f"Registers for {event.name}")
        self.edit()
        self.form.given_edit.setText(name)

    def show_problem(self, sentence: str) -> None:
        """Say why nothing was saved."""
        self.problem_label.setText(sentence)
        self.problem_label.setVisible(bool(sentence))

    def close_panel(self) -> None:
        """Go, unless something typed would be lost."""
        if self.has_changes:
            self.show_problem("Save or discard the changes first.")
            self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.hide()
        self.turned.emit()
        self.closed.emit()

    def leave(self) -> None:
        """Go, whatever is typed."""
        self._dirty = False
        self.hide()
        self.turned.emit()

    # What a person does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.editing:
            self._save()
        elif enter and isinstance(button := self.focusWidget(), QPushButton):
            button.click()
        else:
            super().keyPressEvent(event)

    def _save(self) -> None:
        problem = self.form.problem()
        if problem is not None:
            sentence, field = problem
            self.show_problem(sentence)
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.show_problem("")
        registration: Registration = self.form.registration()
        self.saved.emit(self._row.attendee.id if self._row else None, registration)

    def _discard(self) -> None:
        self._dirty = False
        if self._row is None or self._event is None:
            self.close_panel()
        else:
            self.show_person(self._row, self._event)
            self.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cancel(self) -> None:
        if self._row is not None:
            self.cancel_asked.emit(self._row.attendee.id)

    def _register_again(self) -> None:
        if self._row is not None:
            self.register_again_asked.emit(self._row.attendee.id)

    def _go_to_desk(self) -> None:
        if self._row is not None:
            self.desk_asked.emit(self._row.attendee.id)

    def _forget(self) -> None:
        if self._row is not None:
            self.forget_asked.emit(self._row.attendee.id)

    def _form_changed(self) -> None:
        self._dirty = True
        self.show_problem("")

    def _show_page(self, page: int) -> None:
        self._dirty = False
        self.show_problem("")
        self._pages.setCurrentIndex(page)
        known = self._row is not None
        at_event = self._row is not None and self._row.at_event
        self._facts.setVisible(known)
        self.work_label.setVisible(bool(self.work_label.text()))
        cancelled = self._row is not None and self._row.cancelled
        self.register_button.setVisible(page == 0 and cancelled)
        self.edit_button.setVisible(page == 0 and at_event and not cancelled)
        self.desk_button.setVisible(page == 0 and at_event)
        self.cancel_button.setVisible(page == 0 and at_event and not cancelled)
        self.save_button.setVisible(page == 1)
        self.save_button.setText("Save" if known else "Add")
        self.discard_button.setVisible(page == 1)
        self.setFixedWidth(current().px(WIDTH))
        self.show()
        self.turned.emit()


def _button(text: str, name: str, **looks: str) -> Button:
    button = Button(text, **looks)  # type: ignore[arg-type]  # all of them are words
    button.setObjectName(name)
    return button


def _scrolled(content: QWidget, parent: QWidget) -> QScrollArea:
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    padded = QWidget()
    padded.setProperty("look", "scrolled")
    inside = QVBoxLayout(padded)
    inside.setContentsMargins(24, 16, 24, 16)
    inside.addWidget(content)
    area.setWidget(padded)
    return area
