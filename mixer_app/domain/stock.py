"""Badge and label stock: where the labels are on a sheet or a roll, and how much of one a printer reaches."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from mixer_app.domain.errors import MixerError

TOLERANCE_MM: Final = 0.05
MM_PER_INCH: Final = 25.4
_LARGEST_MM: Final = 1200.0
_MOST_LABELS: Final = 400
_SMALLEST: Final = (30.0, 20.0)  # mm of a label that a name and a code fit on


class Fold(StrEnum):
    """Where a badge is folded, its back part of the same label: above the front, or at its left."""

    NONE = ""
    TOP = "top"
    SIDE = "side"


class Flip(StrEnum):
    """How the printer turns a sheet over for its back."""

    NONE = ""  # one side only
    LONG_EDGE = "long edge"
    SHORT_EDGE = "short edge"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in mm, from the top left of its page."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """A sheet of labels, or a roll of which a page is one label; all lengths in mm, from the top left."""

    name: str
    title: str
    also: tuple[str, ...] = ()  # other numbers of the same layout
    page_name: str
    page_width: float
    page_height: float
    label_width: float
    label_height: float
    radius: float = 0.0
    columns: int = 1
    rows: int = 1
    left: float = 0.0
    top: float = 0.0
    pitch_x: float  # from the left edge of one label to that of the next
    pitch_y: float
    crop_marks: bool = False
    doubt: str = ""  # why the test page should be printed first
    unreached_x: float = 0.0  # of a label at its left and at its right, where the printer cannot print
    unreached_y: float = 0.0
    dpi: int = 0  # dots of its printer to an inch, where that matters
    black: bool = False  # its printer has no other colour and no grey
    turned: bool = False  # a badge lies across: its text runs down the label
    longest: float = 0.0  # of a roll without labels, which is cut after the content
    fold: Fold = Fold.NONE
    own: bool = False  # made by staff, kept in the database

    @property
    def offer(self) -> str:
        """Its title where it is offered for choice; a doubtful one says so."""
        return f"{self.title}, test first" if self.doubt else self.title

    @property
    def labels(self) -> int:
        """Labels on a sheet."""
        return self.columns * self.rows

    @property
    def right(self) -> float:
        """The margin that is left at the right."""
        return self.page_width - self.left - (self.columns - 1) * self.pitch_x - self.label_width

    @property
    def bottom(self) -> float:
        """The margin that is left at the foot."""
        return self.page_height - self.top - (self.rows - 1) * self.pitch_y - self.label_height

    def cut_to(self, length: float) -> "Stock":
        """A roll cut after `length` mm."""
        return replace(self, page_height=length, label_height=length, pitch_y=length)


@dataclass(frozen=True, slots=True)
class LabelPlace:
    """Where one label is: its sheet and number on it (both from 0), its top left corner in mm."""

    sheet: int
    index: int
    x: float
    y: float


def label_boxes(stock: Stock) -> list[Box]:
    """Every label of a sheet, in the order in which they are printed."""
    return [
        Box(stock.left + column * stock.pitch_x, stock.top + row * stock.pitch_y, stock.label_width, stock.label_height)
        for row in range(stock.rows)
        for column in range(stock.columns)
    ]


def label_places(stock: Stock, start_at: int = 1, used: Collection[int] = ()) -> Iterator[LabelPlace]:
    """Every free label from `start_at` on, turning the page without end.

    Labels are numbered from 1; those in `used` are missing from the first sheet.
    """
    if not 1 <= start_at <= stock.labels:
        raise MixerError(
            f"A sheet of {stock.title} has labels 1 to {stock.labels}; label {start_at} is not one of them."
        )
    boxes = label_boxes(stock)
    free = [index for index in range(start_at - 1, stock.labels) if index + 1 not in used]
    if not free:
        raise MixerError("Every label of this sheet is marked as used. Mark one as free, or start a new sheet.")
    sheet = 0
    while True:
        yield from (LabelPlace(sheet, index, boxes[index].x, boxes[index].y) for index in free)
        sheet, free = sheet + 1, list(range(stock.labels))


def behind(stock: Stock, x: float, y: float, flip: Flip) -> tuple[float, float]:
    """Where on the back of the sheet the label is whose front is at (x, y).

    Turned over its short edge, the label there stands on its head.
    """
    wide = stock.page_width > stock.page_height
    if (flip is Flip.LONG_EDGE) != wide:
        return stock.page_width - x - stock.label_width, y
    return x, stock.page_height - y - stock.label_height


def stands_on_its_head(stock: Stock, flip: Flip) -> bool:
    """Whether a back is printed upside down, to be upright behind its front."""
    wide = stock.page_width > stock.page_height
    return flip is not Flip.NONE and (flip is Flip.LONG_EDGE) == wide


def what_is_impossible(stock: Stock) -> str:
    """A sentence on the first thing that cannot be as it is said; empty if all can be."""
    page, label = (stock.page_width, stock.page_height), (stock.label_width, stock.label_height)
    least = min(label)
    checks = (
        (not stock.title.strip(), "Give the stock a name."),
        (min(*page, *label) <= 0, "A page and a label have a width and a height."),
        (max(page) > _LARGEST_MM, f"A page is at most {_LARGEST_MM:g} mm long."),
        (stock.labels > _MOST_LABELS, f"A sheet has at most {_MOST_LABELS} labels."),
        (
            max(label) < _SMALLEST[0] or least < _SMALLEST[1],
            f"A label needs {_SMALLEST[0]:g} × {_SMALLEST[1]:g} mm at least: smaller, a name and its code do not fit.",
        ),
        (stock.radius > least / 2 + TOLERANCE_MM, f"Corners of {least:g} mm labels have at most {least / 2:g} mm."),
        (
            stock.columns > 1 and stock.pitch_x < stock.label_width - TOLERANCE_MM,
            f"Labels overlap side by side: they are {stock.label_width:g} mm wide and begin every "
            f"{stock.pitch_x:g} mm.",
        ),
        (
            stock.rows > 1 and stock.pitch_y < stock.label_height - TOLERANCE_MM,
            f"Labels overlap one below the other: they are {stock.label_height:g} mm high and begin every "
            f"{stock.pitch_y:g} mm.",
        ),
        (stock.right < -TOLERANCE_MM, f"The labels reach {-stock.right:.4g} mm beyond the right edge of the page."),
        (stock.bottom < -TOLERANCE_MM, f"The labels reach {-stock.bottom:.4g} mm beyond the foot of the page."),
    )
    return next((sentence for wrong, sentence in checks if wrong), "")
