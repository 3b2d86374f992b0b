"""Pictures of the sheet on which badges are designed, and of logo and colour in Settings and the new-event form."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from evening import ScreenContext
from PySide6.QtWidgets import QWidget

from mixer_app.ui.settings import SettingsPage

LOGO = """<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100" viewBox="0 0 300 100">
<circle cx="50" cy="50" r="45" fill="#8E24AA"/>
<path d="M28 52 L44 68 L74 34" stroke="white" stroke-width="9" fill="none"/>
<rect x="115" y="22" width="170" height="20" rx="4" fill="#8E24AA"/>
<rect x="115" y="56" width="110" height="20" rx="4" fill="#333"/>
</svg>"""


def shots(context: ScreenContext) -> Iterator[tuple[str, QWidget]]:
    """As it opens, with everything chosen, further down, and a colour that cannot be read."""
    page = context.go_to("settings")
    assert isinstance(page, SettingsPage)
    page.show_target("badges_card")
    page.design_badges()
    sheet = page.designer
    assert sheet is not None
    context.settle(60)
    yield "badges", context.window
    with TemporaryDirectory() as folder:
        file = Path(folder) / "logo.svg"
        file.write_text(LOGO, "utf-8")
        sheet.logo_field.choose = lambda _: file
        sheet.logo_field.choose_button.click()
        context.settle(60)
    sheet.cards.cards["bold"].click()
    sheet.colour_field.code_field.setText("#8E24AA")
    sheet.colour_field.code_field.editingFinished.emit()
    context.settle(60)
    yield "badges_chosen", context.window
    sheet.pane.on_button.click()
    sheet.colour_field.code_field.setText("#F0C264")
    sheet.colour_field.code_field.editingFinished.emit()
    bar = sheet.form_area.verticalScrollBar()
    bar.setValue(bar.maximum())
    context.settle(60)
    yield "badges_below", context.window
    sheet.close_sheet()
    context.settle()
