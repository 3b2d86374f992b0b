"""Opening the sheet on which badges are designed, over a page."""

from functools import partial
from typing import TYPE_CHECKING

from mixer_app.domain.stock import Stock
from mixer_app.services.event_sheet import Saved
from mixer_app.ui.page import Page

if TYPE_CHECKING:
    from mixer_app.ui.badges.designer import BadgeDesigner


def open_designer(page: Page, stock: Stock | None = None) -> "BadgeDesigner | None":
    """Design the badges of the event that a page shows; the page tells what was stored. None: it shows no event.

    They are looked at on `stock`, or on what the event prints single badges on.
    """
    from mixer_app.ui.badges.designer import BadgeDesigner

    if page.event_shown is None:
        return None
    sheet = BadgeDesigner(
        page.window(), event=page.event_shown, database=page.database, background=page.background,
        station=page.station, clock=page.clock, stock=stock,
    )  # fmt: skip
    sheet.applied.connect(partial(_tell, page))
    sheet.open_sheet(sheet.cards.cards[sheet.cards.design])
    return sheet


def _tell(page: Page, saved: Saved) -> None:
    if saved.entry_id is not None:
        page.said.emit(f"{saved.sentence}.", saved.entry_id)
    page.changed.emit()
    page.refresh()
