from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from mixer_app.ui.kiosk.buttons import FILLED
from mixer_app.ui.kiosk.look import KioskLook
from mixer_app.ui.kiosk.welcome import WayInCard


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
