import pytest

from mixer_app.exchange.role_words import parse_role, role_evidence


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Mentor", "mentor"),
        ("MENTORS", "mentor"),
        ("Mentee ticket (early bird)", "mentee"),
        ("I would like to find a mentor", "mentee"),
        ("Looking for a mentor", "mentee"),
        ("I would like a mentor", "mentee"),
        ("I'd like to be matched with a mentor", "mentee"),
        ("I'd like to learn from a mentor", "mentee"),
        ("I would like to mentor", "mentor"),
        ("Mentor (paired with a mentee)", "mentor"),
        ("Ich hätte gern einen Mentor", "mentee"),
        ("Je souhaite un mentor", "mentee"),
        ("Quiero un mentor", "mentee"),
        ("As a mentor", "mentor"),
        ("Mentor and mentee", "both"),
        ("Mentor/Mentee", "both"),
        ("Both", "both"),
        ("mentoré", "mentee"),
        ("Mentorés", "mentee"),
        ("mentore", "mentor"),
        ("Busco un mentor", "mentee"),
        ("ich suche eine Mentorin", "mentee"),
        ("我想找导师", "mentee"),
        ("我是导师", "mentor"),
        ("مُرشِد", "mentor"),
        ("General admission", None),
        ("Commentary", None),
        ("", None),
    ],
)
def test_what_an_answer_says_of_the_role(text, role):
    assert parse_role(text) == role


def test_a_long_story_is_no_answer():
    assert parse_role("My mentor " * 30) is None


def test_evidence_counts_rows_and_not_spellings():
    evidence = role_evidence(["mentor"] * 9 + ["other"])
    assert evidence.told == pytest.approx(0.9)
    assert evidence.roles == {"mentor"}
