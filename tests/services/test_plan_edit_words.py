"""The price of a change as a person reads it."""

import pytest

from mixer_app.domain.plan_edits import EditKind, PlanEdit
from mixer_app.matching.edits import EditCost, Meetings
from mixer_app.services.plan_edit_words import Tone, edit_in_words, price_in_words

NAMES = {0: "Adaeze Nnamdi", 1: "Ana Sousa"}


def price(cost: EditCost, scores: dict[tuple[int, int], float] | None = None) -> tuple[str, str, Tone]:
    told = price_in_words(cost, mover=0, name=NAMES.__getitem__, scores=lambda i, j: (scores or {})[i, j], strong=0.6)
    return told.sentence, told.others, told.tone


def test_somebody_who_meets_fewer_is_named_with_the_number() -> None:
    taken = EditCost(-0.31, (Meetings(1, 4, 3),), (), (), (), ((0, 2, 5, 6), (1, 2, 6, -1)))
    assert price(taken) == (
        "Costs 0.31 of total fit; Ana Sousa falls to 3 meetings",
        "Ana Sousa meets 3, not 4",
        Tone.BAD,
    )


@pytest.mark.parametrize(
    ("before", "after", "told", "tone"),
    [
        (0.7, 0.72, "Ana Sousa swaps, both strong", Tone.GOOD),
        (0.7, 0.3, "Ana Sousa falls from strong to fair", Tone.WARN),
        (0.3, 0.7, "Ana Sousa gains", Tone.GOOD),
        (0.3, 0.3, "Ana Sousa swaps, fair", Tone.GOOD),
    ],
)
def test_a_swap_says_what_it_means_for_the_other(before: float, after: float, told: str, tone: Tone) -> None:
    swapped = EditCost(0.05, (), (), (), (), ((0, 2, 5, 6), (1, 2, 6, 5)))
    assert price(swapped, {(1, 6): before, (1, 5): after})[1:] == (told, tone)


def test_a_change_that_touches_nobody_else_says_only_its_fit() -> None:
    assert price(EditCost(0.0, (), (), (), (), ((0, 2, 5, 6),))) == ("Costs nothing of total fit", "", Tone.GOOD)
    lost = EditCost(-0.4, (), (), (0,), (), ((0, 2, 5, 6),))
    assert price(lost) == ("Costs 0.40 of total fit; Adaeze Nnamdi loses the strong introduction", "", Tone.WARN)


@pytest.mark.parametrize("kind", list(EditKind))
def test_every_kind_of_change_has_a_sentence_for_the_journal(kind: EditKind) -> None:
    edit = PlanEdit(kind=kind, mentee_id=1, round=2, mentor_id=7, other_id=3)
    told = edit_in_words(edit, {1: "Ana", 3: "Bo", 7: "Dr. Li"}.__getitem__, {7: 4}.__getitem__)
    assert "Ana" in told
    assert ("round 2" in told) == (kind not in (EditKind.FORBID, EditKind.MUST_MEET))
