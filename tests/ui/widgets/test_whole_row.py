"""A row that is as high as its words."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mixer_app.ui.appearance import Appearance
from mixer_app.ui.widgets import WholeRow, label


def test_words_are_whole_when_they_grow_in_number_and_size_and_the_row_shrinks_back(
    shown: Callable[..., QWidget], appearance: Appearance, qtbot: QtBot
) -> None:
    row = WholeRow()
    words = label("Says that the role is wrong", wrap=True)
    QHBoxLayout(row).addWidget(words)
    inside, window = QWidget(), QScrollArea()
    column = QVBoxLayout(inside)
    column.addWidget(row)
    column.addStretch(1)
    window.setWidgetResizable(True)
    window.setWidget(inside)
    shown(window, 200, 120)
    before = row.height()

    def whole() -> bool:
        return words.height() >= words.heightForWidth(words.width())

    words.setText("Could not show who they are. Ask for something with a name on it, such as a card or a letter.")
    qtbot.waitUntil(lambda: row.height() > before and whole())
    try:
        grown = row.height()
        appearance.choose_scale(2.0)
        qtbot.waitUntil(lambda: row.height() > grown and whole())
    finally:
        appearance.choose_scale(1.0)
    words.setText("Says that the role is wrong")
    qtbot.waitUntil(lambda: row.height() == before)


def test_a_row_that_is_put_in_while_all_is_shown_cuts_no_words(shown: Callable[..., QWidget], qtbot: QtBot) -> None:
    card, inside, window = QWidget(), QWidget(), QScrollArea()
    rows = QVBoxLayout(card)
    around = QVBoxLayout(inside)
    around.addWidget(label("What stands above it goes on below, too", wrap=True), 1)
    around.addWidget(card)
    window.setWidgetResizable(True)
    window.setWidget(inside)
    shown(window, 240, 300)
    row = WholeRow()
    first, second = (
        label("Desk 1, HP LaserJet by the wall", wrap=True),
        label("Out of labels, 2 badges wait", wrap=True),
    )
    words = QVBoxLayout()
    words.addWidget(first)
    words.addWidget(second)
    beside = QHBoxLayout(row)
    beside.addLayout(words, 1)
    beside.addWidget(QPushButton("Other printer"))
    rows.addWidget(row)
    qtbot.waitUntil(row.isVisible)
    qtbot.waitUntil(lambda: all(one.height() >= one.heightForWidth(one.width()) for one in (first, second)))
