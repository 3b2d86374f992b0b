"""What the cells of a table tell only together: separators, ranges, repeated numbers, options."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from mixer_app.domain.imports import ColumnChoice, Field
from mixer_app.exchange import own_export
from mixer_app.exchange.lists import Splitter, make_splitter, split_list
from mixer_app.exchange.near_miss import NearMisses
from mixer_app.exchange.notes import Notes
from mixer_app.exchange.reading import Knowledge
from mixer_app.exchange.tables import Table
from mixer_app.exchange.title_match import names_other_party
from mixer_app.exchange.values import YearRange, parse_years
from mixer_app.exchange.words import fold

NEEDS: Final = (Field.NEEDS, Field.NEEDS_WANTED, Field.NEEDS_OFFERED)
TOPICS: Final = (Field.TOPICS, Field.TOPICS_WANTED, Field.TOPICS_OFFERED)
PEOPLE: Final = (Field.WISHES, Field.KEEP_APART)
LISTS: Final = (*NEEDS, *TOPICS, *PEOPLE, Field.LANGUAGES)


class TableContext:
    """Looks through a table once, before its rows are read one by one."""

    def __init__(self, table: Table, columns: Sequence[ColumnChoice], known: Knowledge, name: str) -> None:
        self.table = table
        self.known = known
        self.name = name
        self.fields = {column.header: column.field for column in columns}
        self.own = own_export.recognise(table.headers) is not None
        self.decisions = {decision.row: decision for decision in known.decisions}
        self.buyers = [header for header in table.headers if names_other_party(header)]
        self.tickets = [header for header in table.headers if "ticket" in header.casefold()]
        self.notes = Notes(name)
        self._splitters = {
            header: self._splitter(header, choice) for header, choice in self.fields.items() if choice in LISTS
        }
        self.ranges_are_rare = self._ranges_are_rare()
        ids = Counter(cell for header in self.headers(Field.EXTERNAL_ID) for cell in table.column(header))
        self.repeated_ids = {number for number, times in ids.items() if number and times > 1}
        said = Counter(
            part
            for header in self.headers(*NEEDS)
            for cell in table.column(header)
            for part in self.split(header, cell)
        )
        self.near = NearMisses(known.needs, said)
        self._remark(columns)

    def headers(self, *wanted: Field) -> list[str]:
        """The columns that mean one of the fields."""
        return [header for header, choice in self.fields.items() if choice in wanted]

    def split(self, header: str, cell: str) -> tuple[str, ...]:
        """The things named in a cell of a column that names several."""
        return split_list(cell) if self.own else self._splitters[header].split(cell)

    def _splitter(self, header: str, choice: Field) -> Splitter:
        cells = self.table.column(header)
        if choice in PEOPLE:
            # “Lee, Ann” is one person, so a comma does not part people where anything else does or may.
            separators = ";\n|" if any(mark in cell for cell in cells for mark in ";\n|") else ""
            return Splitter(separators)
        known = self.known.needs if choice in NEEDS else self.known.topics if choice in TOPICS else ()
        return make_splitter(cells, (*known, *self.table.options.get(header, ())))

    def _ranges_are_rare(self) -> bool:
        cells = [cell for header in self.headers(Field.EXPERIENCE_YEARS) for cell in self.table.column(header) if cell]
        ranges = sum(1 for cell in cells if isinstance(parse_years(cell), YearRange))
        return ranges <= max(1, 0.15 * len(cells)) and ranges < len(cells)

    def _remark(self, columns: Sequence[ColumnChoice]) -> None:
        for column in columns:
            if column.field is Field.EXTERNAL_ID and "mail" in column.header.casefold():
                self.notes.say(f"“{column.header}” holds no e-mail addresses; it was kept as a registration number.")
            if column.field is Field.EXPERIENCE_GRADE and column.filled and not self.own:
                self._remark_on_grades(column.header)
        if self.repeated_ids:
            shown = min(self.repeated_ids)
            self.notes.say(f"“{shown}” stands in several rows, so it tells nobody apart and was not used for that.")

    def _remark_on_grades(self, header: str) -> None:
        grades = self.known.grades
        if not grades:
            where = "among the rules of matching, or in a file of mappings"
            self.notes.say(f"“{header}” gives grades. Put them in order once, {where}, so that experience counts.")
            return
        known = {fold(grade) for grade in grades}
        strange = dict.fromkeys(cell for cell in self.table.column(header) if cell and fold(cell) not in known)
        if strange:
            shown = ", ".join(f"“{cell}”" for cell in list(strange)[:5])
            self.notes.say(f"“{header}” has grades that the order does not name, so they do not count: {shown}.")
