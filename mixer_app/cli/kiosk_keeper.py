"""Opens a kiosk again when its process crashes, so that nobody stands in front of an open desktop."""

import os
import signal
import subprocess
import sys
import time
from argparse import Namespace
from collections.abc import Callable
from types import FrameType
from typing import Final

from mixer_app.domain.errors import MixerError
from mixer_app.services.database_place import DatabasePlace, place_at

_ENDED: Final = (0, 1, 2)
"""Left by PIN, refused or failed with a sentence, wrong usage: there is no use in trying again."""

_PAUSE_S: Final = 1.0
_SHORT_S: Final = 20.0
_MOST_SHORT: Final = 5


def keep_kiosk(chosen: Namespace) -> int:
    """Run `mixer-app kiosk` as it was asked for until staff have left it; its exit status."""
    running: list[subprocess.Popen[bytes]] = []

    def run() -> int:
        place = place_at(chosen.database, plain_allowed=chosen.allow_plain)
        environment = {**os.environ, **place.environment}
        running[:] = [subprocess.Popen(kiosk_process(chosen, place), env=environment)]  # noqa: S603  # our own program
        return running[0].wait()

    def stop(_signal: int, _frame: FrameType | None) -> None:
        for process in running:
            process.terminate()
        sys.exit(1)

    before = signal.signal(signal.SIGTERM, stop)
    try:
        return keep(run)
    finally:
        signal.signal(signal.SIGTERM, before)


def keep(
    run: Callable[[], int],
    *,
    clock_s: Callable[[], float] = time.monotonic,
    wait_s: Callable[[float], None] = time.sleep,
) -> int:
    """Call `run` again while it crashes; not for ever, when it does so at once."""
    short = 0
    while True:
        began = clock_s()
        status = run()
        if status in _ENDED:
            return status
        short = short + 1 if clock_s() - began < _SHORT_S else 0
        if short == _MOST_SHORT:
            raise MixerError("The kiosk crashes as soon as it opens. Run “mixer-app self-check”, and look at the log.")
        wait_s(_PAUSE_S)


def kiosk_process(chosen: Namespace, place: DatabasePlace) -> list[str]:
    """The command of the process that shows the kiosk; the address of a shared database is in its environment."""
    own = [] if getattr(sys, "frozen", False) else ["-m", "mixer_app"]
    options = {name: getattr(chosen, name) for name in ("event", "station", "screen", "printer", "scanner")}
    given = [word for name, value in options.items() if value is not None for word in (f"--{name}", str(value))]
    return [sys.executable, *own, "kiosk", "--no-restart", *place.options, *given]
