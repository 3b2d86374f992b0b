"""How the height of a badge is shared: name first, then what staff chose to stand on it, then what it looks like."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from mixer_app.domain.badge_design import BadgeBlock, BadgeDesign, BadgePart, SizeStep
from mixer_app.printing import words
from mixer_app.printing.look import MM, Type
from mixer_app.printing.paper import Paper

ROOMY: Final = 11.0
"""mm, what a name box should have before anything else is added."""

_LARGE_NAME: Final = 15.0
_LARGER_PT: Final = 10.5
_LOGO: Final = {SizeStep.SMALLER: 5.0, SizeStep.DESIGNED: 7.0, SizeStep.LARGER: 9.0}  # mm high
_AIR_OF_LOGO: Final = 0.8
_TOPIC_LINES: Final = {SizeStep.SMALLER: 1, SizeStep.DESIGNED: 2, SizeStep.LARGER: 2}
CLOSE: Final = 1.1
"""em between the lines of an event's name."""
_TEXTS: Final = (BadgeBlock.JOB, BadgeBlock.TOPICS, BadgeBlock.EVENT)
_JOB: Final = frozenset({BadgePart.TITLE, BadgePart.EMPLOYER})


@dataclass(frozen=True, slots=True)
class Plan:
    """What the height is enough for."""

    logo: float  # mm; 0: none
    topics: int  # lines
    jobs: int  # lines
    larger: bool = True  # texts that are to be larger are
    event: int = 1  # lines of the event's name

    def kind(self, design: BadgeDesign, block: BadgeBlock, kind: Type) -> Type:
        """The type of a block's text."""
        return kind.sized(_LARGER_PT) if self.larger and design.size(block) is SizeStep.LARGER else kind


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that stand together, and how many they have room for."""

    parts: tuple[BadgePart, ...]
    lines: int
    line_mm: float

    @property
    def height(self) -> float:
        """In mm."""
        return self.lines * self.line_mm

    @property
    def topics(self) -> bool:
        """Whether these are the lines of topics."""
        return BadgePart.TOPICS in self.parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Space:
    """What a design has in height for the name, the groups below it and the row of the event, in mm."""

    height: float
    gap: float  # between groups
    below_name: float
    beside_row: float = 0.0  # between the row and the next thing
    beside_row_job: float | None = None  # the same where that is no topics
    code_in_row: bool = False  # the row stands in any case
    event_name: str = ""
    event_width: float = 0.0

    def name_height(self, paper: Paper, design: BadgeDesign, plan: Plan) -> float:
        """What is left for the name."""
        groups = groups_of(paper, design, plan)
        gaps = self.gap * (len(groups) - 1) + self.below_name if groups else 0.0
        used = sum(group.height for group in groups) + gaps
        row = row_height(paper, design, plan, with_code=self.code_in_row)
        return self.height - used - (row + self.gap_at_row(groups, plan) if row else 0.0)

    def event_lines(self, paper: Paper, kind: Type) -> int:
        """Two where the name of the event is too long for one."""
        return 1 if paper.width(self.event_name, kind) <= self.event_width else 2

    def gap_at_row(self, groups: list[Group], plan: Plan) -> float:
        """The air between the row of the event and what is next to it; a logo wants more."""
        job = self.beside_row_job is not None and not (groups and groups[-1].topics)
        gap = (self.beside_row_job or 0.0) if job else self.beside_row
        return gap + (_AIR_OF_LOGO if plan.logo else 0.0)


def choose_plan(paper: Paper, design: BadgeDesign, space: Space) -> Plan:
    """Everything as chosen if the name then has room; else less, what is least missed first."""
    chosen = _as_chosen(paper, design, space)
    lesser = list(_lesser(chosen, space.event_lines(paper, paper.look.caption)))
    roomy = ROOMY
    if design.size(BadgeBlock.NAME) is SizeStep.LARGER:
        roomy = _LARGE_NAME
        kept = [plan for plan in lesser if plan.jobs == chosen.jobs and (plan.logo or not chosen.logo)]
        if not any(space.name_height(paper, design, plan) >= roomy for plan in kept):
            roomy = ROOMY
    fitting = (plan for plan in lesser if space.name_height(paper, design, plan) >= roomy)
    plan = next(fitting, Plan(0.0, 0, 0, larger=False))
    _remark(paper, design, chosen, plan)
    return plan


def groups_of(paper: Paper, design: BadgeDesign, plan: Plan) -> list[Group]:
    """The lines below the name as they stand together; without those for which there is no room."""
    groups: list[Group] = []
    left = plan.jobs
    for parts in _runs(design):
        if BadgePart.TOPICS in parts:
            lines, block = plan.topics, BadgeBlock.TOPICS
        else:
            lines, block = min(_job_lines(design, parts), left), BadgeBlock.JOB
            left -= lines
        if lines:
            groups.append(Group(parts, lines, plan.kind(design, block, paper.look.caption).line_mm))
    return groups


def row_height(paper: Paper, design: BadgeDesign, plan: Plan, *, with_code: bool) -> float:
    """The height of the row with logo and event, and with the code where that stands in it; 0 where there is none."""
    kind = plan.kind(design, BadgeBlock.EVENT, paper.look.caption)
    text = kind.line_mm + (plan.event - 1) * kind.size * CLOSE / MM if design.shows(BadgePart.EVENT) else 0.0
    code = paper.look.caption.line_mm if with_code else 0.0
    return max(text, code, plan.logo)


def _as_chosen(paper: Paper, design: BadgeDesign, space: Space) -> Plan:
    logo = design.shows(BadgePart.LOGO) and paper.logo is not None
    kind = Plan(0.0, 0, 0).kind(design, BadgeBlock.EVENT, paper.look.caption)
    return Plan(
        event=space.event_lines(paper, kind) if design.shows(BadgePart.EVENT) and not logo else 1,
        logo=_LOGO[design.size(BadgeBlock.LOGO)] if logo else 0.0,
        topics=_TOPIC_LINES[design.size(BadgeBlock.TOPICS)] if design.shows(BadgePart.TOPICS) else 0,
        jobs=sum(_job_lines(design, parts) for parts in _runs(design) if BadgePart.TOPICS not in parts),
    )


def _lesser(plan: Plan, event: int) -> Iterator[Plan]:
    """The same with less and less; `event` are the lines of the event's name in the usual size."""
    yield plan
    yield replace(plan, event=min(plan.event, event))
    yield (plan := replace(plan, larger=False, event=min(plan.event, event)))
    yield (plan := replace(plan, logo=min(plan.logo, _LOGO[SizeStep.DESIGNED])))
    yield (plan := replace(plan, logo=min(plan.logo, _LOGO[SizeStep.SMALLER])))
    yield (plan := replace(plan, event=1))
    yield (plan := replace(plan, topics=min(plan.topics, 1)))
    yield replace(plan, topics=0)
    yield (plan := replace(plan, logo=0.0))
    yield (plan := replace(plan, topics=0))
    while plan.jobs:
        yield (plan := replace(plan, jobs=plan.jobs - 1))


