import pytest

from mixer_app.printing.directions import direction_runs, reads_right_to_left


def shown(text: str) -> list[str]:
    """The runs from left to right, those that go left marked."""
    return [("←" if run.right_to_left else "") + text[run.start : run.end] for run in direction_runs(text)]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Bo Li", ["Bo Li"]),
        ("محمد علي", ["←محمد علي"]),
        ("Sara (שרה) כהן", ["Sara (", "←שרה", ") ", "←כהן"]),
        ("שרה (Sara)", ["←)", "Sara", "←שרה ("]),
        ("Ana", ["Ana"]),
    ],
)
def test_runs_stand_as_on_paper(text: str, runs: list[str]):
    assert shown(text) == runs


def test_a_line_takes_its_direction_from_its_first_letter():
    assert reads_right_to_left("12 שרה")
    assert not reads_right_to_left("Sara שרה")
    assert not reads_right_to_left("")


def test_numbers_inside_right_to_left_text_keep_their_order():
    assert "12" in shown("שרה 12 כהן")


def test_letters_that_unicode_does_not_know_stand_among_others():
    assert [(run.start, run.end, run.right_to_left) for run in direction_runs("ݍ\U0002ebe1")] == [
        (1, 2, False),
        (0, 1, True),
    ]
