"""One partner on the sheet that is being entered."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mixer_app.domain.answers import SheetLine
from mixer_app.ui import theme
from mixer_app.ui.follow_up.answer_buttons import AnswerButtons
from mixer_app.ui.follow_up.words import place_words, state_words
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import ElidedLabel, IconLabel, RoleMark, WholeRow, label, restyle
from mixer_app.ui.widgets.key_cap import KeyHint

HEIGHT: Final = 72
_EDGE: Final = 4
_BESIDE_FROM: Final = 540  # px at 100 %: narrower, the buttons stand below


class SheetRow(WholeRow):
    """72 px; the row to be answered stands on the accent's soft ground with an edge of the accent."""

    answered = Signal(object)  # Answer
    other_wanted = Signal()  # the other source's answer is to count
    chosen = Signal()

    least_px = HEIGHT

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.current = False
        self.line: SheetLine | None = None
        self._build()
        self.buttons.pressed.connect(self.answered)
        self.choose_hint.clicked.connect(partial(self._choose))

    def show_line(self, line: SheetLine) -> None:
        """Show this line of the sheet."""
        if line == self.line:
            return
        self.line = line
        first, second = place_words(line)
        self.round_label.setText(first)
        self.table_label.setText(second)
        self.mark.set_role(line.partner_role, "")
        self.name_label.setText(line.partner.shown)
        self.role_mark.set_role(line.partner_role)
        words, icon, role = state_words(line)
        self.choose_hint.setVisible(line.differs)
        self.choose_hint.setAccessibleName(f"Let this answer about {line.partner.shown} count, {words}, key C")
        note = f" · {line.given.note}" if line.given is not None and line.given.note else ""
        mark = f" · helped {line.given.helped} of 5" if line.given is not None and line.given.helped else ""
        referred = " · referred on" if line.referred else ""
        self.state_label.setText(f"{words}{mark}{referred}{note}")
        restyle(
            self.state_label,
            look="body_strong" if role == "good" else "muted",
            tone="" if role == "text_muted" else role,
        )
        self.state_icon.setVisible(bool(icon))
        if icon:
            self.state_icon.set_icon(icon, role, weight="fill" if role == "good" else "regular")
        self.buttons.show_answer(line.given.answer if line.given else None, line.partner.shown)
        self.setAccessibleName(f"{first}, {second}, {line.partner.shown}, {line.partner_role}. {words}")

    def set_current(self, *, current: bool) -> None:
        """Whether the keys answer this row."""
        if current is not self.current:
            self.current = current
            self.update()

    def _choose(self, _checked: bool = False) -> None:
        self.other_wanted.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.chosen.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = theme.current(), QPainter(self)
        if self.current:
            painter.fillRect(self.rect(), look.color("accent_soft"))
            painter.fillRect(0, 0, _EDGE, self.height(), look.color("accent"))
        painter.fillRect(0, 0, self.width(), 1, look.color("line"))

    def _build(self) -> None:
        self.round_label = label("", "body_strong")
        self.table_label = label("", "muted")
        self.mark = RoleMark("mentor", word="", size=12)
        self.name_label = ElidedLabel("", "body_strong")
        self.role_mark = RoleMark("mentor", size=0)
        self.state_icon = IconLabel("handshake", "good", size=18)
        self.state_label = ElidedLabel("", "muted")
        self.choose_hint = KeyHint("C", "Take it")
        self.choose_hint.hide()
        self.buttons = AnswerButtons()
        place, who = QVBoxLayout(), QVBoxLayout()
        first, second = QHBoxLayout(), QHBoxLayout()
        for box in (place, who):
            box.setSpacing(0)
        for line in (first, second):
            line.setSpacing(8)
        place.addStretch(1)
        place.addWidget(self.round_label)
        place.addWidget(self.table_label)
        place.addStretch(1)
        first.addWidget(self.name_label)
        first.addWidget(self.role_mark)
        first.addStretch(1)
        second.addWidget(self.state_icon)
        second.addWidget(self.state_label, 1)
        second.addWidget(self.choose_hint)
        who.addStretch(1)
        who.addLayout(first)
        who.addLayout(second)
        who.addStretch(1)
        self.place_box = QWidget()
        self.place_box.setLayout(place)
        place.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.place_box)
        row.addWidget(self.mark, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(who, 1)
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lines.setContentsMargins(20, 8, 20, 8)
        self._lines.setSpacing(8)
        self._lines.addLayout(row, 1)
        self._lines.addWidget(self.buttons, alignment=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _fit(self) -> None:
        self.place_box.setFixedWidth(current().px(74))
        beside = self.width() >= current().px(_BESIDE_FROM)
        self._lines.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        super()._fit()
