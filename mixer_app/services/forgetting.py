"""After the event, or when somebody asks for it: erase who people were, everywhere, and keep the figures."""

from dataclasses import dataclass
from datetime import date, datetime
from random import Random, SystemRandom
from typing import Final

from mixer_app.domain.backups import AFTER_FORGETTING
from mixer_app.domain.badge_code import parse_badge_code
from mixer_app.domain.errors import MixerError
from mixer_app.services.forgotten_figures import keep_figures
from mixer_app.services.own_files import delete_own_files
from mixer_app.services.programme import contact_figures, programme
from mixer_app.services.report_figures import event_report
from mixer_app.services.safekeeping import back_up_now, place_of
from mixer_app.services.wall_clock import moment_of, venue_time
from mixer_app.services.words import counted, listed
from mixer_app.store import (
    Database,
    Session,
    attendees,
    events,
    finding,
    forgetting,
    forgetting_person,
    journal,
    print_jobs,
)
from mixer_app.store.forgetting_person import Places
from mixer_app.store.forgotten import forgotten_attendees, forgotten_events
from mixer_app.store.traces import Traces

FORGOTTEN: Final = "forgotten"

_HELD: Final = (
    "The people are erased, but another program still holds old pages of the file. "
    "Close Mentor Mixer elsewhere, then forget once more."
)
_YOURS: Final = "Copies, exports and prints that you made yourself are still where you put them."


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetLook:
    """What forgetting would erase, in sentences, and what stays."""

    name: str
    goes: tuple[str, ...]
    stays: tuple[str, ...]
    done: bool = False  # there is nothing left to erase


def look_at_forgetting_event(session: Session, event_id: int) -> ForgetLook:
    """What would go with the people of an event; nothing is changed."""
    event = events.get_event(session, event_id)
    people = len(attendees.list_attendees(session, event_id, cancelled=True))
    return ForgetLook(
        name=event.name,
        goes=(
            f"Names, contacts, employers, notes and answers of {counted(people, 'person', 'people')}",
            "Who sat with whom, who was there when, and what each asked for",
            "The list of changes keeps what was done, not to whom, and nothing of it can be undone",
            "Backups that Mentor Mixer made, documents that wait to be printed, and badges printed to files",
        ),
        stays=(
            "The figures of the event report, without counts below five",
            "People who are registered for other events, there",
            "Copies, exports and prints that you made yourself",
        ),
        done=event_id in forgotten_events(session),
    )


def look_at_forgetting_person(session: Session, attendee_id: int) -> ForgetLook:
    """What would go with one person; nothing is changed."""
    person = attendees.get_attendee(session, attendee_id)
    places = forgetting_person.places_of(session, attendee_id)
    named = [events.get_event(session, one).name for one in places.event_ids]
    return ForgetLook(
        name=person.name.shown,
        goes=(
            f"Name, contacts, employer, notes and all they said, at {listed(named)}",
            "Their answers about others, and the answers of others about them",
            "Their name in notes, wishes and the list of changes; what was done to them cannot be undone",
            "Backups that Mentor Mixer made and that hold them; a new one is made",
            "Documents of these events that wait to be printed, and badges of theirs printed to files",
        ),
        stays=(
            "An empty place where others met them, so that counts stay right",
            "Copies, exports and prints that you made yourself",
        ),
        done=attendee_id in forgotten_attendees(session, person.event_id),
    )


def find_person(session: Session, key: str) -> int:
    """The attendee with this badge code or e-mail address, at whatever event; of several, of the latest."""
    code = parse_badge_code(key)
    found = finding.attendees_with(session, code=code, address=key)
    if not found:
        raise MixerError(f"Nobody has “{key}”. Check the code or the e-mail address.")
    people = {person for _, person in found}
    if len(people) > 1:
        raise MixerError(f"“{key}” stands for {len(people)} people. Give the badge code of the one you mean.")
    return found[0][0]


def forget_event(database: Database, event_id: int, *, station: str, now: datetime, dice: Random | None = None) -> str:
    """Erase the people of an event for good and say what was done; again changes nothing more.

    Names, contacts, texts, notes and what an undo would bring back are gone from the file itself, from the
    backups that the application made and from what it kept to print. Its figures are counted once more and
    kept. People who are registered for other events keep those. Places and new badge codes are dealt with
    `dice`, by default the computer's own.
    """
    printed = database.read(print_jobs.printed_files, [event_id], None)
    people = database.write(_erase_event, event_id, station=station, now=now, dice=dice or SystemRandom())
    return _everywhere(database, event_id, f"the people of the event ({people})", printed, [], now)


def forget_person(
    database: Database, attendee_id: int, *, station: str, now: datetime, dice: Random | None = None
) -> str:
    """Erase one person from every event for good and say what was done; again changes nothing more."""
    places = database.read(forgetting_person.places_of, attendee_id)
    printed = database.read(print_jobs.printed_files, places.event_ids, places.attendee_ids)
    traces, papers = database.write(_erase_person, places, station=station, now=now, dice=dice or SystemRandom())
    return _everywhere(database, traces, "one person", printed, papers, now)


def _everywhere(
    database: Database, erased: int | Traces, whom: str, printed: list[str], papers: list[str], now: datetime
) -> str:
    """Take what was erased from the database out of the bytes of its file and of all that was made from it."""
    files = delete_own_files(database, papers=papers, printed=printed, now=now)
    if not database.shrink():
        raise MixerError(_HELD)
    backups = database.delete_copies(erased, place_of(database))
    deleted = [counted(backups, "backup", "backups")] if backups else []
    deleted += [counted(files, "printed file", "printed files")] if files else []
    also = f", and deleted {listed(deleted)} that held them" if deleted else ""
    if backups:
        back_up_now(database, why=AFTER_FORGETTING, now=now)
        also += "; a new backup is made"
    return f"Erased {whom}{also}. {_YOURS}"


def _erase_event(session: Session, event_id: int, *, station: str, now: datetime, dice: Random) -> int:
    event = events.get_event(session, event_id)
    pairs = [one for one in programme(session, today=event.date).pairs if one.event_id == event_id]
    keep_figures(session, event_id, event_report(session, event_id), contact_figures(event.name, pairs))
    people = forgetting.erase_people(session, event_id, arrived_at=moment_of(event.starts_at), now=now, dice=dice)
    journal.record(
        session,
        event_id=event_id,
        station=station,
        at=now,
        what=FORGOTTEN,
        sentence="Erased the personal data",
    )
    return people


def _erase_person(
    session: Session, places: Places, *, station: str, now: datetime, dice: Random
) -> tuple[Traces, list[str]]:
    traces = forgetting_person.traces_of(session, places)
    ahead = _not_over(session, places, venue_time(now).date())
    papers = forgetting_person.erase_person(session, places, traces, ahead=ahead, now=now, dice=dice)
    for event_id in places.event_ids:
        journal.record(
            session,
            event_id=event_id,
            station=station,
            at=now,
            what=FORGOTTEN,
            sentence="Erased one person",
            payload={journal.ATTENDEE_IDS: list(places.attendee_ids)},
        )
    return traces, papers


def _not_over(session: Session, places: Places, today: date) -> frozenset[int]:
    return frozenset(one for one in places.event_ids if events.get_event(session, one).date >= today)
