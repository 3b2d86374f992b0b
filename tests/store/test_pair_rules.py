"""What staff decided about pairs is kept for every plan to come."""

from mixer_app.domain.plan_edits import PairRule
from mixer_app.store.forgetting import erase_people
from mixer_app.store.pair_rules import pair_rules, set_pair_rule


def test_a_decision_is_kept_replaced_and_taken_back(database, event, add):
    ann, bob = add("Ann Smith", role="mentor"), add("Bob Jones")
    say = lambda rule: database.write(set_pair_rule, event.id, ann.id, bob.id, rule)  # noqa: E731
    assert say(PairRule.FORBIDDEN) is None
    assert database.read(pair_rules, event.id) == {(ann.id, bob.id): PairRule.FORBIDDEN}
    assert say(PairRule.MUST_MEET) is PairRule.FORBIDDEN
    assert say(None) is PairRule.MUST_MEET
    assert database.read(pair_rules, event.id) == {}


def test_forgetting_an_event_forgets_them(database, event, add, now):
    from random import Random

    ann, bob = add("Ann Smith", role="mentor"), add("Bob Jones")
    database.write(set_pair_rule, event.id, ann.id, bob.id, PairRule.FORBIDDEN)
    database.write(erase_people, event.id, arrived_at=now, now=now, dice=Random(1))
    assert database.read(pair_rules, event.id) == {}
