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


@pytest.fixture(scope="session")
def registrations(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of three mentors, three mentees and one cancelled registration."""
    file = tmp_path_factory.mktemp("registrations") / "registrations.csv"
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


@pytest.fixture(scope="session")
def filled_database_file(
    empty_database_file: Path, registrations: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A database with one event and its people, made by the commands themselves; to be copied."""
    path = tmp_path_factory.mktemp("filled") / "filled.db"
    path.write_bytes(empty_database_file.read_bytes())
    before = ["--database", str(path)]
    assert main([*before, "new", "Spring mixer", "--date", "2031-05-14", "--rounds", "3", "--minutes", "10"]) == 0
    assert main([*before, "import", str(registrations)]) == 0
    return path


@pytest.fixture
def evening(mixer: Callable[..., Answer], location: Path, filled_database_file: Path) -> Callable[..., Answer]:
    """The command line with an event and its people in the database."""
    location.write_bytes(filled_database_file.read_bytes())
    return mixer
