"""The Print page as someone at the desk uses it."""

import errno
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit

from mixer_app.domain.correction import Correction
from mixer_app.domain.errors import MixerError
from mixer_app.domain.print_jobs import JobState
from mixer_app.domain.stock import Flip
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


def choose_stock(desk: Any, name: str) -> None:
    combo = desk.page.view.options.labels.stock_combo
    combo.setFocus()
    combo.setCurrentIndex(combo.findData(name))
    combo.activated.emit(combo.currentIndex())
    desk.settle()


def print_and_wait(desk: Any, qtbot: Any, title: str) -> None:
    """Press the button, and see the paper come out and be written down as printed."""
    before = len(desk.shelf.laser.came_out)
    QTest.mouseClick(desk.page.view.print_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.shelf.laser.came_out[before:] == [title], timeout=20_000)
    qtbot.waitUntil(
        lambda: [job.state for job in desk.station.queue.jobs] == [JobState.DONE] * (before + 1), timeout=20_000
    )
    desk.page.refresh()
    desk.settle()


def test_the_first_label_is_typed(desk: Any) -> None:
    spin = desk.page.view.options.labels.start_spin
    spin.setFocus()
    spin.selectAll()
    QTest.keyClicks(spin, "8")
    desk.settle()
    assert desk.page.maker.paper.pages == 2
    assert desk.page.view.options.choice().labels.start_at == 8


def test_keys_go_over_the_labels_and_mark_used_ones(desk: Any) -> None:
    preview, labels = desk.page.view.preview, desk.page.view.options.labels
    preview.setFocus()
    QTest.keyClick(preview, Qt.Key.Key_Down)
    QTest.keyClick(preview, Qt.Key.Key_Down)
    assert preview.accessibleDescription() == "Label 3 of 8"
    QTest.keyClick(preview, Qt.Key.Key_Space)
    desk.settle()
    assert labels.used == {3}
    QTest.keyClick(preview, Qt.Key.Key_Up)
    QTest.keyClick(preview, Qt.Key.Key_Space)
    desk.settle()
    assert labels.used == {2, 3}
    assert desk.page.maker.paper.pages == 2
    QTest.keyClick(preview, Qt.Key.Key_Space)
    assert labels.used == {3}


def test_a_click_marks_a_label_and_another_frees_it(desk: Any) -> None:
    preview, labels = desk.page.view.preview, desk.page.view.options.labels
    for number, used in ((8, {8}), (1, {1, 8}), (8, {1})):
        QTest.mouseClick(preview.viewport(), Qt.MouseButton.LeftButton, pos=preview.label_center(number))
        desk.settle()
        assert labels.used == used
    QTest.mouseClick(labels.clear_button, Qt.MouseButton.LeftButton)
    desk.settle()
    assert labels.used == set()


def test_a_label_before_the_first_is_freed_alone(desk: Any) -> None:
    preview, labels = desk.page.view.preview, desk.page.view.options.labels
    labels.start_at(4)
    desk.settle()
    QTest.mouseClick(preview.viewport(), Qt.MouseButton.LeftButton, pos=preview.label_center(2))
    assert labels.used == {1, 3}
    assert labels.start_spin.value() == 1


def test_marking_the_last_free_label_begins_a_new_sheet(desk: Any) -> None:
    labels = desk.page.view.options.labels
    for number in range(1, 9):
        labels.mark(number)
    desk.settle()
    assert labels.used == set()
    assert desk.page.view.preview.has_picture


def test_what_is_printed_is_used_the_next_time_until_the_sheet_is_full(desk: Any, qtbot: Any) -> None:
    labels = desk.page.view.options.labels
    labels.mark(2)
    choose_who(desk, Who.HERE)  # six badges on labels 1 and 3 to 7
    print_and_wait(desk, qtbot, "6 badges")
    assert labels.used == {1, 2, 3, 4, 5, 6, 7}
    choose_who(desk, Who.NEW)  # three: the last label, and two of a new sheet
    print_and_wait(desk, qtbot, "3 badges")
    assert labels.used == {1, 2}


def test_a_part_without_the_last_sheet_leaves_the_labels_as_they_were(desk: Any, qtbot: Any) -> None:
    desk.press = lambda dialog: dialog.last_spin.setValue(1)
    print_and_wait(desk, qtbot, "9 badges, page 1")
    assert desk.page.view.options.labels.used == set()


