"""Whether a plan is older than what people are matched by: the rules of the event, and what its people said."""

from collections.abc import Sequence, Set
from hashlib import sha256
from typing import Any, Final

from mixer_app.domain.events import Event
from mixer_app.domain.folding import text_key
from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Plan
from mixer_app.services import events
from mixer_app.services.plan_edit_journal import PLAN_EDITED, PLANNED, RESEATED, is_plan_edit
from mixer_app.services.plan_people import attendees_of
from mixer_app.services.rules_journal import rules_differ
from mixer_app.store import Session, journal, plans, wishes
from mixer_app.store.codec import rules_to_json

_COUNTS: Final = (
    "id", "role", "employer", "field", "region", "languages", "experience_years", "experience_grade", "needs_wanted",
    "needs_offered", "topics_wanted", "topics_offered", "remote_ok", "contact_frequency", "introductions_limit",
    "arrives", "leaves", "rests", "colleagues_ok",
)  # fmt: skip
"""What of an attendee decides whom they meet and when."""

_NO_DISCOVERY: Final = ("discovery", False)
"""Left out of digests, so that those of plans from before this rule existed stay equal."""


def fingerprint(
    event: Event,
    members: Sequence[Attendee],
    wished: Set[tuple[int, int]],
    apart: Set[frozenset[int]],
) -> str:
    """A short digest of all by which `members` are matched: equal digests, equal rules and answers.

    It says that something has changed and never what, so that no private wish can be read from it.
    """
    known = {person.id: person for person in members}  # who is both is there twice
    counted = {text_key(one.question) for one in event.rules.questions}
    matter: list[Any] = [
        repr(sorted(item for item in rules_to_json(event.rules).items() if item != _NO_DISCOVERY)),
        [_answers(known[number], counted) for number in sorted(known)],
        sorted(pair for pair in wished if known.keys() >= set(pair)),
        sorted(sorted(pair) for pair in apart if known.keys() >= set(pair)),
    ]
    return sha256(repr(matter).encode()).hexdigest()[:16]


def rules_changed_since(session: Session, plan: Plan) -> bool:
    """Whether people are matched by other rules now, or said something else, than when `plan` was made.

    A change by hand leaves a plan as old as it was; what an undo has put back makes it young again.
    """
    planned = plans.get_plan(session, _planned_as(session, plan))
    made = _digest_of(session, planned)
    event = events.find_event(session, str(plan.event_id))
    if made is None:  # planned before digests were kept
        return rules_differ(session, planned, event.rules)
    people = attendees_of(session, planned)
    members = [people[one] for one in {*planned.mentee_ids, *planned.mentor_ids}]
    return made != fingerprint(event, members, wishes.wishes(session, event.id), wishes.keep_aparts(session, event.id))


def _answers(person: Attendee, counted: Set[str]) -> list[str]:
    told = sorted((text_key(question), answer) for question, answer in person.answers if text_key(question) in counted)
    return [*(repr(getattr(person, name)) for name in _COUNTS), repr(told)]


def _planned_as(session: Session, plan: Plan) -> int:
    """The number of the version that was planned, of which `plan` is a version changed by hand."""
    edits = journal.records_of(session, plan.event_id, (PLAN_EDITED, "undo", "redo"))
    before = {
        record.payload["after"]: int(record.payload.get("as", record.payload["before"]))
        for record in edits
        if record.payload and is_plan_edit(record)
    }
    number = plan.id
    while number in before:
        number = before[number]
    return number


def _digest_of(session: Session, plan: Plan) -> str | None:
    for record in journal.records_of(session, plan.event_id, (PLANNED, RESEATED)):
        if record.payload and record.payload.get("plan_id") == plan.id:
            return record.payload.get("matched_by")
    return None
