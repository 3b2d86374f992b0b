"""The e-mail that brings a summary says what the page says, and no more."""

from dataclasses import replace
from datetime import date

from mixer_app.domain.paper import FollowUpSummary, MetPerson, SharedContact
from mixer_app.domain.people import PersonName
from mixer_app.domain.roles import Role
from mixer_app.services.follow_up_mail import mail_subject, mail_text

ADA = MetPerson(
    round=1,
    name=PersonName(full="Ada Mentor", given="Ada", family="Mentor"),
    title="Chief",
    employer="House 1",
    talked_about=("finance",),
    contact=SharedContact(email="ada@house1.example", phone="+1 555 0100", means="E-mail", frequency="monthly"),
)
BO = MetPerson(round=3, name=PersonName(full="Tanaka Haruka", given="Haruka", native="田中 遥香"))
SUMMARY = FollowUpSummary(
    event_name="Spring mixer",
    day=date(2027, 4, 15),
    code="GMCFC7J7",
    role=Role.MENTEE,
    name=PersonName(full="Eli Mentee", given="Eli", family="Mentee"),
    goal="Become a director",
    met=(ADA, BO),
    two_weeks=date(2027, 4, 29),
    three_months=date(2027, 7, 15),
    suggestion="Write to Ada first.",
    questions_to="events@forum.example",
)


def test_it_greets_tells_whom_they_met_and_gives_the_contacts_of_mutual_matches():
    text = mail_text(SUMMARY)
    assert text.startswith("Hello Eli,\n\nThank you for coming. You met two mentors; one of them would like")
    for told in (
        "ada@house1.example",
        "+1 555 0100",
        "田中 遥香 Tanaka Haruka",
        "Become a director",
        "Write to Ada first.",
    ):
        assert told in text
    assert "In two weeks, Thu 29 April\nWrite to Ada." in text
    assert "one contact card" in text
    assert text.count("@") == 2  # of Ada and of the organizers
    assert mail_subject(SUMMARY) == "Spring mixer: your follow-up summary"


def test_without_a_match_it_speaks_of_the_meetings_and_of_what_comes_next():
    text = mail_text(replace(SUMMARY, met=(replace(ADA, contact=None), BO)))
    assert "You met two mentors." in text
    assert "YOU BOTH SAID YES" not in text
    assert "contact card" not in text
    for word in ("nobody", "no one", "none", "unfortunately", "sorry"):
        assert word not in text.lower()


def test_somebody_whose_given_name_is_not_known_is_greeted_by_the_whole_name():
    text = mail_text(replace(SUMMARY, name=PersonName(full="Nguyễn Thị Ánh"), goal="", met=(), suggestion=""))
    assert text.startswith("Hello Nguyễn Thị Ánh,")
    assert "YOUR GOAL" not in text
    assert "WHOM YOU MET" not in text
