"""Tests of reading a scanner's keys: on every layout the code itself or nothing, never somebody else's."""

import unicodedata
from random import Random

import pytest

from mixer_app.domain.badge_code import new_badge_code, parse_badge_code, spaced
from mixer_app.domain.keyboards import EVDEV_KEYS, LAYOUTS, MAC_KEYS, US_KEYS
from mixer_app.domain.scanning import Stroke, code_of, text_of

DICE = Random(11)
CODES = [new_badge_code(DICE) for _ in range(3000)]
KNOWN = set(CODES[:2000])  # of this event; the others wear badges of another
ACCENTS = {"^": "\u0302", "´": "\u0301", "`": "\u0300"}


def keys(code: str, layout: str, *, shifted: bool = True) -> list[Stroke]:
    """What a computer with this layout takes a scanner's keys for; a scanner holds Shift for capitals."""
    alone, with_shift = (row.split(" ") for row in LAYOUTS[layout])
    return [
        Stroke(text=(with_shift if shifted and key.isalpha() else alone)[US_KEYS.index(key)], dead=False)
        for key in code
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_code_is_read_on_this_layout_with_and_without_shift(layout: str) -> None:
    for code in CODES[:100]:
        assert code_of(keys(code, layout), KNOWN.__contains__) == code
        assert code_of(keys(code, layout, shifted=False), KNOWN.__contains__) == code


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_badge_of_another_event_is_never_taken_for_somebody_of_this_one(layout: str) -> None:
    for code in CODES[2000:2060]:
        for shifted in (True, False):
            assert code_of(keys(code, layout, shifted=shifted), KNOWN.__contains__) not in KNOWN


@pytest.mark.parametrize("layout", LAYOUTS)
def test_without_a_list_of_people_a_code_that_could_be_two_is_rarely_met(layout: str) -> None:
    told = [code_of(keys(code, layout)) for code in CODES[:100]]

    assert sum(found == code for found, code in zip(told, CODES, strict=False)) >= 70


@pytest.mark.parametrize("layout", ["French", "German", "Turkish Q", "Russian", "Greek", "Persian"])
def test_the_hyphen_between_the_groups_is_read_too(layout: str) -> None:
    for code in CODES[:50]:
        assert code_of(keys(spaced(code), layout), KNOWN.__contains__) == code


def test_a_scanner_that_knows_the_layout_is_read_as_it_is() -> None:
    for code in CODES[:100]:
        assert code_of([Stroke(text=letter) for letter in code], KNOWN.__contains__) == code


def test_a_key_that_says_where_it_is_needs_no_layout() -> None:
    for code in CODES[:100]:
        assert code_of([Stroke(text="?", us_key=letter) for letter in code]) == code


def test_two_readings_that_are_both_right_are_refused() -> None:
    first, second = CODES[:2]
    strokes = [Stroke(text=text, us_key=key) for text, key in zip(first, second, strict=True)]

    assert code_of(strokes) is None
    assert code_of(strokes, KNOWN.__contains__) is None
    assert code_of(strokes, {second}.__contains__) == second


def dead_keys(code: str) -> list[Stroke]:
    """BÉPO without Shift: the key Y is an accent that falls on the letter after it."""
    strokes: list[Stroke] = []
    for stroke in keys(code, "French, BÉPO", shifted=False):
        waits = bool(strokes) and strokes[-1].dead
        if stroke.text == "^" and not waits:
            strokes.append(Stroke(text="^", dead=True))
        elif waits:
            joined = unicodedata.normalize("NFC", stroke.text + ACCENTS["^"])
            strokes.append(Stroke(text=joined if len(joined) == 1 else f"^{stroke.text}"))
        else:
            strokes.append(stroke)
    return strokes


def test_an_accent_that_waited_for_the_next_letter_is_taken_off_it() -> None:
    with_accent = [code for code in CODES if "Y" in code[:-1] and "YY" not in code and code in KNOWN]

    assert len(with_accent) > 50
    for code in with_accent:
        assert code_of(dead_keys(code), KNOWN.__contains__) == code


def test_an_accent_and_a_letter_that_came_as_one_are_two_keys() -> None:
    code = next(code for code in CODES if "YD" in code or "YF" in code)
    strokes = [stroke for stroke in dead_keys(code) if not stroke.dead]
    strokes = [Stroke(text=stroke.text) for stroke in strokes]

    assert len(strokes) < len(code)
    assert code_of(strokes, {code}.__contains__) == code


def test_the_tables_of_keys_name_every_key_once() -> None:
    for table in (EVDEV_KEYS, MAC_KEYS):
        assert sorted(table.values()) == sorted(US_KEYS)
    for rows in LAYOUTS.values():
        assert [len(row.split(" ")) for row in rows] == [len(US_KEYS)] * 2


@pytest.mark.parametrize("text", ["", "nnamdi ad", "https://example.org", "K7M2QX4"])
def test_what_is_no_code_is_read_as_none(text: str) -> None:
    strokes = [Stroke(text=letter) for letter in text]

    assert text_of(strokes) == text
    assert parse_badge_code(text) is None
    assert code_of(strokes) is None
