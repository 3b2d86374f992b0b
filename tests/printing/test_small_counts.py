from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from mixer_app.printing.small_counts import SMALL, Column, is_small, is_told, joined, joined_parts, steps


def test_columns_are_joined_until_each_holds_five():
    assert joined([(0, 9), (1, 14), (2, 15), (3, 8), (4, 4)])[-1] == Column(3, 4, 12)
    assert joined([(3, 10), (4, 34), (5, 6)]) == [Column(3, 3, 10), Column(4, 4, 34), Column(5, 5, 6)]
    assert joined([]) == []


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 60)), unique_by=lambda pair: pair[0]))
def test_no_column_is_small_and_no_one_is_lost(counts: list[tuple[int, int]]):
    columns = joined(counts)
    assert sum(column.count for column in columns) == sum(count for _, count in counts)
    assert all(column.count >= SMALL for column in columns) or len(columns) == 1
    assert all(first.high < second.low for first, second in pairwise(columns))


@given(st.lists(st.lists(st.integers(0, 40), min_size=4, max_size=4), min_size=2, max_size=2))
def test_no_part_of_an_answer_bar_is_small(sides: list[list[int]]):
    groups = joined_parts(sides)
    assert [index for group in groups for index in group] == [0, 1, 2, 3]
    for side in sides:
        sums = [sum(side[index] for index in group) for group in groups]
        assert len(groups) == 1 or not any(is_small(value) for value in sums)


def test_a_part_is_told_only_if_the_rest_is_not_small():
    assert is_told(44, 50)
    assert not is_told(48, 50)
    assert not is_told(3, 50)
    assert is_told(50, 50)


def test_small_steps_of_a_line_are_joined():
    assert steps([(0, 0), (10, 3), (20, 13), (30, 15), (40, 40), (50, 40)]) == [(0, 0), (20, 13), (40, 40), (50, 40)]
