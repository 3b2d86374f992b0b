"""A match sheet on half a page: the rounds, what mentoring is, and the strip for the desk, all on one side."""

from collections.abc import Sequence
from typing import Final

from mixer_app.domain.paper import MatchSheet
from mixer_app.printing import words
from mixer_app.printing.paper import Paper
from mixer_app.printing.paragraphs import paragraph
from mixer_app.printing.sheet_back import draw_strip
from mixer_app.printing.sheet_front import LEFT, RIGHT, draw_front
from mixer_app.printing.sheet_rounds import ROOMS, Company, Room, RoundRow

LAST_ROW: Final = 143.9
HALF_ROOMS: Final = (*ROOMS, Room(1, 0, 0.6, Company.NOT))
_MEANING: Final = 144.6


def draw_half(paper: Paper, sheet: MatchSheet, rows: Sequence[RoundRow], room: Room) -> None:
    """Head and rounds, two lines on mentoring and confidence, the strip."""
    draw_front(paper, sheet, rows, room, foot=None)
    meaning = words.SheetWords.in_short(sheet.plan_version, sheet.replaces)
    paragraph(paper, LEFT, _MEANING, meaning, paper.look.small, RIGHT - LEFT, "text_muted", 2)
    draw_strip(paper, sheet, [row.round for row in rows])
