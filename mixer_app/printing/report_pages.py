"""The two pages of the event report: what happened, and what was asked, answered and could be better."""

from collections.abc import Sequence
from typing import Final

from mixer_app.domain.paper import EventReport, Supply
from mixer_app.domain.roles import Role
from mixer_app.printing import report_words, words
from mixer_app.printing.charts import AXIS, RADIUS, Part, count_bar, parts_bar, people_in_a_ring, ring_columns
from mixer_app.printing.fitting import fit_line
from mixer_app.printing.logo import draw_logo
from mixer_app.printing.marks import role_shape
from mixer_app.printing.page_sizes import A4
from mixer_app.printing.paper import Paper
from mixer_app.printing.paragraphs import draw_spans, draw_title, emphasised, paragraph
from mixer_app.printing.report_attendance import AttendanceChart, draw_years
from mixer_app.printing.report_scores import score_steps
from mixer_app.printing.small_counts import FEW_PEOPLE, is_told, joined, joined_parts
from mixer_app.printing.wrapping import shorten, wrap_spans

_LEFT: Final = 18.0
_MIDDLE: Final = 112.0
_RIGHT: Final = 192.0
_RINGS: Final = 92.0  # mm that the columns of rings take across
_MATCH_HEIGHT: Final = 26.0
_MATCH_FOOT: Final = 34.2  # the rings below a subtitle of two lines
_FIGURES: Final = ((18.0, 52.0), (58.0, 92.0), (98.0, 144.0), (150.0, 192.0))
_LOGO: Final = (60.0, 18.0)  # mm, the most that a logo takes
_LOGO_TOP: Final = 12.5
_STEPS: Final = 5
_ROWS: Final = 7


def is_figures_only(report: EventReport) -> bool:
    """Whether too few people came for a distribution."""
    return report.came < FEW_PEOPLE


def draw_first_page(paper: Paper, report: EventReport, pages: int) -> None:
    """Result, figures, attendance, meetings and fit."""
    paper.begin_page(*A4)
    _draw_head(paper, report)
    paragraph(paper, _LEFT, 49.0, report_words.lead(report), paper.look.title.weighing(500), _RIGHT - _LEFT)
    _draw_figures(paper, report)
    if is_figures_only(report):
        paragraph(paper, _LEFT, 106.0, report_words.FIGURES_ONLY, paper.look.small, _RIGHT - _LEFT, "text_muted")
    else:
        _draw_attendance(paper, report)
        _draw_meetings(paper, report)
        _draw_fit(paper, report)
        notes = " ".join(part for part in (report_words.mentor_loads(report), report_words.fairness(report)) if part)
        paragraph(paper, _LEFT, 254.3, notes, paper.look.small, 172.0, "text_muted")
    draw_foot(paper, report, 1, pages)


def draw_second_page(paper: Paper, report: EventReport, pages: int) -> None:
    """Needs and topics, answers, mutual matches, next time."""
    paper.begin_page(*A4)
    most = max((max(one.wanted, one.offered) for one in (*report.needs, *report.topics)), default=1)
    scale = 28.9 / max(most, 12)
    rows = max(
        _draw_supply(paper, _LEFT, 59.95, report_words.NEEDS, report.needs, scale),
        _draw_supply(paper, _MIDDLE, 153.9, report_words.TOPICS, report.topics, scale),
    )
    shift = (rows - _ROWS) * 12.85
    _draw_legend(paper, 125.2 + shift)
    _draw_answers(paper, report, 143.2 + shift)
    if report_words.answers_tell(report):
        top = 193.8 + shift
        _draw_mutual(paper, report, top)
        foot = max(top + _MATCH_FOOT + 8.8, _draw_next_time(paper, report, _MIDDLE, top))
    else:
        foot = _draw_next_time(paper, report, _LEFT, 172.0 + shift)
    paragraph(paper, _LEFT, foot + 6.6, report_words.READ, paper.look.small, _RIGHT - _LEFT, "text_muted")
    draw_foot(paper, report, 2, pages)


