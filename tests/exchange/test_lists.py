import pytest
from hypothesis import given
from hypothesis import strategies as st

from mixer_app.exchange.lists import join_list, make_splitter, split_list, unique


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("Finance, Leadership", ("Finance", "Leadership")),
        ("Finance; Leadership", ("Finance", "Leadership")),
        ("AGOL;Cartography;", ("AGOL", "Cartography")),
        ("Finance\nLeadership", ("Finance", "Leadership")),
        ("Finance | Leadership", ("Finance", "Leadership")),
        ("财务、领导力，战略", ("财务", "领导力", "战略")),
        ("المالية، القيادة", ("المالية", "القيادة")),
        ("Budgets (own, shared), Law", ("Budgets (own, shared)", "Law")),
        ("Finance, finance", ("Finance",)),
        ("", ()),
    ],
)
def test_cells_are_taken_apart(cell, parts):
    assert make_splitter([cell]).split(cell) == parts


def test_a_column_with_semicolons_is_not_split_at_commas():
    column = ["Law, tax and audit; Finance", "Law, tax and audit"]
    splitter = make_splitter(column)
    assert splitter.split(column[0]) == ("Law, tax and audit", "Finance")
    assert splitter.split(column[1]) == ("Law, tax and audit",)


def test_a_known_option_with_a_comma_stays_whole():
    splitter = make_splitter(["Finance, Hiring, firing and pay"], ["Hiring, firing and pay"])
    assert splitter.split("Finance, Hiring, firing and pay") == ("Finance", "Hiring, firing and pay")


def test_an_option_with_a_comma_is_told_from_the_answers_alone():
    column = ["Leadership, strategy and vision, Finance", "Finance, Leadership, strategy and vision", "Finance"]
    splitter = make_splitter(column)
    assert splitter.split(column[0]) == ("Leadership, strategy and vision", "Finance")


def test_small_letters_alone_are_no_reason_to_keep_parts_together():
    column = ["finance, law", "finance, law", "finance"]
    assert make_splitter(column).split("finance, law") == ("finance", "law")


def test_the_first_spelling_stays():
    assert unique(["Finance", "FINANCE", "", "Law"]) == ("Finance", "Law")


things = st.lists(
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1).map(str.strip).filter(bool)
)


@given(things)
def test_our_own_lists_come_back_as_they_were(names):
    assert list(split_list(join_list(names))) == names
