"""Scan or type whose sheet it is, see how many are in, and enter it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mixer_app.domain.answers import Answer, AnswerSheet, AnswerSource, GivenAnswer, SheetLine, SheetProgress
from mixer_app.ui.find_person import FindPerson
from mixer_app.ui.follow_up.entry_work import EntryWork, Known
from mixer_app.ui.follow_up.row_editor import Onward
from mixer_app.ui.follow_up.sheet_view import SheetView
from mixer_app.ui.follow_up.words import progress_words
from mixer_app.ui.widgets import Card, EmptyState, ShareBar, label, line


class EntryCard(Card):
    """What is typed is shown at once and kept behind it; the database has the last word."""

    opened = Signal()

    def __init__(self, work: EntryWork, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(margin=0, parent=parent)
        self._work, self._clock = work, clock
        self._names: dict[int, str] = {}
        self._new_partner = 0  # who has just been noted as met
        self._build()
        self._connect()

    @property
    def sheet(self) -> AnswerSheet | None:
        """The sheet that is open."""
        return self.view.sheet if self.stack.currentWidget() is self.view else None

    def show_known(self, known: Known) -> None:
        """Look for sheets among these people."""
        self.find_field.set_index(known.index)
        mentors = {one.id: one.name.shown for one in known.people if one.role.hosts}
        self.view.offer(known.terms, mentors)
        self.view.meeting.set_index(known.index)
        self._names = {one.id: one.name.shown for one in known.people}

    def show_progress(self, progress: SheetProgress) -> None:
        """Say how many sheets are in."""
        self.bar.set_parts((("accent", progress.entered), ("accent_soft", progress.partly)), max(progress.sheets, 1))
        self.progress_label.setText(progress_words(progress))

    def show_nothing(self) -> None:
        """No sheet is open."""
        self.stack.setCurrentWidget(self.empty)
        self.problem_label.hide()

    def take_cursor(self) -> None:
        """The cursor goes to the field: the next sheet."""
        self.find_field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.find_field.selectAll()

    def scan(self, code: str) -> None:
        """A sheet was scanned; what was typed of another is kept already."""
        self._work.open_code(code)

    def _build(self) -> None:
        self.setAccessibleName("Enter answer sheets")
        self.find_field = FindPerson(prompt="Scan the next sheet, or type a name", note="")
        self.find_field.set_icon("barcode")
        self.find_field.setObjectName("find_sheet")
        self.bar = ShareBar()
        self.bar.setFixedWidth(120)
        self.progress_label = label("", "muted")
        self.problem_label = label("", "caption", tone="bad", wrap=True)
        self.problem_label.setContentsMargins(20, 0, 20, 8)
        self.problem_label.hide()
        head = QHBoxLayout()
        head.setContentsMargins(20, 20, 20, 12)
        head.setSpacing(16)
        head.addWidget(self.find_field, 1)
        head.addWidget(self.bar)
        head.addWidget(self.progress_label)
        self.view = SheetView()
        self.empty = EmptyState("barcode", "Scan the first sheet, or choose a person")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.view)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.problem_label)
        column.addWidget(line())
        column.addWidget(self.stack, 1)
        self.body.addLayout(column, 1)

    def _connect(self) -> None:
        self.find_field.person_chosen.connect(self._work.open_person)
        self.find_field.nobody_entered.connect(self._work.open_code)
        self.find_field.textEdited.connect(partial(self.show_problem, ""))
        self._work.sheet_opened.connect(self._open)
        self._work.sheet_read.connect(self._read)
        self._work.not_found.connect(self.show_problem)
        self.view.answered.connect(self._answer)
        self.view.noted.connect(self._note)
        self.view.referred.connect(self._refer)
        self.view.other_chosen.connect(self._choose)
        self.view.also_met.connect(self._meet)
        self.view.next_wanted.connect(self.take_cursor)

    def show_problem(self, sentence: str, _text: str = "") -> None:
        """Say below the field what is wrong; the cursor stays where it is."""
        self.problem_label.setText(sentence)
        self.problem_label.setVisible(bool(sentence))

    def _open(self, sheet: AnswerSheet) -> None:
        self.show_problem("")
        self.find_field.clear()
        self.stack.setCurrentWidget(self.view)
        self.view.show_sheet(sheet, self._clock(), opened=True)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit()

    def _read(self, sheet: AnswerSheet) -> None:
        if self.sheet is not None and self.sheet.attendee_id == sheet.attendee_id:
            self.view.show_sheet(sheet, self._clock(), opened=False)
            if self._new_partner:
                self.view.go_to_partner(self._new_partner)
                self._new_partner = 0

    def _answer(self, partner_id: int, answer: Answer) -> None:
        sheet = self.sheet
        shown = self._line(partner_id)
        if sheet is None or shown is None:
            return
        known = shown.given or GivenAnswer(from_id=sheet.attendee_id, to_id=partner_id, answer=answer, at=self._clock())
        given = replace(known, answer=answer, source=AnswerSource.PAPER)
        mutual = shown.mutual if shown.given == given else None
        self._show(replace(shown, given=given, mutual=mutual))
        self._work.answer(sheet.attendee_id, partner_id, answer)

    def _note(self, partner_id: int, note: str, mark: int) -> None:
        sheet, shown = self.sheet, self._line(partner_id)
        if sheet is not None and shown is not None and shown.given is not None:
            self._show(replace(shown, given=replace(shown.given, note=note.strip(), helped=mark or None)))
            self._work.note(sheet.attendee_id, partner_id, shown.given.answer, note, mark)

    def _refer(self, partner_id: int, onward: Onward) -> None:
        if self.sheet is not None:
            self._work.refer(self.sheet.attendee_id, partner_id, onward)

    def _meet(self, other_id: int) -> None:
        if self.sheet is not None:
            one = self.sheet
            self._new_partner = other_id
            told = f"Noted that {one.name.shown} and {self._names.get(other_id, '')} have met"
            self._work.also_met(one.attendee_id, other_id, told)

    def _choose(self, shown: SheetLine) -> None:
        sheet = self.sheet
        if sheet is not None and shown.given is not None:
            other = next(one for one in shown.set_aside if one.answer is not shown.given.answer)
            self._work.choose(sheet.attendee_id, shown.partner_id, other.source)

    def _show(self, changed: SheetLine) -> None:
        """Show it before it is kept."""
        sheet = self.view.sheet
        if sheet is not None:
            lines = tuple(changed if one.partner_id == changed.partner_id else one for one in sheet.lines)
            self.view.sheet = replace(sheet, lines=lines)
            self.view.show_line(changed)

    def _line(self, partner_id: int) -> SheetLine | None:
        lines = self.view.sheet.lines if self.view.sheet else ()
        return next((one for one in lines if one.partner_id == partner_id), None)
