"""The sheet that is being entered: one finger on 1, 2, 3."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mixer_app.domain.answers import Answer, AnswerSheet, SheetLine
from mixer_app.domain.badge_code import spaced
from mixer_app.domain.roles import Role
from mixer_app.services.answer_sheets import entered_words
from mixer_app.ui.follow_up.also_met import AlsoMet
from mixer_app.ui.follow_up.row_editor import NoteEditor, Onward, ReferralEditor
from mixer_app.ui.follow_up.sheet_foot import SheetFoot
from mixer_app.ui.follow_up.sheet_row import SheetRow
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import ElidedLabel, RoleMark, label
from mixer_app.ui.widgets.announcing import announce

_EMPTY: Final = (
    "Nobody is noted as met by this person. Press A to note a meeting outside the plan, then answer it here."
)
_FOOT_FROM: Final = 160  # px at 100 %
_ROWS_LEAST: Final = 48
_ANSWERS: Final = {"1": Answer.YES, "2": Answer.NO, "3": Answer.NOT_MET}


class SheetView(QFrame):
    """Shows an `AnswerSheet`; what a key means is told, and shown by whoever is told."""

    answered = Signal(int, object)  # partner, Answer
    noted = Signal(int, str, int)  # partner, note, mark
    referred = Signal(int, object)  # partner, Onward
    other_chosen = Signal(object)  # SheetLine whose other source is to count
    also_met = Signal(int)
    next_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet: AnswerSheet | None = None
        self.rows: list[SheetRow] = []
        self.current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Answer sheet")
        self._acts: Mapping[str, Callable[[], object]] = {
            "n": self.open_note,
            "h": partial(self.open_note, at_mark=True),
            "r": self.open_referral,
            "a": self.open_also_met,
            "c": self.let_other_count,
            "back": self._one_back,
            "next": self.next_wanted.emit,
        }
        self._build()

    # what is shown

    def show_sheet(self, sheet: AnswerSheet, now: datetime, *, opened: bool) -> None:
        """Show this sheet; a freshly opened one begins at the first open line."""
        self.sheet = sheet
        self.mark.set_role(sheet.role, "")
        self.name_label.setText(sheet.name.shown)
        self.role_mark.set_role(sheet.role)
        self.code_label.setText(spaced(sheet.code))
        if opened:  # a sheet that is being entered need not say so
            self.entered_label.setText(entered_words(sheet, now=now))
            self.entered_label.setVisible(bool(self.entered_label.text()))
        self.empty_label.setVisible(not sheet.lines)
        mentees = any(line.partner_role is Role.MENTEE for line in sheet.lines)
        self.foot.show_for(lines=bool(sheet.lines), mentees=mentees)
        self._fill(sheet.lines)
        if opened:
            self._close_editors()
            self.go_to(sheet.next_open or 0)

    def go_to_partner(self, partner_id: int) -> None:
        """Make the row about somebody the one that the keys answer."""
        lines = self.sheet.lines if self.sheet else ()
        place = next((place for place, line in enumerate(lines) if line.partner_id == partner_id), None)
        if place is not None:
            self.go_to(place)

    def show_line(self, line: SheetLine) -> None:
        """Show a line anew."""
        for row in self.rows:
            if row.line is not None and row.line.partner_id == line.partner_id:
                row.show_line(line)

    def offer(self, terms: Sequence[str], mentors: Mapping[int, str]) -> None:
        """What a mentor can refer to."""
        self.referral.offer(terms, mentors)

    def go_to(self, place: int) -> None:
        """Make another row the one that the keys answer."""
        if not self.sheet or not self.sheet.lines:
            return
        self.current = min(max(place, 0), len(self.sheet.lines) - 1)
        for number, row in enumerate(self.rows):
            row.set_current(current=number == self.current and not row.isHidden())
        _bring_into_sight(self._scroll, self.rows[self.current])
        spoken = self.rows[self.current].accessibleName()
        self.setAccessibleDescription(spoken)
        if self.hasFocus():
            announce(self, spoken)

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text().lower()
        if text in _ANSWERS:
            self.answer(_ANSWERS[text])
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Backspace):
            self.go_to(self.current - 1)
        elif key == Qt.Key.Key_Down:
            self.go_to(self.current + 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.hasFocus():
            self.next_wanted.emit()
        elif text in self._acts and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._acts[text]()
        else:
            super().keyPressEvent(event)  # Enter on a button presses it

    def answer(self, answer: Answer) -> None:
        """Answer the row and go to the next."""
        if (line := self._line()) is not None:
            self.answered.emit(line.partner_id, answer)
            self.go_to(self.current + 1)

    def open_note(self, *, at_mark: bool = False) -> None:
        """Open the note under the row, once it has an answer."""
        line = self._line()
        if line is not None and line.given is not None:
            self._put_under_row(self.note)
            self.note.open_with(line.given.note, line.given.helped, at_mark=at_mark)

    def open_referral(self) -> None:
        """Ask where the mentor would send this mentee."""
        line = self._line()
        if line is not None and line.partner_role is Role.MENTEE:
            self._put_under_row(self.referral)
            self.referral.open_empty()

    def open_also_met(self) -> None:
        """Ask whom else this person met."""
        self._close_editors()
        self.meeting.open_empty()

    def let_other_count(self) -> None:
        """Where two sources say different things, the other one counts."""
        if (line := self._line()) is not None and line.differs:
            self.other_chosen.emit(line)

    # making it

    def _build(self) -> None:
        self.mark = RoleMark("mentee", word="", size=18)
        self.name_label = ElidedLabel("", "title")
        self.role_mark = RoleMark("mentee", size=0)
        self.code_label = label("", "muted")
        self.entered_label = label("", "muted_caption")
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 20, 12)
        head.setSpacing(12)
        for part in (self.mark, self.name_label, self.role_mark, self.entered_label):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self.code_label)
        self.note, self.referral, self.meeting = NoteEditor(), ReferralEditor(), AlsoMet()
        self.meeting.met.connect(self._meet)
        self.meeting.left.connect(self._leave_editor)
        self.empty_label = label(_EMPTY, "muted", wrap=True)
        self.empty_label.setContentsMargins(20, 16, 20, 16)
        inside = QWidget()
        inside.setProperty("look", "scrolled")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.empty_label)
        self._column.addStretch(1)
        self.foot = SheetFoot()
        self.foot.pressed.connect(self._press)
        for editor in (self.note, self.referral):
            editor.setParent(inside)
            editor.hide()
            editor.left.connect(self._leave_editor)
        self.note.kept.connect(self._keep_note)
        self.referral.kept.connect(self._keep_referral)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        self._scroll.setMinimumHeight(_ROWS_LEAST)
        self._whole = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.meeting)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low card the keys scroll with the lines."""
        super().resizeEvent(event)
        roomy = self.height() >= current().px(_FOOT_FROM)
        place, other = (self._whole, self._column) if roomy else (self._column, self._whole)
        if place.indexOf(self.foot) < 0:
            other.removeWidget(self.foot)
            place.addWidget(self.foot)

    def _fill(self, lines: Sequence[SheetLine]) -> None:
        while len(self.rows) < len(lines):
            row = SheetRow()
            place = len(self.rows)
            row.answered.connect(partial(self._pressed, place))
            row.chosen.connect(partial(self._choose, place))
            row.other_wanted.connect(partial(self._choose_other, place))
            self.rows.append(row)
            self._column.insertWidget(1 + place, row)
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(lines))
            if place < len(lines):
                row.show_line(lines[place])

    def _line(self) -> SheetLine | None:
        return self.rows[self.current].line if self.sheet and self.sheet.lines else None

    def _press(self, key: str) -> None:
        self._acts[key]()

    def _pressed(self, place: int, answer: Answer) -> None:
        self.go_to(place)
        self.answer(answer)
        if not self.rows[place].buttons.has_focus():  # a click; the keys stay on a button that was pressed by one
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_other(self, place: int) -> None:
        self._choose(place)
        self.let_other_count()

    def _meet(self, other_id: int) -> None:
        self.also_met.emit(other_id)
        self._leave_editor()

    def _choose(self, place: int) -> None:
        self.go_to(place)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _one_back(self) -> None:
        self.go_to(self.current - 1)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_under_row(self, editor: QWidget) -> None:
        self._close_editors()
        self._column.insertWidget(self._column.indexOf(self.rows[self.current]) + 1, editor)

    def _close_editors(self) -> None:
        for editor in (self.note, self.referral):
            self._column.removeWidget(editor)
            editor.hide()
        self.meeting.hide()

    def _leave_editor(self) -> None:
        self._close_editors()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_note(self, note: str, mark: int) -> None:
        if (line := self._line()) is not None:
            self.noted.emit(line.partner_id, note, mark)
        self._leave_editor()

    def _keep_referral(self, onward: Onward) -> None:
        if (line := self._line()) is not None:
            self.referred.emit(line.partner_id, onward)
        self._leave_editor()


def _bring_into_sight(area: QScrollArea, row: SheetRow) -> None:
    """Show a row; where it has not all the room, whom it is about."""
    area.ensureWidgetVisible(row, 0, 0)
    if row.height() > area.viewport().height():
        area.verticalScrollBar().setValue(row.y())
