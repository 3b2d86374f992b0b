"""Where someone sits first: after the rounds that are over, by the clock or by who keeps it."""

from datetime import timedelta

import pytest

from mixer_app.services.kiosk_seat import first_seat, is_plan_out
from mixer_app.services.planning import publish
from mixer_app.services.wall_clock import moment_of


@pytest.fixture
def ada(add):
    return add("Adaeze Nnamdi")


@pytest.fixture
def plan(ada, add, introduce):
    """Round 1 with one mentor, round 2 with another."""
    return introduce((add("Mo One", role="mentor"), ada), (add("Mi Two", role="both"), ada))


@pytest.fixture
def seat(database, event, ada):
    """The first seat so many minutes after the event begins."""

    def ask(minutes=-10):
        at = moment_of(event.starts_at + timedelta(minutes=minutes))
        return database.read(first_seat, event.id, ada.id, now=at)

    return ask


@pytest.fixture
def out(database, plan, event):
    before = moment_of(event.starts_at - timedelta(minutes=30))
    database.write(publish, plan.id, station="Control", now=before)


def test_nothing_is_told_before_the_plan_is_out(database, event, plan, seat):
    assert seat() is None
    assert not database.read(is_plan_out, event.id)


def test_before_the_evening_it_is_the_first_round(database, event, out, seat):
    assert database.read(is_plan_out, event.id)
    assert (seat().round, seat().mentor.name, seat().starts_at) == (1, "Mo One", event.starts_at)


@pytest.mark.parametrize(("minutes", "expected"), [(9, 1), (10, 2), (12, 2), (21, 2)])
def test_whoever_comes_late_is_sent_to_the_round_that_runs_or_comes(out, seat, minutes, expected):
    assert seat(minutes).round == expected
    assert not seat(minutes).after_break


def test_after_the_last_seat_there_is_none(out, seat):
    assert seat(23) is None


def test_who_keeps_the_clock_knows_better_than_it(event, out, seat, come_to_round):
    come_to_round(1)
    assert seat(60).round == 1
    come_to_round(1, over=True)
    assert seat(60).round == 2


def test_a_newer_plan_that_is_not_out_is_not_told(out, seat, introduce, ada, add):
    introduce((add("Other Mentor", role="mentor"), ada))
    assert seat().mentor.name == "Mo One"
