"""Every word on round sheets and change slips."""

from typing import Final

from mixer_app.domain.round_paper import NoteKind, SeatNote


class RoundWords:
    """Words on round sheets."""

    TITLE: Final = "Round sheets"
    PROGRESS: Final = "Drawing round sheets"
    BY_PERSON: Final = "Everybody in this round, by name"
    FIGURES: Final = ("Starts", "Ends", "Tables", "Free")
    MARSHAL: Final = "Marshal"
    FREE: Final = "Free this round"
    FREE_HOW: Final = "Mentees to seat first if a chair opens, longest without a meeting on the left"
    FREE_GOES_ON: Final = "Free this round, continued"
    NOBODY: Final = "Nobody has a table in this round."
    NO_TABLE: Final = "free"
    DESTROY: Final = "Collect and destroy after the round."
    _NOTES: Final = {
        NoteKind.LEFT: "has left",
        NoteKind.RESEATED: "reseated",
        NoteKind.NEW_MENTOR: "new mentor",
        NoteKind.RESTS: "rests",
        NoteKind.FREE: "free chair",
    }

    @staticmethod
    def round(number: int) -> str:
        """`Round 2`."""
        return f"Round {number}"

    @staticmethod
    def of(rounds: int) -> str:
        """`of 5`."""
        return f"of {rounds}"

    @staticmethod
    def tables(first: int, last: int) -> str:
        """`Tables 1 to 10`."""
        return f"Tables {first} to {last}" if last > first else f"Table {first}"

    @staticmethod
    def plan(version: int, published: bool, at: str) -> str:
        """`Plan 4, published 17:58.` or `made`."""
        return f"Plan {version}, {'published' if published else 'made'} {at}."

    @staticmethod
    def head(page: int, pages: int) -> str:
        """`Round sheet for marshals, page 1 of 3`."""
        return f"Round sheet for marshals{f', page {page} of {pages}' if pages > 1 else ''}"

    @classmethod
    def note(cls, note: SeatNote) -> str:
        """`reseated`, `arrives 18:20`, `in Spanish`."""
        if note.kind is NoteKind.ARRIVES:
            return f"arrives {note.at:%H:%M}"
        if note.kind is NoteKind.LANGUAGE:
            return f"in {note.language}"
        return cls._NOTES[note.kind]


class SlipWords:
    """Words on change slips."""

    TITLE: Final = "Change slips"
    PROGRESS: Final = "Drawing change slips"
    FREE: Final = "Free round"
    FREE_WHAT: Final = "No meeting in this round"
    BEFORE_FREE: Final = "before: free"
    SAME: Final = "same table"
    MORE: Final = "and also"

    @staticmethod
    def round(number: int) -> str:
        """`Round 2`."""
        return f"Round {number}"

    @staticmethod
    def table(number: int | None) -> str:
        """`Table 12`."""
        return SlipWords.FREE if number is None else f"Table {number}"

    @staticmethod
    def before(table: int | None, now: int | None) -> str:
        """`before: table 8`."""
        if table is None:
            return SlipWords.BEFORE_FREE
        return SlipWords.SAME if table == now else f"before: table {table}"

    @staticmethod
    def plan(version: int, replaces: int) -> str:
        """`Plan 5 replaces plan 4`."""
        return f"Plan {version} replaces plan {replaces}"

    @staticmethod
    def plan_in_short(version: int, replaces: int) -> str:
        """`Plan 12 replaces 11`."""
        return f"Plan {version} replaces {replaces}"

    @staticmethod
    def part(number: int, total: int) -> str:
        """`Slip 1 of 2`."""
        return f"Slip {number} of {total}"

    @staticmethod
    def part_in_short(number: int, total: int) -> str:
        """`1 of 2`."""
        return f"{number} of {total}"

    @staticmethod
    def foot(first: int, last: int, total: int) -> str:
        """`Slips 1 to 8 of 11`."""
        return f"Slips {first} to {last} of {total}" if last > first else f"Slip {first} of {total}"
