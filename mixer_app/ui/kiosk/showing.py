"""What the pages of a kiosk show of its state."""

from datetime import datetime, timedelta
from math import ceil
from typing import Final

from PySide6.QtCore import QLocale

from mixer_app.domain.kiosk import KioskScreen, KioskState
from mixer_app.domain.roles import Role
from mixer_app.services.wall_clock import venue_time
from mixer_app.ui.kiosk import words
from mixer_app.ui.kiosk.frame import KioskFrame
from mixer_app.ui.kiosk.kiosk_acts import TalkNote
from mixer_app.ui.kiosk.languages import language
from mixer_app.ui.kiosk.pages import KioskPages
from mixer_app.ui.kiosk.visit import Visit
from mixer_app.ui.kiosk.words import say

HOME: Final = (KioskScreen.WELCOME, KioskScreen.CLOSED)
_TABLES_BEFORE: Final = timedelta(minutes=10)  # the round sheets are printed then


class Showing:
    """Brings what a `Visit` knows to its pages."""

    def __init__(self, visit: Visit, pages: KioskPages, frame: KioskFrame) -> None:
        self._visit, self._pages, self._frame = visit, pages, frame

    def fill(self, before: KioskState, after: KioskState) -> None:
        """Show on the page what the state says."""
        pages, screen = self._pages, after.screen
        if screen in HOME:
            pages.welcome.show_hint(after.hint)
            self._show_opening(after)
        elif screen is KioskScreen.SEARCH:
            self._fill_search(before, after)
        elif screen is KioskScreen.SECOND_FACT:
            if before.screen is not screen:
                pages.fact.wipe()
            elif after.failures > before.failures:
                pages.fact.show_refused()
            pages.fact.show_busy(busy=after.busy)
        elif screen is KioskScreen.CONFIRM:
            self._fill_confirm(before, after)
        elif screen is KioskScreen.ANSWERS:
            self._fill_answers(before, after)
        elif screen is KioskScreen.NOTE:
            self._fill_note(before, after)
        elif screen in (KioskScreen.PRINTING, KioskScreen.DONE):
            self._fill_done(before, after)
        elif screen is KioskScreen.SEE_DESK:
            code = self._visit.person.code if self._visit.person and after.shows_code else ""
            pages.desk.show_state(after, f"{code[:4]}-{code[4:]}" if code else "")

    def _fill_search(self, before: KioskState, after: KioskState) -> None:
        if before.screen is KioskScreen.WELCOME:
            self._pages.search.wipe()
            self._pages.search.keyboard.start_over(language(after.language).layout)
        if after.text != before.text or before.screen is not after.screen:
            self.search(after.text)

    def search(self, text: str) -> None:
        """Show who may be meant by `text`."""
        if not text.strip():
            self._pages.search.show_hits(None)
        elif self._visit.index is None:
            self._pages.search.wait_for_hits()
        else:
            self._pages.search.show_hits(self._visit.index.find(text))

    def _fill_confirm(self, before: KioskState, after: KioskState) -> None:
        person = self._visit.person
        if (before.screen, before.attendee_id) != (after.screen, after.attendee_id) and person is not None:
            self._pages.search.wipe()
            self._pages.fact.wipe()
            self._pages.confirm.show_person(person, prints=self._visit.prints)
        self._pages.confirm.show_busy(busy=after.busy)

    def _fill_answers(self, before: KioskState, after: KioskState) -> None:
        if (before.visit, before.attendee_id) != (after.visit, after.attendee_id):
            self._pages.search.wipe()
            self._pages.fact.wipe()
            self._pages.answers.show_sheet(self._visit.answers.met, {})
        self.show_answers_busy()

    def show_answers_busy(self) -> None:
        """Whether an answer is still being written."""
        self._pages.answers.show_busy(busy=self._visit.answers.busy)

    def _fill_note(self, before: KioskState, after: KioskState) -> None:
        met = self._visit.answers.met
        partner = next((line for line in met.lines if line.partner_id == after.partner_id), None) if met else None
        if before.screen is KioskScreen.NOTE or partner is None:
            return
        given = self._visit.answers.given.get(partner.partner_id)
        said = TalkNote(given.note or "", given.helped, bool(given.refer)) if given else TalkNote()
        hosted = partner.role is Role.MENTEE
        self._pages.note.show_talk(partner.name.shown, said, language(after.language).layout, hosted=hosted)

    def _fill_done(self, before: KioskState, after: KioskState) -> None:
        page, person, event = self._pages.done, self._visit.person, self._visit.setup.event
        if before.screen not in (KioskScreen.PRINTING, KioskScreen.DONE):
            since = person.already_at if person and after.already else None
            tables_at = event.starts_at - _TABLES_BEFORE
            now = venue_time(self._visit.clock())
            page.show_person(
                self._visit.seat,
                tables_at if tables_at > now else None,
                venue_time(since) if since else None,
                badge_due=self._visit.badge_due,
                away=self._visit.printer_away() and not self._visit.has_badge,
                elsewhere=self._visit.elsewhere,
            )
            page.show_picture(self._visit.picture)
        page.show_state(after, self._visit.durations_s)

    def _show_opening(self, state: KioskState) -> None:
        opens = self._visit.setup.event.doors_at
        closed = state.screen is KioskScreen.CLOSED and opens is not None
        self._pages.welcome.show_opening(self._when(opens) if closed and opens else "")
        self._pages.welcome.show_language(state.language)

    def _when(self, opens: datetime) -> str:
        """The time, with the day if that is not today."""
        if opens.date() == venue_time(self._visit.clock()).date():
            return f"{opens:%H:%M}"
        day = QLocale(self._visit.state.language).toString(opens.date(), "dddd d MMMM")  # type: ignore[call-overload]  # QDate
        return f"{day}, {opens:%H:%M}"

    def show_time(self, state: KioskState) -> None:
        """Ask whether someone is still there, or count down."""
        if state.screen is KioskScreen.PIN:
            self._pages.pin.show_wait(ceil(state.pin_wait))
        footer = self._frame.footer
        asks = say(words.STILL_THERE, seconds=round(state.seconds_left)) if state.warns else ""
        if bool(asks) is not footer.warns or asks:
            footer.warn(asks)
        if not asks and not footer.isHidden():
            footer.show_page(self._frame.page)
