"""What the application wrote on this computer beside the database, and how it is deleted with the people in it."""

import shutil
import tempfile
from collections.abc import Collection
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from mixer_app.paths import user_data
from mixer_app.services.database import Database
from mixer_app.services.kept_papers import kept_papers

_OURS: Final = "mentor-mixer-*"
_IN_USE_FOR: Final = timedelta(hours=1)
"""A folder of our own among the temporary ones that was changed so lately may belong to a window that is open."""


def printed_folder(database: Database) -> Path:
    """Where the printer that is a folder writes: beside the database, or in the user's own folder."""
    path = Path(str(database.location))
    return (path.parent if path.is_file() else user_data()) / "badges"


def delete_own_files(database: Database, *, papers: Collection[str], printed: Collection[str], now: datetime) -> int:
    """Delete documents that were kept for printing, badges that were printed to files, and what a crash left behind.

    How many files were printed ones, which somebody may look for. Documents that others still wait for stay.
    """
    kept_papers(database).drop(database, papers)
    folder, deleted = printed_folder(database), 0
    for name in printed:
        path = folder / name
        if path.parent == folder and path.is_file():
            path.unlink()
            deleted += 1
    _delete_left_behind(database, now)
    return deleted


def _delete_left_behind(database: Database, now: datetime) -> None:
    """Folders of rehearsals, prints and restores that were interrupted, with the people in them."""
    left = list(Path(tempfile.gettempdir()).glob(_OURS))
    if database.path is not None:
        left += database.path.parent.glob(".restore-*")
    for folder in left:
        if folder.is_dir() and now.timestamp() - _changed(folder) > _IN_USE_FOR.total_seconds():
            shutil.rmtree(folder, ignore_errors=True)


def _changed(folder: Path) -> float:
    try:
        return folder.stat().st_mtime
    except OSError:
        return float("inf")
