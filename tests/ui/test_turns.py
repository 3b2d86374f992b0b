"""What came of something is shown part by part, in turns of the event loop."""

from PySide6.QtCore import QCoreApplication, QObject

from mixer_app.ui.turns import Turns


def test_each_act_has_a_turn_of_its_own_in_the_order_given(qapp: QCoreApplication) -> None:
    around, done = QObject(), []
    turns = Turns(around)
    for word in ("people", "arrivals", "counters"):
        turns.take(lambda word=word: done.append(word))

    assert done == []
    for so_far in (1, 2, 3):
        QCoreApplication.processEvents()
        assert done == ["people", "arrivals", "counters"][:so_far]


def test_what_is_still_to_be_done_is_done_once(qapp: QCoreApplication) -> None:
    around, done = QObject(), []
    turns = Turns(around)

    def show() -> None:
        done.append("shown")

    turns.take(show)
    turns.take(show)
    QCoreApplication.processEvents()
    QCoreApplication.processEvents()
    assert done == ["shown"]
    turns.take(show)
    QCoreApplication.processEvents()
    assert done == ["shown", "shown"]


def test_an_act_may_ask_for_another(qapp: QCoreApplication) -> None:
    around, done = QObject(), []
    turns = Turns(around)

    def ask_again() -> None:
        done.append("first")
        turns.take(lambda: done.append("second"))

    turns.take(ask_again)
    QCoreApplication.processEvents()
    QCoreApplication.processEvents()

    assert done == ["first", "second"]
