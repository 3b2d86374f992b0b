"""The button that turns the camera on and off."""

from PySide6.QtWidgets import QWidget

from mixer_app.ui.camera import CameraScanner
from mixer_app.ui.widgets import Button

_OFF, _ON = "Scan with the camera", "The camera scans"


class CameraButton(Button):
    """Pressed while the camera of `scanner` is open."""

    def __init__(self, scanner: CameraScanner, parent: QWidget | None = None) -> None:
        super().__init__(_OFF, icon_name="qr-code", parent=parent)
        self._scanner = scanner
        self.setObjectName("camera_button")
        self.setCheckable(True)
        self.clicked.connect(self._turn)
        scanner.running_changed.connect(self._show_running)

    def _turn(self, on: bool) -> None:
        if on:
            self._scanner.start()
        else:
            self._scanner.stop()

    def _show_running(self, running: bool) -> None:
        self.setChecked(running)
        self.setText(_ON if running else _OFF)
