"""The programme over all events: pairs who go on, who is to be asked now, and what the figures say."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import Event
from mixer_app.domain.programme import (
    RESEARCH_SHARE,
    ContactCheck,
    ContactFigures,
    ContinuingPair,
    PairState,
    Programme,
)
from mixer_app.printing.small_counts import SMALL, is_small, is_told
from mixer_app.services.contact_journal import record_check
from mixer_app.services.follow_up import months_later, next_working_day
from mixer_app.services.forgotten_figures import contacts_of_forgotten
from mixer_app.services.words import counted
from mixer_app.store import Session, attendance, contact_checks, events
from mixer_app.store.contact_checks import StoredCheck

CHECK_AFTER_MONTHS: Final = 3


def programme(session: Session, *, today: date) -> Programme:
    """Every mutual match of every event, with what is known of it; who is due on `today` comes first."""
    known, checks = events.all_events(session), contact_checks.all_checks(session)
    by_id = {event.id: event for event in known}
    pairs = [
        _pair(by_id[match.event_id], match, checks.get((match.mentor_id, match.mentee_id)), today)
        for match in attendance.mutual_matches_of_all(session)
    ]
    forgotten = contacts_of_forgotten(session)
    of_events = [
        forgotten.get(event.id) or contact_figures(event.name, (one for one in pairs if one.event_id == event.id))
        for event in known
    ]
    told = tuple(one for one in of_events if one.matches)
    order = list(PairState)
    return Programme(
        pairs=tuple(sorted(pairs, key=lambda one: (order.index(one.state), one.due, one.event_id, one.mentee))),
        overall=_sum(told),
        events=told,
    )


def note_contact(
    session: Session, mentor_id: int, mentee_id: int, check: ContactCheck, *, station: str, now: datetime
) -> int | None:
    """Note how a pair fares; an empty form takes back what was noted. The line of the journal that undoes it.

    Noting the same again changes nothing. Raises `MixerError` for two who are no mutual match.
    """
    event_id = _event_of(session, mentor_id, mentee_id)
    plain = _plain(check)
    after = None if plain.empty else plain
    before = contact_checks.get_check(session, (mentor_id, mentee_id))
    if before == after:
        return None
    contact_checks.put_check(session, event_id, (mentor_id, mentee_id), after, station=station, now=now)
    return record_check(session, event_id, (mentor_id, mentee_id), before, after, station=station, now=now)


def contact_figures(name: str, pairs: Iterable[ContinuingPair]) -> ContactFigures:
    """Count pairs; of those for whom nobody knows whether they were in touch only that there are some."""
    listed = list(pairs)
    asked = [one.check for one in listed if one.check is not None and one.check.in_touch is not None]
    return ContactFigures(
        name=name,
        matches=len(listed),
        asked=len(asked),
        in_touch=sum(bool(check.in_touch) for check in asked),
        go_on=sum(bool(check.goes_on) for check in asked),
    )


def figures_in_words(figures: ContactFigures) -> str:
    """`Of 24 pairs asked after three months 15 (63 %, likely 43 to 79 %) had been in touch`, nothing small told."""
    if figures.asked < SMALL:
        return "Too few pairs have been asked to say how many are in touch."
    whom = counted(figures.asked, "pair", "pairs")
    if not is_told(figures.in_touch, figures.asked):
        most = f"fewer than {SMALL}" if is_small(figures.in_touch) else f"all but fewer than {SMALL}"
        return f"Of {whom} asked after three months {most} had been in touch."
    low, high = wilson(figures.in_touch, figures.asked)
    share = figures.in_touch / figures.asked
    return (
        f"Of {whom} asked after three months {figures.in_touch} ({_percent(share)}, likely {100 * low:.0f} to "
        f"{_percent(high)}) had been in touch."
    )


def research_in_words() -> str:
    """What others found, to compare with."""
    return (
        f"In a study in which goals were written down and mentors reminded, about {_percent(RESEARCH_SHARE)} "
        "of pairs had further contact (Cellini 2017)."
    )


def wilson(part: int, whole: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927), which stays within 0 and 1 and holds for small counts."""
    z, share = 1.959964, part / whole
    middle = (share + z * z / (2 * whole)) / (1 + z * z / whole)
    reach = z * (share * (1 - share) / whole + z * z / (4 * whole * whole)) ** 0.5 / (1 + z * z / whole)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def due_on(event: Event) -> date:
    """The day on which the pairs of an event are asked: as the follow-up summaries say."""
    return next_working_day(months_later(event.date, CHECK_AFTER_MONTHS))


def _pair(event: Event, match: attendance.StoredMatch, stored: StoredCheck | None, today: date) -> ContinuingPair:
    due = due_on(event)
    open_state = PairState.DUE if due <= today else PairState.LATER
    return ContinuingPair(
        event_id=event.id,
        event_name=event.name,
        day=event.date,
        mentor_id=match.mentor_id,
        mentee_id=match.mentee_id,
        mentor=match.mentor,
        mentee=match.mentee,
        goal=match.goal,
        due=due,
        state=PairState.DONE if stored is not None else open_state,
        check=stored.check if stored is not None else None,
        checked_at=stored.at if stored is not None else None,
    )


def _plain(check: ContactCheck) -> ContactCheck:
    """Without what cannot be: how often two talk who are not in touch, and spaces around a note."""
    often = check.how_often if check.in_touch else None
    return replace(check, how_often=often, note=" ".join(check.note.split()))


def _event_of(session: Session, mentor_id: int, mentee_id: int) -> int:
    for match in attendance.mutual_matches_of_all(session):
        if (match.mentor_id, match.mentee_id) == (mentor_id, mentee_id):
            return match.event_id
    raise MixerError("These two are no mutual match any more. Look at the list again.")


def _sum(figures: Iterable[ContactFigures]) -> ContactFigures:
    listed = list(figures)
    return ContactFigures(
        name="",
        matches=sum(one.matches for one in listed),
        asked=sum(one.asked for one in listed),
        in_touch=sum(one.in_touch for one in listed),
        go_on=sum(one.go_on for one in listed),
    )


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
