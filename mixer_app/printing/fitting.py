"""Names in a box: the largest size at which the whole name fits, then smaller parts, never cut off."""

from dataclasses import dataclass
from math import floor
from typing import Final

from mixer_app.domain.people import PersonName
from mixer_app.printing.look import CAPITAL, MM, TIGHT, Type
from mixer_app.printing.paper import Paper
from mixer_app.printing.shaping import ShapedLine, Shaper
from mixer_app.printing.wrapping import balanced, wrap_anywhere

_STEP: Final = 0.5
_NAME_LEADING: Final = 1.11
_REST_LEADING: Final = 12.5 / 10.5
_APART: Final = 3.0  # mm between own script and Latin form on one line
_AIR: Final = 0.03  # em around ink that reaches beyond the leading
_SMALLEST: Final = 4.0  # pt, below which a size shrinks by a share of itself, so that any name fits in the end
_SHARE: Final = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRule:
    """Sizes in points for a name in a box."""

    largest: float
    smallest: float = 15.0
    given: float = 20.0
    rest: float = 10.5
    native_largest: float = 32.0
    native_line: float = 12.0  # mm, the share of the box that a native-script line takes
    weight: int = 700
    rest_weight: int = 600
    beside: bool = False  # a Latin form may stand beside the own script, which then is larger


@dataclass(frozen=True, slots=True)
class FittedLine:
    """One line of a name: its baseline in mm below the top of the ink block, its start right of the left edge."""

    line: ShapedLine
    size: float
    baseline: float
    indent: float = 0.0


@dataclass(frozen=True, slots=True)
class FittedName:
    """A name set to fit; `height` is that of its ink, capitals at least. `shrunk` when it broke the rules to fit."""

    lines: tuple[FittedLine, ...]
    height: float
    shrunk: bool = False

    def draw(self, paper: Paper, x: float, top: float, box_height: float) -> None:
        """Draw in the middle of a box of this height whose left edge is `x` and whose top is `top`."""
        start = top + max(0.0, (box_height - self.height) / 2)
        for fitted in self.lines:
            left = x + fitted.indent + _overhang(fitted, at_the_right=paper.from_the_right)
            paper.line_of_text(left, start + fitted.baseline, fitted.line, fitted.size)


def fit_name(shaper: Shaper, name: PersonName, width: float, height: float, rule: NameRule) -> FittedName:
    """The name as it fits a box of `width` × `height` mm, own script first, Latin form below."""
    if name.native and name.native != name.full:
        return _fit_native(shaper, name, width, height, rule)
    whole = _fit_whole(shaper, name.full, width, height, rule.largest, rule.smallest, rule.weight)
    return (
        whole
        or _fit_parts(shaper, name, width, height, rule)
        or _fit_whole(shaper, name.full, width, height, rule.smallest, rule.rest, rule.weight)
        or _fit_small(shaper, name.full, width, height, rule)
    )


def fit_line(shaper: Shaper, text: str, width: float, largest: Type, smallest: float) -> Type | None:
    """The largest half-point size at which `text` stands on one line; None if none does."""
    advance = shaper.shape(text, largest.weight, tabular=largest.tabular, tracking=largest.tracking).advance
    size = largest.size
    while size >= smallest:
        if advance * size / MM <= width:
            return largest.sized(size)
        size -= _STEP
    return None


def _fit_whole(
    shaper: Shaper, text: str, width: float, height: float, largest: float, smallest: float, weight: int
) -> FittedName | None:
    """On one line or two of even length, at the greatest size that fits."""
    one = _largest([shaper.shape(text, weight, tracking=TIGHT)], width, height, largest, smallest)
    if one and (one.lines[0].size == largest or not _has_a_break(text)):
        return one
    pair = balanced(shaper, text, weight, TIGHT)
    if pair is None:
        return one
    two = _largest([shaper.shape(line, weight, tracking=TIGHT) for line in pair], width, height, largest, smallest)
    return two if two and (one is None or two.lines[0].size > one.lines[0].size) else one


def _has_a_break(text: str) -> bool:
    """Whether there is a space or a hyphen to break at: East Asian names are not broken to be larger."""
    return any(character.isspace() or character in "-\u2010" for character in text)


def _largest(
    lines: list[ShapedLine], width: float, height: float, largest: float, smallest: float
) -> FittedName | None:
    """These lines at the greatest size that fits the box, in half points."""
    em_height = _stack([_Set(line, 1.0) for line in lines]).height  # all lengths grow with the size
    most = min(width * MM / max(_widest(lines), 1e-6), height / em_height)
    size = min(largest, floor((most + 1e-9) / _STEP) * _STEP)
    return _stack([_Set(line, size) for line in lines]) if size >= smallest else None


def _fit_parts(shaper: Shaper, name: PersonName, width: float, height: float, rule: NameRule) -> FittedName | None:
    """The given name large, the rest small on one or two lines."""
    given, rest = _given_and_rest(name)
    if not rest:
        return None
    kind = Type(rule.rest, rule.rest * _REST_LEADING, rule.rest_weight)
    lines, broken = wrap_anywhere(shaper, rest, kind, width)
    if broken:
        return None
    first = shaper.shape(given, rule.weight, tracking=TIGHT)
    small = [_Set(shaper.shape(line, rule.rest_weight), rule.rest, _REST_LEADING) for line in lines]
    size = rule.given
    while len(lines) <= 2 and size >= rule.rest:
        block = _stack([_Set(first, size), *small])
        if _is_inside(block, width, height):
            return block
        size -= _STEP
    return None


