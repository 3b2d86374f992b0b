"""What the Follow-up page says."""

from mixer_app.domain.answers import AnswerSource, EnteredSheet, SheetLine, SheetProgress

_SOURCES = {AnswerSource.KIOSK: "at the kiosk", AnswerSource.PAPER: "on paper", AnswerSource.FILE: "in a file"}
_SAID = {"yes": "yes", "no": "no", "did not meet": "not met"}


def counted(number: int, one: str, many: str = "") -> str:
    """`1 sheet`, `3 sheets`."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def place_words(line: SheetLine) -> tuple[str, str]:
    """The two lines at the beginning of a row."""
    return (f"Round {line.round}", f"Table {line.table}") if line.round else ("Besides", "the rounds")


def state_words(line: SheetLine) -> tuple[str, str, str]:
    """Words, icon and colour role of where a line stands; the other's answer shows only after one's own."""
    if line.differs and line.given is not None:
        other = next(one for one in line.set_aside if one.answer is not line.given.answer)
        told = f"{_SAID[other.answer].capitalize()} {_SOURCES[other.source]}. This counts; C lets the other count"
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
