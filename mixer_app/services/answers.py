"""Would you like to stay in touch? What people answered after they met, each line a step of its own.

What keeps an answer private is written down in `domain.answers`.
"""

from dataclasses import replace
from datetime import datetime
from typing import Final

from mixer_app.domain.answers import HELPED_MOST, Answer, AnswerSource, GivenAnswer
from mixer_app.domain.errors import MixerError
from mixer_app.domain.matches import mutual_pairs
from mixer_app.domain.unseen import without_unseen
from mixer_app.services.follow_up_journal import ANSWERED, SHEET_TAKEN_BACK, RowsBefore
from mixer_app.store import Session, answers, attendees, journal, meetings, standing
from mixer_app.store.rights import reads_answers

_TOOK_DOWN: Final = "Took down an answer of {name}"
_CHOSEN: Final[dict[AnswerSource, str]] = {
    AnswerSource.KIOSK: "the kiosk",
    AnswerSource.PAPER: "paper",
    AnswerSource.FILE: "the file",
}


def record_answer(
    session: Session,
    event_id: int,
    from_attendee_id: int,
    to_attendee_id: int,
    answer: Answer,
    *,
    refer: bool | None = None,
    note: str | None = None,
    helped: int | None = None,
    source: AnswerSource = AnswerSource.PAPER,
    station: str,
    now: datetime,
) -> int | None:
    """Keep what one attendee answered about another whom they met, and let it count.

    `refer`, `note` and `helped` (1 to 5; 0 takes the mark away) that are None stay as they were. An answer
    of the same source is replaced; one of another source is set aside, where staff can choose it. The
    entry of the journal that undoes it; None: it had been answered so already, or what was answered before
    is not to be read here. `MixerError` if the two have not met.
    """
    if helped is not None and not 0 <= helped <= HELPED_MOST:
        raise MixerError(f"How much it helped is a number from 1 to {HELPED_MOST}, not {helped}.")
    standing.lock_attendee(session, from_attendee_id)
    _refuse_strangers(session, event_id, from_attendee_id, to_attendee_id)
    if not reads_answers(session):
        said = {"answer": answer.value, "source": source, "at": now, "station": station}
        said |= {} if refer is None else {"refer": refer}
        said |= {} if note is None else {"note": without_unseen(note).strip()}
        said |= {} if helped is None else {"helped": helped or None}
        answers.put_answer_unread(session, event_id, from_attendee_id, to_attendee_id, said)
        return _noted_unread(session, event_id, from_attendee_id, station, now)
    before = answers.answer_between(session, from_attendee_id, to_attendee_id)
    known = before or GivenAnswer(from_id=from_attendee_id, to_id=to_attendee_id, answer=answer, at=now)
    given = replace(
        known,
        answer=Answer(answer),
        refer=known.refer if refer is None else refer,
        note=known.note if note is None else without_unseen(note).strip(),
        helped=known.helped if helped is None else helped or None,
        source=source,
        at=now,
        station=station,
    )
    if before is not None and replace(given, at=before.at, station=before.station) == before:
        return None
    rows = RowsBefore(session, event_id, answers.between(from_attendee_id, to_attendee_id))
    answers.put_answer(session, event_id, given)
    return _noted(rows, ANSWERED, _TOOK_DOWN, from_attendee_id, station, now)


def clear_answer(
    session: Session,
    event_id: int,
    from_attendee_id: int,
    to_attendee_id: int,
    source: AnswerSource = AnswerSource.PAPER,
    *,
    station: str,
    now: datetime,
) -> int | None:
    """Leave a line open again; an answer of another source counts instead, if there is one.

    The entry of the journal that undoes it; None: it was open.
    """
    standing.lock_attendee(session, from_attendee_id)
    rows = RowsBefore(session, event_id, answers.between(from_attendee_id, to_attendee_id))
    answers.drop_answer(session, from_attendee_id, to_attendee_id, source)
    return _noted(rows, SHEET_TAKEN_BACK, "Took back an answer of {name}", from_attendee_id, station, now)


def choose_answer(
    session: Session,
    event_id: int,
    from_attendee_id: int,
    to_attendee_id: int,
    source: AnswerSource,
    *,
    station: str,
    now: datetime,
) -> int | None:
    """Let what someone said at the kiosk, on paper, or in a file count, where these differ.

    The entry of the journal that undoes it; None: it counted already. `MixerError` if that source said nothing.
    """
    standing.lock_attendee(session, from_attendee_id)
    rows = RowsBefore(session, event_id, answers.between(from_attendee_id, to_attendee_id))
    if not answers.choose_source(session, from_attendee_id, to_attendee_id, source):
        raise MixerError(f"There is no answer from {_CHOSEN[source]} about these two. Open the sheet again.")
    sentence = f"Let the answer of {{name}} from {_CHOSEN[source]} count"
    return _noted(rows, ANSWERED, sentence, from_attendee_id, station, now)


def undo_sheet(session: Session, event_id: int, attendee_id: int, *, station: str, now: datetime) -> int | None:
    """Take back all that was entered from someone's paper; what they said elsewhere counts again.

    The entry of the journal that undoes it; None: nothing was entered.
    """
    standing.lock_attendee(session, attendee_id)
    rows = RowsBefore(session, event_id, answers.by(attendee_id))
    for partner_id in {one.to_id for one in _from_paper(session, attendee_id)}:
        answers.drop_answer(session, attendee_id, partner_id, AnswerSource.PAPER)
    return _noted(rows, SHEET_TAKEN_BACK, "Took back the answer sheet of {name}", attendee_id, station, now)


def list_answers(session: Session, event_id: int) -> list[GivenAnswer]:
    """Every answer of an event that counts, in the order in which people first answered. For staff alone."""
    return answers.all_answers(session, event_id)


def mutual_matches(session: Session, event_id: int) -> set[frozenset[int]]:
    """Pairs who would both like to stay in touch."""
    return mutual_pairs(answers.all_answers(session, event_id))


def _refuse_strangers(session: Session, event_id: int, from_id: int, to_id: int) -> None:
    if meetings.were_introduced(session, event_id, from_id, to_id):
        return
    author, partner = (attendees.get_attendee(session, one) for one in (from_id, to_id))
    raise MixerError(
        f"{author.name.full} and {partner.name.full} have no introduction in the plan. "
        "Check the two names, or note first that they have met."
    )


def _from_paper(session: Session, attendee_id: int) -> list[GivenAnswer]:
    counting = [one for one in answers.answers_around(session, attendee_id) if one.from_id == attendee_id]
    said = [*counting, *answers.set_aside_of(session, attendee_id)]
    return [one for one in said if one.source is AnswerSource.PAPER]


def _noted(rows: RowsBefore, kind: str, sentence: str, attendee_id: int, station: str, now: datetime) -> int | None:
    return rows.note(kind, sentence, (attendee_id,), about=attendee_id, station=station, now=now)


def _noted_unread(session: Session, event_id: int, attendee_id: int, station: str, now: datetime) -> None:
    """Tell other stations; without what was answered before there is nothing to undo it with."""
    journal.record(
        session,
        event_id=event_id,
        attendee_id=attendee_id,
        station=station,
        at=now,
        what=ANSWERED,
        sentence=_TOOK_DOWN,
    )
