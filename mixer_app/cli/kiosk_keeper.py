"""`mixer-app kiosk`: a process that shows the kiosk, and this one, which watches over it."""

import os
import signal
import subprocess
import sys
from argparse import Namespace
from types import FrameType

from mixer_app.services.database_place import DatabasePlace, place_at
from mixer_app.services.kiosk_keeper import keep


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


def kiosk_process(chosen: Namespace, place: DatabasePlace) -> list[str]:
    """The command of the process that shows the kiosk; the address of a shared database is in its environment."""
    own = [] if getattr(sys, "frozen", False) else ["-m", "mixer_app"]
    options = {name: getattr(chosen, name) for name in ("event", "station", "screen", "printer", "scanner")}
    given = [word for name, value in options.items() if value is not None for word in (f"--{name}", str(value))]
    return [sys.executable, *own, "kiosk", "--no-restart", *place.options, *given]
