"""The kiosk as a state machine: what is on the screen, and what follows from what happens.

`step(state, happened)` gives the next state; it reads no clock, no database and no printer. The
window sends acts of the person, answers of the machine, and `IdleTick`s; it shows the state.

    screen        happening                         becomes
    ------------  --------------------------------  ------------------------------------------------
    CLOSED        DoorsMoved(open)                  WELCOME
    WELCOME       TypeChosen, TextTyped             SEARCH
                  ScanChosen                        WELCOME, says where the scanner is (6 s)
                  BackChosen                        WELCOME, says it no more
                  DoorsMoved(closed)                CLOSED
    SEARCH        HitChosen                         SECOND_FACT
                  ScanChosen                        WELCOME, says where the scanner is
                  BackChosen                        WELCOME
    SECOND_FACT   FactSent                          SECOND_FACT, busy
                  FactGiven(right)                  CONFIRM; of someone who is in already ANSWERS, or DONE;
                                                    of someone who had cancelled SEE_DESK
                  FactGiven(wrong)                  SECOND_FACT; the third time SEE_DESK
                  BackChosen                        SEARCH, with what was typed there
    CONFIRM       Confirmed                         CONFIRM, busy
                  CheckedIn                         PRINTING with a badge on its way, else DONE
                  NotMe, BackChosen                 WELCOME
    PRINTING      BadgePrinted                      DONE
                  BadgeFailed, 12 s without a badge SEE_DESK
    PRINTING,     WrongWanted                       WRONG
    DONE          DoneChosen                        home
    ANSWERS       NoteWanted                        NOTE
                  DoneChosen                        home
                  NotMe                             WELCOME
    NOTE          BackChosen                        ANSWERS
    WRONG         WrongChosen                       SEE_DESK
                  BackChosen                        PRINTING or DONE
                  BadgeFailed, 12 s without a badge SEE_DESK
                  DoneChosen                        home
    SEE_DESK      DoneChosen                        home
    PIN           PinGiven(right)                   LEFT
                  PinGiven(wrong), PinLocked        PIN, for a while without a field
                  BackChosen                        home
    WELCOME to    Failed                            SEE_DESK
    CONFIRM,
    ANSWERS, NOTE
    any but       CodeScanned                       WELCOME, wiped and busy; CONFIRM, ANSWERS stay until it is found
    CLOSED, PIN,  CodeFound                         CONFIRM; of someone who is in already ANSWERS, or DONE;
    LEFT                                            of someone who had cancelled SEE_DESK
                  CodeUnknown                       WELCOME, says that nobody has this code (8 s)
    any but LEFT  PinWanted                         PIN, wiped
                  IdleTick beyond the limit         home, in the event's language
                  LanguageChosen, LargerText        the same screen
    LEFT          nothing                           LEFT

Someone who is in already comes to ANSWERS once there is somebody whom they have met.
Home is WELCOME, or CLOSED while the doors are closed; going there wipes everything personal. Limits
are the event's `idle_seconds`, 12 s on DONE, 60 s on SEE_DESK and PIN; no touch makes the wait for a
badge longer. What is not in the table
changes nothing, and neither does an answer of an earlier visit. While the check-in is being
written, nothing takes CONFIRM away but time and staff.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from mixer_app.domain import kiosk_happenings as happen
from mixer_app.domain.desk_calls import DeskReason
from mixer_app.domain.kiosk_happenings import Happening
from mixer_app.domain.kiosk_state import (
    BADGE_SECONDS,
    HINT_SECONDS,
    MOST_WRONG_FACTS,
    BadgeState,
    Hint,
    KioskRules,
    KioskScreen,
    KioskState,
    Proof,
    is_wiped,
    new_kiosk,
)

__all__ = [
    "BadgeState",
    "DeskReason",
    "Happening",
    "Hint",
    "KioskRules",
    "KioskScreen",
    "KioskState",
    "Proof",
    "is_wiped",
    "new_kiosk",
    "step",
]

CLOSED, WELCOME, SEARCH = KioskScreen.CLOSED, KioskScreen.WELCOME, KioskScreen.SEARCH
SECOND_FACT, CONFIRM = KioskScreen.SECOND_FACT, KioskScreen.CONFIRM
PRINTING, DONE, WRONG = KioskScreen.PRINTING, KioskScreen.DONE, KioskScreen.WRONG
ANSWERS, NOTE = KioskScreen.ANSWERS, KioskScreen.NOTE
SEE_DESK, PIN, LEFT = KioskScreen.SEE_DESK, KioskScreen.PIN, KioskScreen.LEFT

_Screens = frozenset[KioskScreen]
_EVERY: Final[_Screens] = frozenset(KioskScreen) - {LEFT}
_SCANS: Final[_Screens] = _EVERY - {CLOSED, PIN}
_OWN: Final[_Screens] = frozenset({CONFIRM, ANSWERS, NOTE})
"""What somebody is in the middle of: it stays until another's code is found."""


