"""Other seats for a mentee in a round, the cheapest first, each with what it costs others."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mixer_app.domain.fit import FIT_WORDS
from mixer_app.domain.plan_edits import EditKind
from mixer_app.ui import theme
from mixer_app.ui.plan.board import PlanBoard
from mixer_app.ui.plan.words import short_name
from mixer_app.ui.widgets.buttons import Button
from mixer_app.ui.widgets.cards import line
from mixer_app.ui.widgets.flow_row import FlowRow
from mixer_app.ui.widgets.labels import ElidedLabel, from_the_left, label

if TYPE_CHECKING:
    from mixer_app.services.editable_plan import Offer

_EDGE: Final = 6
_VERBS: Final = {EditKind.SWAP: "Swap", EditKind.TAKE: "Take", EditKind.MOVE: "Move"}
_WAITING: Final = "Looking for other seats."


class OffersList(QWidget):
    """A heading and a line for each offer."""

    taken = Signal(object)
    """The `PlanEdit` of the offer."""
    pointed = Signal(object)
    """The `PlanEdit` of the offer under the mouse or the keyboard, or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[OfferLine] = []
        self._title_label = label("", "body_strong")
        self._cost_label = label("Cost to others", "muted_caption")
        self.note_label = label("", "muted", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(FlowRow([self._title_label], at_end=[self._cost_label]))
        self._column.addWidget(line())
        self._column.addWidget(self.note_label)

    def show_waiting(self, title: str) -> None:
        """The offers are being looked for."""
        self._show(title, _WAITING)

    def show_note(self, title: str, sentence: str) -> None:
        """Say why there are none."""
        self._show(title, sentence)

    def show_offers(self, title: str, offers: Sequence["Offer"], board: PlanBoard, nothing: str) -> None:
        """Show the offers, or `nothing`."""
        self._show(title, "" if offers else nothing)
        self.lines = [OfferLine(number, offer, board) for number, offer in enumerate(offers, start=1)]
        for entry in self.lines:
            entry.taken.connect(self.taken)
            entry.pointed.connect(self.pointed)
            self._column.addWidget(entry)
        self._cost_label.setVisible(bool(offers))

    def take(self, number: int) -> bool:
        """Take the offer with a number (from 1), if there is one."""
        if not self.isVisible() or not 1 <= number <= len(self.lines):
            return False
        self.lines[number - 1].button.click()
        return True

    def _show(self, title: str, note: str) -> None:
        for entry in self.lines:
            self._column.removeWidget(entry)
            entry.hide()
            entry.deleteLater()
        self.lines = []
        self._title_label.setText(title)
        self._cost_label.hide()
        self.note_label.setText(from_the_left(note))
        self.note_label.setVisible(bool(note))


class OfferLine(QWidget):
    """A mentor, the table, the price, and the button that takes it."""

    taken = Signal(object)
    pointed = Signal(object)

    def __init__(self, number: int, offer: "Offer", board: PlanBoard) -> None:
        super().__init__()
        self.offer = offer
        self._step = board.step_of(offer.score)
        mentor = board.people.get(offer.mentor_id)
        name = short_name(mentor.name) if mentor else ""
        price = offer.price.others or offer.price.sentence
        verb = _VERBS[offer.edit.kind]
        self.button = Button(verb, key=str(number), small=True)
        self.button.setAccessibleName(f"{verb}: {name}, table {offer.table}, {FIT_WORDS[self._step]}. {price}")
        self.button.setToolTip(f"{FIT_WORDS[self._step].capitalize()} {offer.score:.2f}. {offer.price.sentence}")
        self.button.installEventFilter(self)
        self.price_label = label(from_the_left(price), "caption", tone=str(offer.price.tone), wrap=True)
        who = QHBoxLayout()
        who.setSpacing(8)
        who.addWidget(ElidedLabel(name, "body"), 1)
        who.addWidget(label(f"table {offer.table}", "muted_caption"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(who)
        words.addWidget(self.price_label)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.current().px(_EDGE) + 12, 4, 0, 4)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.button.clicked.connect(self._take)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """The keyboard points as the mouse does."""
        if event.type() == QEvent.Type.FocusIn:
            self.pointed.emit(self.offer.edit)
        elif event.type() == QEvent.Type.FocusOut:
            self.pointed.emit(None)
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        """Outline in the grid what would change."""
        self.pointed.emit(self.offer.edit)

    def leaveEvent(self, event: QEvent) -> None:
        """Leave the grid as it was."""
        self.pointed.emit(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The step of fit as an edge, as at a chip."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.fit(self._step) if self._step else look.color("warn"))
        painter.drawRoundedRect(QRectF(0, 4, look.px(_EDGE), self.height() - 8), 2, 2)

    def _take(self) -> None:
        self.taken.emit(self.offer.edit)
