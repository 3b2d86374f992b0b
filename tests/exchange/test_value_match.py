from mixer_app.domain.imports import Field
from mixer_app.exchange.value_match import is_unique, is_weak_id, share_known, share_of_emails, value_factor


def test_answers_rule_a_field_out():
    assert value_factor(Field.EMAIL, ["Ann", "Bo"]) == 0
    assert value_factor(Field.EMAIL, ["ann@x.org", "Bo"]) == 1
    assert value_factor(Field.EXTERNAL_ID, ["A1", "A1"]) == 0


def test_a_column_of_placeholders_counts_less_than_a_blank_one():
    assert value_factor(Field.EMAIL, ["anonymous", "anonymous"]) < value_factor(Field.EMAIL, ["", ""])


def test_shares_and_uniqueness():
    assert share_of_emails(["a@x.org", "b@x.org", "", "no"]) == 2 / 3
    assert share_known(["Law, Tax", "Law"], ["law"]) == 2 / 3
    assert is_unique(["1", "2", "3"])
    assert not is_unique(["1", "1"])
    assert is_weak_id("12")
    assert not is_weak_id("AB12-1")
