"""The event report for a board: two pages to be read in two minutes, and the same figures as a table."""

from pathlib import Path

from mixer_app.domain.paper import EventReport, PaperReport
from mixer_app.domain.progress import Progress, report
from mixer_app.printing import report_words
from mixer_app.printing.paper import Paper, PrintKit
from mixer_app.printing.report_pages import draw_first_page, draw_second_page, is_figures_only
from mixer_app.printing.report_table import draw_tables, laid_out, report_tables


def write_event_report(
    figures: EventReport, path: Path, *, progress: Progress | None = None, kit: PrintKit | None = None
) -> PaperReport:
    """Two pages and the table; one page with figures only when fewer than twenty people came."""
    with Paper(path, title=f"{report_words.TITLE}, {figures.event_name}", kit=kit) as paper:
        report(progress, 0.0, report_words.PROGRESS)
        if is_figures_only(figures):
            draw_first_page(paper, figures, 1)
        else:
            tables = laid_out(report_tables(paper, figures))
            pages = 2 + len(tables)
            draw_first_page(paper, figures, pages)
            report(progress, 0.4, report_words.PROGRESS)
            draw_second_page(paper, figures, pages)
            report(progress, 0.8, report_words.PROGRESS)
            draw_tables(paper, figures, tables, pages)
    report(progress, 1.0, report_words.PROGRESS)
    return paper.report
