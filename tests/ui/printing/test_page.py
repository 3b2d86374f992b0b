"""The Print page as someone at the desk uses it."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit

from mixer_app.domain.errors import MixerError
from mixer_app.services.paper import Document, page_count
from mixer_app.services.people import list_attendees
from mixer_app.ui.printing.choice import Who


def choose(desk: Any, document: Document) -> None:
    QTest.mouseClick(desk.page.view.documents.rows[document], Qt.MouseButton.LeftButton)
    desk.settle()


def choose_who(desk: Any, who: Who) -> None:
    combo = desk.page.view.options.who_combo
    combo.setFocus()
    combo.setCurrentIndex(combo.findData(who))
    combo.activated.emit(combo.currentIndex())
    desk.settle()


def test_the_badges_of_everyone_are_there_when_the_page_opens(desk: Any) -> None:
    view = desk.page.view
    assert view.bar.count_label.whole_text == "9 badges on 2 pages"
    assert view.bar.page_label.text() == "Page 1 of 2"
    assert view.preview.has_picture
    assert view.print_button.isEnabled()


def test_the_list_says_what_each_document_is_for_and_how_many(desk: Any) -> None:
    rows = desk.page.view.documents.rows
    assert [row.accessibleName() for row in rows.values()] == [
        "Badges, 9 badges",
        "Match sheets, 6 sheets",
        "Table cards, 3 cards",
        "Sign-in list, 9 lines",
        "Round sheets, 5 sheets",
        "Change slips, 0 slips",
        "Follow-up summaries, 6 summaries",
        "Event report, 1 report",
    ]
    assert all(row.accessibleDescription() for row in rows.values())


@pytest.mark.parametrize("document", list(Document))
def test_every_document_shows_its_real_pages(a_desk: Any, document: Document) -> None:
    desk = a_desk("changed")
    choose(desk, document)
    assert desk.page.view.preview.has_picture
    assert desk.page.view.preview.pages == page_count(desk.page.maker.paper.path)


def test_arrows_in_the_list_go_from_document_to_document(desk: Any) -> None:
    rows = desk.page.view.documents.rows
    rows[Document.BADGES].setFocus()
    QTest.keyClick(rows[Document.BADGES], Qt.Key.Key_Down)
    desk.settle()
    assert desk.page.view.documents.document is Document.MATCH_SHEETS
    assert desk.page.view.bar.count_label.whole_text.startswith("6 sheets")


def test_keys_turn_the_pages(desk: Any) -> None:
    choose(desk, Document.MATCH_SHEETS)
    preview, label = desk.page.view.preview, desk.page.view.bar.page_label
    last = preview.pages
    preview.setFocus()
    for key, page in (
        (Qt.Key.Key_Right, 2),
        (Qt.Key.Key_End, last),
        (Qt.Key.Key_Right, last),
        (Qt.Key.Key_Left, last - 1),
        (Qt.Key.Key_Home, 1),
        (Qt.Key.Key_Left, 1),
    ):
        QTest.keyClick(preview, key)
        assert label.text() == f"Page {page} of {last}"


def test_who_turns_pages_finds_the_next_one_drawn_already(desk: Any) -> None:
    choose(desk, Document.MATCH_SHEETS)
    preview = desk.page.view.preview
    preview.setFocus()
    QTest.keyClick(preview, Qt.Key.Key_Right)
    desk.settle()
    QTest.keyClick(preview, Qt.Key.Key_Right)
    assert preview.has_picture


def test_plus_and_minus_zoom_and_the_page_gets_sharper(desk: Any) -> None:
    preview = desk.page.view.preview
    preview.setFocus()
    before = desk.page.view.bar.zoom_label.text()
    QTest.keyClick(preview, Qt.Key.Key_Plus)
    QTest.keyClick(preview, Qt.Key.Key_Plus)
    desk.settle()
    assert desk.page.view.bar.zoom_label.text() != before
    assert preview.verticalScrollBar().maximum() > 0
    QTest.mouseClick(desk.page.view.bar.smaller_button, Qt.MouseButton.LeftButton)
    QTest.keyClick(preview, Qt.Key.Key_Minus)
    assert desk.page.view.bar.zoom_label.text() == before


def test_arrows_and_clicks_move_the_first_label(desk: Any) -> None:
    preview, spin = desk.page.view.preview, desk.page.view.options.start_spin
    preview.setFocus()
    QTest.keyClick(preview, Qt.Key.Key_Down)
    QTest.keyClick(preview, Qt.Key.Key_Down)
    assert spin.value() == 3
    desk.settle()
    assert desk.page.maker.paper.pages == 2
    QTest.mouseClick(preview.viewport(), Qt.MouseButton.LeftButton, pos=preview.label_center(8))
    desk.settle()
    assert spin.value() == 8
    assert desk.page.view.bar.page_label.text() == "Page 1 of 2"
    QTest.keyClick(preview, Qt.Key.Key_Up)
    assert spin.value() == 7


def test_another_stock_brings_its_own_labels(desk: Any) -> None:
    combo = desk.page.view.options.stock_combo
    letter = next(index for index in range(combo.count()) if combo.itemData(index) == "avery-5395")
    combo.setCurrentIndex(letter)
    combo.activated.emit(letter)
    desk.settle()
    assert desk.page.view.options.start_spin.maximum() == 8
    assert desk.page.view.preview.has_picture


def test_badges_can_be_printed_for_those_who_are_here(desk: Any) -> None:
    choose_who(desk, Who.HERE)
    assert desk.page.view.bar.count_label.whole_text == "6 badges on 1 page"


def test_people_are_chosen_by_name_and_taken_away_again(desk: Any) -> None:
    choose_who(desk, Who.CHOSEN)
    assert desk.page.view.empty.title_label.text() == "Nobody to print for"
    field = desk.page.view.options.chosen_people.find_person
    field.setFocus()
    QTest.keyClicks(field, "adaeze")
    QTest.keyClick(field, Qt.Key.Key_Return)
    desk.settle()
    assert desk.page.view.bar.count_label.whole_text == "1 badge on 1 page"
    chip = next(
        chip for chip in desk.page.view.options.chosen_people.findChildren(QAbstractButton) if "Adaeze" in chip.text()
    )
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    desk.settle()
    assert not desk.page.view.print_button.isEnabled()


def test_another_page_can_ask_for_the_badges_of_some(desk: Any) -> None:
    chosen = [person.id for person in desk.database.read(list_attendees, 1)][:2]
    choose(desk, Document.REPORT)
    desk.page.show_target(chosen)
    desk.settle()
    assert desk.page.view.bar.count_label.whole_text == "2 badges on 1 page"


def test_printing_queues_the_very_pages_of_the_preview(desk: Any, qtbot: Any) -> None:
    QTest.keyClick(desk.page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.shelf.laser.came_out == ["9 badges"], timeout=20_000)
    assert desk.said == ["9 badges: in the queue for The laser"]
    assert desk.shelf.laser.files == [desk.page.maker.paper.path.read_bytes()]


def test_some_pages_can_be_printed_and_twice(desk: Any, qtbot: Any) -> None:
    def press(dialog: Any) -> None:
        dialog.first_spin.setValue(2)
        QTest.keyClick(dialog.copies_spin, Qt.Key.Key_Up)

    desk.press = press
    QTest.mouseClick(desk.page.view.print_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.shelf.laser.came_out == ["9 badges, page 2"], timeout=20_000)
    assert desk.shelf.laser.sendings[0].copies == 2
    (desk.page.maker.paper.path.parent / "part.pdf").write_bytes(desk.shelf.laser.files[0])
    assert page_count(desk.page.maker.paper.path.parent / "part.pdf") == 1


def test_after_printing_only_new_badges_are_left_for_the_next_time(desk: Any, qtbot: Any) -> None:
    choose_who(desk, Who.HERE)
    QTest.mouseClick(desk.page.view.print_button, Qt.MouseButton.LeftButton)

    def printed() -> list[str]:
        return [person.name.full for person in desk.database.read(list_attendees, 1) if person.badge_printed_at]

    qtbot.waitUntil(lambda: len(printed()) == 6, timeout=20_000)
    desk.page.refresh()
    desk.settle()
    choose_who(desk, Who.NEW)
    assert desk.page.view.bar.count_label.whole_text == "3 badges on 1 page"


def test_a_document_that_failed_is_told_on_the_queue_button_and_retried_there(desk: Any, qtbot: Any) -> None:
    desk.shelf.laser.refuses = MixerError("The laser is on fire.")
    QTest.mouseClick(desk.page.view.print_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.page.view.queue_button.text() == "Queue, 1 to look at", timeout=20_000)
    QTest.mouseClick(desk.page.view.queue_button, Qt.MouseButton.LeftButton)
    (row,) = desk.page.queue.rows
    assert row.accessibleName() == "9 badges, Failed. The laser is on fire."
    desk.shelf.laser.refuses = None
    QTest.mouseClick(row.likely_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.shelf.laser.came_out == ["9 badges"], timeout=20_000)
    desk.page.view.show_queue(None)


def test_nobody_who_changes_their_mind_prints_anything(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk.page.outlet, "_ask_printer", lambda window, paper, station: None)
    QTest.mouseClick(desk.page.view.print_button, Qt.MouseButton.LeftButton)
    desk.settle()
    assert (desk.said, desk.failed, desk.station.queue.jobs) == ([], [], ())


def test_saving_writes_the_pages_of_the_preview(desk: Any, qtbot: Any) -> None:
    QTest.keyClick(desk.page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(desk.said), timeout=20_000)
    assert desk.asked == ["Physician mixer, badges.pdf"]
    assert desk.said == ["Saved as saved.pdf"]
    assert desk.saved.read_bytes() == desk.page.maker.paper.path.read_bytes()


def test_a_place_that_cannot_be_written_is_refused_with_a_sentence(
    desk: Any, qtbot: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(desk.page.outlet, "_choose_file", lambda window, name: tmp_path / "nowhere" / "x.pdf")
    QTest.mouseClick(desk.page.view.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(desk.failed), timeout=20_000)
    assert "cannot be written" in desk.failed[0]


def test_without_people_the_page_leads_to_them(a_desk: Any, qtbot: Any) -> None:
    desk = a_desk("empty")
    assert desk.page.view.empty.title_label.text() == "Nobody to print yet"
    assert not desk.page.view.print_button.isEnabled()
    with qtbot.waitSignal(desk.page.go_to) as gone:
        QTest.mouseClick(desk.page.view.go_button, Qt.MouseButton.LeftButton)
    assert gone.args == ["people", None]


def test_match_sheets_wait_for_the_plan(a_desk: Any, qtbot: Any) -> None:
    desk = a_desk("room")
    choose(desk, Document.MATCH_SHEETS)
    assert desk.page.view.empty.title_label.text() == "Not planned yet"
    with qtbot.waitSignal(desk.page.go_to) as gone:
        QTest.mouseClick(desk.page.view.go_button, Qt.MouseButton.LeftButton)
    assert gone.args == ["plan", None]


def test_choices_that_a_document_does_not_have_are_not_there(desk: Any) -> None:
    choose(desk, Document.REPORT)
    options = desk.page.view.options
    assert not options.who_combo.isVisible()
    assert not options.stock_combo.isVisible()
    choose(desk, Document.SIGN_IN)
    assert options.who_combo.isVisible()
    assert not options.start_spin.isVisible()
    assert options.who_combo.findData(Who.NEW) == -1


def test_every_control_has_a_name(desk: Any) -> None:
    controls = [
        widget
        for kind in (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox)
        for widget in desk.page.findChildren(kind)
        if widget.isVisible() and widget.objectName() != "qt_spinbox_lineedit"
    ]
    assert controls
    assert [widget for widget in controls if not widget.accessibleName()] == []
    assert desk.page.view.preview.accessibleName() == "Preview"
    assert desk.page.view.preview.accessibleDescription() == "Page 1 of 2"


def test_another_format_of_match_sheets_makes_other_pages_and_is_offered_two_sided(desk: Any, qtbot: Any) -> None:
    choose(desk, Document.MATCH_SHEETS)
    folded = desk.page.view.preview.pages
    combo = desk.page.view.options.formats.format_combo
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Down)
    desk.settle()
    assert desk.page.view.preview.pages == 2 * folded
    QTest.mouseClick(desk.page.view.print_button, Qt.MouseButton.LeftButton)
    assert desk.offered[-1].two_sided
    qtbot.waitUntil(lambda: bool(desk.shelf.laser.sendings), timeout=20_000)
    assert desk.shelf.laser.sendings[-1].two_sided


def test_summaries_come_in_large_print_and_other_documents_have_no_such_choice(desk: Any) -> None:
    choose(desk, Document.FOLLOW_UP)
    usual = desk.page.view.preview.pages
    box = desk.page.view.options.formats.large_box
    QTest.keyClick(box, Qt.Key.Key_Space)
    desk.settle()
    assert desk.page.view.preview.pages > usual
    choose(desk, Document.SIGN_IN)
    assert not box.isVisible()


def test_table_cards_come_without_the_times_where_they_may_move(desk: Any) -> None:
    choose(desk, Document.TABLE_CARDS)
    with_times = desk.page.maker.paper.path.read_bytes()
    QTest.keyClick(desk.page.view.options.formats.times_box, Qt.Key.Key_Space)
    desk.settle()
    assert len(desk.page.maker.paper.path.read_bytes()) < len(with_times)
