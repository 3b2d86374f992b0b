"""The Overview: where the evening stands."""

from mixer_app.ui.overview.page import OverviewPage

__all__ = ["OverviewPage"]
