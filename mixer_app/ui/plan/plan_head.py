"""The head of the Plan page: when it was made, its versions, plan again, publish."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from mixer_app.domain.plans import Plan
from mixer_app.services.plan_versions import PlanVersion
from mixer_app.ui.plan.words import planned_caption, version_line, version_phrase
from mixer_app.ui.undoing import WayBack
from mixer_app.ui.widgets.buttons import PRIMARY, Button, IconButton
from mixer_app.ui.widgets.page_head import PageHead


class PlanHead(PageHead):
    """Title and actions; tells what was asked for."""

    version_chosen = Signal(int)
    plan_again_asked = Signal()
    publish_asked = Signal()
    matching_asked = Signal()
    compare_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Plan", "", parent=parent)
        self.matching_button = Button("How people are matched", icon_name="handshake")
        self.versions_button = Button("", icon_after="caret-down")
        self.versions_menu = QMenu(self.versions_button)
        self.versions_button.setMenu(self.versions_menu)
        self.undo_button = IconButton("arrow-u-up-left", "Undo", key="Ctrl Z")
        self.redo_button = IconButton("arrow-u-up-right", "Redo", key="Ctrl Shift Z")
        self.compare_button = Button("Compare", icon_name="columns")
        self.plan_again_button = Button("Plan again", icon_name="magic-wand")
        self.publish_button = Button("Publish", kind=PRIMARY)
        for button in (
            self.matching_button,
            self.compare_button,
            self.plan_again_button,
            self.versions_button,
            self.undo_button,
            self.redo_button,
            self.publish_button,
        ):
            self.add_action(button)
        self.plan_again_button.clicked.connect(self.plan_again_asked)
        self.publish_button.clicked.connect(self.publish_asked)
        self.matching_button.clicked.connect(self.matching_asked)
        self.compare_button.clicked.connect(self.compare_asked)
        self.undo_button.clicked.connect(self.undo_asked)
        self.redo_button.clicked.connect(self.redo_asked)

    def show_plan(
        self,
        plan: Plan | None,
        versions: Sequence[PlanVersion],
        how: Mapping[int, str],
        *,
        is_latest: bool,
        busy: bool,
    ) -> None:
        """Show what can be done with `plan`; nothing while there is none or the next is under way."""
        self.set_words("Plan", planned_caption(plan) if plan else "Who meets whom, at which table, in which round")
        for button in (self.versions_button, self.plan_again_button, self.publish_button):
            button.setEnabled(plan is not None and not busy)
        self.compare_button.setEnabled(len(versions) > 1)
        self.publish_button.setEnabled(
            plan is not None and is_latest and not busy and plan.published_at is None and bool(plan.introductions)
        )
        self.publish_button.setText("Published" if plan is not None and plan.published_at else "Publish")
        self.versions_button.setText(version_phrase(plan) if plan else "No version")
        self.versions_menu.clear()
        for version in versions:
            words = version_line(version, how.get(version.id, ""))
            self.versions_menu.addAction(self._entry(version, words, chosen=plan is not None and version.id == plan.id))

    def show_way_back(self, way: WayBack) -> None:
        """Say what undo and redo would do."""
        for button, word, sentence, key in (
            (self.undo_button, "Undo", way.undo, "Ctrl Z"),
            (self.redo_button, "Redo", way.redo, "Ctrl Shift Z"),
        ):
            button.setEnabled(bool(sentence))
            button.setAccessibleName(f"{word}: {sentence}" if sentence else word)
            button.setToolTip(f"{word}: {sentence} ({key})" if sentence else f"Nothing to {word.lower()} here")

    def _entry(self, version: PlanVersion, words: str, *, chosen: bool) -> QAction:
        entry = QAction(words, self.versions_menu)
        entry.setCheckable(True)
        entry.setChecked(chosen)
        entry.triggered.connect(partial(self.version_chosen.emit, version.id))
        return entry
