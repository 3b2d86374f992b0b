"""One database: services run in it, each in one transaction."""

from collections.abc import Callable
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import URL, Engine
from sqlalchemy.orm import Session

from mixer_app.store.engine import WRITES, open_engine, sqlite_path, url_of
from mixer_app.store.failures import told_in_sentences

_P = ParamSpec("_P")
_T = TypeVar("_T")


class Database:
    """Runs service functions; several threads and several processes may do so at once."""

    location: str
    """Where the database is, fit to be shown: a path, or an address without its password."""

    def __init__(self, url: URL) -> None:
        self.url = url
        self.path: Path | None = sqlite_path(url)
        self.location = str(self.path) if self.path else url.render_as_string(hide_password=True)
        self._reads: Engine = open_engine(url)
        self._writes: Engine = self._reads.execution_options(**{WRITES: True})

    def read(self, service: Callable[Concatenate[Session, _P], _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """Call `service(session, …)` in one transaction that sees one moment and changes nothing."""
        with told_in_sentences(self.location), Session(self._reads) as session:
            return service(session, *args, **kwargs)

    def write(self, service: Callable[Concatenate[Session, _P], _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """Call `service(session, …)` in one transaction, kept whole if it returns and dropped whole if it raises."""
        with told_in_sentences(self.location), Session(self._writes) as session, session.begin():
            return service(session, *args, **kwargs)

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
