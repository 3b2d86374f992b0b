"""Pictures of the Matching sheet."""

from collections.abc import Iterator

from evening import ScreenContext
from PySide6.QtWidgets import QWidget

from mixer_app.domain.learning import Finding, Learned
from mixer_app.ui.plan import PlanPage

_LEARNED = Learned(
    answers=412,
    events=3,
    findings=(
        Finding(criterion="topics", weight=0.25, without=0.38, with_it=0.71, low=0.18, high=0.47, suggested=0.36),
        Finding(criterion="needs", weight=0.30, without=0.49, with_it=0.61, low=0.02, high=0.22),
        Finding(criterion="experience", weight=0.15, without=0.55, with_it=0.54, low=-0.09, high=0.07, suggested=0.09),
        Finding(criterion="field", weight=0.10, without=0.52, with_it=0.56, low=-0.06, high=0.14),
    ),
    unknown=("wishes", "mentor_gain"),
    forgotten_events=1,
    weights={"topics": 0.36, "experience": 0.09},
)


def shots(context: ScreenContext) -> Iterator[tuple[str, QWidget]]:
    """As it opens, with changes and their effect, and further down."""
    page = context.go_to("plan")
    assert isinstance(page, PlanPage)
    page.open_matching()
    context.settle()
    sheet = page.matching_sheet
    assert sheet is not None
    yield "matching", context.window
    sheet.editor.learned.show_learned(_LEARNED)
    sheet.editor.learned.more_button.setChecked(True)
    context.settle()
    yield "matching_learned", context.window
    sheet.editor.learned.show_learned(Learned())
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
