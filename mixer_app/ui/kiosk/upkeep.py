"""Keeps an open kiosk up with its event: who can be found, what is asked, and whether the database answers."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from mixer_app.domain.kiosk import KioskScreen, new_kiosk
from mixer_app.ui.change_watch import ChangeWatch
from mixer_app.ui.kiosk.kiosk_acts import KioskSetup
from mixer_app.ui.kiosk.kiosk_work import KioskWork
from mixer_app.ui.kiosk.pages import KioskPages
from mixer_app.ui.kiosk.showing import HOME, Showing
from mixer_app.ui.kiosk.visit import Visit

if TYPE_CHECKING:
    from mixer_app.services.kiosk_search import KioskIndex
    from mixer_app.ui.away_keeper import AwayKeeper

_RELOAD_EVERY_S: Final = 15.0
_NOBODY_AFTER_S: Final = 2.0


class Upkeep(QObject):
    """People are read anew between two visitors, and at once when somebody is not found."""

    outdated = Signal()
    """The event asks something else of its kiosks now, and nobody is here."""

    def __init__(
        self, watch: ChangeWatch, work: KioskWork, visit: Visit, pages: KioskPages, showing: Showing, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._work, self._visit, self._pages, self._showing = work, visit, pages, showing
        self._people_changed = self._setup_changed = False
        self._since_load_s = 0.0
        self._away: AwayKeeper | None = None
        watch.changed.connect(self._note_change)
        watch.lost.connect(self._lose_connection)
        watch.found.connect(self._find_connection)
        work.index_loaded.connect(self._take_index)
        work.setup_loaded.connect(self._take_setup)

    def use_away(self, away: "AwayKeeper") -> None:
        """Go on with check-in while the server is away."""
        self._away = away
        away.went_away.connect(self._go_on)
        away.came_back.connect(self._go_on)
        if away.is_away:
            self._go_on()

    def tick(self, seconds: float) -> None:
        """Time went by."""
        self._since_load_s += seconds
        self._pages.welcome.show_printer(away=self._visit.printer_away())
        if self._people_changed and self._since_load_s > _RELOAD_EVERY_S and self._visit.state.screen in HOME:
            self._reload()
        if self._setup_changed and self._is_free():
            self._setup_changed = False
            self._work.load_setup()

    def look_again(self) -> None:
        """Nobody of a name was found: perhaps they were registered a moment ago."""
        if self._people_changed:
            self._reload()

    def _reload(self) -> None:
        self._people_changed, self._since_load_s = False, 0.0
        self._work.load_index()

    def _is_free(self) -> bool:
        """Whether the first screen is as everybody finds it, and nobody has touched it just now."""
        state = self._visit.state
        untouched = new_kiosk(state.rules, doors_open=state.open)
        return state.idle >= _NOBODY_AFTER_S and replace(state, idle=0.0, visit=0) == untouched

    def _note_change(self) -> None:
        self._people_changed = self._setup_changed = True

    def _take_index(self, index: "KioskIndex") -> None:
        self._visit.index = index
        if self._visit.state.screen is KioskScreen.SEARCH:
            self._showing.search(self._visit.state.text)

    def _take_setup(self, setup: KioskSetup) -> None:
        if setup == self._visit.setup:
            return
        if self._is_free():
            self.outdated.emit()
        else:
            self._setup_changed = True

    def _go_on(self, _sentence: str = "") -> None:
        """People are found elsewhere from now on: in the copy, or at the server again."""
        if self._away is not None and (self._goes_on_alone or not self._away.is_away):
            self._find_connection()
            self._reload()

    @property
    def _goes_on_alone(self) -> bool:
        return self._away is not None and self._away.is_away and self._away.goes_on

    def _lose_connection(self, sentence: str) -> None:
        if self._goes_on_alone:
            return
        self._visit.connected = False
        self._pages.welcome.show_connection(lost=True)

    def _find_connection(self) -> None:
        self._visit.connected = True
        self._pages.welcome.show_connection(lost=False)
