"""The figures of an evening made fit to be kept for good: nothing in them is smaller than five, or leaves so few."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import fields, replace
from statistics import fmean
from typing import Any

from mixer_app.domain.paper import AnswerCounts, EventReport, Supply, YearCount
from mixer_app.printing.small_counts import Column, is_small, is_told, joined, steps

_ABOUT_THE_EVENT = ("event_name", "day", "rounds", "minutes", "strong", "round_times", "proven_fair")
"""What says nothing of people."""


def safe_report(report: EventReport) -> EventReport:
    """Counts below five are left out, remainders below five too; columns and lines are joined until each holds five.

    Counts that a later version of the report adds are treated alike; what else it adds is left out.
    """
    kept: dict[str, Any] = {name: getattr(report, name) for name in _ABOUT_THE_EVENT} | {
        "tables": safe_count(report.tables),
        "registered": safe_count(report.came)
        if is_small(report.registered - report.came)
        else safe_count(report.registered),
        "came": safe_count(report.came),
        "mentors": safe_count(report.mentors),
        "mentees": safe_count(report.mentees),
        "introductions_planned": safe_count(report.introductions_planned),
        "introductions_held": safe_part(report.introductions_held, report.introductions_planned),
        "strong_mentees": safe_part(report.strong_mentees, report.mentees),
        "mutual_matches": safe_part(report.mutual_matches, report.introductions_held),
        "mentors_with_match": safe_part(report.mentors_with_match, report.mentors),
        "late_arrivals": safe_part(report.late_arrivals, report.came),
        "arrivals": _line(report),
        "years": tuple(_year(year) for year in report.years),
        "meetings_per_mentee": _distribution(report.meetings_per_mentee),
        "mutual_per_mentee": _distribution(report.mutual_per_mentee),
        "scores": tuple(0.1 * step for step in _one_by_one(round(10 * score) for score in report.scores)),
        "mentor_loads": tuple(_one_by_one(report.mentor_loads)),
        "needs": _supplies(report.needs),
        "topics": _supplies(report.topics),
        "mentee_answers": _answers(report.mentee_answers),
        "mentor_answers": _answers(report.mentor_answers),
    }
    for one in fields(EventReport):
        value = getattr(report, one.name)
        if one.name not in kept and type(value) is int:
            kept[one.name] = safe_count(value)
    return EventReport(**kept)


def safe_count(count: int) -> int:
    """A count, or nothing where it is small."""
    return 0 if is_small(count) else count


def safe_part(part: int, whole: int) -> int:
    """A part of a whole; nothing where either is small, all of it where what is left is small."""
    if is_small(part) or is_small(whole):
        return 0
    return part if is_told(part, whole) else whole


def _line(report: EventReport) -> tuple[tuple[Any, int], ...]:
    """People in the room over time, in steps of five and more."""
    start = report.arrivals[0][0] if report.arrivals else None
    points = [((at - start).total_seconds(), room) for at, room in report.arrivals] if start is not None else []
    by_second = {(at - start).total_seconds(): at for at, _ in report.arrivals} if start is not None else {}
    return tuple((by_second[second], room) for second, room in steps(points) if not is_small(room))


def _distribution(counts: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """(value, count) pairs, small neighbours joined at the value in the middle; nothing if they are few together."""
    pairs = list(counts)
    columns = joined(pairs)
    return tuple((_middle(pairs, one), one.count) for one in columns if not is_small(one.count))


def _middle(pairs: list[tuple[int, int]], column: Column) -> int:
    values = [value for value, count in pairs for _ in range(count) if column.low <= value <= column.high]
    return round(fmean(values)) if values else column.low


def _one_by_one(values: Iterable[int]) -> list[int]:
    """Values told one by one, joined as in a distribution."""
    return [value for value, count in _distribution(sorted(Counter(values).items())) for _ in range(count)]


def _supplies(supplies: Iterable[Supply]) -> tuple[Supply, ...]:
    safe = (replace(one, wanted=safe_count(one.wanted), offered=safe_count(one.offered)) for one in supplies)
    return tuple(one for one in safe if one.wanted or one.offered)


def _year(year: YearCount) -> YearCount:
    registered = safe_count(year.came) if is_small(year.registered - year.came) else safe_count(year.registered)
    return replace(year, came=safe_count(year.came), registered=registered)


def _answers(counts: AnswerCounts) -> AnswerCounts:
    """Small groups go to those of whom no answer is known; all of them if that is small too."""
    if is_small(counts.people):
        return AnswerCounts(people=0, yes=0, no=0, referred=0, open=0)
    yes, no, referred, whole = counts.yes, counts.no, counts.referred, sum(counts.parts)
    told = [safe_count(one) for one in (yes, no, referred)]
    while is_small(left := whole - sum(told)) and any(told):
        told[told.index(min(one for one in told if one))] = 0
    return AnswerCounts(people=counts.people, yes=told[0], no=told[1], referred=told[2], open=safe_count(left))
