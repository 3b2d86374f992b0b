"""One database: services run in it, each in one transaction."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from sqlalchemy import URL, Connection, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from mixer_app.domain.errors import ConnectionLostError
from mixer_app.store.encryption import secured
from mixer_app.store.engine import open_engine, shown_address, sqlite_path, url_of
from mixer_app.store.failures import told_in_sentences
from mixer_app.store.opened_file import OpenedFile
from mixer_app.store.pipeline import BEGAN_NOTHING
from mixer_app.store.server import Lines
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

    backed_up: Path | None
    """The copy that was made when it was opened, before it was brought up to date; None: it was up to date."""

    def __init__(self, url: URL, *, plain_allowed: bool = False, own_folder: Path | None = None) -> None:
        self.url, self.plain_allowed = url, plain_allowed
        self._own_folder = own_folder
        self.backed_up = None
        self.path: Path | None = sqlite_path(url)
        self.location = str(self.path or shown_address(url))
        self.address = str(self.path or url.set(drivername="postgresql").render_as_string(hide_password=False))
        self._reads: Engine = open_engine(url)
        self._writes: Engine = self._reads.execution_options(**{WRITES: True})
        self._file = OpenedFile(self.path, self._reads.dispose) if self.path is not None else None
        self._lines = Lines(self._reads) if self.path is None else None
        self._stand_in: Database | None = None
        self._standing_in = False
        self.away = ""
        """Why the server is not asked now, in a sentence; empty: it is."""
        self.up_to_date = False
        """Whether the schema is known to be the one that this version needs."""

    @property
    def door(self) -> "Database":
        """Where check-in reads and writes now: here, or while the server is away in what stands in for it."""
        return self._stand_in if self._standing_in and self._stand_in is not None else self

    @property
    def has_stand_in(self) -> bool:
        """Whether check-in goes on without the server."""
        return self._stand_in is not None

    def keep_stand_in(self, stand_in: "Database | None") -> None:
        """Let this database stand in for check-in while the server is away; None: nothing does."""
        self._stand_in = stand_in

    def go_away(self, sentence: str) -> None:
        """Ask the server nothing more: whoever waits for it, or asks it, gets this sentence at once."""
        first = not self.away
        self.away, self._standing_in = sentence, True
        if first and self._lines is not None:
            self._lines.cut()

    def ask_again(self) -> None:
        """The server may be asked again; check-in stays where it is until `come_back`."""
        self.away = ""

    def come_back(self) -> None:
        """Check in at the server again."""
        self.away, self._standing_in = "", False

    def read(self, service: Callable[Concatenate[Session, _P], _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """Call `service(session, …)` in one transaction that sees one moment and changes nothing."""
        with told_in_sentences(self.location, writes=False):
            return _tried_again(lambda: self._read(service, *args, **kwargs))

    def write(self, service: Callable[Concatenate[Session, _P], _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """Call `service(session, …)` in one transaction, kept whole if it returns and dropped whole if it raises."""
        with told_in_sentences(self.location):
            return _tried_again(lambda: self._write(service, *args, **kwargs))

    def _read(self, service: Callable[Concatenate[Session, _P], _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        self._refuse_while_away()
        if self._file is not None:
            self._file.present()
        with Session(self._reads) as session:
            return service(session, *args, **kwargs)

    def _write(self, service: Callable[Concatenate[Session, _P], _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        self._refuse_while_away()
        if self._file is None:
            return self._kept(service, *args, **kwargs)
        mark = self._file.present()
        try:
            kept = self._kept(service, *args, **kwargs)
        except Exception:  # it may have failed because the file was put back meanwhile: then that is told
            self._file.refuse_if_other(mark)
            raise
        self._file.refuse_if_other(mark)
        return kept

    def _kept(self, service: Callable[Concatenate[Session, _P], _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        with Session(self._writes) as session, session.begin():
            return service(session, *args, **kwargs)

    def _refuse_while_away(self) -> None:
        if self.away:
            raise ConnectionLostError(self.away)

    def write_at_the_door(
        self, service: Callable[Concatenate[Session, _P], _T], *args: _P.args, **kwargs: _P.kwargs
    ) -> _T:
        """`write` where check-in is; a server that goes away meanwhile is stood in for at once.

        Whether the server kept the act that was cut off is not known: it must carry a request id.
        """
        door = self.door
        try:
            return door.write(service, *args, **kwargs)
        except ConnectionLostError as lost:
            if door is not self or self._stand_in is None:
                raise
            self.go_away(self.away or str(lost))
            return self._stand_in.write(service, *args, **kwargs)

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

    def listen(
        self,
        *,
        on_grown: Callable[[int], None],
        on_lost: Callable[[str], None],
        on_refused: Callable[[], None] | None = None,
        on_beat: Callable[[], None] | None = None,
    ) -> "ChangeNotices | None":
        """Hear of each change from the server, see `ChangeNotices`; None: a file tells nobody, it is looked at."""
        if self.path is not None:
            return None
        from mixer_app.store.notices import ChangeNotices

        return ChangeNotices(
            self.url, self.location, on_grown=on_grown, on_lost=on_lost, on_refused=on_refused, on_beat=on_beat
        )

    def make_up_to_date(self) -> None:
        """Make or migrate the schema, once, with a backup before; a newer one is refused."""
        from mixer_app.store.migrations import bring_up_to_date  # keeps Alembic out of an ordinary start

        if not self.up_to_date:
            with told_in_sentences(self.location):
                copy = partial(self._copy_older, self._own_folder) if self._own_folder is not None else None
                self.backed_up = bring_up_to_date(self.url, self.location, copy_shared=copy)
            self.up_to_date = True

    def _copy_older(self, folder: Path, connection: Connection, version: str) -> Path:
        from mixer_app.store.older_copy import copy_older

        return copy_older(connection, version, self.location, folder)

    def close(self) -> None:
        """Let go of the file or the server, and of what stands in for it."""
        if self._stand_in is not None:
            self._stand_in.close()
        self._reads.dispose()


def _tried_again(act: Callable[[], _T]) -> _T:
    """Do it once more if a connection that was kept had died, so that the server has seen nothing of it."""
    try:
        return act()
    except DBAPIError as failure:
        if not failure.connection_invalidated or BEGAN_NOTHING not in getattr(failure.orig, "__notes__", ()):
            raise
        return act()


def open_database(
    location: str, *, plain_allowed: bool = False, may_be_away: bool = False, own_folder: Path | None = None
) -> Database:
    """Open the database at a path or URL, made or migrated as needed; a newer one is refused.

    `plain_allowed`: the network to a shared one is ours alone, so that it may do without encryption.
    `may_be_away`: a server that does not answer is opened nevertheless, with `away` saying why.
    `own_folder` is where the backup goes that is made before a shared one is migrated.
    """
    url = secured(url_of(location), plain_allowed=plain_allowed)
    database = Database(url, plain_allowed=plain_allowed, own_folder=own_folder)
    try:
        database.make_up_to_date()
    except ConnectionLostError as lost:
        if not may_be_away:
            database.close()
            raise
        database.go_away(str(lost))
    except BaseException:
        database.close()
        raise
    return database
