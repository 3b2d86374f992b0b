"""Long lists in pieces."""

from hypothesis import given
from hypothesis import strategies as st

from mixer_app.store.batches import batches


@given(st.lists(st.integers(), max_size=1200))
def test_the_pieces_put_together_are_the_list_and_none_is_too_long(values):
    pieces = [list(piece) for piece in batches(values)]
    assert [value for piece in pieces for value in piece] == values
    assert all(0 < len(piece) <= 500 for piece in pieces)
