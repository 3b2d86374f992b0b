"""After the event: erase who people were, keep the figures."""

from datetime import datetime
from random import Random, SystemRandom

from mixer_app.domain.errors import MixerError
from mixer_app.store import Database, Session, events, forgetting, journal


def forget_event(database: Database, event_id: int, *, station: str, now: datetime, dice: Random | None = None) -> str:
    """Erase the personal data of an event for good and say what was done; again changes nothing more.

    Names, contacts, texts, notes and what an undo would bring back are gone from the file itself,
    and from the backups that the application made. People who are registered for other events
    keep those. New badge codes are drawn with `dice`, by default the computer's own.
    """
    people = database.write(_erase, event_id, station=station, now=now, dice=dice or SystemRandom())
    if not database.shrink():
        raise MixerError(
            "The people are erased, but another program still holds old pages of the file. "
            "Close Mentor Mixer elsewhere, then forget the event once more."
        )
    backups = database.delete_backups(event_id)
    deleted = f" and deleted {backups} backups that held them" if backups else ""
    return (
        f"Erased the personal data of {people} people{deleted}. "
        "Copies, exports and prints that you made yourself are still where you put them."
    )


def _erase(session: Session, event_id: int, *, station: str, now: datetime, dice: Random) -> int:
    events.get_event(session, event_id)
    people = forgetting.erase_people(session, event_id, now=now, dice=dice)
    journal.record(
        session,
        event_id=event_id,
        station=station,
        at=now,
        what="forgotten",
        sentence="Erased the personal data",
    )
    return people
