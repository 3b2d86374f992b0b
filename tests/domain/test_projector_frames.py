"""What stands on the projector, moment by moment."""

from datetime import UTC, datetime, timedelta

import pytest

from mixer_app.domain.evening import ActKind, LiveAct
from mixer_app.domain.evening_clock import evening_at, schedule_of
from mixer_app.domain.events import Event
from mixer_app.domain.projector import ProjectorLayout, ProjectorState
from mixer_app.domain.projector_frames import (
    Tone,
    countdown,
    digits_of,
    next_layout,
    notice,
    picture_now,
    round_to_find,
    tables_head,
    until_next_second,
)

START = datetime(2026, 5, 14, 19, 0, tzinfo=UTC)
EVENT = Event(
    id=1, name="Forum", starts_at=datetime(2026, 5, 14, 19, 0), rounds=5, minutes=12, break_minutes=3, created_at=START
)
AUTOMATIC = ProjectorState()


def venue(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)


def evening(after: float = 0.0, *acts: tuple[ActKind, float, int]):
    """The evening so many seconds after round 1 began; acts are (kind, seconds after the begin, round or seconds)."""
    first = LiveAct(kind=ActKind.START, at=START, round=1, schedule=schedule_of(EVENT))
    others = [
        LiveAct(
            kind=kind, at=START + timedelta(seconds=at), round=1, seconds=number if kind is ActKind.EXTEND else 0, id=7
        )
        for kind, at, number in acts
    ]
    return evening_at(schedule_of(EVENT), [first, *others], START + timedelta(seconds=after), published=True)


def before(minutes: float):
    return evening_at(schedule_of(EVENT), [], START - timedelta(minutes=minutes), published=True)


def shown(now, state: ProjectorState = AUTOMATIC):
    return countdown(EVENT, now, state, venue)


def test_before_the_evening_it_says_when_it_starts() -> None:
    frame = shown(before(18))
    assert (frame.title, frame.digits, frame.clock, frame.following) == ("Starts at", "19:00", "18:42", "Forum")
    assert shown(before(60 * 24 * 3)).title_rest == "on 14 May"
    late = shown(before(-1))
    assert (late.words, late.digits) == ("We start in a moment", "")


def test_a_round_shows_what_is_left_which_round_and_when_the_next_is() -> None:
    frame = shown(evening(12 * 60 + 180 + 4 * 60 + 12))
    assert (frame.title, frame.title_rest, frame.digits, frame.tone) == ("Round 2", "of 5", "07:48", Tone.PLAIN)
    assert (frame.following, frame.following_rest) == ("Round 3", "at 19:30")
    assert frame.hint == "Your table is on your match sheet"
    assert [segment.share for segment in frame.segments] == [1.0, pytest.approx(0.35), 0.0, 0.0, 0.0]
    assert [segment.running for segment in frame.segments] == [False, True, False, False, False]


def test_a_second_that_has_begun_counts_and_zero_is_the_end() -> None:
    assert [shown(evening(after)).digits for after in (0, 0.4, 1.0, 719.9)] == ["12:00", "12:00", "11:59", "00:01"]
    assert until_next_second(evening(10.25)) == pytest.approx(0.75)
    assert until_next_second(evening(10)) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("after", "status", "tone"),
    [
        (599, "", Tone.PLAIN),
        (600, "Two minutes left", Tone.PLAIN),
        (609, "Two minutes left", Tone.PLAIN),
        (611, "", Tone.PLAIN),
        (659, "", Tone.PLAIN),
        (660, "One minute left", Tone.LAST_MINUTE),
        (719, "One minute left", Tone.LAST_MINUTE),
    ],
)
def test_the_last_minutes_are_told_in_words(after: float, status: str, tone: Tone) -> None:
    frame = shown(evening(after))
    assert (frame.status, frame.tone) == (status, tone)


def test_a_pause_is_told_and_the_digits_stand() -> None:
    frames = [shown(evening(after, (ActKind.PAUSE, 100, 1))) for after in (100, 250)]
    assert [frame.digits for frame in frames] == ["10:20", "10:20"]
    assert (frames[1].status, frames[1].tone) == ("Paused", Tone.STILL)


