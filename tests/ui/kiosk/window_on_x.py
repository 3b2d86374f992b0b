"""A kiosk's window before another one, on a real X server; run by `test_front`, which presses the keys."""

import sys

from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from mixer_app.ui.kiosk.front import KioskFront

app = QApplication(sys.argv)
other = QLineEdit()
other.setWindowTitle("Other")
other.show()
kiosk = QWidget()
kiosk.setWindowTitle("Kiosk")
field = QLineEdit()
QVBoxLayout(kiosk).addWidget(field)
kiosk.showFullScreen()
field.setFocus()
front = KioskFront(kiosk)
front.hold(on=True)
field.textChanged.connect(lambda text: (sys.stdout.write(f"{text}\n"), sys.stdout.flush()))
app.exec()
