"""How people are matched: try other rules on a copy of the evening, apply them, take them back."""

from dataclasses import replace
from datetime import datetime

from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import MatchingRules
from mixer_app.domain.progress import Progress, report
from mixer_app.services.database import Database
from mixer_app.services.plan_inputs import PlanInputs, read_plan_inputs
from mixer_app.services.rules_effect import AffectedPerson, RulesOutcome, RulesPreview, Trial, compare, step_words
from mixer_app.services.rules_journal import record_change
from mixer_app.services.rules_words import describe_changes, refuse_impossible
from mixer_app.services.solver_process import Solver
from mixer_app.store import Session, events

__all__ = ["AffectedPerson", "RulesOutcome", "RulesPreview", "apply_rules", "preview_rules", "step_words"]


def preview_rules(
    database: Database,
    event_id: int,
    rules: MatchingRules,
    *,
    everyone: bool,
    now: datetime,
    progress: Progress | None = None,
) -> RulesPreview:
    """Plan the evening as it is and with `rules`, both from the start, and compare; nothing is stored.

    Rounds that are over stay in both. Raises `MixerError` for rules that cannot be, or if there is nobody.
    """
    refuse_impossible(rules)
    report(progress, 0.0, "Looking who is here")
    inputs = database.read(read_plan_inputs, event_id, everyone=everyone, now=now)
    with Solver(inputs.head_count) as solver:
        before = _try(inputs, inputs.event.rules, solver, progress, 0.02, "Planning with the rules as they are")
        if rules == inputs.event.rules:
            return compare(before, before)
        after = _try(inputs, rules, solver, progress, 0.5, "Planning with the new rules")
    report(progress, 0.98, "Comparing")
    return compare(before, after)


def apply_rules(session: Session, event_id: int, rules: MatchingRules, *, station: str, now: datetime) -> int | None:
    """Match by `rules` from the next plan on; the journal entry that takes it back, None if nothing changes."""
    refuse_impossible(rules)
    before = events.get_event(session, event_id).rules
    changes = describe_changes(before, rules)
    if before == rules:
        return None
    events.change_rules(session, event_id, rules)
    told = f": {', '.join(changes[:3])}" if changes else ""
    more = f" and {len(changes) - 3} more" if len(changes) > 3 else ""
    return record_change(
        session, event_id, before, rules, station=station, now=now,
        sentence=f"Changed how people are matched{told}{more}",
    )  # fmt: skip


def _try(
    inputs: PlanInputs, rules: MatchingRules, solver: Solver, progress: Progress | None, start: float, stage: str
) -> Trial:
    from mixer_app.matching import plan_rounds, verify  # the solver, which a start need not wait for
    from mixer_app.services.plan_problem import set_problem

    report(progress, start, stage)
    setting = set_problem(replace(inputs, event=replace(inputs.event, rules=rules)), seed=0, afresh=True)
    if not setting.mentees or not setting.mentors:
        raise MixerError("There are no mentors and mentees to try this on. Import registrations, or check people in.")

    def part(fraction: float, _stage: str) -> bool:
        return progress is None or progress(start + 0.06 + 0.4 * fraction, stage)

    plan = solver.solve(plan_rounds, setting.problem, progress=part)
    if broken := verify(setting.problem, plan):
        raise RuntimeError(f"The planner broke its own rules: {' '.join(broken[:5])}")
    return Trial(setting, plan)
