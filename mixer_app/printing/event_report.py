"""The event report for a board: two pages to be read in two minutes."""

from pathlib import Path

from mixer_app.domain.paper import EventReport, PaperReport
from mixer_app.domain.progress import Progress, report
from mixer_app.printing import report_words
from mixer_app.printing.paper import Paper, PrintKit
from mixer_app.printing.report_pages import draw_first_page, draw_second_page, is_figures_only


def write_event_report(
    figures: EventReport, path: Path, *, progress: Progress | None = None, kit: PrintKit | None = None
) -> PaperReport:
    """Two pages; one with figures only when fewer than twenty people came."""
    with Paper(path, title=f"{report_words.TITLE}, {figures.event_name}", kit=kit) as paper:
        report(progress, 0.0, report_words.PROGRESS)
        draw_first_page(paper, figures)
        if not is_figures_only(figures):
            report(progress, 0.5, report_words.PROGRESS)
            draw_second_page(paper, figures)
    report(progress, 1.0, report_words.PROGRESS)
    return paper.report
