"""The sentences of the import sheet."""

from collections.abc import Sequence
from typing import Final

from mixer_app.domain.imports import FIELD_TITLES, ColumnChoice, Decided, Field, FilePreview, ImportAccount
from mixer_app.domain.roles import Role

MANY_COLUMNS: Final = 8

DECIDED_WORDS: Final[dict[Decided, str]] = {
    Decided.REMEMBERED: "Remembered",
    Decided.GUESSED: "Guessed",
    Decided.PLEASE_CHECK: "Please check",
    Decided.GIVEN: "Chosen",
}

ROLE_OF_ALL: Final[dict[Role | None, str]] = {
    Role.MENTOR: "Mentor",
    Role.MENTEE: "Mentee",
    Role.BOTH: "Both",
    None: "What the row says",
}


def rows_words(count: int) -> str:
    """A number of rows."""
    return f"{count:,} row{'' if count == 1 else 's'}"


def file_words(preview: FilePreview) -> str:
    """The line under a file's name."""
    if preview.question:
        return f"{rows_words(preview.rows)}, one question"
    waiting = len(preview.problems)
    return f"{rows_words(preview.rows)}, {f'{waiting:,} need you' if waiting else 'all fine'}"


def ready_count(account: ImportAccount) -> int:
    """How many rows can go in now."""
    return account.added + account.updated + account.unchanged


def ready_words(account: ImportAccount) -> tuple[str, str, str]:
    """The foot of the sheet in three parts: how many are ready, what they are, how many wait."""
    ready = ready_count(account)
    counts = ((account.added, "new"), (account.updated, "updated"), (account.unchanged, "unchanged"))
    what = ", ".join(f"{count:,} {word}" for count, word in counts if count)
    left = f" {len(account.skipped):,} left out with a reason." if account.skipped else ""
    waiting = len(account.rejected)
    verb = "is" if ready == 1 else "are"
    return (
        f"{rows_words(ready)} {verb} ready:" if ready else "No row is ready.",
        f" {what}.{left}" if what else left,
        f" {waiting:,} {'waits' if waiting == 1 else 'wait'}." if waiting else "",
    )


def need_words(count: int) -> str:
    """The head of the problems."""
    return f"{count:,} row needs you" if count == 1 else f"{count:,} rows need you"


def left_out_words(account: ImportAccount, name: str) -> tuple[str, str]:
    """What the page says after an import, in two lines of which the first is strong."""
    out, total, into = len(account.rejected), account.rows, ready_count(account)
    were = "was" if out == 1 else "were"
    people = "1 person is in." if into == 1 else f"{into:,} people are in."
    return f"{out:,} of {rows_words(total)} {were} left out.", f"{name}: {people}"


def imported_words(account: ImportAccount) -> str:
    """What the message bar says after an import."""
    counts = ((account.added, "added"), (account.updated, "updated"), (account.unchanged, "unchanged"))
    done = ", ".join(f"{count:,} {word}" for count, word in counts if count) or "no rows"
    return f"Import done: {done}."


def columns_worth_showing(columns: Sequence[ColumnChoice]) -> list[ColumnChoice]:
    """Of many columns those that a person should look at; of few, all."""
    if len(columns) <= MANY_COLUMNS:
        return list(columns)
    chosen = [column for column in columns if _worth_a_look(column)]
    return chosen or list(columns[:MANY_COLUMNS])


def columns_words(shown: int, columns: Sequence[ColumnChoice]) -> str:
    """How many columns are shown, and what the others are."""
    rest = len(columns) - shown
    if not rest:
        return f"{len(columns):,} columns"
    remembered = sum(column.how is Decided.REMEMBERED for column in columns)
    kept = "is remembered or kept as a question" if rest == 1 else "are remembered or kept as questions"
    known = "was remembered" if rest == 1 else "were remembered"
    others = "the other one" if rest == 1 else f"the other {rest:,}"
    return f"{shown:,} of {len(columns):,} shown, {others} {known if remembered >= rest else kept}"


def field_title(name: str) -> str:
    """The words for a field's name; a column of its own keeps its title."""
    return FIELD_TITLES[Field(name)] if name in {field.value for field in Field} else name.replace("_", " ")


def samples_words(samples: Sequence[str]) -> str:
    """Real values of a column in one line."""
    return "; ".join(" ".join(sample.split()) for sample in samples[:3])


def _worth_a_look(column: ColumnChoice) -> bool:
    if column.how is Decided.PLEASE_CHECK:
        return True
    return column.how is not Decided.REMEMBERED and column.field not in (Field.QUESTION, Field.LEAVE_OUT)
