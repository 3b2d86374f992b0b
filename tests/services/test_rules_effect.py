from dataclasses import replace

import pytest

from mixer_app.services.rules_effect import RulesOutcome, RulesPreview, step_words

OUTCOME = RulesOutcome(
    fewest=3, meetings=12, strong_mentees=4, steps=(0, 1, 5, 4, 2), average_fit=0.6, possible_pairs=20, optimal=True
)


@pytest.mark.parametrize(
    ("differ", "meetings", "headline"),
    [
        (0, 12, "Nobody meets anybody else."),
        (1, 12, "1 of 12 introductions is different."),
        (5, 12, "5 of 12 introductions are different."),
        (0, 9, "3 introductions fall away; nobody meets anybody new."),
    ],
)
def test_the_effect_in_one_sentence(differ: int, meetings: int, headline: str) -> None:
    preview = RulesPreview(
        before=OUTCOME,
        after=replace(OUTCOME, meetings=meetings),
        differ=differ,
        before_by_new=0.5,
        affected=(),
        mentees=4,
        mentors=3,
    )
    assert preview.headline == headline


def test_introductions_by_fit_are_told_best_first() -> None:
    assert step_words(OUTCOME) == "2 very strong, 4 strong, 5 good, 1 fair"
    assert step_words(replace(OUTCOME, steps=(0, 0, 0, 0, 0))) == "no introductions"