def step(state: KioskState, happened: Happening) -> KioskState:
    """The state after `happened`; the same object if it changes nothing."""
    screens, follow = _TABLE[type(happened)]
    if state.screen not in screens or getattr(happened, "visit", state.visit) != state.visit:
        return state
    after = follow(state, happened)
    if type(happened) in _MACHINE or after.idle == 0.0:
        return after
    return replace(after, idle=0.0)


def _home(state: KioskState, *, language: str | None = None, hint: Hint = Hint.NONE) -> KioskState:
    """The first screen, wiped; for the next person in the event's language unless `language` is kept."""
    return KioskState(
        screen=WELCOME if state.open else CLOSED,
        rules=state.rules,
        open=state.open,
        language=language or state.rules.language,
        larger=state.larger and language is not None,
        visit=state.visit + 1,
        hint=hint,
    )


def _back_to_welcome(state: KioskState, hint: Hint = Hint.NONE) -> KioskState:
    """The first screen for the same person: what they typed is wiped, their language stays."""
    return _home(state, language=state.language, hint=hint)


def _writing(state: KioskState) -> bool:
    """Whether the check-in is being written: what follows is this person's."""
    return state.screen is CONFIRM and state.busy


def _touched(state: KioskState, happened: happen.Touched) -> KioskState:
    return state


def _type(state: KioskState, happened: happen.TypeChosen) -> KioskState:
    return replace(state, screen=SEARCH, hint=Hint.NONE, busy=False, code="", visit=state.visit + 1)


def _scan_wanted(state: KioskState, happened: happen.ScanChosen) -> KioskState:
    return _back_to_welcome(state, Hint.SCANNER)


def _typed(state: KioskState, happened: happen.TextTyped) -> KioskState:
    if state.screen is SECOND_FACT:
        return state if state.busy else replace(state, fact=happened.text)
    if state.screen is WELCOME:
        state = _type(state, happen.TypeChosen())
    return replace(state, text=happened.text)


def _scanned(state: KioskState, happened: happen.CodeScanned) -> KioskState:
    if _writing(state):
        return state
    if state.screen in _OWN:
        return replace(state, code=happened.code)
    home = _back_to_welcome(state)
    return replace(home, busy=True, code=happened.code) if home.open else home


def _code_found(state: KioskState, happened: happen.CodeFound) -> KioskState:
    if not state.code or _writing(state):
        return state
    if state.screen in _OWN and happened.attendee_id == state.attendee_id:
        return replace(state, code="")  # the same code once more: keep what was chosen
    return _recognised(_back_to_welcome(state), happened.attendee_id, Proof.CODE, happened)


def _code_unknown(state: KioskState, happened: happen.CodeUnknown) -> KioskState:
    if not state.code or _writing(state):
        return state
    if state.screen in _OWN:
        return replace(state, code="")
    return _back_to_welcome(state, Hint.UNKNOWN_CODE)


def _recognised(
    state: KioskState, attendee_id: int, proof: Proof, found: happen.CodeFound | happen.FactGiven
) -> KioskState:
    already = found.already
    answering = already and found.has_met
    known = replace(
        state,
        screen=ANSWERS if answering else DONE if already else CONFIRM,
        answering=answering,
        attendee_id=attendee_id,
        proof=proof,
        busy=False,
        checked_in=already,
        already=already,
        fact="",
        text="",
        code="",
        failures=0,
        hint=Hint.NONE,
    )
    return _to_desk(known, DeskReason.HAD_CANCELLED) if found.cancelled else known


