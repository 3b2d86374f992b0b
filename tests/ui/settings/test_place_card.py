"""An event goes from a file to the server of a larger evening, and home again, from the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from mixer_app.services.check_in import check_in, head_counts
from mixer_app.services.database import open_database
from mixer_app.services.events import list_events
from mixer_app.services.people import list_attendees
from mixer_app.ui.settings.place_card import PlaceCard

pytestmark = pytest.mark.database_file
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def card(page_parts, shown, settled, event, add, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    add("Ann Smith")
    made = PlaceCard(page_parts["database"], page_parts["background"], page_parts["clock"], "Control")
    shown(made, 560, 300)
    made.show_event(event)
    return made


def _choose(monkeypatch, path):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given, **_named: (str(path), ""))


def _people(location):
    place = open_database(str(location))
    (event,) = place.read(list_events)
    names = [one.name.full for one in place.read(list_attendees, event.id)]
    place.close()
    return event.name, names


def test_an_event_goes_to_a_server_and_the_window_goes_on_there(qtbot, card, settled, server_database, event):
    qtbot.mouseClick(card.shared_button, LEFT)
    settled()
    card.connect_sheet.server_field.setText(server_database)
    with qtbot.waitSignal(card.moved, timeout=20_000) as moved:
        qtbot.keyClick(card.connect_sheet.server_field, Qt.Key.Key_Return)
    location, sentence = moved.args
    assert "app-password" not in location + sentence
    assert sentence.startswith(f"Moved {event.name} to ")
    assert "do not work with both" in sentence
    assert _people(server_database) == (event.name, ["Ann Smith"])
    assert card.connect_sheet is None


def test_an_event_goes_to_a_file_whose_ending_need_not_be_typed(qtbot, card, monkeypatch, tmp_path, event):
    _choose(monkeypatch, tmp_path / "home")
    with qtbot.waitSignal(card.moved, timeout=20_000) as moved:
        qtbot.mouseClick(card.file_button, LEFT)
    assert moved.args[0] == str(tmp_path / "home.db")
    assert _people(tmp_path / "home.db") == (event.name, ["Ann Smith"])


def test_what_cannot_be_is_told_in_the_card_and_nothing_moves(qtbot, card, monkeypatch, settled, database):
    _choose(monkeypatch, database.path)
    qtbot.mouseClick(card.file_button, LEFT)
    settled()
    assert "is the database itself" in card.problem_label.text()
    assert card.file_button.isEnabled()
    assert card.shared_button.isEnabled()


@pytest.fixture
def asked(qtbot, card, monkeypatch, settled, tmp_path, database, event, now):
    """The card asks: the event is in the file already, and somebody has come here since."""
    _choose(monkeypatch, tmp_path / "home.db")
    with qtbot.waitSignal(card.moved, timeout=20_000):
        qtbot.mouseClick(card.file_button, LEFT)
    settled()
    (ann,) = database.read(list_attendees, event.id)
    database.write(check_in, event.id, ann.code, station="Desk", now=now)
    qtbot.mouseClick(card.file_button, LEFT)
    settled()
    assert card.question.isVisible()
    return card.question


def _came(location):
    place = open_database(str(location))
    (event,) = place.read(list_events)
    here = place.read(head_counts, event.id).here
    place.close()
    return here


def test_a_second_time_tells_of_both_copies_and_leaves_what_is_there(qtbot, card, asked, tmp_path):
    assert asked.there_label.text().startswith("There: 1 person, 0 checked in, last change ")
    assert asked.here_label.text().startswith("Here: 1 person, 1 checked in, last change ")
    assert asked.leave_button.hasFocus()
    qtbot.keyClick(asked.leave_button, Qt.Key.Key_Space)
    assert not asked.isVisible()
    assert card.file_button.hasFocus()
    assert _came(tmp_path / "home.db") == 0


def test_whoever_decides_so_puts_this_one_in_the_place_of_the_one_there(qtbot, card, asked, tmp_path):
    with qtbot.waitSignal(card.moved, timeout=20_000) as moved:
        qtbot.mouseClick(asked.replace_button, LEFT)
    assert "As it was there before, it is kept in" in moved.args[1]
    assert not asked.isVisible()
    assert _came(tmp_path / "home.db") == 1
    assert len(list((tmp_path / "backups").glob("home-*-before-replacing.db"))) == 1
