"""The rehearsal sheet over a window, on an event with three mentors and six mentees."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from mixer_app.domain.events import Event
from mixer_app.ui.rehearsal import KeptRehearsal, RehearsalSheet

OpenSheet = Callable[..., RehearsalSheet]


@pytest.fixture
def people(add: Callable[..., Any]) -> list[Any]:
    """Six mentees who want relocation, and three mentors of whom one offers it."""
    mentors = [
        add(name, role="mentor", needs_offered=("Relocation",) if not number else ())
        for number, name in enumerate(("Yusuf Çelik", "Ngozi Adeyemi", "Samuel Osei"))
    ]
    return [*mentors, *(add(f"{name} Mentee", needs_wanted=("Relocation",)) for name in "ABCDEF")]


@pytest.fixture
def open_sheet(
    page_parts: dict[str, Any], event: Event, shown: Callable[..., QWidget], settled: Callable[[], None]
) -> OpenSheet:
    """Open the sheet over a window of this size and wait until the event is read: `open_sheet(kept=…)`."""

    def build(width: int = 1440, height: int = 900, *, kept: KeptRehearsal | None = None) -> RehearsalSheet:
        window = QWidget()
        QVBoxLayout(window).addWidget(QPushButton("Behind"))
        shown(window, width, height)
        parts = {name: part for name, part in page_parts.items() if name != "station"}
        sheet = RehearsalSheet(window, event=event, kept=kept, **parts)
        sheet.open_sheet(sheet.foot.run_button)
        settled()
        return sheet

    return build


@pytest.fixture
def sheet(people: list[Any], open_sheet: OpenSheet) -> RehearsalSheet:
    """The sheet, open."""
    return open_sheet()
