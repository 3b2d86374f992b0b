"""The sheet on which badges are designed: the choices at the left, the real badge of real people at the right."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mixer_app.domain.badge_design import BadgeDesign
from mixer_app.domain.brand import Brand, Picture
from mixer_app.domain.events import Event
from mixer_app.domain.stock import Stock
from mixer_app.services.badge_preview import BadgeFacts, badge_facts
from mixer_app.services.event_sheet import Saved, save_settings
from mixer_app.ui.background import Background
from mixer_app.ui.badges.colour_field import ColourField
from mixer_app.ui.badges.design_cards import CARD_WIDTH, DesignCards
from mixer_app.ui.badges.drawing import BadgeDrawing, BadgeWish
from mixer_app.ui.badges.logo_field import LogoField
from mixer_app.ui.badges.part_list import PartList
from mixer_app.ui.badges.preview_pane import PreviewPane
from mixer_app.ui.badges.size_list import SizeList
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import PRIMARY, Button, Sheet, label
from mixer_app.ui.widgets.sheet_parts import SheetHead, scrolled

if TYPE_CHECKING:
    from mixer_app.services.database import Database

_FORM_WIDTH: Final = 480
_BETWEEN: Final = 3  # edges and line
_NOTE: Final = "For the desk, the kiosk and the Print page alike"
_LABEL_MM: Final = 90.0


class BadgeDesigner(Sheet):
    """Nothing is stored before Apply, which is one act; `applied` carries what was `Saved`, to be told and undone."""

    applied = Signal(object)
    settled = Signal()  # everything is drawn as it is chosen

    def __init__(
        self,
        window: QWidget,
        *,
        event: Event,
        database: "Database",
        background: Background,
        station: str,
        clock: Callable[[], datetime],
        stock: Stock | None = None,
    ) -> None:
        super().__init__(window, name="Design badges", height=860)
        self._event, self._database, self._background = event, database, background
        self._station, self._clock, self._stock = station, clock, stock
        self._facts: BadgeFacts | None = None
        self.drawing = BadgeDrawing(background, self)
        self._build()
        self._connect()
        self._background.run(
            lambda progress: self._database.read(badge_facts, self._event.id),
            on_done=self._take_facts,
            on_failed=self.show_problem,
        )

    # what is chosen

    def design(self) -> BadgeDesign:
        """The design as it is chosen now."""
        return BadgeDesign(name=self.cards.design, parts=self.part_list.parts, sizes=self.size_list.sizes)

    def brand(self) -> Brand:
        """Logo and colour as they are chosen now."""
        brand = self._facts.brand if self._facts is not None else Brand()
        return replace(brand, accent=self.colour_field.colour, logo=self.logo_field.logo)

    def changes(self) -> dict[str, Any]:
        """What differs from what is stored, as the settings of an event name it."""
        facts = self._facts
        if facts is None:
            return {}
        before, after = facts.design.settings, self.design().settings
        changed: dict[str, Any] = {name: value for name, value in after.items() if value != before[name]}
        brand = self.brand()
        if brand.accent != facts.brand.accent:
            changed["accent"] = brand.accent
        if _key(brand.logo) != _key(facts.brand.logo):
            changed["logo"] = brand.logo
        return changed

    def show_problem(self, sentence: str) -> None:
        """Say at the foot what did not work."""
        self.problem_label.setText(sentence)
        self.problem_label.setVisible(bool(sentence))
        self.apply_button.setEnabled(self._facts is not None)

    # making it

    def _build(self) -> None:
        self.setObjectName("badge_designer")
        self.head = SheetHead("Design badges", f"{self._event.name}. {_NOTE}")
        self.cards = DesignCards()
        self.part_list = PartList()
        self.size_list = SizeList()
        self.logo_field = LogoField(self._background)
        self.colour_field = ColourField()
        self.pane = PreviewPane()
        self.problem_label = label("", "caption", tone="bad", wrap=True)
        self.problem_label.hide()
        self.cancel_button = Button("Cancel")
        self.apply_button = Button("Apply", kind=PRIMARY)
        self.cancel_button.setObjectName("cancel_design_button")
        self.apply_button.setObjectName("apply_design_button")
        self.apply_button.setEnabled(False)
        self.form_area = scrolled(self._form())
        self.form_area.setAccessibleName("What badges look like")
        beside = QFrame()
        beside.setProperty("look", "line_vertical")
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.form_area)
        middle.addWidget(beside)
        middle.addWidget(self.pane, 1)
        self.place(self.head, middle, self._foot(), ends=(self.head.close_button, self.cancel_button))
        self._fit_form()

    def _form(self) -> QWidget:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(32, 20, 24, 20)
        column.setSpacing(8)
        for number, (title, part) in enumerate(
            (
                ("Design", self.cards),
                ("On the badge", self.part_list),
                ("Logo", self.logo_field),
                ("Colour", self.colour_field),
                ("Sizes", self.size_list),
            )
        ):
            if number:
                column.addSpacing(16)
            column.addWidget(label(title, "body_strong"))
            column.addWidget(part)
        column.addStretch(1)
        return form

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("look", "sheet_foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(32, 12, 32, 12)
        row.setSpacing(8)
        row.addWidget(self.problem_label, 1)
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.apply_button)
        return foot

    def _connect(self) -> None:
        self.apply_button.clicked.connect(self._apply)
        self.cards.chosen.connect(self._take_design)
        self.part_list.changed.connect(self._draw)
        self.size_list.changed.connect(self._draw)
        self.logo_field.changed.connect(self._take_logo)
        self.colour_field.changed.connect(self._draw)
        self.pane.sample_changed.connect(self._draw)
        self.drawing.page_drawn.connect(self.pane.show_badge)
        self.drawing.card_drawn.connect(self._show_card)
        self.drawing.counting_began.connect(self.pane.show_counting)
        self.drawing.counted.connect(self._show_count)
        self.drawing.failed.connect(self.pane.show_failure)
        self.drawing.settled.connect(self.settled)
        self.closed.connect(self.drawing.stop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_form()

    def _fit_form(self) -> None:
        room = self.panel.maximumWidth()
        left = min(room * 3 // 5, room - self.pane.minimumSizeHint().width() - _BETWEEN)
        self.form_area.setFixedWidth(min(current().px(_FORM_WIDTH), max(left, 1)))

    # drawing

    def _take_facts(self, facts: BadgeFacts) -> None:
        self._facts = facts
        self.cards.show_design(facts.design.name)
        self.part_list.show_parts(facts.design.parts)
        self.part_list.set_logo_known(known=facts.brand.logo is not None)
        self.size_list.show_sizes(dict(facts.design.sizes))
        self.size_list.show_design(self.cards.design)
        self.logo_field.show_logo(facts.brand.logo)
        self.colour_field.show_colour(facts.brand.accent)
        self.pane.show_samples(facts.samples)
        self.drawing.use_faces(facts.faces)
        self.apply_button.setEnabled(True)
        self._draw()

    def _take_design(self, name: str) -> None:
        self.size_list.show_design(name)
        self._draw()

    def _take_logo(self, logo: Picture | None) -> None:
        self.part_list.set_logo_known(known=logo is not None)
        self._draw()

    def _draw(self, _what: object = None) -> None:
        facts = self._facts
        if facts is None:
            return
        self.show_problem("")
        ratio = self.devicePixelRatioF()
        wish = BadgeWish(
            face=facts.samples[self.pane.number].face,
            stock=self._stock or facts.stock,
            design=self.design(),
            brand=self.brand(),
            page_dpi=round(self.pane.view.dots_per_inch * ratio),
            card_dpi=round(current().px(CARD_WIDTH) * 25.4 / _LABEL_MM * ratio * 2),
        )
        self.drawing.draw(wish)

    def _show_card(self, name: str, drawn: Any) -> None:
        self.cards.show_picture(name, drawn.image)

    def _show_count(self, sentences: list[str]) -> None:
        self.pane.show_misfits(sentences, len(self._facts.faces) if self._facts is not None else 0)

    # storing

    def _apply(self) -> None:
        changes, now = self.changes(), self._clock()
        if self.colour_field.doubt:
            self.show_problem(self.colour_field.doubt)
            self.colour_field.code_field.setFocus()
            return
        if not changes:
            self.close_sheet()
            return
        self.apply_button.setEnabled(False)
        self._background.run(
            lambda progress: self._database.write(
                save_settings, self._event.id, changes, station=self._station, now=now
            ),
            on_done=self._take_saved,
            on_failed=self.show_problem,
        )

    def _take_saved(self, saved: Saved) -> None:
        self.close_sheet()
        self.applied.emit(saved)


def _key(logo: Picture | None) -> str:
    return logo.key if logo is not None else ""
