"""A tablet that stands upright: little width, much height."""

import pytest
from PySide6.QtWidgets import QApplication

from mixer_app.domain import kiosk_happenings as happen
from mixer_app.ui.kiosk import look

from .conftest import Person


def test_the_question_whether_someone_is_there_stands_alone_until_it_is_answered(
    kiosk: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    unit_for = look.unit_for
    monkeypatch.setattr(look, "unit_for", lambda size, _: unit_for(size, 149))
    window = kiosk.open(size=(800, 1280))
    window.visit.happen(happen.LanguageChosen("de"))
    window.visit.happen(happen.LargerText())
    window.visit.happen(happen.TypeChosen())
    footer = window.frame.footer
    footer.forward_button.setFocus()
    window.visit.tick(46.0)
    QApplication.processEvents()
    assert footer.stay_button.hasFocus()
    assert not footer.sentence.clipped
    assert not footer.sentence.geometry().intersects(footer.stay_button.geometry())
    window.visit.happen(happen.StayChosen())
    QApplication.processEvents()
    assert footer.back_button.isVisible()
    assert footer.forward_button.isVisible()


@pytest.mark.parametrize(("size", "shown"), [((800, 1280), False), ((1080, 1920), True), ((1280, 800), True)])
def test_the_name_of_the_event_is_never_under_the_steps(kiosk: Person, size: tuple[int, int], shown: bool) -> None:
    window = kiosk.open(size=size)
    window.visit.happen(happen.LanguageChosen("de"))
    window.visit.happen(happen.TypeChosen())
    QApplication.processEvents()
    header = window.frame.header
    assert header.steps.isVisible() is shown
    assert not shown or not header.steps.geometry().intersects(header.event_name.geometry())
    window.visit.happen(happen.BackChosen())
    QApplication.processEvents()
    assert not header.steps.isVisible()
