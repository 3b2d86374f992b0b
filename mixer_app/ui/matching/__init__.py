"""How people are matched: the rules, and what others would do to the evening."""

from mixer_app.ui.matching.sheet import MatchingSheet

__all__ = ["MatchingSheet"]
