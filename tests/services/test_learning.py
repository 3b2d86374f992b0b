"""What the answers say about the weights: nothing under fifty, nothing of one person, nothing applied by itself."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from mixer_app.domain.answers import Answer, GivenAnswer
from mixer_app.domain.errors import Cancelled
from mixer_app.domain.events import QuestionCriterion, QuestionKind
from mixer_app.domain.learning import Finding, Learned
from mixer_app.domain.plans import Introduction, QualityFigures
from mixer_app.services.events import create_event, find_event
from mixer_app.services.forgetting import forget_event, forget_person
from mixer_app.services.learning import learn, with_suggestion
from mixer_app.services.learning_words import (
    finding_in_words,
    learned_from,
    learned_headline,
    suggestion_in_words,
    unknown_in_words,
)
from mixer_app.services.people import list_attendees
from mixer_app.store.answers import add_answers
from mixer_app.store.plans import save_plan
from mixer_app.store.registrations import add_registrations

SAID = {"station": "Control"}
TOPICS = ("Finance", "Leadership", "Research", "Teaching")
NOW = datetime(2026, 3, 5, 17, 0, tzinfo=UTC)
QUALITY = QualityFigures(
    meetings=1, fewest=1, kept=0, strong_mentees=0, discovery_mentees=0, total_score=1.0, optimal=True,
    bound_meetings=1, bound_score=1.0,
)  # fmt: skip


@pytest.fixture
def held(database, a_registration):
    """Hold an evening in which `chance(topic in common, same field)` is how likely each says yes."""

    def build(event, chance, *, mentees=30, mentors=12, rounds=4, seed=1, answers=None):
        dice = Random(seed)
        said = [
            a_registration(
                f"Mentor Number{one}", role="mentor", email=f"m{one}.{event.id}@x.org", field=dice.choice("AB"),
                topics_offered=tuple(dice.sample(TOPICS, 2)), experience_years=20.0,
                answers=(("Shift?", dice.choice(("Day", "Night"))),),
            )
            for one in range(mentors)
        ] + [
            a_registration(
                f"Mentee Number{one}", email=f"s{one}.{event.id}@x.org", field=dice.choice("AB"),
                topics_wanted=(dice.choice(TOPICS),), experience_years=5.0,
                answers=(("Shift?", dice.choice(("Day", "Night"))),),
            )
            for one in range(mentees)
        ]  # fmt: skip
        ids = list(database.write(add_registrations, event.id, said, now=NOW, dice=dice))
        known = {one.id: one for one in database.read(list_attendees, event.id)}
        hosts, guests = ids[:mentors], ids[mentors:]
        pairs = [(guest, host) for guest in guests for host in dice.sample(hosts, rounds)]
        meetings = [
            Introduction(round=place % rounds + 1, table=1, mentor_id=host, mentee_id=guest, score=0.5)
            for place, (guest, host) in enumerate(pairs)
        ]
        database.write(
            save_plan, event.id, introductions=meetings, quality=QUALITY, rounds=rounds, mentee_ids=guests,
            mentor_ids=hosts, now=NOW, **SAID,
        )  # fmt: skip
        given = []
        for guest, host in pairs:
            one, other = known[guest], known[host]
            likely = chance(bool(set(one.topics_wanted) & set(other.topics_offered)), one.field == other.field)
            for giver, subject in ((guest, host), (host, guest)):
                yes = "yes" if dice.random() < likely else "no"
                given.append(_answer(giver, subject, yes))
        database.write(add_answers, event.id, given[:answers])
        return known

    return build


def _answer(giver, subject, word):
    return GivenAnswer(from_id=giver, to_id=subject, answer=Answer(word), at=NOW)


def by_topic(in_common, _same_field):
    return 0.8 if in_common else 0.2


def by_field(_in_common, same_field):
    return 0.85 if same_field else 0.15


def by_nothing(_in_common, _same_field):
    return 0.5


@pytest.mark.parametrize("answers", [0, 3, 49])
def test_under_fifty_answers_nothing_is_said(database, event, held, answers):
    held(event, by_topic, answers=answers)
    learned = learn(database, event.id)
    assert (learned.findings, learned.weights) == ((), {})
    assert "after 50 of them" in learned_headline(learned)
    assert ("hardly any" if answers < 5 else f"there are {answers}") in learned.silent


def test_what_predicted_staying_in_touch_is_found(database, event, held):
    held(event, by_topic)
    learned = learn(database, event.id)
    assert (learned.answers, learned.events) == (240, 1)
    found = {one.criterion: one for one in learned.findings}
    assert learned.findings[0].criterion == "topics"
    assert found["topics"].low > 0
    assert found["topics"].with_it == pytest.approx(0.8, abs=0.12)
    assert found["topics"].without == pytest.approx(0.2, abs=0.12)
    assert "experience" in learned.unknown  # everybody was fifteen years ahead


def test_a_criterion_that_predicts_beyond_its_weight_is_suggested_and_never_applied(database, event, held):
    held(event, by_field, mentees=60)
    learned = learn(database, event.id)
    assert learned.weights["field"] == pytest.approx(0.20)
    assert learned_headline(learned).startswith("At your events, field or specialty predicted staying in touch better")
    assert database.read(find_event, str(event.id)).rules == event.rules
    taken = with_suggestion(event.rules, learned)
    assert taken.weights["field"] == pytest.approx(0.20)
    assert {name for name in taken.weights if taken.weights[name] != event.rules.weights[name]} == set(learned.weights)


def test_noise_speaks_for_no_other_weights(database, event, held):
    held(event, by_nothing)
    learned = learn(database, event.id)
    assert learned.weights == {}
    assert learned_headline(learned) == "The answers so far speak for no other weights."


def test_all_events_of_the_organizer_teach_together_each_by_its_own_rules(database, event, held, now):
    asked = QuestionCriterion(question="Shift?", kind=QuestionKind.SAME, weight=0.1)
    planning = replace(event, name="Autumn", starts_at=event.starts_at + timedelta(days=180))
    planning = replace(planning, rules=replace(event.rules, questions=(asked,)))
    autumn = database.write(create_event, planning, now=now, **SAID)
    held(event, by_topic, answers=40)
    held(autumn, by_topic, seed=2)
    here, there = learn(database, event.id), learn(database, autumn.id)
    assert (here.answers, here.events) == (280, 2)
    assert "Shift?" not in {one.criterion for one in here.findings}
    assert "Shift?" in {one.criterion for one in there.findings}


def test_what_people_say_later_for_another_event_changes_nothing(database, event, held, a_registration, now):
    known = held(event, by_topic)
    before = learn(database, event.id)
    planning = replace(event, name="Autumn", starts_at=event.starts_at + timedelta(days=180))
    autumn = database.write(create_event, planning, now=now, **SAID)
    same = [replace(a_registration(one.name.full), email=one.email, topics_wanted=("Sleep",)) for one in known.values()]
    database.write(add_registrations, autumn.id, same, now=now, dice=Random(4))
    assert learn(database, event.id) == before


def test_of_who_was_forgotten_nothing_is_left_to_learn_from(database, event, held, now):
    known = held(event, by_topic)
    forget_person(database, next(iter(known)), now=now + timedelta(days=30), dice=Random(1), **SAID)
    assert learn(database, event.id).answers < 240
    forget_event(database, event.id, now=now + timedelta(days=30), dice=Random(1), **SAID)
    learned = learn(database, event.id)
    assert (learned.answers, learned.forgotten_events) == (0, 1)
    assert learned_from(learned).endswith("1 event was forgotten, so nothing can be learned from it.")


def test_everybody_of_one_mind_teaches_nothing(database, event, held):
    held(event, lambda *_: 1.0)
    assert learn(database, event.id).silent.startswith("Nearly everybody answered alike")


def test_answers_about_a_handful_of_people_teach_nothing(database, event, held):
    held(event, by_topic, mentors=4)
    assert "too few people" in learn(database, event.id).silent


def test_learning_can_be_stopped(database, event, held):
    held(event, by_topic)
    with pytest.raises(Cancelled):
        learn(database, event.id, progress=lambda _fraction, _stage: False)


def test_findings_are_told_in_plain_words():
    sure = Finding(criterion="topics", weight=0.25, without=0.3, with_it=0.6, low=0.1, high=0.5, suggested=0.4)
    unsure = replace(sure, criterion="reach", low=-0.1, high=0.2, suggested=None)
    against = replace(sure, criterion="Shift?", with_it=0.1, low=-0.4, high=-0.1, suggested=0.1)
    assert finding_in_words(sure) == (
        "Of 100 people alike in all else, 60 said yes where it fitted in full and 30 where it did not fit: "
        "10 to 50 more, with 95 % certainty."
    )
    assert "That can be chance: the difference is between 10 fewer and 20 more." in finding_in_words(unsure)
    assert finding_in_words(against).endswith("10 to 40 fewer, with 95 % certainty.")
    assert suggestion_in_words(sure) == "Weight 25 to 40 of 100"
    assert suggestion_in_words(unsure) == ""
    learned = Learned(answers=60, events=2, findings=(sure, unsure, against), unknown=("experience", "field"))
    assert learned_headline(learned) == (
        "At your events, topics predicted staying in touch better than their weight; “Shift?” less than its weight."
    )
    assert unknown_in_words(learned) == (
        "Nothing can be said of experience ahead and field or specialty: the people who met hardly differed in it."
    )
