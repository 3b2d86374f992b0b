"""After a power cut: what was a kiosk is one again, in a process of its own that is opened again when it crashes.

A kiosk on the screen of the desk comes before the desk, which opens when staff have left it; one on another
screen is opened beside the desk.
"""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QMessageBox

from mixer_app.domain.errors import MixerError
from mixer_app.services.database_place import place_at
from mixer_app.services.kiosk_keeper import keep
from mixer_app.services.kiosk_marker import KioskMarker, find_markers, remove_marker
from mixer_app.ui.own_process import own_command, run_to_end, start_detached
from mixer_app.ui.screens import find_screen, screen_of_window
from mixer_app.ui.station import take_station

_NOT_STARTED = "“{station}” was a kiosk, and could not be started again. Open it anew."


def resume_kiosks(
    stations: Path,
    settings: QSettings | None = None,
    *,
    markers: Path | None = None,
    run: Callable[[str, list[str], Mapping[str, str]], int] = run_to_end,
    start: Callable[[str, list[str], Mapping[str, str]], bool] = start_detached,
) -> bool:
    """Open again what was a kiosk when the power went; False: one ended without staff having left it.

    It waits for the kiosks that stand on the screen of the desk, which `settings` tell, and for no other.
    `stations` is where the windows of this user tell each other their names, `markers` where kiosks are marked.
    A kiosk that cannot be opened any more is told of in a box, and is no kiosk from then on.
    """
    coming = [marker for marker in find_markers(markers) if _is_free(marker.station, stations)]
    if not coming:
        return True
    desk = screen_of_window(settings)
    with ThreadPoolExecutor(len(coming)) as watchers:
        ends = [
            (marker, watchers.submit(_watch_over, marker, run))
            if _covers(marker, desk)
            else (marker, watchers.submit(_open_beside, marker, start))
            for marker in coming
        ]
    left = True
    for marker, end in ends:
        try:
            left = end.result() == 0 and left
        except MixerError as refusal:
            remove_marker(marker.station, markers)
            QMessageBox.critical(None, "Mentor Mixer", str(refusal))
    return left


def _is_free(station: str, stations: Path) -> bool:
    try:
        take_station(stations, wanted=station).release()
    except MixerError:
        return False  # that kiosk is open
    return True


def _covers(marker: KioskMarker, desk: QScreen) -> bool:
    """Whether the kiosk stands on the screen of the desk, or on one that shows the same."""
    screen = find_screen(marker.screen) or QGuiApplication.primaryScreen()
    return screen.geometry().intersects(desk.geometry())


def _watch_over(marker: KioskMarker, run: Callable[[str, list[str], Mapping[str, str]], int]) -> int:
    """Show it until it ends; its exit status."""
    _look(marker)
    place, options = place_at(marker.database), _options(marker)
    program, words = own_command("kiosk", "--no-restart", *place.options, *options)
    return keep(partial(run, program, words, place.environment))


def _open_beside(marker: KioskMarker, start: Callable[[str, list[str], Mapping[str, str]], bool]) -> int:
    """Start it in a process that watches over it by itself, also when the desk is closed; 0, as of one that is left."""
    _look(marker)
    place, options = place_at(marker.database), _options(marker)
    program, words = own_command("kiosk", *place.options, *options)
    if not start(program, words, place.environment):
        raise MixerError(_NOT_STARTED.format(station=marker.station))
    return 0


def _options(marker: KioskMarker) -> list[str]:
    options = ["--event", str(marker.event_id), "--station", marker.station]
    return options if marker.screen is None else [*options, "--screen", str(marker.screen)]


def _look(marker: KioskMarker) -> None:
    """`MixerError` says why it could not be opened: its process would tell nobody."""
    from mixer_app.services.events import find_event
    from mixer_app.services.staff_pin import can_leave_kiosk
    from mixer_app.services.stand_in import open_database_or_copy
    from mixer_app.ui.kiosk.running import NO_PIN

    event = str(marker.event_id)
    database, copy = open_database_or_copy(marker.database, event)
    try:
        if copy is None:
            database.read(find_event, event)
            if not database.read(can_leave_kiosk):
                raise MixerError(NO_PIN)
    finally:
        database.close()
