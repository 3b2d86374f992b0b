"""The Plan page: the verdict first, then the evening as a grid, then the reason for any one pair."""

from collections.abc import Callable, Set
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from mixer_app.domain.events import Event
from mixer_app.domain.progress import Progress
from mixer_app.services.decided_pairs import DecidedPair
from mixer_app.services.journal import PLAN_KINDS, PLAN_PUBLISHED, activity_of
from mixer_app.services.planning import publish
from mixer_app.ui.background import Task
from mixer_app.ui.matching import MatchingSheet
from mixer_app.ui.page import Page
from mixer_app.ui.plan.editing import PlanEditing
from mixer_app.ui.plan.explaining import Explaining
from mixer_app.ui.plan.hand_edits import HandEdits
from mixer_app.ui.plan.loading import PlanContents, ShownPlan, lay_out, read_plan
from mixer_app.ui.plan.looking import Looking
from mixer_app.ui.plan.not_planned import NotPlanned
from mixer_app.ui.plan.plan_body import PlanBody
from mixer_app.ui.plan.plan_head import PlanHead
from mixer_app.ui.plan.planning_desk import Planning
from mixer_app.ui.plan.standing import standing_note
from mixer_app.ui.plan.strips import Strips
from mixer_app.ui.plan.version_desk import VersionDesk
from mixer_app.ui.undoing import NO_WAY_BACK, redo_latest, undo_latest

if TYPE_CHECKING:
    from mixer_app.services.database import Database


