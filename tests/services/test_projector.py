"""What projectors show is stored, told to every station, and taken back; and who goes to which table."""

from datetime import timedelta

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.domain.plans import Introduction, QualityFigures
from mixer_app.domain.projector import ProjectorLayout, ProjectorState
from mixer_app.services.changes import changes_since
from mixer_app.services.check_in import mark_left
from mixer_app.services.journal import activity, latest_change, undo
from mixer_app.services.planning import publish
from mixer_app.services.projector import (
    change_projector,
    projector_facts,
    projector_state,
    tables_of_round,
)
from mixer_app.store.plans import save_plan
from mixer_app.store.settings import write_settings


@pytest.fixture
def choose(database, event, now):
    def act(**chosen):
        return database.write(change_projector, event.id, station="Control", now=now, **chosen)

    return act


@pytest.fixture
def planned(database, event, now):
    """Store and publish a plan of these seats: (round, table, mentor, mentee)."""
    quality = QualityFigures(
        meetings=1, fewest=0, kept=0, strong_mentees=0, discovery_mentees=0, total_score=0.5, optimal=False,
        bound_meetings=1, bound_score=1.0,
    )  # fmt: skip

    def plan(*seats, mentees, out=True):
        meetings = [
            Introduction(round=number, table=table, mentor_id=mentor.id, mentee_id=mentee.id, score=0.5)
            for number, table, mentor, mentee in seats
        ]
        made = database.write(
            save_plan, event.id, introductions=meetings, quality=quality, rounds=5, now=now, station="Control",
            mentee_ids=[one.id for one in mentees], mentor_ids=sorted({mentor.id for _, _, mentor, _ in seats}),
        )  # fmt: skip
        return database.write(publish, made.id, station="Control", now=now) if out else made

    return plan


@pytest.fixture
def listed(database, event):
    """The lines of a round of the plan that is out, as (label, table)."""

    def read(number):
        plan_id = database.read(projector_facts, event.id).plan_id
        return [(line.label, line.table) for line in database.read(tables_of_round, event.id, plan_id, number)]

    return read


CHOSEN = ProjectorState(layout=ProjectorLayout.MESSAGE, message="Dinner is served", muted=True, light=True, codes=True)


def test_what_nobody_chose_has_its_default_and_what_is_chosen_is_kept(choose, database, event):
    assert database.read(projector_state, event.id) == ProjectorState()
    chosen = {name: getattr(CHOSEN, name) for name in ("layout", "message", "muted", "light", "codes")}
    assert choose(**chosen) == CHOSEN
    assert database.read(projector_state, event.id) == CHOSEN
    assert database.read(projector_facts, event.id).state == CHOSEN


def test_a_choice_is_in_the_journal_once_and_touches_nobody_in_the_lists(choose, database, event):
    before = database.read(latest_change)
    choose(layout=ProjectorLayout.TABLES)
    choose(layout=ProjectorLayout.TABLES)
    assert database.read(latest_change) > before
    assert database.read(latest_change) == before + 1
    assert not database.read(changes_since, event.id, before)
    assert database.read(activity, event.id)[0].sentence == "Put the tables on the projectors"


def test_a_choice_is_taken_back_and_made_again(choose, database, event, now):
    choose(message="Dinner is served")
    entry = database.read(activity, event.id)[0]
    assert (entry.sentence, entry.can_undo) == ("Put a message on the projectors", True)
    database.write(undo, entry.id, station="Control", now=now)
    assert database.read(projector_state, event.id).message == ""
    back = database.read(activity, event.id)[0]
    database.write(undo, back.id, station="Control", now=now)
    assert database.read(projector_state, event.id).message == "Dinner is served"


def test_two_stations_that_choose_two_things_both_have_their_way(choose, database, event):
    choose(muted=True)
    choose(message="Hello")
    assert database.read(projector_state, event.id) == ProjectorState(muted=True, message="Hello")


def test_what_does_not_fit_is_refused_and_nothing_is_changed(choose, database, event):
    with pytest.raises(MixerError, match="too long"):
        choose(muted=True, message="word " * 30)
    assert database.read(projector_state, event.id) == ProjectorState()


def test_what_a_newer_version_wrote_has_its_default(database, event):
    database.write(write_settings, event.id, {"projector_layout": "hologram", "projector_muted": "yes"})
    assert database.read(projector_state, event.id) == ProjectorState()


def test_mentees_are_listed_with_their_table_and_who_is_free_has_a_break(add, planned, listed):
    ada, bo, cy = add("Ada Nnamdi"), add("Bo Li"), add("Cy Roe")
    mo, mi = add("Mo One", role="mentor"), add("Mi Two", role="mentor")
    planned((1, 1, mo, ada), (1, 2, mi, bo), (2, 1, mo, bo), (2, 2, mi, cy), mentees=[ada, bo, cy])
    assert listed(1) == [("Ada N.", 1), ("Bo L.", 2), ("Cy R.", None)]
    assert listed(2) == [("Ada N.", None), ("Bo L.", 1), ("Cy R.", 2)]


def test_a_mentor_is_listed_only_in_a_round_in_which_the_table_is_another(add, planned, listed):
    ada, mo = add("Ada Nnamdi"), add("Mo One", role="mentor")
    planned((1, 1, mo, ada), (2, 1, mo, ada), (3, 7, mo, ada), mentees=[ada])
    assert [("Mo O.", 7) in listed(number) for number in (1, 2, 3)] == [False, False, True]


def test_someone_with_both_roles_finds_the_table_of_their_own(add, planned, listed):
    ada, mo, sam = add("Ada Nnamdi"), add("Mo One", role="mentor"), add("Sam Both", role="both")
    planned((1, 1, mo, sam), (2, 5, sam, ada), mentees=[ada, sam])
    assert ("Sam B.", 1) in listed(1)
    assert ("Sam B.", 5) in listed(2)


def test_only_the_newest_published_plan_is_shown(add, planned, listed, database, event):
    ada, mo = add("Ada Nnamdi"), add("Mo One", role="mentor")
    assert database.read(projector_facts, event.id).plan_id is None
    planned((1, 1, mo, ada), mentees=[ada])
    planned((1, 2, mo, ada), mentees=[ada])
    planned((1, 3, mo, ada), mentees=[ada], out=False)
    assert listed(1) == [("Ada N.", 2)]


def test_people_who_went_home_are_not_looked_for(add, planned, listed, database, event, now, arrive):
    ada, bo, mo = add("Ada Nnamdi"), add("Bo Li"), add("Mo One", role="mentor")
    arrive(ada, bo)
    planned((1, 1, mo, ada), mentees=[ada, bo])
    database.write(mark_left, event.id, bo.code, station="Desk", now=now + timedelta(minutes=1))
    assert listed(1) == [("Ada N.", 1)]


def test_an_event_may_show_codes(choose, add, planned, listed):
    ada, mo = add("Ada Nnamdi"), add("Mo One", role="mentor")
    planned((1, 4, mo, ada), mentees=[ada])
    choose(codes=True)
    assert listed(1) == [(ada.code[:4], 4)]
