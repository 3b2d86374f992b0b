"""The PINs of organizer and helpers: kept as hashes, tried slowly, never written down anywhere else."""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.staff_roles import StaffRole
from mixer_app.store import Session, journal, settings, wrong_tries
from mixer_app.store.rights import ORGANIZERS_PIN, refusal, sees_everything

if TYPE_CHECKING:
    from argon2 import PasswordHasher

FEWEST_DIGITS: Final = 4
FREE_TRIES: Final = 3
"""So many wrong PINs cost no wait; from then on each costs more."""

FIRST_WAIT: Final = timedelta(seconds=30)
LONGEST_WAIT: Final = timedelta(minutes=15)

HELPERS_FORGET: Final = timedelta(hours=1)
"""A helper's right PIN forgives wrong ones that are older: it must not buy guesses at the organizer's."""

_KEYS: Final = {StaffRole.ORGANIZER: ORGANIZERS_PIN, StaffRole.HELPER: "helper pin"}
_WHOSE: Final = {StaffRole.ORGANIZER: "the organizer’s PIN", StaffRole.HELPER: "the helpers’ PIN"}
_DIGITS: Final = frozenset("0123456789")


@dataclass(frozen=True, slots=True)
class PinAnswer:
    """Whether the PIN opens; if not, after how many seconds the next one is looked at. `role`: whose PIN it is."""

    ok: bool
    wait_seconds: int = 0
    role: StaffRole | None = None


def has_pin(session: Session, role: StaffRole = StaffRole.ORGANIZER) -> bool:
    """Whether there is a PIN for this role; helpers have none without the organizer."""
    return _KEYS[role] in settings.read_settings(session, None)


def can_leave_kiosk(session: Session) -> bool:
    """Whether there is a PIN that this station can look at: a kiosk of a shared server sees the helpers' alone."""
    return any(has_pin(session, role) for role in StaffRole)


def pin_mark(session: Session) -> str:
    """Another text whenever the organizer's PIN is another, from which it cannot be told; empty: there is none.

    Where that of the organizer is not seen, a window stays as helpers may have it: the helpers' stands for it.
    """
    known = settings.read_settings(session, None)
    kept = known.get(_KEYS[StaffRole.ORGANIZER]) or known.get(_KEYS[StaffRole.HELPER])
    return sha256(str(kept).encode()).hexdigest()[:16] if kept is not None else ""


def set_pin(
    session: Session,
    pin: str,
    *,
    old: str | None,
    station: str,
    now: datetime,
    role: StaffRole = StaffRole.ORGANIZER,
) -> None:
    """Set the PIN of a role, at least four digits; where the organizer has one already, `old` must be that one.

    `MixerError` says what is wrong. A wrong `old` is not counted here, because the transaction ends with
    the error; a screen asks `check_pin` first, which counts.
    """
    if len(pin) < FEWEST_DIGITS or not set(pin) <= _DIGITS:
        raise MixerError(f"The PIN needs at least {FEWEST_DIGITS} digits and nothing else. Choose another one.")
    if role is StaffRole.HELPER and not has_pin(session):
        raise MixerError("Set the organizer’s PIN first: without it everything is open to everybody.")
    if has_pin(session):
        _refuse_wrong(session, old, station, now)
    if any(_is_right(session, other, pin) for other in StaffRole if other is not role):
        raise MixerError("The organizer and the helpers cannot have the same PIN. Choose another one.")
    settings.write_settings(session, None, {_KEYS[role]: {"hash": _hasher().hash(pin)}})
    wrong_tries.forget_wrong_pins(session, station)
    _note(session, "PIN set", f"Set {_WHOSE[role]}", station, now)


def remove_pin(
    session: Session, *, old: str, station: str, now: datetime, role: StaffRole = StaffRole.ORGANIZER
) -> None:
    """Take the PIN of a role away, with the organizer's; that of the organizer goes together with the helpers'.

    A wrong `old` is refused as `set_pin` does.
    """
    if not sees_everything(session):
        raise refusal(session)
    if not has_pin(session, role):
        return
    _refuse_wrong(session, old, station, now)
    _take_away(session, role)
    wrong_tries.forget_wrong_pins(session, station)
    _note(session, "PIN removed", f"Removed {_WHOSE[role]}", station, now)


def reset_pins(session: Session, *, station: str, now: datetime) -> bool:
    """Take every PIN away without knowing it, and whatever has to be waited for; whether there was one.

    Only for whoever has the database itself in hand, at the command line; of a server that is control.
    """
    if not sees_everything(session):
        raise refusal(session)
    if not has_pin(session):
        return False
    _take_away(session, StaffRole.ORGANIZER)
    wrong_tries.forget_wrong_pins(session, None)
    _note(session, "PIN removed", "Removed the PINs, which were forgotten", station, now)
    return True


def check_pin(
    session: Session, pin: str, *, station: str, now: datetime, need: StaffRole = StaffRole.HELPER
) -> PinAnswer:
    """Whether this PIN opens what `need` may open; a wrong one is counted, so call it in a transaction that writes.

    After three wrong ones at a station, whichever they were meant to be, the next is not looked at for 30 s, then
    60, 120 and so on up to 15 min, through restarts and clocks set back; what is typed meanwhile, even rightly, does
    not count. The organizer's counts from zero again, the helpers' forgives those of more than an hour ago. The
    helpers' PIN where the organizer's is needed opens nothing and is not counted. `MixerError` if there is no PIN.
    """
    if not can_leave_kiosk(session):
        raise MixerError("There is no staff PIN yet. Set one in Settings.")
    wait = _seconds_to_wait(session, station, now)
    if wait:
        return PinAnswer(ok=False, wait_seconds=wait)
    if _is_right(session, StaffRole.ORGANIZER, pin):
        wrong_tries.forget_wrong_pins(session, station)
        return PinAnswer(ok=True, role=StaffRole.ORGANIZER)
    if _is_right(session, StaffRole.HELPER, pin):
        wrong_tries.forget_wrong_pins(session, station, before=now - HELPERS_FORGET)
        return PinAnswer(ok=need is StaffRole.HELPER, role=StaffRole.HELPER)
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


def _refuse_wrong(session: Session, old: str | None, station: str, now: datetime) -> None:
    if _seconds_to_wait(session, station, now):
        raise MixerError("The old PIN was wrong too often. Wait a while, then try again.")
    if not _is_right(session, StaffRole.ORGANIZER, old or ""):
        raise MixerError("The old PIN is wrong. Type it again.")


def _take_away(session: Session, role: StaffRole) -> None:
    gone = tuple(StaffRole) if role is StaffRole.ORGANIZER else (role,)
    settings.write_settings(session, None, {_KEYS[one]: None for one in gone})


def _note(session: Session, what: str, sentence: str, station: str, now: datetime) -> None:
    journal.record(session, event_id=None, station=station, at=now, what=what, sentence=sentence)


def _is_right(session: Session, role: StaffRole, pin: str) -> bool:
    from argon2.exceptions import InvalidHashError, VerificationError

    kept = settings.read_settings(session, None).get(_KEYS[role])
    if kept is None:
        return False
    try:
        return _hasher().verify(kept.get("hash", ""), pin)
    except (VerificationError, InvalidHashError):
        return False


def _hasher() -> "PasswordHasher":
    """Argon2id as RFC 9106 has it for little memory; loaded when a PIN is asked for, not at every start."""
    from argon2 import PasswordHasher
    from argon2.profiles import RFC_9106_LOW_MEMORY

    return PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)
