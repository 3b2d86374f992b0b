"""How the projectors of the event look; what they show is chosen where the evening is run."""

from typing import Any, Final

from PySide6.QtWidgets import QWidget

from mixer_app.domain.projector import ProjectorState
from mixer_app.ui.settings.form_card import FormCard
from mixer_app.ui.widgets import Segment, SegmentedControl
from mixer_app.ui.widgets.titled import Titled

_NAMES: Final = {"names": "Short names", "codes": "Badge codes"}
_LOOKS: Final = {"dark": "Dark", "light": "Light"}


class ProjectorCard(FormCard):
    """Names or codes, light or dark; logo and colour are the event's, and chosen beside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Projector", parent=parent)
        self._build()
        self.bind_choice("projector_names", self.names_control, str)
        self.bind_choice("projector_look", self.look_control, str)

    def show_state(self, state: ProjectorState) -> None:
        """Show what is stored."""
        self.show_values(
            {
                "projector_names": "codes" if state.codes else "names",
                "projector_look": "light" if state.light else "dark",
            }
        )

    def changes(self, name: str, value: Any) -> dict[str, Any]:
        """As `change_projector` has it."""
        if name == "projector_names":
            return {"codes": value == "codes"}
        if name == "projector_look":
            return {"light": value == "light"}
        return {name: value}

    def _build(self) -> None:
        self.names_control = SegmentedControl(
            [Segment(key, words) for key, words in _NAMES.items()], name="People find themselves by"
        )
        self.look_control = SegmentedControl([Segment(key, words) for key, words in _LOOKS.items()], name="Look")
        for part in (
            Titled(
                "People find themselves by",
                self.names_control,
                note="Short names are the given name and as much of the family name as tells two people apart.",
            ),
            Titled("Look", self.look_control, note="Dark is easier to read in a dim room, light in a bright one."),
        ):
            self.body.addWidget(part)
        self.body.addWidget(self.problem_label)
