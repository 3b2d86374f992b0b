"""Exporting people, the plan and the follow-up to a file that a spreadsheet opens."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.people import Attendee, registration_of
from mixer_app.exchange.own_export import OWN_COLUMNS, PRIVATE_COLUMN, question_title
from mixer_app.exchange.own_rows import to_cells
from mixer_app.exchange.writing import Value, write_sheets, write_table
from mixer_app.services.events import find_event
from mixer_app.services.follow_up_sheets import follow_up_sheets
from mixer_app.services.people import list_attendees
from mixer_app.services.planning import current_plan
from mixer_app.services.round_times import times_of_rounds
from mixer_app.store import Database, Session, attendees
from mixer_app.store.rights import refusal, sees_all_of_attendees

PLAN_COLUMNS: Final = (
    "round",
    "starts_at",
    "table",
    "mentor_code",
    "mentor",
    "mentee_code",
    "mentee",
    "score",
    "reasons",
)


def export_people(database: Database, event_id: int, out: Path, *, private: bool = False) -> int:
    """Write everyone who is registered, with every answer under its own question; how many there are.

    Importing the file again gives the same people. Whom somebody is to be kept apart from stands
    in it only with `private`, because files travel.
    """
    people = database.read(_everybody, event_id)
    questions = _in_file_order(people)
    names = [name for name, _ in OWN_COLUMNS] + ([PRIVATE_COLUMN[0]] if private else [])
    titles = [*names, *(question_title(question) for question in questions)]
    rows = [_person_row(one, names, questions) for one in people]
    write_table(out, "People", titles, rows)
    return len(rows)


def _everybody(session: Session, event_id: int) -> list[Attendee]:
    """`MixerError` where whoever is connected does not read what everybody said: it would look as if that were all."""
    if not sees_all_of_attendees(session):
        raise refusal(session)
    return list_attendees(session, event_id)


def export_plan(database: Database, event_id: int, out: Path) -> int:
    """Write every introduction of the latest plan by round and table; how many there are."""
    rows = database.read(_plan_rows, event_id)
    write_table(out, "Plan", PLAN_COLUMNS, rows)
    return len(rows)


def export_follow_up(database: Database, event_id: int, out: Path) -> int:
    """Write who met whom and who may write to whom, in a workbook with more sheets; how many rows the first has."""
    sheets = database.read(follow_up_sheets, event_id)
    write_sheets(out, sheets)
    return len(sheets[0].rows)


def _in_file_order(people: Sequence[Attendee]) -> list[str]:
    """All questions, such that everyone's own stand in the order in which they were answered."""
    questions: list[str] = []
    known: set[str] = set()
    for one in people:
        place = 0
        for question, _ in one.answers:
            if question in known:
                place = questions.index(question) + 1
                continue
            questions.insert(place, question)
            known.add(question)
            place += 1
    return questions


def _person_row(one: Attendee, names: Sequence[str], questions: Sequence[str]) -> list[Value]:
    cells = to_cells(registration_of(one)) | {
        "code": one.code,
        "status": one.status,
        "checked_in_at": one.checked_in_at.isoformat(" ", "seconds") if one.checked_in_at else "",
    }
    answers = dict(one.answers)
    return [*(cells[name] for name in names), *(answers.get(question, "") for question in questions)]


def _plan_rows(session: Session, event_id: int) -> list[list[Value]]:
    plan = current_plan(session, event_id)
    if plan is None:
        raise MixerError("There is no plan yet. Plan the rounds first.")
    event = find_event(session, str(event_id))
    starts = {times.number: times.starts_at for times in times_of_rounds(session, event)}
    people = {one.id: one for one in attendees.list_attendees(session, event_id, cancelled=True)}
    meetings = sorted(plan.introductions, key=lambda one: (one.round, one.table, people[one.mentee_id].name.full))
    return [
        [
            meeting.round,
            starts[meeting.round].isoformat(" ", "minutes") if meeting.round in starts else "",
            meeting.table,
            people[meeting.mentor_id].code,
            people[meeting.mentor_id].name.full,
            people[meeting.mentee_id].code,
            people[meeting.mentee_id].name.full,
            round(meeting.score, 4),
            "; ".join(meeting.reasons),
        ]
        for meeting in meetings
    ]
