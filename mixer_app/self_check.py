"""Proof that an installation or a frozen build works: a small evening from registrations to a window.

Each step uses what the others left behind, in a folder that is thrown away. No screen is needed.
"""

import os
import random
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from mixer_app import paths
from mixer_app.domain.badge_code import parse_badge_code
from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import Event
from mixer_app.services.database import Database
from mixer_app.services.steady_clock import SteadyClock

_STATION = "Self-check"
_NOW = datetime(2026, 5, 14, 17, 0, tzinfo=UTC)
_BADGES_CHECKED = 6
_QR_DPI = 300


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """What one check found; `trouble` is empty where all is well."""

    name: str
    trouble: str = ""


def run() -> list[CheckOutcome]:
    """Run every check; the first that fails ends the run, since the next ones build on it."""
    with tempfile.TemporaryDirectory(prefix="mixer-self-check-") as folder:
        evening = _Evening(Path(folder))
        checks: list[tuple[str, Callable[[], None]]] = [
            ("what ships with the application is there", _resources_are_there),
            ("a database is made and the sample event imported", evening.imports),
            ("everybody is checked in and the rounds are planned", evening.plans),
            ("badges print, and their codes can be scanned", evening.prints),
            ("the window opens and shows the event", evening.shows),
        ]
        try:
            return _in_turn(checks)
        finally:
            evening.close()


def _in_turn(checks: list[tuple[str, Callable[[], None]]]) -> list[CheckOutcome]:
    outcomes: list[CheckOutcome] = []
    for name, check in checks:
        try:
            check()
        except Exception as failure:  # noqa: BLE001  # whatever is wrong is this command's answer
            outcomes.append(CheckOutcome(name, f"{type(failure).__name__}: {failure}"))
            break
        outcomes.append(CheckOutcome(name))
    return outcomes


def _resources_are_there() -> None:
    needed = (
        ("fonts", "fonts.toml"),
        ("themes", "tokens.toml"),
        ("translations", "kiosk_ar.qm"),
        ("keyboards.toml",),
        ("icons",),
        ("stock",),
        ("sample_event",),
    )
    for parts in needed:
        place = paths.resource(*parts)
        if not place.exists():
            raise MixerError(f"{place} is missing. Install the application again.")


class _Evening:
    """The small evening that the checks run through."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._database: Database | None = None
        self._event: Event | None = None

    def imports(self) -> None:
        from mixer_app.services.database import open_database
        from mixer_app.services.sample_event import create_sample_event

        self._database = open_database(str(self._folder / "self-check.db"))
        self._event = create_sample_event(
            self._database,
            station=_STATION,
            now=_NOW,
            dice=random.Random(0),  # noqa: S311  # no secret
        )

    def plans(self) -> None:
        from mixer_app.services.check_in import check_in
        from mixer_app.services.people import list_attendees
        from mixer_app.services.planning import plan_event

        database, event = self._opened()
        for attendee in database.read(list_attendees, event.id):
            database.write(check_in, event.id, attendee.code, station=_STATION, now=_NOW)
        plan = plan_event(database, event.id, station=_STATION, clock=lambda: _NOW)
        if not plan.introductions:
            raise MixerError("The plan of the sample event is empty.")

    def prints(self) -> None:
        import zxingcpp

        from mixer_app.services.paper import Document, page_image, print_document
        from mixer_app.services.people import list_attendees

        database, event = self._opened()
        some = database.read(list_attendees, event.id)[:_BADGES_CHECKED]
        out = self._folder / "badges.pdf"
        print_document(database, event.id, Document.BADGES, out, attendee_ids={one.id for one in some}, now=_NOW)
        page = page_image(out, 0, _QR_DPI)
        pixels = memoryview(page.rgb).cast("B", shape=(page.height, page.width, 3))
        scanned = {parse_badge_code(found.text) for found in zxingcpp.read_barcodes(pixels)}
        missing = [one.code for one in some if one.code not in scanned]
        if missing:
            raise MixerError(f"These badge codes could not be scanned from the page: {', '.join(missing)}.")

    def shows(self) -> None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from mixer_app.app import Running, prepare

        database, event = self._opened()
        app = prepare(sys.argv[:1])
        running = Running(app, None, station=_STATION, clock=SteadyClock(lambda: _NOW))
        try:
            window = running.open_database(database.location)
            window.open_event(event)
            picture = window.grab().toImage()
            colours = {picture.pixel(x, y) for x in range(0, picture.width(), 8) for y in range(0, picture.height(), 8)}
        finally:
            running.close()
        if len(colours) < 8:  # a window that shows nothing has one or two
            raise MixerError("The window stayed empty.")

    def close(self) -> None:
        if self._database is not None:
            self._database.close()

    def _opened(self) -> tuple[Database, Event]:
        if self._database is None or self._event is None:
            raise MixerError("The database was not made.")
        return self._database, self._event
