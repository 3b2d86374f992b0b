"""Chimes through the player that the system has: Qt's own is not in what we ship."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QProcess

from mixer_app.domain.chimes import Chime
from mixer_app.paths import resource

NO_PLAYER: Final = (
    "This computer has nothing to play the chimes with. Install one of pw-play, paplay and aplay, or ring a bell."
)
_ON_LINUX: Final = ("pw-play", "paplay", "aplay")
_QUIETLY: Final = {"aplay": ["-q"]}


def player_command(
    path: Path, *, platform: str = sys.platform, which: Callable[[str], str | None] = shutil.which
) -> list[str] | None:
    """The program and arguments that play a file; None: the system has none (Windows needs none)."""
    names = ("afplay",) if platform == "darwin" else _ON_LINUX
    for name in names:
        if (program := which(name)) is not None:
            return [program, *_QUIETLY.get(name, []), str(path)]
    return None


def sound_file(chime: Chime) -> Path:
    """The recording of a chime."""
    return resource("sounds", f"{chime.value}.wav")


class Sounder(QObject):
    """Plays chimes in processes of their own, so that no window waits; `problem` says why it cannot, if so."""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        command: Callable[[Path], list[str] | None] = player_command,
        platform: str = sys.platform,
    ) -> None:
        super().__init__(parent)
        self._command, self._on_windows = command, platform == "win32"
        self._playing: list[QProcess] = []

    @property
    def problem(self) -> str:
        """Why nothing can be heard here, in a sentence; empty: it can."""
        return "" if self._on_windows or self._command(sound_file(Chime.START)) is not None else NO_PLAYER

    def play(self, chime: Chime) -> None:
        """Sound now, without waiting for the end."""
        path = sound_file(chime)
        if self._on_windows:
            _play_on_windows(path)
            return
        command = self._command(path)
        if command is None:
            return
        process = QProcess(self)
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.finished.connect(self._forget_ended)
        process.errorOccurred.connect(self._forget_ended)
        self._playing.append(process)
        process.start(command[0], command[1:])

    @property
    def playing(self) -> bool:
        """Whether a chime sounds."""
        return bool(self._playing)

    def stop(self) -> None:
        """Be silent at once."""
        for process in self._playing:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(1000)
            process.deleteLater()
        self._playing.clear()
        if self._on_windows:
            _play_on_windows(None)

    def _forget_ended(self) -> None:
        for process in [one for one in self._playing if one.state() is QProcess.ProcessState.NotRunning]:
            self._playing.remove(process)
            process.deleteLater()


def _play_on_windows(path: Path | None) -> None:
    """Windows plays a file by itself, in the background; None ends it."""
    if sys.platform == "win32":
        import winsound

        flags = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
        winsound.PlaySound(str(path) if path is not None else None, flags if path is not None else winsound.SND_PURGE)
