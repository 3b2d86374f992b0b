"""The kiosk's state machine: what the table says, and what must hold whatever happens in whatever order."""

from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from mixer_app.domain import kiosk_happenings as happen
from mixer_app.domain.desk_calls import DeskReason
from mixer_app.domain.kiosk import BadgeState, Hint, KioskRules, KioskScreen, Proof, is_wiped, new_kiosk, step

START = new_kiosk(KioskRules(language="fr"))


def after(*happened, state=START):
    """The state after these, each answer meant for whoever is there when it comes."""
    for one in happened:
        if hasattr(one, "visit"):
            one = replace(one, visit=state.visit)
        state = step(state, one)
    return state


SCANNED = (happen.CodeScanned("K7M2QX4B"), happen.CodeFound(7, visit=0))
FOUND_BY_NAME = (happen.TextTyped("nna"), happen.HitChosen(7))
WRONG = (happen.TextTyped("xyz"), happen.FactSent(), happen.FactGiven(ok=False, visit=0))
RIGHT = (happen.TextTyped("ada"), happen.FactSent(), happen.FactGiven(ok=True, visit=0))
PRINTING = (*SCANNED, happen.Confirmed(), happen.CheckedIn(visit=0, badge=True))


def test_a_scan_leads_to_the_page_of_its_owner():
    state = after(*SCANNED)
    assert (state.screen, state.attendee_id, state.proof) == (KioskScreen.CONFIRM, 7, Proof.CODE)
    assert state.shows_code


def test_a_letter_on_the_welcome_screen_starts_typing():
    state = after(happen.TextTyped("n"))
    assert (state.screen, state.text) == (KioskScreen.SEARCH, "n")


def test_a_name_alone_is_not_enough():
    state = after(*FOUND_BY_NAME)
    assert (state.screen, state.shows_code) == (KioskScreen.SECOND_FACT, False)
    assert after(happen.Confirmed(), state=state) == state


def test_a_right_fact_leads_to_the_page_and_what_was_typed_is_gone():
    state = after(*FOUND_BY_NAME, *RIGHT)
    assert (state.screen, state.proof, state.text, state.fact) == (KioskScreen.CONFIRM, Proof.FACT, "", "")


def test_an_answer_nobody_asked_for_proves_nothing():
    state = after(*FOUND_BY_NAME)
    assert after(happen.FactGiven(ok=True, visit=0), state=state).screen is KioskScreen.SECOND_FACT


def test_three_wrong_facts_lead_to_the_desk_without_the_badge_code():
    state = after(*FOUND_BY_NAME, *WRONG, *WRONG)
    assert (state.screen, state.failures) == (KioskScreen.SECOND_FACT, 2)
    state = after(*WRONG, state=state)
    assert (state.screen, state.why, state.shows_code) == (KioskScreen.SEE_DESK, DeskReason.WRONG_FACTS, False)
    assert not state.checked_in


def test_wrong_facts_of_several_people_count_together():
    state = after(*FOUND_BY_NAME, *WRONG, *WRONG, happen.BackChosen(), happen.HitChosen(8), *WRONG)
    assert state.screen is KioskScreen.SEE_DESK


def test_back_from_the_second_fact_keeps_the_name_that_was_typed():
    state = after(*FOUND_BY_NAME, happen.BackChosen())
    assert (state.screen, state.text, state.attendee_id) == (KioskScreen.SEARCH, "nna", None)


def test_an_answer_about_someone_else_is_dropped():
    asked = after(*FOUND_BY_NAME, happen.TextTyped("ada"), happen.FactSent())
    late = happen.FactGiven(ok=True, visit=asked.visit)
    other = after(happen.BackChosen(), happen.HitChosen(8), happen.TextTyped("x"), happen.FactSent(), state=asked)
    assert step(other, late) is other


def test_who_wants_to_scan_no_more_is_told_no_more_where_the_scanner_is() -> None:
    told = after(happen.LanguageChosen("de"), happen.ScanChosen())
    assert told.hint is Hint.SCANNER
    back = after(happen.BackChosen(), state=told)
    assert (back.screen, back.hint, back.language) == (KioskScreen.WELCOME, Hint.NONE, "de")


