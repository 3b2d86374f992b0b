import pytest
from hypothesis import given
from hypothesis import strategies as st

from mixer_app.exchange.cells import clean_cell, guard, unguard


@pytest.mark.parametrize("text", ["=1+1", "+44 1", "-5", "@ann", "\tx", "\rx"])
def test_what_a_spreadsheet_would_compute_is_guarded(text):
    assert guard(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Ann", "'t Hooft", "1+1", "", "a=b"])
def test_other_text_is_left_alone(text):
    assert guard(text) == text
    assert unguard(text) == text


@given(st.text())
def test_the_guard_is_undone(text):
    stripped = text.strip()
    if not stripped.startswith(("\t", "\r")):
        assert unguard(guard(stripped)) == stripped


def test_a_cell_is_cleaned_of_what_nobody_sees():
    assert clean_cell(" \ufeffAnn\x00\u200b Lee\xa0") == "Ann Lee"
    assert clean_cell("\t=SUM(A1)") == "=SUM(A1)"
    assert clean_cell("'+44 1234") == "+44 1234"
