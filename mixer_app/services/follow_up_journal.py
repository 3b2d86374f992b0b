"""What is done after the talks, in the journal: answers, meetings, decisions, referrals, suggestions; and undone."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, Final

from mixer_app.domain.errors import MixerError
from mixer_app.services.people_journal import record_change, undo_people_change
from mixer_app.services.taking_back import kind_of, taken_back
from mixer_app.store import Session, answers, journal, meetings
from mixer_app.store.journal import JournalRecord
from mixer_app.store.row_changes import changed_again, changes_between, read_rows, write_changes

ANSWERED: Final = "answered"
SHEET_TAKEN_BACK: Final = "answers taken back"
MEETING_NOTED: Final = "meeting noted"
MATCH_DECIDED: Final = "match decided"
REFERRED: Final = "referred"
SUGGESTED: Final = "suggested"
ANSWERS_IMPORTED: Final = "answers imported"

KINDS: Final = (
    ANSWERED,
    SHEET_TAKEN_BACK,
    MEETING_NOTED,
    MATCH_DECIDED,
    REFERRED,
    SUGGESTED,
    ANSWERS_IMPORTED,
)


class RowsBefore:
    """Rows as they were before an act, so that what it changes can be noted and undone.

    Made before the act with a condition for each table (from the store); `note` after it.
    """

    def __init__(self, session: Session, event_id: int, concerned: Mapping[Any, Any]) -> None:
        self._session = session
        self._event_id = event_id
        self._concerned = concerned
        self._before = read_rows(session, concerned)

    def note(
        self,
        kind: str,
        sentence: str,
        people: Collection[int],
        *,
        about: int | None = None,
        station: str,
        now: datetime,
    ) -> int | None:
        """The entry of the journal that undoes the act; None, and no entry, if it changed nothing.

        `people` are all whom it is about, `about` the one whose name stands in the sentence as `{name}`.
        """
        changes = changes_between(self._before, read_rows(self._session, self._concerned))
        if not changes:
            return None
        return record_change(
            self._session,
            self._event_id,
            kind,
            sentence,
            changes,
            people,
            attendee_id=about,
            station=station,
            now=now,
        )


def is_follow_up(record: JournalRecord) -> bool:
    """Whether a change, or the undo of one, is of what follows the talks."""
    return kind_of(record) in KINDS


def undo_follow_up(session: Session, record: JournalRecord, *, station: str, now: datetime) -> str:
    """Take such a change back (or, of an undo, do it again); twice is once."""
    if kind_of(record) == ANSWERS_IMPORTED:
        return _undo_import(session, record, station=station, now=now)
    return undo_people_change(session, record, station=station, now=now)


def _undo_import(session: Session, record: JournalRecord, *, station: str, now: datetime) -> str:
    """Take away what an import of answers brought; what somebody has changed since stays."""
    told, payload = taken_back(record.what, record.sentence), record.payload or {}
    if record.undone or record.event_id is None:
        return told.sentence
    if record.what == "undo":
        raise MixerError("Import the file once more: what it brought is not kept after it was undone.")
    if changed_again(session, payload["changes"], back=True):
        raise MixerError(f"“{record.sentence}” was changed again after this. Undo that first.")
    write_changes(session, payload["changes"], back=True)
    answers.drop_batch(session, payload["batch"])
    meetings.drop_batch(session, payload["batch"])
    session.expire_all()
    journal.record(
        session,
        event_id=record.event_id,
        station=station,
        at=now,
        what=told.what,
        sentence=told.sentence,
        payload={"kind": ANSWERS_IMPORTED},
        undoes_id=record.id,
    )
    return told.sentence
