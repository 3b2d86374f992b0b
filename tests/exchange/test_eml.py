"""Drafts as a mail program reads them."""

from email import message_from_bytes, policy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mixer_app.exchange.eml import Attachment, MailDraft, can_be_written_to, draft_file

TEXT = "Hello 遥香,\n\nthank you for coming. A line that is much longer than the seventy-six letters a line may have.\n"
FILES = (
    Attachment("A.pdf", b"%PDF-1.4 \xff"),
    Attachment("A.ics", b"BEGIN:VCALENDAR\r\n"),
    Attachment("A-1.vcf", b"x"),
)


def draft(**other):
    said = {"to_name": "Tanaka, Haruka 田中", "to": "h@seiwa.example", "subject": "Your summary", "text": TEXT}
    return MailDraft(**(said | {"attachments": FILES} | other))


def read(written):
    return message_from_bytes(written, policy=policy.default)


def test_a_mail_program_opens_it_as_a_draft_with_everything_in_it():
    message = read(draft_file(draft(reply_to="events@forum.example")))
    assert message["X-Unsent"] == "1"
    assert message["From"] is None
    assert message["Date"] is None
    (to,) = message["To"].addresses
    assert (to.display_name, to.addr_spec) == ("Tanaka, Haruka 田中", "h@seiwa.example")
    assert message["Reply-To"] == "events@forum.example"
    assert message.get_body().get_content().replace("\r\n", "\n") == TEXT
    parts = list(message.iter_attachments())
    assert [part.get_filename() for part in parts] == ["A.pdf", "A.ics", "A-1.vcf"]
    assert [part.get_content_type() for part in parts] == ["application/pdf", "text/calendar", "text/vcard"]
    assert [part.get_payload(decode=True) for part in parts] == [one.content for one in FILES]
    assert not message.defects


def test_the_same_draft_is_the_same_bytes():
    assert draft_file(draft()) == draft_file(draft())


@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_no_name_and_no_subject_can_add_a_header_or_a_recipient(text):
    evil = f"x\r\nBcc: evil@x.example\n\u2028To: evil@x.example{text}"
    message = read(draft_file(draft(to_name=evil, subject=evil)))
    assert message["Bcc"] is None
    assert [address.addr_spec for address in message["To"].addresses] == ["h@seiwa.example"]


@pytest.mark.parametrize(
    "address",
    ["", "nobody", "a b@x.example", "a@x.example\nBcc: b@x.example", "a@x.example, b@x.example", "@", "é@x.example"],
)
def test_who_has_no_address_gets_no_draft(address):
    assert draft_file(draft(to=address)) is None
    assert not can_be_written_to(address)


def test_an_organizer_without_an_address_is_not_replied_to():
    assert read(draft_file(draft(reply_to="")))["Reply-To"] is None


def test_a_host_in_other_letters_is_written_as_mail_servers_know_it():
    message = read(draft_file(draft(to="ana@klinik-köln.example")))
    assert message["To"].addresses[0].addr_spec == f"ana@{'klinik-köln'.encode('idna').decode()}.example"
