"""What a kiosk does off the GUI thread; every answer says for whose visit it was asked."""

from collections import deque
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from mixer_app.domain.kiosk import DeskReason
from mixer_app.domain.kiosk_person import KioskAnswers
from mixer_app.domain.progress import Progress
from mixer_app.services.badge_paper import BadgePaper
from mixer_app.services.badge_queue import get_job
from mixer_app.services.desk_calls import call_desk
from mixer_app.services.kiosk_answers import answer_at_kiosk
from mixer_app.services.kiosk_facts import second_fact_of
from mixer_app.services.paper import page_image
from mixer_app.services.staff_pin import check_pin, pin_wait
from mixer_app.ui.background import Background
from mixer_app.ui.kiosk import kiosk_acts as acts

if TYPE_CHECKING:
    from mixer_app.services.database import Database

_PICTURE_DPI: Final = 180


class KioskWork(QObject):
    """Runs the services for one event; knows no widget and keeps nothing of anybody."""

    index_loaded = Signal(object)  # KioskIndex
    setup_loaded = Signal(object)  # KioskSetup
    code_looked_up = Signal(object, int)  # Recognised or None, visit
    fact_found = Signal(object, int)  # SecondFactQuestion, visit
    fact_checked = Signal(object, int)  # Recognised or None, visit
    admitted = Signal(object, int)  # Admitted, visit
    answer_kept = Signal(object, int)  # None, visit
    job_seen = Signal(object, int)  # PrintJob, visit
    badge_drawn = Signal(QImage, int)
    pin_checked = Signal(object, int)  # PinAnswer, visit
    pin_locked = Signal(int, int)  # seconds until a PIN is looked at, visit
    desk_told = Signal(int)  # visit
    failed = Signal(int)  # visit

    def __init__(
        self,
        *,
        database: "Database",
        background: Background,
        station: str,
        clock: Callable[[], datetime],
        event_id: int,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._database, self._background = database, background
        self._station, self._clock, self._event_id = station, clock, event_id
        self._paper = BadgePaper(database)
        self._asked_at = database  # where the badge that is waited for is in the queue
        self._loading = self._load_again = False
        self._answers: deque[tuple[int, acts.VisitAnswer, int]] = deque()

    def load_index(self) -> None:
        """Read anew who can be found."""
        if self._loading:
            self._load_again = True
            return
        self._loading, self._load_again = True, False
        self._background.run(
            lambda _progress: self._database.door.read(acts.load_index, self._event_id),
            on_done=self.index_loaded.emit,
            on_failed=self._ignore,
            on_end=self._loaded,
            counts=False,
        )

    def load_setup(self) -> None:
        """Read anew what the event asks of its kiosks."""
        self._background.run(
            lambda _progress: self._database.read(acts.load_setup, self._event_id),
            on_done=self.setup_loaded.emit,
            on_failed=self._ignore,
            counts=False,
        )

    def look_up_code(self, code: str, visit: int) -> None:
        """Whose badge code is this?"""
        self._run(
            lambda: self._database.door.read(acts.recognise_code, self._event_id, code, now=self._clock()),
            self.code_looked_up,
            visit,
        )

    def ask_fact(self, attendee_id: int, visit: int) -> None:
        """What is to be asked of someone?"""
        self._run(lambda: self._database.door.read(second_fact_of, attendee_id), self.fact_found, visit)

    def check_fact(self, attendee_id: int, typed: str, visit: int) -> None:
        """Is this their second fact?"""
        self._write(self.fact_checked, visit, acts.recognise_by_fact, self._event_id, attendee_id, typed)

    def admit(self, attendee_id: int, answers: KioskAnswers, printer: str, visit: int) -> None:
        """Check in, with a badge where there is a printer."""
        named = {"printer": printer, "request_id": uuid4().hex, "station": self._station, "now": self._clock()}

        def work() -> acts.Admitted:
            write: Callable[..., Any] = self._database.write_at_the_door
            admitted: acts.Admitted = write(acts.admit, self._event_id, attendee_id, answers, **named)
            self._asked_at = self._database.door
            return admitted

        self._run(work, self.admitted, visit)

    def answer(self, attendee_id: int, given: acts.VisitAnswer, visit: int) -> None:
        """Keep one answer; several are kept in the order in which they were given."""
        self._answers.append((attendee_id, given, visit))
        if len(self._answers) == 1:
            self._keep_next_answer()

    def _keep_next_answer(self) -> None:
        attendee_id, given, visit = self._answers[0]
        now = self._clock()
        self._background.run(
            lambda _progress: self._database.write(
                answer_at_kiosk,
                self._event_id,
                attendee_id,
                given.partner_id,
                given.answer,
                note=given.note,
                helped=given.helped,
                refer=given.refer,
                station=self._station,
                now=now,
            ),
            on_done=partial(self._tell, self.answer_kept, visit),
            on_failed=partial(self._failed, visit),
            on_end=self._answer_ended,
        )

    def _answer_ended(self) -> None:
        self._answers.popleft()
        if self._answers:
            self._keep_next_answer()

    def look_at_job(self, job_id: int, visit: int) -> None:
        """How far is this badge?"""
        self._background.run(
            lambda _progress: self._asked_at.read(get_job, job_id),
            on_done=partial(self._tell, self.job_seen, visit),
            on_failed=self._ignore,
            counts=False,
        )

    def draw_badge(self, attendee_id: int, visit: int) -> None:
        """The badge as it is printed, as a picture."""
        self._background.run(
            partial(self._draw, attendee_id),
            on_done=partial(self._tell, self.badge_drawn, visit),
            on_failed=self._ignore,
            counts=False,
        )

    def call_desk(self, attendee_id: int | None, why: DeskReason, visit: int) -> None:
        """Tell the desk that someone comes; where that fails, the screen does not say that they know."""
        now = self._clock()
        self._background.run(
            lambda _progress: self._database.write(
                call_desk, self._event_id, attendee_id, why, station=self._station, now=now
            ),
            on_done=partial(self._tell_told, visit),
            on_failed=self._ignore,
        )

    def _tell_told(self, visit: int, _call: object) -> None:
        self.desk_told.emit(visit)

    def check_pin(self, pin: str, visit: int) -> None:
        """Is this the staff PIN?"""
        self._write(self.pin_checked, visit, check_pin, pin)

    def ask_pin_wait(self, visit: int) -> None:
        """How long is no PIN looked at here?"""
        self._write(self.pin_locked, visit, pin_wait)

    def _write(self, told: Any, visit: int, service: Callable[..., Any], *args: object, **named: object) -> None:
        now = self._clock()
        write: Callable[..., object] = self._database.write_at_the_door
        self._run(lambda: write(service, *args, **named, station=self._station, now=now), told, visit)

    def _run(self, work: Callable[[], object], told: Any, visit: int) -> None:
        self._background.run(
            lambda _progress: work(),
            on_done=partial(self._tell, told, visit),
            on_failed=partial(self._failed, visit),
        )

    def _tell(self, told: Any, visit: int, answer: object) -> None:
        told.emit(answer, visit)

    def _failed(self, visit: int, sentence: str) -> None:
        self.failed.emit(visit)

    def _ignore(self, sentence: str) -> None:
        """What comes a moment later, or can be done without, is not told."""

    def _loaded(self) -> None:
        self._loading = False
        if self._load_again:
            self.load_index()

    def _draw(self, attendee_id: int, progress: Progress) -> QImage:
        with TemporaryDirectory(prefix="mentor-mixer-badge-") as folder:
            path = Path(folder) / "badge.pdf"
            place = self._database.door
            paper = self._paper if place is self._database else BadgePaper(place)
            paper.picture_page(self._event_id, attendee_id, path)
            page = page_image(path, 0, _PICTURE_DPI)
        return QImage(page.rgb, page.width, page.height, 3 * page.width, QImage.Format.Format_RGB888).copy()
