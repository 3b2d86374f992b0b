"""After the evening: pairs who go on, who is to be asked now, and what may be said of it."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mixer_app.domain.errors import MixerError
from mixer_app.domain.matches import MatchDecision
from mixer_app.domain.programme import ContactCheck, ContactFigures, GoalState, HowOften, PairState
from mixer_app.services.answers import Answer, record_answer
from mixer_app.services.events import create_event
from mixer_app.services.forgetting import forget_event
from mixer_app.services.journal import activity, undo
from mixer_app.services.matches import decide_match
from mixer_app.services.merging import merge_people
from mixer_app.services.programme import figures_in_words, note_contact, programme, wilson

EARLY, DUE = date(2026, 5, 1), date(2026, 6, 5)
SAID = {"station": "Control"}
FINE = ContactCheck(in_touch=True, how_often=HowOften.MONTHLY, goal=GoalState.PARTLY, goes_on=True, note="Likes it")


@pytest.fixture
def pairs(database, event, add, introduce, now):
    """Mutual matches: `pairs(3)` gives three (mentor, mentee)."""

    def build(count, to=event):
        made = [
            (add(f"Mentor Number{one}", role="mentor", to=to), add(f"Mentee Number{one}", goal="Move", to=to))
            for one in range(count)
        ]
        introduce(*made, of=to)
        for mentor, mentee in made:
            for one, other in ((mentor, mentee), (mentee, mentor)):
                database.write(record_answer, to.id, one.id, other.id, Answer.YES, now=now, **SAID)
        return made

    return build


@pytest.fixture
def note(database, now):
    """Note how a pair fares: `note(pair, FINE)`."""
    return lambda pair, check: database.write(note_contact, pair[0].id, pair[1].id, check, now=now, **SAID)


def test_a_mutual_match_is_to_be_asked_three_months_later_on_a_working_day(database, event, pairs):
    ((mentor, mentee),) = pairs(1)
    (pair,) = database.read(programme, today=EARLY).pairs
    assert (pair.mentor, pair.mentee, pair.goal) == (mentor.name.full, mentee.name.full, "Move")
    assert (pair.state, pair.due) == (PairState.LATER, DUE)
    known = database.read(programme, today=DUE)
    assert (known.pairs[0].state, known.due) == (PairState.DUE, 1)


def test_a_yes_alone_is_no_pair(database, event, add, introduce, now):
    mentor, mentee = add("Ann Smith", role="mentor"), add("Bob Jones")
    introduce((mentor, mentee))
    database.write(record_answer, event.id, mentee.id, mentor.id, Answer.YES, now=now, **SAID)
    assert database.read(programme, today=DUE).pairs == ()
    with pytest.raises(MixerError, match="no mutual match"):
        database.write(note_contact, mentor.id, mentee.id, FINE, now=now, **SAID)


def test_what_staff_were_told_is_kept_and_can_be_taken_back_and_told_again(database, event, pairs, note, now):
    (pair,) = pairs(1)
    entry = note(pair, FINE)
    (known,) = database.read(programme, today=DUE).pairs
    assert (known.state, known.check) == (PairState.DONE, FINE)
    told = f"Noted how {pair[1].name.full} and {pair[0].name.full} fare"
    assert database.read(activity, event.id)[0].sentence == told
    database.write(undo, entry, now=now, **SAID)
    assert database.read(programme, today=DUE).pairs[0].state is PairState.DUE
    database.write(undo, database.read(activity, event.id)[0].id, now=now, **SAID)
    assert database.read(programme, today=DUE).pairs[0].check == FINE


def test_an_older_note_is_not_taken_back_over_a_newer_one(database, pairs, note, now):
    (pair,) = pairs(1)
    entry = note(pair, FINE)
    note(pair, replace(FINE, goal=GoalState.REACHED))
    with pytest.raises(MixerError, match="changed again"):
        database.write(undo, entry, now=now, **SAID)


def test_noting_the_same_twice_is_noting_it_once_and_an_empty_form_takes_it_back(database, pairs, note):
    (pair,) = pairs(1)
    assert note(pair, FINE) is not None
    assert note(pair, replace(FINE, note="  Likes   it ")) is None
    assert note(pair, ContactCheck()) is not None
    assert database.read(programme, today=DUE).pairs[0].check is None
    assert note(pair, ContactCheck(note="  ")) is None


def test_two_who_were_not_in_touch_have_no_how_often(database, pairs, note):
    (pair,) = pairs(1)
    note(pair, replace(FINE, in_touch=False))
    assert database.read(programme, today=DUE).pairs[0].check.how_often is None


def test_figures_over_events_count_each_pair_once(database, event, pairs, note, now):
    later = replace(event, name="Autumn mixer", starts_at=event.starts_at + timedelta(days=180))
    later = database.write(create_event, later, now=now, **SAID)
    first = pairs(8)
    pairs(2, to=later)
    for number, pair in enumerate(first):
        note(pair, ContactCheck(in_touch=number < 6, goes_on=number < 5))
    known = database.read(programme, today=DUE)
    assert known.overall == ContactFigures(name="", matches=10, asked=8, in_touch=6, go_on=5)
    assert [(one.name, one.asked) for one in known.events] == [("Autumn mixer", 0), (event.name, 8)]


@pytest.mark.parametrize(
    ("asked", "in_touch", "told"),
    [
        (4, 2, "Too few pairs have been asked to say how many are in touch."),
        (20, 3, "Of 20 pairs asked after three months fewer than 5 had been in touch."),
        (20, 18, "Of 20 pairs asked after three months all but fewer than 5 had been in touch."),
        (24, 15, "Of 24 pairs asked after three months 15 (62 %, likely 43 to 79 %) had been in touch."),
    ],
)
def test_small_counts_are_not_told(asked, in_touch, told):
    figures = ContactFigures(name="", matches=asked, asked=asked, in_touch=in_touch, go_on=0)
    assert figures_in_words(figures) == told


@given(st.integers(1, 500).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_the_interval_of_a_share_holds_it_and_stays_a_share(counts):
    part, whole = counts
    low, high = wilson(part, whole)
    assert 0 <= low <= part / whole + 1e-12
    assert part / whole - 1e-12 <= high <= 1


def test_pairs_of_a_forgotten_event_are_gone_and_their_count_stays(database, event, pairs, note, now):
    made = pairs(12)
    for number, pair in enumerate(made):
        note(pair, ContactCheck(in_touch=number < 6, note="Private"))
    forget_event(database, event.id, now=now, dice=Random(1), **SAID)
    known = database.read(programme, today=DUE)
    assert known.pairs == ()
    assert (known.overall.matches, known.overall.asked, known.overall.in_touch) == (12, 12, 6)


def test_what_is_known_of_a_pair_goes_along_when_doubles_are_merged(database, event, pairs, note, add, now):
    (pair,) = pairs(1)
    note(pair, FINE)
    double = add("Mentee Number0", email="other@example.org")
    merged = database.write(merge_people, event.id, [double.id, pair[1].id], {}, now=now, **SAID)
    (known,) = database.read(programme, today=DUE).pairs
    assert (known.mentee_id, known.check) == (merged.attendee.id, FINE)
    database.write(undo, merged.entry_id, now=now, **SAID)
    assert database.read(programme, today=DUE).pairs[0].mentee_id == pair[1].id


def test_two_of_whom_staff_decided_that_they_do_not_go_on_are_not_asked(database, event, pairs, now):
    ((mentor, mentee),) = pairs(1)
    database.write(decide_match, event.id, mentor.id, mentee.id, MatchDecision.ENDED, now=now, **SAID)
    assert database.read(programme, today=DUE).pairs == ()
