"""The coming evening, rehearsed many times: what to expect of it."""

from mixer_app.ui.rehearsal.sheet import KeptRehearsal, RehearsalSheet

__all__ = ["KeptRehearsal", "RehearsalSheet"]
