"""Fewer round trips to a server: what nobody waits for travels together with the next question.

Over Wi-Fi a round trip takes longer than the statement. The beginning of a transaction, and changes that are asked
nothing in return (`LATER`), wait until the next statement or the commit, and all go as one.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, event

LATER: Final = "mixer_later"
"""Execution option: a change of which nothing is asked in return; an error of it is raised by what follows it."""

BEGAN_NOTHING: Final = "the transaction had not begun"
"""Note on an error of the driver: the server has seen nothing of the transaction, so all of it may be tried again."""


@dataclass(slots=True)
class _Held:
    """What a connection holds back."""

    opening: Sequence[str] = ()
    changes: list[tuple[str, Any]] = field(default_factory=list)

    def send(self, driver: Any, last: Callable[[], object] | None) -> None:
        """Send what is held back and then what `last` sends, in one round trip."""
        opening, changes = self.opening, self.changes
        self.opening, self.changes = (), []
        try:
            if opening or changes:
                with driver.pipeline():
                    for statement in opening:
                        driver.execute(statement)
                    for statement, parameters in changes:
                        driver.execute(statement, parameters)
                    if last is not None:
                        last()
            elif last is not None:
                last()
        except Exception as failure:
            if opening:
                failure.add_note(BEGAN_NOTHING)
            raise

    def drop(self) -> None:
        """Forget what is held back."""
        self.opening, self.changes = (), []


def send_together(engine: Engine, opening_of: Callable[[Connection], Sequence[str]]) -> None:
    """Let the connections of `engine` hold back what can wait; a transaction begins with `opening_of` it."""
    held: WeakKeyDictionary[Any, _Held] = WeakKeyDictionary()

    def of(connection: Connection) -> _Held:
        return held.setdefault(connection.connection.driver_connection, _Held())

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        of(connection).opening = opening_of(connection)

    @event.listens_for(engine, "do_execute")
    def _execute(cursor: Any, statement: str, parameters: Any, context: Any) -> bool:
        own = held.setdefault(cursor.connection, _Held())
        if context.execution_options.get(LATER):
            own.changes.append((statement, parameters))
        else:
            own.send(cursor.connection, lambda: cursor.execute(statement, parameters))
        return True

    @event.listens_for(engine, "do_executemany")
    def _execute_many(cursor: Any, statement: str, parameters: Any, context: Any) -> bool:
        own = held.setdefault(cursor.connection, _Held())
        if context.execution_options.get(LATER):
            own.changes.extend((statement, one) for one in parameters)
            return True
        own.send(cursor.connection, None)
        return False

    @event.listens_for(engine, "commit")
    def _commit(connection: Connection) -> None:
        own = of(connection)
        if own.opening and not own.changes:
            own.drop()  # nothing was asked, nothing was changed
        elif own.changes:
            connection.exec_driver_sql("COMMIT")  # the commit of the driver, which follows, has nothing to do then

    @event.listens_for(engine, "rollback")
    def _roll_back(connection: Connection) -> None:
        if not connection.invalidated:
            of(connection).drop()
