"""What can happen at a kiosk: acts of the person in front of it, answers of the machine, and time.

An answer carries the `visit` of the state in which it was asked for; the state machine drops an
answer that comes after the person has gone.
"""

from dataclasses import dataclass
from typing import TypeAlias

from mixer_app.domain.desk_calls import DeskReason


@dataclass(frozen=True, slots=True)
class Touched:
    """The screen or a key was touched, whatever for."""


@dataclass(frozen=True, slots=True)
class TypeChosen:
    """The person wants to type a name."""


@dataclass(frozen=True, slots=True)
class ScanChosen:
    """The person wants to scan and may not see where."""


@dataclass(frozen=True, slots=True)
class TextTyped:
    """The search field, or the field of the second fact, now holds `text`."""

    text: str


@dataclass(frozen=True, slots=True)
class CodeScanned:
    """A scanner or the camera read a code; the machine looks it up."""

    code: str


@dataclass(frozen=True, slots=True)
class CodeFound:
    """Answer to a scan: whose code it is, and what is known of them.

    `already`: they are in; `has_met`: there is somebody to tell of; `cancelled`: their registration was.
    """

    attendee_id: int
    visit: int
    already: bool = False
    has_met: bool = False
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class CodeUnknown:
    """Answer to a scan: nobody's code."""

    visit: int


@dataclass(frozen=True, slots=True)
class HitChosen:
    """The person touched one of the masked hits."""

    attendee_id: int


@dataclass(frozen=True, slots=True)
class FactSent:
    """The person is done with typing the second fact; the machine compares."""


@dataclass(frozen=True, slots=True)
class FactGiven:
    """Answer to a second fact: whether it was right, and then the same as of a code."""

    ok: bool
    visit: int
    already: bool = False
    has_met: bool = False
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class BackChosen:
    """One step back."""


@dataclass(frozen=True, slots=True)
class NotMe:
    """The person shown is somebody else."""


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The person confirmed; the machine checks in."""


@dataclass(frozen=True, slots=True)
class CheckedIn:
    """Answer to a confirmation: `badge` says that one is on its way, `already` that another was quicker."""

    visit: int
    badge: bool = False
    already: bool = False


@dataclass(frozen=True, slots=True)
class Failed:
    """The machine could not do what was asked."""

    why: DeskReason
    visit: int


@dataclass(frozen=True, slots=True)
class BadgePrinted:
    """The badge is out."""

    visit: int


@dataclass(frozen=True, slots=True)
class BadgeFailed:
    """The badge will not come."""

    visit: int


@dataclass(frozen=True, slots=True)
class IdleTick:
    """`seconds` went by since the last tick, by a clock that nobody can set."""

    seconds: float


@dataclass(frozen=True, slots=True)
class StayChosen:
    """The person is still there."""


@dataclass(frozen=True, slots=True)
class DoneChosen:
    """The person has finished."""


@dataclass(frozen=True, slots=True)
class WrongWanted:
    """Something is wrong; the choices are shown."""


@dataclass(frozen=True, slots=True)
class WrongChosen:
    """This is wrong: WRONG_NAME, WRONG_ROLE or NO_BADGE."""

    what: DeskReason


@dataclass(frozen=True, slots=True)
class NoteWanted:
    """The person wants to note something on one of those whom they have met."""

    partner_id: int


@dataclass(frozen=True, slots=True)
class PinWanted:
    """Staff want to leave the kiosk."""


@dataclass(frozen=True, slots=True)
class PinGiven:
    """Answer to a PIN; after too many wrong ones, how long to wait."""

    ok: bool
    visit: int
    wait_seconds: int = 0


@dataclass(frozen=True, slots=True)
class PinLocked:
    """No PIN is looked at for so long: wrong ones were typed before, perhaps before a restart."""

    visit: int
    wait_seconds: int


@dataclass(frozen=True, slots=True)
class LanguageChosen:
    """Everything is to be said in this language."""

    code: str


@dataclass(frozen=True, slots=True)
class LargerText:
    """Larger text on, or off again."""


@dataclass(frozen=True, slots=True)
class DoorsMoved:
    """The doors are open now, or closed."""

    open: bool


Happening: TypeAlias = (
    Touched
    | TypeChosen
    | ScanChosen
    | TextTyped
    | CodeScanned
    | CodeFound
    | CodeUnknown
    | HitChosen
    | FactSent
    | FactGiven
    | BackChosen
    | NotMe
    | Confirmed
    | CheckedIn
    | Failed
    | BadgePrinted
    | BadgeFailed
    | IdleTick
    | StayChosen
    | DoneChosen
    | WrongWanted
    | WrongChosen
    | NoteWanted
    | PinWanted
    | PinGiven
    | PinLocked
    | LanguageChosen
    | LargerText
    | DoorsMoved
)
