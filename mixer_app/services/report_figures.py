"""The figures of an evening for the organizer's report."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from datetime import datetime
from typing import Final

from mixer_app.domain.answers import FEWEST_TOLD, HELPED_MOST, Answer, SheetState
from mixer_app.domain.events import Event
from mixer_app.domain.overview import SupplyRow
from mixer_app.domain.paper import AnswerCounts, EventReport, Supply, YearCount
from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Introduction
from mixer_app.services import events, people
from mixer_app.services.answer_sheets import sheet_states
from mixer_app.services.encounters import Encounters, read_encounters
from mixer_app.services.follow_up import came
from mixer_app.services.forgotten_figures import report_of_forgotten
from mixer_app.services.round_times import times_of_rounds
from mixer_app.services.supply import needs_supply, topics_supply
from mixer_app.services.wall_clock import venue_time
from mixer_app.store import Session, afterwards

_MOST_YEARS: Final = 5


def event_report(session: Session, event_id: int) -> EventReport:
    """Count the evening; figures too small to show are left to the drawing. Of who was forgotten, what was kept."""
    if (kept := report_of_forgotten(session, event_id)) is not None:
        return kept
    event = events.find_event(session, str(event_id))
    attendees = people.list_attendees(session, event_id)
    encounters = read_encounters(session, event_id)
    held = _held(encounters)
    plan = encounters.plan if encounters else None
    present = came(attendees)
    mentees = [person.id for person in present if person.role.seeks]
    mutual = [meeting for meeting in held if encounters and encounters.mutual(meeting)]
    rounds = times_of_rounds(session, event)
    referrals = [one for one in afterwards.all_referrals(session, event_id) if one.stands]
    passed_on = {(one.from_id, one.mentee_id) for one in referrals}
    sheets = sheet_states(session, event_id)
    return EventReport(
        event_name=event.name,
        day=event.date,
        rounds=event.rounds,
        minutes=event.minutes,
        tables=len({meeting.table for meeting in plan.introductions}) if plan else 0,
        registered=len(attendees),
        came=len(present),
        mentors=sum(person.role.hosts for person in present),
        mentees=len(mentees),
        introductions_planned=len(plan.introductions) if plan else 0,
        introductions_held=len(held),
        strong_mentees=len({meeting.mentee_id for meeting in held if meeting.score >= event.rules.strong}),
        strong=event.rules.strong,
        mutual_matches=len(mutual),
        arrivals=_people_in_the_room(present),
        round_times=tuple((times.starts_at, times.ends_at) for times in rounds),
        years=_years(session, event),
        meetings_per_mentee=_distribution([meeting.mentee_id for meeting in held], mentees),
        scores=tuple(meeting.score for meeting in held if meeting.round),
        mentor_loads=tuple(Counter(meeting.mentor_id for meeting in held).values()),
        proven_fair=bool(plan and plan.quality.fairest),
        needs=_printable(needs_supply(session, event)),
        topics=_printable(topics_supply(session, event)),
        mentee_answers=_answers(encounters, held, passed_on, from_mentees=True),
        mentor_answers=_answers(encounters, held, passed_on, from_mentees=False),
        mutual_per_mentee=_distribution([meeting.mentee_id for meeting in mutual], mentees),
        mentors_with_match=len({meeting.mentor_id for meeting in mutual}),
        helped=_helped(encounters),
        referrals=len(referrals),
        sheets=len(sheets),
        sheets_in=sum(state is not SheetState.OPEN for state in sheets.values()),
        late_arrivals=sum(_arrived(person) > rounds[0].starts_at for person in present) if rounds else 0,
    )


def _held(encounters: Encounters | None) -> list[Introduction]:
    if encounters is None:
        return []
    return [meeting for meeting in encounters.talks if encounters.held(meeting)]


def _helped(encounters: Encounters | None) -> tuple[int, ...]:
    """How many gave each mark, 1 first; nothing where so few did that a mark could be somebody's."""
    given = [one.helped for one in encounters.answers.values() if one.helped] if encounters else []
    counts = Counter(given)
    return tuple(counts[mark] for mark in range(1, HELPED_MOST + 1)) if len(given) >= FEWEST_TOLD else ()


