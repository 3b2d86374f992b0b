"""Which evening a station goes on with that is opened anew."""

from datetime import timedelta

from mixer_app.services.running_event import running_event


def test_it_is_the_one_whose_rounds_are_held(database, event, now, come_to_round):
    assert database.read(running_event, now=now) is None
    come_to_round(2)
    assert database.read(running_event, now=now + timedelta(minutes=1)) == event


def test_one_that_is_over_or_was_left_paused_days_ago_is_none(database, event, now, come_to_round):
    come_to_round(2)
    assert database.read(running_event, now=now + timedelta(days=1)) is None
    come_to_round(event.rounds, over=True)
    assert database.read(running_event, now=now + timedelta(minutes=1)) is None