def _hit(state: KioskState, happened: happen.HitChosen) -> KioskState:
    return replace(
        state, screen=SECOND_FACT, attendee_id=happened.attendee_id, fact="", busy=False, visit=state.visit + 1
    )


def _fact_sent(state: KioskState, happened: happen.FactSent) -> KioskState:
    return state if state.busy or not state.fact.strip() else replace(state, busy=True)


def _fact_given(state: KioskState, happened: happen.FactGiven) -> KioskState:
    if not state.busy or state.attendee_id is None:
        return state
    if happened.ok:
        return _recognised(state, state.attendee_id, Proof.FACT, happened)
    failures = state.failures + 1
    wrong = replace(state, failures=failures, fact="", busy=False)
    return wrong if failures < MOST_WRONG_FACTS else _to_desk(wrong, DeskReason.WRONG_FACTS)


def _back(state: KioskState, happened: happen.BackChosen) -> KioskState:
    if _writing(state):
        return state
    if state.screen is SECOND_FACT:
        return replace(state, screen=SEARCH, attendee_id=None, fact="", busy=False, visit=state.visit + 1)
    if state.screen is NOTE:
        return replace(state, screen=ANSWERS, partner_id=None)
    if state.screen is WRONG:
        return replace(state, screen=PRINTING if state.badge is BadgeState.COMING else DONE)
    return _home(state) if state.screen is PIN else _back_to_welcome(state)


def _not_me(state: KioskState, happened: happen.NotMe) -> KioskState:
    return state if state.busy else _back_to_welcome(state)


def _confirmed(state: KioskState, happened: happen.Confirmed) -> KioskState:
    return state if state.busy else replace(state, busy=True)


def _checked_in(state: KioskState, happened: happen.CheckedIn) -> KioskState:
    if not state.busy:
        return state
    return replace(
        state,
        screen=PRINTING if happened.badge else DONE,
        busy=False,
        checked_in=True,
        already=happened.already,
        badge=BadgeState.COMING if happened.badge else BadgeState.NONE,
        idle=0.0,
    )


def _failed(state: KioskState, happened: happen.Failed) -> KioskState:
    return _to_desk(state, happened.why)


def _to_desk(state: KioskState, why: DeskReason) -> KioskState:
    return replace(state, screen=SEE_DESK, why=why, text="", fact="", code="", partner_id=None, busy=False, idle=0.0)


def _printed(state: KioskState, happened: happen.BadgePrinted) -> KioskState:
    if state.badge is not BadgeState.COMING:
        return state
    out = replace(state, badge=BadgeState.OUT)
    return replace(out, screen=DONE, idle=0.0) if state.screen is PRINTING else out


def _not_printed(state: KioskState, happened: happen.BadgeFailed) -> KioskState:
    if state.badge is not BadgeState.COMING:
        return state
    return _to_desk(replace(state, badge=BadgeState.FAILED), DeskReason.BADGE_FAILED)


def _tick(state: KioskState, happened: happen.IdleTick) -> KioskState:
    seconds = max(0.0, happened.seconds)
    if state.badge is BadgeState.COMING:
        state = replace(state, waited=state.waited + seconds)
        if state.waited >= BADGE_SECONDS:
            return _to_desk(replace(state, badge=BadgeState.FAILED), DeskReason.BADGE_FAILED)
    idle = state.idle + seconds
    if idle >= state.limit:
        return _home(state)
    hint = state.hint if idle < HINT_SECONDS[state.hint] else Hint.NONE
    return replace(state, idle=idle, hint=hint, pin_wait=max(0.0, state.pin_wait - seconds))


def _done(state: KioskState, happened: happen.DoneChosen) -> KioskState:
    return _home(state)


def _wrong_wanted(state: KioskState, happened: happen.WrongWanted) -> KioskState:
    return replace(state, screen=WRONG)


def _wrong(state: KioskState, happened: happen.WrongChosen) -> KioskState:
    return _to_desk(state, happened.what)