class PlanPage(Page):
    """Shows a plan, makes one, publishes it."""

    place: ClassVar[str] = "plan"
    title: ClassVar[str] = "Plan"
    icon: ClassVar[str] = "squares-four"
    wants_width: ClassVar[bool] = True
    undoes: ClassVar[Set[str] | None] = PLAN_KINDS

    def __init__(self, **arguments: Any) -> None:
        super().__init__(**arguments)
        self._contents: PlanContents | None = None
        self._wanted_person: int | None = None  # until the plan is there
        self._version: int | None = None  # None: the latest
        self._reading: Task | None = None
        self._late_refresh = False  # wanted while a chip was in the hand
        self.matching_sheet: MatchingSheet | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.head = PlanHead()
        self._strips = Strips()
        self.planning_strip, self.note_strip = self._strips.planning_strip, self._strips.note_strip
        self._stack = QStackedWidget(self)
        self.body = PlanBody(self._stack)
        self.editing = PlanEditing(
            database=self.database, background=self.background, station=self.station, clock=self.clock, parent=self
        )
        self.hands = HandEdits(self.body, self.editing)
        self.planning = Planning(
            self.planning_strip,
            database=self.database,
            background=self.background,
            station=self.station,
            clock=self.clock,
        )
        self.versions = VersionDesk(self.body, database=self.database, background=self.background)
        self._explaining = Explaining(self.body, database=self.database, background=self.background, clock=self.clock)
        self._looking = Looking(self.body)
        self.not_planned = NotPlanned()
        self._blank = QWidget()
        for widget in (self._blank, self.body, self.not_planned):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._strips)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.head.version_chosen.connect(self._show_version)
        self.head.plan_again_asked.connect(self._plan_present)
        self.head.publish_asked.connect(self._publish)
        self.head.matching_asked.connect(self.open_matching)
        self.head.compare_asked.connect(self._compare)
        self.head.undo_asked.connect(partial(self._go_back, undo_latest))
        self.head.redo_asked.connect(partial(self._go_back, redo_latest))
        self.hands.complained.connect(self.failed)
        self.hands.carrying.ended.connect(self._refresh_late)
        self.hands.lift_asked.connect(self._lift)
        self.versions.complained.connect(self.failed)
        self.editing.changed.connect(self._take_done)
        self.planning.planned.connect(self._take_plan)
        self.planning.ended.connect(self._show_standing)
        self.note_strip.action_chosen.connect(self._act_on_note)
        self.not_planned.present_asked.connect(self._plan_present)
        self.not_planned.everyone_asked.connect(self._plan_everyone)
        self.not_planned.people_asked.connect(partial(self.go_to.emit, "people", None))

    def show_event(self, event: Event) -> None:
        """Show another event's plan."""
        if self.event_shown is None or self.event_shown.id != event.id:
            self._contents, self._version = None, None
            self._stack.setCurrentWidget(self._blank)
            self.planning.cancel()
            self.hands.carrying.put_back()
        super().show_event(event)

    def refresh(self) -> None:
        """Read the plan and the room anew."""
        self._late_refresh = self.hands.carrying.active
        if self.event_shown is None or self._late_refresh:
            return
        if self._reading is not None:
            self._reading.cancel()
        read = partial(self._read, self.event_shown.id, self._version, self._contents)
        self._reading = self.background.run(lambda progress: read(), on_done=self._show)

    def show_target(self, target: object) -> None:
        """Jump to a person: `target` is an attendee's id."""
        if isinstance(target, int):
            self._wanted_person = target
            self._show_wanted()

    def search_field(self) -> QWidget | None:
        """The line that finds a person."""
        return self.body.toolbar.find_person if self._stack.currentWidget() is self.body else None

    def first_focus(self) -> QWidget | None:
        """The grid, or the button that makes the first plan."""
        if self._stack.currentWidget() is self.body:
            return self.body.matrix
        return self.not_planned.first_button if self._stack.currentWidget() is self.not_planned else None

    def regions(self) -> list[QWidget]:
        """Head, verdict, tools, grid and panel."""
        body = self.body
        return [self.head, body.quality_card, body.toolbar, body.matrix, body.panel]

    def _read(
        self, event_id: int, plan_id: int | None, before: PlanContents | None
    ) -> tuple[PlanContents, ShownPlan | None]:
        """On a worker's thread: read, and lay out what has changed."""
        contents = self.database.read(read_plan, event_id, plan_id=plan_id, station=self.station, now=self.clock())
        return contents, lay_out(contents, before)

    def _show(self, read: tuple[PlanContents, ShownPlan | None]) -> None:
        contents, shown = read
        self.note_read()
        if self.hands.carrying.active:  # picked up meanwhile: what is under the chip stays until it is dropped
            self._late_refresh, self._reading = True, None
            return
        rules_changed = self._contents is not None and self._contents.rules_changed
        self._contents, self._reading = contents, None
        if contents.plan is None:
            self.not_planned.show_room(contents.state.here, len(contents.attendees))
            self._stack.setCurrentWidget(self.not_planned)
        else:
            if shown is not None or contents.rules_changed != rules_changed:
                self.editing.set_plan(contents.plan.id if contents.is_latest else None)
            self.hands.show_decided(contents.decided)
            self.hands.allow(is_latest=contents.is_latest, planning=self.planning.busy)
            if shown is not None:
                self.body.show_plan(shown)
            first = self._stack.currentWidget() is not self.body and bool(self.focusWidget())
            self._stack.setCurrentWidget(self.body)
            if first:  # the button that planned is gone
                self.body.matrix.setFocus(Qt.FocusReason.OtherFocusReason)
            self._show_wanted()
        self._show_standing()

    def _show_wanted(self) -> None:
        if self._wanted_person is not None and self._stack.currentWidget() is self.body:
            self.body.show_person(self._wanted_person)
            self._wanted_person = None

    def _show_standing(self) -> None:
        contents, busy = self._contents, self.planning.busy
        if contents is None:
            return
        self.head.setVisible(True)
        self.head.show_plan(contents.plan, contents.versions, contents.how, is_latest=contents.is_latest, busy=busy)
        self.head.show_way_back(NO_WAY_BACK if busy else contents.way_back)
        self.hands.allow(is_latest=contents.is_latest, planning=busy)
        self.not_planned.set_busy(busy)
        note = None if busy else standing_note(contents)
        if note is not None:
            self.note_strip.say(*note)
        if note is None and self.note_strip.isAncestorOf(self.focusWidget() or self):
            self.body.matrix.setFocus(Qt.FocusReason.OtherFocusReason)
        self._strips.show_strips(note=note is not None, planning=busy)

    def _show_version(self, plan_id: int) -> None:
        latest = self._contents is not None and self._contents.versions[0].id == plan_id
        self._version = None if latest else plan_id
        self.refresh()

    def _act_on_note(self) -> None:
        if self._contents is not None and not self._contents.is_latest:
            self._show_version(self._contents.versions[0].id)
        elif self._contents is not None and self._contents.rules_changed:
            self._plan(everyone=self._contents.state.here == 0, afresh=True)
        else:
            self._plan_present()

    def _plan_present(self) -> None:
        self._plan(everyone=False)

    def _plan_everyone(self) -> None:
        self._plan(everyone=True)

    def _plan(self, *, everyone: bool, afresh: bool = False) -> None:
        if self.event_shown is not None and self.planning.begin(self.event_shown.id, everyone=everyone, afresh=afresh):
            self._show_standing()

    def _take_plan(self, sentence: str, entry: int | None) -> None:
        self._version = None
        self._take_done(sentence, entry)

    def _compare(self) -> None:
        if self._contents is not None:
            self.versions.compare(self._contents)

    def _lift(self, pair: DecidedPair) -> None:
        if self.event_shown is not None:
            self.editing.lift(self.event_shown.id, pair)

    def _take_done(self, sentence: str, entry: int | None = None) -> None:
        """Something was changed here: say so, with the journal's entry that takes it back."""
        self.said.emit(sentence, entry)
        self.changed.emit()
        self.refresh()

    def _go_back(self, service: Callable[..., str]) -> None:
        """Undo or redo what this station did to the plan."""
        if self.event_shown is not None:
            number, now = self.event_shown.id, self.clock()
            work = partial(self.database.write, service, number, station=self.station, now=now, kinds=PLAN_KINDS)
            self.background.run(lambda progress: work(), on_done=self._take_done)

    def _refresh_late(self) -> None:
        if self._late_refresh:
            self.refresh()

    def open_matching(self) -> None:
        """Open the sheet on which the rules are changed."""
        if self.event_shown is None or self.matching_sheet is not None:
            return
        self.matching_sheet = MatchingSheet(
            self.window(),
            event=self.event_shown,
            database=self.database,
            background=self.background,
            station=self.station,
            clock=self.clock,
        )
        self.matching_sheet.applied.connect(self._take_rules)
        self.matching_sheet.closed.connect(self._forget_sheet)
        self.matching_sheet.open_sheet(self.matching_sheet.foot.cancel_button)

    def _take_rules(self, entry: int) -> None:
        self._take_done("People are matched by the new rules from the next plan on", entry)

    def _forget_sheet(self) -> None:
        self.matching_sheet = None

    def _publish(self) -> None:
        if self._contents is not None and self._contents.plan is not None:
            work = partial(_published, self.database, self._contents.plan.id, self.station, self.clock())
            self.background.run(work, on_done=self._take_published)

    def _take_published(self, done: tuple[str, int | None]) -> None:
        self._take_done(*done)


def _published(
    database: "Database", plan_id: int, station: str, now: datetime, progress: Progress
) -> tuple[str, int | None]:
    """Publish, and what takes that back."""
    plan = database.write(publish, plan_id, station=station, now=now)
    entries = database.read(activity_of, plan.event_id, {PLAN_PUBLISHED})
    return f"Version {plan.version} is published", entries[0].id if entries else None
