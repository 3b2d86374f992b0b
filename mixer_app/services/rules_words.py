"""The rules of matching in words, and what in them cannot be."""

import math
from typing import Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import EmployerRule, MatchingRules, MetBeforeRule, QuestionCriterion, QuestionKind
from mixer_app.services.name_groups import named_twice

CRITERION_TITLES: Final[dict[str, str]] = {
    "needs": "Needs the mentor has been through",
    "topics": "Topics",
    "experience": "Experience ahead",
    "field": "Field or specialty",
    "wishes": "Wishes",
    "reach": "Reach afterwards",
    "mentor_gain": "What the mentor gains",
}
"""The criteria that every event has, in the order in which they are shown."""

EMPLOYER_WORDS: Final = {
    EmployerRule.NEVER: "Never",
    EmployerRule.PREFER_OUTSIDE: "Prefer outside",
    EmployerRule.IGNORE: "Does not matter",
}
MET_WORDS: Final = {
    MetBeforeRule.AVOID: "New people only",
    MetBeforeRule.ALLOW: "May meet again",
    MetBeforeRule.PREFER: "Prefer to meet again",
}
KIND_WORDS: Final = {
    QuestionKind.OVERLAP: "Choices in common",
    QuestionKind.SAME: "The same answer",
    QuestionKind.DIFFERENT: "Different answers",
    QuestionKind.GAP: "Mentor ahead",
}
_FIGURES: Final = {
    "strong": "strong from",
    "floor": "lowest fit",
    "minimum_gap_years": "least years ahead",
    "target_gap_years": "years ahead wanted",
    "minimum_gap_grades": "least grades ahead",
    "target_gap_grades": "grades ahead wanted",
}


def describe_changes(before: MatchingRules, after: MatchingRules) -> tuple[str, ...]:
    """What differs between two sets of rules, each in a few words: `weight of topics 25 to 40`."""
    told = [
        f"weight of {CRITERION_TITLES.get(name, name).lower()} {_percent(old)} to {_percent(new)}"
        for name in dict.fromkeys((*CRITERION_TITLES, *before.weights, *after.weights))
        if (old := before.weights.get(name, 0.0)) != (new := after.weights.get(name, 0.0))
    ]
    told += _question_changes(before, after)
    told += [
        f"{words} {getattr(before, name):g} to {getattr(after, name):g}"
        for name, words in _FIGURES.items()
        if getattr(before, name) != getattr(after, name)
    ]
    if before.employer is not after.employer:
        told.append(f"same employer: {EMPLOYER_WORDS[after.employer].lower()}")
    if before.met_before is not after.met_before:
        told.append(f"met before: {MET_WORDS[after.met_before].lower()}")
    if before.discovery != after.discovery:
        told.append(f"mentors from another field: {'wanted' if after.discovery else 'not asked for'}")
    if before.experience_scale != after.experience_scale:
        told.append("the order of grades")
    if before.employer_aliases != after.employer_aliases:
        told.append("names of employers")
    if before.related_fields != after.related_fields:
        told.append("related fields")
    return tuple(told)


def refuse_impossible(rules: MatchingRules) -> None:
    """Raise `MixerError`, saying what to change, if nobody could be matched by `rules`."""
    for name, weight in [*rules.weights.items(), *((one.question, one.weight) for one in rules.questions)]:
        if not (math.isfinite(weight) and weight >= 0):
            raise MixerError(f"The weight of “{CRITERION_TITLES.get(name, name)}” is {weight}. Give 0 or more.")
    if not any(rules.weights.values()) and not any(one.weight for one in rules.questions):
        raise MixerError("Nothing has a weight, so every pair would fit alike. Give at least one criterion a weight.")
    if rules.discovery and not all(rules.weights.get(name) for name in ("needs", "field")):
        raise MixerError(
            f"Mentors from another field are known by “{CRITERION_TITLES['needs']}” and “{CRITERION_TITLES['field']}”. "
            "Give both a weight, or do not ask for them."
        )
    for name in ("strong", "floor"):
        if not 0 <= getattr(rules, name) <= 1:
            raise MixerError(f"“{_FIGURES[name]}” is {getattr(rules, name):g}. Choose from 0 to 1.")
    for unit in ("years", "grades"):
        least, wanted = getattr(rules, f"minimum_gap_{unit}"), getattr(rules, f"target_gap_{unit}")
        if not 0 <= least <= wanted:
            raise MixerError(f"The least {unit} ahead ({least:g}) are more than those wanted ({wanted:g}). Change one.")
    if twice := named_twice(rules.employer_aliases):
        raise MixerError(f"“{twice}” stands for two employers. Put all names of one employer in one line.")
    asked = [one.question.casefold().strip() for one in rules.questions]
    for one in rules.questions:
        if asked.count(one.question.casefold().strip()) > 1:
            raise MixerError(f"“{one.question}” counts twice. Remove one of them.")


def _question_changes(before: MatchingRules, after: MatchingRules) -> list[str]:
    old = {one.question: one for one in before.questions}
    new = {one.question: one for one in after.questions}
    added = [f"“{name}” counts" for name in new if name not in old]
    removed = [f"“{name}” no longer counts" for name in old if name not in new]
    changed = [f"“{name}” {_counts(new[name])}" for name in new if name in old and old[name] != new[name]]
    return added + removed + changed


def _counts(one: QuestionCriterion) -> str:
    must = ", or they never meet" if one.hard else ""
    return f"counts {_percent(one.weight)} as {KIND_WORDS[one.kind].lower()}{must}"


def _percent(weight: float) -> str:
    return f"{weight * 100:.0f}"
