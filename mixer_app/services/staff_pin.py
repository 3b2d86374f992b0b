"""The PIN of staff: kept as a hash, tried slowly, never written down anywhere else."""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from mixer_app.domain.errors import MixerError
from mixer_app.store import Session, journal, settings, wrong_tries

if TYPE_CHECKING:
    from argon2 import PasswordHasher

FEWEST_DIGITS: Final = 4
FREE_TRIES: Final = 3
"""So many wrong PINs cost no wait; from then on each costs more."""

FIRST_WAIT: Final = timedelta(seconds=30)
LONGEST_WAIT: Final = timedelta(minutes=15)

_KEY: Final = "staff pin"
_DIGITS: Final = frozenset("0123456789")


@dataclass(frozen=True, slots=True)
class PinAnswer:
    """Whether the PIN is right; if not, after how many seconds the next one is looked at."""

    ok: bool
    wait_seconds: int = 0


def has_pin(session: Session) -> bool:
    """Whether staff have set a PIN."""
    return _KEY in settings.read_settings(session, None)


def set_pin(session: Session, pin: str, *, old: str | None, station: str, now: datetime) -> None:
    """Set the PIN, at least four digits; where there is one already, `old` must be right.

    `MixerError` says what is wrong. A wrong `old` is not counted here, because the transaction ends with
    the error; a screen asks `check_pin` first, which counts.
    """
    if len(pin) < FEWEST_DIGITS or not set(pin) <= _DIGITS:
        raise MixerError(f"The PIN needs at least {FEWEST_DIGITS} digits and nothing else. Choose another one.")
    if has_pin(session):
        if _seconds_to_wait(session, station, now):
            raise MixerError("The old PIN was wrong too often. Wait a while, then try again.")
        if not _is_right(session, old or ""):
            raise MixerError("The old PIN is wrong. Type it again.")
    settings.write_settings(session, None, {_KEY: {"hash": _hasher().hash(pin)}})
    wrong_tries.forget_wrong_pins(session, station)
    journal.record(session, event_id=None, station=station, at=now, what="PIN set", sentence="Set the staff PIN")


def check_pin(session: Session, pin: str, *, station: str, now: datetime) -> PinAnswer:
    """Whether this is the staff PIN; a wrong one is counted, so call it in a transaction that writes.

    After three wrong ones at a station the next is not looked at for 30 s, then 60, 120 and so on up to
    15 min, through restarts and clocks set back; what is typed meanwhile, even rightly, does not count. A
    right one counts from zero again. `MixerError` if there is no PIN.
    """
    if not has_pin(session):
        raise MixerError("There is no staff PIN yet. Set one in Settings.")
    wait = _seconds_to_wait(session, station, now)
    if wait:
        return PinAnswer(ok=False, wait_seconds=wait)
    if _is_right(session, pin):
        wrong_tries.forget_wrong_pins(session, station)
        return PinAnswer(ok=True)
    wrong_tries.add_wrong_try(session, None, station=station, at=now)
    return PinAnswer(ok=False, wait_seconds=_seconds_to_wait(session, station, now))


def pin_wait(session: Session, *, station: str, now: datetime) -> int:
    """After how many seconds a PIN is looked at again at this station; 0: now. In a transaction that writes."""
    return _seconds_to_wait(session, station, now)


def _seconds_to_wait(session: Session, station: str, now: datetime) -> int:
    tries = wrong_tries.wrong_pins(session, station, now=now)
    if len(tries) < FREE_TRIES:
        return 0
    doublings = min(len(tries) - FREE_TRIES, 10)
    wait = min(FIRST_WAIT * 2**doublings, LONGEST_WAIT)
    return max(0, math.ceil((tries[-1] + wait - now).total_seconds()))


def _is_right(session: Session, pin: str) -> bool:
    from argon2.exceptions import InvalidHashError, VerificationError

    kept = settings.read_settings(session, None).get(_KEY) or {}
    try:
        return _hasher().verify(kept.get("hash", ""), pin)
    except (VerificationError, InvalidHashError):
        return False


def _hasher() -> "PasswordHasher":
    """Argon2id as RFC 9106 has it for little memory; loaded when a PIN is asked for, not at every start."""
    from argon2 import PasswordHasher
    from argon2.profiles import RFC_9106_LOW_MEMORY

    return PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)
