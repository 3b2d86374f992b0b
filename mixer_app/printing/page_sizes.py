"""The pages that documents are laid out for, and Letter in their place."""

from typing import Final

from mixer_app.domain.round_paper import PageSize
from mixer_app.printing.look import MM

Size = tuple[float, float]
"""Width and height in mm."""

A4: Final = (210.0, 297.0)
A5: Final = (148.0, 210.0)
LETTER: Final = (215.9, 279.4)
PAGES: Final = {PageSize.A4: A4, PageSize.LETTER: LETTER}
_LETTERS: Final[dict[Size, Size]] = {
    A4: LETTER,
    (A4[1], A4[0]): (LETTER[1], LETTER[0]),
    A5: (LETTER[1] / 2, LETTER[0]),
}
"""What stands for a page where paper is Letter."""
_SMALLER: Final = 0.95
"""How much smaller all is drawn there: the margins take the rest of what Letter is shorter."""


def on_letter(page: Size) -> tuple[Size, str]:
    """The page of Letter that stands for this one, and the matrix that puts its drawing in the middle; "" for none."""
    sheet = _LETTERS.get(page, page)
    if sheet == page:
        return page, ""
    right, up = ((sheet[side] - page[side] * _SMALLER) / 2 * MM for side in (0, 1))
    return sheet, f"{_SMALLER} 0 0 {_SMALLER} {right:.3f} {up:.3f}"
