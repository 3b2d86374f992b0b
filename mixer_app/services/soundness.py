"""Whether the file of a database is whole, and the backup to go back to if it is not."""

from pathlib import Path

from mixer_app.domain.backups import Backup
from mixer_app.store import backups


def damage_of(place: Path, *, thorough: bool) -> str:
    """What is wrong with the file, in a sentence; empty: it is whole. It may be in use."""
    damaged = backups.damage_of_pages(place, thorough=thorough)
    return f"The database {place} is damaged: part of the file cannot be read." if damaged else ""


def sound_backups(place: Path) -> list[Backup]:
    """The backups of a database that can be gone back to, newest first; older ones than the first are not looked at."""
    found = backups.backups_of(place)[::-1]
    while found and backups.faults_of_file(found[0].path):
        found.pop(0)
    return found
