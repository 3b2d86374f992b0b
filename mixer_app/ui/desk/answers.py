"""What came of an act at the desk, told to the eye and to the ear."""

from PySide6.QtCore import QObject, Signal

from mixer_app.domain.desk_calls import DeskCall
from mixer_app.domain.people import Attendee, Status
from mixer_app.services.check_in import CheckInStatus
from mixer_app.ui.desk.announcer import Announcer
from mixer_app.ui.desk.desk_acts import DeskNews
from mixer_app.ui.desk.finder import Finder
from mixer_app.ui.desk.waiting_words import call_reason, call_title
from mixer_app.ui.desk.words import ROLE_WORDS, clock_time, not_found_words, spoken


class DeskAnswers(QObject):
    """Puts into words what an act has changed; `said` carries a sentence and what its Undo takes back."""

    said = Signal(str, object)

    def __init__(self, finder: Finder, announcer: Announcer) -> None:
        super().__init__(finder)
        self._finder, self._announcer = finder, announcer

    def tell_arrival(self, news: DeskNews, scanned: str) -> None:
        """Someone was checked in, was here already, or is nobody of this event."""
        result = news.result
        attendee = news.changed[0] if news.changed else None
        if attendee is None or result is None or result.status is CheckInStatus.UNKNOWN:
            self._tell_nobody(result.key if result else "", scanned)
        elif result.status is CheckInStatus.ALREADY:
            self._finder.show_already(attendee, scanned)
            self._announcer.say(spoken(attendee, f"already checked in at {clock_time(attendee.checked_in_at)}"))
        else:
            self._greet(attendee, badge=news.prints)

    def tell_taken_back(self, news: DeskNews) -> None:
        """A check-in was taken back."""
        for attendee in news.changed[:1]:
            name = attendee.name.shown
            if attendee.status is Status.CANCELLED:
                what = (
                    "The walk-in was taken back whole, the registration and the check-in. Ctrl Shift Z brings it back."
                )
                self._finder.tell_done(f"{name} is no longer registered", what)
                self._announcer.say(spoken(attendee, "walk-in taken back, with the registration"))
            else:
                self._finder.tell_done(f"{name} is no longer checked in", "The check-in was taken back.")
                self._announcer.say(spoken(attendee, "check-in taken back"))

    def tell_badge_failed(self, attendee: Attendee, sentence: str) -> None:
        """A badge did not come out; the eye sees it at the person and at the printer."""
        self._announcer.say(" ".join(("The badge of", attendee.name.shown, "did not print.", sentence)).strip())

    def tell_role(self, news: DeskNews) -> None:
        """A role was changed: what the plan makes of it, and the badge."""
        for attendee in news.changed[:1]:
            words = [f"{attendee.name.shown} is now {ROLE_WORDS[attendee.role]}.", news.effect, news.badge_told]
            self._say(" ".join(word for word in words if word), news.undo_id)

    def tell_act(self, news: DeskNews, sentence: str) -> None:
        """Something else was done."""
        self._say(sentence, news.undo_id)

    def tell_call(self, call: DeskCall) -> None:
        """Someone whom a kiosk sent was brought up."""
        self._announcer.say(f"{call_title(call)}. {call_reason(call, self._finder.person_shown)}")

    def tell(self, sentence: str) -> None:
        """Say what a key could not do."""
        self._say(sentence, None)

    def tell_failure(self, typed: str, sentence: str) -> None:
        """Nothing was saved."""
        self._finder.tell_failed(typed, sentence)
        self._announcer.say(sentence)

    def _say(self, sentence: str, undo: object) -> None:
        self.said.emit(sentence, undo)
        self._announcer.say(sentence)

    def _tell_nobody(self, key: str, scanned: str) -> None:
        """What was scanned, or else typed, belongs to nobody here."""
        if scanned:
            self._finder.show_unknown(scanned)
            self._announcer.say("This badge is not of this event")
            return
        title, sentence = not_found_words(key)
        if self._finder.show_not_found(key):
            self._announcer.say(title)
        else:
            self._say(sentence, None)

    def _greet(self, attendee: Attendee, *, badge: bool) -> None:
        if self._finder.place.interrupts:
            self._finder.start_over()
        at = clock_time(attendee.checked_in_at)
        role = ROLE_WORDS[attendee.role].capitalize()
        self._finder.tell_done(
            f"{attendee.name.shown} is checked in", f"{role}, {at}. Ctrl Z takes it back.", attendee, prints=badge
        )
        note = self._finder.note_to_see
        heard = spoken(attendee, "checked in, badge printing" if badge else "checked in")
        self._announcer.say(f"{heard}. Note for staff: {note}" if note else heard)
