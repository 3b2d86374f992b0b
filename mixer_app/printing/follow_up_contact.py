"""A contact on a follow-up summary, and where things are on its page."""

from dataclasses import dataclass
from typing import Final

from mixer_app.domain.contact_card import ContactCard, card_lines
from mixer_app.domain.paper import MetPerson, SharedContact
from mixer_app.printing.fitting import fit_line
from mixer_app.printing.follow_up_words import FollowUpWords
from mixer_app.printing.marks import check_mark, qr_bits
from mixer_app.printing.paper import Paper
from mixer_app.printing.wrapping import Span, shorten, wrap

_CONTACT_WIDTH: Final = 56.5
_QR: Final = 19.0


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFrame:
    """Where things are on a page of a size, in mm before `scale`; a narrow page has contacts below, not beside."""

    scale: float = 1.0
    left: float = 18.0
    right: float = 192.0
    name: float = 28.1
    contact: float = 114.2
    beside: bool = True
    last: float = 276.0  # foot of the last line
    foot: float = 280.6
    second_date: float = 111.1
    date_width: float = 81.0
    suggestion_width: float = 150.0

    @property
    def width(self) -> float:
        """Between the margins."""
        return self.right - self.left


USUAL: Final = LetterFrame()
LARGE: Final = LetterFrame(
    scale=1.4,
    left=13.0,
    right=137.0,
    name=22.0,
    contact=22.0,
    beside=False,
    last=194.0,
    foot=198.0,
    second_date=78.0,
    date_width=58.0,
    suggestion_width=124.0,
)


def address_lines(paper: Paper, contact: SharedContact) -> list[Span]:
    """E-mail and telephone, a line each down to 9 pt; what is longer takes two lines."""
    largest = paper.look.body.weighing(500)
    smallest = largest.sized(paper.look.caption.size)
    lines: list[Span] = []
    for text in (contact.email, contact.phone):
        kind = fit_line(paper.shaper, text, _CONTACT_WIDTH, largest, smallest.size)
        name, at, host = text.partition("@")
        halves = [name, at + host] if at else [text]
        rows = (
            [text] if kind else [row for half in halves for row in wrap(paper.shaper, half, smallest, _CONTACT_WIDTH)]
        )
        lines += [Span(row, kind or smallest) for row in rows if row]
    return lines


def draw_contact(paper: Paper, frame: LetterFrame, met: MetPerson, contact: SharedContact, top: float) -> None:
    """The addresses of a mutual match, how they like to be reached, and the card to be scanned."""
    look = paper.look
    check_mark(paper, frame.contact, top + 8.4, 3.0)
    paper.text(frame.contact + 4.7, top + 8.15, FollowUpWords.BOTH_YES, look.caption, "good")
    baseline = top + 8.8
    for index, line in enumerate(address_lines(paper, contact)):
        baseline += 4.95 if index else 5.4
        paper.text(frame.contact, baseline, line.text, line.kind)
    prefers = FollowUpWords.prefers(contact.means, contact.frequency)
    for line in shorten(paper.shaper, prefers, look.small, _CONTACT_WIDTH)[0] if prefers else []:
        paper.text(frame.contact, baseline + 4.7, line, look.small, "text_muted")
    card = ContactCard(name=met.name, employer=met.employer, email=contact.email, phone=contact.phone)
    bits, modules = qr_bits("\r\n".join(card_lines(card)), "M")
    paper.mask(frame.right - _QR, top + 3.1, _QR, bits, modules)
