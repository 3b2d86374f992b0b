"""What a person should know of an import, one sentence for each kind and column."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Notes:
    """Gathers remarks on cells while the rows of one table are read."""

    file: str
    _found: dict[tuple[str, str], list[tuple[int, str]]] = field(default_factory=dict)
    _plain: dict[str, None] = field(default_factory=dict)

    def add(self, header: str, what: str, row: int, value: str) -> None:
        """Remark on one cell: `what` completes “answers to …”."""
        self._found.setdefault((header, what), []).append((row, value))

    def say(self, sentence: str) -> None:
        """Remark on the table."""
        self._plain[f"{self.file}: {sentence}"] = None

    def sentences(self) -> tuple[str, ...]:
        """All remarks."""
        return (*self._plain, *(self._sentence(*key, cells) for key, cells in self._found.items()))

    def _sentence(self, header: str, what: str, cells: list[tuple[int, str]]) -> str:
        row, value = cells[0]
        shown = value if len(value) <= 60 else f"{value[:59]}…"
        answers = "1 answer" if len(cells) == 1 else f"{len(cells)} answers"
        others = " and others" if len(cells) > 1 else ""
        return f"{self.file}: {answers} to “{header}” {what}: “{shown}” in row {row}{others}."
