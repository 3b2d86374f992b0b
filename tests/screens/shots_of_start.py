"""Pictures of the start."""

from collections.abc import Iterator

from evening import ScreenContext
from PySide6.QtWidgets import QWidget

from mixer_app.ui.start import StartPage


def shots(context: ScreenContext) -> Iterator[tuple[str, QWidget]]:
    """The list of events, and the sheet for a new one."""
    page = context.go_to("start")
    assert isinstance(page, StartPage)
    yield "start", context.window
    page.new_event()
    assert page.sheet is not None
    page.sheet.name_field.setText("Autumn Nursing Leadership Evening")
    yield "start-new-event", context.window
    page.sheet.close_sheet()
    page.connect_to_shared()
    assert page.connect_sheet is not None
    page.connect_sheet.server_field.setText("postgresql://mixer_desk:secret-word@registration-laptop.local/mixer")
    yield "start-connect", context.window
    page.connect_sheet.show_problem(
        "The server postgresql://mixer_desk@registration-laptop.local/mixer does not encrypt. Switch TLS on there, "
        "or allow a plain connection (--allow-plain) where the network is yours alone."
    )
    yield "start-connect-refused", context.window
    page.connect_sheet.close_sheet()
