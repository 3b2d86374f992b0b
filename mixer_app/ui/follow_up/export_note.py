"""What was exported, who has to be reached in another way, and the way to the folder."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from mixer_app.ui.widgets import Button, IconButton, IconLabel, label
from mixer_app.ui.widgets.announcing import announce

if TYPE_CHECKING:
    from mixer_app.services.follow_up_folder import FollowUpFolder


def open_in_system(folder: Path) -> None:
    """Show a folder in the system's own window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class ExportNote(QFrame):
    """Stays until it is closed; `folder_wanted` carries the folder."""

    folder_wanted = Signal(object)  # Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self.setProperty("look", "bar")
        self.setAccessibleName("The exported folder")
        self.told_label = label("", "body", wrap=True)
        self.open_button = Button("Open the folder", icon_name="folder-open")
        self.close_button = IconButton("x", "Close the note on the export", size=16)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 10, 24, 10)
        row.setSpacing(12)
        row.addWidget(IconLabel("check-circle", "good", weight="fill"))
        row.addWidget(self.told_label, 1)
        row.addWidget(self.open_button)
        row.addWidget(self.close_button)
        self.open_button.clicked.connect(partial(self._open))
        self.close_button.clicked.connect(self.hide)
        self.hide()

    def tell(self, written: "FollowUpFolder") -> None:
        """Say what was written."""
        self._folder = written.folder
        sentences = " ".join((*written.sentences, *written.not_printed))
        self.told_label.setText(sentences)
        announce(self, sentences)
        self.show()

    def _open(self, _checked: bool = False) -> None:
        if self._folder is not None:
            self.folder_wanted.emit(self._folder)