def test_a_check_in_that_is_written_after_the_wipe_changes_nothing():
    writing = after(*SCANNED, happen.Confirmed())
    gone = after(happen.IdleTick(61), state=writing)
    assert step(gone, happen.CheckedIn(visit=writing.visit, badge=True)) is gone


def test_a_late_check_in_of_one_person_is_not_taken_for_that_of_the_next():
    writing = after(*SCANNED, happen.Confirmed())
    other = after(
        happen.IdleTick(61),
        happen.CodeScanned("OTHER"),
        happen.CodeFound(8, visit=0),
        happen.Confirmed(),
        state=writing,
    )
    assert step(other, happen.CheckedIn(visit=writing.visit, badge=True)) is other


def test_a_second_touch_while_it_is_written_is_ignored():
    writing = after(*SCANNED, happen.Confirmed())
    for ignored in (happen.Confirmed(), happen.NotMe(), happen.BackChosen(), happen.CodeScanned("OTHER")):
        assert step(writing, ignored) == writing


def test_a_badge_on_its_way_is_waited_for_and_then_taken():
    printing = after(*PRINTING)
    assert (printing.screen, printing.badge) == (KioskScreen.PRINTING, BadgeState.COMING)
    done = after(happen.IdleTick(11), happen.BadgePrinted(visit=0), state=printing)
    assert (done.screen, done.badge, done.seconds_left) == (KioskScreen.DONE, BadgeState.OUT, 12)
    assert after(happen.IdleTick(12), state=done).screen is KioskScreen.WELCOME


def test_a_badge_that_fails_leads_to_the_desk_but_the_person_is_in():
    state = after(*PRINTING, happen.BadgeFailed(visit=0))
    assert (state.screen, state.why, state.checked_in) == (KioskScreen.SEE_DESK, DeskReason.BADGE_FAILED, True)
    assert state.shows_code


def test_a_badge_that_does_not_come_within_twelve_seconds_leads_to_the_desk_whatever_is_touched():
    waiting = after(*PRINTING, happen.IdleTick(6), happen.Touched(), happen.IdleTick(5))
    assert waiting.screen is KioskScreen.PRINTING
    for state in (waiting, after(happen.WrongWanted(), state=waiting)):
        gone = after(happen.IdleTick(1), state=state)
        assert (gone.screen, gone.why, gone.badge) == (KioskScreen.SEE_DESK, DeskReason.BADGE_FAILED, BadgeState.FAILED)
        assert (gone.checked_in, gone.shows_code, gone.seconds_left) == (True, True, 60)


def test_a_badge_that_is_out_is_waited_for_no_more():
    out = after(*PRINTING, happen.WrongWanted(), happen.BadgePrinted(visit=0), happen.IdleTick(13))
    assert out.screen is KioskScreen.WRONG


def test_without_a_badge_the_person_is_done_at_once():
    assert after(*SCANNED, happen.Confirmed(), happen.CheckedIn(visit=0)).screen is KioskScreen.DONE


def test_someone_who_is_in_already_is_not_asked_again():
    for way in ((happen.CodeScanned("X"), happen.CodeFound(7, visit=0, already=True)), (*FOUND_BY_NAME, *RIGHT)):
        last = replace(way[-1], already=True)
        state = after(*way[:-1], last)
        assert (state.screen, state.already, state.badge) == (KioskScreen.DONE, True, BadgeState.NONE)


def test_someone_who_had_cancelled_is_sent_to_the_desk_before_they_confirm_anything():
    for way in (
        (happen.CodeScanned("X"), happen.CodeFound(7, visit=0, cancelled=True)),
        (*FOUND_BY_NAME, *RIGHT[:-1], happen.FactGiven(ok=True, visit=0, cancelled=True)),
    ):
        state = after(*way)
        assert (state.screen, state.why) == (KioskScreen.SEE_DESK, DeskReason.HAD_CANCELLED)
        assert (state.checked_in, state.shows_code) == (False, True)


