"""How the projectors of the event look; what they show is chosen where the evening is run."""

from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtGui import QImageReader
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QWidget

from mixer_app.domain.errors import MixerError
from mixer_app.domain.projector import ProjectorState
from mixer_app.ui.projector.logo import logo_from_file
from mixer_app.ui.settings.form_card import FormCard
from mixer_app.ui.widgets import Button, Segment, SegmentedControl, label
from mixer_app.ui.widgets.titled import Titled

_NAMES: Final = {"names": "Short names", "codes": "Badge codes"}
_LOOKS: Final = {"dark": "Dark", "light": "Light"}


class ProjectorCard(FormCard):
    """Names or codes, light or dark, and the event's own colour and logo."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Projector", parent=parent)
        self._logo = ""
        self._build()
        self.bind_choice("projector_names", self.names_control, str)
        self.bind_choice("projector_look", self.look_control, str)
        self.bind_line("accent", self.accent_field)
        self.choose_logo_button.clicked.connect(self._choose_logo)
        self.remove_logo_button.clicked.connect(partial(self.changed.emit, {"logo": ""}))

    def show_state(self, state: ProjectorState) -> None:
        """Show what is stored."""
        self.show_values(
            {
                "projector_names": "codes" if state.codes else "names",
                "projector_look": "light" if state.light else "dark",
                "accent": state.accent,
            }
        )
        self._logo = state.logo
        self.logo_label.setText("There is a logo." if state.logo else "No logo.")
        self.remove_logo_button.setEnabled(bool(state.logo))

    def changes(self, name: str, value: Any) -> dict[str, Any]:
        """As `change_projector` has it."""
        if name == "projector_names":
            return {"codes": value == "codes"}
        if name == "projector_look":
            return {"light": value == "light"}
        return {name: value}

    def use_logo(self, path: Path) -> None:
        """Take the picture of a file."""
        try:
            self.changed.emit({"logo": logo_from_file(path)})
        except MixerError as refusal:
            self.show_problem(str(refusal))

    def _build(self) -> None:
        self.names_control = SegmentedControl(
            [Segment(key, words) for key, words in _NAMES.items()], name="People find themselves by"
        )
        self.look_control = SegmentedControl([Segment(key, words) for key, words in _LOOKS.items()], name="Look")
        self.accent_field = QLineEdit()
        self.accent_field.setPlaceholderText("#0B6E69")
        for part in (
            Titled(
                "People find themselves by",
                self.names_control,
                note="Short names are the given name and as much of the family name as tells two people apart.",
            ),
            Titled("Look", self.look_control, note="Dark is easier to read in a dim room, light in a bright one."),
            Titled(
                "Colour of the event",
                self.accent_field,
                note="Of the clock’s strip and of table numbers; made lighter or darker where it could not be read.",
            ),
            self._logo_row(),
        ):
            self.body.addWidget(part)
        self.body.addWidget(self.problem_label)

    def _logo_row(self) -> QWidget:
        self.logo_label: QLabel = label("No logo.", "muted")
        self.choose_logo_button = Button("Choose logo…")
        self.choose_logo_button.setObjectName("choose_logo_button")
        self.remove_logo_button = Button("Remove logo")
        self.remove_logo_button.setObjectName("remove_logo_button")
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.logo_label, 1)
        line.addWidget(self.choose_logo_button)
        line.addWidget(self.remove_logo_button)
        return row

    def _choose_logo(self) -> None:
        kinds = " ".join(f"*.{bytes(kind.data()).decode()}" for kind in QImageReader.supportedImageFormats())
        name, _ = QFileDialog.getOpenFileName(self, "Logo of the event", "", f"Pictures ({kinds})")
        if name:
            self.use_logo(Path(name))
