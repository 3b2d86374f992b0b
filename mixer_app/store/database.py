"""One database: services run in it, each in one transaction."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from sqlalchemy import URL, Engine
from sqlalchemy.orm import Session

from mixer_app.store.engine import WRITES, open_engine, sqlite_path, url_of
from mixer_app.store.failures import told_in_sentences

if TYPE_CHECKING:
    from mixer_app.store.traces import Traces

_P = ParamSpec("_P")
_T = TypeVar("_T")


class Database:
    """Runs service functions; several threads and several processes may do so at once."""

    location: str
    """Where the database is, fit to be shown: a path, or an address without its password."""

    def __init__(self, url: URL) -> None:
        self.url = url
        self.path: Path | None = sqlite_path(url)
        self.location = str(self.path) if self.path else url.set(drivername="postgresql").render_as_string()
        self._reads: Engine = open_engine(url)
        self._writes: Engine = self._reads.execution_options(**{WRITES: True})

    def read(self, service: Callable[Concatenate[Session, _P], _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """Call `service(session, …)` in one transaction that sees one moment and changes nothing."""
        with told_in_sentences(self.location, writes=False), Session(self._reads) as session:
            return service(session, *args, **kwargs)

    def write(self, service: Callable[Concatenate[Session, _P], _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """Call `service(session, …)` in one transaction, kept whole if it returns and dropped whole if it raises."""
        with told_in_sentences(self.location), Session(self._writes) as session, session.begin():
            return service(session, *args, **kwargs)

    def copy_to(self, target: Path) -> None:
        """Copy all that is in the database at one moment into a SQLite file; it may be in use."""
        from mixer_app.store.backups import copy_database  # not needed to start
        from mixer_app.store.copying import copy_rows

        if self.path is not None:
            copy_database(self.path, target)
        else:
            with told_in_sentences(self.location):
                copy_rows(self._reads, target)

    def shrink(self) -> bool:
        """Rewrite the file without the bytes of what was erased; False if another program kept them in use."""
        from mixer_app.store.shrinking import shrink

        with told_in_sentences(self.location):
            return shrink(self._reads, self.path)

    def delete_copies(self, erased: "int | Traces", place: Path) -> int:
        """Delete what the application copied beside `place` and holds this event, or person; how many backups."""
        from mixer_app.store.shrinking import delete_copies_of_event, delete_copies_of_person

        if isinstance(erased, int):
            return delete_copies_of_event(place, erased)
        return delete_copies_of_person(place, erased)

    def close(self) -> None:
        """Let go of the file or the server."""
        self._reads.dispose()


def open_database(location: str) -> Database:
    """Open the database at a path or URL, made or migrated as needed; a newer one is refused."""
    from mixer_app.store.migrations import bring_up_to_date  # keeps Alembic out of an ordinary start

    url = url_of(location)
    database = Database(url)
    try:
        with told_in_sentences(database.location):
            bring_up_to_date(url, database.location)
    except BaseException:
        database.close()
        raise
    return database
