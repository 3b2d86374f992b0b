"""The command line as somebody uses it, on a database of the test's own."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from mixer_app.cli import main


@dataclass(frozen=True)
class Answer:
    """What a command answered."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Its result for programs."""
        return json.loads(self.out)


@pytest.fixture
def location(empty_database_file: Path, tmp_path: Path) -> Path:
    """The path of an empty database."""
    path = tmp_path / "evening.db"
    path.write_bytes(empty_database_file.read_bytes())
    return path


@pytest.fixture
def mixer(location: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    """Run a command: `mixer("plan", "--json")`."""

    def run(*arguments: object) -> Answer:
        capsys.readouterr()
        status = main(["--database", str(location), *map(str, arguments)])
        said = capsys.readouterr()
        return Answer(status, said.out, said.err)

    return run


@pytest.fixture
def registrations(tmp_path: Path) -> Path:
    """A file of three mentors, three mentees and one cancelled registration."""
    file = tmp_path / "registrations.csv"
    file.write_text(
        "First name,Last name,E-mail,Company,Role,Status\n"
        "Ada,Mentor,ada@house1.example,House 1,Mentor,Attending\n"
        "Bo,Mentor,bo@house2.example,House 2,Mentor,Attending\n"
        "Chi,Mentor,chi@house3.example,House 3,Mentor,Attending\n"
        "Eli,Mentee,eli@clinic1.example,Clinic 1,Mentee,Attending\n"
        "Fay,Mentee,fay@clinic2.example,Clinic 2,Mentee,Attending\n"
        "Gus,Mentee,gus@house1.example,House 1,Mentee,Attending\n"
        "Hal,Mentee,hal@clinic4.example,Clinic 4,Mentee,Cancelled\n",
        encoding="utf-8",
    )
    return file


@pytest.fixture
def evening(mixer: Callable[..., Answer], registrations: Path) -> Callable[..., Answer]:
    """The command line with an event and its people in the database."""
    assert mixer("new", "Spring mixer", "--date", "2031-05-14", "--rounds", "3", "--minutes", "10").status == 0
    assert mixer("import", registrations).status == 0
    return mixer
