"""The Plan page: who meets whom, and why."""

from mixer_app.ui.plan.page import PlanPage

__all__ = ["PlanPage"]
