"""Domain values as JSON and back, for what is kept but never searched."""

from dataclasses import asdict, fields
from datetime import time
from typing import Any

from mixer_app.domain.events import EmployerRule, MatchingRules, MetBeforeRule, QuestionCriterion, QuestionKind
from mixer_app.domain.people import PersonName, Registration
from mixer_app.domain.plans import Evidence
from mixer_app.domain.roles import Role

_NESTED_LISTS = ("employer_aliases", "related_fields")


def rules_to_json(rules: MatchingRules) -> dict[str, Any]:
    """The rules of an event, ready for JSON."""
    return asdict(rules)


def rules_from_json(kept: dict[str, Any]) -> MatchingRules:
    """The rules of an event as they were kept; what an older version did not know takes its default."""
    known = _known(MatchingRules, kept)
    if "questions" in known:
        known["questions"] = tuple(_question(one) for one in known["questions"])
    if "employer" in known:
        known["employer"] = EmployerRule(known["employer"])
    if "met_before" in known:
        known["met_before"] = MetBeforeRule(known["met_before"])
    for name in _NESTED_LISTS:
        known[name] = tuple(tuple(group) for group in known.get(name, ()))
    known["experience_scale"] = tuple(known.get("experience_scale", ()))
    return MatchingRules(**known)


def registration_to_json(registration: Registration) -> dict[str, Any]:
    """A registration, ready for JSON."""
    kept: dict[str, Any] = {one.name: getattr(registration, one.name) for one in fields(Registration)}
    kept["name"] = asdict(registration.name)
    for name in ("arrives", "leaves"):
        kept[name] = kept[name].isoformat() if kept[name] is not None else None
    return kept


def change_to_json(before: Registration, after: Registration) -> dict[str, dict[str, Any]]:
    """What a registration was and is, for the journal; keep-aparts only where they changed.

    More stations read the journal than may see whom somebody does not want to meet.
    """
    kept = {"before": registration_to_json(before), "after": registration_to_json(after)}
    if before.keep_apart == after.keep_apart:
        for one in kept.values():
            del one["keep_apart"]
    return kept


def registration_from_json(kept: dict[str, Any]) -> Registration:
    """A registration as `registration_to_json` gave it, after a way through JSON."""
    known = _known(Registration, kept)
    for name, value in known.items():
        if isinstance(value, list):
            known[name] = tuple(tuple(one) if isinstance(one, list) else one for one in value)
    known["name"] = PersonName(**kept["name"])
    known["role"] = Role(kept["role"]) if kept.get("role") else None
    for name in ("arrives", "leaves"):
        known[name] = time.fromisoformat(kept[name]) if kept.get(name) else None
    return Registration(**known)


def evidence_to_json(evidence: tuple[Evidence, ...]) -> list[list[Any]]:
    """Evidence in short rows: a large plan holds a quarter of a million."""
    return [[one.criterion, one.weight, one.part, one.sentence, one.sensitive] for one in evidence]


def evidence_from_json(kept: list[list[Any]], known: dict[tuple[Any, ...], Evidence]) -> tuple[Evidence, ...]:
    """Evidence as it was kept; `known` gathers it, as many pairs have the same in common."""
    return tuple(known.get(key := tuple(one)) or known.setdefault(key, Evidence(*one)) for one in kept)


def _question(kept: dict[str, Any]) -> QuestionCriterion:
    known = _known(QuestionCriterion, kept)
    known["kind"] = QuestionKind(known["kind"])
    known["scale"] = tuple(known.get("scale", ()))
    return QuestionCriterion(**known)


def _known(kind: type, kept: dict[str, Any]) -> dict[str, Any]:
    names = {one.name for one in fields(kind)}
    return {name: value for name, value in kept.items() if name in names}
