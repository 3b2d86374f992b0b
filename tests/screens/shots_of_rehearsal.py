"""Pictures of the rehearsal sheet."""

from collections.abc import Iterator

from evening import ScreenContext
from PySide6.QtWidgets import QWidget

from mixer_app.ui.overview import OverviewPage


def shots(context: ScreenContext) -> Iterator[tuple[str, QWidget]]:
    """As it opens first, what to expect, further down, and opened again after somebody has come."""
    page = context.go_to("overview")
    assert isinstance(page, OverviewPage)
    page.open_rehearsal()
    context.settle()
    sheet = page.rehearsal_sheet
    assert sheet is not None
    yield "rehearsal", context.window
    sheet.form.evenings_field.setValue(10)
    sheet.foot.run_button.click()
    context.settle(120)
    yield "rehearsal_result", context.window
    bar = (
        sheet.results_area.verticalScrollBar()
        if sheet.results_area.isVisible()
        else sheet.form_area.verticalScrollBar()
    )
    bar.setValue(bar.maximum())
    context.settle()
    yield "rehearsal_more", context.window
    sheet.close_sheet()
    context.settle()
    yield "overview_rehearsed", context.window
