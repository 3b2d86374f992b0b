"""The report of a problem that a person reads and then sends: what the application noted, and nobody's data."""

import os
import platform
import shutil
import sys
from collections import deque
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from mixer_app import __version__
from mixer_app.diagnostics import CRASHES_NAME, LOG_NAME, without_folders
from mixer_app.domain.errors import MixerError
from mixer_app.services.database import Database
from mixer_app.store import Session
from mixer_app.store.integrity import find_faults
from mixer_app.store.migrations import REVISIONS
from mixer_app.store.table_sizes import count_rows

_LINES: Final = 200  # of each log
_PACKAGES: Final = ("PySide6-Essentials", "SQLAlchemy", "reportlab", "ortools", "numpy", "psycopg")


def problem_report(database: Database, logs: Path, *, now: datetime) -> str:
    """All of it as text: versions, the size of the database, and the end of the logs in `logs`.

    It names no person, no event, no computer and no folder: the log is written without them, and of what native
    code leaves of a crash the folders are left out.
    """
    parts = [
        f"Mentor Mixer {__version__}, {now:%Y-%m-%d %H:%M} UTC",
        _machine(),
        _packages(),
        _about(database),
        _end_of(logs / LOG_NAME, "Log"),
        _end_of(logs / CRASHES_NAME, "Crashes of native code"),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def save_problem_report(text: str, target: Path) -> None:
    """Write a report to a file; raises `MixerError` where that is not possible."""
    try:
        target.write_text(text, "utf-8")
    except OSError as failure:
        raise MixerError(f"The report cannot be written to {target}: {failure.strerror}. Choose another place.") from (
            failure
        )


def _machine() -> str:
    frozen = "frozen build" if getattr(sys, "frozen", False) else "from Python"
    return f"{platform.platform()}, {os.cpu_count()} processors, Python {platform.python_version()}, {frozen}"


def _packages() -> str:
    found: list[str] = []
    for name in _PACKAGES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            continue
    return ", ".join(found)


def _about(database: Database) -> str:
    try:
        counts, faults = database.read(_state)
    except MixerError as failure:
        return f"The database does not answer ({type(failure).__name__})."
    rows = ", ".join(f"{name} {count}" for name, count in counts.items() if count)
    kind = "a file" if database.path is not None else "a shared database"
    lines = [f"Database: {kind}, version {REVISIONS[-1]}, {faults} faults", f"Rows: {rows}"]
    if database.path is not None:
        size, free = database.path.stat().st_size, shutil.disk_usage(database.path.parent).free
        lines.append(f"Size {size / 1e6:.1f} MB, free on its disk {free / 1e9:.1f} GB")
    return "\n".join(lines)


def _state(session: Session) -> tuple[dict[str, int], int]:
    return count_rows(session), len(find_faults(session))


def _end_of(path: Path, title: str) -> str:
    try:
        with path.open(encoding="utf-8", errors="replace") as log:
            lines = deque(log, _LINES)
    except OSError:
        return ""
    return f"{title}\n{without_folders(''.join(lines))}".rstrip() if lines else ""
