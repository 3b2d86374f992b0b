"""Answer sheets as staff enter them: whom a person met, what they said, how many sheets are in, who was last."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final

from mixer_app.domain.answers import (
    Answer,
    AnswerSheet,
    AnswerSource,
    EnteredSheet,
    GivenAnswer,
    SheetLine,
    SheetProgress,
    SheetState,
    sheet_state,
)
from mixer_app.domain.badge_code import parse_badge_code
from mixer_app.domain.errors import MixerError
from mixer_app.domain.people import Attendee
from mixer_app.domain.roles import Role
from mixer_app.services.words import when_words
from mixer_app.store import Session, afterwards, answers, attendees, events, meetings
from mixer_app.store.meetings import Met

_LAST: Final = 3
_BOTH_YES: Final = (Answer.YES, Answer.YES)


def find_sheet(session: Session, event_id: int, code: str) -> AnswerSheet:
    """The answer sheet of whoever wears this badge; `MixerError` says what is wrong with the code otherwise."""
    parsed = parse_badge_code(code)
    if parsed is None:
        raise MixerError(f"“{code.strip()}” is no badge code: these have eight letters and digits. Scan it once more.")
    found = attendees.with_code(session, event_id, parsed)
    if found:
        return answer_sheet(session, found[0].id)
    elsewhere = events.event_of_code(session, parsed)
    if elsewhere is not None:
        raise MixerError(f"This sheet is of {elsewhere}, not of this event. Put it aside.")
    raise MixerError(f"Nobody has the code {code.strip()}. Scan it once more, or choose the person by name.")


def answer_sheet(session: Session, attendee_id: int) -> AnswerSheet:
    """Whom someone met and what they answered, by round; those met outside the plan come last.

    For the entry screen of staff alone: of a partner's answer it tells that there is one, and whether the
    two match once this side has answered as well.
    """
    person = attendees.get_attendee(session, attendee_id)
    around = {(one.from_id, one.to_id): one for one in answers.answers_around(session, person.id)}
    aside: defaultdict[int, list[GivenAnswer]] = defaultdict(list)
    for one in answers.set_aside_of(session, person.id):
        aside[one.to_id].append(one)
    met = _once_each(meetings.met_by(session, person.event_id, person.id), person.id)
    known = {one.id: one for one in attendees.get_attendees(session, met)}
    passed_on = {
        (one.from_id, one.mentee_id) for one in afterwards.all_referrals(session, person.event_id) if one.stands
    }
    lines = [
        replace(
            _line(person, known[partner], seen, around),
            set_aside=tuple(aside[partner]),
            referred=(seen.mentor_id, seen.mentee_id) in passed_on,
        )
        for partner, seen in met.items()
    ]
    given = [line.given for line in lines if line.given is not None]
    newest = max(given, key=lambda one: one.at, default=None)
    return AnswerSheet(
        attendee_id=person.id,
        code=person.code,
        name=person.name,
        role=person.role,
        lines=tuple(lines),
        entered_at=newest.at if newest else None,
        entered_where=newest.station if newest else "",
    )


def entered_words(sheet: AnswerSheet, *, now: datetime) -> str:
    """When and where a sheet was entered: `Entered today at 20:41 at Desk 2`; empty while it is open."""
    if sheet.entered_at is None:
        return ""
    how = "Entered" if sheet.state is SheetState.ENTERED else "Partly entered"
    where = f" at {sheet.entered_where}" if sheet.entered_where else ""
    return f"{how} {when_words(sheet.entered_at, now)}{where}"


def sheet_progress(session: Session, event_id: int) -> SheetProgress:
    """How many sheets are in, of everyone who met somebody."""
    states = Counter(sheet_states(session, event_id).values())
    return SheetProgress(
        entered=states[SheetState.ENTERED], partly=states[SheetState.PARTLY], sheets=sum(states.values())
    )


def sheet_states(session: Session, event_id: int) -> dict[int, SheetState]:
    """How far the sheet of each person who met somebody is entered, whether at the kiosk or from paper."""
    answered = answers.answered_ways(session, event_id)
    partners: defaultdict[int, set[int]] = defaultdict(set)
    for one in meetings.all_met(session, event_id):
        for a, b in ((one.mentor_id, one.mentee_id), (one.mentee_id, one.mentor_id)):
            if one.took_place is not False or (a, b) in answered:
                partners[a].add(b)
    return {
        person: sheet_state(sum((person, one) in answered for one in met), len(met))
        for person, met in sorted(partners.items())
    }


def sheets_entered_last(
    session: Session, event_id: int, limit: int = _LAST, source: AnswerSource = AnswerSource.PAPER
) -> list[EnteredSheet]:
    """The sheets that were entered last, newest first; `answers.undo_sheet` takes one back."""
    counts = answers.sheets_entered_last(session, event_id, source, limit)
    known = {one.id: one for one in attendees.get_attendees(session, [one.from_id for one in counts])}
    referrals = Counter(one.from_id for one in afterwards.all_referrals(session, event_id) if one.stands)
    return [
        EnteredSheet(
            attendee_id=one.from_id,
            code=known[one.from_id].code,
            name=known[one.from_id].name,
            role=known[one.from_id].role,
            yes=one.yes,
            no=one.no,
            not_met=one.not_met,
            referrals=referrals[one.from_id],
            at=one.at,
            station=one.station,
        )
        for one in counts
    ]


def role_in(seen: Met, attendee_id: int) -> Role:
    """The side on which someone sat."""
    return Role.MENTOR if seen.mentor_id == attendee_id else Role.MENTEE


def _once_each(met: list[Met], attendee_id: int) -> dict[int, Met]:
    """Two who are both may meet both ways, and answer once all the same."""
    found: dict[int, Met] = {}
    for one in met:
        found.setdefault(one.partner_of(attendee_id), one)
    return found


def _line(person: Attendee, partner: Attendee, seen: Met, around: Mapping[tuple[int, int], GivenAnswer]) -> SheetLine:
    given, theirs = around.get((person.id, partner.id)), around.get((partner.id, person.id))
    mutual = None if given is None or theirs is None else (given.answer, theirs.answer) == _BOTH_YES
    return SheetLine(
        partner_id=partner.id,
        partner_code=partner.code,
        partner=partner.name,
        partner_role=role_in(seen, partner.id),
        round=seen.round,
        table=seen.table,
        given=given,
        partner_in=theirs is not None,
        mutual=mutual,
        met=seen.took_place is not False,
    )
