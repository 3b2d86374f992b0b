"""Another process of ours is told of secrets where no other user sees them."""

import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from mixer_app.ui.own_process import own_command, start_detached

CHILD = """
import os, pathlib, sys
pathlib.Path(sys.argv[1]).write_text(os.environ["MIXER_DATABASE"] + " " + sys.argv[-1])
"""


def test_its_environment_has_what_its_command_line_has_not(qtbot: QtBot, tmp_path: Path) -> None:
    out = tmp_path / "told"
    assert start_detached(sys.executable, ["-c", CHILD, str(out), "kiosk"], {"MIXER_DATABASE": "postgresql://a:b@c/d"})
    qtbot.waitUntil(lambda: out.exists() and out.read_text() != "", timeout=30_000)
    assert out.read_text() == "postgresql://a:b@c/d kiosk"


def test_what_is_not_there_is_not_started() -> None:
    assert not start_detached("/nowhere/at-all", [], {})


def test_a_command_of_ours_is_run_by_this_python() -> None:
    assert own_command("kiosk", "--screen", "2") == (sys.executable, ["-m", "mixer_app", "kiosk", "--screen", "2"])
