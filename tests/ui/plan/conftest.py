"""A small plan, with and without a database behind it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Evidence, Introduction, Plan, QualityFigures, Without
from mixer_app.ui.background import Background
from mixer_app.ui.plan import PlanPage
from mixer_app.ui.plan.board import PlanBoard

START = datetime(2026, 3, 5, 18, 30)
NOON = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)

EVIDENCE = (
    Evidence("needs", 0.4, 1.0, "Went through relocation"),
    Evidence("topics", 0.3, 0.0, ""),
    Evidence("experience", 0.2, 0.8, "Went through a private matter", sensitive=True),
    Evidence("wishes", 0.1, None, ""),
)


@pytest.fixture
def people(an_attendee: Callable[..., Attendee]) -> dict[str, Attendee]:
    """Two mentors and four mentees, by given name."""
    named = [
        an_attendee("Dr. Yusuf Çelik", role="mentor", field="Emergency medicine"),
        an_attendee("Ngozi Adeyemi-Okonkwo", role="mentor", title="Chief medical officer", rests=(2,)),
        an_attendee("Adaeze Nnamdi", title="Senior registrar", employer="Lagoon Hospital"),
        an_attendee("Bo Li"),
        an_attendee("Siti Aminah"),
        an_attendee("Zoë van der Berg"),
    ]
    return {person.name.full.removeprefix("Dr. ").split()[0]: person for person in named}


@pytest.fixture
def a_plan(people: dict[str, Attendee]) -> Callable[..., Plan]:
    """Make a plan of two rounds: `a_plan([(1, 1, "Yusuf", "Bo", 0.7), …])` (round, table, mentor, mentee, score)."""

    def build(meetings: list[tuple[int, int, str, str, float]], **said: Any) -> Plan:
        introductions = tuple(
            Introduction(
                round=number,
                table=table,
                mentor_id=people[mentor].id,
                mentee_id=people[mentee].id,
                score=score,
                evidence=EVIDENCE,
            )
            for number, table, mentor, mentee, score in meetings
        )
        values: dict[str, Any] = {
            "id": 1,
            "event_id": 1,
            "version": 3,
            "made_at": NOON,
            "rounds": 2,
            "mentee_ids": tuple(people[name].id for name in ("Adaeze", "Bo", "Siti", "Zoë")),
            "mentor_ids": tuple(people[name].id for name in ("Yusuf", "Ngozi")),
            "introductions": introductions,
            "quality": QualityFigures(
                meetings=len(introductions),
                fewest=0,
                kept=0,
                strong_mentees=2,
                discovery_mentees=0,
                total_score=1.0,
                optimal=True,
                bound_meetings=len(introductions),
                bound_score=1.0,
            ),
            "without": (Without(people["Zoë"].id, "All seats with the mentors whom they could meet are taken."),),
        }
        return Plan(**(values | said))

    return build


MEETINGS = [
    (1, 7, "Yusuf", "Adaeze", 0.84),
    (1, 7, "Yusuf", "Bo", 0.5),
    (1, 2, "Ngozi", "Siti", 0.1),
    (2, 7, "Yusuf", "Siti", 0.65),
]


@pytest.fixture
def board(people: dict[str, Attendee], a_plan: Callable[..., Plan]) -> PlanBoard:
    """The small plan with its people: table 7 (Yusuf) and table 2 (Ngozi, who rests in round 2)."""
    event = Event(
        id=1, created_at=NOON, name="Physician mixer", starts_at=START, rounds=2, minutes=12, break_minutes=3, seats=2
    )
    everyone = {person.id: person for person in people.values()}
    return PlanBoard(event=event, plan=a_plan(MEETINGS), people=everyone)


@pytest.fixture
def background(qtbot: Any) -> Iterator[Background]:
    """Work off the GUI thread; a mistake of ours there is a failure of the test."""
    background = Background()
    mistakes: list[object] = []
    background.broke.connect(mistakes.append)
    yield background
    assert background.close()
    assert not mistakes


class Evening:
    """The Plan page on an event in a real database, and what it said."""

    def __init__(self, qtbot: Any, database: Any, background: Background, event: Event) -> None:
        self.now = NOON
        self.database, self.background, self.event = database, background, event
        self.said: list[str] = []
        self.page = PlanPage(database=database, background=background, station="Control", clock=lambda: self.now)
        qtbot.addWidget(self.page)
        self._qtbot = qtbot
        self.page.said.connect(lambda sentence, undo: self.said.append(sentence))
        self.page.resize(1352, 900)
        self.page.show()

    def open(self) -> None:
        """Show the event and wait until it is there."""
        self.page.show_event(self.event)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing runs any more."""
        self._qtbot.waitUntil(lambda: not self.background.busy, timeout=20_000)

    def check_in(self, *people: Attendee) -> None:
        """These people come."""
        from mixer_app.services.check_in import check_in

        for person in people:
            self.database.write(check_in, self.event.id, person.code, station="Desk 1", now=self.now)


@pytest.fixture
def evening(qtbot: Any, database: Any, background: Background, event: Event) -> Evening:
    """The Plan page on an event without people."""
    return Evening(qtbot, database, background, event)


@pytest.fixture
def room(evening: Evening, add: Callable[..., Attendee]) -> list[Attendee]:
    """Three mentors and six mentees, all of them here."""
    mentors = [
        add(name, role="mentor", employer=f"Clinic {name}", needs_offered=("Relocation",), experience_years=20.0)
        for name in ("Yusuf Çelik", "Ngozi Adeyemi", "Samuel Osei")
    ]
    mentees = [
        add(name, employer=f"Hospital {name}", needs_wanted=("Relocation",), experience_years=4.0)
        for name in ("Adaeze Nnamdi", "Bo Li", "Siti Aminah", "Zoë Berg", "Emre Yıldız", "Ana Sousa")
    ]
    evening.check_in(*mentors, *mentees)
    return [*mentors, *mentees]


@pytest.fixture
def planned(evening: Evening, room: list[Attendee]) -> Evening:
    """The page with a plan for everyone in `room`."""
    from mixer_app.services.planning import plan_event

    plan_event(evening.database, evening.event.id, station="Control", clock=lambda: NOON - timedelta(minutes=5))
    evening.open()
    return evening


@pytest.fixture
def changed_board(board: PlanBoard) -> Callable[..., PlanBoard]:
    """The board with other values in its plan."""

    def build(**said: Any) -> PlanBoard:
        return replace(board, plan=replace(board.plan, **said))

    return build
