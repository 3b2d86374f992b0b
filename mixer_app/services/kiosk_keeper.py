"""Opens a kiosk again when its process crashes, so that nobody stands in front of an open desktop."""

import time
from collections.abc import Callable
from typing import Final

from mixer_app.domain.errors import MixerError

_ENDED: Final = (0, 1, 2)
"""Left by PIN, refused or failed with a sentence, wrong usage: there is no use in trying again."""

_PAUSE_S: Final = 1.0
_SHORT_S: Final = 20.0
_MOST_SHORT: Final = 5


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