def _draw_head(paper: Paper, report: EventReport) -> None:
    look = paper.look
    paper.text(_LEFT, 19.15, report_words.TITLE, look.caption, "event")
    logo = draw_logo(paper, _RIGHT, _LOGO_TOP, *_LOGO, "right", rise=1.0)
    width = _RIGHT - _LEFT - (logo + 8.0 if logo else 0.0)
    draw_title(paper, _LEFT, 29.1, report.event_name, look.display, width)
    paper.text(_LEFT, 36.1, report_words.about(report), look.body, "text_muted")
    paper.line(_LEFT, 43.85, _RIGHT, 43.85, 0.35, "text")


def draw_foot(paper: Paper, report: EventReport, page: int, pages: int) -> None:
    """Whose report it is, for whom, and the page."""
    caption = paper.look.caption
    paper.line(_LEFT, 280.6, _RIGHT, 280.6)
    number = words.SignInWords.page(page, pages)
    right = paper.text(_RIGHT, 286.0, number, caption, "text_muted", "right")
    middle = paper.width(report_words.FOR_WHOM, caption)
    room = _RIGHT - _LEFT - right - middle - 12
    name, _ = shorten(paper.shaper, f"{report.event_name}: {words.APPLICATION}", caption, room)
    left = paper.text(_LEFT, 286.0, name[0], caption, "text_muted")
    gap = (_RIGHT - _LEFT - left - middle - right) / 2
    paper.text(_LEFT + left + gap, 286.0, report_words.FOR_WHOM, caption, "text_muted")


def _draw_figures(paper: Paper, report: EventReport) -> None:
    look = paper.look
    for (left, right), (value, label, notes) in zip(_FIGURES, report_words.figures(report), strict=True):
        paper.line(left, 70.45, right, 70.45)
        kind = fit_line(paper.shaper, value, right - left, look.display, 12) or look.display.sized(12)
        paper.text(left, 81.4, value, kind)
        paper.text(left, 87.7, label, fit_line(paper.shaper, label, right - left + 4, look.strong, 8) or look.strong)
        for index, note in enumerate(notes):
            shown = fit_line(paper.shaper, note, right - left + 4, look.small, 7) or look.small
            paper.text(left, 92.9 + index * 4.25, note, shown, "text_muted")


def _title(paper: Paper, x: float, baseline: float, title: str, subtitle: str, width: float) -> None:
    look = paper.look
    paper.text(x, baseline, title, look.strong)
    for index, line in enumerate(shorten(paper.shaper, subtitle, look.small, width, 2)[0]):
        paper.text(x, baseline + 4.75 + index * look.small.line_mm, line, look.small, "text_muted")


def _draw_attendance(paper: Paper, report: EventReport) -> None:
    years = len(report.years) > 1
    if report.arrivals:
        right = 133.0 if years else _RIGHT
        _title(paper, _LEFT, 112.95, *report_words.ATTENDANCE, right - _LEFT)
        AttendanceChart(paper, report, right).draw()
    if years:
        _title(paper, 148.0, 112.95, *report_words.YEARS, 44.0)
        draw_years(paper, report.years, 148.0, _RIGHT)


def _draw_meetings(paper: Paper, report: EventReport) -> None:
    groups = joined(report.meetings_per_mentee)
    each = people_in_a_ring([group.count for group in groups], _RINGS, 36.0)
    _title(paper, _LEFT, 197.35, report_words.MEETINGS, report_words.meetings_subtitle(report, each), 90.0)
    unit = "meeting" if len(groups) <= 3 else ""
    labelled = [(report_words.column(group, groups[-1], unit), group.count) for group in groups]
    ring_columns(paper, _LEFT, 240.45, labelled, width=_RINGS, height=36.0, each=each)


