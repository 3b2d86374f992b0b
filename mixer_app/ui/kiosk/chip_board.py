"""A group of chips in the rows there are; what does not fit is one touch away."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from mixer_app.ui.kiosk.chips import Chip, MoreChip, WalkingButton, focus_neighbour
from mixer_app.ui.kiosk.look import KioskLook
from mixer_app.ui.kiosk.tab_order import one_of

_GAP = 8


@dataclass(frozen=True, slots=True)
class ChoiceOffer:
    """Something that can be chosen; a private one is seen by nobody else."""

    name: str
    private: bool = False


class ChipBoard(QWidget):
    """Chips in rows; never a scroll bar, never smaller chips: the rest comes by `+ 6 more`."""

    changed = Signal()
    refused = Signal()
    """A choice too many was touched."""

    def __init__(self, look: KioskLook, *, ordered: bool = False) -> None:
        super().__init__()
        self._look, self._ordered, self._most = look, ordered, 0
        self.chips: list[Chip] = []
        self.chosen: list[str] = []
        self._first: list[str] = []  # were chosen when the board opened: always in the first lot
        self._lot = 0
        self._lots: list[list[Chip]] = []
        self.more_chip = MoreChip(look)
        self.more_chip.setParent(self)
        self.more_chip.clicked.connect(self._turn)
        self.more_chip.walked.connect(self._walk)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        look.changed.connect(self._arrange)

    def show_choices(self, offers: Sequence[ChoiceOffer], chosen: Sequence[str], *, most: int = 0) -> None:
        """Offer these, at most so many of them (0: any number); `chosen` are on, the most important first."""
        self._most = most
        for chip in self.chips:
            chip.hide()
            chip.setParent(None)
            chip.deleteLater()
        self.chips = [Chip(self._look, one.name, private=one.private, ordered=self._ordered) for one in offers]
        known = {one.name for one in offers}
        self.chosen = [name for name in chosen if name in known]
        self._first, self._lot = list(self.chosen), 0
        for chip in self.chips:
            chip.setParent(self)
            chip.clicked.connect(self._touched)
            chip.walked.connect(self._walk)
        self._mark()
        self._arrange()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        for chip in self.chips:
            chip.retranslate()
        self._arrange()

    @property
    def has_private(self) -> bool:
        """Whether a private choice is shown."""
        return any(chip.private for chip in self.chips)

    def rows_height(self, rows: int) -> int:
        """The height of so many rows, in px."""
        return rows * self._look.touch + max(0, rows - 1) * self._look.px(_GAP)

    def rows_wanted(self, width: int) -> int:
        """In how many rows everything would be shown."""
        return len(self._rows(self.chips, width)) if self.chips else 0

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(400), self.rows_height(self.rows_wanted(max(self.width(), self._look.px(400)))))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self.rows_height(1))

    def first_stop(self) -> QWidget | None:
        """The first chip that is shown."""
        return next((chip for chip in self.chips if not chip.isHidden()), None)

    def tab_stops(self) -> list[QWidget]:
        """One stop: the chip that has the keyboard, else the first."""
        return one_of(self._shown(), self.first_stop())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _arrange(self) -> None:
        if not self.width() or not self.chips:
            self.more_chip.hide()
            return
        for chip in self.chips:
            chip.most = self.width()
        gap = self._look.px(_GAP)
        rows = max(1, (self.height() + gap) // (self._look.touch + gap))
        self._lots = self._divide(rows)
        self._lot %= len(self._lots)
        shown = self._lots[self._lot]
        for chip in self.chips:
            chip.setVisible(chip in shown)
        self.more_chip.setVisible(len(self._lots) > 1)
        if len(self._lots) > 1:
            self.more_chip.show_count(len(self.chips) - len(shown))
        self._place([*shown, *([self.more_chip] if len(self._lots) > 1 else [])])

    def _divide(self, rows: int) -> list[list[Chip]]:
        """The lots that are shown one after the other, each with room for `+ more`; those chosen first."""
        if len(self._rows(self.chips, self.width())) <= rows:
            return [list(self.chips)]
        self.more_chip.show_count(len(self.chips))
        rest = sorted(self.chips, key=lambda chip: chip.name not in self._first)
        lots: list[list[Chip]] = []
        while rest:
            lot = [rest.pop(0)]
            while rest and self._fits([*lot, rest[0]], rows):
                lot.append(rest.pop(0))
            lots.append([chip for chip in self.chips if chip in lot])
        return lots

    def _fits(self, lot: list[Chip], rows: int) -> bool:
        in_order = [chip for chip in self.chips if chip in lot]
        return len(self._rows([*in_order, self.more_chip], self.width())) <= rows

    def _rows(self, chips: Sequence[WalkingButton], width: int) -> list[list[WalkingButton]]:
        rows: list[list[WalkingButton]] = []
        used, gap = 0, self._look.px(_GAP)
        for chip in chips:
            wide = min(chip.sizeHint().width(), width)
            if not rows or used + wide > width:
                rows.append([])
                used = 0
            rows[-1].append(chip)
            used += wide + gap
        return rows

    def _place(self, chips: Sequence[WalkingButton]) -> None:
        gap, high = self._look.px(_GAP), self._look.touch
        for number, row in enumerate(self._rows(chips, self.width())):
            left = 0
            for chip in row:
                wide = min(chip.sizeHint().width(), self.width())
                box = QRect(left, number * (high + gap), wide, high)
                chip.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), box))
                left += wide + gap

    def _touched(self) -> None:
        chip = self.sender()
        if not isinstance(chip, Chip):
            return
        if chip.name in self.chosen:
            self.chosen.remove(chip.name)
        elif self._most and len(self.chosen) >= self._most:
            self.refused.emit()
            return
        else:
            self.chosen.append(chip.name)
        self._mark()
        self.changed.emit()

    def _mark(self) -> None:
        for chip in self.chips:
            chip.show_chosen(self.chosen.index(chip.name) + 1 if chip.name in self.chosen else 0)

    def _turn(self) -> None:
        self._lot += 1
        self._arrange()

    def _walk(self, step: int) -> None:
        focus_neighbour(self._shown(), step)

    def _shown(self) -> list[QWidget]:
        return [chip for chip in (*self.chips, self.more_chip) if not chip.isHidden()]
