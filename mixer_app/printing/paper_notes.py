"""What a document says of itself: how many pages it has, what could not be printed, what had no room."""

from mixer_app.domain.paper import PaperReport
from mixer_app.printing.shaping import ShapedLine
from mixer_app.printing.words import missing_characters, no_room


class PaperNotes:
    """Sentences for the person who prints, each once."""

    def __init__(self) -> None:
        self.pages = 0
        self.whole = True
        self.notes: list[str] = []
        self.remarks: list[str] = []
        self._left_out: list[str] = []
        self._missing: list[str] = []

    @property
    def report(self) -> PaperReport:
        """How many pages there are and what did not fit."""
        remarks = [*self.remarks, *([no_room(self._left_out)] if self._left_out else [])]
        return PaperReport(
            pages=self.pages,
            not_printed=list(self.notes),
            missing=tuple(self._missing),
            remarks=tuple(remarks),
            whole=self.whole,
        )

    def note(self, sentence: str) -> None:
        """Say once what could not be printed as it should."""
        _add(self.notes, sentence)

    def remark(self, sentence: str) -> None:
        """Say once what the stock has no room for, though nobody's badge is the worse for it."""
        _add(self.remarks, sentence)

    def leave_out(self, what: str) -> None:
        """Remember what the stock has no room for: all of it is said in one remark."""
        _add(self._left_out, what)

    def note_missing(self, line: ShapedLine) -> None:
        """Say which characters of a line no font has."""
        sentence = missing_characters(line.text, line.missing)
        self.note(sentence)
        _add(self._missing, sentence)


def _add(sentences: list[str], sentence: str) -> None:
    if sentence not in sentences:
        sentences.append(sentence)
