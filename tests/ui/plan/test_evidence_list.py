"""Reasons of a pair, and what is kept out of them."""

from typing import Any

from mixer_app.domain.plans import Evidence
from mixer_app.ui.plan.evidence_list import PRIVATE_WORDS, EvidenceList, evidence_words


def test_what_speaks_for_a_pair_comes_first_and_the_neutral_last(qtbot: Any) -> None:
    shown = EvidenceList()
    qtbot.addWidget(shown)
    shown.show_evidence(
        (
            Evidence("wishes", 0.1, None, ""),
            Evidence("field", 0.1, 0.0, "Another field: surgery"),
            Evidence("topics", 0.3, 0.7, "Shares finance"),
            Evidence("needs", 0.5, 1.0, "Went through relocation"),
            Evidence("reach", 0.0, 1.0, "Same region"),
        )
    )
    assert [line.accessibleName() for line in shown.lines] == [
        "Went through relocation. Needs, 50% of the score, 100%",
        "Shares finance. Topics, 30% of the score, 70%",
        "Another field: surgery. Field, 10% of the score, 0%",
        "No wish by either. Wishes, neutral, neutral",
    ]


def test_a_sensitive_need_is_never_named() -> None:
    private = Evidence("needs", 0.5, 1.0, "Went through an interpersonal issue", sensitive=True)
    assert evidence_words(private) == PRIVATE_WORDS


def test_a_question_of_the_organizer_is_called_by_its_own_name() -> None:
    assert evidence_words(Evidence("Favourite sport", 0.1, None, "")) == "Not answered"
    assert evidence_words(Evidence("Favourite sport", 0.1, 0.0, "")) == "Nothing in common"
