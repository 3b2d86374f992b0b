"""What other rules of matching would do to the evening: two plans of the same room beside each other."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING, Final

from mixer_app.domain.fit import FIT_WORDS, fit_counts
from mixer_app.domain.people import Attendee
from mixer_app.services.words import counted

if TYPE_CHECKING:
    from mixer_app.matching import RoundPlan
    from mixer_app.services.plan_problem import PlanSetting

MOST_AFFECTED: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesOutcome:
    """What a plan made by some rules gives."""

    fewest: int
    meetings: int
    strong_mentees: int
    steps: tuple[int, int, int, int, int]  # introductions from weak to very strong
    average_fit: float
    possible_pairs: int
    optimal: bool


@dataclass(frozen=True, slots=True)
class AffectedPerson:
    """Someone for whom the rules make a difference, in words."""

    attendee_id: int
    sentence: str
    worse: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesPreview:
    """The evening by the rules as they are, and by those that are tried; nothing of it is stored."""

    before: RulesOutcome
    after: RulesOutcome
    differ: int  # introductions of the new plan that the old one has not
    before_by_new: float  # average fit of the introductions of today's rules, measured by the new ones
    affected: tuple[AffectedPerson, ...]  # who loses first, then who gains
    mentees: int
    mentors: int

    @property
    def headline(self) -> str:
        """The effect in one sentence."""
        if not self.differ and self.before.meetings == self.after.meetings:
            return "Nobody meets anybody else."
        if not self.differ:
            fewer = counted(self.before.meetings - self.after.meetings, "introduction falls", "introductions fall")
            return f"{fewer} away; nobody meets anybody new."
        whom = counted(self.after.meetings, "introduction", "introductions")
        return f"{self.differ} of {whom} {'is' if self.differ == 1 else 'are'} different."


@dataclass(frozen=True, slots=True)
class Trial:
    """A problem and the plan that answers it."""

    setting: "PlanSetting"
    plan: "RoundPlan"

    def pairs(self) -> list[tuple[int, int]]:
        """The introductions as rows and columns of the problem (mentee, mentor)."""
        seats = self.plan.mentor_of.tolist()  # [mentees][rounds]
        return [(mentee, mentor) for mentee, row in enumerate(seats) for mentor in row if mentor >= 0]

    def people(self) -> list[tuple[int, int]]:
        """The same as attendee ids (mentee, mentor)."""
        return [(self.setting.mentees[mentee].id, self.setting.mentors[mentor].id) for mentee, mentor in self.pairs()]


def compare(before: Trial, after: Trial) -> RulesPreview:
    """Set two plans of the same people beside each other."""
    old, new = set(before.people()), set(after.people())
    kept = [float(after.setting.problem.scores[pair]) for pair in before.pairs()]
    return RulesPreview(
        before=_outcome(before),
        after=_outcome(after),
        differ=len(new - old),
        before_by_new=_mean(kept),
        affected=_affected(before, after),
        mentees=len(after.setting.mentees),
        mentors=len(after.setting.mentors),
    )


def step_words(outcome: RulesOutcome) -> str:
    """`12 very strong, 30 strong, 4 good`: the introductions by fit, the best first."""
    told = [f"{count} {word}" for count, word in zip(outcome.steps, FIT_WORDS, strict=True) if count]
    return ", ".join(reversed(told)) or "no introductions"


def _outcome(trial: Trial) -> RulesOutcome:
    problem, quality = trial.setting.problem, trial.plan.quality
    scores = [float(problem.scores[pair]) for pair in trial.pairs()]
    return RulesOutcome(
        fewest=int(quality.fewest),
        meetings=int(quality.meetings),
        strong_mentees=int(quality.strong_mentees),
        steps=fit_counts(scores, problem.strong),
        average_fit=_mean(scores),
        possible_pairs=int(problem.allowed.sum()),
        optimal=bool(quality.optimal),
    )


def _mean(values: Sequence[float]) -> float:
    return fmean(values) if values else 0.0


@dataclass(frozen=True, slots=True)
class _Evening:
    """What one person has of a plan."""

    partners: frozenset[int]
    strong: int


def _affected(before: Trial, after: Trial) -> tuple[AffectedPerson, ...]:
    """The people for whom most changes: who loses meetings, then a strong one; then who gains."""
    ranked: list[tuple[tuple[int, int, bool], AffectedPerson]] = []
    for hosts in (False, True):
        old, new = _evenings(before, hosts=hosts), _evenings(after, hosts=hosts)
        for person in after.setting.mentors if hosts else after.setting.mentees:
            told = _difference(person, old[person.id], new[person.id], hosts=hosts)
            if told is not None:
                ranked.append(((*told[0], hosts), told[1]))
    ranked.sort(key=lambda entry: (entry[0], entry[1].attendee_id))
    once = {person.attendee_id: person for _, person in reversed(ranked)}
    return tuple(person for _, person in ranked if once[person.attendee_id] is person)[:MOST_AFFECTED]


def _evenings(trial: Trial, *, hosts: bool) -> defaultdict[int, _Evening]:
    partners: defaultdict[int, set[int]] = defaultdict(set)
    strong: defaultdict[int, int] = defaultdict(int)
    problem = trial.setting.problem
    for (mentee, mentor), (mentee_id, mentor_id) in zip(trial.pairs(), trial.people(), strict=True):
        own, other = (mentor_id, mentee_id) if hosts else (mentee_id, mentor_id)
        partners[own].add(other)
        strong[own] += bool(problem.scores[mentee, mentor] >= problem.strong)
    found = defaultdict(lambda: _Evening(frozenset(), 0))
    found.update({own: _Evening(frozenset(others), strong[own]) for own, others in partners.items()})
    return found


def _difference(
    person: Attendee, old: _Evening, new: _Evening, *, hosts: bool
) -> tuple[tuple[int, int], AffectedPerson] | None:
    """The rank (small: tell it first) and the sentence; None where nothing changes."""
    name, fell = person.name.shown, len(old.partners) - len(new.partners)
    others = len(new.partners - old.partners)
    who = ("mentee", "mentees") if hosts else ("mentor", "mentors")
    if fell:
        rank = (0, -fell) if fell > 0 else (3, fell)
        met = counted(len(new.partners), *who) if new.partners else "nobody"
        sentence = f"{name} meets {met} instead of {len(old.partners) or 'nobody'}."
        return rank, AffectedPerson(person.id, sentence, fell > 0)
    if hosts:
        return None  # a mentor's table is as full as before
    if old.strong and not new.strong:
        return (1, -old.strong), AffectedPerson(person.id, f"{name} no longer has a strong introduction.", True)
    if new.strong and not old.strong:
        return (2, -new.strong), AffectedPerson(person.id, f"{name} gets a strong introduction.", False)
    if others:
        sentence = f"{name} meets {counted(others, 'other mentor', 'other mentors')}."
        return (4, -others), AffectedPerson(person.id, sentence, False)
    return None
