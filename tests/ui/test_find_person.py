"""Find a person by typing."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mixer_app.domain.people import Attendee
from mixer_app.ui.find_person import FindPerson


@pytest.fixture
def field(qtbot: Any, an_attendee: Callable[..., Attendee]) -> Iterator[FindPerson]:
    window = QWidget()
    qtbot.addWidget(window)
    field = FindPerson(window)
    QVBoxLayout(window).addWidget(field)
    field.set_people([an_attendee("Adaeze Nnamdi"), an_attendee("Ada Lovelace", role="mentor"), an_attendee("Bo Li")])
    window.resize(500, 400)
    with qtbot.waitExposed(window):
        window.show()
    field.setFocus()
    yield field  # noqa: PT022  # not returned: this frame keeps the window alive


def test_hits_appear_while_typing_and_enter_takes_the_first(field: FindPerson, qtbot: Any) -> None:
    QTest.keyClicks(field, "bo")
    assert field.list.isVisible()
    with qtbot.waitSignal(field.person_chosen):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert not field.list.isVisible()
    assert field.text() == ""


def test_down_goes_to_the_next_hit(field: FindPerson) -> None:
    chosen: list[int] = []
    field.person_chosen.connect(chosen.append)
    QTest.keyClicks(field, "ada")
    assert field.hits.rowCount() == 2
    first = field.list.view.currentIndex().data()
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.list.view.currentIndex().data() != first
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert len(chosen) == 1


def test_a_click_takes_a_hit(field: FindPerson, qtbot: Any) -> None:
    QTest.keyClicks(field, "ada")
    view = field.list.view
    with qtbot.waitSignal(field.person_chosen):
        QTest.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(1, 0)).center()
        )


def test_nobody_found_is_said_and_enter_does_nothing(field: FindPerson) -> None:
    chosen: list[int] = []
    field.person_chosen.connect(chosen.append)
    QTest.keyClicks(field, "qqqqqqq")
    assert field.list.view.model().index(0, 0).data() == "No one like this"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert chosen == []


def test_escape_takes_the_hits_away(field: FindPerson) -> None:
    QTest.keyClicks(field, "ada")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not field.list.isVisible()
    assert field.text() == ""
