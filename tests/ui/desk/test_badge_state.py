"""Tests of what is said of a badge at the person."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from mixer_app.domain.people import Attendee
from mixer_app.domain.print_jobs import JobState, PrintJob, PrintQueue, StationPrinter
from mixer_app.ui.desk.badge_state import badge_of, badge_states

NOW = datetime(2026, 3, 5, 18, 12, tzinfo=UTC)


def job(number: int = 1, state: JobState = JobState.WAITING, **other: Any) -> PrintJob:
    plain: dict[str, Any] = {"event_id": 1, "attendee_id": 7, "station": "Desk 1", "printer": "label"}
    return PrintJob(id=number, state=state, made_at=NOW, changed_at=NOW, **plain, **other)


@pytest.mark.parametrize(
    ("state", "sentence", "whole", "tone"),
    [
        (JobState.WAITING, "", "Badge printing", "text_muted"),
        (JobState.SPOOLED, "Out of labels", "Badge waits. Out of labels", "warn"),
        (JobState.FAILED, "The cable is out.", "Badge failed. The cable is out.", "bad"),
        (JobState.UNKNOWN, "Look at the printer.", "Badge may be out. Look at the printer.", "warn"),
        (JobState.DONE, "", "Badge printed", "text_muted"),
    ],
)
def test_each_state_of_a_job_is_told_in_words_and_by_an_icon(
    state: JobState, sentence: str, whole: str, tone: str
) -> None:
    told = badge_states(PrintQueue(jobs=(job(state=state, sentence=sentence),)))[7]

    assert (told.whole, told.tone) == (whole, tone)
    assert told.icon


def test_a_badge_at_a_printer_that_is_not_ready_waits() -> None:
    out = StationPrinter(
        station="Desk 1", printer="label", title="Label", ready=False, sentence="Out of labels", since=NOW, seen_at=NOW
    )

    assert badge_states(PrintQueue(jobs=(job(),), printers=(out,)))[7].words == "badge waits"


def test_of_several_jobs_the_last_one_counts_and_one_that_is_not_wanted_says_nothing() -> None:
    again = PrintQueue(jobs=(job(2, JobState.FAILED), job(1, JobState.DONE)))
    assert badge_states(again)[7].words == "badge failed"
    assert badge_states(PrintQueue(jobs=(job(2, JobState.CANCELLED), job(1, JobState.FAILED)))) == {}


def test_a_badge_that_came_out_after_a_failure_is_printed(an_attendee: Callable[..., Attendee]) -> None:
    failed = badge_states(PrintQueue(jobs=(job(state=JobState.FAILED),)))

    def told(minutes: int | None) -> str:
        at = None if minutes is None else NOW + timedelta(minutes=minutes)
        state = badge_of(an_attendee("Ann Smith", id=7, badge_printed_at=at), failed)
        return state.words if state is not None else ""

    assert [told(None), told(-1), told(1)] == ["badge failed", "badge failed", "badge printed"]
    assert badge_of(an_attendee("Bo Li", id=8), failed) is None
