"""What a kiosk knows: its screen, and the person in front of it for as long as they are there."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from mixer_app.domain.desk_calls import DeskReason

DONE_SECONDS: Final = 12.0
DESK_SECONDS: Final = 60.0
BADGE_SECONDS: Final = 12.0
"""For so long a badge is waited for; then the desk is quicker, whatever the printer does."""

WARN_SECONDS: Final = 15.0
"""How long before it wipes itself the kiosk asks whether someone is still there."""

MOST_WRONG_FACTS: Final = 3


class KioskScreen(StrEnum):
    """What the kiosk shows."""

    CLOSED = "closed"
    WELCOME = "welcome"
    SEARCH = "search"
    SECOND_FACT = "second fact"
    CONFIRM = "confirm"
    PRINTING = "printing"  # checked in, the badge is on its way
    DONE = "done"
    WRONG = "something is wrong"
    ANSWERS = "answers"  # whom one has met, and whether to stay in touch
    NOTE = "note"  # on one of them
    SEE_DESK = "see the desk"
    PIN = "PIN"
    LEFT = "left"


class Proof(StrEnum):
    """By what the kiosk knows that the person is who they say."""

    CODE = "code"
    FACT = "second fact"


class Hint(StrEnum):
    """What the scan card of the welcome screen says for a few seconds."""

    NONE = ""
    UNKNOWN_CODE = "unknown code"
    SCANNER = "where the scanner is"


class BadgeState(StrEnum):
    """How far the badge of the person has come."""

    NONE = "none"
    COMING = "coming"
    OUT = "out"
    FAILED = "failed"


HINT_SECONDS: Final = {Hint.NONE: 0.0, Hint.UNKNOWN_CODE: 8.0, Hint.SCANNER: 6.0}


_ASKS: Final = (
    KioskScreen.SEARCH,
    KioskScreen.SECOND_FACT,
    KioskScreen.CONFIRM,
    KioskScreen.PRINTING,
    KioskScreen.WRONG,
    KioskScreen.ANSWERS,
    KioskScreen.NOTE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskRules:
    """What an event asks of its kiosks."""

    language: str = "en"
    idle_seconds: float = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskState:
    """All that a kiosk knows of the person in front of it; `visit` numbers whom answers are for."""

    screen: KioskScreen = KioskScreen.WELCOME
    rules: KioskRules = field(default_factory=KioskRules)
    open: bool = True
    language: str = "en"
    larger: bool = False
    visit: int = 0
    idle: float = 0.0  # seconds since the last act
    hint: Hint = Hint.NONE
    pin_wait: float = 0.0  # seconds until the next PIN is looked at
    # personal from here on
    attendee_id: int | None = None
    proof: Proof | None = None
    text: str = ""  # of the search
    fact: str = ""  # as typed
    code: str = ""  # as scanned, while it is looked up
    failures: int = 0  # wrong second facts
    busy: bool = False  # the machine owes an answer
    checked_in: bool = False
    already: bool = False  # was in before
    answering: bool = False  # about those whom one has met
    partner_id: int | None = None  # whom the note is on
    badge: BadgeState = BadgeState.NONE
    waited: float = 0.0  # seconds, for the badge
    why: DeskReason | None = None

    @property
    def shows_code(self) -> bool:
        """Whether the badge code may be shown: to nobody who has not proven to be its owner."""
        return self.proof is not None and self.attendee_id is not None

    @property
    def limit(self) -> float:
        """Seconds without an act after which this screen goes away."""
        if self.screen is KioskScreen.DONE:
            return DONE_SECONDS
        if self.screen in (KioskScreen.SEE_DESK, KioskScreen.PIN):
            return DESK_SECONDS
        return self.rules.idle_seconds

    @property
    def seconds_left(self) -> float:
        """Seconds until this screen goes away by itself."""
        return max(0.0, self.limit - self.idle)

    @property
    def warns(self) -> bool:
        """Whether to ask if someone is still there; nobody is asked where nothing can be lost."""
        return self.screen in _ASKS and self.seconds_left <= WARN_SECONDS


def new_kiosk(rules: KioskRules, *, doors_open: bool = True) -> KioskState:
    """A kiosk that nobody has touched."""
    screen = KioskScreen.WELCOME if doors_open else KioskScreen.CLOSED
    return KioskState(screen=screen, rules=rules, open=doors_open, language=rules.language)


def is_wiped(state: KioskState) -> bool:
    """Whether nothing personal is left in `state`."""
    clean = KioskState()
    return all(getattr(state, name) == getattr(clean, name) for name in PERSONAL)


PERSONAL: Final = (
    "attendee_id",
    "proof",
    "text",
    "fact",
    "code",
    "failures",
    "busy",
    "checked_in",
    "already",
    "answering",
    "partner_id",
    "badge",
    "waited",
    "why",
)
"""Fields of `KioskState` that tell of a person."""
