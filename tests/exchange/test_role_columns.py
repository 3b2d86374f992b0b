import pytest

from mixer_app.domain.imports import Field


def test_a_question_with_yes_and_no_for_both_is_a_flag(understand_text):
    read = understand_text("Name,both mentor and mentee\nAnn,yes\nBo,no\n", role="mentee")
    assert read.field("both mentor and mentee") is Field.BOTH_FLAG
    assert read.roles == ["both", "mentee"]


def test_two_flags_make_a_role(understand_text):
    read = understand_text(
        "Name,I want to be a mentor,I would like to have a mentor\nAnn,Yes,No\nBo,No,Yes\nCy,Yes,Yes\nDi,No,No\n"
    )
    assert read.roles == ["mentor", "mentee", "both"]
    assert read.rejected[0].reason == "This row does not say whether this is a mentor or a mentee."


def test_one_flag_tells_both_sides(understand_text):
    assert understand_text("Name,Are you a mentor?\nAnn,Yes\nBo,No\n").roles == ["mentor", "mentee"]


def test_a_first_name_like_a_role_is_no_role(understand_text):
    read = understand_text("first name,last name\nmentor,000\nmentor,001\n")
    assert read.field("first name") is Field.GIVEN_NAME
    assert not read.people


def test_the_event_name_is_no_role(understand_text):
    read = understand_text("Name,Event Name,Ticket Type\nAnn,Mentor Mixer,Mentee\nBo,Mentor Mixer,Mentor\n")
    assert read.field("Ticket Type") is Field.ROLE
    assert read.roles == ["mentee", "mentor"]


def test_past_experience_is_no_role(understand_text):
    read = understand_text("Name,Have you been a mentor before?,Role\nAnn,Yes,Mentee\nBo,No,Mentor\n")
    assert read.roles == ["mentee", "mentor"]


def test_the_column_that_names_both_sides_wins_over_a_ticket_that_names_one(understand_text):
    read = understand_text("Name,Ticket,Which one are you?\nAnn,General,Mentor\nBo,General,Mentee\n")
    assert read.field("Which one are you?") is Field.ROLE


@pytest.mark.parametrize("title", ["Product", "Ticket Type", "Category", "Admission item", "Registration Type"])
def test_a_ticket_says_the_role(understand_text, title):
    assert understand_text(f"Name,{title}\nAnn,Mentor – early\nBo,Mentee\n").roles == ["mentor", "mentee"]
