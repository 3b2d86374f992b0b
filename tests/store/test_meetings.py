"""Who met whom: by the latest plan, under older ones, and without any."""

from mixer_app.store.meetings import Met, add_meetings, earlier_meetings, met_by, were_introduced


def test_two_are_introduced_whichever_way_round_they_are_named(database, event, add, introduce, now):
    ann, bob, eve = add("Ann Smith", role="mentor"), add("Bob Jones"), add("Eve Adams")
    introduce((ann, bob))
    assert database.read(were_introduced, event.id, ann.id, bob.id)
    assert database.read(were_introduced, event.id, bob.id, ann.id)
    assert not database.read(were_introduced, event.id, ann.id, eve.id)
    database.write(add_meetings, event.id, [(ann.id, eve.id)], at=now, station="Desk 1")
    assert database.read(were_introduced, event.id, eve.id, ann.id)


def test_talks_are_listed_by_round_and_those_outside_the_plan_come_last(database, event, add, introduce, now):
    ann, bob, eve, joy = add("Ann Smith", role="mentor"), add("Bob Jones"), add("Eve Adams"), add("Joy Cole")
    introduce((ann, eve), (ann, bob), took_place=True)
    introduce((ann, bob))
    database.write(add_meetings, event.id, [(ann.id, joy.id), (ann.id, bob.id)], at=now, station="Desk 1")
    assert [(one.mentee_id, one.round) for one in database.read(met_by, event.id, ann.id)] == [
        (bob.id, 1),
        (eve.id, 1),
        (joy.id, 0),
    ]
    assert database.read(met_by, event.id, joy.id) == [Met(mentor_id=ann.id, mentee_id=joy.id, took_place=True)]
    assert [one.mentee_id for one in database.read(earlier_meetings, event.id)] == [eve.id]
