"""What somebody answers while they stand at the kiosk: kept at once, remembered until they go."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from mixer_app.domain.answers import Answer, KioskAnswerSheet
from mixer_app.ui.kiosk.kiosk_acts import TalkNote, VisitAnswer
from mixer_app.ui.kiosk.kiosk_work import KioskWork


class VisitAnswers(QObject):
    """The answers of one visit; `busy_changed` tells whether one is still being written."""

    busy_changed = Signal()

    def __init__(self, work: KioskWork, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._waiting = 0
        self.met: KioskAnswerSheet | None = None
        self.given: dict[int, VisitAnswer] = {}
        work.answer_kept.connect(self._kept)

    @property
    def busy(self) -> bool:
        """Whether an answer is still being written."""
        return self._waiting > 0

    def begin(self, met: KioskAnswerSheet | None) -> None:
        """Somebody else is there; None: nobody."""
        self.met, self.given, self._waiting = met, {}, 0

    def give(self, partner_id: int, answer: Answer, visit: int) -> None:
        """Take one touch."""
        before = self.given.get(partner_id, VisitAnswer(partner_id=partner_id, answer=answer))
        self._keep(replace(before, answer=answer), visit)

    def note(self, partner_id: int, said: TalkNote, visit: int) -> None:
        """Take what goes with an answer that was given at this visit."""
        before = self.given.get(partner_id)
        if before is None or said == TalkNote(before.note or "", before.helped, bool(before.refer)):
            return
        refer = said.refer if said.refer or before.refer is not None else None
        self._keep(replace(before, note=said.note, helped=said.helped, refer=refer), visit)

    def _keep(self, given: VisitAnswer, visit: int) -> None:
        if self.met is None or self.given.get(given.partner_id) == given:
            return
        self.given[given.partner_id] = given
        self._waiting += 1
        self._work.answer(self.met.attendee_id, given, visit)
        self.busy_changed.emit()

    def _kept(self, _none: None, visit: int) -> None:
        if self._waiting:
            self._waiting -= 1
            self.busy_changed.emit()
