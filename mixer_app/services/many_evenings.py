"""Rehearse the coming evening many times on a copy: what to expect, and what one more mentor would bring."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from random import Random
from typing import Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.progress import Progress, part_of, report
from mixer_app.services.database import Database
from mixer_app.services.evening_dice import Attendance, EveningRates, draw_attendance
from mixer_app.services.evening_figures import EveningFigures, EveningGround
from mixer_app.services.evenings_account import EveningsAccount, account_of
from mixer_app.services.mentor_kinds import one_more, short_kinds
from mixer_app.services.plan_inputs import PlanInputs, read_plan_inputs
from mixer_app.services.rehearsal_ground import coming_to, digest_of, refusal_of, suiting
from mixer_app.services.solver_process import Solver

MOST_EVENINGS: Final = 100
_FOR_SETTING: Final = 0.03  # of the whole


@dataclass(frozen=True, slots=True, kw_only=True)
class EveningsRequest:
    """How many evenings, by which dice."""

    rates: EveningRates = field(default_factory=EveningRates)
    evenings: int = 20
    more_mentors: bool = True  # try one more of each kind that is short
    seed: int = 0


def rehearse_evenings(
    database: Database,
    event_id: int,
    request: EveningsRequest,
    *,
    now: datetime,
    control: bool = True,
    progress: Progress | None = None,
    so_far: Callable[[EveningsAccount], None] | None = None,
) -> EveningsAccount:
    """Hold the coming evening `request.evenings` times in memory; nothing is written anywhere.

    Each time other people stay away, come late and leave early; those who are checked in are there.
    Who is there is planned for, and before each round the plan is repaired for who came or left since.
    `so_far` is given the account after every evening, on the caller's thread. Sensitive needs are named
    on the control station only. Raises `MixerError` if there is nothing to rehearse, or `Cancelled`.
    """
    _check(request)
    report(progress, 0.0, "Looking who is expected")
    inputs = database.read(read_plan_inputs, event_id, everyone=True, now=now)
    return _Evenings(inputs, request, control, progress, so_far).hold()


class _Evenings:
    """First all evenings as they are, then each of them again with one more mentor of a kind."""

    def __init__(
        self,
        inputs: PlanInputs,
        request: EveningsRequest,
        control: bool,
        progress: Progress | None,
        so_far: Callable[[EveningsAccount], None] | None,
    ) -> None:
        self._inputs, self._request, self._control = inputs, request, control
        self._progress, self._so_far = progress, so_far
        self._coming = coming_to(inputs)
        self._digest = digest_of(inputs)
        self._held: list[EveningFigures] = []
        self._tried: list[list[EveningFigures]] = []

    def hold(self) -> EveningsAccount:
        if refusal := refusal_of(self._inputs):
            raise MixerError(refusal)
        evenings = self._request.evenings
        with Solver(len(self._coming) * evenings) as solver:
            ground = self._ground()
            tries = len(ground.kinds)
            self._tried = [[] for _ in ground.kinds]
            drawn = [self._attendance(number) for number in range(evenings)]
            whole = evenings * (1 + tries)
            for number, attendance in enumerate(drawn):
                part = self._part(number, whole, f"Evening {number + 1} of {evenings}")
                self._held.append(self._evening(solver, ground, attendance, None, part))
                self._tell(ground)
            for number, attendance in enumerate(drawn if tries else ()):
                stage = f"One more mentor, evening {number + 1} of {evenings}"
                for place in range(tries):
                    part = self._part(evenings + number * tries + place, whole, stage)
                    self._tried[place].append(self._evening(solver, ground, attendance, place, part))
                self._tell(ground)
        report(self._progress, 1.0, "Done")
        return self._account(ground)

    def _ground(self) -> EveningGround:
        """The planning problem of everybody who may come, and of one more mentor of each kind."""
        from mixer_app.services.plan_problem import set_problem  # numpy, which a start need not wait for

        event, most = self._inputs.event, suiting(len(self._coming))[1]
        kinds = short_kinds(event, self._coming, most=most, control=self._control) if self._request.more_mentors else ()
        extra = [one_more(kind, number, event, self._coming) for number, kind in enumerate(kinds, 1)]
        inputs = replace(self._inputs, attendees=(*self._inputs.attendees, *extra))
        setting = set_problem(
            inputs, seed=self._request.seed, afresh=True, progress=part_of(self._progress, 0.0, _FOR_SETTING)
        )
        return EveningGround(setting, kinds, self._inputs.past)

    def _attendance(self, number: int) -> Attendance:
        dice = Random(f"{self._request.seed}:{number}")  # noqa: S311  # a rehearsal is to be repeatable, not secret
        return draw_attendance(self._inputs, self._request.rates, dice)

    def _evening(
        self, solver: Solver, ground: EveningGround, attendance: Attendance, more: int | None, part: Progress | None
    ) -> EveningFigures:
        from mixer_app.matching.evening import hold_evening

        rooms = ground.rooms(attendance, more=more)
        work = partial(hold_evening, first=ground.first)
        return ground.figures(*rooms, solver.solve(work, ground.setting.problem, *rooms, progress=part))

    def _part(self, number: int, whole: int, stage: str) -> Progress | None:
        """The progress of one evening of the whole."""
        start, end = (_FOR_SETTING + (1 - _FOR_SETTING) * done / whole for done in (number, number + 1))
        return part_of(self._progress, start, end, stage)

    def _tell(self, ground: EveningGround) -> None:
        if self._so_far is not None:
            self._so_far(self._account(ground))

    def _account(self, ground: EveningGround) -> EveningsAccount:
        request = self._request
        return account_of(
            self._inputs,
            ground,
            self._held,
            self._tried,
            rates=request.rates,
            evenings=request.evenings,
            digest=self._digest,
        )


def _check(request: EveningsRequest) -> None:
    """Refuse what nobody means."""
    if not 1 <= request.evenings <= MOST_EVENINGS:
        raise MixerError(f"{request.evenings} evenings cannot be rehearsed. Choose from 1 to {MOST_EVENINGS}.")
    for name, rate in (
        ("stay away", request.rates.no_show),
        ("come late", request.rates.late),
        ("leave early", request.rates.leave_early),
    ):
        if not 0 <= rate <= 1:
            raise MixerError(f"{100 * rate:.0f} % of the people cannot {name}. Choose from 0 to 100 %.")
