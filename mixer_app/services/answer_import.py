"""Answers from a file: who met whom and what both said, row by row, as one step that can be taken back."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final, NamedTuple

from mixer_app.domain.answers import Answer, AnswerSource, GivenAnswer
from mixer_app.domain.badge_code import parse_badge_code
from mixer_app.domain.folding import email_key, name_key, text_key
from mixer_app.domain.imports import ImportAccount, RejectedRow, SkippedRow
from mixer_app.domain.people import Attendee
from mixer_app.domain.progress import Progress, report
from mixer_app.exchange.answer_rows import AnswerRow, AnswerTable, read_answer_rows
from mixer_app.exchange.files import read_tables
from mixer_app.services.follow_up_journal import ANSWERS_IMPORTED
from mixer_app.services.meetings import as_pair
from mixer_app.services.words import counted
from mixer_app.store import Database, Session, answers, attendees, journal, meetings
from mixer_app.store.row_changes import changes_between, read_rows

_NOBODY: Final = "Nobody at this event is called so. Check the code, the e-mail address or the name."
_CONTRADICTORY: Final = "These are of different people. Keep the one that is right."
_OUTCOMES: Final = ("added", "updated", "unchanged")
_SEVERAL: Final = "Several people at this event are called so. Give the badge code."


def import_answers(
    database: Database,
    event_id: int,
    path: Path,
    *,
    station: str,
    now: datetime,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> ImportAccount:
    """Take the answers of a file down in one transaction, or none of them; what became of each row.

    A row names two people (code, e-mail, name or registration number) and what the first answered about the
    second; `partner_answer` may hold what the second answered. Where no plan brought the two together, the
    row tells that they have met. The account counts rows; its `import_id` is the entry of the journal that
    undoes the import. Raises `MixerError` for a file that is no table of answers.
    """
    report(progress, 0.0, f"Reading {path.name}")
    tables = [(table.file, read_answer_rows(table)) for table in read_tables(path)]
    report(progress, 0.5, "Taking the answers down")
    if dry_run:
        return database.read(_look, event_id, tables, station=station, now=now)
    return database.write(_apply, event_id, tables, station=station, now=now)


class _Way(NamedTuple):
    from_id: int
    to_id: int


class _Said(NamedTuple):
    """What a row says in one direction; only about the first named it can hold more than the answer."""

    way: _Way
    answer: Answer
    column: str
    note: str | None
    helped: int | None


@dataclass
class _Findings:
    """What the rows say, and what became of each."""

    columns: dict[str, dict[str, str]] = field(default_factory=dict[str, dict[str, str]])
    warnings: list[str] = field(default_factory=list[str])
    outcomes: Counter[str] = field(default_factory=Counter[str])
    skipped: list[SkippedRow] = field(default_factory=list[SkippedRow])
    rejected: list[RejectedRow] = field(default_factory=list[RejectedRow])
    new: dict[_Way, GivenAnswer] = field(default_factory=dict[_Way, GivenAnswer])
    changed: dict[_Way, GivenAnswer] = field(default_factory=dict[_Way, GivenAnswer])
    met: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])  # (mentor, mentee), in no plan

    def account(self, import_id: int | None = None) -> ImportAccount:
        """The account, with a word about the meetings that came with the answers."""
        told = f"{counted(len(self.met), 'pair', 'pairs')} met without an introduction in the plan; that is noted too."
        return ImportAccount(
            rows=self.outcomes.total() + len(self.skipped) + len(self.rejected),
            added=self.outcomes["added"],
            updated=self.outcomes["updated"],
            unchanged=self.outcomes["unchanged"],
            skipped=tuple(self.skipped),
            rejected=tuple(self.rejected),
            warnings=(*self.warnings, *([told] if self.met else [])),
            columns=self.columns,
            import_id=import_id,
        )


class _Reader:
    """Looks at one row after the other, with what is known already and what earlier rows said."""

    def __init__(self, session: Session, event_id: int, *, station: str, now: datetime) -> None:
        self._people = PeopleByName(attendees.list_attendees(session, event_id))
        self._known = {_Way(one.from_id, one.to_id): one for one in answers.all_answers(session, event_id)}
        self._met = {frozenset((one.mentor_id, one.mentee_id)) for one in meetings.all_met(session, event_id)}
        self._said: dict[_Way, tuple[Answer, int]] = {}  # the answer, and the row that gave it
        self._station, self._now = station, now
        self.findings = _Findings()

    def take(self, file: str, table: AnswerTable) -> None:
        """All rows of a table."""
        self.findings.columns[file] = table.columns
        if table.left_out:
            titles = ", ".join(f"“{title}”" for title in table.left_out[:12])
            self.findings.warnings.append(f"{file}: not used: {titles}.")
        for row in table.rows:
            problem = self._take(file, row)
            if problem is not None:
                column, value, reason = problem
                self.findings.rejected.append(
                    RejectedRow(file=file, row=row.number, field=column, value=value, reason=reason)
                )

    def _take(self, file: str, row: AnswerRow) -> tuple[str, str, str] | None:
        """Take a row; the column, the value and the reason where that cannot be."""
        if row.problem:
            return row.field, row.value, row.problem
        one, reason = self._people.find(row.who)
        if one is None:
            return "code", ", ".join(row.who), reason
        other, reason = self._people.find(row.partner)
        if other is None:
            return "partner_code", ", ".join(row.partner), reason
        if one.id == other.id:
            return "partner_code", ", ".join(row.partner), "Nobody answers about themselves. Check the two names."
        said = _both_ways(row, one, other)
        for each in said:
            before, number = self._said.get(each.way, (each.answer, 0))
            if before is not each.answer:
                return each.column, each.answer, f"Row {number} says “{before}” of the same two. Keep one of them."
        if not said:
            self._skip(file, row, "There is no answer in this row.")
        elif not self._have_met(one, other) and all(each.answer is Answer.NOT_MET for each in said):
            self._skip(file, row, "The two were not introduced and did not meet, so there is nothing to note.")
        else:
            self._note_meeting(one, other)
            outcomes = [self._note(each, row.number) for each in said]
            self.findings.outcomes[min(outcomes, key=_OUTCOMES.index)] += 1
        return None

    def _skip(self, file: str, row: AnswerRow, reason: str) -> None:
        self.findings.skipped.append(SkippedRow(file=file, row=row.number, reason=reason))

    def _note(self, said: _Said, number: int) -> str:
        """Keep an answer; whether it is new, another than before, or as it was."""
        way, found = said.way, self.findings
        self._said.setdefault(way, (said.answer, number))
        before = found.new.get(way) or found.changed.get(way) or self._known.get(way)
        known = before or GivenAnswer(from_id=way.from_id, to_id=way.to_id, answer=said.answer, at=self._now)
        given = replace(
            known,
            answer=said.answer,
            note=known.note if said.note is None else said.note,
            helped=known.helped if said.helped is None else said.helped,
        )
        if given == before:
            return "unchanged"
        given = replace(given, source=AnswerSource.FILE, at=self._now, station=self._station)
        (found.changed if way in self._known else found.new)[way] = given
        return "added" if before is None else "updated"

    def _have_met(self, one: Attendee, other: Attendee) -> bool:
        return frozenset((one.id, other.id)) in self._met

    def _note_meeting(self, one: Attendee, other: Attendee) -> None:
        if not self._have_met(one, other):
            mentor, mentee = as_pair(one, other)
            self._met.add(frozenset((one.id, other.id)))
            self.findings.met.append((mentor.id, mentee.id))


class PeopleByName:
    """Finds people by whatever a file calls them: badge code, e-mail address, registration number, name."""

    def __init__(self, people: Sequence[Attendee]) -> None:
        self._by: defaultdict[tuple[str, str], dict[int, Attendee]] = defaultdict(dict)
        for one in people:
            for key in _keys_of(one):
                self._by[key][one.id] = one

    def find(self, named: Sequence[str]) -> tuple[Attendee | None, str]:
        """The one person whom all that a row says of them fits; else None, and why in a sentence.

        A word that is nobody's does not count beside one that is somebody's: names are spelt in many ways.
        """
        fitting: dict[int, Attendee] | None = None
        for text in named:
            found = next((self._by[key] for key in _keys(text) if key in self._by), None)
            if found is None:
                continue
            fitting = found if fitting is None else {number: one for number, one in fitting.items() if number in found}
            if not fitting:
                return None, _CONTRADICTORY
        if fitting is None:
            return None, _NOBODY
        return (next(iter(fitting.values())), "") if len(fitting) == 1 else (None, _SEVERAL)


def _keys(text: str) -> Iterator[tuple[str, str]]:
    code = parse_badge_code(text)
    if code is not None:
        yield "code", code
    yield "email", email_key(text)
    yield "number", text_key(text.removesuffix(".0"))
    yield "name", name_key(text)


def _keys_of(one: Attendee) -> Iterator[tuple[str, str]]:
    yield from (("code", code) for code in (one.code, *one.also_codes))
    yield from (("email", email_key(email)) for email in one.emails)
    named = (
        ("number", text_key(one.external_id)),
        ("name", name_key(one.name.full)),
        ("name", name_key(one.name.native)),
    )
    yield from ((kind, key) for kind, key in named if key)


def _both_ways(row: AnswerRow, one: Attendee, other: Attendee) -> list[_Said]:
    said: list[_Said] = []
    if row.answer is not None:
        said.append(_Said(_Way(one.id, other.id), row.answer, "answer", row.note, row.helped))
    if row.partner_answer is not None:
        said.append(_Said(_Way(other.id, one.id), row.partner_answer, "partner_answer", None, None))
    return said


def _look(
    session: Session, event_id: int, tables: Sequence[tuple[str, AnswerTable]], *, station: str, now: datetime
) -> ImportAccount:
    return _read(session, event_id, tables, station=station, now=now).account()


def _read(
    session: Session, event_id: int, tables: Sequence[tuple[str, AnswerTable]], *, station: str, now: datetime
) -> _Findings:
    reader = _Reader(session, event_id, station=station, now=now)
    for file, table in tables:
        reader.take(file, table)
    return reader.findings


def _apply(
    session: Session, event_id: int, tables: Sequence[tuple[str, AnswerTable]], *, station: str, now: datetime
) -> ImportAccount:
    found = _read(session, event_id, tables, station=station, now=now)
    if not found.new and not found.changed:
        return found.account()
    batch = f"{journal.latest_number(session) + 1} {station} {now.isoformat()}"
    meetings.add_meetings(session, event_id, found.met, at=now, station=station, batch=batch)
    answers.add_answers(session, event_id, found.new.values(), batch=batch)
    changes: list[dict[str, Any]] = []
    for way, given in found.changed.items():
        concerned = answers.between(*way)
        before = read_rows(session, concerned)
        answers.put_answer(session, event_id, given, batch=batch)
        changes += changes_between(before, read_rows(session, concerned))
    number, files = len(found.new) + len(found.changed), ", ".join(dict.fromkeys(file for file, _ in tables))
    entry = journal.record_numbered(
        session,
        event_id=event_id,
        station=station,
        at=now,
        what=ANSWERS_IMPORTED,
        sentence=f"Imported {counted(number, 'answer', 'answers')} from {files}",
        payload={"kind": ANSWERS_IMPORTED, "batch": batch, "changes": changes},
    )
    return found.account(entry)