def test_a_document_goes_corrected_to_a_printer_that_was_measured(desk: Any, qtbot: Any, tmp_path: Path) -> None:
    def left() -> float:
        (tmp_path / "sent.pdf").write_bytes(desk.shelf.laser.files[-1])
        with pypdfium2.PdfDocument(tmp_path / "sent.pdf") as document:
            return document[0].get_textpage().get_charbox(0)[0] * 25.4 / 72

    choose(desk, Document.SIGN_IN)
    print_and_wait(desk, qtbot, "9 lines")
    plain = left()
    desk.page.calibrating.corrections.keep("laser", Correction(right_mm=4.0))
    print_and_wait(desk, qtbot, "9 lines")
    assert left() == pytest.approx(plain + 4.0, abs=0.05)


def test_badges_with_backs_are_sent_turned_over_the_edge_that_was_chosen(desk: Any, qtbot: Any) -> None:
    combo = desk.page.view.options.labels.backs.sides_combo
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_End)
    desk.settle()
    print_and_wait(desk, qtbot, "9 badges")
    assert desk.shelf.laser.sendings[-1].two_sided is Flip.SHORT_EDGE


def test_used_labels_are_kept_on_this_computer_for_each_stock(desk: Any, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "station.ini"), QSettings.Format.IniFormat)
    desk.page.use_settings(settings)
    labels = desk.page.view.options.labels
    labels.mark(5)
    choose_stock(desk, "avery-l4728")
    assert labels.used == set()
    desk.page.use_settings(settings)  # as after a restart
    choose_stock(desk, "plain-a4-90x60")
    assert labels.used == {5}


def test_saving_a_pdf_uses_no_label(desk: Any, qtbot: Any) -> None:
    QTest.mouseClick(desk.page.view.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(desk.said), timeout=20_000)
    assert desk.page.view.options.labels.used == set()


def test_another_stock_brings_its_own_labels(desk: Any) -> None:
    choose_stock(desk, "avery-5395")
    assert desk.page.view.options.labels.start_spin.maximum() == 8
    assert desk.page.view.preview.has_picture


def test_a_doubtful_stock_says_why_and_what_to_do(desk: Any) -> None:
    labels = desk.page.view.options.labels
    choose_stock(desk, "avery-l7163")
    assert labels.stock_combo.currentText() == "Avery L7163, address labels, test first"
    assert "Sources differ" in labels.stock_note.text()
    assert labels.stock_note.text().endswith("Print the test page first.")
    choose_stock(desk, "avery-5395")
    assert "test" not in labels.stock_combo.currentText() + labels.stock_note.text()


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
    previewed = desk.page.maker.paper.path.read_bytes()
    QTest.keyClick(desk.page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.shelf.laser.came_out == ["9 badges"], timeout=20_000)
    assert desk.said == ["9 badges: in the queue for The laser"]
    assert desk.shelf.laser.files == [previewed]


def test_some_pages_can_be_printed_and_twice(desk: Any, qtbot: Any, tmp_path: Path) -> None:
    def press(dialog: Any) -> None:
        dialog.first_spin.setValue(2)
        QTest.keyClick(dialog.copies_spin, Qt.Key.Key_Up)

    desk.press = press
    QTest.mouseClick(desk.page.view.print_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.shelf.laser.came_out == ["9 badges, page 2"], timeout=20_000)
    assert desk.shelf.laser.sendings[0].copies == 2
    (tmp_path / "part.pdf").write_bytes(desk.shelf.laser.files[0])
    assert page_count(tmp_path / "part.pdf") == 1


def test_after_printing_only_new_badges_are_left_for_the_next_time(desk: Any, qtbot: Any) -> None:
    choose_who(desk, Who.HERE)
    QTest.mouseClick(desk.page.view.print_button, Qt.MouseButton.LeftButton)

    def printed() -> list[str]:
        return [person.name.full for person in desk.database.read(list_attendees, 1) if person.badge_printed_at]

    qtbot.waitUntil(lambda: len(printed()) == 6, timeout=20_000)
    desk.page.refresh()
    desk.settle()
    choose_who(desk, Who.NEW)
    assert desk.page.view.bar.count_label.whole_text == "3 badges on 2 pages"  # two labels were left


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


def test_the_name_of_an_event_is_no_way_into_another_folder(desk: Any, qtbot: Any) -> None:
    desk.page.event_shown = replace(desk.page.event_shown, name="../../../tmp/Mentors/Mentees")
    QTest.keyClick(desk.page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(desk.said), timeout=20_000)
    assert desk.asked == ["tmp Mentors Mentees, badges.pdf"]


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
    assert not options.labels.stock_combo.isVisible()
    choose(desk, Document.SIGN_IN)
    assert options.who_combo.isVisible()
    assert not options.labels.start_spin.isVisible()
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


