"""What a station did last: found however much others do, and in the way of what was before it."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

import pytest

from mixer_app.domain.desk_calls import DeskReason
from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import Event, MatchingRules
from mixer_app.domain.people import Attendee
from mixer_app.domain.roles import Role
from mixer_app.domain.staff_roles import StaffRole
from mixer_app.services.badge_queue import cancel_job, note_failed, note_printed, queue_badge
from mixer_app.services.check_in import check_in
from mixer_app.services.desk_calls import answer_desk_call, call_desk, open_desk_calls
from mixer_app.services.journal import latest_change
from mixer_app.services.matching_rules import apply_rules
from mixer_app.services.people import get_attendee
from mixer_app.services.role_change import change_role
from mixer_app.services.staff_notes import mark_of, note_seen, seen_notes
from mixer_app.services.staff_pin import set_pin
from mixer_app.services.station_acts import next_redo, next_undo
from mixer_app.services.undo_rights import NOT_AT_ALL
from mixer_app.store import journal, standing
from mixer_app.ui.undoing import redo_latest, undo_latest

Add = Callable[..., Attendee]
HERE: dict[str, Any] = {"station": "Desk 1"}


@pytest.fixture
def do(database: Any, now: datetime) -> Callable[..., Any]:
    """Do something at Desk 1: `do(check_in, event.id, ann.code)`."""
    return lambda service, *args, **named: database.write(service, *args, **({"now": now} | HERE | named))


@pytest.fixture
def pieter(do: Any, event: Event, add: Add) -> Attendee:
    """Someone whom Desk 1 has checked in before."""
    came = add("Pieter Botha")
    do(check_in, event.id, came.code)
    return came


def elsewhere(session: Any, event: Event, count: int, now: datetime) -> None:
    """Let a kiosk write so many lines into the journal."""
    for _ in range(count):
        journal.record(session, event_id=event.id, station="Kiosk 1", at=now, what="checked in", sentence="Came")


def test_undo_after_a_seen_note_takes_that_back_and_redo_does_it_again(
    database: Any, do: Any, event: Event, add: Add, pieter: Attendee
) -> None:
    ann = add("Ann Lee", staff_note="VIP")
    do(note_seen, ann.id)

    assert do(undo_latest, event.id) == "Undone: Saw the note about Ann Lee"
    assert mark_of(ann) not in database.read(seen_notes, event.id)
    assert database.read(get_attendee, pieter.id).here
    assert do(redo_latest, event.id) == "Done again: Saw the note about Ann Lee"
    assert mark_of(ann) in database.read(seen_notes, event.id)


def test_undo_after_an_answered_call_takes_that_back(
    database: Any, do: Any, event: Event, add: Add, pieter: Attendee
) -> None:
    call = do(call_desk, event.id, add("Lukas Brandt").id, DeskReason.NO_BADGE, station="Kiosk 1")
    do(answer_desk_call, call.id)

    assert do(undo_latest, event.id, role=StaffRole.HELPER) == "Undone: Saw to Lukas Brandt"
    assert database.read(open_desk_calls, event.id) == [call]
    assert database.read(get_attendee, pieter.id).here


def test_what_cannot_be_undone_is_told_and_nothing_older_goes_in_its_place(
    database: Any, do: Any, event: Event, add: Add, pieter: Attendee
) -> None:
    job = do(queue_badge, event.id, add("Ann Lee").id, printer="label", reason="lost")
    acts = (
        (partial(database.read, latest_change), "“Badge of Ann Lee to be printed again: lost” cannot be undone."),
        (partial(do, cancel_job, job.id), "“Badge of Ann Lee not to be printed” cannot be undone."),
        (partial(do, set_pin, "471147", old=None), "cannot be undone."),
    )
    for act, told in acts:
        act()
        before = database.read(latest_change)
        with pytest.raises(MixerError) as refused:
            do(undo_latest, event.id)
        assert str(refused.value).endswith(told)
        assert database.read(latest_change) == before
    with pytest.raises(MixerError, match=NOT_AT_ALL):
        do(undo_latest, event.id, role=StaffRole.HELPER)
    assert database.read(get_attendee, pieter.id).here


def test_what_a_printer_does_meanwhile_is_no_act_of_the_desk(
    database: Any, do: Any, event: Event, add: Add, now: datetime
) -> None:
    ann = add("Ann Lee")
    database.write(standing.mark_badges_printed, [ann.id], now=now)
    do(check_in, event.id, ann.code)
    changed = do(change_role, ann.id, Role.MENTOR, printer="label")
    do(note_failed, changed.badge, "The printer is out of labels.")
    do(note_printed, changed.badge)

    assert do(undo_latest, event.id).startswith("Undone: Made Ann Lee a mentor")
    assert do(redo_latest, event.id).startswith("Done again: Made Ann Lee a mentor")


@pytest.mark.parametrize("others", [0, 52, 300])
def test_a_stations_own_act_is_found_however_much_others_have_done_since(
    database: Any, do: Any, event: Event, now: datetime, pieter: Attendee, others: int
) -> None:
    database.write(elsewhere, event, others, now)
    assert do(undo_latest, event.id) == "Undone: Checked in Pieter Botha"
    database.write(elsewhere, event, others, now)
    assert do(redo_latest, event.id) == "Done again: Checked in Pieter Botha"
    database.write(elsewhere, event, others, now)
    assert do(undo_latest, event.id) == "Undone: Checked in Pieter Botha"


def test_sixty_acts_are_taken_back_one_by_one_and_done_again(database: Any, do: Any, event: Event, add: Add) -> None:
    everyone = [add(f"Guest {number}") for number in range(60)]
    for person in everyone:
        do(check_in, event.id, person.code)
    for person in reversed(everyone):
        assert do(undo_latest, event.id) == f"Undone: Checked in {person.name.shown}"
    with pytest.raises(MixerError, match="nothing to undo at this station"):
        do(undo_latest, event.id, station="Desk 2")
    for person in everyone:
        assert do(redo_latest, event.id) == f"Done again: Checked in {person.name.shown}"


def test_a_new_act_ends_what_can_be_done_again(
    database: Any, do: Any, event: Event, add: Add, pieter: Attendee
) -> None:
    do(undo_latest, event.id)
    assert database.read(next_redo, event.id, **HERE) is not None
    do(check_in, event.id, add("Ann Lee").code)
    assert database.read(next_redo, event.id, **HERE) is None


def test_acts_at_another_event_are_not_this_events(
    database: Any, do: Any, event: Event, now: datetime, pieter: Attendee
) -> None:
    from mixer_app.domain.events import EventPlanning
    from mixer_app.services.events import create_event

    other = do(create_event, EventPlanning(name="Other", starts_at=datetime(2025, 3, 5, 18, 30)))
    assert database.read(next_undo, other.id, **HERE) is None
    do(apply_rules, other.id, MatchingRules(floor=0.4))
    found = database.read(next_undo, event.id, **HERE)
    assert found is not None
    assert found.sentence == "Checked in Pieter Botha"
