"""Round sheets and change slips on the Print page."""

from typing import Any

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from mixer_app.services.paper import Document
from mixer_app.ui.printing.choice import PrintChoice, Who


def choose(desk: Any, document: Document) -> None:
    QTest.mouseClick(desk.page.view.documents.rows[document], Qt.MouseButton.LeftButton)
    desk.settle()


def take(desk: Any, combo: QComboBox, text: str) -> None:
    combo.setFocus()
    combo.setCurrentIndex(next(index for index in range(combo.count()) if combo.itemText(index).startswith(text)))
    combo.activated.emit(combo.currentIndex())
    desk.settle()


def account(desk: Any) -> str:
    return desk.page.view.bar.count_label.whole_text


def text_of(desk: Any) -> str:
    with pypdfium2.PdfDocument(desk.page.maker.paper.path) as document:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)


def test_the_next_round_is_offered_first(desk: Any) -> None:
    choose(desk, Document.ROUND_SHEETS)
    combo = desk.page.view.options.rounds.round_combo
    assert combo.isVisible()
    assert [combo.itemText(index) for index in range(combo.count())] == [
        "Next: Round 1, 18:30",
        "Round 1, 18:30",
        "Round 2, 18:42",
        "Round 3, 18:54",
        "Round 4, 19:06",
        "Round 5, 19:18",
        "All 5 rounds",
    ]
    assert account(desk) == "1 sheet on 1 page"
    assert "Round 1 of 5" in text_of(desk)


def test_another_round_and_all_of_them_can_be_printed(desk: Any) -> None:
    choose(desk, Document.ROUND_SHEETS)
    rounds = desk.page.view.options.rounds
    take(desk, rounds.round_combo, "Round 3")
    assert "Round 3 of 5" in text_of(desk)
    take(desk, rounds.round_combo, "All 5")
    assert account(desk) == "5 sheets on 5 pages"
    QTest.keyClick(rounds.names_box, Qt.Key.Key_Space)
    desk.settle()
    assert account(desk) == "5 sheets on 10 pages"
    assert "Everybody in this round, by name" in text_of(desk)


def test_letter_paper_can_be_chosen(desk: Any) -> None:
    choose(desk, Document.ROUND_SHEETS)
    take(desk, desk.page.view.options.rounds.paper_combo, "Letter")
    width, height = desk.page.maker.paper.size_mm(0)
    assert (round(width, 1), round(height, 1)) == (215.9, 279.4)


def test_slips_are_for_those_whose_seat_has_changed(a_desk: Any) -> None:
    desk = a_desk("changed")
    choose(desk, Document.CHANGE_SLIPS)
    options = desk.page.view.options
    assert account(desk) == "2 slips on 1 page"
    assert options.versions.since_combo.currentText().startswith("Plan 1, published")
    assert options.versions.until_combo.currentText().startswith("Plan 2, made")
    assert "Plan 2 replaces plan 1" in text_of(desk)
    assert options.labels.stock_combo.isVisible()
    assert options.who_combo.currentText() == "Everyone, 2"


def test_slips_can_begin_at_a_label_and_be_for_some(a_desk: Any) -> None:
    desk = a_desk("changed")
    choose(desk, Document.CHANGE_SLIPS)
    options = desk.page.view.options
    options.labels.start_spin.setFocus()
    QTest.keyClick(options.labels.start_spin, Qt.Key.Key_Up)
    desk.settle()
    assert options.labels.start_spin.value() == 2
    take(desk, options.who_combo, Who.CHOSEN.value)
    assert desk.page.view.empty.title_label.text() == "Nobody to print for"


def test_two_versions_that_are_alike_leave_nothing_to_print(a_desk: Any) -> None:
    desk = a_desk("changed")
    choose(desk, Document.CHANGE_SLIPS)
    take(desk, desk.page.view.options.versions.since_combo, "Plan 2")
    empty = desk.page.view.empty
    assert empty.title_label.text() == "No seat has changed"
    assert "plan 2 seats everybody as plan 2 does" in empty.sentence_label.text()
    assert not desk.page.view.print_button.isEnabled()
    take(desk, desk.page.view.options.versions.since_combo, "Plan 1")
    assert account(desk) == "2 slips on 1 page"


def test_one_version_has_no_slips_and_says_so(desk: Any) -> None:
    choose(desk, Document.CHANGE_SLIPS)
    assert desk.page.view.empty.title_label.text() == "No seat has changed"
    assert "one version of the plan so far" in desk.page.view.empty.sentence_label.text()
    assert not desk.page.view.options.versions.since_combo.isVisible()


def test_choices_of_rounds_are_there_for_their_documents_only(desk: Any) -> None:
    options = desk.page.view.options
    for document in Document:
        choose(desk, document)
        assert options.rounds.isVisible() is (document is Document.ROUND_SHEETS)
        assert options.versions.isVisible() is (document is Document.CHANGE_SLIPS)


def test_another_page_can_ask_for_the_match_sheets_of_some(a_desk: Any) -> None:
    desk = a_desk("changed")
    chosen = frozenset(list(desk.page._facts.people_of[Document.CHANGE_SLIPS])[:1])
    desk.page.show_target(PrintChoice(document=Document.MATCH_SHEETS, attendee_ids=chosen))
    desk.settle()
    assert account(desk) == "1 sheet on 1 page"
    desk.page.show_target(PrintChoice(document=Document.CHANGE_SLIPS))
    desk.settle()
    assert desk.page.view.documents.document is Document.CHANGE_SLIPS
