"""What names a person, taken out of texts; namesakes and parts of words are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mixer_app.store.traces import GONE, Traces


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ask Ann Smith again", "Ask … again"),
        ("ann   SMITH, and Ann Smithson", "…, and Ann Smithson"),
        ("Joann Smith", "Joann Smith"),
        ("write to ann@x.org.", "write to …."),
        ("山田花子さん", "…さん"),
        ("Ann is here", "Ann is here"),
    ],
)
def test_whole_names_and_addresses_go_and_other_words_stay(text, left):
    assert Traces(["Ann Smith", "ann@x.org", "Ann", "山田花子"]).without(text) == left


def test_texts_inside_json_are_cleaned_however_deep_and_numbers_stay():
    kept = {"rows": [{"name": "Ann Smith", "age": 40}, ["Ann Smith's table", None]], "Ann Smith": True}
    clean = {"rows": [{"name": GONE, "age": 40}, [f"{GONE}'s table", None]], GONE: True}
    assert Traces(["Ann Smith"]).without_deep(kept) == clean


@pytest.mark.parametrize("written", ["Zoë Čelik", "ZOË ČELIK", "zoë čelik", r"Zo\u00eb \u010celik"])
def test_a_name_is_found_in_the_bytes_of_a_file_also_as_json_writes_it(written):
    traces = Traces(["Zoë Čelik"])
    assert traces.in_bytes(f"...{written}...".encode())
    assert not traces.in_bytes(b"Zoe Celery")


def test_who_has_no_words_leaves_every_text_alone():
    assert Traces(["", "Li"]).without("Like Li") == "Like Li"
    assert not Traces([]).in_bytes(b"anything")


@given(st.lists(st.text(min_size=4, max_size=12), min_size=1, max_size=5), st.text(max_size=40))
def test_after_cleaning_nobody_is_named(words, text):
    traces = Traces(words)
    assert not traces.in_text(traces.without(text)) or GONE in " ".join(words)
