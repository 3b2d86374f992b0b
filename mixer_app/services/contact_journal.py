"""Checks of continuing pairs in the journal: kept, taken back, and done again."""

from datetime import datetime
from typing import Any, Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.programme import ContactCheck, GoalState, HowOften
from mixer_app.store import Session, attendees, contact_checks, journal

CONTACT_CHECKED: Final = "contact checked"


def put_check_back(session: Session, event_id: int, payload: dict[str, Any]) -> None:
    """Know of a pair what was known before a change again."""
    pair = (int(payload["mentor_id"]), int(payload["mentee_id"]))
    if contact_checks.get_check(session, pair) != _check(payload["after"]):
        raise MixerError("What is known of these two was changed again after this. Undo that first.")
    at = datetime.fromisoformat(payload["at"])
    contact_checks.put_check(
        session, event_id, pair, _check(payload["before"]), station=str(payload["station"]), now=at
    )


def record_check(
    session: Session,
    event_id: int,
    pair: tuple[int, int],
    before: ContactCheck | None,
    after: ContactCheck | None,
    *,
    station: str,
    now: datetime,
) -> int:
    """Note a change with all that is needed to take it back; the number of the entry."""
    mentor, mentee = (attendees.get_attendee(session, one).name.full for one in pair)
    done = "Noted" if after is not None else "Took back"
    return journal.record_numbered(
        session,
        event_id=event_id,
        station=station,
        at=now,
        what=CONTACT_CHECKED,
        sentence=f"{done} how {mentee} and {mentor} fare",
        payload={
            "kind": CONTACT_CHECKED,
            "mentor_id": pair[0],
            "mentee_id": pair[1],
            "before": _kept(before),
            "after": _kept(after),
            "at": now.isoformat(),
            "station": station,
        },
    )


def _kept(check: ContactCheck | None) -> dict[str, Any] | None:
    if check is None:
        return None
    return {
        "in_touch": check.in_touch,
        "how_often": check.how_often,
        "goal": check.goal,
        "goes_on": check.goes_on,
        "note": check.note,
    }


def _check(kept: dict[str, Any] | None) -> ContactCheck | None:
    if kept is None:
        return None
    return ContactCheck(
        in_touch=kept["in_touch"],
        how_often=HowOften(kept["how_often"]) if kept["how_often"] else None,
        goal=GoalState(kept["goal"]) if kept["goal"] else None,
        goes_on=kept["goes_on"],
        note=kept["note"],
    )
