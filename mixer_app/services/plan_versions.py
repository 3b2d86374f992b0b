"""The versions of an event's plan, and each of them whole."""

from mixer_app.domain.plans import Plan
from mixer_app.store import Session, plans
from mixer_app.store.plans import PlanVersion

__all__ = ["PlanVersion", "get_plan", "plan_versions"]


def plan_versions(session: Session, event_id: int) -> list[PlanVersion]:
    """All versions of an event's plan, newest first, without their introductions."""
    return plans.plan_versions(session, event_id)


def get_plan(session: Session, plan_id: int) -> Plan:
    """A version with all its introductions; `MixerError` if there is none with this number."""
    return plans.get_plan(session, plan_id)
