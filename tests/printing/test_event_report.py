from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from mixer_app.domain.paper import AnswerCounts, Supply
from mixer_app.printing.event_report import write_event_report
from mixer_app.printing.paper import PrintKit


@pytest.fixture
def text_of(tmp_path: Path, kit: PrintKit, read: Callable) -> Callable:
    def written(report) -> str:
        write_event_report(report, tmp_path / "report.pdf", kit=kit)
        return read(tmp_path / "report.pdf").all_text()

    return written


def test_the_result_is_one_sentence_made_from_the_figures(text_of: Callable, sample: ModuleType):
    text = text_of(sample.event_report())
    assert "Ninety people came, and every mentee met at least three mentors." in text
    assert "In 83 of 196 introductions both said they want to stay in touch." in text
    assert "Five rounds of 12 minutes at 40 tables" in text


def test_two_pages_and_the_table_with_title_and_foot_in_place(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    report = write_event_report(sample.event_report(), tmp_path / "report.pdf", kit=kit)
    assert (report.pages, report.not_printed) == (3, [])
    written = read(tmp_path / "report.pdf")
    assert written.place("Attendance").top == pytest.approx(110.2, abs=0.5)
    assert written.place("Meetings per mentee").top == pytest.approx(194.6, abs=0.5)
    assert written.place("Page 2 of 3", 1).right == pytest.approx(192, abs=0.6)
    for page in (0, 1, 2):
        ink = written.pixels(page) < 250
        margin = round(17.5 * 150 / 25.4)
        assert not ink[:, :margin].any()
        assert not ink[:, -margin:].any()


def test_counts_below_five_are_not_told(text_of: Callable, sample: ModuleType):
    needs = (Supply(name="Relocation", wanted=9, offered=3), Supply(name="Exploring", wanted=2, offered=9))
    text = text_of(replace(sample.event_report(), needs=needs, topics=(), mutual_matches=3))
    assert text.count("fewer than 5") >= 3
    assert "Relocation short" in text
    assert "short by" not in text
    assert "In few of 196 introductions" in text


def test_a_shortage_below_five_is_not_named(text_of: Callable, sample: ModuleType):
    topics = (Supply(name="Negotiation", wanted=13, offered=9),)
    text = text_of(replace(sample.event_report(), needs=(), topics=topics))
    assert "short" not in text.replace("ran short", "")
    assert "Invite mentors" not in text


def test_what_is_left_of_a_total_is_not_told_either(text_of: Callable, sample: ModuleType):
    text = text_of(replace(sample.event_report(), strong_mentees=48))
    assert "48 of 50" not in text
    assert "nearly all" in text


def test_under_twenty_attendees_there_are_figures_only(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    few = replace(sample.event_report(), came=19, mentors=9, mentees=10, strong_mentees=10)
    assert write_event_report(few, tmp_path / "few.pdf", kit=kit).pages == 1
    text = read(tmp_path / "few.pdf").text()
    assert "people came" in text
    assert "Meetings per mentee" not in text
    assert "Attendance" not in text
    assert "Page 1 of 1" in text


def test_a_first_event_has_no_years(text_of: Callable, sample: ModuleType):
    text = text_of(replace(sample.event_report(), years=()))
    assert "Year by year" not in text
    assert "came in 2026" not in text


def test_answers_not_typed_in_are_said_and_not_drawn(text_of: Callable, sample: ModuleType):
    empty = AnswerCounts(people=50, yes=8, no=4, referred=0, open=184)
    text = text_of(replace(sample.event_report(), mentee_answers=empty, mentor_answers=replace(empty, people=40)))
    assert "Answers: 24 of 392 entered." in text
    assert "Mutual matches per mentee" not in text
    assert "both said" not in text


def test_how_much_it_helped_is_told_where_enough_said_so(text_of: Callable, sample: ModuleType):
    report = sample.event_report()
    text = text_of(report)
    assert "“This helped”: 4.2 of 5 on average, from 151 answers." in text
    assert "82 of 90 people answered" in text
    assert "“This helped”" not in text_of(replace(report, helped=(0, 0, 1, 2, 1)))
    assert "people answered" not in text_of(replace(report, sheets_in=88))


def test_over_eighty_mentees_a_ring_is_ten_people(text_of: Callable, sample: ModuleType):
    many = replace(sample.event_report(), mentees=300, meetings_per_mentee=((3, 100), (4, 200)))
    assert "A ring is 10 people" in text_of(many)


def test_a_report_without_anything_is_still_a_report(tmp_path: Path, kit: PrintKit, sample: ModuleType):
    nobody = AnswerCounts(people=0, yes=0, no=0, referred=0, open=0)
    empty = replace(
        sample.event_report(),
        came=25,
        mentors=0,
        mentees=0,
        introductions_held=0,
        introductions_planned=0,
        scores=(),
        strong_mentees=0,
        mutual_matches=0,
        arrivals=(),
        round_times=(),
        years=(),
        meetings_per_mentee=(),
        needs=(),
        topics=(),
        mentor_loads=(),
        mutual_per_mentee=(),
        mentee_answers=nobody,
        mentor_answers=nobody,
        mentors_with_match=0,
    )
    assert write_event_report(empty, tmp_path / "empty.pdf", kit=kit).pages == 3


@pytest.fixture
def table_of(tmp_path: Path, kit: PrintKit, read: Callable) -> Callable:
    """The pages after the charts, as text."""

    def written(report) -> str:
        pages = write_event_report(report, tmp_path / "report.pdf", kit=kit).pages
        return " ".join(read(tmp_path / "report.pdf").text(page) for page in range(2, pages))

    return written


def test_every_figure_of_the_charts_is_in_the_table(table_of: Callable, sample: ModuleType):
    table = table_of(sample.event_report())
    for row in (
        "Registered 104",
        "Introductions held 196",
        "17:30 37",
        "2026 97 74",
        "4 34",
        "0.6 to 0.7 58",
        "New position 19 24",
        "Finance 18 12",
        "Yes, stay in touch 121 112",
        "People who answered 82 of 90",
        "Referrals to another mentor 7",
        "1 to 2 6 3 21 4 58 5 66",
        "3 or more 12",
    ):
        assert row in table, row


def test_the_table_tells_no_small_count_either(table_of: Callable, sample: ModuleType):
    needs = (Supply(name="Relocation", wanted=9, offered=3), Supply(name="Teaching", wanted=0, offered=9))
    report = replace(
        sample.event_report(),
        needs=needs,
        topics=(),
        mutual_matches=3,
        late_arrivals=2,
        referrals=3,
        sheets_in=87,
        helped=(0, 0, 1, 2, 1),
        meetings_per_mentee=((3, 2), (4, 42), (5, 6)),
    )
    table = table_of(report)
    assert "Relocation 9 fewer than 5" in table
    assert "Teaching fewer than 5 9" in table
    assert "Mutual matches fewer than 5" in table
    assert "had begun fewer than 5" in table
    assert "3 or 4 44" in table
    assert "another mentor fewer than 5" in table
    assert "People who answered nearly all" in table
    assert "This helped" not in table


def test_many_needs_and_topics_run_on_to_more_columns_and_pages(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    topics = tuple(Supply(name=f"Topic {number}", wanted=20, offered=30) for number in range(150))
    written = write_event_report(replace(sample.event_report(), topics=topics), tmp_path / "long.pdf", kit=kit)
    text = " ".join(read(tmp_path / "long.pdf").text(page) for page in range(2, written.pages))
    assert all(f"Topic {number} 20 30" in text for number in range(150))
    assert f"Page {written.pages} of {written.pages}" in text
    assert written.not_printed == []


def test_answers_that_are_not_in_are_not_in_the_table(table_of: Callable, sample: ModuleType):
    few = AnswerCounts(people=50, yes=6, no=6, referred=0, open=184)
    table = table_of(replace(sample.event_report(), mentee_answers=few, mentor_answers=few))
    assert "Yes, stay in touch" not in table
    assert "Answers: 24 of 392 entered." in table
