"""Rows of a table to registrations: what each row says, or why it cannot be used."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final, NoReturn, TypeVar

from mixer_app.domain.imports import ColumnChoice, Field, RejectedRow, RowDecision, SkippedRow, Suggestion
from mixer_app.domain.people import PersonName, Registration
from mixer_app.domain.roles import Role
from mixer_app.exchange import own_export, own_rows
from mixer_app.exchange.lists import unique
from mixer_app.exchange.names import asks_family_first, make_name
from mixer_app.exchange.notes import Notes
from mixer_app.exchange.reading import Knowledge, RowReading, TableReading
from mixer_app.exchange.row_answers import (
    PRIVATE,
    email_problem,
    is_broken_email,
    read_clock,
    read_colleagues,
    read_limit,
    read_phone,
    read_remote,
    read_rounds,
    read_text,
    read_years,
    read_yes_no,
)
from mixer_app.exchange.row_roles import read_role
from mixer_app.exchange.table_context import LISTS, NEEDS, TableContext
from mixer_app.exchange.tables import Row, Table
from mixer_app.exchange.values import YearRange, is_placeholder, parse_email, parse_status, parse_years, parse_yes_no
from mixer_app.exchange.vocabulary import load_vocabulary

_T = TypeVar("_T")
_NAME_PARTS: Final = (Field.FULL_NAME, Field.GIVEN_NAME, Field.FAMILY_NAME, Field.NATIVE_NAME)


def read_rows(table: Table, columns: Sequence[ColumnChoice], known: Knowledge, name: str) -> TableReading:
    """Read every row of `table`; `name` is how the account calls it."""
    context = TableContext(table, columns, known, name)
    rows = tuple(_read(row, context) for row in table.rows)
    warnings = (*table.warnings, *context.notes.sentences())
    return TableReading(name=name, sheet=table.sheet, rows=rows, warnings=warnings)


class _Refused(Exception):  # noqa: N818  # a way out of a row, never seen outside
    def __init__(self, field_: str, value: str, reason: str, suggestions: tuple[Suggestion, ...]) -> None:
        super().__init__(reason)
        self.field, self.value, self.reason, self.suggestions = field_, value, reason, suggestions


@dataclass(slots=True)
class _RowCells:
    """The cells of one row, by title and by field, with what was decided about the row."""

    number: int
    context: TableContext
    decision: RowDecision
    by_title: dict[str, str]
    by_field: dict[Field, list[tuple[str, str]]] = field(default_factory=dict)
    role_of_file: bool = False

    def cell(self, wanted: Field) -> tuple[str, str]:
        """Title and cell of a field, as they stand; blank where there is none."""
        return next((pair for pair in self.by_field.get(wanted, []) if pair[1]), ("", ""))

    def raw(self, wanted: Field) -> str:
        """The cell of a field as it stands."""
        return self.cell(wanted)[1]

    def text(self, wanted: Field) -> str:
        """The answer in a field, blank for a placeholder."""
        return read_text(self.raw(wanted))

    def value(self, read: Callable[[str, str, int, Notes], _T], wanted: Field) -> _T:
        """The answer in a field, read by one of the functions of `row_answers`."""
        header, cell = self.cell(wanted)
        return read(cell, header, self.number, self.context.notes)

    def things(self, wanted: Field) -> tuple[str, ...]:
        """Everything that the columns of a field name."""
        parts = (part for header, cell in self.by_field.get(wanted, []) for part in self.context.split(header, cell))
        return unique(part for part in parts if self.context.own or not is_placeholder(part))

    def refuse(self, field_: str, value: str, reason: str, *ways: Suggestion) -> NoReturn:
        """Leave this row out until a person has settled it in one of `ways`."""
        raise _Refused(field_, value, reason, ways)

    def way(
        self,
        label: str,
        *,
        values: tuple[tuple[str, str], ...] = (),
        leave_out: bool = False,
        role: Role | None = None,
        keep_new: tuple[str, ...] = (),
    ) -> Suggestion:
        """A way to settle this row: what was decided so far, and this."""
        decided = self.decision
        decision = RowDecision(
            row=self.number,
            sheet=self.context.table.sheet,
            values=(*decided.values, *values),
            leave_out=leave_out,
            same_as_known=decided.same_as_known,
            role=role or decided.role,
            keep_new=(*decided.keep_new, *keep_new),
        )
        return Suggestion(label=label, decision=decision)


def _read(row: Row, context: TableContext) -> RowReading:
    decision = context.decisions.get(row.number)
    cells = _gather(row, context, decision)
    reason = "Left out by hand." if cells.decision.leave_out else _reason_to_skip(cells)
    if reason:
        skipped = SkippedRow(file=context.name, row=row.number, reason=reason)
        return RowReading(row=row.number, skipped=skipped, gone=_gone(cells))
    try:
        registration = _registration(cells)
    except _Refused as refused:
        rejected = RejectedRow(
            file=context.name,
            row=row.number,
            field=refused.field,
            value=refused.value,
            reason=refused.reason,
            sheet=context.table.sheet,
            suggestions=refused.suggestions,
        )
        return RowReading(row=row.number, decision=decision, rejected=rejected)
    return RowReading(
        row=row.number,
        registration=registration,
        code=cells.raw(Field.CODE),
        role_of_file=cells.role_of_file,
        decision=decision,
    )


def _gather(row: Row, context: TableContext, decision: RowDecision | None) -> _RowCells:
    by_title = dict(zip(context.table.headers, row.cells, strict=True))
    for title, text in decision.values if decision else ():
        named = [title] if title in by_title else [h for h, choice in context.fields.items() if choice.value == title]
        by_title.update(dict.fromkeys(named[:1], text))
    cells = _RowCells(row.number, context, decision or RowDecision(row=row.number), by_title)
    for header, choice in context.fields.items():
        cells.by_field.setdefault(choice, []).append((header, by_title[header]))
    return cells


def _reason_to_skip(cells: _RowCells) -> str:
    filled = {header: cell for header, cell in cells.by_title.items() if cell}
    if len(filled) > 1 and all(header == cell for header, cell in filled.items()):
        return "The titles stand here once more."
    for header, cell in cells.by_field.get(Field.STATUS, []):
        if reason := _status_reason(header, cell):
            return reason
    if any(cells.text(part) for part in (*_NAME_PARTS, Field.EMAIL)):
        return ""
    if any(cells.by_title[header] for header in cells.context.buyers):
        return "This ticket has not been given to anyone yet; whoever bought it is not taken for the attendee."
    if any(cells.by_title[header] for header in cells.context.tickets):
        return "This ticket has not been given to anyone yet."
    return ""


def _gone(cells: _RowCells) -> Registration | None:
    """Who holds a ticket that is cancelled or declined; None for any other row."""
    statuses = cells.by_field.get(Field.STATUS, [])
    if cells.decision.leave_out or not any(_status_reason(header, cell) for header, cell in statuses):
        return None
    name = _name(cells)
    if name is None:
        return None
    return Registration(name=name, email=parse_email(cells.raw(Field.EMAIL)), external_id=cells.text(Field.EXTERNAL_ID))


def _status_reason(header: str, cell: str) -> str:
    if not cell:
        return ""
    said = parse_status(cell)
    answer = parse_yes_no(cell)
    if answer is not None and load_vocabulary().status["cancelled"].found_in(header):
        said = "cancelled" if answer else "fine"
    elif said is None and answer is False:
        said = "declined"
    match said:
        case "cancelled":
            return f"Cancelled: “{header}” says “{cell}”."
        case "declined":
            return f"Does not come: “{header}” says “{cell}”."
        case "pending":
            return f"Not confirmed yet: “{header}” says “{cell}”."
        case _:
            return ""


def _registration(cells: _RowCells) -> Registration:
    if cells.context.own and (cells.raw(Field.FULL_NAME) or cells.raw(Field.GIVEN_NAME)):
        plain = {wanted: pairs[0][1] for wanted, pairs in cells.by_field.items()}
        return own_rows.from_cells(plain, _role(cells), _answers(cells))
    name = _name(cells)
    if name is None:
        cells.refuse("name", "", "A row without a name cannot be used.", cells.way("Leave out", leave_out=True))
    return _said(cells, name)


def _said(cells: _RowCells, name: PersonName) -> Registration:
    """What a row says besides the name; the first answer that cannot be used refuses the row."""
    role, email = _role(cells), _email(cells)
    _remark_on_quantity(cells)
    years, lists = _years(cells), _lists(cells)
    seeks, hosts = role.seeks, role.hosts
    return Registration(
        name=name,
        role=role,
        external_id="" if cells.raw(Field.EXTERNAL_ID) in cells.context.repeated_ids else cells.text(Field.EXTERNAL_ID),
        email=email,
        phone=cells.value(read_phone, Field.PHONE),
        pronouns=cells.text(Field.PRONOUNS),
        employer=cells.text(Field.EMPLOYER),
        title=cells.text(Field.TITLE),
        field=cells.text(Field.FIELD),
        region=cells.text(Field.REGION),
        languages=lists[Field.LANGUAGES],
        experience_years=years,
        experience_grade=cells.text(Field.EXPERIENCE_GRADE),
        needs_wanted=unique((*lists[Field.NEEDS_WANTED], *(lists[Field.NEEDS] if seeks else ()))),
        needs_offered=unique((*lists[Field.NEEDS_OFFERED], *(lists[Field.NEEDS] if hosts else ()))),
        topics_wanted=unique((*lists[Field.TOPICS_WANTED], *(lists[Field.TOPICS] if seeks else ()))),
        topics_offered=unique((*lists[Field.TOPICS_OFFERED], *(lists[Field.TOPICS] if hosts else ()))),
        goal=cells.text(Field.GOAL),
        remote_ok=read_remote(cells.raw(Field.REMOTE_OK)),
        contact_frequency=cells.text(Field.CONTACT_FREQUENCY),
        contact_means=cells.text(Field.CONTACT_MEANS),
        contact_consent=cells.value(read_yes_no, Field.CONTACT_CONSENT),
        introductions_limit=cells.value(read_limit, Field.INTRODUCTIONS_LIMIT),
        continuing_limit=cells.value(read_limit, Field.CONTINUING_LIMIT),
        arrives=cells.value(read_clock, Field.ARRIVES),
        leaves=cells.value(read_clock, Field.LEAVES),
        rests=read_rounds(cells.raw(Field.RESTS)),
        wishes=lists[Field.WISHES],
        keep_apart=lists[Field.KEEP_APART],
        staff_note=cells.raw(Field.STAFF_NOTE),
        colleagues_ok=cells.value(read_colleagues, Field.COLLEAGUES_OK),
        answers=_answers(cells),
    )


def _lists(cells: _RowCells) -> dict[Field, tuple[str, ...]]:
    """Everything that the columns of lists name, the needs in the words of the event."""
    lists = {wanted: cells.things(wanted) for wanted in LISTS}
    return lists | {wanted: tuple(_need(cells, wanted, need) for need in lists[wanted]) for wanted in NEEDS}


def _name(cells: _RowCells) -> PersonName | None:
    order = asks_family_first(cells.cell(Field.FULL_NAME)[0])
    return make_name(*(cells.raw(part) for part in _NAME_PARTS), family_first=order)


def _role(cells: _RowCells) -> Role:
    if cells.decision.role is not None:
        return cells.decision.role
    known = cells.context.known
    single = {
        wanted: cells.raw(wanted) for wanted in (Field.ROLE, Field.BOTH_FLAG, Field.MENTOR_FLAG, Field.MENTEE_FLAG)
    }
    reading = read_role(single, told=known.role, assumed=known.assumed_role)
    if reading.role is None:
        first, second = (Role.MENTOR, Role.MENTEE) if known.role is not Role.MENTEE else (Role.MENTEE, Role.MENTOR)
        choices = [cells.way(role.capitalize(), role=role) for role in (first, second)]
        cells.refuse("role", reading.said, reading.question, *choices)
    cells.role_of_file = reading.of_file
    return reading.role


def _email(cells: _RowCells) -> str:
    header, cell = cells.cell(Field.EMAIL)
    if is_placeholder(cell):
        return ""
    if is_broken_email(cell):
        several = [part for part in cell.replace(",", " ").replace(";", " ").replace("/", " ").split() if "@" in part]
        if len(several) > 1 and not is_broken_email(several[0]):
            cells.context.notes.add(header, "give several addresses; the first was taken", cells.number, cell)
            return parse_email(several[0])
        cells.refuse("email", cell, email_problem(cell), cells.way("Import without", values=((header, ""),)))
    return parse_email(cell)


def _remark_on_quantity(cells: _RowCells) -> None:
    quantity = cells.raw(Field.QUANTITY)
    if quantity.isdecimal() and 1 < int(quantity) <= 1000:
        header = cells.cell(Field.QUANTITY)[0]
        what = "stand for several tickets, of which only one has a name; the others were not imported"
        cells.context.notes.add(header, what, cells.number, quantity)


def _years(cells: _RowCells) -> float | None:
    header, cell = cells.cell(Field.EXPERIENCE_YEARS)
    years = parse_years(cell)
    if isinstance(years, YearRange) and cells.context.ranges_are_rare:
        low = f"{years.low:g}"
        reason = "This is a range, but years need one number."
        cells.refuse(header, cell, reason, cells.way(f"Take {low}", values=((header, low),)))
    return read_years(cell, header, cells.number, cells.context.notes)


def _need(cells: _RowCells, wanted: Field, need: str) -> str:
    near = cells.context.near
    if known := near.known_as(need):
        return known
    close = near.close_to(need)
    if close is None or need in cells.decision.keep_new:
        return need
    header, cell = next(
        (header, cell) for header, cell in cells.by_field[wanted] if need in cells.context.split(header, cell)
    )
    return cells.refuse(
        "needs",
        need,
        f"Not a need of this event, but close to {close}.",
        cells.way(f"Use {close}", values=((header, cell.replace(need, close)),)),
        cells.way("New need", keep_new=(need,)),
    )


def _answers(cells: _RowCells) -> tuple[tuple[str, str], ...]:
    own = cells.context.own
    return tuple(
        (own_export.question_of(header) if own else header, cells.by_title[header])
        for header, choice in cells.context.fields.items()
        if cells.by_title[header] and choice not in PRIVATE and (choice is Field.QUESTION or not own)
    )
