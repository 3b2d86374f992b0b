"""Change a plan by hand: each change makes a new version, is verified, and can be taken back."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from mixer_app.domain.errors import MixerError
from mixer_app.domain.people import Attendee
from mixer_app.domain.plan_edits import EditKind, PairRule, PlanEdit
from mixer_app.domain.plans import Introduction, Plan, QualityFigures, Without
from mixer_app.services.database import Database
from mixer_app.services.pair_rule_journal import lift_pair_rule
from mixer_app.services.plan_edit_journal import PLAN_EDITED, record_edit
from mixer_app.services.plan_edit_words import edit_in_words
from mixer_app.services.plan_figures import is_off_path, wrong_figures
from mixer_app.store import Session, journal, pair_rules, plans, tables

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from mixer_app.matching.edits import Edited
    from mixer_app.services.editable_plan import EditablePlan

__all__ = ["apply_edit", "edit_entry", "lift_pair_rule"]


def apply_edit(
    database: Database, plan_id: int, edit: PlanEdit, *, station: str, clock: Callable[[], datetime]
) -> Plan:
    """Make one change to the latest plan and store it as a new version.

    Raises `MixerError` if it is not legal, or if somebody else has changed the plan meanwhile.
    """
    from mixer_app.matching import verify
    from mixer_app.matching.edits import apply_edit as edited_plan
    from mixer_app.services.editable_plan import open_plan

    opened = database.read(open_plan, plan_id, now=clock(), newcomers=edit)
    edited = edited_plan(opened.problem, opened.rounds, opened.in_numbers(edit))
    before = verify(opened.problem, opened.rounds)
    broken = [sentence for sentence in verify(edited.problem, edited.plan) if sentence not in before]
    if broken:
        raise RuntimeError(f"The change broke a rule of the plan: {' '.join(broken[:5])}")
    return database.write(_store_edit, opened, edited, edit, station=station, now=clock())


def edit_entry(session: Session, plan: Plan) -> tuple[int, str] | None:
    """The entry of the journal by which `plan` was made by hand, and its sentence; None if it was not."""
    for record in journal.records_of(session, plan.event_id, (PLAN_EDITED,)):
        if (record.payload or {}).get("after") == plan.id:
            return record.id, record.sentence
    return None


def _store_edit(
    session: Session, opened: "EditablePlan", edited: "Edited", edit: PlanEdit, *, station: str, now: datetime
) -> Plan:
    old = opened.plan
    if plans.latest_plan_id(session, old.event_id) != old.id:
        raise MixerError("The plan has been changed meanwhile. Open the latest version and try again.")
    seated, introductions = _seated(opened, edited), _introductions(opened, edited, edit)
    new_mentors = _newly(opened.setting.mentors, old.mentor_ids, {one.mentor_id for one in introductions})
    if new_mentors:
        tables.assign_tables(session, old.event_id, {mentor: opened.tables[mentor] for mentor in new_mentors})
    mentee_ids = (*old.mentee_ids, *_newly(opened.setting.mentees, old.mentee_ids, seated))
    new = plans.save_plan(
        session,
        old.event_id,
        introductions=introductions,
        quality=_figures(opened, edited, mentee_ids),
        without=_without(opened, seated),
        rounds=old.rounds,
        mentee_ids=mentee_ids,
        mentor_ids=(*old.mentor_ids, *new_mentors),
        now=now,
        station=station,
        told=False,
    )
    if wrong := list(wrong_figures(new)):
        raise RuntimeError(f"The changed plan is not as it is told: {' '.join(wrong)}")
    record_edit(
        session,
        old,
        new,
        _decided(session, old, edit),
        what=PLAN_EDITED,
        sentence=edit_in_words(edit, opened.name, opened.tables.__getitem__),
        station=station,
        now=now,
    )
    return new


def _decided(session: Session, plan: Plan, edit: PlanEdit) -> tuple[int, int, PairRule | None, PairRule | None] | None:
    """Store what an edit decides about a pair: (mentor, mentee, rule before, rule after)."""
    mentor_id, after = edit.mentor_id, None
    if edit.kind is EditKind.UNLOCK:
        seats = {(m.mentee_id, m.round): m.mentor_id for m in plan.introductions}
        mentor_id = seats.get((edit.mentee_id, edit.round), 0)
        known = pair_rules.pair_rules(session, plan.event_id).get((mentor_id, edit.mentee_id))
        if known is not PairRule.MUST_MEET:
            return None
    elif edit.kind in (EditKind.FORBID, EditKind.MUST_MEET):
        after = PairRule.FORBIDDEN if edit.kind is EditKind.FORBID else PairRule.MUST_MEET
    else:
        return None
    before = pair_rules.set_pair_rule(session, plan.event_id, mentor_id, edit.mentee_id, after)
    return mentor_id, edit.mentee_id, before, after


def _introductions(opened: "EditablePlan", edited: "Edited", edit: PlanEdit) -> list[Introduction]:
    """The plan's introductions; unchanged ones exactly as they were."""
    setting, known = opened.setting, {(m.mentee_id, m.round): m for m in opened.plan.introductions}
    found = list(opened.outside)
    for row, mentors in enumerate(edited.plan.mentor_of.tolist()):
        for index, column in enumerate(mentors):
            if column < 0:
                continue
            mentee, mentor = setting.mentees[row], setting.mentors[column]
            old = known.get((mentee.id, index + 1))
            if old is None or old.mentor_id != mentor.id:
                old = Introduction(
                    round=index + 1,
                    table=opened.tables[mentor.id],
                    mentor_id=mentor.id,
                    mentee_id=mentee.id,
                    score=float(opened.problem.scores[row, column]),
                    evidence=setting.pairs.evidence(row, column),
                )
            if edit.kind in (EditKind.LOCK, EditKind.UNLOCK) and (mentee.id, index + 1) == (edit.mentee_id, edit.round):
                old = replace(old, locked=edit.kind is EditKind.LOCK)
            found.append(old)
    return sorted(found, key=lambda meeting: (meeting.round, meeting.table, meeting.mentee_id))


