"""What undo and redo mean at a station: its own changes, of the kinds that a page is about."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import Event, MatchingRules
from mixer_app.domain.staff_roles import StaffRole
from mixer_app.services.check_in import check_in
from mixer_app.services.journal import PLAN_KINDS, latest_change
from mixer_app.services.matching_rules import apply_rules
from mixer_app.services.undo_rights import NOT_YOURS
from mixer_app.ui.undoing import NO_WAY_BACK, redo_latest, undo_latest, way_back


@pytest.fixture
def rules_changed(database: Any, event: Event, clock: Callable[[], datetime]) -> None:
    """Desk 1 has changed how people are matched."""
    rules = MatchingRules(floor=0.4)
    database.write(apply_rules, event.id, rules, station="Desk 1", now=clock())


def test_a_page_about_plans_passes_over_what_happened_at_the_door(
    database: Any, event: Event, rules_changed: None, add: Callable[..., Any], clock: Callable[[], datetime]
) -> None:
    ann = add("Ann Lee", role="mentee")
    database.write(check_in, event.id, ann.code, station="Desk 1", now=clock())
    where: dict[str, Any] = {"station": "Desk 1", "kinds": PLAN_KINDS}
    told = database.read(way_back, event.id, **where)
    assert told.redo == ""
    said = database.write(undo_latest, event.id, now=clock(), **where)
    assert said == f"Undone: {told.undo}"
    assert database.read(way_back, event.id, **where).redo == told.undo
    assert database.write(undo_latest, event.id, station="Desk 1", now=clock()).startswith("Undone: ")
    assert database.write(redo_latest, event.id, now=clock(), **where) == f"Done again: {told.undo}"


def test_another_station_has_nothing_to_take_back(
    database: Any, event: Event, rules_changed: None, clock: Callable[[], datetime]
) -> None:
    assert database.read(way_back, event.id, station="Desk 2", kinds=PLAN_KINDS) == NO_WAY_BACK
    with pytest.raises(MixerError, match="nothing to undo at this station"):
        database.write(undo_latest, event.id, station="Desk 2", now=clock(), kinds=PLAN_KINDS)


def test_what_the_organizer_did_last_is_refused_to_a_helper_and_nothing_older_goes_in_its_place(
    database: Any, event: Event, add: Callable[..., Any], clock: Callable[[], datetime]
) -> None:
    said: dict[str, Any] = {"station": "Desk 1", "now": clock()}
    ann = add("Ann Lee")
    database.write(check_in, event.id, ann.code, **said)
    database.write(apply_rules, event.id, MatchingRules(floor=0.4), **said)
    before = database.read(latest_change)
    for service in (undo_latest, redo_latest):
        with pytest.raises(MixerError) as refused:
            database.write(service, event.id, role=StaffRole.HELPER, **said)
        assert str(refused.value) in (NOT_YOURS, "There is nothing to do again at this station.")
    assert database.read(latest_change) == before
    database.write(undo_latest, event.id, role=StaffRole.ORGANIZER, **said)
    with pytest.raises(MixerError, match="for the organizer to take back"):
        database.write(redo_latest, event.id, role=StaffRole.HELPER, **said)
    assert database.write(redo_latest, event.id, **said).startswith("Done again: ")


def test_a_helper_takes_back_a_check_in(
    database: Any, event: Event, add: Callable[..., Any], clock: Callable[[], datetime]
) -> None:
    said: dict[str, Any] = {"station": "Desk 1", "now": clock(), "role": StaffRole.HELPER}
    ann = add("Ann Lee")
    database.write(check_in, event.id, ann.code, station="Desk 1", now=clock())
    assert database.write(undo_latest, event.id, **said) == "Undone: Checked in Ann Lee"
    assert database.write(redo_latest, event.id, **said) == "Done again: Checked in Ann Lee"
