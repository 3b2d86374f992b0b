"""Statements that are worked out once: a check-in is to take hardly longer than the disk does."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, Final, TypeAlias, cast

from sqlalchemy import Executable, Insert
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import Dialect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.sql.dml import UpdateBase
from sqlalchemy.sql.selectable import GenerativeSelect
from sqlalchemy.types import TypeEngine

from mixer_app.store.pipeline import LATER

Convert: TypeAlias = Callable[[Any], Any]

_SQLITE: Final = "sqlite"


class Prepared:
    """A statement with named parameters, whose SQL and types are worked out once.

    SQLite runs it without all that SQLAlchemy does around each statement anew, which takes several times as
    long as SQLite does. A server is further away than that: it is asked in the ordinary way.
    """

    def __init__(self, statement: GenerativeSelect | UpdateBase, *names: str) -> None:
        self._statement = statement
        self._names = names  # of the columns that a change sets; a question names its parameters itself

    def rows(self, session: Session, values: Mapping[str, Any]) -> Sequence[Sequence[Any]]:
        """What a question is answered."""
        session.flush()
        connection = session.connection()
        if connection.dialect.name != _SQLITE:
            return connection.execute(self._asked, values).all()
        found = self._on_sqlite.execute(connection.connection.driver_connection, values).fetchall()
        return self._on_sqlite.converted(found)

    def run(self, session: Session, values: Mapping[str, Any]) -> int:
        """Make a change; the number of the row that it added, if it did."""
        session.flush()
        connection = session.connection()
        if connection.dialect.name == _SQLITE:
            return self._on_sqlite.execute(connection.connection.driver_connection, values).lastrowid or 0
        done = connection.execute(self._asked, values)
        added = done.inserted_primary_key if isinstance(self._statement, Insert) else None
        return int(added[0]) if added else 0

    def note(self, session: Session, values: Mapping[str, Any]) -> None:
        """Make a change of which nothing is asked in return: a server is told of it together with what comes next."""
        session.flush()
        connection = session.connection()
        if connection.dialect.name == _SQLITE:
            self._on_sqlite.execute(connection.connection.driver_connection, values)
        else:
            connection.execute(self._noted, values, execution_options={LATER: True})

    @property
    def _noted(self) -> Executable:
        return self._statement.inline() if isinstance(self._statement, Insert) else self._asked

    @property
    def _asked(self) -> Executable:
        return cast(Executable, self._statement)  # all that is handed in is one, though its types do not say so

    @cached_property
    def _on_sqlite(self) -> "_OnSqlite":
        return _OnSqlite(self._statement, self._names)


class _OnSqlite:
    """The statement as `sqlite3` takes it, with what turns values into SQLite's and back."""

    def __init__(self, statement: GenerativeSelect | UpdateBase, names: Sequence[str]) -> None:
        dialect = sqlite.dialect(paramstyle="named")
        compiled = statement.compile(dialect=dialect, column_keys=list(names) or None)
        self._sql = str(compiled)
        self._constants = dict(compiled.params)
        self._binds = [
            (name, bound)
            for parameter, name in compiled.bind_names.items()
            if (bound := _of(parameter.type, dialect).bind_processor(dialect)) is not None
        ]
        columns = statement.selected_columns if isinstance(statement, GenerativeSelect) else ()
        self._results = [
            (place, found)
            for place, column in enumerate(columns)
            if (found := _of(column.type, dialect).result_processor(dialect, None)) is not None
        ]

    def execute(self, connection: Any, values: Mapping[str, Any]) -> sqlite3.Cursor:
        given = {**self._constants, **values}
        for name, convert in self._binds:
            given[name] = convert(given[name])
        try:
            return connection.execute(self._sql, given)
        except sqlite3.Error as failure:  # as everywhere else in the store
            raise DBAPIError.instance(self._sql, given, failure, sqlite3.Error) from failure

    def converted(self, rows: list[tuple[Any, ...]]) -> Sequence[Sequence[Any]]:
        if not self._results:
            return rows
        found = [list(row) for row in rows]
        for row in found:
            for place, convert in self._results:
                row[place] = convert(row[place])
        return found


def _of(kind: TypeEngine[Any], dialect: Dialect) -> TypeEngine[Any]:
    return kind.dialect_impl(dialect)
