"""What the Follow-up page says."""

from typing import Final

from mixer_app.domain.answers import AnswerSource, EnteredSheet, SheetLine, SheetProgress
from mixer_app.domain.matches import MatchDecision, Standing
from mixer_app.domain.referrals import Proposal, Referral, ReferralState
from mixer_app.services.matches import MutualMatch

_SOURCES = {AnswerSource.KIOSK: "Kiosk", AnswerSource.PAPER: "Paper", AnswerSource.FILE: "File"}
_SAID = {"yes": "yes", "no": "no", "did not meet": "not met"}


def counted(number: int, one: str, many: str = "") -> str:
    """`1 sheet`, `3 sheets`."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def capitalised(words: str) -> str:
    """The same with a capital at its beginning."""
    return f"{words[:1].upper()}{words[1:]}"


def place_words(line: SheetLine) -> tuple[str, str]:
    """The two lines at the beginning of a row."""
    return (f"Round {line.round}", f"Table {line.table}") if line.round else ("Besides", "the rounds")


def state_words(line: SheetLine) -> tuple[str, str, str]:
    """Words, icon and colour role of where a line stands; the other's answer shows only after one's own."""
    if line.differs and line.given is not None:
        other = next(one for one in line.set_aside if one.answer is not line.given.answer)
        told = f"{_SOURCES[other.source]}: {_SAID[other.answer]}"
        return told, "warning", "warn"
    if line.given is not None and line.mutual is not None:
        return ("Mutual match", "handshake", "good") if line.mutual else ("Not mutual", "", "text_muted")
    return ("Sheet is in" if line.partner_in else "Sheet not in yet"), "", "text_muted"


def progress_words(progress: SheetProgress) -> str:
    """`47 of 76`, and how many of them are partly entered."""
    partly = f", {progress.partly} partly" if progress.partly else ""
    return f"{progress.entered} of {progress.sheets}{partly}"


def entered_words(sheet: EnteredSheet) -> str:
    """`3 yes, 1 no, 1 referral`."""
    parts = [(sheet.yes, "yes"), (sheet.no, "no"), (sheet.not_met, "not met")]
    said = [f"{count} {word}" for count, word in parts if count]
    if sheet.referrals:
        said.append(counted(sheet.referrals, "referral"))
    return ", ".join(said) or "nothing yet"


DECIDED: Final[dict[MatchDecision | None, str]] = {
    MatchDecision.FIRST: "Put {mentee} first on the list of {mentor}",
    MatchDecision.BEYOND: "{mentor} takes {mentee} beyond the limit",
    MatchDecision.ENDED: "{mentor} and {mentee} do not go on",
    None: "Took back what was decided about {mentor} and {mentee}",
}
STATED: Final[dict[ReferralState, str]] = {
    ReferralState.PROPOSED: "Proposed {mentor} for {mentee} again",
    ReferralState.ASKED: "{mentor} was asked to talk with {mentee}",
    ReferralState.AGREED: "{mentor} agreed to talk with {mentee}",
    ReferralState.DECLINED: "{mentor} will not talk with {mentee}",
    ReferralState.WITHDRAWN: "Withdrew the referral of {mentee}",
}
_OF_STANDING: Final = {Standing.GOES_ON: "Goes on", Standing.WAITS: "Waits for a place", Standing.ENDED: "Ended"}
_OF_DECISION: Final = {MatchDecision.FIRST: "put first", MatchDecision.BEYOND: "beyond the limit"}


def round_words(number: int) -> str:
    """`Round 3`, or where else two have met."""
    return f"Round {number}" if number else "Besides the rounds"


def standing_words(match: MutualMatch) -> str:
    """`Goes on`, `Goes on, beyond the limit`, `Waits for a place`."""
    decided = _OF_DECISION.get(match.decision) if match.decision else None
    return ", ".join(part for part in (_OF_STANDING[match.standing], decided) if part)


def often_words(match: MutualMatch) -> str:
    """How often the two like to be in contact, told to a third."""
    mentor = match.mentor.name.given or match.mentor.name.full
    return f"{mentor} {match.often[4:]}" if match.often.startswith("you ") else match.often


def places_words(match: MutualMatch) -> str:
    """How many mentees the mentor goes on with; empty: any number."""
    return "" if match.places is None else f"{match.mentor.name.shown} has {counted(match.places, 'place')}."


def proposal_words(one: Proposal) -> str:
    """A line of a menu: who, why, and how many places are left."""
    left = "" if one.places_left is None else f"{counted(one.places_left, 'place')} left"
    return " · ".join(part for part in (one.name.shown, one.words, left) if part).replace("&", "&&")


def wanted_words(referral: Referral) -> str:
    """What the other should know, or that somebody was named."""
    return referral.wanted or "somebody by name"
