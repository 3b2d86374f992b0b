"""Pictures of Print."""

import importlib
from collections.abc import Iterator

from evening import ScreenContext
from PySide6.QtWidgets import QWidget

from mixer_app.services.paper import Document
from mixer_app.ui.printing import PrintPage


def shots(context: ScreenContext) -> Iterator[tuple[str, QWidget]]:
    """Badges from the fourth label on and past used ones, stock of one's own, and every other document."""
    page = context.go_to("print")
    assert isinstance(page, PrintPage)
    yield "print", _settled(context, page)
    page.view.options.labels.start_at(4)
    yield "print_start_at", _settled(context, page)
    page.view.options.labels.start_at(1)
    for number in (1, 2, 5):
        page.view.options.labels.mark(number)
    page.view.preview.setFocus()
    yield "print_used_labels", _settled(context, page)
    page.view.options.labels.clear_button.click()
    labels = page.view.options.labels
    labels.choose_stock("butterfly-82x203")
    labels.changed.emit()
    labels.backs.text_field.setPlainText("Wi-Fi: guests\nThe bar opens after round 3")
    yield "print_folded", _settled(context, page)
    labels.choose_stock("avery-l7163")
    labels.backs.sides_combo.setCurrentIndex(1)
    labels.changed.emit()
    yield "print_two_sided", _settled(context, page)
    labels.backs.sides_combo.setCurrentIndex(0)
    labels.choose_stock("plain-a4-90x60")
    labels.changed.emit()
    labels.test_button.click()
    assert page.calibrating.sheet is not None
    page.calibrating.sheet.measured["left"].setValue(20.7)
    yield "print_test_page", _settled(context, page)
    page.calibrating.sheet.close_sheet()
    page.own_stock.open_sheet(None)
    yield "print_own_stock", _settled(context, page)
    sheet = page.own_stock.sheet
    assert sheet is not None
    sheet.title_field.setText("Badges of the house")
    sheet.lengths["left"].setValue(30.0)
    yield "print_own_stock_wrong", _settled(context, page)
    sheet.close_sheet()
    for document in list(Document)[1:]:
        if document is Document.CHANGE_SLIPS:
            page.view.documents.choose(document)
            window = _settled(context, page)
            if page.view.stack.currentWidget() is page.view.empty:
                yield "print_no_change_slips", window
            importlib.import_module("render").change_a_seat(context)
            page.refresh()
        page.view.documents.choose(document)
        yield f"print_{document.replace('-', '_')}", _settled(context, page)
    page.view.documents.choose(Document.MATCH_SHEETS)
    formats = page.view.options.formats
    for index in range(1, formats.format_combo.count()):
        formats.format_combo.setCurrentIndex(index)
        formats.format_combo.activated.emit(index)
        yield f"print_match_sheets_{formats.sheet}", _settled(context, page)
    page.view.documents.choose(Document.BADGES)


def _settled(context: ScreenContext, page: PrintPage) -> QWidget:
    """The window once the page that was asked for is drawn."""
    context.settle()
    while page.maker.waiting:
        context.settle()
    return context.window
