"""The last screen: what one takes away, beginning at the margin with and without a badge."""

from datetime import datetime

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget

from mixer_app.domain import kiosk_happenings as happen
from mixer_app.domain.kiosk import BadgeState, KioskScreen, KioskState
from mixer_app.ui.kiosk.window import KioskWindow

from .conftest import Person
from .test_languages import hidden_words, visible

AT_SIX = datetime(2026, 3, 5, 18, 10)


def show(window: KioskWindow, badge: BadgeState) -> None:
    page = window.pages.done
    page.show_person(None, AT_SIX, AT_SIX, badge_due=badge is not BadgeState.NONE)
    page.show_state(KioskState(screen=KioskScreen.DONE, badge=badge, checked_in=True), ())
    window.frame.show_screen(KioskScreen.DONE)
    QApplication.processEvents()


def place(part: QWidget, window: KioskWindow) -> QRect:
    return QRect(part.mapTo(window, part.rect().topLeft()), part.size())


@pytest.mark.parametrize(("code", "larger"), [("en", False), ("de", True), ("ar", False)])
@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080)])
def test_without_a_badge_everything_begins_at_the_margin(
    kiosk: Person, size: tuple[int, int], code: str, larger: bool
) -> None:
    window = kiosk.open(size=size)
    window.visit.happen(happen.LanguageChosen(code))
    if larger:
        window.visit.happen(happen.LargerText())
    show(window, BadgeState.NONE)
    page, margin = window.pages.done, window.look.margin
    parts = [place(part, window) for part in (page.heading, page.told, page.seat)]
    if code == "ar":
        assert [part.right() for part in parts] == [window.width() - margin - 1] * 3
    else:
        assert [part.left() for part in parts] == [margin] * 3
    assert page.heading.fitted().layout.lineCount() == 1 or larger
    assert not hidden_words(window, list(visible(window)))


@pytest.mark.parametrize("size", [(1024, 700), (1280, 800), (1920, 1080)])
def test_with_a_badge_its_side_leads_and_the_card_keeps_to_the_page(kiosk: Person, size: tuple[int, int]) -> None:
    window = kiosk.open(size=size)
    show(window, BadgeState.COMING)
    page, margin = window.pages.done, window.look.margin
    badge, heading, seat = (place(part, window) for part in (page.badge, page.heading, page.seat))
    assert badge.left() == margin
    assert heading.left() == seat.left() > badge.right()
    assert seat.right() <= window.width() - margin
