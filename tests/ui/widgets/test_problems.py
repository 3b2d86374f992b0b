"""What does not fit is told before it is printed."""

from typing import Any

from mixer_app.ui.widgets.problems import Problems


def test_each_thing_has_its_sentence(qtbot: Any) -> None:
    problems = Problems()
    qtbot.addWidget(problems)
    assert not problems.isVisibleTo(problems.parentWidget())
    problems.show_sentences(["Bo Li: the sign 🙂 is in no font that ships with the application."])
    assert problems.title_label.text() == "One thing to look at before printing"
    problems.show_sentences([f"Person {number}" for number in range(12)])
    assert problems.title_label.text() == "12 things to look at before printing"
    problems.show_sentences([])
    assert problems.isHidden()
