"""What floats while a chip is carried: the chip itself, and beside it what a drop would do and cost."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mixer_app.ui import theme
from mixer_app.ui.plan.chip_art import ChipArt
from mixer_app.ui.plan.chip_geometry import CHIP_HEIGHT
from mixer_app.ui.plan.chips import Chip
from mixer_app.ui.widgets.cards import IconLabel
from mixer_app.ui.widgets.labels import from_the_left, label, restyle

if TYPE_CHECKING:
    from mixer_app.services.plan_edit_words import Price

_ROOM: Final = 5  # around the chip
_AWAY: Final = QPoint(28, 10)  # from what is pointed at
_WIDEST: Final = 340
_WIDEST_CHIP: Final = 200


class CarriedChip(QWidget):
    """The chip in the hand."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._chip: Chip | None = None
        self._art: ChipArt | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_chip(self, chip: Chip, width: int) -> None:
        """Take up a chip that was `width` wide in the grid."""
        look = theme.current()
        size = QSize(min(width, look.px(_WIDEST_CHIP)), look.px(CHIP_HEIGHT))
        self._chip, self._art = chip, ChipArt(look, size, self.devicePixelRatioF())
        self.resize(size + QSize(2 * _ROOM, 2 * _ROOM))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip."""
        if self._chip is not None and self._art is not None:
            self._art.paint(QPainter(self), QPoint(_ROOM, _ROOM), self._chip, chosen=False)


class CarryTip(QFrame):
    """Two or three lines: what a drop does, what it costs others, and the total."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("carry_tip")
        self.setProperty("look", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._icon = IconLabel("prohibit", "text_muted", size=16)
        self.title_label = label("", "body_strong", wrap=True)
        self.others_label = label("", "caption", wrap=True)
        self.total_label = label("", "muted_caption", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title_label, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.others_label)
        column.addWidget(self.total_label)
        self.hide()

    @property
    def sentence(self) -> str:
        """All that the tip says."""
        lines = (self.title_label, self.others_label, self.total_label)
        return ". ".join(line.text().strip("\u200e.") for line in lines if line.text())

    def say_price(self, title: str, price: "Price") -> None:
        """What a legal drop does and costs."""
        self._say(title, price.others, price.sentence, str(price.tone))

    def say_why_not(self, sentence: str) -> None:
        """Why there can be no drop."""
        self._say(f"{sentence}." if sentence else "", "", "", "")
        self._icon.setVisible(bool(sentence))
        self._fit()

    def say_waiting(self) -> None:
        """Where it can go is being looked for."""
        self._say("Looking where it can go", "", "", "")

    def _say(self, title: str, others: str, total: str, tone: str) -> None:
        self._icon.hide()
        self.title_label.setText(from_the_left(title))
        self.others_label.setText(from_the_left(others))
        self.others_label.setVisible(bool(others))
        self.total_label.setText(from_the_left(total))
        self.total_label.setVisible(bool(total))
        restyle(self.others_label, tone=tone)
        restyle(self.total_label, tone="" if others else tone)
        self._fit()

    def _fit(self) -> None:
        look = theme.current()
        lines = [line for line in (self.title_label, self.others_label, self.total_label) if not line.isHidden()]
        widest = max(line.fontMetrics().horizontalAdvance(line.text()) for line in lines)
        icon = 0 if self._icon.isHidden() else look.px(16) + 8
        width = min(widest + icon + 2 * 12 + 4, look.px(_WIDEST))
        self.resize(width, self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height())


def place_beside(chip: CarriedChip, tip: CarryTip, at: QPoint, bounds: QRect) -> None:
    """Put chip and tip at a point, inside `bounds`; an empty tip stays away."""
    corner = at + _AWAY / 2
    chip.move(_inside(QRect(corner, chip.size()), bounds))
    chip.show()
    chip.raise_()
    below = QRect(QPoint(corner.x() + _AWAY.x() // 2, chip.geometry().bottom() + 4), tip.size())
    if below.bottom() > bounds.bottom():
        below.moveBottom(at.y() - chip.height())  # above what is pointed at, which stays in sight
    tip.move(_inside(below, bounds))
    tip.setVisible(bool(tip.title_label.text()))
    tip.raise_()


def _inside(rect: QRect, bounds: QRect) -> QPoint:
    left = max(bounds.left(), min(rect.left(), bounds.right() - rect.width()))
    return QPoint(left, max(bounds.top(), min(rect.top(), bounds.bottom() - rect.height())))
