"""Backups in the window: seen, made, and put back in two clicks."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from mixer_app.domain.backups import BEFORE_RESTORE, BY_HAND, REGULAR
from mixer_app.services.people import list_attendees
from mixer_app.services.safekeeping import back_up_now, list_backups, place_of
from mixer_app.ui.settings.backups_card import BackupsCard, size_words, why_words


@pytest.fixture
def card(page_parts, shown, settled):
    made = BackupsCard(page_parts["database"], page_parts["background"], page_parts["clock"])
    shown(made, 560, 600)
    made.refresh()
    settled()
    return made


def test_without_a_backup_the_card_says_so_and_makes_one(qtbot, card, settled, database):
    assert card.state_mark.text_label.text() == "No backup yet"
    qtbot.mouseClick(card.now_button, Qt.MouseButton.LeftButton)
    settled()
    qtbot.waitUntil(lambda: len(card.rows) == 1)
    assert card.state_mark.text_label.text().startswith("The last backup is of ")
    assert [one.why for one in list_backups(place_of(database))] == [BY_HAND]


def test_a_backup_is_put_back_with_two_clicks(qtbot, card, settled, database, event, add, clock):
    add("Ann Smith")
    back_up_now(database, why=REGULAR, now=clock() - timedelta(minutes=12))
    add("Added after the backup")
    card.refresh()
    qtbot.waitUntil(lambda: bool(card.rows))
    (row,) = card.rows
    qtbot.mouseClick(row.restore_button, Qt.MouseButton.LeftButton)
    assert row.sure_button.isVisible()
    assert row.question_label.isVisible()
    assert "What was done since is kept" in row.question_label.text()
    with qtbot.waitSignal(card.restored) as restored:
        qtbot.mouseClick(row.sure_button, Qt.MouseButton.LeftButton)
    settled()
    assert restored.args[0] == database.location
    assert [one.name.full for one in database.read(list_attendees, event.id)] == ["Ann Smith"]
    assert [one.why for one in list_backups(place_of(database))] == [BEFORE_RESTORE, REGULAR]


def test_the_first_click_can_be_taken_back_from_the_keyboard(qtbot, card, database, event, clock):
    back_up_now(database, why=REGULAR, now=clock())
    card.refresh()
    qtbot.waitUntil(lambda: bool(card.rows))
    (row,) = card.rows
    row.restore_button.setFocus()
    qtbot.keyClick(row.restore_button, Qt.Key.Key_Space)
    assert row.sure_button.hasFocus()
    row.keep_button.setFocus()
    qtbot.keyClick(row.keep_button, Qt.Key.Key_Space)
    assert row.restore_button.hasFocus()
    assert not row.sure_button.isVisible()


def test_what_cannot_be_copied_is_told_in_the_card(qtbot, card, settled, database):
    (database.path.parent / "backups").write_text("a file, not a folder")
    qtbot.mouseClick(card.now_button, Qt.MouseButton.LeftButton)
    settled()
    qtbot.waitUntil(card.problem_label.isVisible)
    assert "backups" in card.problem_label.text()
    assert card.now_button.isEnabled()


def test_reasons_and_sizes_are_told_in_words():
    assert why_words("version-0007") == "before an update"
    assert size_words(4_210_000) == "4.2 MB"
