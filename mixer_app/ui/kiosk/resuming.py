"""After a power cut: what was a kiosk is one again, in a process of its own that is opened again when it crashes."""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMessageBox

from mixer_app.domain.errors import MixerError
from mixer_app.services.database_place import place_at
from mixer_app.services.kiosk_keeper import keep
from mixer_app.services.kiosk_marker import KioskMarker, find_markers, remove_marker
from mixer_app.ui.own_process import own_command, run_to_end
from mixer_app.ui.station import take_station


def resume_kiosks(
    stations: Path,
    *,
    markers: Path | None = None,
    run: Callable[[str, list[str], Mapping[str, str]], int] = run_to_end,
) -> bool:
    """Open again what was a kiosk when the power went, and wait; False: one ended without staff having left it.

    `stations` is where the windows of this user tell each other their names, `markers` where kiosks are marked.
    A kiosk that cannot be opened any more is told of in a box, and is no kiosk from then on.
    """
    coming = [marker for marker in find_markers(markers) if _is_free(marker.station, stations)]
    if not coming:
        return True
    with ThreadPoolExecutor(len(coming)) as watchers:
        ends = [(marker, watchers.submit(_watch_over, marker, run)) for marker in coming]
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


def _watch_over(marker: KioskMarker, run: Callable[[str, list[str], Mapping[str, str]], int]) -> int:
    _look(marker)
    place = place_at(marker.database)
    options = ["--event", str(marker.event_id), "--station", marker.station]
    if marker.screen is not None:
        options += ["--screen", str(marker.screen)]
    program, words = own_command("kiosk", "--no-restart", *place.options, *options)
    return keep(partial(run, program, words, place.environment))


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
