"""Reads what a projector shows, off the GUI thread, whenever the journal has grown."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from mixer_app.domain.progress import Progress
from mixer_app.domain.table_pages import SeatLine
from mixer_app.services.projector import ProjectorFacts, projector_facts, tables_of_round
from mixer_app.ui.background import Background
from mixer_app.ui.change_watch import ChangeWatch

if TYPE_CHECKING:
    from mixer_app.services.database import Database


@dataclass(frozen=True, slots=True)
class TablesKey:
    """What a list of tables was read for."""

    plan_id: int
    round: int
    codes: bool


class ProjectorReading(QObject):
    """The facts, and the tables of one round; `facts_read` and `tables_read` tell that they are new."""

    facts_read = Signal()
    tables_read = Signal()

    def __init__(self, database: "Database", background: Background, event_id: int, parent: QObject) -> None:
        super().__init__(parent)
        self._database, self._background, self._event_id = database, background, event_id
        self.watch = ChangeWatch(database, background, self)
        self.watch.changed.connect(self._look)
        self.facts: ProjectorFacts = database.read(projector_facts, event_id)
        self.key: TablesKey | None = None
        self.lines: tuple[SeatLine, ...] = ()
        self._wanted: TablesKey | None = None
        self._reading = False
        self._looking = 0
        self._stale = False

    @property
    def reading(self) -> bool:
        """Whether something newer than what is shown may be on its way."""
        return self._reading or self._looking > 0

    def want_tables(self, number: int | None) -> None:
        """Have the tables of a round of the plan that is out; they are read unless they are there."""
        plan_id = self.facts.plan_id
        self._wanted = TablesKey(plan_id, number, self.facts.state.codes) if plan_id and number else None
        self._read_tables()

    def has_tables_of(self, number: int | None) -> bool:
        """Whether people can look for this round; after a reseat the old list stands until the new one is read."""
        return bool(self.lines) and self._wanted is not None and self.key is not None and self.key.round == number

    @Slot()
    def _look(self) -> None:
        self._stale = True  # someone may have another name, or have gone
        self._looking += 1
        self._background.run(
            self._facts, on_done=self._take_facts, on_failed=_wait_for_the_next, on_end=self._looked, counts=False
        )

    def _facts(self, progress: Progress) -> ProjectorFacts:
        return self._database.read(projector_facts, self._event_id)

    def _looked(self) -> None:
        self._looking -= 1

    def _take_facts(self, facts: ProjectorFacts) -> None:
        self.facts = facts
        self.facts_read.emit()

    def _read_tables(self) -> None:
        key = self._wanted
        if key is None or self._reading or (key == self.key and not self._stale):
            return
        self._reading, self._stale = True, False
        self._background.run(
            partial(self._tables, key),
            on_done=partial(self._take_tables, key),
            on_failed=_wait_for_the_next,
            on_end=self._rest,
            counts=False,
        )

    def _tables(self, key: TablesKey, progress: Progress) -> tuple[SeatLine, ...]:
        return self._database.read(tables_of_round, self._event_id, key.plan_id, key.round)

    def _take_tables(self, key: TablesKey, lines: tuple[SeatLine, ...]) -> None:
        self.key, self.lines = key, lines
        self.tables_read.emit()

    def _rest(self) -> None:
        self._reading = False


def _wait_for_the_next(sentence: str) -> None:
    """What is known stays on the screen; the next look will do."""