def test_badges_are_designed_from_the_print_page_and_the_preview_follows(qtbot: Any, a_desk: Callable[[str], Any]):
    desk = a_desk("room")
    page = desk.page
    before = page.maker.paper
    page.view.options.design_button.click()
    sheet = page.designer
    qtbot.waitUntil(lambda: not sheet.drawing.busy and sheet.apply_button.isEnabled(), timeout=20_000)
    sheet.cards.cards["minimal"].click()
    sheet.apply_button.click()
    qtbot.waitUntil(lambda: page.maker.paper not in (None, before), timeout=20_000)
    desk.settle()
    assert desk.said == ["Changed the badge design to minimal."]
    with PdfDocument(page.maker.paper.path) as written:
        assert "Badges, minimal" in written[0].get_textpage().get_text_range()


def test_what_a_small_label_has_no_room_for_is_told_before_printing(a_desk: Callable[[str], Any]):
    desk = a_desk("room")
    combo = desk.page.view.options.labels.stock_combo
    combo.setCurrentIndex(combo.findData("avery-5160"))
    combo.activated.emit(combo.currentIndex())
    desk.settle()
    told = " ".join(desk.page.view.problems.sentences)
    assert "These labels have no room for" in told


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


def test_the_first_pages_are_looked_at_while_the_rest_is_written(
    a_desk: Any, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    monkeypatch.setattr("mixer_app.ui.printing.paper_maker._STAGES", (1, 3))
    desk = a_desk("planned")
    view, seen = desk.page.view, []

    def note(paper: Any, width: float, height: float) -> None:
        seen.append((view.preview.pages, view.bar.page_label.text(), view.print_button.isEnabled()))

    desk.page.maker.begun.connect(note)
    desk.page.maker.made.connect(note)
    desk.page.view.documents.choose(Document.FOLLOW_UP)
    desk.settle()
    pages = desk.page.maker.paper.pages
    assert pages > 3
    assert seen == [
        (1, "Page 1 of 1 so far", False),
        (3, "Page 1 of 3 so far", False),
        (pages, f"Page 1 of {pages}", True),
    ]
    assert page_count(desk.page.maker.paper.path) == pages


def test_who_looks_at_a_later_page_keeps_it_when_something_changes(
    a_desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mixer_app.ui.printing.paper_maker._STAGES", (1, 3))
    desk = a_desk("planned")
    desk.page.view.documents.choose(Document.FOLLOW_UP)
    desk.settle()
    desk.page.view.preview.turn(2)
    desk.page._make()
    desk.settle()
    assert desk.page.view.bar.page_label.text().startswith("Page 3 of")


def test_a_full_disk_leaves_the_older_file_as_it_was(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill_up(source: Path, target: Path) -> None:
        target.write_bytes(b"%PDF half of it")
        raise OSError(errno.ENOSPC, "No space left on device")

    desk.saved.write_bytes(b"older")
    monkeypatch.setattr("mixer_app.ui.printing.outlet.shutil.copyfile", fill_up)
    desk.page.save_document()
    desk.settle()
    assert desk.failed == [f"“{desk.saved}” cannot be written: No space left on device. Choose another place."]
    assert desk.saved.read_bytes() == b"older"
    assert [path.name for path in desk.saved.parent.glob("*part*")] == []


def test_who_cancelled_gets_the_pages_with_one_press(desk: Any) -> None:
    view = desk.page.view
    view.documents.choose(Document.SIGN_IN)
    view.progress.cancel_button.click()
    desk.settle()
    assert (view.empty.isVisible(), view.print_button.isEnabled()) == (True, False)
    QTest.mouseClick(view.go_button, Qt.MouseButton.LeftButton)
    desk.settle()
    assert view.preview.has_picture
    assert view.print_button.isEnabled()


def test_what_could_not_be_written_is_tried_again_with_one_press(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    view = desk.page.view

    def full(*_: Any, **__: Any) -> None:
        raise MixerError("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr("mixer_app.ui.printing.paper_maker.read_document", full)
        view.documents.choose(Document.SIGN_IN)
        desk.settle()
        assert view.go_button.text() == "Try again"
    QTest.mouseClick(view.go_button, Qt.MouseButton.LeftButton)
    desk.settle()
    assert view.preview.has_picture


def test_badges_are_designed_on_the_stock_that_is_chosen(qtbot: Any, a_desk: Callable[[str], Any]) -> None:
    desk = a_desk("room")
    desk.page.view.options.labels.choose_stock("avery-l7163")
    desk.page.view.options.design_button.click()
    sheet = desk.page.designer
    qtbot.waitUntil(lambda: not sheet.drawing.busy and sheet.apply_button.isEnabled(), timeout=20_000)
    assert sheet.pane.size_label.text() == "100 %, as large as on paper: 99.1 × 38.1 mm"
    sheet.close_sheet()
    desk.settle()
