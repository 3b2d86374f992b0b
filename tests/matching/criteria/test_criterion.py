"""Adding a criterion: one small class, and this is its test."""

from collections.abc import Callable
from typing import Any, ClassVar

import numpy as np
import pytest

from mixer_app.domain.events import DEFAULT_WEIGHTS, MatchingRules
from mixer_app.domain.people import Attendee
from mixer_app.domain.roles import Role
from mixer_app.matching import compatibility
from mixer_app.matching.compatibility import score_pairs
from mixer_app.matching.criteria import CRITERIA, Criterion, Crowd
from mixer_app.matching.criteria.criterion import Parts, Remark, Rows


class ContactMeans(Criterion):
    """Both like to keep in touch in the same way."""

    name: ClassVar[str] = "contact_means"

    def __init__(self, crowd: Crowd) -> None:
        self._mentees, self._mentors = (
            np.array([person.contact_means for person in side]) for side in (crowd.mentees, crowd.mentors)
        )

    def parts(self, rows: Rows) -> Parts:
        """1 alike, 0 not; NaN where one said nothing."""
        mentees = self._mentees[rows, None]
        known = (mentees != "") & (self._mentors != "")[None, :]
        return np.where(known, mentees == self._mentors[None, :], np.nan)

    def remarks(self, mentee: int, mentor: int, part: float | None) -> tuple[Remark, ...]:
        """Names the way."""
        return (Remark(f"Both by {self._mentors[mentor]}"),) if part else ()


@pytest.fixture
def _added(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compatibility, "CRITERIA", (*CRITERIA, ContactMeans))


def test_the_new_class_is_judged_like_the_others(judge: Callable[..., Any]) -> None:
    assert judge(ContactMeans, {"contact_means": "phone"}, {"contact_means": "phone"}) == (1.0, ["Both by phone"])
    assert judge(ContactMeans, {"contact_means": "phone"}, {"contact_means": "e-mail"}) == (0.0, [])
    assert judge(ContactMeans, {}, {"contact_means": "e-mail"}) == (None, [])


@pytest.mark.usefixtures("_added")
def test_its_weight_makes_it_count_and_its_sentence_is_told(an_attendee: Callable[..., Attendee]) -> None:
    mentee = an_attendee(contact_means="phone", experience_years=5)
    mentors = [an_attendee(Role.MENTOR, contact_means=means, experience_years=20) for means in ("phone", "e-mail", "")]
    scores = score_pairs([mentee], mentors, MatchingRules(weights={"experience": 0.5, "contact_means": 0.5}))
    alike, other, unknown = scores.scores[0]
    assert alike > unknown > other
    assert [piece.sentence for piece in scores.evidence(0, 0)] == ["15 years ahead", "Both by phone"]
    assert sum(piece.weight for piece in scores.evidence(0, 0)) == pytest.approx(1.0)


@pytest.mark.usefixtures("_added")
def test_without_a_weight_it_changes_nothing(an_attendee: Callable[..., Attendee]) -> None:
    mentee, mentor = an_attendee(contact_means="phone"), an_attendee(Role.MENTOR, contact_means="phone")
    assert score_pairs([mentee], [mentor], MatchingRules()).scores[0, 0] == 0.5


def test_every_criterion_has_a_weight_to_start_with() -> None:
    assert [kind.name for kind in CRITERIA] == list(DEFAULT_WEIGHTS)
