"""What stands among the files and is none, such as /dev/null, outlives every command."""

import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="devices have no place among the files there")
@pytest.mark.parametrize(
    "command", [("print", "sign-in", "--out"), ("export", "people", "--out"), ("backup",), ("move",)], ids=" ".join
)
def test_what_is_no_file_is_never_written_over(
    mixer: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    device = tmp_path / "device.csv"
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(device.name)
    assert mixer("new", "Mixer", "--date", "2026-05-14").status == 0
    (tmp_path / "people.csv").write_text("Name,Role\nAnn Smith,mentor\n", "utf-8")
    assert mixer("import", tmp_path / "people.csv").status == 0
    answer = mixer(*command, device)
    assert answer.status == 1
    assert "no file" in answer.err or "a device" in answer.err
    assert device.is_socket()
