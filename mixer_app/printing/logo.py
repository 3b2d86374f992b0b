"""The event's logo where a page has room for it."""

from mixer_app.printing.paper import Align, Paper


def draw_logo(
    paper: Paper, x: float, y: float, width: float, height: float, align: Align = "left", *, rise: float = 0.5
) -> float:
    """As large as it fits in a box whose left, right or middle is `x` and whose top is `y`; returns its width in mm.

    `rise` says where it stands in a box that is higher: 0 at the top, 1 at the foot. No logo is 0 mm wide.
    """
    if paper.logo is None or width <= 0 or height <= 0:
        return 0.0
    wide, high = paper.logo.size_in(width, height)
    left = x if align == "left" else x - wide if align == "right" else x - wide / 2
    paper.picture(paper.logo, left, y + (height - high) * rise, wide, high)
    return wide
