"""The criteria of compatibility, each a small class of its own."""

from typing import Final

from mixer_app.matching.criteria.criterion import Criterion, Crowd
from mixer_app.matching.criteria.experience import Experience
from mixer_app.matching.criteria.field_of_work import FieldOfWork
from mixer_app.matching.criteria.mentor_gain import MentorGain
from mixer_app.matching.criteria.needs import Needs
from mixer_app.matching.criteria.reach import Reach
from mixer_app.matching.criteria.topics import Topics
from mixer_app.matching.criteria.wishes import Wishes

CRITERIA: Final[tuple[type[Criterion], ...]] = (Needs, Topics, Experience, FieldOfWork, Wishes, Reach, MentorGain)
"""Every criterion that a weight can name, in the order in which evidence is told."""

__all__ = ["CRITERIA", "Criterion", "Crowd"]