def _note_wanted(state: KioskState, happened: happen.NoteWanted) -> KioskState:
    return replace(state, screen=NOTE, partner_id=happened.partner_id)


def _pin_wanted(state: KioskState, happened: happen.PinWanted) -> KioskState:
    return replace(_home(state), screen=PIN)


def _pin(state: KioskState, happened: happen.PinGiven) -> KioskState:
    if happened.ok:
        return replace(_home(state), screen=LEFT)
    return replace(state, pin_wait=happened.wait_seconds)


def _pin_locked(state: KioskState, happened: happen.PinLocked) -> KioskState:
    return replace(state, pin_wait=happened.wait_seconds) if happened.wait_seconds else state


def _language(state: KioskState, happened: happen.LanguageChosen) -> KioskState:
    return replace(state, language=happened.code)


def _larger(state: KioskState, happened: happen.LargerText) -> KioskState:
    return replace(state, larger=not state.larger)


def _doors(state: KioskState, happened: happen.DoorsMoved) -> KioskState:
    moved = replace(state, open=happened.open)
    if state.screen not in (WELCOME, CLOSED) or state.open is happened.open or state.busy:
        return moved
    return _home(moved, language=state.language)


_Follow = Callable[[KioskState, Any], KioskState]

_TABLE: Final[dict[type, tuple[_Screens, _Follow]]] = {
    happen.Touched: (_EVERY, _touched),
    happen.TypeChosen: (frozenset({WELCOME}), _type),
    happen.ScanChosen: (frozenset({WELCOME, SEARCH}), _scan_wanted),
    happen.TextTyped: (frozenset({WELCOME, SEARCH, SECOND_FACT}), _typed),
    happen.CodeScanned: (_SCANS, _scanned),
    happen.CodeFound: (_SCANS, _code_found),
    happen.CodeUnknown: (_SCANS, _code_unknown),
    happen.HitChosen: (frozenset({SEARCH}), _hit),
    happen.FactSent: (frozenset({SECOND_FACT}), _fact_sent),
    happen.FactGiven: (frozenset({SECOND_FACT}), _fact_given),
    happen.BackChosen: (frozenset({WELCOME, SEARCH, SECOND_FACT, CONFIRM, NOTE, WRONG, PIN}), _back),
    happen.NotMe: (frozenset({CONFIRM, ANSWERS}), _not_me),
    happen.Confirmed: (frozenset({CONFIRM}), _confirmed),
    happen.CheckedIn: (frozenset({CONFIRM}), _checked_in),
    happen.Failed: (frozenset({WELCOME, SEARCH, SECOND_FACT, *_OWN}), _failed),
    happen.BadgePrinted: (frozenset({PRINTING, WRONG}), _printed),
    happen.BadgeFailed: (frozenset({PRINTING, WRONG}), _not_printed),
    happen.IdleTick: (_EVERY, _tick),
    happen.StayChosen: (_EVERY, _touched),
    happen.DoneChosen: (frozenset({PRINTING, DONE, ANSWERS, WRONG, SEE_DESK}), _done),
    happen.WrongWanted: (frozenset({PRINTING, DONE}), _wrong_wanted),
    happen.WrongChosen: (frozenset({WRONG}), _wrong),
    happen.NoteWanted: (frozenset({ANSWERS}), _note_wanted),
    happen.PinWanted: (_EVERY, _pin_wanted),
    happen.PinGiven: (frozenset({PIN}), _pin),
    happen.PinLocked: (frozenset({PIN}), _pin_locked),
    happen.LanguageChosen: (_EVERY, _language),
    happen.LargerText: (_EVERY, _larger),
    happen.DoorsMoved: (_EVERY, _doors),
}

_MACHINE: Final = frozenset(
    {
        happen.CodeFound,
        happen.CodeUnknown,
        happen.FactGiven,
        happen.CheckedIn,
        happen.Failed,
        happen.BadgePrinted,
        happen.BadgeFailed,
        happen.PinGiven,
        happen.PinLocked,
        happen.IdleTick,
        happen.DoorsMoved,
    }
)
"""What is no act of the person, and so does not count as being there."""
