"""Whatever a command or a window leaves on the disk is for its owner alone, whatever the user's shell says."""

import logging
import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TextIO

import pytest

from mixer_app.__main__ import main
from mixer_app.diagnostics import CRASHES_NAME, LOG_NAME, set_up_logging

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")


@pytest.fixture(autouse=True)
def _a_shell_that_lets_everybody_read() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture
def mixer(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., None]:
    """Run the program, which must not fail: `mixer("plan")`."""

    def run(*arguments: Any) -> None:
        monkeypatch.setattr("sys.argv", ["mixer-app", *map(str, arguments)])
        status = main()
        assert status == 0, (arguments, capsys.readouterr().err)

    return run


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that everybody may look into, and in it the user's own."""
    made = tmp_path / "place"
    made.mkdir(mode=0o755)
    for name in ("DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(made / name.lower()))
    return made


def _open_to_others(place: Path) -> list[str]:
    return sorted(str(one.relative_to(place)) for one in place.rglob("*") if one.stat().st_mode & 0o077)


def test_every_command_that_writes_writes_for_its_owner_alone(
    place: Path, registrations: Path, mixer: Callable[..., None]
) -> None:
    database = place / "evening.db"
    run = partial(mixer, "--database", database)
    run("new", "Mixer", "--date", "2026-05-14", "--rounds", 2, "--minutes", 10, "--seats", 1)
    run("import", registrations)
    run("check-in", "ada@house1.example", "bo@house2.example", "eli@clinic1.example", "fay@clinic2.example")
    run("plan")
    for name in ("people.csv", "people.xlsx"):
        run("export", "people", "--out", place / "tables" / name)
    run("export", "plan", "--out", place / "plan.csv")
    run("export", "calendar", "--out", place / "dates.ics")
    run("export", "follow-up-folder", "--out", place / "Follow-up")
    run("print", "badges", "--out", place / "badges.pdf")
    run("backup", place / "copies" / "copy.db")
    run("restore", place / "copies" / "copy.db")
    with database.open("r+b") as file:
        file.write(b"\xaa" * 4096)
    run("restore", place / "copies" / "copy.db")
    run("move", place / "moved.db")
    written = [one for one in place.rglob("*") if one.is_file()]
    assert len(written) > 20
    assert any(".damaged" in one.name for one in written)
    assert _open_to_others(place) == []


def test_a_rehearsal_too(place: Path, registrations: Path, mixer: Callable[..., None]) -> None:
    mixer("rehearse", registrations, "--out", place / "out")
    assert len(list((place / "out").iterdir())) > 5
    assert _open_to_others(place) == []


def test_the_logs_too_and_those_of_an_earlier_version(
    place: Path, monkeypatch: pytest.MonkeyPatch, mixer: Callable[..., None]
) -> None:
    (place / f"{LOG_NAME}.1").write_text("earlier")
    (place / CRASHES_NAME).write_text("earlier")
    streams: list[TextIO] = []
    monkeypatch.setattr("faulthandler.enable", streams.append)
    root = logging.getLogger()
    before = list(root.handlers), root.level
    mixer("--version")
    set_up_logging(place)
    (added,) = [one for one in root.handlers if one not in before[0]]
    added.handle(logging.LogRecord("mixer", logging.ERROR, "x.py", 1, "Work failed", None, None))
    root.removeHandler(added)
    root.setLevel(before[1])
    added.close()
    streams[0].close()
    assert "Work failed" in (place / LOG_NAME).read_text()
    assert _open_to_others(place) == []
