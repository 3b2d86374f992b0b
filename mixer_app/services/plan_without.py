"""Why someone who is here has no introduction, told without giving a private wish away."""

import numpy as np

from mixer_app.domain.plans import Introduction, Without
from mixer_app.matching import RoundPlan
from mixer_app.matching.explanations import why_without
from mixer_app.services.plan_inputs import PlanInputs
from mixer_app.services.plan_problem import PlanSetting


def explain_without(
    inputs: PlanInputs, setting: PlanSetting, rounds: RoundPlan, introductions: tuple[Introduction, ...]
) -> tuple[Without, ...]:
    """One sentence for each attendee in `setting` whom no introduction of its plan `rounds` names.

    Someone who is both and is introduced on one side is not without.
    """
    seated = {meeting.mentee_id for meeting in introductions} | {meeting.mentor_id for meeting in introductions}
    mentees = {person.id: index for index, person in enumerate(setting.mentees)}
    mentors = {person.id: index for index, person in enumerate(setting.mentors)}
    reasons = {
        person.id: _mentee_reason(setting, rounds, mentees[person.id])
        if person.id in mentees
        else _mentor_reason(inputs, setting, mentors[person.id])
        for person in (*setting.mentees, *setting.mentors)
        if person.id not in seated
    }
    expected = {
        person.id: "Is here for none of the rounds that are left."
        for person in inputs.attendees
        if person.id not in seated
        and person.id not in reasons
        and (person.here or inputs.everyone)
        and not any(inputs.windows(person))
    }
    return tuple(Without(attendee, reason) for attendee, reason in {**reasons, **expected}.items())


def _mentee_reason(setting: PlanSetting, rounds: RoundPlan, mentee: int) -> str:
    return f"{why_without(setting.problem, rounds, mentee)}." if setting.mentors else "No mentor is here."


def _mentor_reason(inputs: PlanInputs, setting: PlanSetting, mentor: int) -> str:
    problem = setting.problem
    if not setting.mentees:
        return "No mentee is here."
    if not problem.seats[mentor].any():
        return "Rests in every round in which they are here."
    there = problem.present @ problem.seats[mentor] > 0  # (mentees,)
    if not (problem.allowed[:, mentor] & there).any():
        return "Is not paired with any mentee who is here at this event."
    if problem.mentor_limit is not None and problem.mentor_limit[mentor] == 0:
        return "Asked for no introductions."
    seats = int(np.sum(problem.seats))
    wanted = len(setting.mentees) * (inputs.event.rounds - inputs.past)
    if seats > wanted:
        return "There are more seats than mentees, so this table stays free."
    return "The mentees whom they could meet are better served elsewhere."