def test_someone_who_has_met_somebody_answers_about_them():
    for way in (
        (happen.CodeScanned("X"), happen.CodeFound(7, visit=0, already=True, has_met=True)),
        (*FOUND_BY_NAME, *RIGHT[:-1], happen.FactGiven(ok=True, visit=0, already=True, has_met=True)),
    ):
        state = after(*way)
        assert (state.screen, state.answering) == (KioskScreen.ANSWERS, True)
        note = after(happen.NoteWanted(3), state=state)
        assert (note.screen, note.partner_id) == (KioskScreen.NOTE, 3)
        assert after(happen.BackChosen(), state=note) == state
        assert is_wiped(after(happen.DoneChosen(), state=state))
        assert is_wiped(after(happen.NotMe(), state=state))


def test_who_is_not_in_yet_checks_in_before_anything_else():
    assert after(SCANNED[0], happen.CodeFound(7, visit=0, has_met=True)).screen is KioskScreen.CONFIRM


def test_a_code_scanned_once_more_leaves_the_answers_where_they_are():
    answering = after(happen.CodeScanned("X"), happen.CodeFound(7, visit=0, already=True, has_met=True))
    for state in (answering, after(happen.NoteWanted(3), state=answering)):
        again = after(happen.CodeScanned("X"), happen.CodeFound(7, visit=0, already=True, has_met=True), state=state)
        assert again == state
        other = after(happen.CodeScanned("Y"), happen.CodeFound(8, visit=0, already=True, has_met=True), state=state)
        assert (other.screen, other.attendee_id, other.partner_id) == (KioskScreen.ANSWERS, 8, None)


def test_an_answer_that_cannot_be_kept_leads_to_the_desk():
    answering = after(happen.CodeScanned("X"), happen.CodeFound(7, visit=0, already=True, has_met=True))
    failed = after(happen.Failed(DeskReason.CONNECTION, visit=0), state=answering)
    assert (failed.screen, failed.answering, failed.checked_in) == (KioskScreen.SEE_DESK, True, True)


@pytest.mark.parametrize("what", [DeskReason.WRONG_NAME, DeskReason.WRONG_ROLE, DeskReason.NO_BADGE])
def test_what_is_wrong_is_told_to_the_desk(what):
    state = after(*PRINTING, happen.WrongWanted(), happen.WrongChosen(what))
    assert (state.screen, state.why, state.checked_in) == (KioskScreen.SEE_DESK, what, True)


def test_back_from_the_choices_of_what_is_wrong_goes_where_the_badge_is():
    wrong = after(*PRINTING, happen.WrongWanted())
    assert after(happen.BackChosen(), state=wrong).screen is KioskScreen.PRINTING
    assert after(happen.BadgePrinted(visit=0), happen.BackChosen(), state=wrong).screen is KioskScreen.DONE


def test_an_unknown_code_is_said_for_eight_seconds():
    state = after(happen.CodeScanned("?"), happen.CodeUnknown(visit=0))
    assert (state.screen, state.hint, state.code) == (KioskScreen.WELCOME, Hint.UNKNOWN_CODE, "")
    assert after(happen.IdleTick(7), state=state).hint is Hint.UNKNOWN_CODE
    assert after(happen.IdleTick(8), state=state).hint is Hint.NONE


def test_another_code_takes_over_but_the_same_one_keeps_what_was_chosen():
    confirm = after(*SCANNED)
    assert after(happen.CodeScanned("K7M2QX4B"), happen.CodeFound(7, visit=0), state=confirm) == confirm
    other = after(happen.CodeScanned("OTHER"), happen.CodeFound(8, visit=0), state=confirm)
    assert (other.screen, other.attendee_id) == (KioskScreen.CONFIRM, 8)
    assert after(happen.CodeScanned("?"), happen.CodeUnknown(visit=0), state=confirm) == confirm


def test_a_lost_connection_leads_to_the_desk():
    state = after(*SCANNED, happen.Confirmed(), happen.Failed(DeskReason.CONNECTION, visit=0))
    assert (state.screen, state.why, state.checked_in) == (KioskScreen.SEE_DESK, DeskReason.CONNECTION, False)