def _figures(opened: "EditablePlan", edited: "Edited", mentee_ids: tuple[int, ...]) -> QualityFigures:
    """The recomputed quality, with the introductions that stay for people who are no longer planned for."""
    quality, outside, problem = edited.plan.quality, opened.outside, edited.problem
    rows = [person.id for person in opened.setting.mentees]
    met = Counter(dict(zip(rows, quality.meetings_per_mentee.tolist(), strict=True)))
    met.update(meeting.mentee_id for meeting in outside)
    more, score = len(outside), sum(meeting.score for meeting in outside)
    strong = {meeting.mentee_id for meeting in outside if meeting.score >= problem.strong}
    off_path = {meeting.mentee_id for meeting in outside if problem.discovery is not None and is_off_path(meeting)}
    return QualityFigures(
        meetings=int(quality.meetings) + more,
        fewest=min((met[mentee] for mentee in (*mentee_ids, *met)), default=0),
        kept=int(quality.kept),
        strong_mentees=int(quality.strong_mentees)
        + len(strong - _with_one_of(opened, edited, problem.scores >= problem.strong)),
        discovery_mentees=int(quality.discovery_mentees)
        + len(off_path - _with_one_of(opened, edited, problem.discovery)),
        total_score=float(quality.total_score) + score,
        optimal=bool(quality.optimal),
        fairest=opened.plan.quality.fairest and _as_fair(opened.rounds.mentor_of, edited.plan.mentor_of),
        bound_meetings=int(quality.bound_meetings) + more,
        bound_score=float(quality.bound_score) + score,
    )


def _with_one_of(opened: "EditablePlan", edited: "Edited", counts: "NDArray[np.bool_] | None") -> set[int]:
    """The mentees who have an introduction that counts, in a table (mentees, mentors)."""
    if counts is None:
        return set()
    seats = enumerate(edited.plan.mentor_of.tolist())
    return {
        opened.setting.mentees[row].id
        for row, mentors in seats
        if any(column >= 0 and counts[row, column] for column in mentors)
    }


def _as_fair(before: "NDArray[np.int64]", after: "NDArray[np.int64]") -> bool:
    """Whether two plans (mentees, rounds) give meetings as evenly."""
    old, new = (sorted((rows >= 0).sum(axis=1).tolist()) for rows in (before, after))
    return old == new


def _without(opened: "EditablePlan", seated: set[int]) -> list[Without]:
    """Who has no introduction: as before the change, and who lost the only one by it."""
    old = opened.plan
    told = {one.attendee_id: one for one in old.without if one.attendee_id not in seated}
    had = dict.fromkeys(person for meeting in old.introductions for person in (meeting.mentee_id, meeting.mentor_id))
    stay = {person for meeting in opened.outside for person in (meeting.mentee_id, meeting.mentor_id)}
    lost = [person for person in had if person not in seated and person not in stay and person not in told]
    return [*told.values(), *(Without(person, "Had one seat, which was given up by hand.") for person in lost)]


def _newly(people: tuple[Attendee, ...], members: tuple[int, ...], seated: set[int]) -> list[int]:
    """Who has come to a plan by a seat."""
    return [person.id for person in people if person.id in seated and person.id not in members]


def _seated(opened: "EditablePlan", edited: "Edited") -> set[int]:
    seated = {
        person.id for person, row in zip(opened.setting.mentees, edited.plan.mentor_of, strict=True) if (row >= 0).any()
    }
    hosts = set(edited.plan.mentor_of.ravel().tolist())
    return seated | {person.id for index, person in enumerate(opened.setting.mentors) if index in hosts}
