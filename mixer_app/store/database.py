"""One database: services run in it, each in one transaction."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from sqlalchemy import URL, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from mixer_app.store.encryption import secured
from mixer_app.store.engine import open_engine, shown_address, sqlite_path, url_of
from mixer_app.store.failures import told_in_sentences
from mixer_app.store.pipeline import BEGAN_NOTHING
from mixer_app.store.transactions import WRITES

if TYPE_CHECKING:
    from mixer_app.store.notices import ChangeNotices

if TYPE_CHECKING:
    from mixer_app.store.traces import Traces

_P = ParamSpec("_P")
_T = TypeVar("_T")


class Database:
    """Runs service functions; several threads and several processes may do so at once."""

    location: str
    """Where the database is, fit to be shown: a path, or an address without its password."""

    address: str
    """Where another station finds it: a path, or an address with its password. Never to be shown or logged."""

    plain_allowed: bool
    """Whether a shared database may be reached without encryption."""

    def __init__(self, url: URL, *, plain_allowed: bool = False) -> None:
        self.url, self.plain_allowed = url, plain_allowed
        self.path: Path | None = sqlite_path(url)
        self.location = str(self.path or shown_address(url))
        self.address = str(self.path or url.set(drivername="postgresql").render_as_string(hide_password=False))
        self._reads: Engine = open_engine(url)
        self._writes: Engine = self._reads.execution_options(**{WRITES: True})

    def read(self, service: Callable[Concatenate[Session, _P], _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """Call `service(session, …)` in one transaction that sees one moment and changes nothing."""
        with told_in_sentences(self.location, writes=False):
            return _tried_again(lambda: self._read(service, *args, **kwargs))

    def write(self, service: Callable[Concatenate[Session, _P], _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """Call `service(session, …)` in one transaction, kept whole if it returns and dropped whole if it raises."""
        with told_in_sentences(self.location):
            return _tried_again(lambda: self._write(service, *args, **kwargs))

    def _read(self, service: Callable[Concatenate[Session, _P], _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        with Session(self._reads) as session:
            return service(session, *args, **kwargs)

    def _write(self, service: Callable[Concatenate[Session, _P], _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        with Session(self._writes) as session, session.begin():
            return service(session, *args, **kwargs)

    def copy_to(self, target: Path) -> None:
        """Copy all that is in the database at one moment into a SQLite file; it may be in use."""
        from mixer_app.store.backups import copy_database  # not needed to start
        from mixer_app.store.copying import copy_to_file

        if self.path is not None:
            copy_database(self.path, target)
        else:
            with told_in_sentences(self.location):
                copy_to_file(self._reads, target)

    def fill_from(self, source: "Database", *, replace: bool = False) -> dict[str, int]:
        """Hold what another database holds, all or nothing and compared row by row; the rows of each table.

        `MixerError` if this one is not empty, unless it is to be replaced.
        """
        from mixer_app.store.copying import fill

        with told_in_sentences(self.location):
            return fill(source._reads, self._reads, self.location, replace=replace)  # another of this kind

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

    def listen(self, *, on_grown: Callable[[int], None], on_lost: Callable[[str], None]) -> "ChangeNotices | None":
        """Hear of each change from the server, see `ChangeNotices`; None: a file tells nobody, it is looked at."""
        if self.path is not None:
            return None
        from mixer_app.store.notices import ChangeNotices

        return ChangeNotices(self.url, self.location, on_grown=on_grown, on_lost=on_lost)

    def close(self) -> None:
        """Let go of the file or the server."""
        self._reads.dispose()


def _tried_again(act: Callable[[], _T]) -> _T:
    """Do it once more if a connection that was kept had died, so that the server has seen nothing of it."""
    try:
        return act()
    except DBAPIError as failure:
        if not failure.connection_invalidated or BEGAN_NOTHING not in getattr(failure.orig, "__notes__", ()):
            raise
        return act()


def open_database(location: str, *, plain_allowed: bool = False) -> Database:
    """Open the database at a path or URL, made or migrated as needed; a newer one is refused.

    `plain_allowed`: the network to a shared one is ours alone, so that it may do without encryption.
    """
    from mixer_app.store.migrations import bring_up_to_date  # keeps Alembic out of an ordinary start

    url = secured(url_of(location), plain_allowed=plain_allowed)
    database = Database(url, plain_allowed=plain_allowed)
    try:
        with told_in_sentences(database.location):
            bring_up_to_date(url, database.location)
    except BaseException:
        database.close()
        raise
    return database
