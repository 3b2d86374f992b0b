"""The screens of one kiosk, made once."""

from collections.abc import Sequence

from mixer_app.domain.kiosk import KioskScreen
from mixer_app.ui.camera_source import camera_is_installed
from mixer_app.ui.kiosk.answers_page import AnswersPage
from mixer_app.ui.kiosk.confirm import ConfirmPage
from mixer_app.ui.kiosk.done import DonePage
from mixer_app.ui.kiosk.kiosk_acts import KioskSetup
from mixer_app.ui.kiosk.languages import Language, language
from mixer_app.ui.kiosk.look import KioskLook
from mixer_app.ui.kiosk.note_page import NotePage
from mixer_app.ui.kiosk.pin_page import PinPage
from mixer_app.ui.kiosk.place import ScannerPlace
from mixer_app.ui.kiosk.screen import KioskPage
from mixer_app.ui.kiosk.search import SearchPage
from mixer_app.ui.kiosk.second_fact import SecondFactPage
from mixer_app.ui.kiosk.see_desk import SeeDeskPage
from mixer_app.ui.kiosk.welcome import WelcomePage
from mixer_app.ui.kiosk.wrong import WrongPage


class KioskPages:
    """All pages, and which screen each of them is."""

    def __init__(
        self, look: KioskLook, setup: KioskSetup, languages: Sequence[Language], *, scanner_at: ScannerPlace
    ) -> None:
        layouts = list(dict.fromkeys([language(setup.event.language).layout, *(one.layout for one in languages)]))
        badges = setup.prints_badges
        scans = scanner_at is not ScannerPlace.NONE or camera_is_installed()
        self.welcome = WelcomePage(look, languages, scanner_at=scanner_at, scans=scans, badges=badges)
        self.search = SearchPage(look, layouts, scans=scans)
        self.fact = SecondFactPage(look, layouts)
        self.confirm = ConfirmPage(look)
        self.done = DonePage(look, setup.settings.badge_place)
        self.answers = AnswersPage(look)
        self.note = NotePage(look, layouts)
        self.wrong = WrongPage(look, badges=badges)
        self.desk = SeeDeskPage(look, setup.settings.desk_direction)
        self.pin = PinPage(look)
        for page in self.by_screen().values():
            page.idle_seconds = setup.settings.idle_seconds

    def by_screen(self) -> dict[KioskScreen, KioskPage]:
        """The page of each screen."""
        return {
            KioskScreen.CLOSED: self.welcome,
            KioskScreen.WELCOME: self.welcome,
            KioskScreen.SEARCH: self.search,
            KioskScreen.SECOND_FACT: self.fact,
            KioskScreen.CONFIRM: self.confirm,
            KioskScreen.PRINTING: self.done,
            KioskScreen.DONE: self.done,
            KioskScreen.ANSWERS: self.answers,
            KioskScreen.NOTE: self.note,
            KioskScreen.WRONG: self.wrong,
            KioskScreen.SEE_DESK: self.desk,
            KioskScreen.PIN: self.pin,
            KioskScreen.LEFT: self.pin,
        }

    def wipe(self) -> None:
        """Forget whatever is on any page."""
        for page in dict.fromkeys(self.by_screen().values()):
            page.wipe()
