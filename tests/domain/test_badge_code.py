"""Badge codes: short, opaque, and typing errors are noticed."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from mixer_app.domain.badge_code import ALPHABET, new_badge_code, parse_badge_code, spaced

codes = st.randoms(use_true_random=False).map(new_badge_code)
places = st.integers(0, 7)


@given(codes)
def test_a_code_is_eight_letters_and_digits_that_read_back(code):
    assert len(code) == 8
    assert set(code) <= set(ALPHABET)
    assert parse_badge_code(code) == code


@given(codes, places, st.sampled_from(ALPHABET))
def test_any_one_wrong_character_is_noticed(code, place, wrong):
    typed = code[:place] + wrong + code[place + 1 :]
    assert (parse_badge_code(typed) is not None) is (typed == code)


@given(codes, st.integers(0, 5))
def test_two_neighbours_that_changed_places_are_noticed(code, place):
    typed = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert (parse_badge_code(typed) is not None) is (typed == code)


@given(codes, st.sampled_from(["{}", " {} ", "{}\n", "\t{}"]), st.booleans())
def test_case_blanks_hyphens_and_letters_that_look_like_digits_are_forgiven(code, around, hyphen):
    typed = around.format(spaced(code) if hyphen else code).lower()
    assert parse_badge_code(typed) == code
    assert parse_badge_code(typed.replace("0", "o").replace("1", "l")) == code
    assert parse_badge_code(typed.replace("0", "O").replace("1", "I")) == code


@given(st.text(max_size=20))
def test_any_text_is_a_code_or_none(text):
    code = parse_badge_code(text)
    assert code is None or parse_badge_code(code) == code


def test_the_same_dice_draw_the_same_codes_and_rarely_one_twice():
    drawn = [new_badge_code(dice) for dice in [Random(5)] for _ in range(5000)]
    assert drawn == [new_badge_code(dice) for dice in [Random(5)] for _ in range(5000)]
    assert len(set(drawn)) == len(drawn)
