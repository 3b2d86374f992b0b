"""Who may do what: every act is decided for every role, and every place of the window is for one of them."""

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.domain.staff_roles import (
    ACT_OF_PLACE,
    ALLOWED,
    StaffAct,
    StaffRole,
    may,
    may_see,
    refusal,
    refuse_unless,
)

HELPERS = {
    "OPEN_EVENT",
    "OPEN_DATABASE",
    "SEE_FIGURES",
    "SEE_PEOPLE",
    "CHECK_IN",
    "ADD_PERSON",
    "EDIT_PERSON",
    "CANCEL_PERSON",
    "CHANGE_ROLE",
    "PRINT_PAPER",
    "SEE_ROOM",
    "NOTE_PRESENCE",
    "OPEN_KIOSK",
    "LEAVE_KIOSK",
    "OPEN_PROJECTOR",
}


@pytest.mark.parametrize("act", list(StaffAct))
def test_the_organizer_may_everything_and_a_helper_what_is_done_at_the_door(act: StaffAct) -> None:
    assert may(StaffRole.ORGANIZER, act)
    assert may(StaffRole.HELPER, act) is (act.name in HELPERS)


def test_the_rule_is_written_down_for_every_role() -> None:
    assert set(ALLOWED) == set(StaffRole)


@pytest.mark.parametrize(("place", "act"), ACT_OF_PLACE.items())
def test_a_place_is_seen_by_those_who_may_do_what_it_is_for(place: str, act: StaffAct) -> None:
    assert may_see(StaffRole.ORGANIZER, place)
    assert may_see(StaffRole.HELPER, place) is may(StaffRole.HELPER, act)


def test_a_place_that_nobody_decided_upon_is_the_organizers() -> None:
    assert may_see(StaffRole.ORGANIZER, "something new")
    assert not may_see(StaffRole.HELPER, "something new")


@pytest.mark.parametrize("act", [act for act in StaffAct if act.name not in HELPERS])
def test_every_refusal_is_a_sentence_that_says_what_to_do(act: StaffAct) -> None:
    assert refusal(act).startswith(act.value)
    assert refusal(act).endswith("Unlock the window with the organizer’s PIN first.")
    with pytest.raises(MixerError, match=act.value):
        refuse_unless(StaffRole.HELPER, act)
    refuse_unless(StaffRole.ORGANIZER, act)
