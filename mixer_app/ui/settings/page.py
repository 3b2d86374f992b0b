"""The Settings page: all that belongs to the event, to its kiosks and to this station, saved as it is changed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mixer_app.domain.events import Event, Need
from mixer_app.domain.progress import Progress
from mixer_app.domain.stock import Stock
from mixer_app.paths import user_logs
from mixer_app.services import event_sheet
from mixer_app.services.event_sheet import EventSheet, Saved
from mixer_app.services.problem_report import problem_report
from mixer_app.services.stocks import known_stocks
from mixer_app.ui.badges.opening import open_designer
from mixer_app.ui.forgetting import Forgetting
from mixer_app.ui.page import Page
from mixer_app.ui.settings.backups_card import BackupsCard
from mixer_app.ui.settings.badges_card import BadgesCard
from mixer_app.ui.settings.event_card import EventCard
from mixer_app.ui.settings.forget_card import ForgetCard
from mixer_app.ui.settings.form_card import FormCard
from mixer_app.ui.settings.kiosk_card import KioskCard
from mixer_app.ui.settings.look_card import LookCard
from mixer_app.ui.settings.pin_card import PinCard
from mixer_app.ui.settings.pin_work import PinWork
from mixer_app.ui.settings.place_card import PlaceCard
from mixer_app.ui.settings.problem_sheet import ProblemSheet
from mixer_app.ui.settings.projector_card import ProjectorCard
from mixer_app.ui.settings.rounds_card import RoundsCard
from mixer_app.ui.settings.station_card import StationCard
from mixer_app.ui.settings.terms_card import TermsCard
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import PageHead

if TYPE_CHECKING:
    from mixer_app.ui.badges.designer import BadgeDesigner
    from mixer_app.ui.printers.badge_printer import BadgePrinter

_GAP = 16
_TWO_FROM = 960  # px at 100 %: room for two columns


class SettingsPage(Page):
    """Places the cards, reads everything at once, and writes each change as one step that can be undone."""

    place = "settings"
    title = "Settings"
    icon = "gear-six"

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self._sheet: EventSheet | None = None
        self._stocks: Sequence[Stock] = ()
        self.designer: BadgeDesigner | None = None
        self.problem_sheet: ProblemSheet | None = None
        self._columns = 0
        self.forgetting = Forgetting(
            self, database=self.database, background=self.background, station=self.station, clock=self.clock
        )
        self._build()
        self._connect()
        self._arrange(2)

    def refresh(self) -> None:
        """Read it all anew; where somebody is typing, what is typed stays."""
        if self.event_shown is not None:
            self.background.run(partial(self._read, self.event_shown.id), on_done=self._show)
            self.backups_card.refresh()

    def show_event(self, event: Event) -> None:
        self.head.set_words(self.title, event.name)
        self.place_card.show_event(event)
        super().show_event(event)

    def first_focus(self) -> QWidget | None:
        return self.event_card.name_field

    def regions(self) -> list[QWidget]:
        return list(self._cards)

    def show_target(self, target: object) -> None:
        """Take the name of a card, such as `badges_card`, and go to it."""
        card = getattr(self, str(target), None)
        if isinstance(card, QWidget):
            self._scroll.ensureWidgetVisible(card, 0, 24)

    def use_printer(self, printer: "BadgePrinter") -> None:
        """Offer this station's printers."""
        self.badges_card.use_printer(printer)

    def design_badges(self) -> None:
        """Open the sheet on which badges are designed."""
        self.designer = open_designer(self)

    def use_settings(self, settings: QSettings | None) -> None:
        """Keep what belongs to this computer there."""
        self.station_card.use_settings(settings)

    def release(self) -> None:
        for card in self._form_cards:
            card.save_now()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.release()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(2 if self.width() / current().scale >= _TWO_FROM else 1)

    # making it

    def _build(self) -> None:
        self.head = PageHead(self.title)
        self.event_card = EventCard()
        self.rounds_card = RoundsCard()
        note = "Private ones never stand on badges, sheets or screens that others see."
        self.needs_card = TermsCard("Needs", "need", f"What makes mentoring urgent. {note}", marks=True)
        self.topics_card = TermsCard("Topics", "topic", "What people can talk about.", marks=False)
        self.look_card = LookCard(self.background)
        self.badges_card = BadgesCard()
        self.kiosk_card = KioskCard()
        self.projector_card = ProjectorCard()
        self.pin_card = PinCard()
        self.pin_work = PinWork(self, self.pin_card)
        self.place_card = PlaceCard(self.database, self.background, self.clock, self.station)
        self.station_card = StationCard(self.station)
        self.backups_card = BackupsCard(self.database, self.background, self.clock)
        self.forget_card = ForgetCard()
        self._left_cards = (self.event_card, self.rounds_card, self.needs_card, self.topics_card)
        self._right_cards = (
            self.look_card,
            self.badges_card,
            self.kiosk_card,
            self.projector_card,
            self.pin_card,
            self.backups_card,
            self.place_card,
            self.station_card,
            self.forget_card,
        )
        self._cards: tuple[QWidget, ...] = (*self._left_cards, *self._right_cards)
        self._form_cards: tuple[FormCard, ...] = (
            self.event_card,
            self.rounds_card,
            self.badges_card,
            self.kiosk_card,
            self.projector_card,
        )
        for name, card in vars(self).items():
            if name.endswith("_card"):
                card.setObjectName(name)
        self._assemble()

    def _assemble(self) -> None:
        inner = QWidget()
        inner.setProperty("look", "scrolled")
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._both = columns = QHBoxLayout(inner)
        margin = current().space.page_margin
        columns.setContentsMargins(margin, 4, margin, 24)
        columns.setSpacing(_GAP)
        for column in (self._left, self._right):
            column.setSpacing(_GAP)
            columns.addLayout(column, 1)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inner)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        page.addWidget(self._scroll, 1)

    def _arrange(self, columns: int) -> None:
        """Two columns, or all cards under each other; Tab goes down the left one first either way."""
        if columns == self._columns:
            return
        self._columns = columns
        for column in (self._left, self._right):
            for card in self._cards:
                column.removeWidget(card)  # with its item, which would keep the height that the card has now
            while column.count():
                column.takeAt(0)
        for card in self._left_cards:
            self._left.addWidget(card)
        for card in self._right_cards:
            (self._right if columns == 2 else self._left).addWidget(card)
        self._left.addStretch(1)
        self._right.addStretch(1)
        self._both.setStretch(1, columns - 1)
        self._both.setSpacing(_GAP if columns == 2 else 0)

    def _connect(self) -> None:
        self.event_card.changed.connect(partial(self._save_event, self.event_card))
        self.rounds_card.changed.connect(partial(self._save_event, self.rounds_card))
        self.rounds_card.plan_asked.connect(partial(self.go_to.emit, "plan", None))
        self.needs_card.changed.connect(self._save_needs)
        self.topics_card.changed.connect(self._save_topics)
        self.look_card.changed.connect(partial(self._save_settings, event_sheet.save_settings, self.look_card))
        self.badges_card.design_wanted.connect(self.design_badges)
        self.badges_card.changed.connect(partial(self._save_settings, event_sheet.save_settings, self.badges_card))
        self.kiosk_card.changed.connect(partial(self._save_settings, event_sheet.save_settings, self.kiosk_card))
        projector = partial(self._save_settings, event_sheet.save_projector, self.projector_card)
        self.projector_card.changed.connect(projector)
        self.backups_card.restored.connect(self.database_wanted)
        self.place_card.moved.connect(self.database_wanted)
        self.station_card.report_wanted.connect(self._gather_report)
        self.forget_card.forget_wanted.connect(self._forget)
        self.forgetting.done.connect(self._forgotten)
        self.forgetting.failed.connect(self.failed)

    # reading

    def _read(self, event_id: int, progress: Progress) -> tuple[EventSheet, list[Stock]]:
        return self.database.read(event_sheet.read_event_sheet, event_id), self.database.read(known_stocks)

    def _show(self, read: tuple[EventSheet, list[Stock]]) -> None:
        sheet, self._stocks = read
        if self.event_shown is None or sheet.event.id != self.event_shown.id:
            return
        self._sheet = sheet
        self.note_read()
        self.head.set_words(self.title, sheet.event.name)
        self.event_card.show_event(sheet.event)
        self.rounds_card.show_event(sheet.event, sheet.planned_rounds)
        self.needs_card.show_terms(sheet.event.needs)
        self.topics_card.show_terms([Need(name=topic) for topic in sheet.event.topics])
        self.look_card.show_brand(sheet.brand)
        self.badges_card.show_settings(sheet.settings, self._stocks)
        self.kiosk_card.show_settings(sheet.settings)
        self.projector_card.show_state(sheet.projector)
        self.pin_card.show_known(sheet.pins)

    # writing

    def _save_event(self, card: FormCard | TermsCard, changes: dict[str, Any]) -> None:
        if self._sheet is None:
            return
        before, now = self._sheet.event, self.clock()
        self.background.run(
            lambda progress: self.database.write(
                event_sheet.save_event, before, changes, station=self.station, now=now
            ),
            on_done=partial(self._event_saved, card, changes),
            on_failed=partial(self._refused, card, changes),
        )

    def _save_settings(self, service: Callable[..., Saved], card: FormCard | LookCard, changes: dict[str, Any]) -> None:
        if self._sheet is None:
            return
        event_id, now = self._sheet.event.id, self.clock()
        self.background.run(
            lambda progress: self.database.write(service, event_id, changes, station=self.station, now=now),
            on_done=partial(self._settings_saved, card),
            on_failed=partial(self._refused, card, changes),
        )

    def _save_needs(self, needs: list[Need]) -> None:
        self._save_event(self.needs_card, {"needs": tuple(needs)})

    def _save_topics(self, topics: list[Need]) -> None:
        self._save_event(self.topics_card, {"topics": tuple(topic.name for topic in topics)})

    def _event_saved(self, card: FormCard | TermsCard, changes: dict[str, Any], saved: Saved) -> None:
        card.show_problem("")
        if self._sheet is not None and self._sheet.event.id == saved.event.id:
            self._sheet = replace(self._sheet, event=saved.event)
            self.event_shown = saved.event
        if "needs" in changes and (kept := [need for need in saved.event.needs if need not in changes["needs"]]):
            self.needs_card.show_problem(f"“{kept[0].name}” is private and somebody has it, so it stays on the list.")
        self._tell(saved)

    def _settings_saved(self, card: FormCard | LookCard, saved: Saved) -> None:
        card.show_problem("")
        self._tell(saved)

    def _tell(self, saved: Saved) -> None:
        if saved.entry_id is not None:
            self.said.emit(f"{saved.sentence}.", saved.entry_id)
        self.changed.emit()
        self.refresh()

    def _refused(self, card: FormCard | TermsCard | LookCard, changes: dict[str, Any], sentence: str) -> None:
        card.show_problem(sentence)
        self.failed.emit(sentence)

    def _gather_report(self) -> None:
        now = self.clock()
        self.background.run(
            lambda _progress: problem_report(self.database, user_logs(), now=now), on_done=self._show_report
        )

    def _show_report(self, text: str) -> None:
        self.problem_sheet = ProblemSheet(self.window(), self.background, text)
        self.problem_sheet.open_sheet(self.problem_sheet.save_button)

    def _forget(self) -> None:
        if self.event_shown is not None:
            self.forgetting.ask_event(self.event_shown.id)

    def _forgotten(self, sentence: str) -> None:
        self.said.emit(sentence, None)
        self.changed.emit()
        self.refresh()
