"""Pictures of Settings."""

from collections.abc import Iterator

from evening import ScreenContext
from PySide6.QtWidgets import QWidget

from mixer_app.domain.staff_roles import StaffRole
from mixer_app.ui.settings import SettingsPage


def shots(context: ScreenContext) -> Iterator[tuple[str, QWidget]]:
    """The event above, the kiosk and the PIN below; a change of the rounds while there is a plan."""
    page = context.go_to("settings")
    assert isinstance(page, SettingsPage)
    yield "settings", context.window
    page.show_target("projector_card")
    yield "settings-projector", context.window
    page.show_target("pin_card")
    yield "settings-below", context.window
    page.pin_card.show_known(frozenset(StaffRole))
    yield "settings-pins", context.window
    page.pin_card.show_known(frozenset())
    page.show_target("place_card")
    page.place_card.show_problem("The server did not answer.")
    yield "settings-place", context.window
    page.place_card.show_problem("")
    page.place_card.shared_button.click()
    context.settle()
    assert page.place_card.connect_sheet is not None
    yield "settings-move", context.window
    page.place_card.connect_sheet.close_sheet()
    page.show_target("forget_card")
    page.forget_card.forget_button.click()
    context.settle()
    assert page.forgetting.sheet is not None
    yield "settings-forget", context.window
    page.forgetting.sheet.close_sheet()
