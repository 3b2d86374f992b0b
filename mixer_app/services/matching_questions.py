"""What people were asked when they registered, as far as a rule of matching can use it."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from mixer_app.domain.events import QuestionCriterion, QuestionKind
from mixer_app.domain.folding import text_key
from mixer_app.domain.people import Attendee
from mixer_app.services import people
from mixer_app.services.name_groups import alike_names
from mixer_app.store import Session

_MOST_ANSWERS: Final = 40
_NUMBER: Final = re.compile(r"\s*-?\d+(?:[.,]\d+)?\s*\D{0,12}")
_FIRST_WEIGHT: Final = 0.10


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuestion:
    """A question of a registration form and how it was answered."""

    question: str
    mentees: int  # who answered it
    mentors: int
    answers: tuple[str, ...]  # different ones, most frequent first

    def criterion(self) -> QuestionCriterion:
        """The rule that suggests itself."""
        return QuestionCriterion(question=self.question, kind=self._kind(), weight=_FIRST_WEIGHT)

    def needs_order(self) -> bool:
        """Whether the answers are words, which only the organizer can put in order."""
        return not all(_NUMBER.fullmatch(answer) for answer in self.answers)

    def _kind(self) -> QuestionKind:
        if self.answers and not self.needs_order():
            return QuestionKind.GAP
        several = sum(";" in answer or "\n" in answer for answer in self.answers)
        return QuestionKind.OVERLAP if several else QuestionKind.SAME


@dataclass(frozen=True, slots=True)
class AskedPeople:
    """What the registrations of an event can be compared by."""

    questions: tuple[AskedQuestion, ...]
    grades: tuple[str, ...]  # as people gave them, the least experienced first where years tell
    here: int
    registered: int
    alike_employers: tuple[tuple[str, ...], ...] = ()  # pairs of names that may be one employer


def read_asked(session: Session, event_id: int) -> AskedPeople:
    """Every imported question, most answered first, and every grade."""
    attendees = people.list_attendees(session, event_id)
    return AskedPeople(
        questions=_questions(attendees),
        grades=_grades(attendees),
        here=sum(one.here for one in attendees),
        registered=len(attendees),
        alike_employers=alike_names(dict.fromkeys(" ".join(person.employer.split()) for person in attendees)),
    )


def in_order(scale: Sequence[str], answers: Iterable[str]) -> tuple[str, ...]:
    """`scale`, then the answers that it lacks: what the organizer has ordered stays so."""
    known = {text_key(step) for step in scale}
    return (*scale, *(answer for answer in answers if text_key(answer) not in known))


def _questions(attendees: Sequence[Attendee]) -> tuple[AskedQuestion, ...]:
    titles: dict[str, Counter[str]] = {}
    answered: dict[str, Counter[str]] = {}
    sides: dict[str, Counter[bool]] = {}
    for person in attendees:
        for question, answer in person.answers:
            if not answer.strip():
                continue
            key = text_key(question)
            titles.setdefault(key, Counter())[question] += 1
            answered.setdefault(key, Counter())[" ".join(answer.split())] += 1
            sides.setdefault(key, Counter()).update(
                hosts for hosts, there in ((True, person.role.hosts), (False, person.role.seeks)) if there
            )
    found = [
        AskedQuestion(
            question=spelt.most_common(1)[0][0],
            mentees=sides[key][False],
            mentors=sides[key][True],
            answers=tuple(answer for answer, _ in answered[key].most_common(_MOST_ANSWERS)),
        )
        for key, spelt in titles.items()
    ]
    return tuple(sorted(found, key=lambda one: (-min(one.mentees, one.mentors), one.question.casefold())))


def _grades(attendees: Sequence[Attendee]) -> tuple[str, ...]:
    spelt: dict[str, str] = {}
    years: dict[str, list[float]] = {}
    for person in attendees:
        if person.experience_grade.strip():
            key = text_key(person.experience_grade)
            spelt.setdefault(key, person.experience_grade.strip())
            years.setdefault(key, [])
            if person.experience_years is not None:
                years[key].append(person.experience_years)
    unknown = 1e9
    mean = {key: sum(known) / len(known) if known else unknown for key, known in years.items()}
    return tuple(spelt[key] for key in sorted(spelt, key=lambda key: (mean[key], spelt[key].casefold())))
