"""One change for many people, as one step that can be taken back."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from mixer_app.domain.bulk_edit import BulkEdit, BulkEffect, changes, edit_words, edited, effect_of, new_status
from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee, Status, registration_of
from mixer_app.exchange.near_miss import NearMisses
from mixer_app.services.people_journal import PEOPLE_CHANGED, record_change
from mixer_app.store import Session, attendees, merging, standing
from mixer_app.store.locking import lock_attendees
from mixer_app.store.registrations import replace_registrations
from mixer_app.store.row_changes import changes_between, read_rows
from mixer_app.store.standing import CheckInAction, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkEdited:
    """What a change of many people did; `entry_id` is None where nobody was changed."""

    effect: BulkEffect
    sentence: str
    entry_id: int | None = None


def words_of(event: Event) -> dict[str, NearMisses]:
    """The topics and needs that an event knows, by the field of a `BulkEdit` that adds them."""
    nothing_said = Counter[str]()
    return {
        "add_topics": NearMisses(event.topics, nothing_said),
        "add_needs": NearMisses([need.name for need in event.needs], nothing_said),
    }


def look_at_edit(session: Session, event_id: int, attendee_ids: Collection[int], edit: BulkEdit) -> BulkEffect:
    """What a change would do to these people; nothing is changed."""
    return effect_of(_people(session, event_id, attendee_ids), edit)


def edit_people(
    session: Session,
    event_id: int,
    attendee_ids: Collection[int],
    edit: BulkEdit,
    *,
    station: str,
    now: datetime,
) -> BulkEdited:
    """Change all these people of an event at once; those who have it already are left alone."""
    lock_attendees(session, attendee_ids)
    people = _people(session, event_id, attendee_ids)
    effect = effect_of(people, edit)
    touched = [person for person in people if changes(person, edit)]
    if not touched:
        return BulkEdited(effect=effect, sentence="Nothing to change: everyone has it already.")
    ids = [person.id for person in touched]
    concerned = merging.rows_concerned(event_id, ids, merging.persons_of(session, ids))
    before = read_rows(session, concerned)
    said = {person.id: after for person in touched if (after := edited(person, edit)) != registration_of(person)}
    replace_registrations(session, event_id, said, now=now)
    for person in touched:
        if (status := new_status(person, edit)) is not person.status:
            _put(session, person, status, station=station, now=now)
    session.flush()
    sentence = f"Changed {len(touched):,} {'person' if len(touched) == 1 else 'people'}: {edit_words(edit)}"
    if len(touched) == 1:
        sentence = f"Changed {touched[0].name.shown}: {edit_words(edit)}"
    entry_id = record_change(
        session, event_id, PEOPLE_CHANGED, sentence, changes_between(before, read_rows(session, concerned)), ids,
        station=station, now=now,
    )  # fmt: skip
    return BulkEdited(effect=effect, sentence=sentence, entry_id=entry_id)


def _people(session: Session, event_id: int, attendee_ids: Collection[int]) -> list[Attendee]:
    people = [one for one in attendees.get_attendees(session, attendee_ids) if one.status is not Status.CANCELLED]
    if strangers := [one.name.shown for one in people if one.event_id != event_id]:
        raise MixerError(f"{strangers[0]} is not registered for this event. Add them to it first.")
    if not people:
        raise MixerError("Nobody is chosen. Choose people in the list.")
    return people


def _put(session: Session, person: Attendee, status: Status, *, station: str, now: datetime) -> None:
    """Let someone leave, or cancel them."""
    if status is Status.LEFT:
        gone = Standing(
            status=status,
            checked_in_at=person.checked_in_at,
            checked_in_where=person.checked_in_where,
            left_at=now,
        )
        standing.add_check_in(session, person.id, CheckInAction.LEFT, at=now, station=station, request_id=None)
    else:
        gone = Standing(status=status)
    standing.set_standing(session, person.id, gone, now=now)