def _arrived(person: Attendee) -> datetime:
    return venue_time(person.checked_in_at or person.updated_at)


def _people_in_the_room(present: Sequence[Attendee]) -> tuple[tuple[datetime, int], ...]:
    """After each minute in which somebody came or went: how many were in the room."""
    changes: Counter[datetime] = Counter()
    for person in present:
        changes[_arrived(person).replace(second=0, microsecond=0)] += 1
        if person.left_at is not None:
            changes[venue_time(person.left_at).replace(second=0, microsecond=0)] -= 1
    room, counted = 0, list[tuple[datetime, int]]()
    for minute, change in sorted(changes.items()):
        room += change
        counted.append((minute, room))
    return tuple(counted)


def _distribution(owners: Iterable[int], people_ids: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """For each number of things owned, how many of `people_ids` own as many."""
    counts = Counter(owners)
    return tuple(sorted(Counter(counts[person] for person in people_ids).items()))


def _answers(
    encounters: Encounters | None,
    held: Sequence[Introduction],
    passed_on: Set[tuple[int | None, int]],
    *,
    from_mentees: bool,
) -> AnswerCounts:
    if encounters is None:
        return AnswerCounts(people=0, yes=0, no=0, referred=0, open=0)
    yes = no = referred = 0
    for meeting in held:
        mentee, mentor = meeting.mentee_id, meeting.mentor_id
        recorded = encounters.answers.get((mentee, mentor) if from_mentees else (mentor, mentee))
        if recorded is None:
            continue
        elsewhere = recorded.refer or (recorded.from_id, recorded.to_id) in passed_on
        yes += recorded.answer is Answer.YES
        referred += recorded.answer is not Answer.YES and elsewhere
        no += recorded.answer is Answer.NO and not elsewhere
    return AnswerCounts(
        people=len({meeting.mentee_id if from_mentees else meeting.mentor_id for meeting in held}),
        yes=yes,
        no=no,
        referred=referred,
        open=len(held) - yes - no - referred,
    )


def _printable(rows: Sequence[SupplyRow]) -> tuple[Supply, ...]:
    return tuple(Supply(name=row.name, wanted=row.wanted, offered=row.offered) for row in rows if not row.sensitive)


def _years(session: Session, event: Event) -> tuple[YearCount, ...]:
    """Events of the same name but for the year, the earliest first; this one is the last."""
    series = [known for known in events.list_events(session) if _series(known) == _series(event)]
    earlier = sorted(
        (known for known in series if known.starts_at <= event.starts_at), key=lambda known: known.starts_at
    )
    return tuple(_year(session, known) for known in earlier[-_MOST_YEARS:])


def _year(session: Session, event: Event) -> YearCount:
    label, kept = str(event.date.year), report_of_forgotten(session, event.id)
    if kept is not None:
        return YearCount(label=label, came=kept.came, registered=kept.registered)
    attendees = people.list_attendees(session, event.id)
    present, encounters = came(attendees), read_encounters(session, event.id)
    held = _held(encounters)
    missing = sum(_answers(encounters, held, frozenset(), from_mentees=side).open for side in (True, False))
    answered = missing <= len(held)
    mutual = sum(encounters.mutual(meeting) for meeting in held) if encounters and answered and held else None
    return YearCount(
        label=label,
        came=len(present),
        registered=len(attendees),
        introductions=len(held),
        mentees=sum(person.role.seeks for person in present),
        strong=len({meeting.mentee_id for meeting in held if meeting.score >= event.rules.strong}),
        mutual=mutual,
    )


def _series(event: Event) -> str:
    return re.sub(r"[\W\d]+", " ", event.name).strip().casefold()
