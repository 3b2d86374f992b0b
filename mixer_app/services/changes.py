"""What other stations have changed: whose row a list of people has to read anew."""

from dataclasses import dataclass
from typing import Final

from mixer_app.services.contact_journal import CONTACT_CHECKED
from mixer_app.services.evening import ROUND_BEGAN, ROUND_ENDED
from mixer_app.services.evening_journal import EVENING_ACT
from mixer_app.services.follow_up_journal import ANSWERS_IMPORTED
from mixer_app.services.plan_edit_journal import PLAN_EDITED, RESEATED
from mixer_app.services.rules_journal import RULES_CHANGED
from mixer_app.store import Session, journal

_MOST: Final = 500
"""After more changes than these a list is read as a whole."""

_ABOUT_NOBODY: Final = frozenset(
    {
        PLAN_EDITED,
        RESEATED,
        RULES_CHANGED,
        EVENING_ACT,
        CONTACT_CHECKED,
        ANSWERS_IMPORTED,
        ROUND_BEGAN,
        ROUND_ENDED,
        "round noted",
        "plan published",
        "pair rule lifted",
        "settings changed",
        "badge failed",
        "badge shortened",
        "document queued",
        "document printed",
        "document moved",
        "document failed",
        "document cancelled",
    }
)
"""Changes of an event that leave every attendee as they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What has changed since a list was read, up to the entry `latest` of the journal."""

    attendee_ids: frozenset[int] = frozenset()
    everything: bool = False  # the event itself, or so many people that the list is read anew as a whole
    latest: int

    def __bool__(self) -> bool:
        return self.everything or bool(self.attendee_ids)


def changes_since(session: Session, event_id: int | None, entry_id: int) -> Changes:
    """Who has to be read anew by a list that shows the journal up to `entry_id`.

    `event_id` None is a list of all events.
    """
    latest = journal.latest_number(session)
    touched = journal.touched_since(session, event_id, entry_id, _MOST + 1)
    ids = {one.attendee_id for one in touched if one.attendee_id is not None}
    everything = len(touched) > _MOST
    for one in touched:
        if one.attendee_id is None and one.listed is not None:
            ids.update(one.listed)
        elif one.attendee_id is None and one.what not in _ABOUT_NOBODY:
            everything = True
    if everything or len(ids) > _MOST:
        return Changes(everything=True, latest=latest)
    return Changes(attendee_ids=frozenset(ids), latest=latest)
