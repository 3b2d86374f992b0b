"""The projector's window: full screen, one picture at a time, and a few keys."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mixer_app.domain.chimes import Bell, Chime
from mixer_app.domain.evening import EveningNow
from mixer_app.domain.progress import Progress
from mixer_app.domain.projector import ProjectorLayout
from mixer_app.domain.projector_frames import (
    countdown,
    next_layout,
    notice,
    picture_now,
    round_to_find,
    tables_head,
    until_next_second,
)
from mixer_app.services.projector import change_projector
from mixer_app.services.wall_clock import venue_time
from mixer_app.ui.background import Background
from mixer_app.ui.projector.paging import Paging
from mixer_app.ui.projector.place import ProjectorPlace
from mixer_app.ui.projector.reading import ProjectorReading
from mixer_app.ui.projector.tables import TablesShown
from mixer_app.ui.projector.view import Frame, ProjectorView

if TYPE_CHECKING:
    from mixer_app.services.database import Database

POINTER_MS: Final = 2000


class ProjectorWindow(QWidget):
    """One projector of an event; `chimed` tells that it is time for a chime, `closed` that nobody sees it any more."""

    chimed = Signal(Chime)
    closed = Signal()

    def __init__(
        self,
        *,
        database: "Database",
        background: Background,
        event_id: int,
        place: ProjectorPlace,
        clock: Callable[[], datetime],
        shift: Callable[[], timedelta] = timedelta,
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._database, self._background, self._event_id, self._place = database, background, event_id, place
        self._clock, self._shift = clock, shift
        self.reading = ProjectorReading(database, background, event_id, self)
        self.paging = Paging(place.part, place.parts)
        self._bell = Bell()
        self._gone = False
        self._build()
        self._connect()
        self.look_again()

    def open_on(self, screen: QScreen | None = None, *, full: bool = True) -> None:
        """Show it on a screen; `full` is False for a window among others."""
        self._gone = False
        self.reading.watch.start()
        if screen is not None:
            self.setScreen(screen)
            self.setGeometry(screen.geometry())
        if full:
            self.showFullScreen()
        else:
            self.show()
        self.look_again()

    @property
    def evening(self) -> EveningNow:
        """The evening at this moment."""
        return self.reading.facts.evening(self._clock())

    # keys and pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and F11 leave and fill the screen, P changes the picture, the arrows turn pages."""
        forward = Qt.Key.Key_Left if self.view.mirrored else Qt.Key.Key_Right
        match event.key():
            case Qt.Key.Key_Escape if self.isFullScreen():
                self.showNormal()
            case Qt.Key.Key_F11:
                self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
            case Qt.Key.Key_P:
                self._change_picture()
            case Qt.Key.Key_Left | Qt.Key.Key_Right as key:
                self._turn(1 if key == forward else -1)
            case _:
                super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The pointer comes back when it is moved."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._show_pointer()
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.reading.watch.stop()
        for timer in (self._second, self._pointer):
            timer.stop()
        super().closeEvent(event)
        if not self._gone:
            self._gone = True
            self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.look_again()

    # making it

    def _build(self) -> None:
        event = self.reading.facts.event
        self.setObjectName("projector")
        self.setWindowTitle(f"{event.name} – projector")
        self.setAccessibleName(f"Projector of {event.name}")
        self.setMinimumSize(320, 180)
        self.view = ProjectorView()
        self.view.setMouseTracking(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._second = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._pointer = QTimer(self, singleShot=True, interval=POINTER_MS)
        self._pointer.start()

    def _connect(self) -> None:
        self._second.timeout.connect(self.look_again)
        self._pointer.timeout.connect(partial(self.setCursor, Qt.CursorShape.BlankCursor))
        self.view.installEventFilter(self)
        self.reading.facts_read.connect(self.look_again)
        self.reading.tables_read.connect(self._take_tables)
        self._tables_before: dict[int, int | None] = {}
        self._round_before: int | None = None

    # behaviour

    @Slot()
    def look_again(self) -> None:
        """Show what is due at this moment, and come again when something else is."""
        if self._gone:
            return
        facts, evening = self.reading.facts, self.evening
        self.view.mirrored = facts.brand.from_the_right
        self.view.set_look(light=facts.state.light, brand=facts.brand)
        number = round_to_find(evening, facts.state)
        self.reading.want_tables(number)
        picture = picture_now(evening, facts.state, can_find_tables=self.reading.has_tables_of(number))
        self.view.show_frame(self._frame(picture, evening))
        for chime in self._bell.due(evening):
            if not facts.state.muted:
                self.chimed.emit(chime)
        self._second.start(ceil(self._due_in(picture, evening) * 1000) + 1)

    def _frame(self, picture: ProjectorLayout, evening: EveningNow) -> Frame:
        facts = self.reading.facts
        if picture is ProjectorLayout.TABLES:
            self.paging.use(self.reading.lines, facts.event.language, self.view.names_per_page)
            page, share = self.paging.place(evening)
            head = tables_head(evening, facts.state)
            return TablesShown(head=head, pages=self.paging.pages, page=page, share=share, part=self.paging.parted)
        if picture is ProjectorLayout.MESSAGE:
            return notice(facts.event, evening, facts.state, self._venue)
        return countdown(facts.event, evening, facts.state, self._venue)

    def _due_in(self, picture: ProjectorLayout, evening: EveningNow) -> float:
        due = until_next_second(evening)
        if picture is ProjectorLayout.TABLES:
            _, share = self.paging.place(evening)
            due = min(due, (1 - share) * self.paging.each_s(evening))
        return due

    def _venue(self, moment: datetime) -> datetime:
        """By the clock on the wall, also if somebody has set it meanwhile."""
        return venue_time(moment + self._shift())

    @Slot()
    def _take_tables(self) -> None:
        """In place; whose table has become another pulses once."""
        key = self.reading.key
        tables = {line.attendee_id: line.table for line in self.reading.lines}
        if key is not None and key.round == self._round_before:
            changed = frozenset(one for one, table in tables.items() if self._tables_before.get(one, table) != table)
            self.view.pulse(changed)
        self._round_before, self._tables_before = key.round if key is not None else None, tables
        self.look_again()

    def _turn(self, step: int) -> None:
        if isinstance(self.view.frame, TablesShown):
            self.paging.turn(step, self._clock())
            self.look_again()

    def _change_picture(self) -> None:
        """For every projector of the event, as from Live."""
        facts, evening = self.reading.facts, self.evening
        layout = next_layout(evening, facts.state, can_find_tables=bool(self.reading.lines))
        self._background.run(partial(self._choose, layout), on_done=self._look)

    def _choose(self, layout: ProjectorLayout, progress: Progress) -> None:
        self._database.write(
            change_projector, self._event_id, station=self._place.station, now=self._clock(), layout=layout
        )

    def _look(self, _none: None) -> None:
        self.reading.watch.look()

    def _show_pointer(self) -> None:
        self.unsetCursor()
        self._pointer.start()
