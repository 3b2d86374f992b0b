"""Masked names: recognisable to their owner, no news to anybody else."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mixer_app.domain.folding import words_of
from mixer_app.services.kiosk_mask import DOTS, letters_of, mask, mask_email, mask_phone, mask_text, shown_letters


def _text(pieces):
    return "".join(piece for piece, _ in pieces)


@pytest.mark.parametrize(
    ("name", "typed", "shown"),
    [
        ("Ifeoma Nnamdi-Obi", ["nna"], "I••• Nna•••-O•••"),
        ("Adaeze Nnamdi", ["nna", "ada"], "Ada••• Nna•••"),
        ("Nna", ["nna"], "Nna•••"),  # whole, and still three dots
        ("Jörg Müller", ["mueller"], "J••• Müller•••"),
        ("Ольга Иванова", ["olg"], "Оль••• И•••"),
        ("Mary O'Brien", ["obri"], "M••• O'Bri•••"),
        ("王明 Wang Ming", ["王明"], "王明••• W••• M•••"),
        ("प्रिया शर्मा", ["प्रिया"], "प्रिया••• श•••"),
        ("Zainab van der Berg", ["vanderberg"], "Z••• v••• d••• B•••"),
        ("J. R. Smith, Jr.", [], "J••• R••• S••• J•••"),
        ("Noah Nnadi", ["nnamdi"], "N••• N•••"),  # not what was typed: no letter more than the first
        ("", ["nna"], ""),
    ],
)
def test_a_word_shows_its_first_letter_or_what_was_typed_of_it(name, typed, shown):
    assert _text(mask(name, typed)) == shown


def test_only_what_was_typed_is_bold():
    assert mask("Ifeoma Nnamdi-Obi", ["nna"]) == (("I••• ", False), ("Nna•••", True), ("-O•••", False))


def test_a_screen_reader_gets_the_letters_without_dots():
    assert shown_letters(mask("Ifeoma Nnamdi-Obi", ["nna"])) == "I Nna O"


def test_an_employer_shows_first_letters_only():
    assert mask_text("Lagoon Teaching Hospital") == "L••• T••• H•••"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("adaeze.nnamdi@lagoon.example", "a•••i@lagoon.example"),
        ("ab@x.example", "a•••@x.example"),
        ("nobody", ""),
        ("", ""),
    ],
)
def test_an_address_is_known_again_by_its_owner_alone(address, shown):
    assert mask_email(address) == shown


@pytest.mark.parametrize(("number", "shown"), [("+44 20 7946 0018", "•••18"), ("999", ""), ("", "")])
def test_of_a_number_the_last_two_digits_are_left(number, shown):
    assert mask_phone(number) == shown


NAMES = st.text(
    st.one_of(
        st.sampled_from("abcäöüßøłæñéŁØ' -’.,\u200d"),
        st.sampled_from("ОльгаЖя"),
        st.sampled_from("王明たろう김"),
        st.sampled_from("प्रियाशर्मा"),
        st.sampled_from("محمدعليّ"),
        st.characters(codec="utf-8"),
    ),
    max_size=24,
)


def _count(word):
    """Letters as a person counts them, without marks, apostrophes and joiners."""
    return sum(any(sign.isalnum() for sign in letter) for letter in letters_of(word))


@given(NAMES, st.lists(NAMES, max_size=3))
def test_never_more_is_shown_than_first_letters_and_what_was_typed(name, typed):
    words = [word for text in typed for word in words_of(text)]
    longest = max(map(len, words), default=1)
    for part in _text(mask(name, words)).replace("-", " ").split():
        letters, dots, rest = part.partition(DOTS)
        assert dots == DOTS
        assert not rest
        assert 1 <= _count(letters) <= max(1, longest)
        assert letters in name


@given(NAMES, st.lists(NAMES, max_size=3), st.text(st.sampled_from("bcdfgmnprst"), min_size=1, max_size=8))
def test_how_long_a_word_is_makes_no_difference(name, typed, more):
    words = [word for text in typed for word in words_of(text)]
    if not name or not (name[-1].isalpha() and unicodedata.category(name[-1]) in ("Ll", "Lu")):
        name += " Ann"
    longer = mask(name + "x" + more, words)
    if not any(word.endswith("x") or "x" + more[0] in word for word in words):
        assert _text(longer) == _text(mask(name + "x", words))


@given(NAMES, st.lists(NAMES, max_size=3))
def test_bold_is_only_what_can_have_been_typed(name, typed):
    words = [word for text in typed for word in words_of(text)]
    bold = [piece for piece, is_bold in mask(name, words) if is_bold]
    assert words or not bold
    assert all(piece.rstrip() for piece in bold)
