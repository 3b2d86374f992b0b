"""The sample event: invented people on an invented evening, imported as anybody's registrations are."""

import tomllib
from datetime import date, datetime
from pathlib import Path
from random import Random
from typing import Any

from mixer_app import paths
from mixer_app.domain.events import Event, EventPlanning, MatchingRules
from mixer_app.domain.imports import ImportFile
from mixer_app.domain.progress import Progress
from mixer_app.services import events
from mixer_app.services.database import Database


def create_sample_event(
    database: Database,
    *,
    day: date | None = None,
    station: str,
    now: datetime,
    dice: Random,
    progress: Progress | None = None,
) -> Event:
    """Make the sample event, on `day` instead of its own, and import its registration files."""
    from mixer_app.services.imports import import_files

    event = database.write(events.create_event, sample_planning(day=day), station=station, now=now)
    import_files(database, event.id, sample_files(), station=station, now=now, dice=dice, progress=progress)
    return event


def sample_planning(*, day: date | None = None) -> EventPlanning:
    """What the organizer of the sample event chose, for `day` or the day of its own."""
    chosen = _description()
    on: date = day or chosen["date"]
    return EventPlanning(
        name=chosen["name"],
        venue=chosen["venue"],
        starts_at=datetime.combine(on, chosen["starts"]),
        doors_at=datetime.combine(on, chosen["doors"]),
        rounds=chosen["rounds"],
        minutes=chosen["minutes"],
        break_minutes=chosen["break_minutes"],
        seats=chosen["seats"],
        language=chosen["language"],
        contact_email=chosen["contact_email"],
        topics=tuple(chosen["topics"]),
        rules=MatchingRules(
            employer_aliases=_groups(chosen["employer_aliases"]), related_fields=_groups(chosen["related_fields"])
        ),
    )


def sample_files() -> list[ImportFile]:
    """The registrations of the sample event."""
    files = _description()["files"]
    return [ImportFile(path=_folder() / name) for name in files]


def _folder() -> Path:
    return paths.resource("sample_event")


def _description() -> dict[str, Any]:
    with (_folder() / "event.toml").open("rb") as file:
        return tomllib.load(file)


def _groups(lines: list[list[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line) for line in lines)