def _draw_fit(paper: Paper, report: EventReport) -> None:
    held = len(report.scores)
    _title(paper, _MIDDLE, 197.35, report_words.FIT, f"{held} introductions, by score", 80.0)
    above = sum(score >= report.strong - 1e-9 for score in report.scores)
    if not is_told(above, held):
        words_for_it = report_words.nearly_all_fit(report.strong, above=above > held - above)
        paper.text(_MIDDLE, 210.0, words_for_it, paper.look.small)
        return
    weak, strong = score_steps(report)
    rows = [*weak, *strong]
    if not rows:
        return
    scale = 31.5 / max(bucket.count for bucket in rows)
    y = 206.95
    look = paper.look
    for index, bucket in enumerate(rows):
        if weak and index == len(weak):
            paper.line(_MIDDLE, y + 0.75, 191.5, y + 0.75, 0.25, "text_muted", (1.0, 0.8))
            y += 2.1
        paper.text(133.0, y + 3.35, bucket.label, look.small.with_table_figures, "text_muted", "right")
        tint = min(4, index + 1 + max(0, _STEPS - len(rows)))
        top = bucket is rows[-1] and bool(strong)
        count_bar(
            paper,
            134.9,
            y,
            4.45,
            scale,
            bucket.count,
            fill="accent" if top else f"fit.{tint}",
            stroke="" if tint > 2 or top else "fit.4",
            line=0.18,
        )
        y += 6.42
    if weak and len(strong) > 1:
        _draw_bracket(paper, y - 6.42 * len(strong), y - 2.0, sum(bucket.count for bucket in strong))


def _draw_bracket(paper: Paper, top: float, foot: float, count: int) -> None:
    look = paper.look
    for start, end in (((175.0, top), (176.1, top)), ((176.1, top), (176.1, foot)), ((175.0, foot), (176.1, foot))):
        paper.line(*start, *end, AXIS, "text_muted")
    middle = (top + foot) / 2
    paper.text(177.9, middle - 1.0, str(count), look.caption.weighing(600).with_table_figures)
    paper.text(177.9, middle + 3.2, report_words.STRONG, look.small, "text_muted")


def _draw_supply(
    paper: Paper, left: float, axis: float, titles: tuple[str, str], supplies: Sequence[Supply], scale: float
) -> int:
    """Paired bars, shortest supply first; returns how many rows were drawn."""
    if not supplies:
        return 0
    look = paper.look
    _title(paper, left, 19.75, *titles, 80.0)
    rows = report_words.by_shortage(supplies)[:_ROWS]
    for index, supply in enumerate(rows):
        y = 29.6 + index * 12.85
        short = report_words.shortage(supply)
        kind = look.caption.weighing(600) if short else look.small
        name, _ = shorten(paper.shaper, supply.name, kind, axis - left - 2.0, 1 if short else 2)
        for line, text in enumerate(name):
            paper.text(left, y + 3.9 + line * 4.2, text, kind)
        if short:
            paper.text(left, y + 8.1, short, look.caption, "warn")
        count_bar(paper, axis, y, 3.5, scale, supply.wanted, stroke="mentee", small=report_words.FEWER)
        count_bar(paper, axis, y + 4.3, 3.5, scale, supply.offered, fill="mentor", small=report_words.FEWER)
    paper.line(axis, 28.0, axis, 28.0 + len(rows) * 12.85 + 0.6, AXIS, "text_muted")
    return len(rows)


def _draw_legend(paper: Paper, y: float) -> None:
    look = paper.look
    x = _LEFT
    for role, text in ((Role.MENTEE, report_words.ASK), (Role.MENTOR, report_words.OFFER)):
        role_shape(paper, x + 1.6, y, 3.2, role)
        fill, stroke = ("", "mentee") if role is Role.MENTEE else ("mentor", "")
        paper.rectangle(x + 5.0, y - 1.35, 5.8, 2.7, radius=RADIUS, fill=fill, stroke=stroke)
        x += 12.7 + paper.text(x + 12.7, y + 1.15, text, look.small, "text_muted") + 8.0
    paper.hatch(x, y - 1.35, 5.9, 2.7, RADIUS, "text_muted")
    paper.text(x + 7.6, y + 1.15, report_words.NOT_REPORTED, look.small, "text_muted")


