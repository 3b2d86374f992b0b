"""The evenings on which methods are compared: generated ones, and files that others wrote."""

import csv
import os
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Final

import numpy as np

from mixer_app.matching import PlanProblem

SIZES: Final = {60: (45, 15, 6, 2), 250: (200, 50, 6, 3), 1200: (1000, 200, 8, 4), 6000: (5000, 1000, 8, 5)}
GRADES: Final = ("AA", "AO", "EO", "HEO", "SEO", "Grade 7", "Grade 6", "SCS1", "SCS2", "SCS3", "SCS4")
DATA_VARIABLE: Final = "MIXER_SHARED_DATA"
"""Names the folder of the files that others wrote, where it is not beside this repository."""


def data_folder() -> Path:
    """Where the files that others wrote are looked for."""
    return Path(os.environ.get(DATA_VARIABLE) or Path(__file__).parents[3] / "shared" / "data")


def an_evening(people: int, seed: int = 1) -> PlanProblem:
    """Everybody there all evening; a few mentors fit almost everybody, and one pair in ten must not meet."""
    mentees, mentors, rounds, seats = SIZES[people]
    dice = np.random.default_rng(seed)
    scores = np.clip(0.6 * dice.beta(1.5, 3, mentors) + 0.5 * dice.random((mentees, mentors)), 0, 1)
    return PlanProblem(
        scores=np.round(scores, 4),
        allowed=dice.random((mentees, mentors)) < 0.9,
        rounds=rounds,
        seats=np.full((mentors, rounds), seats),
        present=np.ones((mentees, rounds), bool),
    )


def with_windows(problem: PlanProblem, seed: int = 1) -> PlanProblem:
    """A tenth of the mentees late, a tenth leaving early, half of the mentors resting in one round."""
    dice = np.random.default_rng(seed)
    (mentees, mentors), rounds = problem.allowed.shape, problem.rounds
    present, seats = problem.present.copy(), problem.seats.copy()
    who = dice.permutation(mentees)
    for late, early in zip(who[: mentees // 10], who[mentees // 10 : mentees // 5], strict=False):
        present[late, : dice.integers(1, rounds // 2)] = False
        present[early, rounds - dice.integers(1, rounds // 2) :] = False
    resting = dice.permutation(mentors)[: mentors // 2]
    seats[resting, dice.integers(0, rounds, len(resting))] = 0
    return replace(problem, present=present, seats=seats)


def a_service_evening() -> PlanProblem:
    """The 500 mentors and 500 mentees of the shared civil service files: nobody of the same organisation."""
    sides = [
        list(csv.DictReader((data_folder() / f"civil-service-{side}s.csv").open())) for side in ("mentee", "mentor")
    ]
    own = [np.array([row["organisation"] for row in rows]) for rows in sides]
    field = [np.array([row["profession"] for row in rows]) for rows in sides]
    grade = [np.array([GRADES.index(row["grade"]) for row in rows]) for rows in sides]
    ahead = grade[1][None, :] - grade[0][:, None]  # (mentees, mentors)
    scores = 0.6 * np.clip(ahead / 4, 0, 1) + 0.4 * (field[0][:, None] == field[1][None, :])
    everyone = len(sides[0]), len(sides[1])
    return PlanProblem(
        scores=scores,
        allowed=(own[0][:, None] != own[1][None, :]) & (ahead > 0),
        rounds=6,
        seats=np.ones((everyone[1], 6), np.int64),
        present=np.ones((everyone[0], 6), bool),
    )


def a_university_evening() -> PlanProblem:
    """The answers of the shared web form of a peer-mentoring programme, imported and scored as the application does."""
    from mixer_app.domain.events import EventPlanning
    from mixer_app.domain.imports import ImportFile
    from mixer_app.services.database import open_database
    from mixer_app.services.events import create_event
    from mixer_app.services.imports import import_files
    from mixer_app.services.plan_inputs import read_plan_inputs
    from mixer_app.services.plan_problem import set_problem

    now = datetime(2026, 5, 14, 12, tzinfo=UTC)
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(str(Path(folder) / "evening.db"))
        try:
            planning = EventPlanning(name="Peer mentoring", starts_at=datetime(2026, 5, 14, 19), rounds=6, seats=2)
            event = database.write(create_event, planning, station="Benchmark", now=now)
            form = ImportFile(path=data_folder() / "vt-peer-mentoring.xlsx")
            import_files(database, event.id, [form], station="Benchmark", now=now, dice=Random(1))
            inputs = database.read(read_plan_inputs, event.id, everyone=True, now=now)
        finally:
            database.close()
    return set_problem(inputs, seed=0, afresh=True).problem


def late_early_resting() -> PlanProblem:
    """1,200 people with windows."""
    return with_windows(an_evening(1200))


EVENINGS: Final[dict[str, tuple[int, tuple[str, ...], Callable[[], PlanProblem]]]] = {
    "60 people × 6": (60, (), lambda: an_evening(60)),
    "250 people × 6": (250, (), lambda: an_evening(250)),
    "1,200 people × 8": (1200, (), lambda: an_evening(1200)),
    "1,200 × 8, late, early, resting": (1200, (), late_early_resting),
    "6,000 people × 8": (6000, (), lambda: an_evening(6000)),
    "civil service 500 + 500 × 6": (
        0,
        ("civil-service-mentors.csv", "civil-service-mentees.csv"),
        a_service_evening,
    ),
    "university form 19 + 14 × 6": (0, ("vt-peer-mentoring.xlsx",), a_university_evening),
}
"""Name, size of a generated one, files of the others, and how to make it."""