def _runs(design: BadgeDesign) -> list[tuple[BadgePart, ...]]:
    """The lines in their order; topics are always a run of their own."""
    runs: list[tuple[BadgePart, ...]] = []
    for part in design.lines:
        if runs and part is not BadgePart.TOPICS and BadgePart.TOPICS not in runs[-1]:
            runs[-1] = (*runs[-1], part)
        else:
            runs.append((part,))
    return runs


def _job_lines(design: BadgeDesign, parts: tuple[BadgePart, ...]) -> int:
    """One for title and one for employer, or one for both; pronouns have one only where they come first."""
    jobs = sum(part in _JOB for part in parts)
    if design.size(BadgeBlock.JOB) is SizeStep.SMALLER:
        jobs = min(jobs, 1)
    return jobs + (parts[0] is BadgePart.PRONOUNS)


def _owners(design: BadgeDesign) -> list[str]:
    """What each line of title, employer and pronouns is for, from top to foot."""
    owners: list[str] = []
    for parts in _runs(design):
        jobs = [words.BadgeWords.JOB_PARTS[part] for part in parts if part in _JOB]
        if parts[0] is BadgePart.PRONOUNS:
            owners.append(words.BadgeWords.PRONOUNS)
        one_line = design.size(BadgeBlock.JOB) is SizeStep.SMALLER and len(jobs) > 1
        owners += [words.listed(jobs)] if one_line else jobs
    return owners


def _remark(paper: Paper, design: BadgeDesign, chosen: Plan, plan: Plan) -> None:
    larger = any(design.size(block) is SizeStep.LARGER for block in _TEXTS)
    missed = _owners(design)[plan.jobs :] if chosen.jobs > plan.jobs else []
    missed += [
        what
        for what, gone in (
            (words.BadgeWords.TOPICS, bool(chosen.topics) and not plan.topics),
            (words.BadgeWords.LOGO, bool(chosen.logo) and not plan.logo),
            (words.BadgeWords.LARGE_LOGO, 0 < plan.logo < chosen.logo),
            (words.BadgeWords.LARGE_TEXT, larger and not plan.larger),
        )
        if gone
    ]
    for what in missed:
        paper.leave_out(what)
