"""What stands on each person's match sheet: where to be when, with whom, why, and how to begin."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from mixer_app.domain.events import Event, RoundTimes
from mixer_app.domain.paper import MatchSheet, SheetMeeting, SheetRound
from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Introduction, Plan
from mixer_app.domain.roles import Role
from mixer_app.services.common_ground import common_ground, printable_reasons
from mixer_app.services.prompts import PromptChooser, prompt_book
from mixer_app.services.words import listed, mid_sentence

_LINE: Final = 58  # letters of a line under a name


class MatchSheetMaker:
    """Makes match sheets from one plan; `times` are those of the rounds, `attendees` all whom the plan names, by id.

    `replaces` is the version that people had in hand before.
    """

    def __init__(
        self,
        event: Event,
        times: Sequence[RoundTimes],
        plan: Plan,
        attendees: dict[int, Attendee],
        *,
        replaces: int | None = None,
    ) -> None:
        self._event, self._times = event, times
        self._replaces = replaces
        self._plan = plan
        self._attendees = attendees
        self._of_person: defaultdict[int, list[Introduction]] = defaultdict(list)
        self._at_table: defaultdict[tuple[int, int], list[Introduction]] = defaultdict(list)
        for meeting in plan.introductions:
            self._of_person[meeting.mentor_id].append(meeting)
            self._of_person[meeting.mentee_id].append(meeting)
            self._at_table[meeting.round, meeting.table].append(meeting)

    def sheet(self, person: Attendee) -> MatchSheet:
        """The sheet of `person`, with every round of the evening; rounds without a meeting are free."""
        chooser = {role: PromptChooser(prompt_book(), role) for role in (Role.MENTOR, Role.MENTEE)}
        meetings: defaultdict[int, list[Introduction]] = defaultdict(list)
        for meeting in self._of_person[person.id]:
            meetings[meeting.round].append(meeting)
        return MatchSheet(
            event_name=self._event.name,
            day=self._event.date,
            code=person.code,
            role=person.role,
            name=person.name,
            title=person.title,
            employer=person.employer,
            goal=person.goal,
            rounds=tuple(
                SheetRound(
                    number=times.number,
                    starts_at=times.starts_at,
                    table=meetings[times.number][0].table if meetings[times.number] else None,
                    meetings=tuple(
                        self._meeting(person, meeting, chooser, alone=len(meetings[times.number]) == 1)
                        for meeting in meetings[times.number]
                    ),
                    company=self._company(person, meetings[times.number]),
                )
                for times in self._times[: self._plan.rounds]
            ),
            plan_version=self._plan.version,
            replaces=self._replaces,
        )

    def _meeting(
        self, person: Attendee, meeting: Introduction, chooser: dict[Role, PromptChooser], *, alone: bool
    ) -> SheetMeeting:
        """One partner of `person`; one of several at the table gets one prompt, as many as there is room for."""
        mentee, mentor = self._attendees[meeting.mentee_id], self._attendees[meeting.mentor_id]
        ground = common_ground(self._event, mentee, mentor)
        hosting = person.id == mentor.id
        partner = mentee if hosting else mentor
        prompts = chooser[Role.MENTOR if hosting else Role.MENTEE]
        return SheetMeeting(
            name=partner.name,
            title=partner.title,
            employer=partner.employer,
            why=_why_for_mentor(ground.needs, ground.topics, mentee)
            if hosting
            else _to_the_mentee(printable_reasons(self._event, meeting)),
            shared=ground.names,
            prompts=prompts.choose(ground.needs, ground.topics, turn=person.id + meeting.round, most=2 if alone else 1),
        )

    def _company(self, person: Attendee, meetings: Sequence[Introduction]) -> tuple[str, ...]:
        """The other mentees at the table; a mentor sees them as meetings already."""
        if not meetings or person.id == meetings[0].mentor_id:
            return ()
        others = self._at_table[meetings[0].round, meetings[0].table]
        people = [self._attendees[other.mentee_id] for other in others if other.mentee_id != person.id]
        return tuple(other.name.given or other.name.full for other in people)


def _to_the_mentee(reasons: Sequence[str]) -> tuple[str, ...]:
    """What staff read of a mentee, said to the mentee."""
    return tuple(reason.replace("the first choice", "your first choice") for reason in reasons)


def _why_for_mentor(needs: Sequence[str], topics: Sequence[str], mentee: Attendee) -> tuple[str, ...]:
    """The same ground seen from the mentor's chair."""
    sentences: list[str] = []
    if needs:
        sentences.append(_on_one_line("Asks about", needs))
    if topics:
        sentences.append(_on_one_line("Would like to talk about", topics))
    if not sentences and mentee.field:
        sentences.append(f"Works in {mid_sentence(mentee.field)}.")
    return tuple(sentences)


def _on_one_line(beginning: str, names: Sequence[str]) -> str:
    """A sentence with as many of the names as one line of a sheet holds, the first at least."""
    for told in range(len(names), 1, -1):
        sentence = f"{beginning} {listed([mid_sentence(name) for name in names[:told]])}."
        if len(sentence) <= _LINE:
            return sentence
    return f"{beginning} {mid_sentence(names[0])}."
