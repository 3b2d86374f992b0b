"""A helper takes back what helpers do, and nothing of the organizer's."""

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.domain.people import registration_of
from mixer_app.domain.roles import Role
from mixer_app.domain.staff_roles import StaffRole
from mixer_app.services import journal
from mixer_app.services.check_in import check_in, mark_left, undo_check_in
from mixer_app.services.journal import activity
from mixer_app.services.people import cancel_attendee, edit_attendee, register_again, set_role
from mixer_app.services.undo_rights import ACT_OF_KIND, may_take_back, undo_as

HELPER, ORGANIZER = StaffRole.HELPER, StaffRole.ORGANIZER


@pytest.fixture
def do(database, now):
    return lambda what, *args, **more: database.write(what, *args, station="Desk 2", now=now, **more)


def test_it_is_decided_for_every_change_that_can_be_undone_who_may_undo_it():
    families = set().union(*journal._FAMILIES)
    assert set(ACT_OF_KIND) == families | journal._WITH_PAYLOAD | {journal.PLANNED}


@pytest.mark.parametrize("kind", sorted(ACT_OF_KIND))
def test_the_organizer_undoes_everything_and_a_helper_what_helpers_do(kind):
    at_the_door = {"added", "checked in", "check-in undone", "left", "registered again", "cancelled", "edited"}
    at_the_door |= {"note seen", "desk call answered"}
    assert may_take_back(ORGANIZER, kind)
    assert may_take_back(HELPER, kind) is (kind in at_the_door | {"role changed", "presence noted"})


def test_a_change_of_which_nothing_is_known_is_the_organizers():
    assert may_take_back(ORGANIZER, "something new")
    assert not may_take_back(HELPER, "something new")


def test_a_helper_undoes_every_act_of_the_door(database, event, add, do):
    ann = add("Ann Lee")
    changed = registration_of(ann)
    acts = (
        (check_in, event.id, ann.code),
        (undo_check_in, event.id, ann.code),
        (cancel_attendee, ann.id),
        (register_again, ann.id),
        (set_role, ann.id, Role.MENTOR),
        (edit_attendee, ann.id, changed),
        (check_in, event.id, ann.code),
        (mark_left, event.id, ann.code),
    )
    for act in acts:
        before = database.read(journal.latest_change)
        do(*act)
        newest = database.read(activity, event.id)[0]
        if newest.id > before:
            assert do(undo_as, newest.id, role=HELPER).startswith(("Undone: ", "Done again: "))
            do(undo_as, database.read(activity, event.id)[0].id, role=HELPER)


def test_an_entry_that_is_gone_is_told_as_ever(do):
    with pytest.raises(MixerError, match="no longer in the list"):
        do(undo_as, 999, role=HELPER)
