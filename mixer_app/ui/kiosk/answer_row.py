"""One of those whom the person has met: who it was, and one touch for the answer."""

from functools import partial
from typing import Final

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from mixer_app.domain.answers import Answer, KioskAnswerLine
from mixer_app.domain.roles import Role
from mixer_app.ui.kiosk import words
from mixer_app.ui.kiosk.buttons import STRONG, KioskButton
from mixer_app.ui.kiosk.chips import focus_neighbour
from mixer_app.ui.kiosk.choice_button import ChoiceButton
from mixer_app.ui.kiosk.look import KioskLook
from mixer_app.ui.kiosk.panel import Panel
from mixer_app.ui.kiosk.role_rows import paint_marks
from mixer_app.ui.kiosk.tab_order import one_of, stops_in
from mixer_app.ui.kiosk.text import Words
from mixer_app.ui.kiosk.words import say

_WORDS: Final = {Answer.YES: words.STAY_IN_TOUCH, Answer.NO: words.NOT_NOW, Answer.NOT_MET: words.NOT_MET}
_MARK: Final = 40  # px of the design: room for the mark of a role
_PAD: Final = 4  # px of the design: above and below a name and its detail, which need more than two lines in Arabic


class _RoleMark(QWidget):
    """The shape of the role that the partner had."""

    def __init__(self, look: KioskLook) -> None:
        super().__init__()
        self._look, self._role = look, Role.MENTOR
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def show_role(self, role: Role) -> None:
        self._role = role
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(_MARK), self._look.px(_MARK))

    def paintEvent(self, event: QPaintEvent) -> None:
        box = QRect(0, 0, self.width(), self.height())
        paint_marks(QPainter(self), box, self._role, self._look, self.layoutDirection())


class AnswerRow(Panel):
    """`answered` carries partner and `Answer`, `note_wanted` the partner."""

    answered = Signal(int, object)
    note_wanted = Signal(int)

    def __init__(self, look: KioskLook) -> None:
        super().__init__(look)
        self.look = look
        self.partner_id = 0
        self._long_names = False
        self._line: KioskAnswerLine | None = None
        self._build()
        look.changed.connect(self._relook)
        self._relook()

    def show_line(self, line: KioskAnswerLine, answer: Answer | None, *, long_names: bool) -> None:
        """Show whom it is about and what was answered at this visit; `long_names` have two lines."""
        self._long_names = long_names
        self.name.set_lines(2 if long_names else 1)
        self.setFixedHeight(row_height(self.look, long_names=long_names))
        self._line, self.partner_id = line, line.partner_id
        self.mark.show_role(line.role)
        self._group.setExclusive(False)
        for kind, button in self.buttons.items():
            button.setChecked(kind is answer)
        self._group.setExclusive(True)
        self.note_button.setVisible(answer is not None)
        self.retranslate()

    def wipe(self) -> None:
        """Forget whom it was about."""
        self._line, self.partner_id = None, 0
        for label in (self.name, self.detail):
            label.setText("")

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        line = self._line
        if line is None:
            return
        name = line.name.shown
        role = say(words.MENTOR if line.role is Role.MENTOR else words.MENTEE)
        place = say(words.ROUND_AND_TABLE, number=line.round, table=line.table)
        parts = [role, place if line.round else say(words.BESIDES_THE_ROUNDS)]
        if line.answered and self._group.checkedButton() is None:
            parts.append(say(words.ANSWERED))
        self.name.setText(name)
        self.detail.setText(" · ".join(parts))
        for kind, button in self.buttons.items():
            button.setText(say(_WORDS[kind]))
            button.setAccessibleName(say(words.ANSWER_ABOUT, name=name, answer=button.text()))
            button.update()
        self.note_button.set_words(say(words.NOTE), spoken=say(words.NOTE_ON, name=name))

    def first_stop(self) -> QWidget:
        """Where Tab enters the row."""
        return self._group.checkedButton() or self.buttons[Answer.YES]

    def tab_stops(self) -> list[QWidget]:
        """The answers as one stop, then the note."""
        return [*one_of(list(self.buttons.values()), self.first_stop()), *stops_in(self.note_button)]

    def _build(self) -> None:
        look = self.look
        self.mark = _RoleMark(look)
        self.name = Words(look, weight=STRONG)
        self.name.isolated = True
        self.detail = Words(look, tone="text_muted")
        self.buttons = {kind: ChoiceButton(look, width=208) for kind in Answer}
        self.note_button = KioskButton(look)
        self.note_button.setObjectName("note_button")
        kept = self.note_button.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # the answers of all rows stand under each other
        self.note_button.setSizePolicy(kept)
        self._group = QButtonGroup(self)
        self._choices = QHBoxLayout()
        for kind, button in self.buttons.items():
            button.setObjectName(f"answer_{kind.name.lower()}")
            self._group.addButton(button)
            self._choices.addWidget(button, 1)
            button.clicked.connect(partial(self._answer, kind))
            button.walked.connect(self._walk)
        self._choices.addWidget(self.note_button)
        self.note_button.clicked.connect(self._want_note)
        self._who = QHBoxLayout()
        self._lines = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._lines.addStretch()
        self._lines.addWidget(self.name)
        self._lines.addWidget(self.detail)
        self._lines.addStretch()
        self._who.addWidget(self.mark)
        self._who.addLayout(self._lines, 1)
        self._grid = QGridLayout(self)

    def _relook(self) -> None:
        """Beside each other; where there is less room the answers under who it is, in one line unless upright."""
        look = self.look
        beside = look.compact and not look.upright
        self._lines.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._lines.setSpacing(look.px(16) if beside else 0)
        self._lines.setStretchFactor(self.name, 1 if beside else 0)
        for end in (0, self._lines.count() - 1):  # under each other they stand together in the middle of the row
            self._lines.setStretch(end, 0 if beside else 1)
        pad = look.px(8 if look.compact else _PAD)
        self._grid.setContentsMargins(look.px(16), pad, look.px(16), pad)
        self._grid.setSpacing(look.px(8))
        self._choices.setSpacing(look.px(8))
        self._who.setSpacing(look.px(12))
        for part in (self._who, self._choices):
            self._grid.removeItem(part)
        self._grid.addLayout(self._who, 0, 0)
        self._grid.addLayout(self._choices, *((1, 0) if look.compact else (0, 1)))
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 0 if look.compact else 5)
        self.setFixedHeight(row_height(look, long_names=self._long_names))

    def _answer(self, kind: Answer) -> None:
        self.note_button.show()
        self.retranslate()
        self.answered.emit(self.partner_id, kind)

    def _want_note(self) -> None:
        self.note_wanted.emit(self.partner_id)

    def _walk(self, step: int) -> None:
        focus_neighbour(list(self.buttons.values()), step)


def row_height(look: KioskLook, *, long_names: bool) -> int:
    """How high a row is, in px."""
    lines = look.line() * (2 if long_names else 1)
    if look.compact:
        return lines + look.px(8) + look.touch + look.px(16) + (look.line() + look.px(8) if look.upright else 0)
    return lines + look.line() + look.px(4 if long_names else 8) + look.px(2 * _PAD)


def name_width(look: KioskLook, row_width: int) -> int:
    """How wide the place of a name is in a row of this width, in px."""
    inside = row_width - look.px(32)
    if look.compact:
        return inside - look.px(_MARK + 12) if look.upright else round(inside * 0.55)
    return inside * 3 // 8 - look.px(_MARK + 24)
