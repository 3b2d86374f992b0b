"""The People page with a real database, as it stands on the screen."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from mixer_app.domain.events import Event
from mixer_app.ui.people import PeoplePage


@pytest.fixture
def chosen_files() -> list[Path]:
    """What the person will choose in the next question for files."""
    return []


@pytest.fixture
def open_people(
    page_parts: dict[str, Any],
    event: Event,
    shown: Callable[..., QWidget],
    settled: Callable[[], None],
    chosen_files: list[Path],
) -> Callable[[], PeoplePage]:
    """Open the page on `event` once the people are in the database."""

    def build() -> PeoplePage:
        page = PeoplePage(
            **page_parts,
            dice=Random(3),
            choose_files=lambda _parent: list(chosen_files),
            choose_export=lambda _parent: chosen_files[0] if chosen_files else None,
            choose_badges=lambda _parent: chosen_files[0] if chosen_files else None,
        )
        shown(page, 1240, 900)
        page.show_event(event)
        settled()
        return page

    return build
