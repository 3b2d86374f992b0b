"""Opening a kiosk from the window: what the dialog says is what is there."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mixer_app.domain.events import Event
from mixer_app.ui import camera_source
from mixer_app.ui.background import Background
from mixer_app.ui.camera_source import NOT_INSTALLED
from mixer_app.ui.kiosk.opening import OpenKioskDialog
from mixer_app.ui.kiosk_opener import KioskOpener
from mixer_app.ui.main_window import MainWindow


def test_while_the_dialog_is_open_it_is_looked_whether_there_is_a_camera(
    database: Any,
    background: Background,
    clock: Callable[[], datetime],
    appearance: Any,
    event: Event,
    shown: Callable[..., QWidget],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    set_quick_pin: Callable[..., None],
) -> None:
    set_quick_pin(database, "2468")
    parts: dict[str, Any] = {"database": database, "background": background, "station": "Desk 1", "clock": clock}
    window = MainWindow(**parts, appearance=appearance, places=())
    shown(window, 1024, 700)
    monkeypatch.setattr(camera_source, "missing_camera", lambda: NOT_INSTALLED)
    told: list[str] = []

    def stay_open(dialog: OpenKioskDialog) -> int:
        qtbot.waitUntil(lambda: dialog.camera_note.text() == NOT_INSTALLED, timeout=10_000)
        told.append(dialog.camera_note.text())
        return 0

    monkeypatch.setattr(OpenKioskDialog, "exec", stay_open)
    KioskOpener(window, database, background, "Desk 1", clock, None).ask_for(event)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    window.close()
