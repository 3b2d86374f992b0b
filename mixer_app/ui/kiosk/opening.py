"""Open a kiosk from the main window: on which screen, with which printer, and with a PIN to leave it by."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from mixer_app.domain.printers import PrinterInfo
from mixer_app.services.database_place import DatabasePlace
from mixer_app.services.staff_pin import FEWEST_DIGITS
from mixer_app.ui.camera_source import NO_CAMERA
from mixer_app.ui.kiosk.place import ScannerPlace
from mixer_app.ui.own_process import own_command, start_detached
from mixer_app.ui.widgets import PRIMARY, Button, label

_TOLD = "It fills the screen. Staff leave it with their PIN: hold the event’s name for three seconds, or Ctrl+Alt+L."
_NEW_PIN = "The PIN is the organizer’s: it also opens what helpers do not see. They get one of their own in Settings."
_NO_PRINTER = "No printer: badges at the desk"
_SCANNERS = {
    ScannerPlace.BELOW: "Below the screen",
    ScannerPlace.LEFT: "To the left of the screen",
    ScannerPlace.RIGHT: "To the right of the screen",
    ScannerPlace.NONE: "None: people type their names",
}
_OR_CAMERA = "None: type, or use the camera"
_LOOKING = "Looking for a camera"
_CAMERA_FOUND = "A camera was found: a touch on the kiosk’s scan card opens it."
_NO_CAMERA = "No camera was found. Connect one now or later: a touch on the kiosk’s scan card opens it."


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskWish:
    """What staff chose: screen from 1, printer by name (empty: none), and a new PIN (empty: there is one)."""

    screen: int
    printer: str
    pin: str
    scanner: ScannerPlace = ScannerPlace.BELOW


class OpenKioskDialog(QDialog):
    """Asks for screen and printer; without a PIN it asks for one, too."""

    def __init__(
        self,
        printers: Sequence[PrinterInfo],
        *,
        printer: str,
        needs_pin: bool,
        scanner: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`printer` and `scanner` are what was chosen the last time."""
        super().__init__(parent)
        self._printer, self._needs_pin = printer, needs_pin
        self._build([f"{number}: {one.name()}" for number, one in enumerate(QGuiApplication.screens(), 1)])
        self._connect()
        self.show_printers(printers)
        self.scanner_box.setCurrentIndex(max(0, self.scanner_box.findData(scanner)))

    def show_printers(self, printers: Sequence[PrinterInfo]) -> None:
        """Offer these printers; what is chosen stays chosen."""
        for one in printers:
            if self.printer_box.findData(one.name) < 0:
                self.printer_box.addItem(one.title, one.name)
        if not self.printer_box.currentIndex():
            self.printer_box.setCurrentIndex(max(0, self.printer_box.findData(self._printer)))

    def show_camera(self, missing: str) -> None:
        """Say whether there is a camera to scan with; `missing` is why not."""
        if not missing:
            self.scanner_box.setItemText(self.scanner_box.findData(ScannerPlace.NONE), _OR_CAMERA)
        told = _NO_CAMERA if missing == NO_CAMERA else missing or _CAMERA_FOUND
        self.camera_note.setText(told)
        self.scanner_box.setAccessibleDescription(told)
        self._fit()

    def wish(self) -> KioskWish:
        """What is chosen now."""
        return KioskWish(
            screen=self.screen_box.currentIndex() + 1,
            printer=str(self.printer_box.currentData() or ""),
            pin=self.pin_edit.text() if self._needs_pin else "",
            scanner=ScannerPlace(self.scanner_box.currentData()),
        )

    def _build(self, screens: Sequence[str]) -> None:
        self.setWindowTitle("Open a kiosk")
        self.screen_box = QComboBox()
        self.screen_box.addItems(list(screens))
        self.screen_box.setCurrentIndex(len(screens) - 1)
        self.printer_box = QComboBox()
        self.printer_box.addItem(_NO_PRINTER, "")
        self.scanner_box = QComboBox()
        for place, words in _SCANNERS.items():
            self.scanner_box.addItem(words, place)
        self.camera_note = label(_LOOKING, "muted_caption", wrap=True)
        self.pin_edit, self.again_edit = QLineEdit(), QLineEdit()
        for edit in (self.pin_edit, self.again_edit):
            edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.problem = label("", "muted", tone="warn", wrap=True)
        self.problem.hide()
        self.cancel_button = Button("Cancel")
        self.open_button = Button("Open the kiosk", kind=PRIMARY)
        self.open_button.setDefault(True)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(label("Open a kiosk", "title"))
        column.addWidget(label(_TOLD, "muted", wrap=True))
        column.addSpacing(8)
        column.addLayout(self._make_form())
        pin_note = label(_NEW_PIN, "muted_caption", wrap=True)
        pin_note.setVisible(self._needs_pin)
        column.addWidget(pin_note)
        column.addWidget(self.problem)
        column.addSpacing(8)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.open_button)
        column.addLayout(row)

    def _make_form(self) -> QGridLayout:
        """Beside each other, so that large text has room on a low screen."""
        form = QGridLayout()
        form.setSpacing(8)
        form.setColumnStretch(1, 1)
        rows: tuple[tuple[str, QWidget], ...] = (
            ("Screen", self.screen_box),
            ("Badge printer", self.printer_box),
            ("Scanner", self.scanner_box),
            ("Organizer’s PIN, four digits or more", self.pin_edit),
            ("The PIN again", self.again_edit),
        )
        for row, (words, field) in enumerate(rows):
            caption = _named(words, field)
            form.addWidget(caption, 2 * row, 0)
            form.addWidget(field, 2 * row, 1)
            if field is self.scanner_box:
                form.addWidget(self.camera_note, 2 * row + 1, 1)
            if isinstance(field, QComboBox):
                field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
                field.setMinimumContentsLength(24)
            else:
                caption.setVisible(self._needs_pin)
                field.setVisible(self._needs_pin)
        return form

    def _connect(self) -> None:
        self.cancel_button.clicked.connect(self.reject)
        self.open_button.clicked.connect(self._open)

    def _open(self) -> None:
        pin = self.pin_edit.text()
        if self._needs_pin and (len(pin) < FEWEST_DIGITS or not pin.isascii() or not pin.isdigit()):
            self._complain(f"The PIN needs at least {FEWEST_DIGITS} digits and nothing else.")
        elif self._needs_pin and pin != self.again_edit.text():
            self._complain("The two PINs are not the same. Type them again.")
        else:
            self.accept()

    def _complain(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()
        self._fit()

    def _fit(self) -> None:
        """Be high enough for sentences that came later."""
        self._column.activate()
        self.resize(self.width(), max(self.height(), self._column.totalHeightForWidth(self.width())))


def _named(words: str, field: QWidget) -> QLabel:
    caption = label(words, "body_strong")
    caption.setBuddy(field)
    field.setAccessibleName(words)
    return caption


def kiosk_command(place: DatabasePlace, event_id: int, wish: KioskWish) -> tuple[str, list[str]]:
    """Program and arguments that open a kiosk as a process of its own."""
    options = [*place.options, "--event", str(event_id), "--screen", str(wish.screen)]
    return own_command("kiosk", *options, "--printer", wish.printer, "--scanner", wish.scanner)


def start_kiosk(
    place: DatabasePlace,
    event_id: int,
    wish: KioskWish,
    start: Callable[[str, list[str], Mapping[str, str]], bool] = start_detached,
) -> bool:
    """Open a kiosk in a process of its own, which goes on when this one ends; whether it could be started."""
    return start(*kiosk_command(place, event_id, wish), place.environment)
