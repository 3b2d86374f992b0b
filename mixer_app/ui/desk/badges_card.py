"""What becomes of a badge at check-in, and where the last one is."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from mixer_app.ui.widgets import Button, Card, ElidedLabel, IconLabel, label


class BadgesCard(Card):
    """The switch for badges, the folder they go to, and the last one to open."""

    switched = Signal(bool)

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(margin=16, parent=parent)
        self._folder = folder
        self._last: Path | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setObjectName("badges_card")
        self.setAccessibleName("Badges")
        self.save_box = QCheckBox("Save one at check-in")
        self.save_box.setObjectName("save_badge_box")
        self.save_box.setAccessibleName("Save a badge at check-in")
        self.state_label = ElidedLabel("No badge is made at check-in", "body")
        self.folder_label = ElidedLabel(f"PDF in {_short(self._folder)}", "muted_caption", tip=str(self._folder))
        self.open_button = Button("Open", small=True)
        self.open_button.setObjectName("open_badge_button")
        self.open_button.hide()
        self._icon = IconLabel("identification-badge", size=20)
        head = QHBoxLayout()
        head.addWidget(label("Badges", "body_strong"))
        head.addStretch(1)
        head.addWidget(self.save_box)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.state_label)
        words.addWidget(self.folder_label)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        row.addWidget(self.open_button)
        self.body.setContentsMargins(8, 0, 8, 0)
        self.body.setSpacing(12)
        self.body.addLayout(head)
        self.body.addLayout(row)

    def _connect(self) -> None:
        self.save_box.toggled.connect(self._toggled)
        self.open_button.clicked.connect(self._open_last)

    @property
    def saves(self) -> bool:
        """Whether a badge is made at check-in."""
        return self.save_box.isChecked()

    def tell_saved(self, name: str, path: Path) -> None:
        """A badge is in the folder."""
        self._last = path
        self._icon.set_icon("identification-badge", "good")
        self.state_label.setText(f"Saved: {name}")
        self.open_button.show()

    def tell_failed(self, sentence: str) -> None:
        """A badge could not be made."""
        self._icon.set_icon("warning", "warn")
        self.state_label.setText(sentence)

    def _toggled(self, on: bool) -> None:
        if self._last is None:
            self.state_label.setText("One file for each person" if on else "No badge is made at check-in")
        self.switched.emit(on)

    def _open_last(self) -> None:
        if self._last is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._last)))


def _short(folder: Path) -> str:
    """The last two parts of a folder, as file managers show them."""
    return " › ".join(part for part in folder.parts[-2:] if part != folder.anchor)
