"""Pictures of the Matching sheet."""

from collections.abc import Iterator

from evening import ScreenContext
from PySide6.QtWidgets import QWidget

from mixer_app.ui.plan import PlanPage


def shots(context: ScreenContext) -> Iterator[tuple[str, QWidget]]:
    """As it opens, with changes and their effect, and further down."""
    page = context.go_to("plan")
    assert isinstance(page, PlanPage)
    page.open_matching()
    context.settle()
    sheet = page.matching_sheet
    assert sheet is not None
    yield "matching", context.window
    sheet.editor.weights.fields["needs"].field.setValue(10)
    sheet.editor.weights.fields["experience"].field.setValue(45)
    sheet.editor.floor_field.setValue(0.35)
    sheet.effect.again_asked.emit()
    context.settle()
    yield "matching_effect", context.window
    for _ in range(2):
        sheet.editor.questions.add_button.menu().actions()[0].trigger()
    sheet.effect.again_asked.emit()
    context.settle()
    bar = sheet.form_area.verticalScrollBar()
    bar.setValue(bar.maximum())
    context.settle()
    yield "matching_rules", context.window
    sheet.editor.employer_names.add_group(("St Bartholomew and the Royal London Hospitals NHS Trust", "Barts", "RLH"))
    sheet.editor.employer_names.add_group(())
    sheet.editor.related_fields.add_group(("Cardiology", "Vascular surgery", "Interventional radiology"))
    sheet.effect.again_asked.emit()
    context.settle()
    bar.setValue(bar.maximum())
    context.settle()
    yield "matching_names", context.window
    sheet.close_sheet()
