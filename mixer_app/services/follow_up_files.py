"""What goes with a person's follow-up summary: two dates for the calendar, contact cards, an e-mail to send.

Everything is made from the summary alone, so that no file can tell more than the page does, and no file is
named after a person.
"""

from collections.abc import Sequence
from hashlib import sha256
from typing import Final

from mixer_app.domain.contact_card import ContactCard
from mixer_app.domain.events import Event
from mixer_app.domain.paper import FollowUpSummary, MetPerson, SharedContact
from mixer_app.exchange.eml import Attachment, MailDraft, draft_file
from mixer_app.exchange.ics import CalendarEntry, calendar_file
from mixer_app.exchange.vcf import card_file
from mixer_app.printing import words
from mixer_app.printing.follow_up_words import FollowUpWords
from mixer_app.services.follow_up_mail import mail_subject, mail_text

_OURS: Final = "mentor-mixer.invalid"  # no host: what stands before it is one of a kind


def calendar_of(event: Event, summary: FollowUpSummary) -> bytes:
    """The two dates as a calendar file; it hides them from who may look into the person's calendar."""
    soon, later = FollowUpWords.steps(summary)
    title_soon, title_later = FollowUpWords.titles(summary)
    made = f"{summary.code.lower()}.{event.created_at:%Y%m%d%H%M%S}"
    told = f"{summary.event_name}, {words.day_and_year(summary.day)}"
    return calendar_file(
        [
            CalendarEntry(
                uid=f"{made}.two-weeks@{_OURS}",
                title=title_soon,
                starts=summary.two_weeks,
                text=f"{soon}\n\n{told}",
                private=True,
            ),
            CalendarEntry(
                uid=f"{made}.three-months@{_OURS}",
                title=title_later,
                starts=summary.three_months,
                text="\n\n".join(part for part in (summary.goal, later, told) if part),
                private=True,
            ),
        ],
        made_at=event.created_at,
    )


def cards_of(summary: FollowUpSummary) -> list[bytes]:
    """A file for each contact on the summary, because Outlook takes in only the first card of a file."""
    return [card_file([_card(summary, met, met.contact)]) for met in summary.met if met.contact]


def attachments_of(event: Event, summary: FollowUpSummary, page: bytes) -> list[Attachment]:
    """What an e-mail brings: `page` is the summary as PDF."""
    code = summary.code
    cards = cards_of(summary)
    return [
        Attachment(f"{code}.pdf", page),
        Attachment(f"{code}.ics", calendar_of(event, summary)),
        *(Attachment(f"{code}-{number}.vcf", card) for number, card in enumerate(cards, 1)),
    ]


def draft_of(summary: FollowUpSummary, address: str, attachments: Sequence[Attachment]) -> bytes | None:
    """An e-mail ready to be sent, as mail programs open it; None where `address` is none."""
    return draft_file(
        MailDraft(
            to_name=summary.name.full,
            to=address,
            subject=mail_subject(summary),
            text=mail_text(summary),
            reply_to=summary.questions_to,
            attachments=tuple(attachments),
        )
    )


def _card(summary: FollowUpSummary, met: MetPerson, contact: SharedContact) -> ContactCard:
    likes = ", ".join(part for part in (contact.means, contact.frequency) if part)
    event = f"{summary.event_name}, {words.day_and_year(summary.day)}"
    known_by = (contact.email or contact.phone).casefold()
    return ContactCard(
        name=met.name,
        employer=met.employer,
        title=met.title,
        email=contact.email,
        phone=contact.phone,
        note="\n".join(part for part in (event, f"Prefers {likes[:1].lower()}{likes[1:]}" if likes else "") if part),
        uid=f"{sha256(known_by.encode()).hexdigest()[:32]}@{_OURS}",
    )