def test_fifteen_seconds_before_the_wipe_it_asks_and_a_touch_stays():
    state = after(*SCANNED, happen.IdleTick(44))
    assert not state.warns
    state = after(happen.IdleTick(1), state=state)
    assert (state.warns, state.seconds_left) == (True, 15)
    assert after(happen.StayChosen(), state=state).seconds_left == 60


def test_answers_of_the_machine_are_no_sign_of_life():
    state = after(happen.CodeScanned("X"), happen.IdleTick(20), happen.CodeFound(7, visit=0))
    assert state.idle <= 20
    assert after(happen.IdleTick(60), state=state).screen is KioskScreen.WELCOME


def test_the_language_stays_with_the_person_and_not_with_the_next():
    chosen = after(happen.LanguageChosen("ar"), happen.LargerText(), happen.TextTyped("nna"))
    back = after(happen.BackChosen(), state=chosen)
    assert (back.language, back.larger) == ("ar", True)
    gone = after(happen.IdleTick(60), state=back)
    assert (gone.language, gone.larger) == ("fr", False)
    assert after(*PRINTING, happen.LanguageChosen("ar"), happen.DoneChosen()).language == "fr"


def test_closed_doors_leave_nothing_but_the_language_and_staff():
    closed = new_kiosk(KioskRules(), doors_open=False)
    for ignored in (happen.TypeChosen(), happen.TextTyped("nna"), happen.CodeScanned("X"), happen.Touched()):
        assert after(ignored, state=closed).screen is KioskScreen.CLOSED
    assert after(happen.LanguageChosen("de"), state=closed).language == "de"
    assert after(happen.DoorsMoved(open=True), state=closed).screen is KioskScreen.WELCOME


def test_doors_that_close_let_the_person_inside_finish():
    state = after(*SCANNED, happen.DoorsMoved(open=False))
    assert state.screen is KioskScreen.CONFIRM
    assert after(happen.NotMe(), state=state).screen is KioskScreen.CLOSED


def test_a_code_that_is_shown_after_the_doors_have_closed_is_not_looked_up():
    state = after(happen.TypeChosen(), happen.DoorsMoved(open=False), happen.CodeScanned("K7M2QX4B"))
    assert state.screen is KioskScreen.CLOSED
    assert is_wiped(state)


def test_staff_see_nothing_of_the_person_and_leave_by_pin():
    pin = after(*SCANNED, happen.PinWanted())
    assert pin.screen is KioskScreen.PIN
    assert is_wiped(pin)
    refused = after(happen.PinGiven(ok=False, visit=0, wait_seconds=30), state=pin)
    assert (refused.screen, refused.pin_wait) == (KioskScreen.PIN, 30)
    assert after(happen.BackChosen(), state=refused).screen is KioskScreen.WELCOME
    assert after(happen.IdleTick(12.5), state=refused).pin_wait == 17.5
    assert after(happen.PinLocked(0, 30), state=pin).pin_wait == 30
    left = after(happen.PinGiven(ok=True, visit=0), state=refused)
    assert left.screen is KioskScreen.LEFT
    assert after(happen.Touched(), happen.PinWanted(), happen.IdleTick(1000), state=left) == left


ANSWERS = (
    happen.CodeFound, happen.CodeUnknown, happen.FactGiven, happen.CheckedIn,
    happen.Failed, happen.BadgePrinted, happen.BadgeFailed, happen.PinGiven,
    happen.PinLocked,
)  # fmt: skip
ACTS = st.one_of(
    *(
        st.builds(kind)
        for kind in (
            happen.Touched, happen.TypeChosen, happen.ScanChosen, happen.FactSent, happen.BackChosen, happen.NotMe,
            happen.Confirmed, happen.StayChosen, happen.DoneChosen, happen.WrongWanted, happen.PinWanted,
            happen.LargerText,
        )
    ),
    st.builds(happen.TextTyped, st.sampled_from(("", "nna", "ada"))),
    st.builds(happen.CodeScanned, st.sampled_from(("K7M2QX4B", "other"))),
    st.builds(happen.HitChosen, st.integers(1, 3)),
    st.builds(happen.NoteWanted, st.integers(1, 3)),
    st.builds(happen.WrongChosen, st.sampled_from((DeskReason.WRONG_NAME, DeskReason.NO_BADGE))),
    st.builds(happen.LanguageChosen, st.sampled_from(("en", "ar"))),
    st.builds(happen.DoorsMoved, st.booleans()),
)  # fmt: skip
HOME = (KioskScreen.WELCOME, KioskScreen.CLOSED)
ANSWERING = (KioskScreen.ANSWERS, KioskScreen.NOTE)
CHECKED = (KioskScreen.PRINTING, KioskScreen.DONE, KioskScreen.WRONG)


