"""Criteria that the organizer makes from imported questions."""

import re
from collections.abc import Mapping, Sequence
from typing import ClassVar, Final

import numpy as np

from mixer_app.domain.events import QuestionCriterion, QuestionKind
from mixer_app.domain.people import Attendee
from mixer_app.matching.criteria.coverage import Coverage
from mixer_app.matching.criteria.criterion import Criterion, Crowd, Parts, Remark, Rows
from mixer_app.matching.terms import folded

_NUMBER: Final = re.compile(r"-?\d+(?:[.,]\d+)?")


class Question(Criterion):
    """Overlap of choices, same value, different value, or how far the mentor is ahead.

    Nobody agreed to have such answers printed, so every sentence is flagged as sensitive.
    """

    name: ClassVar[str] = "question"

    def __init__(self, crowd: Crowd, asked: QuestionCriterion) -> None:
        self._asked = asked
        self.title = asked.question
        mentees, mentors = (_answers(side, asked.question) for side in (crowd.mentees, crowd.mentors))
        self._coverage: Coverage | None = None
        if asked.kind is QuestionKind.GAP:
            self._low, self._high, self._full = _places(mentees, mentors, asked.scale)
        else:
            split = _choices if asked.kind is QuestionKind.OVERLAP else _values
            self._coverage = Coverage([split(text) for text in mentees], [split(text) for text in mentors])

    def parts(self, rows: Rows) -> Parts:
        """The fit of the answers."""
        if self._coverage is None:
            return np.clip((self._high[None, :] - self._low[rows, None]) / self._full, 0, 1)
        parts = self._coverage.parts(rows)
        if self._asked.kind is QuestionKind.OVERLAP:
            return parts
        same = np.where(np.isnan(parts), np.nan, parts > 0)
        return same if self._asked.kind is QuestionKind.SAME else 1 - same

    def remarks(self, mentee: int, mentor: int, part: float | None) -> tuple[Remark, ...]:
        """Names the question, never the answer."""
        if part is None:
            return ()
        words = {
            QuestionKind.OVERLAP: ("Choices in common", "No choice in common"),
            QuestionKind.SAME: ("Alike", "Not alike"),
            QuestionKind.DIFFERENT: ("Different", "Not different"),
            QuestionKind.GAP: ("Ahead", "Not ahead"),
        }[self._asked.kind]
        return (Remark(f"{words[0] if part > 0 else words[1]}: {self._asked.question}", sensitive=True),)


def breaks_hard_question(crowd: Crowd, asked: QuestionCriterion) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    """(mentees, mentors) pairs that a hard rule made from a question forbids; unknown answers pass."""
    return Question(crowd, asked).parts(np.arange(len(crowd.mentees))) == 0


def _answers(people: Sequence[Attendee], question: str) -> list[str]:
    wanted = folded(question)
    return [next((text for asked, text in one.answers if folded(asked) == wanted), "").strip() for one in people]


def _choices(text: str) -> list[str]:
    """The options ticked: separated by line or semicolon if there is one, else by comma."""
    return re.split(r"[;\n]" if re.search(r"[;\n]", text) else ",", text)


def _values(text: str) -> list[str]:
    """Whole answers; a comma belongs to the answer, as in `Lee, Anna`."""
    return re.split(r"[;\n]", text)


def _places(mentees: Sequence[str], mentors: Sequence[str], scale: Sequence[str]) -> tuple[Parts, Parts, float]:
    """Where both sides stand, and how far ahead counts in full: half of the range of all answers (or of the scale)."""
    place = {folded(step): float(number) for number, step in enumerate(scale)}
    low, high = (np.array([_place(text, place) for text in side], np.float64) for side in (mentees, mentors))
    known = np.concatenate([low, high])
    known = known[~np.isnan(known)]
    span = len(scale) - 1 if scale else float(np.ptp(known)) if len(known) else 0.0
    return low, high, max(span / 2, 1e-9)


def _place(text: str, place: Mapping[str, float]) -> float:
    if place:
        return place.get(folded(text), np.nan)
    number = _NUMBER.search(text)
    return float(number[0].replace(",", ".")) if number else np.nan
