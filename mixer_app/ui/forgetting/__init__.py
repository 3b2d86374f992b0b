"""Forgetting people: what would go, asked once, then done everywhere."""

from mixer_app.ui.forgetting.flow import Forgetting

__all__ = ["Forgetting"]
