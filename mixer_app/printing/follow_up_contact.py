"""The contact column of a follow-up summary, and where things are on its page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from mixer_app.domain.contact_card import ContactCard, card_lines
from mixer_app.domain.paper import MetPerson, SharedContact
from mixer_app.printing.fitting import fit_line
from mixer_app.printing.follow_up_words import FollowUpWords
from mixer_app.printing.marks import check_mark, qr_bits
from mixer_app.printing.paper import Paper
from mixer_app.printing.wrapping import Span, wrap

_CONTACT_WIDTH: Final = 56.5
_FIRST: Final = 8.15  # mm from the top of a row to its first baseline
_NEXT: Final = 4.0  # mm between lines of small text
_AFTER_CHECK: Final = 4.7
QR: Final = 19.0


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


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a block: how far its baseline is below the one above, in mm, how far in, and what."""

    down: float
    span: Span
    inset: float = 0.0


def contact_lines(paper: Paper, frame: LetterFrame, met: MetPerson) -> list[Line]:
    """What stands in the contact column: addresses and how the two like to be in contact, or that one waits.

    Nothing where the two are no mutual match, and nothing where there is no contact to give.
    """
    look = paper.look
    if not (met.contact or met.waits):
        return []
    lines = [Line(_FIRST, Span(FollowUpWords.BOTH_YES, look.caption, "good"), _AFTER_CHECK)]
    if met.contact:
        addresses = address_lines(paper, met.contact)
        lines += [Line(4.95 if index else 6.05, span) for index, span in enumerate(addresses)]
        return lines + _small(paper, FollowUpWords.in_contact(met), _CONTACT_WIDTH, "text_muted", 4.5)
    return lines + _small(paper, met.waits, frame.right - frame.contact, "text", 5.4)


def contact_height(lines: Sequence[Line]) -> float:
    """From the top of their row to the last baseline, in mm."""
    return sum(line.down for line in lines)


def draw_contact(paper: Paper, frame: LetterFrame, met: MetPerson, lines: Sequence[Line], top: float) -> None:
    """Draw the lines, and the card to be scanned."""
    if not lines:
        return
    check_mark(paper, frame.contact, top + 8.4, 3.0)
    baseline = top
    for line in lines:
        baseline += line.down
        paper.text(frame.contact + line.inset, baseline, line.span.text, line.span.kind, line.span.colour)
    if met.contact:
        card = ContactCard(name=met.name, employer=met.employer, email=met.contact.email, phone=met.contact.phone)
        bits, modules = qr_bits("\r\n".join(card_lines(card)), "M")
        paper.mask(frame.right - QR, top + 3.1, QR, bits, modules)


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


def _small(paper: Paper, text: str, width: float, colour: str, first: float) -> list[Line]:
    small = paper.look.small
    rows = wrap(paper.shaper, text, small, width) if text else []
    return [Line(_NEXT if index else first, Span(row, small, colour)) for index, row in enumerate(rows)]
