"""Which backups stay and which may go."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from mixer_app.domain.backups import BEFORE_RESTORE, REGULAR, Backup, worn_out

NOW = datetime(2027, 4, 15, 20, 0, tzinfo=UTC)


def backup(minutes_ago: float, why: str = REGULAR) -> Backup:
    made_at = NOW - timedelta(minutes=minutes_ago)
    return Backup(path=Path(f"{made_at.isoformat()}-{why}.db"), made_at=made_at, why=why, size=1)


def test_everything_of_the_evening_stays_and_of_earlier_days_one_each():
    evening = [backup(minutes) for minutes in range(0, 180, 10)]
    noon = [backup(8 * 60 + minutes) for minutes in (1, 11, 21)]
    last_week = [backup(7 * 24 * 60 + minutes) for minutes in (0, 60, 120)]
    gone = worn_out([*evening, *noon, *last_week], NOW)
    assert set(evening).isdisjoint(gone)
    assert gone == [*noon[1:], *last_week[1:]]


def test_what_is_older_than_a_month_goes_unless_it_is_the_newest():
    old, older = backup(40 * 24 * 60), backup(50 * 24 * 60)
    assert worn_out([older, old], NOW) == [older]
    assert worn_out([old], NOW) == []


def test_of_those_made_before_something_the_newest_five_stay():
    made = [backup(minutes * 100, BEFORE_RESTORE) for minutes in range(8)]
    assert worn_out([*made, backup(1)], NOW) == made[5:]


@given(st.lists(st.integers(0, 100_000), unique=True), st.sampled_from([REGULAR, BEFORE_RESTORE]))
def test_the_newest_always_stays_and_letting_go_again_changes_nothing(ages, why):
    made = [backup(age, why) for age in ages]
    gone = worn_out(made, NOW)
    kept = [one for one in made if one not in gone]
    assert not made or max(made, key=lambda one: one.made_at) in kept
    assert worn_out(kept, NOW) == []
