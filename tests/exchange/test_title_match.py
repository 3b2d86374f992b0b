import pytest

from mixer_app.domain.imports import Field
from mixer_app.exchange.title_match import match_title, names_other_party


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("What is your first name?", Field.GIVEN_NAME),
        ("What's your company?", Field.EMPLOYER),
        ("Institutional email", Field.EMAIL),
        ("How many years of professional experience do you have?", Field.EXPERIENCE_YEARS),
        ("Which languages do you speak well?", Field.LANGUAGES),
        ("Contact information – Company", Field.EMPLOYER),
        ("Is there anyone you would rather not meet?", Field.KEEP_APART),
        ("May we share your contact details with your match?", Field.CONTACT_CONSENT),
        ("Name (First Name)", Field.GIVEN_NAME),
        ("Cargo atual", Field.TITLE),
        ("Works at", Field.EMPLOYER),
        ("あなたのメールアドレスを教えてください", Field.EMAIL),
    ],
)
def test_whole_questions_are_understood(title, field):
    scores = match_title(title)
    assert max(scores, key=lambda found: scores[found]) is field


@pytest.mark.parametrize("title", ["Foods to avoid", "Company website", "Title of your talk", "Commentary", "T-shirt"])
def test_a_word_inside_something_else_means_nothing(title):
    assert all(score < 0.5 for score in match_title(title).values())


def test_the_name_of_a_ticket_is_nobodys_name():
    assert match_title("Ticket Name").get(Field.FULL_NAME, 0.0) < 0.5


def test_buyers_are_told_from_attendees():
    assert names_other_party("Buyer Last Name")
    assert not names_other_party("Attendee Last Name")
