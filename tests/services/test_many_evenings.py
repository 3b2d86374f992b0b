"""Many evenings in memory: small ones that can be worked out, and what never happens in any."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mixer_app.domain.errors import Cancelled, MixerError
from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.services import events, solver_process
from mixer_app.services.evening_dice import EveningRates
from mixer_app.services.evenings_account import EveningsAccount, Spread
from mixer_app.services.many_evenings import EveningsRequest, rehearse_evenings
from mixer_app.services.mentor_kinds import Trait
from mixer_app.services.planning import publish

CERTAIN = EveningRates(no_show=0, late=0, leave_early=0)
Rehearse = Callable[..., EveningsAccount]


@pytest.fixture
def rehearse(database: Any, event: Event, now: datetime) -> Rehearse:
    """Rehearse the event: `rehearse(evenings=5, rates=CERTAIN)`."""

    def run(*, at: datetime = now, control: bool = True, progress: Any = None, so_far: Any = None, **asked: Any) -> Any:
        request = EveningsRequest(**({"evenings": 3, "rates": CERTAIN} | asked))
        return rehearse_evenings(database, event.id, request, now=at, control=control, progress=progress, so_far=so_far)

    return run


def exactly(value: float) -> Spread:
    return Spread(value, value, value)


def content(folder: Path) -> list[str]:
    with sqlite3.connect(folder / "mixer.db") as connection:
        return list(connection.iterdump())


def test_if_everybody_comes_every_evening_is_the_same(rehearse: Rehearse, room: list[Attendee]) -> None:
    """Four mentees meet all four mentors in five rounds: of twenty seats four stay empty."""
    account = rehearse()
    assert account.held == account.evenings == 3
    assert account.came == exactly(8)
    mentees, mentors = account.mentee_side, account.mentor_side
    assert mentees is not None
    assert mentors is not None
    assert mentees.typical == mentees.nine_in_ten == mentors.typical == exactly(4)
    assert [one.share for one in mentees.shares] == [exactly(0)] * 4 + [exactly(1)]
    assert account.meetings == exactly(16)
    assert sum(one.low for one in account.empty_tables) == sum(one.high for one in account.empty_tables) == 4
    assert account.tables == (exactly(4),) * 5
    assert account.late == exactly(0)
    assert account.at_once is None
    assert account.complete


def test_if_only_those_who_are_here_come_the_others_are_away(
    rehearse: Rehearse, mentors: list[Attendee], mentees: list[Attendee], arrive: Callable[..., None]
) -> None:
    arrive(mentors[0], *mentees)
    account = rehearse(rates=EveningRates(no_show=1, late=0, leave_early=0))
    assert account.came == exactly(5)
    assert account.people == 8
    assert account.meetings == exactly(4)
    assert account.tables == (exactly(1),) * 5


def test_if_all_mentees_are_late_the_first_round_is_empty_and_nobody_waits(
    rehearse: Rehearse, mentors: list[Attendee], mentees: list[Attendee], arrive: Callable[..., None]
) -> None:
    arrive(*mentors)
    account = rehearse(rates=EveningRates(no_show=0, late=1, leave_early=0))
    assert account.empty_tables[0] == exactly(4)
    assert account.late == exactly(4)
    assert account.at_once == exactly(1)
    assert account.longest_wait == exactly(0)
    assert account.late_without == 0


def test_a_late_mentee_waits_where_there_is_no_mentor(
    rehearse: Rehearse, add: Callable[..., Attendee], arrive: Callable[..., None]
) -> None:
    """One mentor who rests in all rounds but the last: a mentee who comes in round r waits 5 - r rounds."""
    arrive(add("Yusuf Mentor", role="mentor", rests=(1, 2, 3, 4)))
    add("Ann Mentee")
    account = rehearse(rates=EveningRates(no_show=0, late=1, leave_early=0), evenings=12)
    assert account.longest_wait is not None
    assert 0 <= account.longest_wait.low < account.longest_wait.high <= 3
    assert account.late_without == 0


def test_one_more_mentor_for_what_nobody_offers_brings_a_meeting_in_each_round(
    rehearse: Rehearse, add: Callable[..., Attendee], arrive: Callable[..., None]
) -> None:
    """Six mentees want relocation; the one mentor has five seats, so has one more: five mentees more are served."""
    people = [add(f"{name} Mentee", needs_wanted=("Relocation",)) for name in "ABCDEF"]
    arrive(add("Yusuf Mentor", role="mentor"), *people)
    account = rehearse()
    assert [(one.kind.trait, one.kind.name) for one in account.more] == [(Trait.ANY, ""), (Trait.NEED, "Relocation")]
    for one in account.more:
        assert one.gain == one.meetings == exactly(5)
        assert one.better == one.evenings == 3
    mentees = account.mentee_side
    assert mentees is not None
    assert mentees.came == exactly(6)
    assert mentees.somebody_without == 3


def test_one_more_mentor_where_seats_are_plenty_brings_nothing(
    rehearse: Rehearse, add: Callable[..., Attendee], arrive: Callable[..., None]
) -> None:
    """Five mentees and five mentors in five rounds: every mentee has a seat in each already."""
    people = [add(f"{name} Person", role=role) for name in "ABCDE" for role in ("mentee", "mentor")]
    arrive(*people)
    (any_mentor,) = rehearse().more
    assert any_mentor.gain == exactly(0)
    assert any_mentor.better == 0


def test_no_kinds_below_five_people_and_none_if_they_are_not_asked_for(
    rehearse: Rehearse, add: Callable[..., Attendee]
) -> None:
    add("Yusuf Mentor", role="mentor")
    for name in "ABC":
        add(f"{name} Mentee", needs_wanted=("Relocation",))
    assert rehearse().more == ()
    for name in "DEFG":
        add(f"{name} Mentee", needs_wanted=("Relocation",))
    assert rehearse(more_mentors=False).more == ()
    assert rehearse(more_mentors=False).complete
    assert len(rehearse().more) == 2


def test_sensitive_needs_are_named_on_the_control_station_only(
    rehearse: Rehearse, add: Callable[..., Attendee], event: Event
) -> None:
    sensitive = next(need.name for need in event.needs if need.sensitive)
    add("Yusuf Mentor", role="mentor")
    for name in "ABCDE":
        add(f"{name} Mentee", needs_wanted=(sensitive,))
    assert [one.kind.name for one in rehearse().more] == ["", sensitive]
    assert [one.kind.name for one in rehearse(control=False).more] == [""]


def test_who_is_both_counts_once_among_the_people(
    rehearse: Rehearse, add: Callable[..., Attendee], arrive: Callable[..., None]
) -> None:
    arrive(add("Ann Both", role="both"), add("Bo Both", role="both"))
    account = rehearse()
    assert account.came == exactly(2)
    assert account.people == account.mentees == account.mentors == 2
    assert account.meetings == exactly(1)  # two who are both meet once, whichever way round


def test_rounds_that_are_over_are_not_rehearsed_again(
    rehearse: Rehearse,
    database: Any,
    room: list[Attendee],
    plan_now: Callable[..., Any],
    come_to_round: Callable[..., None],
    now: datetime,
) -> None:
    plan = plan_now()
    database.write(publish, plan.id, station="Control", now=now)
    come_to_round(2)
    account = rehearse(at=now)
    assert account.first_round == 3
    assert len(account.empty_tables) == 3
    assert account.meetings == exactly(16)
    come_to_round(5, over=True)
    with pytest.raises(MixerError, match="nothing left to rehearse"):
        rehearse(at=now)


def test_the_same_dice_give_the_same_account_and_others_another(
    rehearse: Rehearse, mentors: list[Attendee], mentees: list[Attendee]
) -> None:
    rates = EveningRates(no_show=0.4, late=0.3, leave_early=0.2)
    assert rehearse(rates=rates, evenings=6) == rehearse(rates=rates, evenings=6)
    assert rehearse(rates=rates, evenings=6) != rehearse(rates=rates, evenings=6, seed=1)


def test_a_process_of_its_own_holds_the_same_evenings(
    rehearse: Rehearse, mentors: list[Attendee], mentees: list[Attendee], monkeypatch: pytest.MonkeyPatch
) -> None:
    here = rehearse(rates=EveningRates(no_show=0.3), evenings=2)
    monkeypatch.setattr(solver_process, "LARGE_FROM", 1)
    assert rehearse(rates=EveningRates(no_show=0.3), evenings=2) == here


def test_the_account_grows_evening_by_evening(rehearse: Rehearse, room: list[Attendee]) -> None:
    grown: list[EveningsAccount] = []
    last = rehearse(so_far=grown.append)
    assert [one.held for one in grown] == [1, 2, 3, 3, 3, 3]
    assert [one.more[0].evenings if one.more else 0 for one in grown] == [0, 0, 0, 1, 2, 3]
    assert [one.complete for one in grown] == [False] * 5 + [True]
    assert grown[-1] == last


def test_a_rehearsal_leaves_no_trace_and_a_cancelled_one_neither(
    rehearse: Rehearse, room: list[Attendee], tmp_path: Path
) -> None:
    before, files = content(tmp_path), sorted(tmp_path.iterdir())
    rehearse()
    told: list[str] = []

    def stop_in_the_second(fraction: float, stage: str) -> bool:
        told.append(stage)
        return not stage.startswith("Evening 2")

    grown: list[EveningsAccount] = []
    with pytest.raises(Cancelled):
        rehearse(progress=stop_in_the_second, so_far=grown.append)
    assert [one.held for one in grown] == [1]
    assert content(tmp_path) == before
    assert sorted(tmp_path.iterdir()) == files


def test_progress_goes_from_nothing_to_all(rehearse: Rehearse, room: list[Attendee]) -> None:
    told: list[float] = []
    rehearse(progress=lambda fraction, stage: told.append(fraction) or True)
    assert told[0] == 0.0
    assert told[-1] == 1.0
    assert told == sorted(told)


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"evenings": 0}, "0 evenings cannot be rehearsed"),
        ({"evenings": 101}, "from 1 to 100"),
        ({"rates": EveningRates(no_show=1.5)}, "150 % of the people cannot stay away"),
        ({"rates": EveningRates(late=-0.1)}, "cannot come late"),
        ({"rates": EveningRates(leave_early=2)}, "cannot leave early"),
    ],
)
def test_what_nobody_means_is_refused(
    rehearse: Rehearse, room: list[Attendee], asked: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(MixerError, match=sentence):
        rehearse(**asked)


def test_without_mentors_there_is_nothing_to_rehearse(rehearse: Rehearse, mentees: list[Attendee]) -> None:
    with pytest.raises(MixerError, match="no mentors and mentees yet"):
        rehearse()


def test_evenings_to_which_nobody_comes_are_told_as_such(
    rehearse: Rehearse, mentors: list[Attendee], mentees: list[Attendee]
) -> None:
    account = rehearse(rates=EveningRates(no_show=1, late=0, leave_early=0))
    assert account.came == exactly(0)
    assert account.mentee_side is None
    assert account.mentor_side is None
    assert account.strong is None


def test_more_seats_bring_more_meetings(
    rehearse: Rehearse, database: Any, event: Event, room: list[Attendee], add: Callable[..., Attendee], now: datetime,
    arrive: Callable[..., None],
) -> None:  # fmt: skip
    arrive(*(add(f"{name} Mentee") for name in "PQRS"))
    before = rehearse(more_mentors=False).meetings
    database.write(events.update_event, replace(event, seats=2), station="Control", now=now)
    assert before == exactly(20)
    assert rehearse(more_mentors=False).meetings == exactly(32)


@given(no_show=st.floats(0, 1), late=st.floats(0, 1), leave_early=st.floats(0, 1), seed=st.integers(0, 1000))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_totals_agree_whatever_the_dice(
    crowd: None, rehearse: Rehearse, no_show: float, late: float, leave_early: float, seed: int
) -> None:
    rates = EveningRates(no_show=no_show, late=late, leave_early=leave_early)
    account = rehearse(evenings=1, rates=rates, seed=seed)
    sides = account.mentee_side, account.mentor_side
    came = [0 if side is None else side.came.middle for side in sides]
    assert max(came) <= account.came.middle <= min(account.people, sum(came))
    assert account.came.middle >= sum(came) - 2  # two are both
    for side, people in zip(sides, (account.mentees, account.mentors), strict=True):
        if side is not None:
            assert sum(one.share.middle for one in side.shares) == pytest.approx(1)
            total = sum(one.share.middle * side.came.middle * one.least for one in side.shares)
            assert total == pytest.approx(account.meetings.middle)
            assert side.came.middle <= people
    for empty, tables in zip(account.empty_tables, account.tables, strict=True):
        assert 0 <= empty.middle <= tables.middle <= came[1]
    assert account.late.middle <= came[0]


@pytest.fixture
def crowd(mentors: list[Attendee], mentees: list[Attendee], add: Callable[..., Attendee]) -> None:
    """Ten people, of whom two are both."""
    add("Zoë Both", role="both", needs_offered=("Relocation",), needs_wanted=("Exploring",))
    add("Yan Both", role="both", topics_wanted=("Finance",))