def _fit_small(shaper: Shaper, text: str, width: float, height: float, rule: NameRule) -> FittedName:
    """As small and on as many lines as it takes; said to the person who prints."""
    size = rule.rest
    while True:
        lines, _ = wrap_anywhere(shaper, text, Type(size, size * 1.2, rule.rest_weight), width)
        block = _stack([_Set(shaper.shape(line, rule.rest_weight), size) for line in lines], shrunk=True)
        if _is_inside(block, width, height):
            return block
        size = _smaller(size)


def _fit_native(shaper: Shaper, name: PersonName, width: float, height: float, rule: NameRule) -> FittedName:
    """Own script in the middle of its line, the Latin form below, or beside where the rule lets it."""
    if rule.beside and (side_by_side := _fit_beside(shaper, name, width, height, rule)):
        return side_by_side
    rest = Type(rule.rest, rule.rest * _REST_LEADING, rule.rest_weight)
    latin, broken = wrap_anywhere(shaper, name.full, rest, width)
    below = _stack([_Set(shaper.shape(line, rule.rest_weight), rule.rest, _REST_LEADING) for line in latin])
    native_line = min(rule.native_line, height - below.height)
    largest = min(rule.native_largest, native_line * MM / 1.3)
    smallest = min(rule.smallest, largest)
    own = None
    if not broken and len(latin) <= 2 and largest >= rule.rest and _is_inside(below, width, height):
        own = _fit_whole(shaper, name.native, width, native_line, largest - largest % _STEP, smallest, rule.weight)
    if own is None:
        return _fit_both_small(shaper, name, width, height, rule)
    shift = (native_line - own.height) / 2
    lines = [FittedLine(one.line, one.size, one.baseline + shift) for one in own.lines]
    lines += [FittedLine(one.line, one.size, one.baseline + native_line) for one in below.lines]
    return FittedName(tuple(lines), native_line + below.height)


def _fit_beside(shaper: Shaper, name: PersonName, width: float, height: float, rule: NameRule) -> FittedName | None:
    """Own script and Latin form on one baseline."""
    latin = shaper.shape(name.full, rule.rest_weight)
    left = width - _widest([latin]) * rule.rest / MM - _APART
    own = shaper.shape(name.native, rule.weight, tracking=TIGHT)
    large = _largest([own], left, height, rule.native_largest, rule.smallest) if left > 0 else None
    if large is None:
        return None
    size = large.lines[0].size
    both = (_Set(own, size), _Set(latin, rule.rest, _REST_LEADING))
    baseline = max(one.above for one in both)
    needed = baseline + max(one.below for one in both)
    beside = FittedLine(latin, rule.rest, baseline, indent=_widest([own]) * size / MM + _APART)
    return FittedName((FittedLine(own, size, baseline), beside), needed) if needed <= height else None


def _fit_both_small(shaper: Shaper, name: PersonName, width: float, height: float, rule: NameRule) -> FittedName:
    """One below the other, each on as many lines as it takes."""
    size = rule.smallest
    while True:
        native, _ = wrap_anywhere(shaper, name.native, Type(size, size * 1.2, rule.weight), width)
        latin_size = min(size, rule.rest)
        latin, broken = wrap_anywhere(shaper, name.full, Type(latin_size, latin_size * 1.2, rule.rest_weight), width)
        lines = [_Set(shaper.shape(line, rule.weight), size) for line in native]
        lines += [_Set(shaper.shape(line, rule.rest_weight), latin_size, _REST_LEADING) for line in latin]
        block = _stack(lines, shrunk=size < rule.rest or broken)
        if _is_inside(block, width, height):
            return block
        size = _smaller(size)


def _smaller(size: float) -> float:
    return size - _STEP if size > _SMALLEST else size * (1 - _SHARE)


def _is_inside(block: FittedName, width: float, height: float) -> bool:
    """Whether its ink is in the box: a mark at the start of a line may stand left of where the line begins."""
    wide = max((_widest([line.line]) * line.size / MM for line in block.lines), default=0.0)
    return block.height <= height and wide <= width + 0.01


@dataclass(frozen=True, slots=True)
class _Set:
    """A line of a name before it is placed; `leading` is its height in em."""

    line: ShapedLine
    size: float
    leading: float = _NAME_LEADING

    @property
    def above(self) -> float:
        """What it needs above the baseline, in mm: half the leading around a capital, or its ink."""
        share = 0.0 if self._has_marks else (self.leading + CAPITAL) / 2
        return max(share, self.line.ink.top + _AIR) * self.size / MM

    @property
    def below(self) -> float:
        """What it needs below the baseline, in mm."""
        share = 0.0 if self._has_marks else (self.leading - CAPITAL) / 2
        return max(share, -self.line.ink.bottom + (_AIR if self._has_marks else 0.0)) * self.size / MM

    @property
    def _has_marks(self) -> bool:
        return self.line.line_height > 1.25


def _stack(lines: list[_Set], *, shrunk: bool = False) -> FittedName:
    """Lines one below the other, each with the room that its marks and vowels need."""
    placed: list[FittedLine] = []
    foot = 0.0
    for line in lines:
        placed.append(FittedLine(line.line, line.size, foot + line.above))
        foot += line.above + line.below
    return FittedName(tuple(placed), foot, shrunk)


def _widest(lines: list[ShapedLine]) -> float:
    return max(max(line.advance, line.ink.right) - min(0.0, line.ink.left) for line in lines)


def _overhang(fitted: FittedLine, *, at_the_right: bool) -> float:
    """How far ink would stand out of the box where the line begins, in mm."""
    ink = fitted.line.ink
    return max(0.0, ink.right - fitted.line.advance if at_the_right else -ink.left) * fitted.size / MM


def _given_and_rest(name: PersonName) -> tuple[str, str]:
    words = name.full.split()
    if name.given and name.full.startswith(f"{name.given} "):
        return name.given, name.full[len(name.given) :].strip()
    return (words[0], " ".join(words[1:])) if words else ("", "")
