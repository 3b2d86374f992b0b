"""One kiosk at work: acts of the person become happenings, the state becomes what is shown."""

from collections import deque
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from mixer_app.domain import kiosk_happenings as happen
from mixer_app.domain.kiosk import DeskReason, Happening, KioskRules, KioskScreen, KioskState, new_kiosk, step
from mixer_app.domain.kiosk_person import FirstSeat, KioskPerson
from mixer_app.services.kiosk_search import KioskIndex
from mixer_app.services.wall_clock import venue_time
from mixer_app.ui.kiosk.badge_wait import BadgeWait
from mixer_app.ui.kiosk.kiosk_acts import Admitted, Elsewhere, KioskSetup, Recognised
from mixer_app.ui.kiosk.kiosk_work import KioskWork
from mixer_app.ui.kiosk.visit_answers import VisitAnswers

if TYPE_CHECKING:
    from mixer_app.services.kiosk_facts import SecondFactQuestion
    from mixer_app.services.staff_pin import PinAnswer

_DURATIONS_KEPT = 10


class Visit(QObject):
    """Holds the state and asks the services; forgets the person whenever the state does."""

    stepped = Signal(object, object)
    """The `KioskState` before and the one after."""
    question_known = Signal(object)  # SecondFactQuestion
    picture_drawn = Signal(QImage)
    desk_told = Signal()
    """Staff know that the person comes."""
    pin_refused = Signal()
    pin_unread = Signal()
    """It could not be looked at."""

    def __init__(
        self,
        setup: KioskSetup,
        work: KioskWork,
        *,
        clock: Callable[[], datetime],
        printer: Callable[[], str],
        printer_away: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.setup, self._work, self.clock, self._printer = setup, work, clock, printer
        self.printer_away = printer_away
        rules = KioskRules(language=setup.event.language, idle_seconds=setup.settings.idle_seconds)
        self.state: KioskState = new_kiosk(rules, doors_open=self.doors_open())
        self.index: KioskIndex | None = None
        self.person: KioskPerson | None = None
        self.seat: FirstSeat | None = None
        self.elsewhere: Elsewhere | None = None
        self.prints = self.badge_due = self.has_badge = False
        self.picture = QImage()
        self.connected = True
        self.durations_s: deque[float] = deque(maxlen=_DURATIONS_KEPT)
        self.wait = BadgeWait(work, self)
        self.answers = VisitAnswers(work, self)
        self._connect()

    def _connect(self) -> None:
        work = self._work
        work.code_looked_up.connect(self._take_code)
        work.fact_found.connect(self._take_question)
        work.fact_checked.connect(self._take_fact)
        work.admitted.connect(self._take_admitted)
        work.badge_drawn.connect(self._take_picture)
        work.pin_checked.connect(self._take_pin)
        work.pin_locked.connect(self._take_pin_wait)
        work.desk_told.connect(self._take_desk)
        work.failed.connect(self._take_failure)
        self.wait.came_out.connect(self._badge_out)
        self.wait.gave_up.connect(self._badge_failed)

    def happen(self, happened: Happening) -> None:
        """Let it happen, and do what follows from it."""
        before, after = self.state, step(self.state, happened)
        if after is before:
            return
        self.state = after
        if after.visit != before.visit and after.attendee_id is None:
            self._forget()
        self._follow(before, after)
        if self.state is after:
            self.stepped.emit(before, after)

    def doors_open(self) -> bool:
        """Whether the doors are open by now."""
        opens = self.setup.event.doors_at
        return opens is None or venue_time(self.clock()) >= opens

    def tick(self, seconds: float) -> None:
        """Time went by."""
        self.happen(happen.DoorsMoved(self.doors_open()))
        self.happen(happen.IdleTick(seconds))

    def _follow(self, before: KioskState, after: KioskState) -> None:
        """Ask the services what the new state waits for."""
        visit = after.visit
        if after.code and (after.code, visit) != (before.code, before.visit):
            self._work.look_up_code(after.code, visit)
        asked = after.screen is KioskScreen.SECOND_FACT
        if asked and before.screen is KioskScreen.SEARCH and after.attendee_id is not None:
            self._work.ask_fact(after.attendee_id, visit)
        if asked and after.busy and not before.busy and after.attendee_id is not None:
            self._work.check_fact(after.attendee_id, after.fact, visit)
        if after.screen is KioskScreen.SEE_DESK and before.screen is not KioskScreen.SEE_DESK and after.why:
            self._work.call_desk(after.attendee_id, after.why, visit)
        if after.screen in (KioskScreen.SEE_DESK, KioskScreen.WELCOME, KioskScreen.CLOSED):
            self.wait.stop()
        if after.screen is KioskScreen.PIN and before.visit != visit:
            self._work.ask_pin_wait(visit)

    def confirm(self, answers: object) -> None:
        """The person confirmed what they see."""
        before = self.state.busy
        self.happen(happen.Confirmed())
        state = self.state
        if state.busy and not before and state.attendee_id is not None:
            printer = self._printer() if self.prints else ""
            self._work.admit(state.attendee_id, answers, printer, state.visit)  # type: ignore[arg-type]  # KioskAnswers

    def check_pin(self, pin: str) -> None:
        """Staff typed a PIN."""
        self._work.check_pin(pin, self.state.visit)

    def _forget(self) -> None:
        self.person = self.seat = self.elsewhere = None
        self.answers.begin(None)
        self.prints = self.badge_due = self.has_badge = False
        self.picture = QImage()
        self.wait.stop()

    def _take_code(self, found: Recognised | None, visit: int) -> None:
        if visit != self.state.visit or not self.state.code:
            return
        if found is None:
            self.happen(happen.CodeUnknown(visit))
        elif found.person.attendee_id != self.state.attendee_id:
            person = found.person
            already, met = person.already_at is not None, found.met is not None
            self._meet(found, happen.CodeFound(person.attendee_id, visit, already, met, person.cancelled))
        else:
            self.happen(happen.CodeFound(found.person.attendee_id, visit))

    def _take_question(self, question: "SecondFactQuestion", visit: int) -> None:
        if visit != self.state.visit:
            return
        if question.kind is None:
            self.happen(happen.Failed(DeskReason.NO_FACT, visit))
        else:
            self.question_known.emit(question)

    def _take_fact(self, found: Recognised | None, visit: int) -> None:
        if visit != self.state.visit or not self.state.busy:
            return
        if found is None:
            self.happen(happen.FactGiven(False, visit))
        else:
            already, met = found.person.already_at is not None, found.met is not None
            self._meet(found, happen.FactGiven(True, visit, already, met, found.person.cancelled))

    def _meet(self, found: Recognised, happened: Happening) -> None:
        """Keep who it is before the state says so, and after it has forgotten whoever was there."""
        before, after = self.state, step(self.state, happened)
        if after is before:
            return
        self._forget()
        self.person, self.seat = found.person, found.seat
        self.answers.begin(found.met)
        self.badge_due, self.has_badge = found.prints or found.has_badge, found.has_badge
        self.prints = found.prints and bool(self._printer())
        self.state = after
        self._follow(before, after)
        if self.prints and after.screen is KioskScreen.CONFIRM:
            self._work.draw_badge(found.person.attendee_id, after.visit)
        self.stepped.emit(before, after)

    def _take_admitted(self, admitted: Admitted, visit: int) -> None:
        if visit != self.state.visit:
            return
        self.seat, self.elsewhere = admitted.seat, admitted.elsewhere
        self.happen(happen.CheckedIn(visit, badge=admitted.job is not None, already=admitted.elsewhere is not None))
        if admitted.job is not None and self.state.screen is KioskScreen.PRINTING:
            self.wait.start(admitted.job.id, visit)
            if self.person is not None:  # who may have changed what is on it
                self._work.draw_badge(self.person.attendee_id, visit)

    def _take_picture(self, picture: QImage, visit: int) -> None:
        if visit == self.state.visit and self.person is not None:
            self.picture = picture
            self.picture_drawn.emit(picture)

    def _take_pin(self, answer: "PinAnswer", visit: int) -> None:
        if not answer.ok and visit == self.state.visit:
            self.pin_refused.emit()
        self.happen(happen.PinGiven(answer.ok, visit, answer.wait_seconds))

    def _take_pin_wait(self, seconds: int, visit: int) -> None:
        self.happen(happen.PinLocked(visit, seconds))

    def _take_desk(self, visit: int) -> None:
        if visit == self.state.visit:
            self.desk_told.emit()

    def _take_failure(self, visit: int) -> None:
        why = DeskReason.CONFLICT if self.connected else DeskReason.CONNECTION
        if self.state.screen is KioskScreen.PIN and visit == self.state.visit:
            self.pin_unread.emit()
        self.happen(happen.Failed(why, visit))

    def _badge_out(self, visit: int, seconds: float) -> None:
        self.durations_s.append(seconds)
        self.happen(happen.BadgePrinted(visit))

    def _badge_failed(self, visit: int) -> None:
        self.happen(happen.BadgeFailed(visit))
