"""What is kept of an evening for good: nothing below five, and nothing that leaves so few."""

from collections import Counter
from dataclasses import fields
from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mixer_app.domain.paper import AnswerCounts, EventReport, Supply, YearCount
from mixer_app.services.forgotten_figures import _made, _plain
from mixer_app.services.safe_figures import safe_part, safe_report

COUNT = st.integers(0, 40)
START = datetime(2026, 3, 5, 18, 0)


@st.composite
def reports(draw):
    came = draw(COUNT)
    counts = st.lists(st.tuples(st.integers(0, 8), COUNT), max_size=6, unique_by=lambda pair: pair[0]).map(tuple)
    answers = st.builds(AnswerCounts, people=COUNT, yes=COUNT, no=COUNT, referred=COUNT, open=COUNT)
    supplies = st.lists(st.builds(Supply, name=st.just("Finance"), wanted=COUNT, offered=COUNT), max_size=3).map(tuple)
    held, planned = sorted(draw(st.tuples(COUNT, COUNT)))
    mentees, mentors = draw(st.integers(0, came)), draw(st.integers(0, came))
    return EventReport(
        event_name="Mixer", day=date(2026, 3, 5), rounds=3, minutes=4, tables=draw(COUNT),
        registered=came + draw(COUNT), came=came, mentors=mentors, mentees=mentees, introductions_planned=planned,
        introductions_held=held, strong_mentees=draw(st.integers(0, mentees)), strong=0.6,
        mutual_matches=draw(st.integers(0, held)), mentors_with_match=draw(st.integers(0, mentors)),
        late_arrivals=draw(st.integers(0, came)),
        arrivals=tuple((START + timedelta(minutes=at), room) for at, room in enumerate(draw(st.lists(COUNT)))),
        round_times=((START, START + timedelta(minutes=4)),),
        years=(YearCount(label="2026", came=came, registered=came),),
        meetings_per_mentee=draw(counts), mutual_per_mentee=draw(counts),
        scores=tuple(draw(st.lists(st.floats(0, 1), max_size=30))),
        mentor_loads=tuple(draw(st.lists(st.integers(0, 9)))),
        needs=draw(supplies), topics=draw(supplies), mentee_answers=draw(answers), mentor_answers=draw(answers),
    )  # fmt: skip


@given(reports())
def test_no_count_of_people_is_small(report):
    safe = safe_report(report)
    counts = [getattr(safe, one.name) for one in fields(EventReport) if type(getattr(safe, one.name)) is int]
    counts = [*counts[2:]]  # rounds and minutes are no people
    for part in (safe.mentee_answers, safe.mentor_answers):
        counts += [part.people, *part.parts]
    for spread in (safe.meetings_per_mentee, safe.mutual_per_mentee):
        counts += [count for _, count in spread]
    counts += [*Counter(safe.scores).values(), *Counter(safe.mentor_loads).values()]
    counts += [count for one in (*safe.needs, *safe.topics) for count in (one.wanted, one.offered)]
    counts += [room for _, room in safe.arrivals]
    assert not [count for count in counts if 0 < count < 5]


@given(reports())
def test_parts_and_their_wholes_tell_no_small_rest(report):
    safe = safe_report(report)
    for part, whole in (
        (safe.strong_mentees, report.mentees),
        (safe.mutual_matches, report.introductions_held),
        (safe.late_arrivals, report.came),
    ):
        assert not 0 < whole - part < 5 or part == 0


@given(reports())
def test_figures_are_the_same_after_a_way_through_json(report):
    import json
    from dataclasses import asdict

    safe = safe_report(report)
    assert _made(EventReport, json.loads(json.dumps(_plain(asdict(safe))))) == safe


def test_a_part_is_told_where_both_it_and_the_rest_are_large():
    assert [safe_part(part, 20) for part in (0, 3, 5, 15, 17, 20)] == [0, 0, 5, 15, 20, 20]
