"""The places of the rail, in their order; a page's module is imported on the first visit."""

from collections.abc import Callable
from dataclasses import dataclass

from mixer_app.ui.page import Page


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the rail and the page behind it."""

    key: str
    title: str
    icon: str
    load: Callable[[], type[Page]]
    wants_width: bool = False
    at_foot: bool = False  # beside what belongs to the application, not among the places of the evening


def _overview() -> type[Page]:
    from mixer_app.ui.overview import OverviewPage

    return OverviewPage


def _people() -> type[Page]:
    from mixer_app.ui.people import PeoplePage

    return PeoplePage


def _desk() -> type[Page]:
    from mixer_app.ui.desk import DeskPage

    return DeskPage


def _plan() -> type[Page]:
    from mixer_app.ui.plan import PlanPage

    return PlanPage


def _live() -> type[Page]:
    from mixer_app.ui.live import LivePage

    return LivePage


def _print() -> type[Page]:
    from mixer_app.ui.printing import PrintPage

    return PrintPage


def _programme() -> type[Page]:
    from mixer_app.ui.programme import ProgrammePage

    return ProgrammePage


def _follow_up() -> type[Page]:
    from mixer_app.ui.follow_up import FollowUpPage

    return FollowUpPage


def _settings() -> type[Page]:
    from mixer_app.ui.settings import SettingsPage

    return SettingsPage


def _start() -> type[Page]:
    from mixer_app.ui.start import StartPage

    return StartPage


def _locked() -> type[Page]:
    from mixer_app.ui.lock.locked_page import LockedPage

    return LockedPage


LOCKED = Place("locked", "Locked", "lock-simple", _locked)
"""Stands in the place of a page that whoever is at the window may not see."""

START = Place("start", "Start", "house", _start)
"""Where an event is chosen or made; behind the event tile."""

PLACES = (
    Place("overview", "Overview", "squares-four", _overview),
    Place("people", "People", "users", _people),
    Place("desk", "Desk", "user-check", _desk),
    Place("plan", "Plan", "grid-four", _plan, wants_width=True),
    Place("live", "Live", "timer", _live),
    Place("print", "Print", "printer", _print),
    Place("follow_up", "Follow-up", "handshake", _follow_up),
    Place("settings", "Settings", "gear-six", _settings, at_foot=True),
    Place("programme", "Programme", "seal-check", _programme, at_foot=True),
)
