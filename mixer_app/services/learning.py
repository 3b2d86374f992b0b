"""What earlier evenings teach: which criteria predicted a yes, and which weights that speaks for. Nothing is applied.

The part scores are computed again from what people said for their event and from the rules of that event, among
all whom its plan was made for. Of people who were forgotten nothing is left to learn from. Only figures over at
least fifty answers come out of here, never anything about one person.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from mixer_app.domain.events import MatchingRules
from mixer_app.domain.learning import LEAST_ANSWERS, LEAST_OF_EACH, Finding, Learned
from mixer_app.domain.progress import Progress, report
from mixer_app.printing.small_counts import SMALL
from mixer_app.services.learning_evenings import LearningEvening, read_evening, read_events_with_answers
from mixer_app.store import Database, events

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from mixer_app.matching.answer_model import AnswerTable


def learn(database: Database, event_id: int, *, progress: Progress | None = None) -> Learned:
    """Judge the weights of an event by the answers at all events of this database.

    Silent, and saying why, under fifty answers. Raises `Cancelled` if `progress` says so.
    """
    event = database.read(events.get_event, event_id)
    numbers, gone = database.read(read_events_with_answers)
    evenings: list[LearningEvening] = []
    for place, number in enumerate(numbers):
        report(progress, 0.3 * place / len(numbers), "Reading the answers")
        evenings.append(database.read(read_evening, number))
    evenings = [one for one in evenings if one.told]
    known = Learned(answers=sum(len(one.told) for one in evenings), events=len(evenings), forgotten_events=gone)
    if reason := _too_little(evenings):
        return replace(known, silent=reason)
    from mixer_app.matching.weight_advice import advise

    names = _names(event.rules)
    weights = _shares(event.rules, names)
    table = _table(evenings, names, lambda part: report(progress, 0.3 + 0.6 * part, "Comparing with the answers"))
    report(progress, 0.9, "Comparing with the answers")
    advice = advise(table, weights)
    if advice is None:
        return replace(known, silent="The people who met hardly differed in anything that counts.")
    whole = _whole(event.rules)
    findings = [
        Finding(
            criterion=names[column],
            weight=float(weights[column]),
            without=float(advice.without[place]),
            with_it=float(advice.with_it[place]),
            low=float(advice.low[place]),
            high=float(advice.high[place]),
            suggested=None if advice.suggested[place] != advice.suggested[place] else float(advice.suggested[place]),
        )
        for place, column in enumerate(advice.columns.tolist())
    ]
    told = {one.criterion for one in findings}
    return replace(
        known,
        findings=tuple(sorted(findings, key=lambda one: one.without - one.with_it)),
        unknown=tuple(name for name in names if name not in told),
        weights={one.criterion: round(one.suggested * whole, 2) for one in findings if one.suggested is not None},
    )


def with_suggestion(rules: MatchingRules, learned: Learned) -> MatchingRules:
    """`rules` with the suggested weights in them, for a form in which somebody may still change them."""
    own = {name: learned.weights.get(name, weight) for name, weight in rules.weights.items()}
    own |= {name: weight for name, weight in learned.weights.items() if name in _own_names() and name not in own}
    asked = tuple(replace(one, weight=learned.weights.get(one.question, one.weight)) for one in rules.questions)
    return replace(rules, weights=own, questions=asked)


def _too_little(evenings: Sequence[LearningEvening]) -> str:
    """Why nothing is said; empty if there is enough to say something."""
    told = [(evening, one) for evening in evenings for one in evening.told]
    if len(told) < LEAST_ANSWERS:
        so_far = f"So far there are {len(told)}." if len(told) >= SMALL else "So far there are hardly any."
        return f"What the answers say about the weights stands here after {LEAST_ANSWERS} of them. {so_far}"
    yes = sum(one.yes for _, one in told)
    if min(yes, len(told) - yes) < LEAST_OF_EACH:
        return "Nearly everybody answered alike, so nothing can be learned from it yet."
    for side in ("mentee_id", "mentor_id"):
        if len({evening.people[getattr(one, side)].person_id for evening, one in told}) < LEAST_OF_EACH:
            return "The answers are about too few people, so nothing can be learned from them yet."
    return ""


def _table(evenings: Sequence[LearningEvening], names: tuple[str, ...], tell: Callable[[float], None]) -> "AnswerTable":
    import numpy as np

    from mixer_app.matching.answer_model import AnswerTable

    parts: list[NDArray[np.float64]] = []
    others: list[NDArray[np.float64]] = []
    for place, evening in enumerate(evenings):
        tell(place / len(evenings))
        parts.append(_parts(evening, names))
        others.append(_others(evening, place, len(evenings)))
    told = [(evening, one) for evening in evenings for one in evening.told]
    pairs = np.array(
        [(evening.people[one.mentee_id].person_id, evening.people[one.mentor_id].person_id) for evening, one in told]
    )  # (answers, 2)
    by_mentee = np.array([one.from_mentee for _, one in told])
    return AnswerTable(
        parts=np.vstack(parts),
        yes=np.array([one.yes for _, one in told]),
        others=np.vstack(others),
        givers=np.where(by_mentee, pairs[:, 0], pairs[:, 1]),
        subjects=np.where(by_mentee, pairs[:, 1], pairs[:, 0]),
    )


def _parts(evening: LearningEvening, names: tuple[str, ...]) -> "NDArray[np.float64]":
    """(answers, criteria) part scores by the rules of that evening; NaN for a question that it did not ask."""
    import numpy as np

    from mixer_app.matching.part_scores import criterion_names, part_scores

    row = {number: place for place, number in enumerate(evening.mentees)}
    column = {number: place for place, number in enumerate(evening.mentors)}
    scored = part_scores(
        [evening.people[one] for one in evening.mentees],
        [evening.people[one] for one in evening.mentors],
        evening.event.rules,
        np.array([(row[one.mentee_id], column[one.mentor_id]) for one in evening.told], dtype=np.int64),
        wishes=evening.wishes,
        met=evening.met,
        meet_again=evening.meet_again,
    )
    there = {name: place for place, name in enumerate(criterion_names(evening.event.rules))}
    parts = np.full((len(evening.told), len(names)), np.nan)
    for place, name in enumerate(names):
        if name in there:
            parts[:, place] = scored[:, there[name]]
    return parts


def _others(evening: LearningEvening, place: int, count: int) -> "NDArray[np.float64]":
    """(answers, circumstances): who answered, how late in the evening, and at which event."""
    import numpy as np

    others = np.zeros((len(evening.told), 2 + count - 1))
    middle = (evening.event.rounds + 1) / 2
    for line, one in enumerate(evening.told):
        others[line, 0] = one.from_mentee
        others[line, 1] = ((one.round or middle) - middle) / evening.event.rounds
    if place:
        others[:, 1 + place] = 1.0
    return others


def _names(rules: MatchingRules) -> tuple[str, ...]:
    from mixer_app.matching.part_scores import criterion_names

    return criterion_names(rules)


def _own_names() -> tuple[str, ...]:
    return _names(MatchingRules())


def _shares(rules: MatchingRules, names: tuple[str, ...]) -> "NDArray[np.float64]":
    import numpy as np

    asked = {one.question: one.weight for one in rules.questions}
    weights = np.array([rules.weights.get(name, asked.get(name, 0.0)) for name in names])
    return weights / max(weights.sum(), 1e-9)


def _whole(rules: MatchingRules) -> float:
    return sum(rules.weights.values()) + sum(one.weight for one in rules.questions)
