from dataclasses import replace
from types import ModuleType

import pytest

from mixer_app.domain.paper import Supply
from mixer_app.domain.roles import Role
from mixer_app.printing import report_words
from mixer_app.printing.small_counts import Column


def test_each_sentence_for_next_time_comes_from_a_figure(sample: ModuleType):
    sentences = [sentence for sentence, _ in report_words.next_time(sample.event_report())]
    assert sentences == [
        "Invite mentors for relocation and clinical to administrative; both ran short.",
        "Open the doors ten minutes earlier: eleven people came after 18:00.",
        "Ask for the answers before the last round; 34 per side are missing.",
    ]


def test_a_figure_that_is_small_gives_no_sentence(sample: ModuleType):
    calm = replace(sample.event_report(), needs=(), topics=(), late_arrivals=4)
    calm = replace(
        calm, mentee_answers=replace(calm.mentee_answers, open=2), mentor_answers=replace(calm.mentor_answers, open=0)
    )
    assert report_words.next_time(calm) == []


@pytest.mark.parametrize(
    ("column", "unit", "text"),
    [
        (Column(4, 4, 9), "meeting", "4 meetings"),
        (Column(1, 1, 9), "meeting", "1 meeting"),
        (Column(0, 0, 9), "", "none"),
        (Column(0, 2, 9), "meeting", "0 to 2 meetings"),
    ],
)
def test_columns_say_what_they_hold(column: Column, unit: str, text: str):
    assert report_words.column(column, Column(9, 9, 1), unit) == text


def test_the_last_joined_column_is_open_ended():
    last = Column(3, 5, 12)
    assert report_words.column(last, last, "") == "3 or more"


def test_the_shortest_supply_comes_first():
    rows = [Supply(name=name, wanted=wanted, offered=offered) for name, wanted, offered in
            (("a", 10, 20), ("b", 20, 10), ("c", 12, 2), ("d", 15, 30))]  # fmt: skip
    assert [row.name for row in report_words.by_shortage(rows)] == ["c", "b", "d", "a"]


def test_loads_are_one_range(sample: ModuleType):
    assert report_words.mentor_loads(sample.event_report()) == "Mentors hosted 4 or 5 introductions each."
    assert report_words.mentor_loads(replace(sample.event_report(), mentor_loads=(4,) * 3)) == ""


def test_someone_who_met_nobody_is_not_pointed_at(sample: ModuleType):
    assert "nearly every mentee met a mentor" in report_words.lead(
        replace(sample.event_report(), meetings_per_mentee=((0, 1), (4, 49)))
    )
    assert "40 of 50 mentees met a mentor" in report_words.lead(
        replace(sample.event_report(), meetings_per_mentee=((0, 10), (4, 40)))
    )


def test_each_figure_is_compared_with_the_event_before(sample: ModuleType):
    told = {label: notes for _, label, notes in report_words.figures(sample.event_report())}
    assert told == {
        "people came": ("104 registered", "74 came in 2026"),
        "introductions": ("151 held in 2026",),
        "mentees: a strong match": ("score 0.6 or more", "31 of 43 in 2026"),
        "mutual matches": ("42 in 100 introductions", "57 in 2026"),
    }


def test_small_counts_of_the_event_before_are_not_told(sample: ModuleType):
    report = sample.event_report()
    *earlier, before, now = report.years
    few = replace(before, mentees=43, strong=41, mutual=3)
    notes = [one for _, _, told in report_words.figures(replace(report, years=(*earlier, few, now))) for one in told]
    assert "nearly all in 2026" in notes
    assert "fewer than 5 in 2026" in notes
    unknown = replace(before, introductions=0, mutual=None)
    notes = [
        one for _, _, told in report_words.figures(replace(report, years=(*earlier, unknown, now))) for one in told
    ]
    assert [one for one in notes if "2026" in one] == ["74 came in 2026"]


def test_few_who_stayed_away_or_talks_that_were_not_held_cannot_be_subtracted(sample: ModuleType):
    report = sample.event_report()
    full = replace(report, registered=report.came + 2, introductions_planned=report.introductions_held + 3)
    notes = [note for _, _, told in report_words.figures(full) for note in told]
    assert not any("registered" in note or "planned" in note for note in notes)
    assert report_words.registered(full) == ""
    assert report_words.registered(report) == str(report.registered)


def test_few_introductions_without_a_match_are_not_told(sample: ModuleType):
    nearly = replace(sample.event_report(), mutual_matches=sample.event_report().introductions_held - 1)
    assert report_words.lead(nearly).endswith("In nearly all introductions both said they want to stay in touch.")
    assert [value for value, *_ in report_words.figures(nearly)][3] == "nearly all"
    assert report_words.figures(nearly)[3][2][0] == "57 in 2026"


def test_few_who_met_nobody_cannot_be_subtracted(sample: ModuleType):
    report = sample.event_report()
    most = replace(report, sheets=report.came - 1, sheets_in=report.came - 1)
    assert report_words.people_who_answered(most) == "nearly all"
    assert "people answered" not in report_words.stay_subtitle(most)
    some = replace(report, sheets=report.came - 1, sheets_in=report.came - 20)
    assert report_words.people_who_answered(some) == str(report.came - 20)
    one_less = replace(report, mentee_answers=replace(report.mentee_answers, people=report.mentees - 1))
    assert report_words.side_answering(one_less, Role.MENTEE) == "Mentees"


def test_few_who_are_both_cannot_be_worked_out(sample: ModuleType):
    report = sample.event_report()
    few = replace(report, mentors=report.came - report.mentees + 2)
    assert report_words.side_answering(few, Role.MENTOR) == "Mentors"
    assert f"of {few.mentors} mentors" not in report_words.mutual_subtitle(few, 1)
    none = replace(report, mentors=report.came - report.mentees)
    assert f"of {none.mentors} mentors" in report_words.mutual_subtitle(none, 1)