class KioskMachine(RuleBasedStateMachine):
    """Anything at any time: acts, answers in time and far too late, and the clock."""

    @initialize(language=st.sampled_from(("en", "fr")), idle=st.sampled_from((20.0, 60.0)), doors=st.booleans())
    def open(self, language, idle, doors):
        self.state = new_kiosk(KioskRules(language=language, idle_seconds=idle), doors_open=doors)
        self.before = self.state
        self.pin_was_right = False

    def _step(self, happened):
        self.before, self.state = self.state, step(self.state, happened)
        self.happened = happened

    @rule(act=ACTS)
    def act(self, act):
        self._step(act)

    @rule(
        kind=st.sampled_from(ANSWERS),
        ok=st.booleans(),
        already=st.booleans(),
        attendee=st.integers(1, 3),
        late=st.sampled_from((0, 0, 0, 1, 5)),
    )
    def answer(self, kind, ok, already, attendee, late):
        visit = self.state.visit - late
        answers = {
            happen.CodeFound: lambda: happen.CodeFound(attendee, visit, already, ok, cancelled=not (ok or already)),
            happen.FactGiven: lambda: happen.FactGiven(ok, visit, already, attendee > 1, cancelled=attendee > 2),
            happen.CheckedIn: lambda: happen.CheckedIn(visit, badge=ok, already=already),
            happen.Failed: lambda: happen.Failed(DeskReason.CONNECTION, visit),
            happen.PinLocked: lambda: happen.PinLocked(visit, 30 * ok),
            happen.PinGiven: lambda: happen.PinGiven(ok, visit, 0 if ok else 30),
        }
        happened = answers.get(kind, lambda: kind(visit=visit))()
        on_pin = self.state.screen is KioskScreen.PIN
        self._step(happened)
        self.pin_was_right |= kind is happen.PinGiven and ok and on_pin and late == 0
        if late:
            assert self.state is self.before

    @rule(attendee=st.integers(1, 3), right=st.lists(st.sampled_from((False, False, True)), min_size=1, max_size=4))
    def someone_types(self, attendee, right):
        """Up to the second fact, wrong or right, once or again."""
        self._steps(happen.IdleTick(self.state.limit), happen.DoorsMoved(True))
        self._steps(happen.TextTyped("nna"), happen.HitChosen(attendee))
        self._steps(happen.FactGiven(True, self.state.visit))  # which nobody asked for
        for ok in right:
            self._steps(happen.TextTyped("xyz"), happen.FactSent())
            self._steps(happen.FactGiven(ok, self.state.visit))

    @rule(attendee=st.integers(1, 3), badge=st.booleans(), wrong=st.booleans(), leaves=st.booleans())
    def someone_scans_and_confirms(self, attendee, badge, wrong, leaves):
        self._steps(happen.CodeScanned("K7M2QX4B"))
        self._steps(happen.CodeFound(attendee, self.state.visit), happen.Confirmed())
        self._steps(happen.CheckedIn(self.state.visit, badge=badge))
        if wrong:
            self._steps(happen.WrongWanted())
        if leaves and self.state.screen is not KioskScreen.LEFT:
            self.nobody_is_there()

    @rule(right=st.sampled_from((False, False, True)))
    def staff_come(self, right):
        """A PIN where none was asked for opens nothing; where it was, the right one does."""
        if self.state.screen is not KioskScreen.PIN:
            self._steps(happen.PinGiven(True, self.state.visit), happen.PinWanted())
        self.pin_was_right |= right and self.state.screen is KioskScreen.PIN
        self._steps(happen.PinGiven(right, self.state.visit))

    @precondition(lambda self: self.state.screen is KioskScreen.LEFT)
    @rule(doors=st.booleans())
    def opened_again(self, doors):
        self.open("en", 60.0, doors)

    def _steps(self, *happened):
        for one in happened:
            self._step(one)
            self.hold_all()

    @rule(seconds=st.floats(0, 30))
    def tick(self, seconds):
        self._step(happen.IdleTick(seconds))

    @precondition(lambda self: self.state.screen is not KioskScreen.LEFT)
    @rule()
    def nobody_is_there(self):
        for _ in range(12 + 60 + 60):  # for a badge, then with the desk, then at home in another's language
            self._steps(happen.IdleTick(1.0))
        assert self.state.screen in HOME
        assert is_wiped(self.state)
        assert (self.state.language, self.state.larger) == (self.state.rules.language, False)

    @invariant()
    def nothing_personal_is_left_at_home(self):
        if self.state.screen in (KioskScreen.CLOSED, KioskScreen.PIN, KioskScreen.LEFT):
            assert is_wiped(self.state)
        if self.state.screen is KioskScreen.WELCOME:  # a code that is being looked up is all there may be
            assert is_wiped(replace(self.state, busy=False, code=""))
            assert self.state.busy == bool(self.state.code)

    @invariant()
    def only_a_right_pin_leaves(self):
        assert (self.state.screen is KioskScreen.LEFT) == self.pin_was_right

    @invariant()
    def nobody_is_shown_without_a_proof(self):
        if self.state.screen in (KioskScreen.CONFIRM, *ANSWERING, *CHECKED):
            assert self.state.proof is not None
            assert self.state.attendee_id is not None
        if self.state.screen is KioskScreen.SECOND_FACT:
            assert self.state.proof is None

    @invariant()
    def the_page_comes_from_a_scan_or_a_right_fact_alone(self):
        if self.state.screen is KioskScreen.CONFIRM and self.before.attendee_id != self.state.attendee_id:
            assert isinstance(self.happened, happen.CodeFound)
        if self.state.proof is Proof.FACT and self.before.proof is None:
            assert isinstance(self.happened, happen.FactGiven)
            assert self.happened.ok
            assert self.before.busy

    @invariant()
    def nobody_is_in_who_did_not_confirm(self):
        if self.state.checked_in and not self.before.checked_in:
            if self.state.already:
                return
            assert isinstance(self.happened, happen.CheckedIn)
            assert self.before.screen is KioskScreen.CONFIRM
            assert self.before.busy

    @invariant()
    def whoever_is_in_is_told_so(self):
        if self.state.screen in (*CHECKED, *ANSWERING):
            assert self.state.checked_in

    @invariant()
    def nobody_waits_for_a_badge_for_ever(self):
        assert self.state.badge is not BadgeState.COMING or self.state.waited < 12

    @invariant()
    def a_note_is_on_somebody(self):
        assert (self.state.partner_id is not None) == (self.state.screen is KioskScreen.NOTE)

    @invariant()
    def fewer_than_three_wrong_facts_or_the_desk(self):
        assert self.state.failures < 3 or self.state.screen is KioskScreen.SEE_DESK

    @invariant()
    def the_desk_is_told_why(self):
        assert (self.state.why is not None) == (self.state.screen is KioskScreen.SEE_DESK)

    @invariant()
    def a_code_is_shown_to_its_owner_alone(self):
        if self.state.why is DeskReason.WRONG_FACTS:
            assert not self.state.shows_code

    def hold_all(self):
        """The invariants between the steps of one rule."""
        self.nothing_personal_is_left_at_home()
        self.only_a_right_pin_leaves()
        self.nobody_is_shown_without_a_proof()
        self.the_page_comes_from_a_scan_or_a_right_fact_alone()
        self.nobody_is_in_who_did_not_confirm()
        self.whoever_is_in_is_told_so()
        self.fewer_than_three_wrong_facts_or_the_desk()
        self.the_desk_is_told_why()
        self.nobody_waits_for_a_badge_for_ever()
        self.a_code_is_shown_to_its_owner_alone()


KioskMachine.TestCase.settings = settings(stateful_step_count=30)
TestKioskMachine = KioskMachine.TestCase
