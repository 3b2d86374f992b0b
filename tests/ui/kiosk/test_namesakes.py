"""Several people of one name at the kiosk: all are seen on every window, and too many are told apart by more."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from mixer_app.domain import kiosk_happenings as happen
from mixer_app.domain.people import Attendee
from mixer_app.ui.kiosk import look
from mixer_app.ui.kiosk.window import KioskWindow

from .conftest import Person

EMPLOYERS = ("Universitätsklinikum Hamburg-Eppendorf", "Hilltop", "Mercy General", "Lake", "Saimaa", "Seiwa")
LAPTOP, DESIGN, LARGE, TABLET = ((1024, 700), 96), ((1280, 800), 96), ((1920, 1080), 96), ((1280, 800), 149)


def find(kiosk: Person, window: KioskWindow, text: str) -> None:
    window.pages.search.field.wipe()
    window.pages.search.field.insert(text)
    kiosk.settle(window)


def assert_seen_whole(window: KioskWindow, count: int) -> None:
    hits = window.pages.search.hits
    assert len(hits.rows) == count
    for number, row in enumerate(hits.rows):
        assert not row.clipped, f"{row.accessibleName()} in {row.width()} × {row.height()}"
        assert hits.rect().contains(row.geometry())
        assert row.height() >= window.look.px(look.TOUCH)
        assert not any(row.geometry().intersects(other.geometry()) for other in hits.rows[:number])


@pytest.mark.parametrize("larger", [False, True])
@pytest.mark.parametrize(("size", "dots_per_inch"), [LAPTOP, DESIGN, LARGE, TABLET, ((768, 1024), 96)])
def test_all_of_one_name_are_seen_whatever_the_window_and_the_size_of_the_text(
    kiosk: Person,
    add: Callable[..., Attendee],
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    dots_per_inch: float,
    larger: bool,
) -> None:
    unit_for = look.unit_for
    monkeypatch.setattr(look, "unit_for", lambda size, _: unit_for(size, dots_per_inch))
    for employer in EMPLOYERS[:3]:
        add("Maria Silva", role="mentee", employer=employer)
    add("Maria Silva Santos", role="mentee", employer=EMPLOYERS[3])
    add("Maria Silva Santos", role="mentee")
    window = kiosk.open(size=size)
    if larger:
        window.visit.happen(happen.LargerText())
    window.visit.happen(happen.TypeChosen())
    find(kiosk, window, "maria silva")
    assert_seen_whole(window, 5)
    for code in ("hi", "ja"):  # their keyboards have five rows
        window.visit.happen(happen.LanguageChosen(code))
        window.pages.search.keyboard.start_over({"hi": "devanagari", "ja": "kana"}[code])
        QApplication.processEvents()
        assert window.pages.search.hits.room >= 3


def test_more_than_five_of_one_name_are_asked_for_employer_or_address_and_nobody_is_shown(
    kiosk: Person, add: Callable[..., Attendee]
) -> None:
    for number, employer in enumerate(EMPLOYERS):
        add("Maria Silva", role="mentee", employer=employer, email=f"maria{number}@silva.example")
    window = kiosk.open()
    window.visit.happen(happen.TypeChosen())
    hits = window.pages.search.hits
    find(kiosk, window, "maria sil")
    assert (hits.rows, hits.sentence.text()) == ([], "Many match. Type one more letter.")
    find(kiosk, window, "maria silva")
    asked = "Many match. Type your employer as well, or only your e-mail address."
    assert (hits.rows, hits.sentence.text()) == ([], asked)
    find(kiosk, window, "maria silva hill")
    assert len(hits.rows) == 1
    find(kiosk, window, "maria4@silva.example")
    assert len(hits.rows) == 1


def test_where_not_all_hits_have_a_place_none_is_shown(kiosk: Person, add: Callable[..., Attendee]) -> None:
    for employer in EMPLOYERS[:4]:
        add("Maria Silva", role="mentee", employer=employer)
    window = kiosk.open(size=(1024, 700), kiosk_languages=("ja", "en"))
    window.visit.happen(happen.LanguageChosen("ja"))
    window.visit.happen(happen.TypeChosen())
    window.visit.happen(happen.LargerText())
    find(kiosk, window, "maria silva")
    assert window.pages.search.hits.rows == []
    find(kiosk, window, "maria silva merc")
    assert len(window.pages.search.hits.rows) == 1
