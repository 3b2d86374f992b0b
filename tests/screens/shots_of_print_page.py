"""Pictures of Print."""

import importlib
from collections.abc import Iterator

from evening import ScreenContext
from PySide6.QtWidgets import QWidget

from mixer_app.services.paper import Document
from mixer_app.ui.printing import PrintPage


def shots(context: ScreenContext) -> Iterator[tuple[str, QWidget]]:
    """Badges from the fourth label on, and every other document."""
    page = context.go_to("print")
    assert isinstance(page, PrintPage)
    yield "print", _settled(context, page)
    page.view.options.start_at(4)
    yield "print_start_at", _settled(context, page)
    page.view.options.start_at(1)
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
