"""Would you like to stay in touch? What people answered after they met."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mixer_app.domain.errors import MixerError
from mixer_app.store import Session, answers, attendees, journal
from mixer_app.store.answers import StoredAnswer


class Answer(StrEnum):
    """One side's answer about the other."""

    YES = "yes"
    NO = "no"
    NOT_MET = "did not meet"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedAnswer:
    """An answer as it was given; `note` belongs to its author alone."""

    from_id: int
    to_id: int
    answer: Answer
    refer: bool = False  # the mentor would refer this mentee to someone better suited
    note: str = ""
    helped: bool | None = None
    at: datetime


def record_answer(
    session: Session,
    event_id: int,
    from_attendee_id: int,
    to_attendee_id: int,
    answer: Answer,
    *,
    refer: bool = False,
    note: str = "",
    helped: bool | None = None,
    station: str,
    now: datetime,
) -> None:
    """Store what one attendee answered about another whom they met; an earlier answer is replaced."""
    author = attendees.get_attendee(session, from_attendee_id)
    partner = attendees.get_attendee(session, to_attendee_id)
    if author.event_id != event_id or not answers.were_introduced(session, event_id, author.id, partner.id):
        raise MixerError(
            f"{author.name.full} and {partner.name.full} have no introduction in the plan. Check the two names."
        )
    given = StoredAnswer(
        from_id=author.id, to_id=partner.id, answer=Answer(answer), refer=refer, note=note, helped=helped, at=now
    )
    before = answers.put_answer(session, event_id, given, station=station)
    if before is None or _content(before) != _content(given):
        journal.record(
            session,
            event_id=event_id,
            attendee_id=author.id,
            station=station,
            at=now,
            what="answered",
            sentence="Took down an answer of {name}",
        )


def list_answers(session: Session, event_id: int) -> list[RecordedAnswer]:
    """Every answer of an event, in the order in which people first answered."""
    return [
        RecordedAnswer(
            from_id=one.from_id,
            to_id=one.to_id,
            answer=Answer(one.answer),
            refer=one.refer,
            note=one.note,
            helped=one.helped,
            at=one.at,
        )
        for one in answers.all_answers(session, event_id)
    ]


def mutual_matches(session: Session, event_id: int) -> set[frozenset[int]]:
    """Pairs who would both like to stay in touch."""
    yes = {(one.from_id, one.to_id) for one in list_answers(session, event_id) if one.answer is Answer.YES}
    return {frozenset(pair) for pair in yes if pair[::-1] in yes}


def _content(given: StoredAnswer) -> tuple[str, bool, str, bool | None]:
    return given.answer, given.refer, given.note, given.helped
