"""Tent cards: a number for the room on one face, a few kind words for the two at the table on the other."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Final

from mixer_app.domain.paper import PaperReport, TableCard, TableHost
from mixer_app.domain.progress import Progress, report
from mixer_app.domain.roles import Role
from mixer_app.printing import words
from mixer_app.printing.fitting import NameRule, fit_line, fit_name
from mixer_app.printing.logo import draw_logo
from mixer_app.printing.look import CAPITAL, MM, Type
from mixer_app.printing.page_sizes import A4
from mixer_app.printing.paper import Paper, PrintKit
from mixer_app.printing.sheet_front import draw_role
from mixer_app.printing.wrapping import shorten

_LEFT: Final = 16.0
_RIGHT: Final = 194.0
_RIDGE: Final = 148.5
_HOST: Final = 134.0  # where the mentor's column begins on the room's face
_LOGO: Final = (60.0, 20.0)  # mm, the most that a logo takes
_LOGO_TOP: Final = 12.0
_NUMBER_WIDTH: Final = 114.0
_OVERHANG: Final = 0.02  # em that a number begins left of the text, so that their edges look even
_BOLD: Final = 700
_NUMBER_TRACKING: Final = -0.03
_WORD: Final = words.CardWords


def write_table_cards(
    cards: Sequence[TableCard],
    path: Path,
    *,
    times: bool = True,
    progress: Progress | None = None,
    kit: PrintKit | None = None,
) -> PaperReport:
    """One A4 page a table, to be folded across the middle; without `times` where they may still move."""
    with Paper(path, title=_WORD.TITLE, kit=kit) as paper:
        if not cards:
            paper.begin_page(*A4)
        for number, card in enumerate(cards):
            report(progress, number / len(cards), _WORD.PROGRESS)
            paper.begin_page(*A4)
            with paper.turned(A4[0], _RIDGE):
                _draw_face_to_the_room(paper, card)
            _draw_ridge(paper)
            with paper.placed(0, _RIDGE):
                _draw_face_to_the_chairs(paper, card if times else replace(card, round_starts=()))
    report(progress, 1.0, _WORD.PROGRESS)
    return paper.report


def _draw_ridge(paper: Paper) -> None:
    width = paper.text(105, _RIDGE + 1.1, _WORD.FOLD, paper.look.caption, "text_muted", "centre")
    for start, end in ((0.0, 105 - width / 2 - 12), (105 + width / 2 + 12, 210.0)):
        paper.line(start, _RIDGE, end, _RIDGE, 0.25, "text_muted", (0.7, 0.55))


def _draw_head(paper: Paper, card: TableCard) -> None:
    caption = paper.look.caption
    brand = draw_logo(paper, _RIGHT, _LOGO_TOP, *_LOGO, "right", rise=0.0)
    if not brand:
        brand = paper.text(_RIGHT, 17.25, words.APPLICATION, caption, "text_muted", "right")
    event, _ = shorten(paper.shaper, card.event_name, caption, _RIGHT - _LEFT - brand - 6)
    paper.text(_LEFT, 17.25, event[0] if event else "", caption, "event")


def _draw_face_to_the_room(paper: Paper, card: TableCard) -> None:
    _draw_head(paper, card)
    paper.text(_LEFT, 38.4, words.TABLE, paper.look.display.weighing(600), "text_muted")
    number = str(card.table)
    capital = 70.0 if len(number) < 3 else 48.0
    kind = Type(capital / CAPITAL * MM, 0, _BOLD, tracking=_NUMBER_TRACKING)
    kind = fit_line(paper.shaper, number, _NUMBER_WIDTH if card.hosts else _RIGHT - _LEFT, kind, 60) or kind
    paper.text(_LEFT - _OVERHANG * kind.size / MM, 43.9 + 70.0 - (70.0 - kind.size * CAPITAL / MM) / 2, number, kind)
    if len(card.hosts) == 1:
        _draw_host(paper, card.hosts[0], 95.8, 24.0)
    else:
        for index, host in enumerate(card.hosts[:2]):
            _draw_host(paper, host, 62.0 + index * 40.0, 15.0)


def _draw_host(paper: Paper, host: TableHost, top: float, size: float) -> None:
    """Role, name and job below each other; `top` is the baseline of the role."""
    look = paper.look
    width = _RIGHT - _HOST
    draw_role(paper, _HOST, top, Role.MENTOR, look.title if size > 15 else look.strong)
    rule = NameRule(
        largest=size,
        smallest=min(15.0, size),
        given=min(size, 18.0),
        native_largest=size,
        native_line=size * 1.3 / MM + 1.2,
        rest=15.0 if size > 15 else 10.5,
    )
    fitted = fit_name(paper.shaper, host.name, width, 21.0 if size > 15 else 15.0, rule)
    if fitted.shrunk:
        paper.note(words.name_in_small_letters(host.name.shown))
    fitted.draw(paper, _HOST, top + 2.6, fitted.height)
    baseline = top + 2.6 + fitted.height + 6.4
    for text in (host.title, host.employer):
        for line in shorten(paper.shaper, text, look.body, width, 2)[0] if text else []:
            paper.text(_HOST, baseline, line, look.body, "text_muted")
            baseline += look.body.line_mm


def _draw_face_to_the_chairs(paper: Paper, card: TableCard) -> None:
    look = paper.look
    _draw_head(paper, card)
    paper.text(_LEFT, 38.75, words.TABLE, look.display.weighing(600), "text_muted")
    number = Type(120.0, 0, _BOLD, tracking=_NUMBER_TRACKING)
    kind = fit_line(paper.shaper, str(card.table), 50, number, 30) or number
    paper.text(_LEFT - _OVERHANG * kind.size / MM, 74.4, str(card.table), kind)
    for index, (word, sentence) in enumerate(_WORD.STEPS):
        baseline = 41.6 + index * 16.95
        paper.text(73, baseline, word, look.title)
        paper.text(93, baseline, sentence, look.title.weighing(400))
        if index < len(_WORD.STEPS) - 1:
            paper.line(73, baseline + 6.8, _RIGHT, baseline + 6.8)
    if card.round_starts:
        _draw_times(paper, card)
    paper.text(_LEFT, 134.1, _WORD.foot(card.minutes), look.small, "text_muted")


def _draw_times(paper: Paper, card: TableCard) -> None:
    look = paper.look
    starts = card.round_starts
    rows = 1 if len(starts) <= 9 else 2
    a_row = -(-len(starts) // rows)
    top = 109.7 - (rows - 1) * 14
    paper.line(_LEFT, top, _RIGHT, top, 0.35, "text")
    pitch = (_RIGHT - _LEFT) / max(a_row, 5)
    for row, (first, last) in enumerate(pairwise([*range(0, len(starts), a_row), len(starts)])):
        for index, start in enumerate(starts[first:last]):
            x = _LEFT + index * pitch
            paper.text(x, top + 6.3 + row * 14, words.SheetWords.round(first + index + 1), look.caption, "text_muted")
            paper.text(x, top + 12.75 + row * 14, words.clock(start), look.title.with_table_figures)
