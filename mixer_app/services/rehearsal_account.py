"""What a rehearsal has shown: for programs as `rehearsal.json`, for people in a few lines."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from mixer_app.domain.answers import Answer, AnswerSource, GivenAnswer
from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import Event, RoundTimes
from mixer_app.domain.imports import ImportAccount
from mixer_app.domain.plans import Introduction, Plan
from mixer_app.domain.roles import Role
from mixer_app.services import answers
from mixer_app.services.plan_account import plan_as_json, quality_as_json
from mixer_app.services.plan_words import headline, meetings_per_mentee, sureness, verdict
from mixer_app.services.referrals import list_referrals
from mixer_app.services.rehearsal_cast import Cast
from mixer_app.services.rehearsal_papers import Written
from mixer_app.services.words import counted, listed
from mixer_app.store import Session

FILE: Final = "rehearsal.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundSummary:
    """One round as it was held."""

    number: int
    starts_at: str
    introductions: int
    free_mentees: int
    arrived: int  # since the round before
    left: int
    plan_version: int
    changed_seats: int  # seats of this and later rounds that the repair changed for people planned before

    @classmethod
    def of(cls, times: RoundTimes, plan: Plan, before: Plan, *, came: int, left: int) -> "RoundSummary":
        """Count the round `times` of `plan`, which replaced `before`."""
        seated = [meeting for meeting in plan.introductions if meeting.round == times.number]
        return cls(
            number=times.number,
            starts_at=times.starts_at.isoformat(timespec="minutes"),
            introductions=len(seated),
            free_mentees=len(plan.mentee_ids) - len({meeting.mentee_id for meeting in seated}),
            arrived=came,
            left=left,
            plan_version=plan.version,
            changed_seats=_changed(before, plan, times.number),
        )


@dataclass(frozen=True, slots=True)
class RehearsalAccount:
    """The account of a rehearsal."""

    out: Path
    as_json: dict[str, Any]
    sentences: tuple[str, ...]

    def write(self) -> None:
        """Put the account for programs beside the documents."""
        text = json.dumps(self.as_json, ensure_ascii=False, indent=2) + "\n"
        try:
            (self.out / FILE).write_text(text, encoding="utf-8")
        except OSError as error:
            raise MixerError(f"{self.out / FILE} cannot be written: {error.strerror}. Close it elsewhere.") from error


def make_account(
    session: Session,
    out: Path,
    *,
    event: Event,
    request: dict[str, object],
    imported: ImportAccount,
    cast: Cast,
    first: Plan,
    last: Plan,
    rounds: tuple[RoundSummary, ...],
    papers: Sequence[Written],
) -> RehearsalAccount:
    """Put together what happened; the documents have been written."""
    from mixer_app.services.imports import account_as_json

    mutual = answers.mutual_matches(session, event.id)
    people = _people_as_json(event, cast)
    as_json: dict[str, Any] = {
        **request,
        "event": {
            "name": event.name,
            "date": event.date.isoformat(),
            "rounds": event.rounds,
            "minutes": event.minutes,
            "seats": event.seats,
        },
        "import": account_as_json(imported),
        "people": people,
        "present": sorted(part.attendee.code for part in cast.parts),
        "present_rounds": dict(sorted(cast.rounds_there(event).items())),
        "first_plan": _first_plan_as_json(first),
        "rounds": [_round_as_json(held) for held in rounds],
        "plan": {"version": last.version, "verdict": headline(last), **plan_as_json(session, last)},
        "promises": promises_kept(last),
        "meetings_per_mentee": _meetings(last),
        "answers": _answers_as_json(answers.list_answers(session, event.id), last, len(mutual)),
        "referrals": dict(Counter(one.state.value for one in list_referrals(session, event.id))),
        "files_written": [
            {"file": paper.file, "pages": paper.pages, "rows": paper.rows, "not_printed": list(paper.not_printed)}
            for paper in papers
        ],
    }
    return RehearsalAccount(out, as_json, _sentences(event, imported, people, first, last, len(mutual), papers))


def promises_kept(plan: Plan) -> dict[str, bool]:
    """What is promised to everyone, looked up once more in the plan that was carried out."""
    meetings = plan.introductions
    return {
        "nobody_at_two_tables": all(count == 1 for count in _tables(meetings).values()),
        "nobody_meets_the_same_mentor_twice": len({(m.mentee_id, m.mentor_id) for m in meetings}) == len(meetings),
        "nobody_meets_themselves": all(meeting.mentee_id != meeting.mentor_id for meeting in meetings),
    }


def _people_as_json(event: Event, cast: Cast) -> dict[str, int]:
    roles = Counter(part.attendee.role for part in cast.parts)
    return {
        "registered": len(cast.parts) + len(cast.no_shows),
        "came": len(cast.parts),
        "no_shows": len(cast.no_shows),
        "late": len(cast.late(event)),
        "left_early": sum(part.leaves is not None for part in cast.parts),
        "mentors": roles[Role.MENTOR],
        "mentees": roles[Role.MENTEE],
        "both": roles[Role.BOTH],
    }


def _first_plan_as_json(plan: Plan) -> dict[str, Any]:
    return {
        "version": plan.version,
        "mentors": len(plan.mentor_ids),
        "mentees": len(plan.mentee_ids),
        "verdict": headline(plan),
        "sureness": sureness(plan),
        "quality": quality_as_json(plan),
        "fewest_proven": plan.quality.fairest,
    }


def _round_as_json(held: RoundSummary) -> dict[str, Any]:
    return {
        "round": held.number,
        "starts_at": held.starts_at,
        "introductions": held.introductions,
        "free_mentees": held.free_mentees,
        "arrived": held.arrived,
        "left": held.left,
        "plan_version": held.plan_version,
        "changed_seats": held.changed_seats,
    }


def _answers_as_json(given: Sequence[GivenAnswer], plan: Plan, mutual: int) -> dict[str, int]:
    return {
        "asked": 2 * len(plan.introductions),
        "given": len(given),
        "yes": sum(answer.answer is Answer.YES for answer in given),
        "helped": sum(answer.helped is not None for answer in given),
        "at_kiosk": sum(answer.source is AnswerSource.KIOSK for answer in given),
        "mutual": mutual,
    }


def _tables(meetings: Sequence[Introduction]) -> Counter[tuple[int, int]]:
    """For each round and person, at how many tables the plan has them."""
    places = {(m.round, person, m.table) for m in meetings for person in (m.mentor_id, m.mentee_id)}
    return Counter((number, person) for number, person, _ in places)


def _changed(before: Plan, after: Plan, since: int) -> int:
    """Seats from round `since` on that are another's now, of the people in both plans."""
    both = set(before.mentee_ids) & set(after.mentee_ids)
    old, new = (
        {(m.round, m.mentee_id, m.mentor_id) for m in plan.introductions if m.round >= since and m.mentee_id in both}
        for plan in (before, after)
    )
    return len({(number, mentee) for number, mentee, _ in old ^ new})


