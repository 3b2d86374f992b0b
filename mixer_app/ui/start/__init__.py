"""The Start: choose an event, make one, or open the sample."""

from mixer_app.ui.start.page import StartPage

__all__ = ["StartPage"]
