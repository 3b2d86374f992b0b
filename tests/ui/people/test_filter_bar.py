"""Filters as chips, from a menu that can be typed in; they stay while the window is open."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mixer_app.domain.people import Attendee
from mixer_app.ui.people import PeoplePage
from mixer_app.ui.people.filter_menu import FilterMenu

Open = Callable[[], PeoplePage]
Add = Callable[..., Attendee]


def menu_of(page: PeoplePage) -> FilterMenu:
    """The menu of filters, filled as when it opens."""
    menu = page.listing.filter_bar.filter_button.menu()
    assert isinstance(menu, FilterMenu)
    menu.aboutToShow.emit()
    return menu


def choose(qtbot: QtBot, page: PeoplePage, typed: str) -> None:
    """Type in the menu and press Enter on the first hit."""
    menu = menu_of(page)
    qtbot.keyClicks(menu, typed)
    qtbot.keyClick(menu, Qt.Key.Key_Return)


def names(page: PeoplePage) -> list[str]:
    model = page.listing.model
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


def chips(page: PeoplePage) -> list[str]:
    return [chip.text() for chip in page.listing.filter_bar.chips()]


def test_an_employer_is_found_by_its_letters(open_people: Open, add: Add, qtbot: QtBot) -> None:
    add("Ann Smith", employer="City Hospital")
    add("Bob Jones", employer="County Clinic")
    page = open_people()

    choose(qtbot, page, "county")

    assert (names(page), chips(page)) == (["Bob Jones"], ["County Clinic"])
    assert page.listing.filter_bar.count_label.text() == "1"


def test_chips_of_one_kind_widen_and_of_two_kinds_narrow(open_people: Open, add: Add, qtbot: QtBot) -> None:
    add("Ann Smith", employer="City", topics_wanted=("Finance",))
    add("Bob Jones", employer="County", topics_wanted=("Finance",))
    add("Eve Hill", employer="County")
    page = open_people()

    choose(qtbot, page, "employer city")
    choose(qtbot, page, "employer county")
    assert names(page) == ["Eve Hill", "Bob Jones", "Ann Smith"]
    choose(qtbot, page, "topic finance")
    assert names(page) == ["Bob Jones", "Ann Smith"]
    qtbot.keyClicks(page.listing.search, "ann")
    assert names(page) == ["Ann Smith"]


def test_a_private_need_is_not_offered(open_people: Open, add: Add, event: Any, qtbot: QtBot) -> None:
    private = next(need.name for need in event.needs if need.sensitive)
    add("Ann Smith", needs_wanted=(private,))
    page = open_people()
    menu = menu_of(page)

    qtbot.keyClicks(menu, private.split()[0].lower())

    assert not any(private in action.text() for action in menu.actions())


def test_walk_ins_and_missing_badges_are_picked_out(open_people: Open, add: Add, qtbot: QtBot) -> None:
    add("Ann Smith", walk_in=True)
    add("Bob Jones")
    page = open_people()

    choose(qtbot, page, "walk")
    assert names(page) == ["Ann Smith"]
    choose(qtbot, page, "not printed")
    assert names(page) == ["Ann Smith"]


def test_backspace_takes_a_letter_back_and_nothing_found_is_told(open_people: Open, add: Add, qtbot: QtBot) -> None:
    add("Ann Smith", employer="City")
    page = open_people()
    menu = menu_of(page)

    qtbot.keyClicks(menu, "cityx")
    assert menu.actions()[-1].text() == "No filter is called so"
    qtbot.keyClick(menu, Qt.Key.Key_Backspace)
    assert "Employer: City" in menu.actions()[-1].text()


def test_the_filters_of_an_event_are_there_again_when_it_is(
    open_people: Open, add: Add, event: Any, database: Any, now: Any, settled: Any, qtbot: QtBot
) -> None:
    from datetime import datetime

    from mixer_app.domain.events import EventPlanning
    from mixer_app.services.events import create_event

    add("Ann Smith", employer="City")
    page = open_people()
    choose(qtbot, page, "city")
    planning = EventPlanning(name="Other", starts_at=datetime(2027, 3, 5, 18, 30))
    other = database.write(create_event, planning, station="Test", now=now)

    page.show_event(other)
    settled()
    assert chips(page) == []
    page.show_event(event)
    settled()
    assert chips(page) == ["City"]
