"""The event's logo and colour, for paper and projector."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mixer_app.domain.brand import Brand, Picture
from mixer_app.ui.background import Background
from mixer_app.ui.badges.colour_field import ColourField
from mixer_app.ui.badges.logo_field import LogoField
from mixer_app.ui.widgets import Card, label
from mixer_app.ui.widgets.titled import Titled

_NOTE: Final = "On badges, table cards, match sheets, summaries, the report, and the projector."


class LookCard(Card):
    """Tells `changed` with `{name: value}` once a logo or a colour is chosen or removed."""

    changed = Signal(object)

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__("Logo and colour", parent=parent)
        self.body.setSpacing(16)
        self.logo_field = LogoField(background)
        self.colour_field = ColourField()
        self.problem_label = label("", "caption", tone="bad", wrap=True)
        self.problem_label.hide()
        self.body.addWidget(label(_NOTE, "muted_caption", wrap=True))
        self.body.addWidget(Titled("Logo", self.logo_field))
        self.body.addWidget(Titled("Colour", self.colour_field))
        self.body.addWidget(self.problem_label)
        self.logo_field.changed.connect(self._take_logo)
        self.colour_field.changed.connect(self._take_colour)

    def show_brand(self, brand: Brand) -> None:
        """Show what is stored; a colour that is being written stays."""
        self.logo_field.show_logo(brand.logo)
        if not self.colour_field.code_field.hasFocus():
            self.colour_field.show_colour(brand.accent)

    def show_problem(self, sentence: str) -> None:
        """Say what could not be stored."""
        self.problem_label.setText(sentence)
        self.problem_label.setVisible(bool(sentence))

    def _take_logo(self, logo: Picture | None) -> None:
        self.changed.emit({"logo": logo})

    def _take_colour(self, colour: str) -> None:
        self.changed.emit({"accent": colour})
