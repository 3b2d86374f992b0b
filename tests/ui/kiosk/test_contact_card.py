"""Consent to share e-mail and phone: nobody agrees to share an address that is not shown."""

import pytest
from PySide6.QtWidgets import QApplication

from mixer_app.domain import kiosk_happenings as happen
from mixer_app.domain.kiosk import KioskScreen
from mixer_app.domain.people import PersonName
from mixer_app.ui.kiosk import look
from mixer_app.ui.kiosk.window import KioskWindow

from .conftest import Person
from .test_languages import a_person, hidden_words, visible

LONG = PersonName(
    full="Maximiliana-Theodora Featherstonehaugh-Cholmondeley",
    given="Maximiliana-Theodora",
    family="Featherstonehaugh-Cholmondeley",
)


def confirm(window: KioskWindow, **said: object) -> None:
    window.pages.confirm.show_person(a_person(masked_phone="•••58", **said), prints=True)
    window.frame.show_screen(KioskScreen.CONFIRM)
    QApplication.processEvents()


@pytest.mark.parametrize("larger", [False, True])
@pytest.mark.parametrize(
    ("size", "dots_per_inch"),
    [((1024, 700), 96), ((1280, 800), 96), ((1280, 800), 149), ((1920, 1080), 96), ((1080, 1920), 96)],
)
def test_both_addresses_are_shown_and_when_they_are_shared_on_every_window(
    kiosk: Person, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], dots_per_inch: float, larger: bool
) -> None:
    unit_for = look.unit_for
    monkeypatch.setattr(look, "unit_for", lambda size, _: unit_for(size, dots_per_inch))
    window = kiosk.open(size=size)
    if larger:
        window.visit.happen(happen.LargerText())
    who = window.pages.confirm.who
    for name in (a_person().name, LONG):
        confirm(window, name=name)
        assert not hidden_words(window, list(visible(window)))
        assert all(row.height() >= window.look.touch for row in who.roles.shown())
        for switch in (who.contact.email_switch, who.contact.phone_switch):
            one = switch.grab().toImage()
            switch.show_address("q•••q", shared=switch.isChecked())
            assert switch.grab().toImage() != one, "the address is not painted"
        assert who.contact.condition_label.isVisible() is who.contact.email_switch.brief


def test_when_addresses_are_shared_is_said_once_where_two_switches_have_little_room(kiosk: Person) -> None:
    window = kiosk.open()
    card = window.pages.confirm.who.contact
    confirm(window)
    assert card.condition_label.isVisible()
    assert card.condition_label.text() == "If we both say yes"
    confirm(window, role_may_change=False)
    assert not card.condition_label.isVisible()


@pytest.mark.parametrize("phone", ["", "•••58"])
def test_a_screen_reader_says_which_address_and_when(kiosk: Person, phone: str) -> None:
    window = kiosk.open()
    window.pages.confirm.show_person(a_person(masked_phone=phone), prints=True)
    card = window.pages.confirm.who.contact
    said = "Share my e-mail. If we both say yes. a•••i@lagoon.example"
    assert card.email_switch.accessibleName() == said
    if phone:
        assert card.phone_switch.accessibleName() == "Share my phone number. If we both say yes. •••58"
