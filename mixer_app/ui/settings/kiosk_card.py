"""How the kiosk asks and answers."""

from typing import Any, Final

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from mixer_app.domain.staff_settings import KIOSK_LANGUAGES, BadgePlace, EventSettings, SecondFact
from mixer_app.ui.kiosk.languages import LANGUAGES
from mixer_app.ui.settings.form_card import FormCard
from mixer_app.ui.widgets import NumberField, Segment, SegmentedControl
from mixer_app.ui.widgets.flow_row import FlowRow
from mixer_app.ui.widgets.titled import Titled

_PLACES: Final = {BadgePlace.LEFT: "Left", BadgePlace.RIGHT: "Right", BadgePlace.BELOW: "Below"}
_FACTS: Final = {SecondFact.EMAIL_START: "Start of e-mail", SecondFact.PHONE_DIGITS: "End of phone number"}


class KioskCard(FormCard):
    """What every kiosk of the event does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Kiosk", parent=parent)
        self._build()
        self.bind_choice("second_fact", self.fact_control, SecondFact)
        self.bind_box("kiosk_role_change", self.role_box)
        self.bind_number("idle_seconds", self.idle_field)
        self.bind_line("desk_direction", self.desk_field)
        self.bind_choice("badge_place", self.place_control, BadgePlace)
        for code, box in self.language_boxes.items():
            self.bind_box(f"language {code}", box)

    def show_settings(self, settings: EventSettings) -> None:
        """Show what is stored."""
        values: dict[str, Any] = {f"language {code}": code in settings.kiosk_languages for code in KIOSK_LANGUAGES}
        values |= {name: getattr(settings, name) for name in self.fields if not name.startswith("language ")}
        self.show_values(values)
        self._keep_one()

    def changes(self, name: str, value: Any) -> dict[str, Any]:
        """The boxes of the languages are one setting."""
        if not name.startswith("language "):
            return {name: value}
        self._keep_one()
        return {"kiosk_languages": tuple(code for code in KIOSK_LANGUAGES if self.language_boxes[code].isChecked())}

    def _build(self) -> None:
        self.language_boxes = {language.code: QCheckBox(language.name) for language in LANGUAGES}
        languages = FlowRow(self.language_boxes.values(), spacing=16)
        languages.setAccessibleName("Languages")
        self.fact_control = SegmentedControl(
            [Segment(fact.value, words) for fact, words in _FACTS.items()], name="Asks after a typed name for"
        )
        self.role_box = QCheckBox("People may change their role themselves")
        self.idle_field = NumberField(60, least=20, most=600, suffix=" s")
        self.desk_field = QLineEdit()
        self.desk_field.setPlaceholderText("to your left")
        self.place_control = SegmentedControl(
            [Segment(place.value, words) for place, words in _PLACES.items()], name="The badge comes out"
        )
        for part in (
            Titled("Languages", languages, note="The language of the event is always among them, and first."),
            Titled(
                "Asks after a typed name for",
                self.fact_control,
                note="Someone without it is asked for the other, or for their employer.",
            ),
            self.role_box,
            Titled("Starts over after", self.idle_field, note="Without a touch. A warning comes before."),
            Titled("Where the desk is", self.desk_field, note="As in “Please see the desk, to your left”."),
            Titled("The badge comes out", self.place_control, note="Seen from in front of the kiosk."),
        ):
            self.body.addWidget(part)
        self.body.addWidget(self.problem_label)

    def _keep_one(self) -> None:
        """The last language cannot be taken away."""
        chosen = [box for box in self.language_boxes.values() if box.isChecked()]
        for box in self.language_boxes.values():
            box.setEnabled(chosen != [box])
