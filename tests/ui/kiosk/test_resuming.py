"""After a power cut every kiosk of the laptop is a kiosk again, and is watched over like any other."""

from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from PySide6.QtCore import QRect, QSettings
from PySide6.QtWidgets import QMessageBox, QWidget

from mixer_app.domain.events import Event
from mixer_app.services import kiosk_keeper
from mixer_app.services.kiosk_marker import KioskMarker, find_markers, write_marker
from mixer_app.services.staff_pin import set_pin
from mixer_app.ui.kiosk.resuming import resume_kiosks
from mixer_app.ui.screens import keep_geometry
from mixer_app.ui.station import take_station

LEFT, RIGHT = QRect(0, 0, 400, 600), QRect(400, 0, 400, 600)  # both on the one that the tests have


class Processes:
    """Kiosks whose processes end as told, one time after the other."""

    def __init__(self, **ends: list[int]) -> None:
        self.ends, self.asked = ends, list[list[str]]()

    def __call__(self, program: str, words: list[str], environment: Mapping[str, str]) -> int:
        self.asked.append(words)
        return self.ends[_station(words)].pop(0)


def _station(words: list[str]) -> str:
    return words[words.index("--station") + 1].replace(" ", "_")


@pytest.fixture
def marked(database: Any, event: Event, now: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder with the marks of two kiosks."""
    database.write(set_pin, "2468", old=None, station="Test", now=now)
    monkeypatch.setattr(kiosk_keeper, "_PAUSE_S", 0.0)
    folder = tmp_path / "marks"
    folder.mkdir()
    for number in (1, 2):
        kiosk = KioskMarker(database=str(database.path), event_id=event.id, station=f"Kiosk {number}", screen=number)
        write_marker(kiosk, folder)
    return folder


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What boxes tell staff."""
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "critical", lambda _parent, _title, sentence: told.append(sentence))
    return told


def test_all_are_kiosks_again_at_the_same_time(marked: Path, tmp_path: Path) -> None:
    together = Barrier(2, timeout=20)

    def shown(_program: str, _words: list[str], _environment: Mapping[str, str]) -> int:
        together.wait()
        return 0

    assert resume_kiosks(tmp_path / "stations", markers=marked, run=shown)


def test_one_that_crashes_is_opened_again_where_it_was(marked: Path, tmp_path: Path, event: Event) -> None:
    processes = Processes(Kiosk_1=[-9, -11, 0], Kiosk_2=[0])
    assert resume_kiosks(tmp_path / "stations", markers=marked, run=processes)
    asked = [words for words in processes.asked if _station(words) == "Kiosk_1"]
    assert len(asked) == 3
    assert asked[0][-6:] == ["--event", str(event.id), "--station", "Kiosk 1", "--screen", "1"]


@pytest.fixture
def started() -> list[list[str]]:
    """What was asked of processes that go on by themselves."""
    return []


@pytest.fixture
def start(started: list[list[str]]) -> Callable[[str, list[str], Mapping[str, str]], bool]:
    def note(_program: str, words: list[str], _environment: Mapping[str, str]) -> bool:
        started.append(words)
        return True

    return note


def test_the_desk_waits_only_for_the_kiosk_on_its_own_screen(
    marked: Path, tmp_path: Path, event: Event, put_screens: Callable[..., Any], started: list[list[str]], start: Any
) -> None:
    put_screens(LEFT, RIGHT)
    processes = Processes(Kiosk_1=[0])
    assert resume_kiosks(tmp_path / "stations", markers=marked, run=processes, start=start)
    assert [_station(words) for words in processes.asked] == ["Kiosk_1"]
    (words,) = started
    assert words[-6:] == ["--event", str(event.id), "--station", "Kiosk 2", "--screen", "2"]
    assert "--no-restart" not in words, "its process watches over it: the desk may be closed"
    assert len(find_markers(marked)) == 2


def test_the_desks_own_screen_is_where_its_window_was(
    marked: Path, tmp_path: Path, put_screens: Callable[..., Any], started: list[list[str]], start: Any
) -> None:
    put_screens(LEFT, RIGHT)
    desk = QWidget()
    desk.setGeometry(450, 50, 300, 300)
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    keep_geometry(desk, settings)
    desk.deleteLater()
    processes = Processes(Kiosk_2=[0])
    assert resume_kiosks(tmp_path / "stations", settings, markers=marked, run=processes, start=start)
    assert [_station(words) for words in started] == ["Kiosk_1"]


def test_a_screen_that_shows_the_same_as_the_desks_is_no_other_screen(
    marked: Path, tmp_path: Path, put_screens: Callable[..., Any], started: list[list[str]], start: Any
) -> None:
    put_screens(LEFT, LEFT)
    assert resume_kiosks(tmp_path / "stations", markers=marked, run=Processes(Kiosk_1=[0], Kiosk_2=[0]), start=start)
    assert not started


def test_one_beside_the_desk_that_cannot_be_opened_is_told_of_and_the_desk_opens(
    marked: Path,
    tmp_path: Path,
    put_screens: Callable[..., Any],
    started: list[list[str]],
    start: Any,
    said: list[str],
    database: Any,
) -> None:
    put_screens(LEFT, RIGHT)
    gone = KioskMarker(database=str(database.path), event_id=99, station="Kiosk 3", screen=2)
    write_marker(gone, marked)
    run = Processes(Kiosk_1=[0])
    assert resume_kiosks(tmp_path / "stations", markers=marked, run=run, start=start)
    assert [_station(words) for words in started] == ["Kiosk_2"]
    assert resume_kiosks(tmp_path / "stations", markers=marked, run=Processes(Kiosk_1=[0]), start=lambda *_: False)
    assert len(said) == 2
    assert "There is no event" in said[0]
    assert said[1] == "“Kiosk 2” was a kiosk, and could not be started again. Open it anew."
    assert [marker.station for marker in find_markers(marked)] == ["Kiosk 1"]


def test_nobody_stands_before_an_open_desk_when_one_ended_without_its_pin(marked: Path, tmp_path: Path) -> None:
    assert not resume_kiosks(tmp_path / "stations", markers=marked, run=Processes(Kiosk_1=[1], Kiosk_2=[0]))
    assert len(find_markers(marked)) == 2, "only staff take the mark away"


def test_one_that_crashes_at_once_each_time_is_told_of_and_the_desk_opens(
    marked: Path, tmp_path: Path, said: list[str]
) -> None:
    assert resume_kiosks(tmp_path / "stations", markers=marked, run=Processes(Kiosk_1=[-6] * 5, Kiosk_2=[0]))
    assert [sentence for sentence in said if "as soon as it opens" in sentence]
    assert [marker.station for marker in find_markers(marked)] == ["Kiosk 2"]


def test_one_whose_event_is_gone_is_told_of_and_is_no_kiosk_any_more(
    marked: Path, tmp_path: Path, said: list[str], database: Any
) -> None:
    write_marker(KioskMarker(database=str(database.path), event_id=99, station="Kiosk 3"), marked)
    assert resume_kiosks(tmp_path / "stations", markers=marked, run=Processes(Kiosk_1=[0], Kiosk_2=[0]))
    assert len(said) == 1
    assert "There is no event" in said[0]
    assert "Kiosk 3" not in [marker.station for marker in find_markers(marked)]


def test_one_that_is_open_stays_as_it_is(marked: Path, tmp_path: Path) -> None:
    own = take_station(tmp_path / "stations", wanted="Kiosk 1")
    processes = Processes(Kiosk_2=[0])
    assert resume_kiosks(tmp_path / "stations", markers=marked, run=processes)
    assert len(processes.asked) == 1
    own.release()
