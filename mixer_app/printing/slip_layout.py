"""How the changed rounds of one person fit on slips of a size; nothing is drawn here."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.people import PersonName
from mixer_app.domain.round_paper import SlipRound
from mixer_app.domain.stock import Stock
from mixer_app.printing import words
from mixer_app.printing.label_area import panels
from mixer_app.printing.look import Type
from mixer_app.printing.name_lines import LINE, NameLines, name_lines, set_lines
from mixer_app.printing.paper import Paper
from mixer_app.printing.round_words import SlipWords
from mixer_app.printing.wrapping import wrap

_LEAST: Final = (60.0, 24.0)  # mm of a label that holds a slip
_WIDE: Final = (74.0, 45.0)  # from which time, table and partner stand side by side
_SMALLEST: Final = 4.0  # pt of a name that fits in no other way
_AROUND: Final = 1.6  # mm above and below the lines of a round, together


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipFormat:
    """Places on a slip, in mm from its top left."""

    width: float
    height: float
    margin: float
    side_by_side: bool
    qr: float  # side; 0: none
    first: float  # where the rounds begin
    partner: float  # left edge of the partners' names

    @property
    def room(self) -> float:
        """The height for the rounds."""
        return self.height - self.margin - self.first

    @property
    def partner_width(self) -> float:
        """The width of a partner's name."""
        return self.width - self.margin - self.partner


@dataclass(frozen=True, slots=True)
class SlipRow:
    """One changed round, or some of its partners where all do not fit on one slip."""

    round: SlipRound
    partners: tuple[NameLines, ...]
    height: float
    goes_on: bool  # the others at this table are on the slip before


def slip_format(stock: Stock) -> SlipFormat:
    """How slips are laid out on this stock; `MixerError` where its labels are too small."""
    area = panels(stock)[0]
    width, height = (area.height, area.width) if stock.turned else (area.width, area.height)
    if width < _LEAST[0] or height < _LEAST[1]:
        raise MixerError(
            f"{stock.title} has labels too small for a change slip. "
            f"Choose one of at least {_LEAST[0]:g} × {_LEAST[1]:g} mm."
        )
    if width >= _WIDE[0] and height >= _WIDE[1]:
        return SlipFormat(
            width=width, height=height, margin=4.0, side_by_side=True, qr=13.0, first=22.0, partner=4.0 + 43.0
        )
    return SlipFormat(width=width, height=height, margin=2.6, side_by_side=False, qr=0.0, first=11.4, partner=2.6 + 3.6)


def slips_of(paper: Paper, rounds: Sequence[SlipRound], form: SlipFormat) -> list[list[SlipRow]]:
    """The rounds on as few slips as they need, in their order."""
    slips: list[list[SlipRow]] = [[]]
    for one in rounds:
        for row in _rows(paper, one, form):
            if slips[-1] and sum(placed.height for placed in slips[-1]) + row.height > form.room + 0.01:
                slips.append([])
            slips[-1].append(row)
    return slips


def _rows(paper: Paper, one: SlipRound, form: SlipFormat) -> Iterator[SlipRow]:
    """A round as one row; as several where its partners need more than a whole slip."""
    kind = paper.look.small.weighing(600)
    if not one.partners:
        small = paper.look.small
        yield _row(
            one, [set_lines(paper, wrap(paper.shaper, SlipWords.FREE_WHAT, small, form.partner_width), small)], form
        )
        return
    together: list[NameLines] = []
    goes_on = False
    for name in one.partners:
        lines = _partner(paper, one, name, kind, form)
        if together and _row(one, [*together, lines], form).height > form.room:
            yield _row(one, together, form, goes_on=goes_on)
            together, goes_on = [], True
        together.append(lines)
    yield _row(one, together, form, goes_on=goes_on)


def _row(one: SlipRound, partners: Sequence[NameLines], form: SlipFormat, *, goes_on: bool = False) -> SlipRow:
    used = sum(lines.height for lines in partners)
    used = max(used, 2 * LINE) if form.side_by_side else used + LINE
    return SlipRow(one, tuple(partners), used + _AROUND, goes_on)


def _partner(paper: Paper, one: SlipRound, name: PersonName, kind: Type, form: SlipFormat) -> NameLines:
    """The name on two lines at most, in short if need be; one that still does not fit is made smaller, and told."""
    lines = name_lines(paper, name, kind, form.partner_width, lines=2 if form.side_by_side else 1)
    size = kind.size
    while _row(one, [lines], form).height > form.room and size > _SMALLEST:
        size -= 0.5
        paper.note(words.name_in_small_letters(name.shown))
        lines = _squeezed(name_lines(paper, name, kind.sized(size), form.partner_width), size / kind.size)
    return lines


def _squeezed(lines: NameLines, share: float) -> NameLines:
    """Lines nearer to each other, as smaller letters stand."""
    placed = tuple((baseline * share, line) for baseline, line in lines.lines)
    return replace(lines, lines=placed, height=lines.height * share)
