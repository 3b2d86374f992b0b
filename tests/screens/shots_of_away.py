"""Pictures of a station whose server is away, and of the start with the address of a kiosk."""

from collections.abc import Iterator

from evening import ScreenContext
from PySide6.QtWidgets import QWidget

from mixer_app.ui.away_keeper import GOES_ON
from mixer_app.ui.start import StartPage


def shots(context: ScreenContext) -> Iterator[tuple[str, QWidget]]:
    """A page that was read, one that waits, and the offer of the kiosk; the evening itself goes on afterwards."""
    window, away = context.window, context.window.away
    context.go_to("people")
    context.go_to("settings")
    context.database.keep_stand_in(context.database)
    away.sentence = GOES_ON.format(since="18:42")
    window.page("settings").read_at = None
    away.went_away.emit(away.sentence)
    yield "away-waits", window
    window.go_to("people")
    yield "away-read", window
    away.sentence = ""
    context.database.keep_stand_in(None)
    away.came_back.emit("The connection is back.")
    window.message_bar.close_message()
    start = StartPage(
        database=context.database, background=context.background, station="Kiosk 1", clock=context.clock.now
    )
    start.resize(window.size())
    start.offer_kiosk()
    start.refresh()
    context.settle()
    yield "away-kiosk", start
    start.deleteLater()
