"""A name in a narrow column: whole, else a short form, else on as many lines as it takes; never smaller, never cut."""

from dataclasses import dataclass
from typing import Final

from mixer_app.domain.names import shorter_forms
from mixer_app.domain.people import PersonName
from mixer_app.printing import words
from mixer_app.printing.look import MM, Type
from mixer_app.printing.paper import Paper
from mixer_app.printing.wrapping import wrap_anywhere

RISE: Final = 3.1  # mm from the top of a line to its baseline
LINE: Final = 4.2
_TALL: Final = 1.25  # line height, in em, from which a script has marks above and below its letters
_AIR: Final = 0.25
_MEDIUM: Final = 500


@dataclass(frozen=True, slots=True)
class NameLines:
    """The lines of a name, each with its baseline below the top of the block, and the height of all, in mm."""

    lines: tuple[tuple[float, str], ...]
    kind: Type
    height: float

    def draw(self, paper: Paper, x: float, top: float, colour: str = "text") -> None:
        """Draw from `top` down."""
        for baseline, line in self.lines:
            paper.text(x, top + baseline, line, self.kind, colour)

    @property
    def first(self) -> float:
        """The baseline of the first line, below the top."""
        return self.lines[0][0] if self.lines else RISE


def name_lines(paper: Paper, name: PersonName, kind: Type, width: float, *, lines: int = 1) -> NameLines:
    """The longest form that stands on `lines` lines of `width` mm, no word broken; without one, the whole name."""
    kind = _without_thickening(paper, words.name_in_a_list(name, paper.mark), kind)
    forms = [_lines_of(paper, form, kind, width) for form in _forms(name)]
    fitting = (rows for rows, broken in forms if not broken and len(rows) <= lines)
    return set_lines(paper, next(fitting, forms[0][0]), kind)


def _without_thickening(paper: Paper, text: str, kind: Type) -> Type:
    """A lighter type for scripts without a bold face: small letters made bold by an outline run together on screens."""
    runs = paper.shaper.shape(text, kind.weight).runs
    return kind.weighing(_MEDIUM) if any(run.typeface.thickening for run in runs) else kind


def _forms(name: PersonName) -> list[tuple[str, str]]:
    """Own script and Latin form of the name, then of its short forms."""
    own = name.native if name.native != name.full else ""
    return [(own, name.full), *((own, form) for form in shorter_forms(name))]


def _lines_of(paper: Paper, form: tuple[str, str], kind: Type, width: float) -> tuple[list[str], bool]:
    """One line if it stands on one, else each script on lines of its own; and whether a word is broken inside."""
    own, latin = form
    whole = f"{paper.mark}{own} {latin}" if own else latin
    if paper.width(whole, kind) <= width:
        return [whole], False
    wrapped = [wrap_anywhere(paper.shaper, part, kind, width) for part in (own, latin) if part]
    return [line for rows, _ in wrapped for line in rows], any(broken for _, broken in wrapped)


def set_lines(paper: Paper, lines: list[str], kind: Type) -> NameLines:
    """Lines below each other, with more room where a script needs it."""
    placed: list[tuple[float, str]] = []
    foot, em = 0.0, kind.size / MM
    for line in lines:
        shaped = paper.shaper.shape(line, kind.weight, tabular=kind.tabular)
        rise, drop = RISE, LINE - RISE
        if shaped.line_height > _TALL:
            rise = max(rise, shaped.ink.top * em + _AIR)
            drop = max(drop, -shaped.ink.bottom * em + _AIR)
        placed.append((foot + rise, line))
        foot += rise + drop
    return NameLines(tuple(placed), kind, foot)
