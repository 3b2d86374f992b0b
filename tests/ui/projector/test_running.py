"""A projector as a process has it: its window, its sound, and how the main window opens one."""

import sys
import wave
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from mixer_app.domain.chimes import Chime
from mixer_app.domain.events import Event
from mixer_app.services.database_place import place_at
from mixer_app.ui.projector.opening import projector_command, screen_names, start_projector
from mixer_app.ui.projector.place import ProjectorPlace
from mixer_app.ui.projector.running import RunningProjector
from mixer_app.ui.projector.sound import NO_PLAYER, Sounder, player_command, sound_file

PLACE = ProjectorPlace(station="Projector 1", screen=1)


class Heard(Sounder):
    """Writes down what it would play."""

    def __init__(self) -> None:
        super().__init__(command=lambda path: ["play", str(path)])
        self.chimes: list[Chime] = []

    def play(self, chime: Chime) -> None:
        self.chimes.append(chime)


@pytest.fixture
def projectors(database: Any, event: Event, tmp_path: Path, qtbot: QtBot, now: Any, appearance: Any) -> Iterator[Any]:
    opened: list[RunningProjector] = []

    def start(sounder: Sounder | None = None) -> RunningProjector:
        made = RunningProjector(
            database, event.id, PLACE, clock=lambda: now, sounder=sounder or Heard(), folder=tmp_path
        )
        opened.append(made)
        made.open_window(full=False)
        return made

    yield start
    for one in opened:
        one.close()
        one.deleteLater()


def test_of_two_projectors_on_one_computer_one_chimes_and_the_other_when_that_is_closed(projectors: Any) -> None:
    first, second = projectors(), projectors()
    for one in (first, second):
        one.window.chimed.emit(Chime.START)
    assert (first.sounder.chimes, second.sounder.chimes) == ([Chime.START], [])
    first.close()
    second.window.chimed.emit(Chime.END)
    assert second.sounder.chimes == [Chime.END]


def test_it_ends_when_its_window_is_closed(projectors: Any, qtbot: QtBot) -> None:
    one = projectors()
    with qtbot.waitSignal(one.ended):
        one.window.close()


def test_where_nothing_can_be_heard_it_says_so(projectors: Any) -> None:
    silent = projectors(Sounder(command=lambda path: None, platform="linux"))
    assert silent.problem == NO_PLAYER
    assert NO_PLAYER in silent.window.windowTitle()
    silent.sounder.play(Chime.START)
    assert not silent.sounder.playing


def test_a_chime_does_not_wait_and_is_silenced_on_close(projectors: Any, qtbot: QtBot) -> None:
    forever = [sys.executable, "-c", "import time; time.sleep(600)"]
    one = projectors(Sounder(command=lambda path: forever, platform="linux"))
    one.window.chimed.emit(Chime.START)
    assert one.sounder.playing
    one.close()
    assert not one.sounder.playing


def test_a_chime_that_has_ended_is_forgotten(qtbot: QtBot) -> None:
    sounder = Sounder(command=lambda path: [sys.executable, "-c", ""], platform="linux")
    sounder.play(Chime.END)
    qtbot.waitUntil(lambda: not sounder.playing, timeout=10_000)
    sounder.deleteLater()


def test_a_player_that_cannot_be_started_is_no_failure(qtbot: QtBot) -> None:
    sounder = Sounder(command=lambda path: ["/none/player"], platform="linux")
    sounder.play(Chime.END)
    qtbot.waitUntil(lambda: not sounder.playing, timeout=10_000)
    sounder.deleteLater()


@pytest.mark.parametrize(
    ("platform", "there", "command"),
    [
        ("linux", ["aplay"], ["/bin/aplay", "-q", "end.wav"]),
        ("linux", ["aplay", "paplay", "pw-play"], ["/bin/pw-play", "end.wav"]),
        ("linux", [], None),
        ("darwin", ["afplay", "aplay"], ["/bin/afplay", "end.wav"]),
    ],
)
def test_the_systems_own_player_is_used(platform: str, there: list[str], command: list[str] | None) -> None:
    found = player_command(
        Path("end.wav"), platform=platform, which=lambda name: f"/bin/{name}" if name in there else None
    )
    assert found == command


@pytest.mark.parametrize("chime", list(Chime))
def test_every_chime_is_a_short_sound_that_can_be_heard(chime: Chime) -> None:
    with wave.open(str(sound_file(chime))) as file:
        seconds = file.getnframes() / file.getframerate()
        frames = file.readframes(file.getnframes())
    loudest = max(abs(int.from_bytes(frames[at : at + 2], "little", signed=True)) for at in range(0, len(frames), 2))
    assert 1 < seconds < 3
    assert 20_000 < loudest < 32_000
    assert abs(int.from_bytes(frames[-2:], "little", signed=True)) < 50


def test_a_projector_is_started_with_its_database_event_screen_and_part() -> None:
    started: list[tuple[str, list[str], Mapping[str, str]]] = []

    def start(program: str, arguments: list[str], environment: Mapping[str, str]) -> bool:
        started.append((program, arguments, environment))
        return True

    place = place_at("evening.db")
    assert start_projector(place, 4, 2, part=1, parts=3, start=start)
    program, arguments, environment = started[0]
    assert (program, arguments) == projector_command(place, 4, 2, part=1, parts=3)
    assert not environment
    tail = ["projector", "--database", "evening.db", "--event", "4", "--screen", "2", "--part", "1/3"]
    assert arguments[-len(tail) :] == tail
    assert "--part" not in projector_command(place, 4, 2)[1]


def test_screens_are_named_by_number(qapp: Any) -> None:
    assert screen_names()[0].startswith("1: ")
    assert len(screen_names()) == len(qapp.screens())
