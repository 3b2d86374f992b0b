"""How far a printer is off, measured on its test page, and what is done to a page so that it comes out right."""

from dataclasses import dataclass
from typing import Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.stock import Stock

MOST_MOVED_MM: Final = 10.0
MOST_SCALED: Final = 0.05
_INSETS: Final = ((120.0, 20.0), (50.0, 10.0))  # mm from the edge to a cross, on pages at least so wide and high
_LEAST_INSET: Final = 6.0
_IN_A_CIRCLE: Final = 0.28  # of its diameter


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What is done to a page: lengths are multiplied from its top left, then all is moved."""

    right_mm: float = 0.0  # less than nothing: to the left
    down_mm: float = 0.0  # less than nothing: up
    across: float = 1.0
    down: float = 1.0

    @property
    def does_something(self) -> bool:
        """Whether a page is changed at all."""
        return self != NO_CORRECTION


NO_CORRECTION: Final = Correction()


@dataclass(frozen=True, slots=True, kw_only=True)
class Crosses:
    """Where the crosses of a test page are, in mm: the first from the paper's edges, the others from the first."""

    left: float
    top: float
    across: float
    down: float


def crosses_of(stock: Stock) -> Crosses:
    """Where the crosses are to be on a page of this stock; on a round label they are inside the circle."""
    width, height = stock.page_width, stock.page_height
    inset = next((inset for side, inset in _INSETS if min(width, height) >= side), _LEAST_INSET)
    if stock.labels == 1 and stock.radius >= min(width, height) / 2:
        inset = round(min(width, height) * _IN_A_CIRCLE)
    return Crosses(left=inset, top=inset, across=width - 2 * inset, down=height - 2 * inset)


def correction_for(true: Crosses, measured: Crosses) -> Correction:
    """What puts crosses that came out as `measured` where they are to be, in steps of 0.1 mm and 0.1 %.

    `MixerError` where no printer is so far off.
    """
    if min(measured.across, measured.down) <= 0:
        raise MixerError("The distance between two crosses is more than nothing. Measure it again.")
    across, right = _along(true.left, true.across, measured.left, measured.across)
    down, below = _along(true.top, true.down, measured.top, measured.down)
    found = Correction(right_mm=right, down_mm=below, across=across, down=down)
    if max(abs(right), abs(below)) > MOST_MOVED_MM or max(abs(across - 1), abs(down - 1)) > MOST_SCALED:
        raise MixerError(
            f"No page is corrected by more than {MOST_MOVED_MM:g} mm or {MOST_SCALED:.0%}. "
            "See that the printer does not fit pages to its paper, and measure again."
        )
    return found


def _along(first: float, apart: float, measured_first: float, measured_apart: float) -> tuple[float, float]:
    """Scale and movement in one direction: the printer makes `scale x + off` out of x."""
    scale = measured_apart / apart
    off = measured_first - scale * first
    share = round(1 / scale, 3)
    return share, round((first - off) / scale - share * first, 1) + 0.0
