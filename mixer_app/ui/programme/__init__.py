"""The programme over all events: pairs who go on, and how they fare after three months."""

from mixer_app.ui.programme.page import ProgrammePage

__all__ = ["ProgrammePage"]
