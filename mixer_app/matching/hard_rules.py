"""Who may never meet, whatever the score. Nobody is told which of these rules it was."""

from collections.abc import Iterable, Sequence, Set

import numpy as np
from numpy.typing import NDArray

from mixer_app.domain.events import EmployerRule, MetBeforeRule
from mixer_app.domain.people import Attendee
from mixer_app.matching.criteria.criterion import Crowd
from mixer_app.matching.criteria.question import breaks_hard_question
from mixer_app.matching.employers import EmployerNames
from mixer_app.matching.products import product
from mixer_app.matching.terms import Equality, Vocabulary, unique_terms

Flags = NDArray[np.bool_]


def allowed_pairs(crowd: Crowd, apart: Set[frozenset[int]]) -> Flags:
    """(mentees, mentors) pairs that break no hard rule; the event's floor is left to the scores."""
    allowed = ~_one_person(crowd)
    _forbid(allowed, crowd, ((one, other) for pair in apart for one in pair for other in pair))
    allowed &= ~(same_employer(crowd) & _avoids_colleagues(crowd))
    allowed &= ~_no_common_language(crowd)
    if crowd.rules.met_before is MetBeforeRule.AVOID:
        again = crowd.meet_again
        _forbid(
            allowed,
            crowd,
            {(mentee, mentor) for mentor, mentee in crowd.met if frozenset((mentee, mentor)) not in again},
        )
    for asked in crowd.rules.questions:
        if asked.hard:
            allowed &= ~breaks_hard_question(crowd, asked)
    return allowed


def tolerated_colleagues(crowd: Crowd) -> Flags:
    """(mentees, mentors) pairs of colleagues who may meet, but for whom someone from outside is better."""
    return same_employer(crowd) & _prefers_outside(crowd)


def same_employer(crowd: Crowd) -> Flags:
    """(mentees, mentors) pairs of colleagues."""
    names = EmployerNames(crowd.rules.employer_aliases)
    mentees, mentors = ([names.key(person.employer) for person in side] for side in (crowd.mentees, crowd.mentors))
    return Equality(mentees, mentors).flags()


def _avoids_colleagues(crowd: Crowd) -> Flags:
    """(mentees, mentors) pairs that do not meet if they are colleagues: what one of them said comes before the event.

    One who does not want to meet colleagues is enough; where the event forbids it, one who is fine with
    it and one who says nothing are allowed.
    """
    fine, not_fine = _said_of_colleagues(crowd)
    return not_fine | ~fine if crowd.rules.employer is EmployerRule.NEVER else not_fine


def _prefers_outside(crowd: Crowd) -> Flags:
    """(mentees, mentors) pairs that may meet but count less if they are colleagues."""
    if crowd.rules.employer is EmployerRule.IGNORE:
        return np.zeros((len(crowd.mentees), len(crowd.mentors)), bool)
    return ~_avoids_colleagues(crowd)


def _said_of_colleagues(crowd: Crowd) -> tuple[Flags, Flags]:
    """(mentees, mentors) where one said that colleagues are fine, and where one said that they are not."""
    mentees, mentors = ([person.colleagues_ok for person in side] for side in (crowd.mentees, crowd.mentors))
    fine, not_fine = (
        np.array([said is answer for said in mentees], bool)[:, None]
        | np.array([said is answer for said in mentors], bool)[None, :]
        for answer in (True, False)
    )
    return fine, not_fine


def _one_person(crowd: Crowd) -> Flags:
    mentees = np.array([person.person_id for person in crowd.mentees], np.int64)
    mentors = np.array([person.person_id for person in crowd.mentors], np.int64)
    return mentees[:, None] == mentors[None, :]


def _forbid(allowed: Flags, crowd: Crowd, pairs: Iterable[tuple[int, int]]) -> None:
    """Forbid pairs of attendee ids (mentee, mentor)."""
    mentee_row = {person.id: row for row, person in enumerate(crowd.mentees)}
    mentor_row = {person.id: row for row, person in enumerate(crowd.mentors)}
    for mentee, mentor in pairs:
        if mentee in mentee_row and mentor in mentor_row:
            allowed[mentee_row[mentee], mentor_row[mentor]] = False


def _no_common_language(crowd: Crowd) -> Flags:
    mentees, mentors = _languages(crowd.mentees), _languages(crowd.mentors)
    shared = Vocabulary(mentees, mentors)
    common = product(shared.incidence(mentees), shared.incidence(mentors).T) > 0
    answered = np.array([bool(p) for p in mentees], bool)[:, None] & np.array([bool(p) for p in mentors], bool)[None, :]
    return answered & ~common


def _languages(people: Sequence[Attendee]) -> list[dict[str, str]]:
    """Languages without what stands in brackets, as in `German (fluent)`."""
    return [unique_terms(language.partition("(")[0] for language in person.languages) for person in people]
