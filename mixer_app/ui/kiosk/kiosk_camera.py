"""The camera of a kiosk: a touch on the scan card opens it, and it closes when the person goes."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from mixer_app.domain import kiosk_happenings as happen
from mixer_app.domain.kiosk import Hint, KioskScreen, KioskState
from mixer_app.ui.background import Background
from mixer_app.ui.camera import CameraScanner
from mixer_app.ui.camera_source import NO_CAMERA, NOT_INSTALLED, Camera, open_camera
from mixer_app.ui.kiosk.visit import Visit
from mixer_app.ui.kiosk.welcome import CameraSight, WelcomePage


class KioskCamera(QObject):
    """Looks for codes while the first screen belongs to whoever touched the scan card.

    Its picture stands in the scan card; another touch closes it. Where there is no camera, the card says where
    the scanner is; where there is one that cannot be used, it says that. A computer without the extra `camera`
    is asked once.
    """

    def __init__(
        self,
        background: Background,
        visit: Visit,
        page: WelcomePage,
        parent: QObject,
        *,
        open_source: Callable[[], Camera] = open_camera,
    ) -> None:
        super().__init__(parent)
        self._visit, self._page = visit, page
        self._installed, self._sight = True, CameraSight.NONE
        self.scanner = CameraScanner(background, self, mirror=page.viewfinder.mirror, open_source=open_source)
        self.scanner.opened.connect(self._opened)
        self.scanner.code_seen.connect(self._seen)
        self.scanner.lost.connect(self._lost)
        visit.stepped.connect(self._follow)

    @Slot()
    def look(self) -> None:
        """The person wants to scan: say where the scanner is, and open the camera; if it is open, close it."""
        if self._sight is CameraSight.OPEN:
            if not self._visit.state.busy:
                self._visit.happen(happen.BackChosen())  # which `_follow` follows
            return
        opens = self._installed and not self.scanner.running
        if opens:  # before it is said where the scanner is
            self._show(CameraSight.OPENING)
        self._visit.happen(happen.ScanChosen())
        if opens and self._visit.state.screen is KioskScreen.WELCOME:
            self.scanner.start()

    def stop(self) -> None:
        """Close the camera."""
        self.scanner.stop()
        self._show(CameraSight.NONE)

    def _show(self, sight: CameraSight) -> None:
        self._sight = sight
        self._page.show_camera(sight)

    def _opened(self) -> None:
        if self.scanner.running:
            self._show(CameraSight.OPEN)

    def _seen(self, code: str) -> None:
        if self.scanner.running:  # what was read before it was closed belongs to nobody
            self._visit.happen(happen.CodeScanned(code))

    def _lost(self, sentence: str) -> None:
        self._installed = sentence != NOT_INSTALLED
        if sentence in (NOT_INSTALLED, NO_CAMERA):
            self._show(CameraSight.NONE)
            return
        if not self._visit.state.busy:
            self._visit.happen(happen.ScanChosen())  # the 6 s of what the scan card says begin now
        self._show(CameraSight.BROKEN)

    def _follow(self, before: KioskState, after: KioskState) -> None:
        """Close it when someone is known, types, goes, or was away too long."""
        scans = after.hint is not Hint.NONE or after.busy
        if after.screen is not KioskScreen.WELCOME or (after.visit != before.visit and not scans):
            self.stop()
