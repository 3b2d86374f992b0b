from mixer_app.domain.imports import Field
from mixer_app.exchange.own_export import OWN_COLUMNS, question_of, question_title, recognise

NAMES = [name for name, _ in OWN_COLUMNS]


def test_our_own_columns_are_known_again_and_the_rest_are_questions():
    meaning = recognise([*NAMES, "keep_apart", "Diet"])
    assert meaning is not None
    assert (meaning["keep_apart"], meaning["Diet"], meaning["topics"]) == (
        Field.KEEP_APART, Field.QUESTION, Field.LEAVE_OUT,
    )  # fmt: skip


def test_an_export_from_before_the_newest_column_is_ours_too():
    meaning = recognise([*NAMES[:-1], "Diet"])
    assert meaning is not None
    assert NAMES[-1] not in meaning
    assert meaning["Diet"] is Field.QUESTION


def test_a_table_of_others_is_not_ours():
    assert recognise(["code", "name", "email"]) is None


def test_a_question_called_like_a_column_keeps_its_words():
    for question in ("name", "name (answer)", "Diet", "keep_apart"):
        assert question_of(question_title(question)) == question
    assert question_title("name") not in NAMES
