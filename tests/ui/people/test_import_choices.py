"""Tests of the answers that a person gives while importing."""

from pathlib import Path

from mixer_app.domain.imports import ColumnChoice, Field, FilePreview, RejectedRow, RowDecision
from mixer_app.domain.roles import Role
from mixer_app.ui.people.import_choices import ImportChoices, column_of

FIRST, SECOND = Path("first.csv"), Path("second.csv")
PROBLEM = RejectedRow(file="first.csv", row=9, field="email", value="sofia@", reason="The address stops.")


def test_a_file_is_taken_once() -> None:
    choices = ImportChoices().with_files([FIRST]).with_files([FIRST, SECOND])

    assert [file.path for file in choices.files] == [FIRST, SECOND]


def test_an_answer_goes_to_its_file_alone() -> None:
    choices = ImportChoices().with_files([FIRST, SECOND])

    answered = choices.with_role(FIRST, Role.MENTOR).with_field(FIRST, "Firma", Field.EMPLOYER)

    first, second = answered.files
    assert (first.role, first.mapping) == (Role.MENTOR, {"Firma": "employer"})
    assert (second.role, second.mapping) == (None, None)


def test_a_settled_row_can_be_opened_again() -> None:
    choices = ImportChoices().with_files([FIRST])
    decision = RowDecision(row=9, leave_out=True)

    settled = choices.settle(FIRST, PROBLEM, "Leave out", decision)
    assert settled.files[0].decisions == (decision,)

    assert settled.unsettle(settled.settled[0]) == choices


def test_a_file_that_goes_takes_its_answers_along() -> None:
    choices = ImportChoices().with_files([FIRST, SECOND])
    settled = choices.settle(FIRST, PROBLEM, "Leave out", RowDecision(row=9, leave_out=True))

    assert settled.without_file(FIRST) == ImportChoices().with_files([SECOND])


def test_how_a_file_is_read_is_an_answer_too() -> None:
    choices = ImportChoices().with_files([FIRST]).read_as(FIRST, header_row=3)

    assert choices.files[0].header_row == 3


def test_the_column_of_a_problem_is_found_by_title_or_meaning() -> None:
    preview = FilePreview(
        path=FIRST,
        name="first.csv",
        sheet="",
        rows=1,
        encoding="UTF-8",
        delimiter="comma",
        header_row=1,
        columns=(ColumnChoice(header="E-mail address", field=Field.EMAIL),),
    )

    assert column_of(preview, PROBLEM) == "E-mail address"
