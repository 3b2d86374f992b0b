"""Stored figures are held against the introductions they speak of."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Evidence, Introduction, Plan
from mixer_app.services.plan_figures import is_off_path, meetings_of_mentees, wrong_figures


def test_each_figure_that_the_introductions_contradict_is_told(
    add: Callable[..., Attendee], introduce: Callable[..., Plan]
) -> None:
    ann, bob, cid = add("Ann Smith", role="mentor"), add("Bob Jones"), add("Cid Wu")
    plan = introduce((ann, bob), (ann, cid))
    sound = replace(plan.quality, meetings=2, fewest=1, strong_mentees=2, discovery_mentees=0, bound_meetings=2)
    assert list(wrong_figures(replace(plan, quality=sound))) == []
    assert meetings_of_mentees(replace(plan, introductions=plan.introductions[:1])) == {bob.id: 1, cid.id: 0}
    for name, value in (
        ("meetings", 3),
        ("fewest", 0),
        ("strong_mentees", 3),
        ("discovery_mentees", 3),
        ("bound_meetings", 1),
    ):
        told = list(wrong_figures(replace(plan, quality=replace(sound, **{name: value}))))
        assert any(sentence.startswith(name) for sentence in told)


@pytest.mark.parametrize(
    ("needs", "field", "off_path"), [(1.0, 0.0, True), (1.0, 0.5, False), (0.0, 0.0, False), (None, 0.0, False)]
)
def test_an_introduction_is_off_the_path_by_its_evidence(needs: float | None, field: float, off_path: bool) -> None:
    evidence = (Evidence("needs", 0.3, needs, ""), Evidence("field", 0.1, field, ""))
    meeting = Introduction(round=1, table=1, mentor_id=1, mentee_id=2, score=0.5, evidence=evidence)
    assert is_off_path(meeting) is off_path
    assert not is_off_path(replace(meeting, evidence=evidence[:1]))