def _draw_answers(paper: Paper, report: EventReport, baseline: float) -> None:
    look = paper.look
    _title(paper, _LEFT, baseline, report_words.STAY, report_words.stay_subtitle(report), 170.0)
    if not report_words.answers_tell(report):
        paper.text(_LEFT, baseline + 14.6, report_words.answers_entered(report), look.body)
        return
    sides = ((Role.MENTEE, report.mentee_answers), (Role.MENTOR, report.mentor_answers))
    groups = joined_parts([counts.parts for _, counts in sides])
    for index, (role, counts) in enumerate(sides):
        y = baseline + 9.7 + index * 10.5
        role_shape(paper, _LEFT + 1.65, y + 3.7, 3.3, role)
        paper.text(23.2, y + 4.9, report_words.side_answering(report, role), look.small)
        values = counts.parts
        parts = [Part(sum(values[i] for i in group), *_answer_look(group)) for group in groups]
        parts_bar(paper, 46.1, y, 145.9, 7.45, parts)
    _draw_answer_legend(paper, groups, baseline + 31.3)
    paper.text(46.1, baseline + 40.0, report_words.helped(report), look.small, "text_muted")


def _answer_look(group: Sequence[int]) -> tuple[str, str]:
    """Fill and colour of the number of a group of answers; a group with unanswered ones alone is hatched."""
    if group[0] == 0:
        return "accent", "accent_text"
    return {1: ("fit.2", "text"), 2: ("fit.1", "text"), 3: ("", "text")}[group[0]]


def _draw_answer_legend(paper: Paper, groups: Sequence[Sequence[int]], y: float) -> None:
    look = paper.look
    x = 46.1
    for group in groups:
        fill, _ = _answer_look(group)
        if fill:
            paper.rectangle(x, y, 3.2, 3.2, radius=0.5, fill=fill)
        else:
            paper.hatch(x, y, 3.2, 3.2, 0.5, "text_muted")
        text = report_words.answer(group)
        x += 4.5 + paper.text(x + 4.5, y + 2.75, text, look.small, "text_muted") + 6.4


def _draw_mutual(paper: Paper, report: EventReport, baseline: float) -> None:
    groups = joined(report.mutual_per_mentee)
    each = people_in_a_ring([group.count for group in groups], _RINGS, _MATCH_HEIGHT)
    _title(paper, _LEFT, baseline, report_words.MUTUAL, report_words.mutual_subtitle(report, each), 90.0)
    labelled = [(report_words.column(group, groups[-1], ""), group.count) for group in groups]
    ring_columns(paper, _LEFT, baseline + _MATCH_FOOT, labelled, width=_RINGS, height=_MATCH_HEIGHT, each=each)


def _draw_next_time(paper: Paper, report: EventReport, left: float, baseline: float) -> float:
    """The numbered sentences; returns their foot."""
    look = paper.look
    paper.text(left, baseline, report_words.NEXT, look.strong)
    sentences = report_words.next_time(report) or [(report_words.KEEP, ())]
    y = baseline + 6.25
    for number, (sentence, bold) in enumerate(sentences, 1):
        paper.text(left + 4.3, y, f"{number}.", look.strong.with_table_figures, "text_muted", "right")
        for line in wrap_spans(paper.shaper, emphasised(sentence, bold, look.body, look.strong), _RIGHT - left - 6.0):
            draw_spans(paper, left + 6.0, y, line)
            y += 5.35
        y += 1.75
    return y - 3.0
