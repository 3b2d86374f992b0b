"""What this window is called in the list of what was done, and by other stations."""

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from mixer_app.domain.errors import MixerError
from mixer_app.ui.station import remember_station, remembered_station
from mixer_app.ui.widgets import Button, Card, label
from mixer_app.ui.widgets.titled import Titled


class StationCard(Card):
    """The name is this computer's own and holds from the next start; `report_wanted` asks for a problem report."""

    report_wanted = Signal()

    def __init__(self, station: str, parent: QWidget | None = None) -> None:
        super().__init__("This station", parent=parent)
        self._station = station
        self._settings: QSettings | None = None
        self.name_edit = QLineEdit(station)
        self.name_edit.setMaxLength(40)
        self.name_part = Titled("Name", self.name_edit, note="Stands beside everything that is done here.")
        self.problem_label = label("", "caption", tone="bad", wrap=True)
        self.problem_label.hide()
        self.body.addWidget(self.name_part)
        self.body.addWidget(self.problem_label)
        self.report_button = Button("Report a problem", small=True)
        foot = QHBoxLayout()
        foot.addWidget(self.report_button)
        foot.addStretch()
        self.body.addLayout(foot)
        self.report_button.clicked.connect(self.report_wanted)
        self.name_edit.editingFinished.connect(self._remember)

    def use_settings(self, settings: QSettings | None) -> None:
        """Keep the name there; without a place to keep it, it cannot be changed."""
        self._settings = settings
        self.name_edit.setReadOnly(settings is None)
        self.name_edit.setText(remembered_station(settings) or self._station)
        self._tell()

    def _remember(self) -> None:
        if self._settings is None:
            return
        try:
            self.name_edit.setText(remember_station(self.name_edit.text(), self._settings))
        except MixerError as refusal:
            self.problem_label.setText(str(refusal))
            self.problem_label.show()
            return
        self.problem_label.hide()
        self._tell()

    def _tell(self) -> None:
        name = self.name_edit.text()
        later = f"From the next start on this is “{name}”; until then it is “{self._station}”."
        self.name_part.set_note("Stands beside everything that is done here." if name == self._station else later)