def test_a_minute_more_is_told_for_five_seconds() -> None:
    frames = [shown(evening(after, (ActKind.EXTEND, 100, 60))) for after in (100, 104.9, 105)]
    assert [frame.status for frame in frames] == ["+1 min", "+1 min", ""]
    assert shown(evening(101, (ActKind.EXTEND, 100, -60))).status == "−1 min"
    assert shown(evening(101, (ActKind.EXTEND, 100, 90))).status == "+90 s"


def test_the_end_shows_zeros_for_three_seconds_and_then_the_tables() -> None:
    for after, picture in ((719, "countdown"), (720, "countdown"), (722.9, "countdown"), (723, "tables")):
        assert picture_now(evening(after), AUTOMATIC, can_find_tables=True).value == picture
    frame = shown(evening(721))
    assert (frame.title, frame.digits, frame.segments[0].share) == ("Round 1", "00:00", 1.0)
    assert picture_now(evening(900), AUTOMATIC, can_find_tables=True) is ProjectorLayout.COUNTDOWN


def test_without_tables_the_break_is_counted_down() -> None:
    assert picture_now(evening(800), AUTOMATIC, can_find_tables=False) is ProjectorLayout.COUNTDOWN
    frame = shown(evening(800))
    assert (frame.title, frame.title_rest, frame.digits) == ("Round 2", "in", "01:40")


def test_the_last_round_and_what_comes_after_it() -> None:
    last = shown(evening(4 * 900 + 10))
    assert (last.title, last.following, last.hint) == ("Round 5", "Last round", "")
    over = evening(4 * 900 + 723)
    assert picture_now(evening(4 * 900 + 722), AUTOMATIC, can_find_tables=True) is ProjectorLayout.COUNTDOWN
    assert picture_now(over, AUTOMATIC, can_find_tables=True) is ProjectorLayout.MESSAGE
    assert notice(EVENT, over, AUTOMATIC, venue).lines == ("Thank you for coming",)
    assert notice(EVENT, over, ProjectorState(message="Drinks\nat the bar"), venue).lines == ("Drinks", "at the bar")
    assert shown(over).words == "All rounds are over"


def test_the_tables_say_how_long_there_is() -> None:
    head = tables_head(evening(720 + 45), AUTOMATIC)
    assert (head.round, head.until, head.digits) == (2, "Round 2 in", "02:15")
    paused = tables_head(evening(800, (ActKind.PAUSE, 780, 2)), AUTOMATIC)
    assert (paused.until, paused.digits, paused.tone) == ("Paused", "02:00", Tone.STILL)
    fixed = ProjectorState(layout=ProjectorLayout.TABLES)
    in_round = tables_head(evening(60), fixed)
    assert (in_round.round, in_round.until, in_round.digits) == (1, "Round 1, left", "11:00")
    assert (tables_head(before(5), fixed).until, tables_head(before(5), fixed).digits) == ("Round 1", "")


def test_the_round_whose_tables_are_read_is_the_coming_one() -> None:
    fixed = ProjectorState(layout=ProjectorLayout.TABLES)
    assert round_to_find(before(5), AUTOMATIC) == 1
    assert round_to_find(evening(60), AUTOMATIC) == 2
    assert round_to_find(evening(60), fixed) == 1
    assert round_to_find(evening(5 * 900), AUTOMATIC) is None


def test_a_fixed_picture_stays_and_the_key_always_changes_the_picture() -> None:
    for layout in (ProjectorLayout.COUNTDOWN, ProjectorLayout.TABLES, ProjectorLayout.MESSAGE):
        state = ProjectorState(layout=layout, message="Hello")
        for after in (60, 800):
            assert picture_now(evening(after), state, can_find_tables=True) is layout
    state = AUTOMATIC
    seen = []
    for _ in range(3):
        state = ProjectorState(layout=next_layout(evening(60), state, can_find_tables=True), message="Hello")
        seen.append(state.layout.value)
    assert seen == ["tables", "message", "automatic"]
    assert next_layout(evening(60), ProjectorState(layout=ProjectorLayout.TABLES), can_find_tables=True) == "automatic"
    assert next_layout(evening(800), AUTOMATIC, can_find_tables=True) == "countdown"


def test_more_than_ninety_nine_minutes_are_shown_whole() -> None:
    assert digits_of(100 * 60) == "100:00"
