"""Documents that wait to be printed, as files in the user's own folder: whole, closed to others, gone when printed."""

import os
import shutil
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Final
from uuid import uuid4

from mixer_app.domain.errors import MixerError
from mixer_app.paths import user_data
from mixer_app.services.database import Database
from mixer_app.store import print_jobs

_UNQUEUED_FOR: Final = timedelta(minutes=10)
"""A file that no job names is left alone for so long: its job may be about to be written."""


def kept_papers(database: Database) -> "KeptPapers":
    """The documents of this computer for a database: beside its file, or in the user's own folder."""
    path = Path(str(database.location))
    if path.is_file():
        return KeptPapers(path.with_name(f"{path.stem} print queue"))
    return KeptPapers(user_data() / f"print queue {sha256(str(database.location).encode()).hexdigest()[:12]}")


@dataclass(frozen=True, slots=True)
class KeptPapers:
    """A folder of PDFs, each under a name of its own."""

    folder: Path

    def keep(self, pdf: Path, pages: range | None = None) -> str:
        """Keep a copy, or some of its pages (from 0); its name. It is there whole, or not at all."""
        name = f"{uuid4().hex}.pdf"
        unfinished = self.folder / f"{name}.part"
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _copy(pdf, unfinished, pages)
            with unfinished.open("rb+") as written:
                os.fsync(written.fileno())
            unfinished.replace(self.folder / name)
        except OSError as error:
            unfinished.unlink(missing_ok=True)
            reason = error.strerror or error
            raise MixerError(f"The pages cannot be kept in “{self.folder}”: {reason}. Make room there.") from error
        return name

    def take(self, name: str, target: Path, *, after: int = 0) -> None:
        """Copy a document to `target`, without the first `after` pages."""
        try:
            kept = self._file(name)
            _copy(kept, target, range(after, _count(kept)) if after else None)
        except (OSError, MixerError) as error:
            there = "Its pages are not on this computer. Print it where it was queued, or make it anew on Print."
            raise MixerError(there) from error

    def has(self, name: str) -> bool:
        """Whether this computer has the document."""
        return Path(name).name == name and (self.folder / name).is_file()

    def _file(self, name: str) -> Path:
        """The file of a document; a name from a shared database that leads out of the folder is no document."""
        if Path(name).name != name:
            raise MixerError(f"“{name}” is no document that was kept here.")
        return self.folder / name

    def tidy(self, database: Database, now: datetime) -> None:
        """Delete what no job will print any more."""
        files = {path.name: path for path in self.folder.glob("*.p*")} if self.folder.is_dir() else {}
        if not files:
            return
        wanted = database.read(print_jobs.papers, sorted(files))
        for name, path in files.items():
            if not wanted.get(name, _made_within(path, now)):
                path.unlink(missing_ok=True)

    def drop(self, database: Database, names: Collection[str]) -> None:
        """Delete these documents, and whatever else no job will print any more, however new it is."""
        files = {path.name: path for path in self.folder.glob("*.p*")} if self.folder.is_dir() else {}
        wanted = database.read(print_jobs.papers, sorted(files)) if files else {}
        for name, path in files.items():
            if name in names or not wanted.get(name, False):
                path.unlink(missing_ok=True)


def _made_within(path: Path, now: datetime) -> bool:
    try:
        return now.timestamp() - path.stat().st_mtime < _UNQUEUED_FOR.total_seconds()
    except FileNotFoundError:
        return False


def _count(pdf: Path) -> int:
    from mixer_app.printing.preview import page_count

    return page_count(pdf)


def _copy(pdf: Path, target: Path, pages: range | None) -> None:
    if pages is None:
        shutil.copyfile(pdf, target)
        return
    from mixer_app.printing.preview import copy_pages

    copy_pages(pdf, target, pages)
