"""A whole evening without a screen: from the registrations to the follow-up, in a database of its own."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import Event, EventPlanning
from mixer_app.domain.imports import ImportAccount, ImportFile
from mixer_app.domain.plans import Plan
from mixer_app.domain.progress import Progress, report
from mixer_app.domain.roles import Role
from mixer_app.services import events, people, planning
from mixer_app.services import rehearsal_acts as acts
from mixer_app.services.database import Database, Session, open_database
from mixer_app.services.rehearsal_account import RehearsalAccount, RoundSummary, make_account
from mixer_app.services.rehearsal_cast import SEATED_BEFORE, Cast, Part, draw_cast
from mixer_app.services.rehearsal_papers import write_papers
from mixer_app.services.sample_event import sample_files, sample_planning
from mixer_app.services.wall_clock import moment_of

ROUNDS: Final = 5
_PLAN_BEFORE: Final = timedelta(minutes=5)
_LEAST_MEETINGS: Final = 3
_MOST_SEATS: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class RehearsalRequest:
    """What to rehearse: `files` of registrations, or the sample event where there are none."""

    out: Path
    files: tuple[ImportFile, ...] = ()
    rounds: int | None = None
    seats: int | None = None
    no_show: float = 0.25
    late: float = 0.1
    seed: int = 0


def rehearse(request: RehearsalRequest, *, progress: Progress | None = None) -> RehearsalAccount:
    """Run the evening and write its documents to `request.out`.

    The database is a temporary one that is thrown away; nothing of the user's own is touched.
    The same request gives the same evening, by its seed.
    """
    _make_folder(request.out)
    with TemporaryDirectory(prefix="mentor-mixer-") as folder:
        database = open_database(str(Path(folder) / "rehearsal.db"))
        try:
            return _Rehearsal(database, request, progress).run()
        finally:
            database.close()


class _Rehearsal:
    """One evening on its own clock."""

    def __init__(self, database: Database, request: RehearsalRequest, progress: Progress | None) -> None:
        self._database = database
        self._request = request
        self._progress = progress
        self._dice = Random(request.seed)  # noqa: S311  # a rehearsal is to be repeatable, not secret

    def run(self) -> RehearsalAccount:
        """Import, check in, plan, hold every round, collect the answers, print."""
        event, account = self._register()
        attendees = self._database.read(people.list_attendees, event.id)
        if not attendees:
            raise MixerError(_nobody(account))
        cast = draw_cast(event, attendees, no_show=self._request.no_show, late=self._request.late, dice=self._dice)
        if not any(part.arrives <= event.starts_at - _PLAN_BEFORE for part in cast.parts):
            raise MixerError("Nobody is there when the first round begins. Choose fewer no-shows and late arrivals.")
        first, last, held = self._hold_evening(event, cast)
        self._database.write(acts.answer_everything, last, dice=self._dice, now=self._end(event))
        self._database.write(acts.pass_on, event.id, now=self._end(event))
        self._say(0.7, "Printing")
        papers = write_papers(
            self._database, event.id, self._request.out, now=self._end(event), progress=self._part(0.7, 0.99)
        )
        made = self._database.read(
            make_account,
            self._request.out,
            event=event,
            request=self._facts(),
            imported=account,
            cast=cast,
            first=first,
            last=last,
            rounds=tuple(held),
            papers=papers,
        )
        made.write()
        self._say(1.0, "Done")
        return made

    def _register(self) -> tuple[Event, ImportAccount]:
        from mixer_app.services.imports import import_files

        self._say(0.0, "Importing")
        files = list(self._request.files) or sample_files()
        planned = self._planning()
        now = moment_of(planned.starts_at - timedelta(days=1))
        event = self._database.write(events.create_event, planned, station=acts.STATION, now=now)
        account = import_files(
            self._database,
            event.id,
            files,
            station=acts.STATION,
            now=now,
            dice=self._dice,
            progress=self._part(0.0, 0.2),
        )
        event = self._database.read(events.find_event, str(event.id))
        if self._request.seats is None and self._request.files:
            event = self._database.write(_seat_everyone, event, station=acts.STATION, now=now)
        return event, account

    def _planning(self) -> EventPlanning:
        sample, request = sample_planning(), self._request
        if request.files:
            sample = EventPlanning(
                name="Mentor Mixer rehearsal", starts_at=sample.starts_at, doors_at=sample.doors_at, rounds=ROUNDS
            )
        return replace(sample, rounds=request.rounds or sample.rounds, seats=request.seats or sample.seats)

    def _hold_evening(self, event: Event, cast: Cast) -> tuple[Plan, Plan, list[RoundSummary]]:
        """Check in and plan before the first round; before each later one, seat who came and free who left."""
        waiting, staying = list(cast.parts), list[Part]()
        at = event.starts_at - _PLAN_BEFORE
        self._let_in(event, waiting, staying, until=at)
        self._say(0.2, "Planning")
        first = plan = self._plan(event, at, publish=True)
        held: list[RoundSummary] = []
        for times in event.round_times():
            at = times.starts_at - SEATED_BEFORE
            came = self._let_in(event, waiting, staying, until=at)
            left = self._let_out(event, staying, until=at)
            before = plan
            if came or left:
                plan = self._plan(event, at, publish=True)
            self._database.write(acts.hold_round, plan, times)
            held.append(RoundSummary.of(times, plan, before, came=came, left=left))
            self._say(0.2 + 0.5 * times.number / event.rounds, f"Round {times.number} of {event.rounds}")
        self._let_in(event, waiting, staying, until=event.round_times()[-1].ends_at)
        return first, plan, held

    def _let_in(self, event: Event, waiting: list[Part], staying: list[Part], *, until: datetime) -> int:
        coming = [part for part in waiting if part.arrives <= until]
        self._database.write(acts.check_in_all, coming)
        del waiting[: len(coming)]
        staying.extend(coming)
        return len(coming)

    def _let_out(self, event: Event, staying: list[Part], *, until: datetime) -> int:
        going = [part for part in staying if part.leaves is not None and part.leaves <= until]
        self._database.write(acts.mark_all_left, going)
        staying[:] = [part for part in staying if part not in going]
        return len(going)

    def _plan(self, event: Event, at: datetime, *, publish: bool) -> Plan:
        now = moment_of(at)
        plan = planning.plan_event(
            self._database, event.id, seed=self._request.seed, station=acts.STATION, clock=lambda: now
        )
        return self._database.write(planning.publish, plan.id, station=acts.STATION, now=now) if publish else plan

    def _facts(self) -> dict[str, object]:
        request = self._request
        files = [file.path.name for file in request.files] or [
            f"sample event: {file.path.name}" for file in sample_files()
        ]
        return {
            "files": files,
            "sample_event": not request.files,
            "no_show": request.no_show,
            "late": request.late,
            "seed": request.seed,
        }

    def _end(self, event: Event) -> datetime:
        return moment_of(event.round_times()[-1].ends_at + timedelta(minutes=10))

    def _say(self, fraction: float, stage: str) -> None:
        report(self._progress, fraction, stage)

    def _part(self, start: float, end: float) -> Progress:
        def part(fraction: float, stage: str) -> bool:
            self._say(start + (end - start) * fraction, stage)
            return True

        return part


def seats_for(mentors: int, mentees: int, rounds: int) -> int:
    """The fewest seats at a table with which everyone could meet three mentors: talks of two are the best proven."""
    for seats in range(1, _MOST_SEATS):
        if mentors * seats * rounds >= min(_LEAST_MEETINGS, rounds) * mentees:
            return seats
    return _MOST_SEATS


def _seat_everyone(session: Session, event: Event, *, station: str, now: datetime) -> Event:
    attendees = people.list_attendees(session, event.id)
    mentors = sum(person.role.hosts for person in attendees)
    mentees = sum(person.role is Role.MENTEE for person in attendees)
    seats = seats_for(mentors, mentees, event.rounds)
    return events.update_event(session, replace(event, seats=seats), station=station, now=now)


def _make_folder(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise MixerError(f"The folder “{out}” cannot be made: {error.strerror}. Choose another place.") from error


def _nobody(account: ImportAccount) -> str:
    why = account.rejected[0].reason if account.rejected else "There are no rows in it that can be used."
    return f"Nobody could be imported, so there is no evening to rehearse. {why}"
