"""A workbook is made in the folder for temporary files; where that is full, it is told which folder."""

import gc
import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.exchange.writing import Sheet, write_sheets

pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")

ROWS = [(f"Guest {number}", "x" * 80) for number in range(4000)]


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on a disk of its own, which is full."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    (folder / "part").symlink_to("/dev/full")
    usage = shutil.disk_usage
    full = SimpleNamespace(free=4096)
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(folder))
    monkeypatch.setattr("openpyxl.worksheet._writer.create_temporary_file", lambda: str(folder / "part"))
    monkeypatch.setattr("shutil.disk_usage", lambda path: full if Path(path) == folder else usage(path))
    return folder


@pytest.mark.parametrize("rows", [ROWS[:1], ROWS])
def test_the_full_folder_is_named_and_nothing_is_left_or_told_beside(
    scratch: Path, tmp_path: Path, rows: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "people.xlsx"
    sheet = Sheet(name="People", titles=("Name", "Note"), rows=rows)
    with pytest.raises(MixerError) as refusal:
        write_sheets(out, [sheet, sheet])
    assert f"The disk of the folder {scratch}" in str(refusal.value)
    assert "Make room there" in str(refusal.value)
    del refusal
    gc.collect()
    assert sorted(tmp_path.iterdir()) == [scratch]
    assert list(scratch.iterdir()) == []
    assert capsys.readouterr().err == ""
