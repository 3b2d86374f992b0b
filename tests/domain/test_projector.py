"""Messages that fit on the projector, and those that are refused."""

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.domain.projector import message_lines, refuse_colour


def test_a_message_is_broken_between_words() -> None:
    assert message_lines("Please collect your coat before half past nine at the desk") == (
        "Please collect your coat before half",
        "past nine at the desk",
    )


def test_a_line_break_is_kept_and_an_empty_message_has_no_line() -> None:
    assert message_lines("Dinner\nin the hall") == ("Dinner", "in the hall")
    assert message_lines("  \n ") == ()


@pytest.mark.parametrize("message", ["x" * 41, "a\nb\nc", "word " * 20, "王" * 41])
def test_what_is_longer_than_two_lines_is_refused(message: str) -> None:
    with pytest.raises(MixerError, match="2 lines of 40 letters fit"):
        message_lines(message)


def test_letters_of_double_width_count_double() -> None:
    assert message_lines("王" * 40) == ("王" * 20, "王" * 20)


@pytest.mark.parametrize("colour", ["red", "#12345", "#12345G", "0B6E69"])
def test_what_is_no_colour_is_refused(colour: str) -> None:
    with pytest.raises(MixerError, match="no colour"):
        refuse_colour(colour)


def test_a_colour_and_none_are_taken() -> None:
    refuse_colour("#0B6e69")
    refuse_colour("")
