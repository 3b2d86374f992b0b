"""The command line as other programs see it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mixer_app.cli import main
from mixer_app.domain.errors import Cancelled

PYTHON = [sys.executable, "-m", "mixer_app"]


def test_ctrl_c_ends_with_a_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(*_: object, **__: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("mixer_app.services.rehearsal.rehearse", interrupted)
    assert main(["rehearse", "--out", "out"]) == 1
    assert capsys.readouterr().err == "Stopped. Nothing more was done.\n"


def test_a_cancelled_command_ends_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def cancelled(*_: object, **__: object) -> int:
        raise Cancelled

    monkeypatch.setattr("mixer_app.services.rehearsal.rehearse", cancelled)
    assert main(["rehearse", "--out", "out"]) == 1
    assert capsys.readouterr().err.startswith("Stopped.")


def test_it_runs_as_a_module_and_says_who_is_wrong_on_standard_error(tmp_path: Path) -> None:
    database = tmp_path / "evening.db"
    made = subprocess.run(
        [*PYTHON, "--database", str(database), "new", "Mixer", "--date", "2031-05-14", "--json"],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert json.loads(made.stdout)["name"] == "Mixer"
    assert made.stderr == ""
    refused = subprocess.run(
        [*PYTHON, "plan", "--database", str(database), "--json"], capture_output=True, check=False, encoding="utf-8"
    )
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr.startswith("Nobody is registered for Mixer yet.")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
def test_a_reader_that_has_heard_enough_is_no_failure() -> None:
    with subprocess.Popen([*PYTHON, "--help"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as command:
        assert command.stdout is not None
        assert command.stderr is not None
        command.stdout.close()
        errors = command.stderr.read()
    assert errors == b""


def test_help_is_quick_and_loads_nothing_heavy() -> None:
    """Quick is told by the work of the processor: other programs slow down the clock on the wall, not that."""
    heavy = ("PySide6", "numpy", "ortools", "reportlab", "openpyxl", "sqlalchemy", "rich")
    script = (
        "import sys; from mixer_app.cli import main; main(['--help']); "
        f"print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, encoding="utf-8")
    assert done.stderr.strip() == "[]"

    def seconds(*arguments: str) -> float:
        before = os.times()
        subprocess.run([sys.executable, *arguments], capture_output=True, check=True, env=os.environ.copy())
        after = os.times()
        return after.children_user + after.children_system - before.children_user - before.children_system

    bare = min(seconds("-c", "pass") for _ in range(3))
    assert min(seconds("-m", "mixer_app", "--help") for _ in range(5)) - bare < 0.3  # 0.06 s on a quiet machine


@pytest.mark.parametrize(
    "words",
    [
        ["restore", "{long}"],
        ["backup", "{long}"],
        ["move", "{long}"],
        ["print", "badges", "--out", "{long}.pdf"],
        ["print", "badges", "--out", "{long}/badges.pdf"],
        ["--database", "{long}", "check"],
    ],
    ids=" ".join,
)
def test_a_name_too_long_for_any_file_is_refused_in_words(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "people.csv").write_text("Name,Role\nAnn Smith,mentor\n", "utf-8")
    assert main(["--database", "evening.db", "new", "Mixer", "--date", "2031-05-14"]) == 0
    assert main(["--database", "evening.db", "import", "people.csv"]) == 0
    there = sorted(tmp_path.iterdir())
    capsys.readouterr()
    assert main(["--database", "evening.db", *(word.format(long="x" * 300) for word in words)]) == 1
    told = capsys.readouterr().err
    assert "cannot be" in told
    assert told.endswith(".\n")
    assert sorted(tmp_path.iterdir()) == there
