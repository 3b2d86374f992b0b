"""The rows of a follow-up summary: somebody met, and somebody to meet next."""

from dataclasses import dataclass
from typing import Final

from mixer_app.domain.paper import MetPerson, SuggestedPerson
from mixer_app.domain.people import PersonName
from mixer_app.printing import words
from mixer_app.printing.follow_up_contact import QR, LetterFrame, contact_height, contact_lines, draw_contact
from mixer_app.printing.follow_up_words import FollowUpWords
from mixer_app.printing.paper import Paper
from mixer_app.printing.paragraphs import draw_spans
from mixer_app.printing.sheet_rounds import name_spans
from mixer_app.printing.wrapping import Span, shorten

_FIRST_BASELINE: Final = 8.45
_GAP: Final = 4.0  # mm between the columns

Lines = list[tuple[float, list[Span]]]
"""How far each line is below the one above, in mm, and what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spacing:
    """In mm: how much room is left between things."""

    section: float  # from a part's foot to the next heading
    below: float  # below the last line of a row
    contact: float  # a row with a contact, at least
    raised: float = 0.0  # how much nearer to the line above a row begins


class MetRow:
    """One person met: the round, who it is, and the contact of a mutual match."""

    def __init__(self, paper: Paper, frame: LetterFrame, met: MetPerson) -> None:
        self._paper = paper
        self._frame = frame
        self._met = met
        self._contact = contact_lines(paper, frame, met)
        talked = FollowUpWords.talked_about(met.talked_about) if met.talked_about else ""
        beside = bool(self._contact) and frame.beside
        self._about = _about(paper, frame, met.name, words.job(met.title, met.employer), talked, beside=beside)

    def height(self, spacing: Spacing) -> float:
        """Of the whole row, in mm."""
        told = self._told(spacing)
        if not self._contact:
            return told
        contact = contact_height(self._contact) + spacing.below - spacing.raised
        if not self._frame.beside:
            return told + max(contact, QR + _GAP if self._met.contact else 0.0)
        return max(told, contact, spacing.contact if self._met.contact else 0.0)

    def draw(self, top: float, spacing: Spacing) -> None:
        """Draw the row without the line below it."""
        look, frame = self._paper.look, self._frame
        top -= spacing.raised
        number = str(self._met.round) if self._met.round else FollowUpWords.OUTSIDE
        self._paper.text(frame.left, top + _FIRST_BASELINE, number, look.title.with_table_figures, "text_muted")
        _draw_lines(self._paper, frame.name, top, self._about)
        place = top if frame.beside else top + self._told(spacing) + spacing.raised
        draw_contact(self._paper, frame, self._met, self._contact, place)

    def _told(self, spacing: Spacing) -> float:
        return _FIRST_BASELINE + sum(down for down, _ in self._about) + spacing.below - spacing.raised


class NextRow:
    """Somebody to meet next, and how: who has agreed, or whom the organizers can introduce."""

    def __init__(self, paper: Paper, frame: LetterFrame, person: SuggestedPerson, how: str) -> None:
        self._paper = paper
        self._frame = frame
        self._about = _about(
            paper,
            frame,
            person.name,
            words.job(person.title, person.employer),
            words.capital(person.words),
            beside=frame.beside,
        )
        small = paper.look.small
        width = frame.right - frame.contact
        self._how: Lines = [
            (4.0 if index else _FIRST_BASELINE, [Span(row, small)])
            for index, row in enumerate(shorten(paper.shaper, how, small, width, 3)[0])
        ]

    def height(self, spacing: Spacing) -> float:
        """Of the whole row, in mm."""
        told = _FIRST_BASELINE + sum(down for down, _ in self._about) + spacing.below - spacing.raised
        how = sum(down for down, _ in self._how) + spacing.below - spacing.raised
        return max(told, how) if self._frame.beside else told + how - _FIRST_BASELINE + 1.0

    def draw(self, top: float, spacing: Spacing) -> None:
        """Draw the row without the line below it."""
        top -= spacing.raised
        _draw_lines(self._paper, self._frame.name, top, self._about)
        below = 0.0 if self._frame.beside else sum(down for down, _ in self._about) + 5.0
        _draw_lines(self._paper, self._frame.contact, top + below - _FIRST_BASELINE, self._how)


def _about(paper: Paper, frame: LetterFrame, name: PersonName, job: str, told: str, *, beside: bool) -> Lines:
    """Name, job and one thing more, beside the contact column or as wide as the page."""
    look, shaper = paper.look, paper.shaper
    width = (frame.contact if beside else frame.right) - frame.name - _GAP
    lines: Lines = [
        (5.0 if index else 0.0, row)
        for index, row in enumerate(name_spans(paper, name, look.title, look.caption, width))
    ]
    for text, colour, down in ((job, "text_muted", 5.35), (told, "text", 4.9)):
        rows = shorten(shaper, text, look.small, width, 2)[0] if text else []
        lines += [(3.9 if index else down, [Span(row, look.small, colour)]) for index, row in enumerate(rows)]
    return lines


def _draw_lines(paper: Paper, left: float, top: float, lines: Lines) -> None:
    baseline = top + _FIRST_BASELINE
    for down, spans in lines:
        baseline += down
        draw_spans(paper, left, baseline, spans)
