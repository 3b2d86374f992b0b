"""The Matching sheet over a window, on an event with three mentors and six mentees who are here."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mixer_app.domain.events import Event, MatchingRules
from mixer_app.services.check_in import check_in
from mixer_app.services.events import find_event
from mixer_app.ui.matching import MatchingSheet

GRADES = ("Grade 7", "HEO", "SEO")


@pytest.fixture
def room(database: Any, event: Event, add: Callable[..., Any], now: Any) -> None:
    """Everybody, checked in; two questions were asked, and experience came as grades."""
    for number, name in enumerate(("Yusuf Çelik", "Ngozi Adeyemi", "Samuel Osei")):
        person = add(
            name,
            role="mentor",
            employer=f"Hospital {number}",
            needs_offered=("Relocation",) if number else (),
            topics_offered=("Finance",),
            experience_grade="Grade 7",
            answers=(("Adviser", f"Prof. {number % 2}"), ("Band", GRADES[number])),
        )
        database.write(check_in, event.id, person.code, station="Desk 1", now=now)
    for number, name in enumerate(("Adaeze Nnamdi", "Bo Li", "Siti Aminah", "Zoë Berg", "Emre Yıldız", "Ana Sousa")):
        person = add(
            name,
            role="mentee",
            employer=("City Hospital", "City Hosp.")[number] if number < 2 else f"Clinic {number}",
            needs_wanted=("Relocation",),
            topics_wanted=("Finance",) if number % 2 else ("Law",),
            experience_grade=GRADES[1 + number % 2],
            answers=(("Adviser", f"Prof. {number % 2}"), ("Band", GRADES[number % 3])),
        )
        database.write(check_in, event.id, person.code, station="Desk 1", now=now)


@pytest.fixture
def open_sheet(
    qtbot: QtBot,
    page_parts: dict[str, Any],
    event: Event,
    room: None,
    shown: Callable[..., QWidget],
    settled: Callable[[], None],
) -> Callable[..., MatchingSheet]:
    """Open the sheet over a window of this size and wait until it is filled."""

    def build(width: int = 1440, height: int = 900) -> MatchingSheet:
        window = QWidget()
        QVBoxLayout(window).addWidget(QPushButton("Behind"))
        shown(window, width, height)
        sheet = MatchingSheet(window, event=event, **page_parts)
        sheet.open_sheet(sheet.foot.cancel_button)
        settled()
        return sheet

    return build


@pytest.fixture
def sheet(open_sheet: Callable[..., MatchingSheet]) -> MatchingSheet:
    """The sheet, open."""
    return open_sheet()


@pytest.fixture
def stored_rules(database: Any) -> Callable[[], MatchingRules]:
    """The rules as the database has them."""
    return lambda: database.read(find_event, None).rules
