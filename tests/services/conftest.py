"""Builders for services: rooms full of people who are here."""

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest

from mixer_app.domain.answers import Answer
from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.domain.plan_edits import EditKind, PlanEdit
from mixer_app.domain.plans import Introduction, Plan
from mixer_app.domain.print_jobs import JobState, PrintJob
from mixer_app.domain.printers import PrinterStatus, Sending, SpoolAnswer, SpoolState
from mixer_app.domain.progress import Progress
from mixer_app.services import badge_queue
from mixer_app.services.answers import record_answer
from mixer_app.services.badge_dispatch import Dispatcher
from mixer_app.services.check_in import check_in
from mixer_app.services.plan_edits import apply_edit
from mixer_app.services.planning import plan_event

GIVEN = ("Ada", "Bo", "Chi", "Dana", "Eli", "Fay", "Gus", "Hope", "Ivo", "Joy", "Kim", "Lev")
NEEDS = ("Relocation", "New position", "Clinical to administrative", "Exploring")


@pytest.fixture
def arrive(database: Any, event: Event, now: datetime) -> Callable[..., None]:
    """Check people in: `arrive(ann, bob, at=...)`."""

    def let_in(*people: Attendee, at: datetime = now) -> None:
        for person in people:
            database.write(check_in, event.id, person.code, station="Desk 1", now=at)

    return let_in


@pytest.fixture
def mentors(add: Callable[..., Attendee]) -> list[Attendee]:
    """Four mentors of four hospitals."""
    return [
        add(
            f"{GIVEN[index]} Mentor",
            role="mentor",
            email=f"mentor{index}@hospital.example",
            employer=f"Hospital {index}",
            experience_years=20.0,
            needs_offered=NEEDS[index : index + 2],
            topics_offered=("Finance",),
        )
        for index in range(4)
    ]


@pytest.fixture
def mentees(add: Callable[..., Attendee]) -> list[Attendee]:
    """Four mentees of other hospitals."""
    return [
        add(
            f"{GIVEN[index + 4]} Mentee",
            role="mentee",
            email=f"mentee{index}@clinic.example",
            employer=f"Clinic {index}",
            experience_years=6.0,
            needs_wanted=(NEEDS[index],),
            topics_wanted=("Finance",),
            goal=f"Reach goal {index}",
        )
        for index in range(4)
    ]


@pytest.fixture
def room(arrive: Callable[..., None], mentors: list[Attendee], mentees: list[Attendee]) -> list[Attendee]:
    """Everybody of `mentors` and `mentees`, here."""
    arrive(*mentors, *mentees)
    return [*mentors, *mentees]


@pytest.fixture
def plan_now(database: Any, event: Event, now: datetime) -> Callable[..., Plan]:
    """Plan the event: `plan_now(after=timedelta(minutes=40), everyone=True)`."""

    def plan(*, after: timedelta = timedelta(0), **said: Any) -> Plan:
        return plan_event(database, event.id, station="Control", clock=lambda: now + after, **said)

    return plan


@pytest.fixture
def wide_room(add: Callable[..., Attendee], arrive: Callable[..., None], room: list[Attendee]) -> list[Attendee]:
    """`room` with four more mentors, so that mentees have mentors left whom they do not meet."""
    more = [
        add(f"{GIVEN[index + 8]} Mentor", role="mentor", employer=f"House {index}", topics_offered=("Finance",))
        for index in range(4)
    ]
    arrive(*more)
    return [*room, *more]


@pytest.fixture
def swap(database: Any, now: datetime) -> Callable[..., tuple[Plan, Introduction, Introduction]]:
    """Let two mentees of a round change seats: the new plan, and the two meetings as they were."""

    def change(plan: Plan, number: int = 3) -> tuple[Plan, Introduction, Introduction]:
        met = {(meeting.mentee_id, meeting.mentor_id) for meeting in plan.introductions}
        one, other = next(
            (one, other)
            for one, other in combinations([meeting for meeting in plan.introductions if meeting.round == number], 2)
            if not {(one.mentee_id, other.mentor_id), (other.mentee_id, one.mentor_id)} & met
        )
        edit = PlanEdit(kind=EditKind.SWAP, mentee_id=one.mentee_id, round=number, other_id=other.mentee_id)
        return apply_edit(database, plan.id, edit, station="Control", clock=lambda: now), one, other

    return change


@pytest.fixture
def answer(database: Any, event: Event, now: datetime) -> Callable[..., None]:
    """One answers about another: `answer(ann, bob, Answer.YES)`."""

    def say(one: Attendee, other: Attendee, said: Answer, **more: Any) -> None:
        database.write(record_answer, event.id, one.id, other.id, said, station="Desk 1", now=now, **more)

    return say


class QueuePrinter:
    """A printer that does and says what a test wants of it, and keeps what came out."""

    def __init__(self, name: str) -> None:
        self.name = self.title = name
        self.files: list[bytes] = []
        self.sendings: list[Sending] = []
        self.withdrawn: list[str] = []
        self.answer, self.how = SpoolAnswer(SpoolState.PRINTING), PrinterStatus()
        self.refuses: Exception | None = None
        self.lets_go = True
        self.while_sending: Callable[[Progress | None], None] = lambda progress: None

    @property
    def came_out(self) -> list[str]:
        """The numbers that the spooler gave."""
        return [str(number) for number in range(1, len(self.files) + 1)]

    @property
    def taken(self) -> list[tuple[int, Sending]]:
        """The pages of each file, and how it was to be printed."""
        return [
            (len(pdfium.PdfDocument(file)), sending) for file, sending in zip(self.files, self.sendings, strict=True)
        ]

    def send(self, pdf: Path, sending: Sending, progress: Progress | None = None) -> str:
        """Take it, or refuse."""
        self.while_sending(progress)
        if self.refuses:
            raise self.refuses
        self.files.append(pdf.read_bytes())
        assert self.files[-1].startswith(b"%PDF")
        self.sendings.append(sending)
        return self.came_out[-1]

    def state(self, spool_id: str) -> SpoolAnswer:
        """As told, unless it was given back."""
        if spool_id in self.withdrawn:
            return SpoolAnswer(SpoolState.CANCELLED, pages=self.answer.pages)
        return self.answer

    def status(self) -> PrinterStatus:
        """As told."""
        return self.how

    def cancel(self, spool_id: str) -> None:
        """Give it back, if it does."""
        if self.lets_go:
            self.withdrawn.append(spool_id)


class Clock:
    """A clock that is set by hand."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock(now: datetime) -> Clock:
    """A clock that stands until a test moves it."""
    return Clock(now)


@pytest.fixture
def turn(dispatcher: Dispatcher, tmp_path: Path) -> Callable[..., None]:
    """One turn of the machine at these printers; a module brings its own `dispatcher`."""

    def run(*printers: QueuePrinter) -> None:
        by_name = {printer.name: printer for printer in printers}
        for job in dispatcher.jobs():
            printer = by_name.get(job.printer)
            if printer is not None and job.state is JobState.WAITING:
                dispatcher.send(job, printer, tmp_path)
            elif printer is not None and job.state is JobState.SPOOLED:
                dispatcher.watch(job, printer)

    return run


@pytest.fixture
def job_now(database: Any, event: Event) -> Callable[[PrintJob], PrintJob]:
    """A job as it is stored now."""

    def read(job: PrintJob) -> PrintJob:
        return next(each for each in database.read(badge_queue.jobs, event.id) if each.id == job.id)

    return read
