"""The dates, the cards and the draft that go with a summary, as other programs read them."""

from dataclasses import replace
from datetime import UTC, date, datetime
from email import message_from_bytes, policy

import icalendar
import vobject

from mixer_app.domain.events import Event
from mixer_app.domain.paper import FollowUpSummary, MetPerson, SharedContact
from mixer_app.domain.people import PersonName
from mixer_app.domain.roles import Role
from mixer_app.services.follow_up_files import attachments_of, calendar_of, cards_of, draft_of

EVENT = Event(
    id=3, name="Spring mixer", starts_at=datetime(2027, 4, 15, 18), created_at=datetime(2027, 1, 2, 3, tzinfo=UTC)
)
ADA = MetPerson(
    round=1,
    name=PersonName(full="Ada Mentor", given="Ada", family="Mentor"),
    employer="House 1",
    contact=SharedContact(email="ada@house1.example", means="E-mail", frequency="monthly"),
)
BO = MetPerson(round=3, name=PersonName(full="Bo Mentor", given="Bo", family="Mentor"))
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
)


def entries(summary):
    return icalendar.Calendar.from_ical(calendar_of(EVENT, summary)).walk("VEVENT")


def test_the_calendar_has_the_two_dates_and_what_to_do_on_them():
    soon, later = entries(SUMMARY)
    assert (soon.decoded("dtstart"), later.decoded("dtstart")) == (date(2027, 4, 29), date(2027, 7, 15))
    assert str(soon["summary"]) == "Write to Ada"
    assert "Become a director" in str(later["description"])
    assert {str(entry["class"]) for entry in (soon, later)} == {"PRIVATE"}
    assert "ada@house1.example" not in calendar_of(EVENT, SUMMARY).decode()


def test_taking_the_calendar_in_again_after_a_change_gives_each_date_once():
    changed = replace(SUMMARY, met=(BO,), goal="Another")
    assert [str(one["uid"]) for one in entries(SUMMARY)] == [str(one["uid"]) for one in entries(changed)]
    assert len({str(one["uid"]) for one in entries(SUMMARY)}) == 2
    other = replace(SUMMARY, code="J51KVRPQ")
    assert not {str(one["uid"]) for one in entries(SUMMARY)} & {str(one["uid"]) for one in entries(other)}


def test_there_is_a_card_for_each_mutual_match_and_for_nobody_else():
    (card,) = cards_of(SUMMARY)
    found = vobject.readOne(card.decode())
    assert (found.fn.value, found.email.value) == ("Ada Mentor", "ada@house1.example")
    assert found.note.value == "Spring mixer, Thursday 15 April 2027\nPrefers e-mail, monthly"
    again = replace(SUMMARY, code="J51KVRPQ", met=(replace(ADA, round=4),))
    assert vobject.readOne(cards_of(again)[0].decode()).uid.value == found.uid.value


def test_the_draft_brings_the_page_the_dates_and_the_cards_named_by_code():
    attachments = attachments_of(EVENT, SUMMARY, b"%PDF")
    draft = draft_of(SUMMARY, "eli@clinic.example", attachments)
    assert draft is not None
    message = message_from_bytes(draft, policy=policy.default)
    names = [part.get_filename() for part in message.iter_attachments()]
    assert names == ["GMCFC7J7.pdf", "GMCFC7J7.ics", "GMCFC7J7-1.vcf"]
    assert message["To"].addresses[0].display_name == "Eli Mentee"
    assert draft_of(SUMMARY, "", attachments) is None
