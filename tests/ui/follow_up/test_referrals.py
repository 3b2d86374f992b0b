"""Referrals: who is passed on, to whom, and how far it has come."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt

from mixer_app.domain.answers import Answer
from mixer_app.domain.people import Attendee
from mixer_app.domain.referrals import Referral, ReferralState
from mixer_app.services.answers import record_answer
from mixer_app.services.check_in import check_in
from mixer_app.services.referrals import list_referrals, refer
from mixer_app.ui.follow_up.referrals_view import ReferralsView

from .conftest import Entry

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # the offscreen platform, of menus
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def nia(entry: Entry, add: Callable[..., Any]) -> Attendee:
    """A mentor whom nobody has met."""
    made: Attendee = add("Nia Bell", role="mentor", topics_offered=("Finance",))
    entry.database.write(check_in, entry.event.id, made.code, station="Desk 1", now=entry.page.clock())
    return made


@pytest.fixture
def referred(entry: Entry, nia: Attendee) -> Entry:
    """Max would pass Ben on to Mia."""
    entry.database.write(
        refer, entry.event.id, entry.ben.id, from_id=entry.max.id, mentor_id=entry.mia.id,
        station="Desk 2", now=entry.page.clock(),
    )  # fmt: skip
    entry.read_anew()
    entry.show("referrals")
    return entry


def view_of(entry: Entry) -> ReferralsView:
    """The table."""
    return entry.page.frame.referrals


def only(entry: Entry) -> Referral:
    """The one referral there is."""
    (found,) = entry.database.read(list_referrals, entry.event.id)
    return found


def test_a_referral_goes_from_proposed_over_asked_to_agreed(referred: Entry) -> None:
    view = view_of(referred)
    line = referred.lines(view)[0]
    assert [cell.words for cell in line.cells] == [
        "Ben Ortiz",
        "Somebody by name",
        "Mia Koh",
        "Max Roth",
        "Proposed, not asked",
    ]
    for words, state in (("Mentor was asked", ReferralState.ASKED), ("Mentor agreed", ReferralState.AGREED)):
        referred.click_act(view, words)
        assert only(referred).state is state
    assert referred.lines(view)[0].cells[4].words == "Agreed"
    assert "Mentor agreed" not in referred.acts(view)


def test_what_was_declined_can_be_withdrawn_and_taken_up_again(referred: Entry) -> None:
    view = view_of(referred)
    for words, state in (
        ("Mentor declined", ReferralState.DECLINED),
        ("Withdraw", ReferralState.WITHDRAWN),
        ("Take up again", ReferralState.PROPOSED),
    ):
        referred.click_act(view, words)
        assert only(referred).state is state


def test_someone_else_is_proposed_from_a_menu(referred: Entry, nia: Attendee) -> None:
    referred.click_act(view_of(referred), "Propose someone else…")
    referred.pick("Nia Bell")
    assert only(referred).mentor_id == nia.id
    assert referred.lines(view_of(referred))[0].cells[2].words == "Nia Bell"


def test_after_the_last_round_nobody_is_put_into_one(referred: Entry) -> None:
    assert "Put into a round to come" not in referred.acts(view_of(referred))


def test_a_round_that_has_begun_meanwhile_takes_nobody_any_more_and_that_is_told(referred: Entry) -> None:
    told: list[str] = []
    referred.page.failed.connect(told.append)
    view = view_of(referred)
    view.show_referrals([only(referred)], (), rounds_to_come=1)  # as it was a moment ago
    referred.click_act(view, "Put into a round to come")
    assert told == ["No round is left. Ask the mentor: once they agree, it stands in the summary."]


def test_mentors_who_only_ticked_it_are_asked_to_whom(entry: Entry, nia: Attendee) -> None:
    entry.database.write(
        record_answer, entry.event.id, entry.max.id, entry.ben.id, Answer.NO, refer=True,
        station="Desk 2", now=entry.page.clock(),
    )  # fmt: skip
    entry.read_anew()
    entry.show("referrals")
    view = view_of(entry)
    assert entry.lines(view)[0].cells[4].words == "Say to whom"
    assert view.editor.isVisible()
    view.editor.edit.setFocus()
    entry.qtbot.keyClicks(view.editor.edit, "nia bell")
    entry.page.scanner._hand_on()
    entry.qtbot.mouseClick(view.editor.keep_button, LEFT)
    entry.settle()
    found = only(entry)
    assert (found.from_id, found.mentee_id, found.mentor_id) == (entry.max.id, entry.ben.id, nia.id)
    assert not view.editor.isVisible()


def test_a_referral_that_is_refused_is_told(entry: Entry, nia: Attendee) -> None:
    told: list[str] = []
    entry.page.failed.connect(told.append)
    entry.scan(entry.max.code)
    entry.press(Qt.Key.Key_R)  # Ada has met Mia already
    entry.view.referral.edit.setText("Mia Koh")
    entry.qtbot.mouseClick(entry.view.referral.keep_button, LEFT)
    entry.settle()
    assert told
    assert "Mia Koh" in told[0]
    assert entry.database.read(list_referrals, entry.event.id) == []
