from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from mixer_app.domain.kiosk import Hint
from mixer_app.ui.kiosk.buttons import FILLED
from mixer_app.ui.kiosk.languages import LANGUAGES
from mixer_app.ui.kiosk.look import KioskLook
from mixer_app.ui.kiosk.place import ScannerPlace
from mixer_app.ui.kiosk.search import SearchPage
from mixer_app.ui.kiosk.welcome import WayInCard, WelcomePage


@pytest.mark.parametrize(("height", "is_news", "told"), [(320, False, True), (160, False, False), (160, True, True)])
def test_a_low_card_drops_its_second_line_but_never_news(
    shown: Callable[..., QWidget], height: int, is_news: bool, told: bool
) -> None:
    card = WayInCard(KioskLook(), "qr-code", FILLED)
    shown(card, 596, height)
    card.set_words("Scan your code", "We do not know this code.", is_news=is_news)
    one = card.grab().toImage()
    card.set_words("Scan your code", "Hold it under the scanner.", is_news=is_news)
    assert (card.grab().toImage() != one) is told


@pytest.mark.parametrize(("height", "has_icon"), [(120, False), (160, True)])
def test_a_card_without_room_for_its_icon_shows_the_words_alone(
    shown: Callable[..., QWidget], height: int, has_icon: bool
) -> None:
    pictures = []
    for icon in ("qr-code", "keyboard"):
        card = WayInCard(KioskLook(), icon, FILLED)
        shown(card, 596, height)
        card.set_words("Scan your code", "")
        card.clearFocus()
        pictures.append(card.grab().toImage())
    assert (pictures[0] != pictures[1]) is has_icon


def test_without_a_scanner_typing_comes_first(shown: Callable[..., QWidget]) -> None:
    page = WelcomePage(KioskLook(), LANGUAGES, scanner_at=ScannerPlace.NONE, scans=True)
    shown(page, 1280, 720)
    page.retranslate()
    assert page.first_focus() is page.type_card
    assert page.type_card.x() < page.scan_card.x()
    assert page.scan_card.accessibleName() == "Scan your code. Hold your code before the camera"
    page.show_hint(Hint.SCANNER)
    assert "camera cannot be used" in page.scan_card.accessibleName()


def test_without_scanner_and_camera_nobody_is_asked_to_scan(shown: Callable[..., QWidget]) -> None:
    page = WelcomePage(KioskLook(), LANGUAGES, scanner_at=ScannerPlace.NONE, scans=False)
    shown(page, 1280, 720)
    page.retranslate()
    assert not page.scan_card.isVisible()
    assert page.type_card.width() > 1200
    search = SearchPage(KioskLook(), ["latin"], scans=False)
    shown(search, 1280, 720)
    assert search.forward_words() == ("", "")
