"""An address that is for a kiosk, opened in the window: it offers the kiosk, and nothing else."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSettings

from mixer_app.domain.errors import MixerError
from mixer_app.services.station_kind import is_for_kiosk

if TYPE_CHECKING:
    from mixer_app.services.database import Database
    from mixer_app.ui.kiosk_opener import KioskOpener
    from mixer_app.ui.main_window import MainWindow

_KEY: Final = "database/kiosk"


def is_kiosk_address(database: "Database", settings: QSettings | None) -> bool:
    """Whether this database is open with the rights of a kiosk; of a server that is away what was so the last time."""
    if database.path is not None:
        return False
    remembered = settings is not None and settings.value(_KEY) == database.location
    try:
        found = remembered if database.away else database.read(is_for_kiosk)
    except MixerError:  # it went this very moment
        return remembered
    if settings is not None and found != remembered:
        settings.setValue(_KEY, database.location if found else "")
    return found


def offer_kiosk(window: "MainWindow", opener: "KioskOpener") -> None:
    """Let the start of this window offer the kiosk alone."""
    from mixer_app.ui.start import StartPage

    opener.may_set_pin = False
    page = window.page(StartPage.place)
    if isinstance(page, StartPage):
        page.kiosk_wanted.connect(opener.ask_for)
        page.offer_kiosk()
    window.rail.kiosk_entry.hide()
