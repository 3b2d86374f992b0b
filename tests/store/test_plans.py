"""Plans are kept as they were made, version by version."""

from dataclasses import replace

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.domain.plans import Evidence, Introduction, QualityFigures, Without
from mixer_app.store.plans import get_plan, latest_plan, latest_plan_id, plan_versions, publish_plan, save_plan

QUALITY = QualityFigures(
    meetings=3,
    fewest=1,
    kept=2,
    strong_mentees=1,
    discovery_mentees=1,
    total_score=1.1,
    optimal=False,
    bound_meetings=4,
    bound_score=1.7,
)
EVIDENCE = (
    Evidence("needs", 0.3, 0.5, "Went through “relocation”", True),
    Evidence("field", 0.1, None, ""),
)


@pytest.fixture
def people(add):
    return add("Ann Smith", role="mentor"), add("Bob Jones"), add("Eve Adams")


@pytest.fixture
def save(database, event, people, now):
    def act(introductions=(), **more):
        ann, bob, eve = people
        given = {
            "introductions": introductions,
            "quality": QUALITY,
            "without": (Without(eve.id, "All mentors are full."),),
            "rounds": 5,
            "mentee_ids": (eve.id, bob.id),
            "mentor_ids": (ann.id,),
        }
        return database.write(save_plan, event.id, **(given | more), now=now, station="Control")

    return act


def _introduction(mentor, mentee, **more):
    given = {"round": 1, "table": 4, "score": 0.1 + 0.2, "evidence": EVIDENCE, "locked": True, "took_place": False}
    return Introduction(mentor_id=mentor.id, mentee_id=mentee.id, **(given | more))


def test_a_plan_comes_back_as_it_was_made(database, event, people, save, now):
    ann, bob, eve = people
    introductions = (_introduction(ann, bob), _introduction(ann, eve, round=2, took_place=None, evidence=()))
    saved = save(introductions[::-1])
    assert saved.introductions == introductions
    assert (saved.version, saved.made_at, saved.rounds, saved.quality) == (1, now, 5, QUALITY)
    assert (saved.mentee_ids, saved.mentor_ids) == ((eve.id, bob.id), (ann.id,))
    assert saved.without == (Without(eve.id, "All mentors are full."),)
    assert database.read(latest_plan, event.id) == saved


def test_each_plan_is_the_next_version_and_the_earlier_ones_stay(database, event, people, save):
    ann, bob, _ = people
    first = save((_introduction(ann, bob),))
    second = save()
    assert (first.version, second.version) == (1, 2)
    assert [version.id for version in database.read(plan_versions, event.id)] == [second.id, first.id]
    assert database.read(get_plan, first.id) == first
    assert database.read(latest_plan_id, event.id) == second.id


def test_someone_with_both_roles_may_be_planned_on_both_sides(people, save):
    ann, bob, _ = people
    assert save(mentee_ids=(ann.id, bob.id), mentor_ids=(ann.id,)).mentee_ids == (ann.id, bob.id)


def test_a_plan_is_published_once(database, event, save, now):
    plan = save()
    published = database.write(publish_plan, plan.id, station="Control", now=now)
    later = database.write(publish_plan, plan.id, station="Control", now=now.replace(hour=23))
    assert published == later == replace(plan, published_at=now)


def test_without_a_plan_there_is_none(database, event):
    assert database.read(latest_plan, event.id) is None
    assert database.read(plan_versions, event.id) == []
    with pytest.raises(MixerError, match="no longer there"):
        database.read(get_plan, 3)
