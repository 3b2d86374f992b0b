"""Answering at the kiosk: scan, see whom one has met, one touch each, and nothing of anybody else's answers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mixer_app.domain import kiosk_happenings as happen
from mixer_app.domain.answers import Answer, AnswerSource
from mixer_app.domain.kiosk import KioskScreen
from mixer_app.domain.people import Attendee
from mixer_app.services.answers import list_answers, record_answer
from mixer_app.services.check_in import check_in
from mixer_app.services.planning import publish
from mixer_app.services.referrals import wants_to_refer
from mixer_app.ui.kiosk.answer_row import AnswerRow
from mixer_app.ui.kiosk.languages import LANGUAGES
from mixer_app.ui.kiosk.window import KioskWindow

from .conftest import Person
from .test_window import lost, person_named, scan, touch, type_letters


@dataclass
class Met:
    """Adaeze, the mentors of her rounds that have begun, and the kiosk."""

    adaeze: Attendee
    priya: Attendee
    sam: Attendee
    kiosk: Person
    qtbot: QtBot

    def open(self, **named: Any) -> KioskWindow:
        """A kiosk before which Adaeze has scanned her badge."""
        window = self.kiosk.open(**named)
        scan(self.kiosk, window, self.adaeze.code)
        return window

    def row(self, window: KioskWindow, partner: Attendee) -> AnswerRow:
        """The row about somebody."""
        return next(row for row in window.pages.answers.rows if row.partner_id == partner.id and row.isVisible())

    def kept(self) -> dict[int, Answer]:
        """What Adaeze has answered, by partner."""
        said = self.kiosk.database.read(list_answers, self.kiosk.event.id)
        return {one.to_id: one.answer for one in said if one.from_id == self.adaeze.id}


@pytest.fixture
def met(kiosk: Person, qtbot: QtBot, introduce: Callable[..., Any], come_to_round: Callable[..., None]) -> Met:
    adaeze, priya, sam = (person_named(kiosk, name) for name in ("Adaeze", "Priya", "Sam"))
    plan = introduce((priya, adaeze), (sam, adaeze))
    database, event = kiosk.database, kiosk.event
    database.write(publish, plan.id, station="Test", now=kiosk.now)
    for person in (adaeze, priya, sam):
        database.write(check_in, event.id, person.code, station="Desk 1", now=kiosk.now)
    come_to_round(2)
    kiosk.now += timedelta(minutes=1)
    return Met(adaeze, priya, sam, kiosk, qtbot)


def test_a_scan_shows_whom_one_has_met_and_one_touch_answers(met: Met) -> None:
    window = met.open()
    assert window.state.screen is KioskScreen.ANSWERS
    assert [row.name.text() for row in window.pages.answers.rows] == ["Sam Both", "Priya Venkataraman"]
    touch(met.qtbot, met.row(window, met.priya).buttons[Answer.YES])
    touch(met.qtbot, met.row(window, met.sam).buttons[Answer.NO])
    met.kiosk.settle(window)
    assert met.kept() == {met.priya.id: Answer.YES, met.sam.id: Answer.NO}
    touch(met.qtbot, window.frame.footer.forward_button)
    assert window.state.screen is KioskScreen.WELCOME


def test_the_last_of_several_quick_touches_counts(met: Met) -> None:
    window = met.open()
    row = met.row(window, met.priya)
    for kind in (Answer.NO, Answer.YES, Answer.NOT_MET, Answer.YES):
        touch(met.qtbot, row.buttons[kind])
    met.qtbot.waitUntil(lambda: not window.visit.answers.busy)
    assert met.kept() == {met.priya.id: Answer.YES}


def test_done_waits_until_the_answer_is_kept(met: Met) -> None:
    window = met.open()
    touch(met.qtbot, met.row(window, met.priya).buttons[Answer.YES])
    touch(met.qtbot, window.frame.footer.forward_button)
    assert window.state.screen is KioskScreen.ANSWERS
    assert window.frame.footer.forward_button.text() == "One moment"
    met.qtbot.waitUntil(lambda: window.frame.footer.forward_button.text() == "Done")
    touch(met.qtbot, window.frame.footer.forward_button)
    assert window.state.screen is KioskScreen.WELCOME
    assert met.kept() == {met.priya.id: Answer.YES}


def test_a_note_and_a_mark_go_with_an_answer(met: Met) -> None:
    window = met.open()
    row = met.row(window, met.priya)
    assert not row.note_button.isVisible()
    touch(met.qtbot, row.buttons[Answer.YES])
    touch(met.qtbot, row.note_button)
    assert window.state.screen is KioskScreen.NOTE
    assert window.pages.note.heading.text() == "Priya Venkataraman"
    touch(met.qtbot, window.pages.note.marks[3])
    window.pages.note.field.edit.setFocus()
    type_letters(met.kiosk, window, "Budget course")
    touch(met.qtbot, window.frame.footer.forward_button)
    assert window.state.screen is KioskScreen.ANSWERS
    met.qtbot.waitUntil(lambda: not window.visit.answers.busy)
    (given,) = met.kiosk.database.read(list_answers, met.kiosk.event.id)
    assert (given.answer, given.note, given.helped, given.source) == (
        Answer.YES,
        "Budget course",
        4,
        AnswerSource.KIOSK,
    )
    touch(met.qtbot, row.note_button)
    assert window.pages.note.field.text() == "Budget course"
    assert window.pages.note.marks[3].isChecked()


def test_a_mentor_can_say_that_someone_else_would_suit_better(met: Met) -> None:
    window = met.kiosk.open()
    scan(met.kiosk, window, met.priya.code)
    row = met.row(window, met.adaeze)
    touch(met.qtbot, row.buttons[Answer.NO])
    touch(met.qtbot, row.note_button)
    touch(met.qtbot, window.pages.note.refer_button)
    touch(met.qtbot, window.frame.footer.forward_button)
    met.qtbot.waitUntil(lambda: not window.visit.answers.busy)
    (asked,) = met.kiosk.database.read(wants_to_refer, met.kiosk.event.id)
    assert (asked.mentor_id, asked.mentee_id) == (met.priya.id, met.adaeze.id)


def test_a_mentee_is_not_asked_that(met: Met) -> None:
    window = met.open()
    touch(met.qtbot, met.row(window, met.priya).buttons[Answer.YES])
    touch(met.qtbot, met.row(window, met.priya).note_button)
    assert not window.pages.note.refer_button.isVisible()


def test_what_was_answered_before_is_not_told_to_who_holds_the_badge(met: Met) -> None:
    window = met.open()
    touch(met.qtbot, met.row(window, met.priya).buttons[Answer.NO])
    met.qtbot.waitUntil(lambda: not window.visit.answers.busy)
    touch(met.qtbot, window.frame.footer.forward_button)
    scan(met.kiosk, window, met.adaeze.code)
    row = met.row(window, met.priya)
    assert "answered" in row.detail.text()
    assert not any(button.isChecked() for button in row.buttons.values())
    assert "answered" not in met.row(window, met.sam).detail.text()


@pytest.mark.parametrize("theirs", [None, *Answer])
def test_nothing_on_the_screen_depends_on_the_other_sides_answers(met: Met, theirs: Answer | None) -> None:
    if theirs is not None:
        met.kiosk.database.write(
            record_answer, met.kiosk.event.id, met.priya.id, met.adaeze.id, theirs, station="Desk 1", now=met.kiosk.now
        )
    window = met.open()
    row = met.row(window, met.priya)
    assert (row.name.text(), row.detail.text()) == ("Priya Venkataraman", "Mentor · Round 1, table 1")
    assert not row.note_button.isVisible()


def test_a_round_that_has_not_begun_is_not_asked_about(met: Met, come_to_round: Callable[..., None]) -> None:
    come_to_round(1)
    window = met.open()
    assert [row.name.text() for row in window.pages.answers.rows if row.isVisible()] == ["Priya Venkataraman"]


def test_before_the_first_round_a_scan_says_since_when_one_is_in(met: Met, database: Any, event: Any) -> None:
    chidi = person_named(met.kiosk, "Chidi")
    database.write(check_in, event.id, chidi.code, station="Desk 1", now=met.kiosk.now)
    window = met.kiosk.open()
    scan(met.kiosk, window, chidi.code)
    assert window.state.screen is KioskScreen.DONE


def test_an_answer_that_cannot_be_kept_leads_to_the_desk(met: Met, monkeypatch: pytest.MonkeyPatch) -> None:
    window = met.open()
    monkeypatch.setattr(met.kiosk.database, "write", lost)
    touch(met.qtbot, met.row(window, met.priya).buttons[Answer.YES])
    met.qtbot.waitUntil(lambda: window.state.screen is KioskScreen.SEE_DESK)
    assert window.pages.desk.told.text() == "Your last answer could not be kept."


def test_nothing_is_left_of_who_went_away(met: Met) -> None:
    window = met.open()
    touch(met.qtbot, met.row(window, met.priya).buttons[Answer.YES])
    met.qtbot.waitUntil(lambda: not window.visit.answers.busy)
    touch(met.qtbot, met.row(window, met.priya).note_button)
    window.pages.note.field.insert("secret")
    window.visit.happen(happen.IdleTick(61))
    assert window.state.screen is KioskScreen.WELCOME
    assert window.visit.answers.met is None
    assert window.visit.answers.given == {}
    assert window.pages.note.field.text() == ""
    assert [row.name.text() for row in window.pages.answers.rows] == ["", ""]


def test_everything_is_reached_by_the_keyboard(met: Met) -> None:
    window = met.open()
    row = met.row(window, met.sam)
    assert row.buttons[Answer.YES].hasFocus()
    met.qtbot.keyClick(row.buttons[Answer.YES], Qt.Key.Key_Right)
    assert row.buttons[Answer.NO].hasFocus()
    met.qtbot.keyClick(row.buttons[Answer.NO], Qt.Key.Key_Return)
    met.qtbot.waitUntil(lambda: not window.visit.answers.busy)
    assert met.kept() == {met.sam.id: Answer.NO}


def test_more_people_than_there_is_room_for_come_on_the_next_page(
    met: Met, add: Callable[..., Attendee], introduce: Callable[..., Any], come_to_round: Callable[..., None]
) -> None:
    mentors = [add(f"Mentor Number{number}", role="mentor") for number in range(5)]
    plan = introduce(*((mentor, met.adaeze) for mentor in mentors))
    met.kiosk.database.write(publish, plan.id, station="Test", now=met.kiosk.now)
    come_to_round(5)
    window = met.open(size=(1024, 700))
    touch(met.qtbot, met.row(window, mentors[4]).buttons[Answer.YES])
    seen = [row.name.text() for row in window.pages.answers.rows if row.isVisible()]
    while window.frame.footer.forward_button.text() == "More people":
        touch(met.qtbot, window.frame.footer.forward_button)
        seen += [row.name.text() for row in window.pages.answers.rows if row.isVisible()]
    assert seen == [f"Mentor Number{number}" for number in reversed(range(5))]
    while window.frame.footer.back_button.text() == "Back":
        touch(met.qtbot, window.frame.footer.back_button)
    assert met.row(window, mentors[4]).buttons[Answer.YES].isChecked()


@pytest.mark.parametrize("language", [one.code for one in LANGUAGES])
def test_every_answer_stands_in_one_size_in_every_language(met: Met, language: str) -> None:
    window = met.open()
    window.visit.happen(happen.LanguageChosen(language))
    row = met.row(window, met.priya)
    for button in row.buttons.values():
        touch(met.qtbot, button)
        assert not any(one.shrunk or one.clipped for one in row.buttons.values()), button.text()
    met.qtbot.waitUntil(lambda: not window.visit.answers.busy)
