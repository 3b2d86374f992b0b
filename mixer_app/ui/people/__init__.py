"""People: the list of everyone, one person's details, and the import of registrations."""

from mixer_app.ui.people.page import PeoplePage

__all__ = ["PeoplePage"]
