"""The papers that a match sheet can come on."""

from enum import StrEnum

from mixer_app.domain.stock import Flip


class SheetFormat(StrEnum):
    """How large a match sheet is, and how it is printed."""

    FOLDED = "folded"  # A4 with the back at the left and the front at the right
    A5 = "a5"  # two-sided
    HALF = "half"  # two people on an A4 sheet that is cut in the middle
    HALF_BACKS = "half-two-sided"  # the same with the backs that A5 has
    CARD = "card"  # A6, four on an A4 sheet
    CARD_BACKS = "card-two-sided"  # the same with prompts, goal and notes on the backs
    LARGE = "large"  # A4 two-sided, everything times 1.4

    @property
    def flip(self) -> Flip:
        """How a sheet is turned over where its pages are fronts and backs."""
        if self is SheetFormat.HALF_BACKS:
            return Flip.SHORT_EDGE  # it lies across
        return Flip.LONG_EDGE if self.two_sided else Flip.NONE

    @property
    def two_sided(self) -> bool:
        """Whether its pages are fronts and backs."""
        return self not in (SheetFormat.FOLDED, SheetFormat.HALF, SheetFormat.CARD)
