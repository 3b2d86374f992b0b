"""Doubles made one: looked at side by side first, then merged as one step that can be taken back."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from mixer_app.domain.badge_code import spaced
from mixer_app.domain.errors import MixerError
from mixer_app.domain.folding import email_key
from mixer_app.domain.merging import MergeField, differing_fields, in_merging_order, merged_registration, merged_status
from mixer_app.domain.people import Attendee, Status
from mixer_app.services.people_journal import MERGED, record_change
from mixer_app.store import Session, answers, attendees, merging, plans, standing
from mixer_app.store.locking import lock_attendees
from mixer_app.store.registrations import replace_registrations
from mixer_app.store.row_changes import changes_between, read_rows
from mixer_app.store.standing import standing_of
from mixer_app.store.wishes import resolve_wishes


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeLook:
    """What merging some people would do; `people` begins with the one who is kept."""

    people: tuple[Attendee, ...]
    fields: tuple[MergeField, ...]  # values in the order of `people`
    notes: tuple[str, ...]  # what goes along, in sentences
    plan_again: bool  # the plan counts on several of them


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What merging did."""

    attendee: Attendee
    sentence: str
    plan_again: bool
    entry_id: int


def look_at_merge(session: Session, event_id: int, attendee_ids: Collection[int]) -> MergeLook:
    """Compare these people field by field, with a sensible choice made; nothing is changed.

    Raises `MixerError` for fewer than two, or for someone who was merged meanwhile.
    """
    people = _people(session, event_id, attendee_ids)
    here = [one for one in people if one.event_id == people[0].event_id]
    return MergeLook(
        people=tuple(people),
        fields=tuple(differing_fields(people)),
        notes=tuple(_notes(session, people, here)),
        plan_again=_planned(session, here) > 1,
    )


def merge_people(
    session: Session,
    event_id: int,
    attendee_ids: Collection[int],
    choices: Mapping[str, int] | None = None,
    *,
    station: str,
    now: datetime,
) -> Merged:
    """Make one of several people; `choices` are places of values in the fields of `look_at_merge`, or `ALL`.

    Registrations of one event become one. A registration for another event stays, as one of the same
    person, so that both remember whom they met. One entry in the journal, undone as one step.
    """
    lock_attendees(session, attendee_ids)
    people = _people(session, event_id, attendee_ids)
    kept = people[0]
    here = [one for one in people if one.event_id == kept.event_id]
    registration = merged_registration(people, choices)
    plan_again = _planned(session, here) > 1
    persons = merging.persons_of(session, [one.id for one in people])
    concerned = merging.rows_concerned(kept.event_id, [one.id for one in here], persons)
    before = read_rows(session, concerned)
    merging.merge_persons(session, kept.person_id, [one.person_id for one in people[1:]])
    for other in here[1:]:
        merging.merge_attendees(session, kept, other, now=now)
    standing.set_standing(session, kept.id, standing_of(merged_status(here)), now=now)
    merging.set_arrival(session, kept.id, here, now=now)
    replace_registrations(session, kept.event_id, {kept.id: registration}, now=now)
    merging.keep_address(session, kept, here[1:], registration.email)
    resolve_wishes(session, kept.event_id, [one.id for one in here])
    session.flush()
    session.expire_all()
    sentence = _sentence(people, registration.name.shown)
    entry_id = record_change(
        session, event_id, MERGED, sentence, changes_between(before, read_rows(session, concerned)),
        [one.id for one in people], station=station, now=now,
    )  # fmt: skip
    attendee = attendees.get_attendee(session, kept.id)
    return Merged(attendee=attendee, sentence=sentence, plan_again=plan_again, entry_id=entry_id)


def _people(session: Session, event_id: int, attendee_ids: Collection[int]) -> list[Attendee]:
    people = in_merging_order(attendees.get_attendees(session, attendee_ids), event_id)
    if len(people) < 2:
        raise MixerError("Merging needs two people or more. Choose them in the list.")
    for one in people:
        if one.merged_into is not None:
            raise MixerError(f"{one.name.shown} was merged already. Look at the list again.")
        if one.status is Status.CANCELLED:
            raise MixerError(f"{one.name.shown} had cancelled. Register them again first, or leave them out.")
    if len({one.person_id for one in people}) == 1:
        raise MixerError(f"{people[0].name.shown} is known as one person already.")
    return people


def _planned(session: Session, here: Sequence[Attendee]) -> int:
    """How many of these people the event's newest plan counts on."""
    plan = plans.latest_plan(session, here[0].event_id)
    members = {*plan.mentee_ids, *plan.mentor_ids} if plan else set[int]()
    return sum(one.id in members for one in here)


def _notes(session: Session, people: Sequence[Attendee], here: Sequence[Attendee]) -> list[str]:
    notes: list[str] = []
    first = merged_status(here)
    if first.status is Status.CHECKED_IN and len(here) > 1:
        notes.append("Is here: the check-in stays.")
    if len(here) > 1:
        codes = [spaced(code) for one in here[1:] for code in (one.code, *one.also_codes)]
        verb = "keep" if len(codes) > 1 else "keeps"
        notes.append(f"New badges say {spaced(here[0].code)}; {' and '.join(codes)} {verb} working.")
    addresses = {email_key(email) for one in here for email in one.emails}
    if len(addresses) > 1:
        notes.append(f"{'Either address goes' if len(addresses) == 2 else 'All addresses go'} on finding this person.")
    ids = {one.id for one in here}
    if len(here) > 1 and any({one.from_id, one.to_id} & ids for one in answers.all_answers(session, here[0].event_id)):
        notes.append("Answers after the rounds stay.")
    if any(one.wishes or one.keep_apart for one in people):
        notes.append("Wishes of all stay.")
    if elsewhere := len(people) - len(here):
        notes.append(f"Whom they met at {'another event' if elsewhere == 1 else 'other events'} is remembered.")
    return notes


def _sentence(people: Sequence[Attendee], name: str) -> str:
    others = [one.name.shown for one in people[1:]]
    if set(others) == {name}:
        return f"Merged {len(people)} registrations of {name}"
    return f"Merged {' and '.join(others)} into {name}"
