"""Where the pages of the window are; while the server is away, what stands in the place of one that was not read."""

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mixer_app.services.wall_clock import told_moment
from mixer_app.ui.away_keeper import AwayKeeper
from mixer_app.ui.page import Page
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import PRIMARY, Button, EmptyState, IconLabel, label

_GOES_ON: Final = "Check-in goes on at the desk. This page is read by itself when the connection is back."
_WAITS: Final = "Nothing can be kept until it is back. This page is then read by itself."
_OLD: Final = "No connection. This is as it was at {of}, and nothing here can be changed until it is back."


class PageStack(QWidget):
    """Shows one page at a time. `desk_wanted`: somebody goes where work goes on.

    A page that is not `works_alone` is not asked to read while the server is away: one that was read stays in
    sight, with the moment it is of; in the place of another one stands that it waits.
    """

    desk_wanted = Signal()

    def __init__(self, away: AwayKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._away = away
        self.pages: list[Page] = []
        self._page: Page | None = None
        self._build()
        self.desk_button.clicked.connect(self.desk_wanted)
        away.went_away.connect(self._arrange)
        away.came_back.connect(self._arrange)

    @property
    def waits(self) -> bool:
        """Whether the page that was asked for is not in sight, because it could not be read yet."""
        return self._stack.currentWidget() is self.waiting

    def add(self, page: Page) -> None:
        """Take a page; it is not shown yet."""
        self.pages.append(page)
        self._stack.addWidget(page)
        page.was_read.connect(self._arrange)

    def show_page(self, page: Page) -> None:
        """Show this page, or that it waits."""
        self._page = page
        self._arrange()

    def holds_back(self, page: Page) -> bool:
        """Whether this page is not to read now: it would get no answer."""
        return self._away.is_away and not page.works_alone

    def forget(self) -> None:
        """Another event is shown: nothing of it was read yet."""
        for page in self.pages:
            page.read_at = None

    def first_focus(self) -> QWidget | None:
        """Where the cursor is while a page waits."""
        return self.desk_button if self.waits and not self.desk_button.isHidden() else None

    def regions(self) -> list[QWidget]:
        """The parts of the page that is in sight."""
        if self.waits:
            return [self.waiting]
        return self._page.regions() if self._page is not None else []

    def _build(self) -> None:
        self.setObjectName("page_stack")
        self.band = QFrame()
        self.band.setObjectName("away_band")
        self.band.setProperty("look", "notice")
        self.band_label = label("", "body_strong", wrap=True)
        row = QHBoxLayout(self.band)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(IconLabel("warning", "warn"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.band_label, 1)
        self._band_place = QWidget()
        around, margin = QHBoxLayout(self._band_place), current().space.page_margin
        around.setContentsMargins(margin, 12, margin, 0)
        around.addWidget(self.band)
        self._band_place.hide()
        self.desk_button = Button("Go to the desk", kind=PRIMARY, icon_name="user-check")
        self.desk_button.setObjectName("away_desk_button")
        self.waiting = EmptyState("clock", "", _GOES_ON, (self.desk_button,))
        self.waiting.setObjectName("waiting_state")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.waiting)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._band_place)
        column.addWidget(self._stack, 1)

    @Slot()
    def _arrange(self) -> None:
        page = self._page
        if page is None:
            return
        held = self.holds_back(page)
        if held and page.read_at is not None:
            self.band_label.setText(_OLD.format(of=told_moment(page.read_at, page.clock())))
        self._band_place.setVisible(held and page.read_at is not None)
        if held and page.read_at is None:
            self._wait(page)
        else:
            self._stack.setCurrentWidget(page)

    def _wait(self, page: Page) -> None:
        focused = QApplication.focusWidget()
        inside = focused is not None and page.isAncestorOf(focused)
        goes_on = self._away.goes_on
        self.waiting.set_words(f"{page.title} waits for the connection", _GOES_ON if goes_on else _WAITS)
        self.waiting.setAccessibleName(f"{page.title} waits for the connection")
        self.desk_button.setVisible(goes_on)
        self._stack.setCurrentWidget(self.waiting)
        if inside:
            self.desk_button.setFocus(Qt.FocusReason.OtherFocusReason)
