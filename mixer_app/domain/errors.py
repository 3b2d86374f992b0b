"""The failures that a person is told about."""


class MixerError(Exception):
    """Something a person can put right; its text says what is wrong, where, and what to do."""


class Cancelled(Exception):  # noqa: N818  # the name is in the contract of the planner
    """The person asked for the work to stop; nothing of it was kept."""
