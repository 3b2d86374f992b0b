"""The People page: places the list, the panel and the bars, and joins them to the work behind."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from random import Random, SystemRandom
from typing import Any, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from mixer_app.domain.events import Event
from mixer_app.domain.imports import ImportAccount
from mixer_app.domain.people import Attendee
from mixer_app.domain.programme import Attended
from mixer_app.domain.staff_roles import StaffAct
from mixer_app.ui.forgetting import Forgetting
from mixer_app.ui.page import Page
from mixer_app.ui.people.facets import DOUBLES
from mixer_app.ui.people.file_dialogs import ask_badges_file, ask_export_file, ask_import_files
from mixer_app.ui.people.import_flow import ImportFlow
from mixer_app.ui.people.import_sheet import dropped_files
from mixer_app.ui.people.import_words import imported_words
from mixer_app.ui.people.listing import Listing
from mixer_app.ui.people.people_work import PeopleWork
from mixer_app.ui.people.person_panel import WIDTH, PersonPanel
from mixer_app.ui.people.roster import Roster
from mixer_app.ui.people.rows import Standing, people_words
from mixer_app.ui.people.selection_bar import SelectionBar
from mixer_app.ui.people.table_model import PeopleFilter
from mixer_app.ui.people.together import Together
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import PRIMARY, Button, PageHead

Ask = Callable[[QWidget], Path | None]

_BOTH_FROM: Final = 900  # px of the page at 100 %: list and panel beside each other


class PeoplePage(Page):
    """Everyone: found, filtered, read, changed, imported and exported."""

    place = "people"
    title = "People"
    icon = "users"

    def __init__(
        self,
        *,
        dice: Random | None = None,
        choose_files: Callable[[QWidget], Sequence[Path]] = ask_import_files,
        choose_export: Ask = ask_export_file,
        choose_badges: Ask = ask_badges_file,
        **given: Any,
    ) -> None:
        super().__init__(**given)
        self._choose_export, self._choose_badges = choose_export, choose_badges
        self._roster: Roster | None = None
        self._wanted: int | None = None  # to be opened once the list is there
        self.setAcceptDrops(True)
        parts: dict[str, Any] = {
            "database": self.database,
            "background": self.background,
            "station": self.station,
            "clock": self.clock,
            "dice": dice or SystemRandom(),
        }
        self._work = PeopleWork(**parts, parent=self)
        self.forgetting = Forgetting(self, **{name: part for name, part in parts.items() if name != "dice"})
        self.imports = ImportFlow(self, **parts, choose_files=choose_files)
        self._build()
        self._connect()

    # Build

    def _build(self) -> None:
        self.head = PageHead(self.title)
        self.add_button = Button("Add one person", icon_name="user-plus")
        self.add_button.setObjectName("add_person_button")
        self.export_button = Button("Export", icon_name="export")
        self.export_button.setObjectName("export_button")
        self.import_button = Button("Import", kind=PRIMARY, icon_name="upload-simple")
        self.import_button.setObjectName("import_button")
        self.doubles_button = Button("", icon_name="users")
        self.doubles_button.setObjectName("doubles_button")
        self.doubles_button.hide()
        for button in (self.doubles_button, self.add_button, self.export_button, self.import_button):
            self.head.add_action(button)
        self.listing = Listing(self)
        self.listing.column.insertWidget(2, self.imports.problem_bar)
        self.panel = PersonPanel(self)
        self.selection_bar = SelectionBar()
        self.together = Together(self, listing=self.listing, work=self._work, background=self.background)
        self._row_menu = QMenu(self)
        self._row_menu.setObjectName("row_menu")
        self._assemble()

    def _assemble(self) -> None:
        margin = current().space.page_margin
        middle = QHBoxLayout()
        middle.setContentsMargins(margin, 0, margin, 16)
        middle.setSpacing(24)
        middle.addWidget(self.listing, 1)
        middle.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(middle, 1)
        column.addWidget(self.selection_bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        """List and panel beside each other; where there is room for one of them, the panel stands in for the list."""
        shown = not self.panel.isHidden()
        self.listing.setVisible(not shown or self.width() >= current().px(_BOTH_FROM))
        if shown:
            self.panel.setFixedWidth(
                current().px(WIDTH)
                if self.listing.isVisibleTo(self)
                else self.width() - 2 * current().space.page_margin
            )

    def _connect(self) -> None:
        self.panel.turned.connect(self._share_out)
        self.add_button.clicked.connect(self.begin_new_person)
        self.export_button.clicked.connect(self._export)
        self.import_button.clicked.connect(self._browse)
        self.imports.imported.connect(self._imported)
        self.imports.undo_asked.connect(self._work.undo_import)
        self._connect_listing()
        self.panel.saved.connect(self._work.save)
        self.panel.cancel_asked.connect(self._cancel_registration)
        self.panel.register_again_asked.connect(self._register_again)
        self.panel.desk_asked.connect(self._go_to_desk)
        self.panel.forget_asked.connect(self._forget)
        self.forgetting.done.connect(self._forgotten)
        self.forgetting.failed.connect(self.failed)
        self.panel.person_shown.connect(self._read_history)
        self._work.history_read.connect(self._show_history)
        self.panel.closed.connect(self.listing.table.setFocus)
        self.selection_bar.merge_asked.connect(self._compare)
        self.selection_bar.edit_asked.connect(self._edit_many)
        self.doubles_button.clicked.connect(self._turn_doubles)
        for key, act in (("Ctrl+M", self._compare), ("Ctrl+E", self._edit_many)):
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        self.together.refused.connect(self.failed)
        self.selection_bar.add_asked.connect(self._add_known)
        self.selection_bar.badges_asked.connect(self._save_badges)
        self.selection_bar.none_asked.connect(self.listing.model.tick_none)
        self._work.loaded.connect(self._show_roster)
        self._work.person_saved.connect(self._person_saved)
        self._work.merged.connect(self._merged)
        self._work.done.connect(self._done)
        self._work.save_failed.connect(self.panel.show_problem)
        self._work.failed.connect(self.failed)

    def _connect_listing(self) -> None:
        self.listing.scope_chosen.connect(self._choose_scope)
        self.listing.person_opened.connect(self.open_person)
        self.listing.current_changed.connect(self._current_changed)
        self.listing.ticks_changed.connect(self._show_selection)
        self.listing.menu_asked.connect(self._open_row_menu)
        self.listing.import_asked.connect(self._browse)
        self.listing.add_asked.connect(self.begin_new_person)

    # What the window asks

    def show_event(self, event: Event) -> None:
        if self.event_shown is None or event.id != self.event_shown.id:
            self._roster = None
            self._work.use_event(event.id)
            self.listing.forget()
            self.panel.leave()
            self.imports.use_event(event)
        super().show_event(event)

    def refresh(self) -> None:
        """Read the people anew; search, filters, ticks and what is being typed stay."""
        if self.event_shown is not None:
            self._work.load(everyone=self.listing.everyone)

    def show_target(self, target: object) -> None:
        """Take an attendee's number, `"here"`, `"import"`, `"new"`, a text to search for, or files to import."""
        if isinstance(target, int):
            self._wanted = target
            self._open_wanted()
        elif target == "here":
            self.listing.filter_bar.set_filter(PeopleFilter(standings=frozenset({Standing.HERE})))
        elif target == "import":
            self._browse()
        elif target == "new":
            self.begin_new_person()
        elif isinstance(target, str):
            self.listing.search.setText(target)
        elif isinstance(target, (list, tuple)):
            self._import([path for path in target if isinstance(path, Path)])

    def take_access(self) -> None:
        """Of a helper's list and panel everything goes that is the organizer's to read."""
        self.imports.tell_left_out(on=self.access.may(StaffAct.IMPORT))
        if not self.access.may(StaffAct.SEE_OTHER_EVENTS) and self.listing.everyone:
            self.listing.list_this_event()
        self.panel.show_private(on=self.access.may(StaffAct.SEE_PRIVATE))

    def search_field(self) -> QWidget:
        return self.listing.search

    def regions(self) -> list[QWidget]:
        return [self.head, self.listing, self.listing.table, self.panel, self.selection_bar]

    # One person

    def open_person(self, attendee_id: int) -> None:
        """Show someone in the panel."""
        row = self.listing.model.find(attendee_id)
        if row is None or self._roster is None:
            return
        if self.panel.has_changes:
            self.panel.close_panel()  # says what to do first
            return
        self.panel.show_person(row, self._roster.event)

    def begin_new_person(self) -> None:
        """Open an empty form; words of the search that found nobody become the name."""
        if self.event_shown is None or self.panel.has_changes:
            return
        searched = self.listing.search.text() if not self.listing.model.rowCount() else ""
        self.panel.begin_new(self.event_shown, searched)

    def _current_changed(self, attendee_id: int) -> None:
        if self.panel.isVisible() and not self.panel.editing:
            self.open_person(attendee_id)

    def _person_saved(self, attendee: Attendee, new: bool, entry_id: int | None) -> None:  # a slot
        self.panel.leave()
        self._wanted = attendee.id
        words = f"{attendee.name.shown} is registered." if new else f"{attendee.name.shown} is changed."
        self._done(words, entry_id)

    def _cancel_registration(self, attendee_id: int) -> None:
        self._close_and(self._work.cancel, attendee_id)

    def _register_again(self, attendee_id: int) -> None:
        self._close_and(self._work.register_again, attendee_id)

    def _close_and(self, act: Callable[[Attendee], None], attendee_id: int) -> None:
        row = self.listing.model.find(attendee_id)
        if row is not None:
            self.panel.leave()
            self.listing.table.setFocus(Qt.FocusReason.OtherFocusReason)
            act(row.attendee)

    def _read_history(self, attendee: Attendee) -> None:
        if self.access.may(StaffAct.SEE_PRIVATE):
            self._work.read_history(attendee)

    def _show_history(self, attendee_id: int, history: Sequence[Attended]) -> None:
        shown = self.panel.attendee is not None and self.panel.attendee.id == attendee_id
        if shown and self.access.may(StaffAct.SEE_PRIVATE):
            self.panel.details.show_history(history)

    def _forget(self, attendee_id: int) -> None:
        if self.access.ask(StaffAct.FORGET):
            self.forgetting.ask_person(attendee_id)

    def _forgotten(self, sentence: str) -> None:
        self.panel.leave()
        self.listing.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._done(sentence, None)

    def _go_to_desk(self, attendee_id: int) -> None:
        self.go_to.emit("desk", attendee_id)

    # Several people

    def _choose_scope(self) -> None:
        if self.listing.everyone and not self.access.ask(StaffAct.SEE_OTHER_EVENTS):
            self.listing.list_this_event()
            return
        self.refresh()

    def _compare(self) -> None:
        if self.access.ask(StaffAct.MERGE):
            self.together.compare()

    def _compare_with_doubles(self, attendee_id: int) -> None:
        if self.access.ask(StaffAct.MERGE):
            self.together.compare_with_doubles(attendee_id)

    def _edit_many(self) -> None:
        if self.access.ask(StaffAct.EDIT_MANY):
            self.together.edit()

    def _show_selection(self) -> None:
        ticked = self.listing.model.ticked_rows()
        here = sum(row.at_event for row in ticked)
        unseen = len(ticked) - self.listing.model.ticked_in_sight()
        self.selection_bar.show_choice(here, len(ticked) - here, unseen)

    def _merged(self, attendee_id: int) -> None:
        self.listing.model.tick_none()
        self.panel.leave()
        self._wanted = attendee_id

    def _turn_doubles(self) -> None:
        self.listing.filter_bar.turn_doubles()

    def _add_known(self) -> None:
        if not self.access.ask(StaffAct.EDIT_MANY):
            return
        self._work.add_known([row.attendee for row in self.listing.model.ticked_rows() if not row.at_event])
        self.listing.model.tick_none()

    def _save_badges(self) -> None:
        if (path := self._choose_badges(self)) is not None:
            self._work.save_badges(self.listing.ticked(), path)

    def _export(self) -> None:
        if self.access.ask(StaffAct.EXPORT) and (path := self._choose_export(self)) is not None:
            self._work.export(path)

    def _open_row_menu(self, at: QPoint) -> None:
        attendee_id = self.listing.table.current_person()
        row = self.listing.model.find(attendee_id) if attendee_id is not None else None
        if row is None:
            return
        self._row_menu.clear()
        acts = {"Open": self.open_person}
        if self.together.doubles_of(row.attendee.id):
            acts["Compare with who it may be"] = self._compare_with_doubles
        if row.at_event:
            acts["Show at the desk"] = self._go_to_desk
            acts |= {"Register again": self._register_again} if row.cancelled else {}
            acts |= {} if row.cancelled else {"Cancel registration": self._cancel_registration}
        for words, act in acts.items():
            self._row_menu.addAction(words, partial(act, row.attendee.id))
        self._row_menu.popup(at)

    # Import

    def _browse(self) -> None:
        if self.access.ask(StaffAct.IMPORT):
            self.imports.browse()

    def _import(self, paths: Sequence[Path]) -> None:
        if self.access.ask(StaffAct.IMPORT):
            self.imports.open_with(paths)

    def _imported(self, account: ImportAccount) -> None:
        undo = None if account.import_id is None else partial(self._work.undo_import, account.import_id)
        self._done(imported_words(account), undo)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.event_shown is not None and dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._import(dropped_files(event.mimeData()))

    # What came of it

    def _show_roster(self, roster: Roster) -> None:
        if self.event_shown is None or roster.event.id != self.event_shown.id:
            return
        self._roster = roster
        self.note_read()
        self.head.set_words(self.title, people_words(roster.known, roster.registered, roster.cancelled))
        self.export_button.setEnabled(roster.registered > 0)
        self.listing.show_roster(roster)
        self.together.use_roster(roster)
        doubles = roster.counts.people(DOUBLES)
        self.doubles_button.setText(f"{doubles:,} possible doubles")
        self.doubles_button.setVisible(doubles > 0)
        if self.panel.isVisible() and self.panel.attendee is not None:
            row = self.listing.model.find(self.panel.attendee.id)
            if row is not None:
                self.panel.update_person(row, roster.event)
        self._open_wanted()

    def _open_wanted(self) -> None:
        wanted = self._wanted
        if wanted is not None and self.listing.model.find(wanted) is not None:
            self._wanted = None
            self.listing.table.go_to_person(wanted)
            self.open_person(wanted)

    def _done(self, sentence: str, undo: object) -> None:
        self.said.emit(sentence, undo)
        self.changed.emit()
        self.refresh()