def _meetings(plan: Plan) -> dict[str, int]:
    counts = Counter(meetings_per_mentee(plan))
    return {str(meetings): counts[meetings] for meetings in sorted(counts)}


def _planned(plan: Plan) -> str:
    both = len({*plan.mentor_ids} & {*plan.mentee_ids})
    mentors, mentees = len(plan.mentor_ids) - both, len(plan.mentee_ids) - both
    sides = [counted(mentors, "mentor", "mentors"), counted(mentees, "mentee", "mentees")]
    return listed([*sides, f"{both} who {'is' if both == 1 else 'are'} both"] if both else sides)


def _sentences(
    event: Event,
    imported: ImportAccount,
    people: dict[str, int],
    first: Plan,
    last: Plan,
    mutual: int,
    papers: Sequence[Written],
) -> tuple[str, ...]:
    left_out = len(imported.skipped) + len(imported.rejected)
    said = verdict(first, event.rules.strong)
    trouble = [sentence for paper in papers for sentence in paper.not_printed]
    return (
        f"{event.name}: {counted(event.rounds, 'round', 'rounds')} of {event.minutes} minutes, "
        f"{counted(event.seats, 'mentee', 'mentees')} at a table.",
        f"Imported {counted(imported.added, 'person', 'people')} from {counted(imported.rows, 'row', 'rows')}"
        + (f"; {left_out} left out, each with its reason." if left_out else "."),
        f"{people['came']} of {people['registered']} came, {people['late']} of them late; "
        f"{people['left_early']} left early.",
        f"First plan, for {_planned(first)}: {said.headline}. {said.detail}",
        f"Held, with those seated who came later: {counted(len(last.introductions), 'introduction', 'introductions')}, "
        f"{counted(mutual, 'mutual match', 'mutual matches')}.",
        *([f"{len(trouble)} things could not be printed as they should, see {FILE}."] if trouble else []),
    )
