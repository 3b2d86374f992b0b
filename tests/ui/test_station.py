"""Two windows on one laptop have two names."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from mixer_app.domain.errors import MixerError
from mixer_app.ui.station import take_station

HOLD = """
import sys
from pathlib import Path
from mixer_app.ui.station import take_station
station = take_station(Path(sys.argv[1]))
print(station.name, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    """The settings of this laptop."""
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


def test_the_second_window_is_the_second_desk(tmp_path: Path) -> None:
    first = take_station(tmp_path)
    second = take_station(tmp_path)
    assert (first.name, second.name) == ("Desk 1", "Desk 2")
    first.release()
    assert take_station(tmp_path).name == "Desk 1"


def test_kiosks_are_counted_on_their_own(tmp_path: Path) -> None:
    desk = take_station(tmp_path)
    kiosk = take_station(tmp_path, kind="Kiosk")
    assert (desk.name, kiosk.name) == ("Desk 1", "Kiosk 1")


def test_a_chosen_name_is_remembered(tmp_path: Path, settings: QSettings) -> None:
    take_station(tmp_path, wanted="Desk at the stairs", settings=settings).release()
    first = take_station(tmp_path, settings=settings)
    second = take_station(tmp_path, settings=settings)
    assert (first.name, second.name) == ("Desk at the stairs", "Desk 1")


def test_a_chosen_name_that_another_window_has_is_refused(tmp_path: Path) -> None:
    held = take_station(tmp_path, wanted="Foyer")
    with pytest.raises(MixerError, match="Another window on this computer is “foyer” already"):
        take_station(tmp_path, wanted=" foyer ")
    held.release()


@pytest.mark.parametrize("wanted", ["", "   ", "x" * 41, "Desk\x07"])
def test_a_name_that_nobody_could_read_is_refused(tmp_path: Path, wanted: str) -> None:
    with pytest.raises(MixerError, match="A station has a name"):
        take_station(tmp_path, wanted=wanted)


def test_the_name_of_a_process_that_was_killed_is_free_again(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == "Desk 1"
        mine = take_station(tmp_path)
        assert mine.name == "Desk 2"
        other.kill()
        other.wait()
    assert take_station(tmp_path).name == "Desk 1"
    mine.release()
