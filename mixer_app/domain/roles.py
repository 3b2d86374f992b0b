"""The part a person takes in an event."""

from enum import StrEnum


class Role(StrEnum):
    """Mentor, mentee, or both (never with oneself, never both in one round)."""

    MENTOR = "mentor"
    MENTEE = "mentee"
    BOTH = "both"

    @property
    def hosts(self) -> bool:
        """Whether this person sits at a table and receives mentees."""
        return self is not Role.MENTEE

    @property
    def seeks(self) -> bool:
        """Whether this person moves from mentor to mentor."""
        return self is not Role.MENTOR
