"""The papers that a match sheet can come on."""

from enum import StrEnum


class SheetFormat(StrEnum):
    """How large a match sheet is, and how it is printed."""

    FOLDED = "folded"  # A4 with the back at the left and the front at the right
    A5 = "a5"  # two-sided
    HALF = "half"  # two people on an A4 sheet that is cut in the middle
    CARD = "card"  # A6, four on an A4 sheet
    LARGE = "large"  # A4 two-sided, everything times 1.4

    @property
    def two_sided(self) -> bool:
        """Whether its pages are fronts and backs."""
        return self in (SheetFormat.A5, SheetFormat.LARGE)
