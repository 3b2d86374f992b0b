"""Search and hits: who is meant, and whom Enter would check in."""

from collections.abc import Callable, Mapping
from datetime import datetime
from itertools import islice

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mixer_app.domain.badge_code import parse_badge_code
from mixer_app.domain.people import Attendee
from mixer_app.domain.roles import Role
from mixer_app.ui.desk.badge_state import PRINTING, BadgeState, badge_of
from mixer_app.ui.desk.desk_scroll import DeskScroll
from mixer_app.ui.desk.first_show import FirstShow
from mixer_app.ui.desk.hits import MOST_HITS, Hits
from mixer_app.ui.desk.hits_place import HitsPlace
from mixer_app.ui.desk.lost_line import LostLine
from mixer_app.ui.desk.roster import DeskRoster
from mixer_app.ui.desk.search_box import DeskSearch
from mixer_app.ui.desk.shown_note import ShownNote
from mixer_app.ui.desk.words import found_words, spoken
from mixer_app.ui.turns import Turns


class Finder(QWidget):
    """The search field and the place below it, and what scrolls `below` that; says what a person asked for."""

    check_in_asked = Signal(str, bool)  # code, e-mail or `#number`; with the badge
    role_asked = Signal(int, Role)
    edit_asked = Signal(int)
    take_back_asked = Signal(int)
    badge_asked = Signal(object)  # Attendee
    spoke = Signal(str)

    def __init__(
        self,
        station: str,
        clock: Callable[[], datetime],
        turns: Turns,
        below: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._station, self._clock, self._turns, self._below = station, clock, turns, below
        self._roster: DeskRoster | None = None
        self._found, self._sought = Hits(), True
        self._badge = self._again = ""
        self._greeted: int | None = None  # whom the card says to be checked in
        self._nobodys = ""  # the typed code or address that was told to be nobody's
        self._asked = ("", "")  # the key that was asked for last, and what was typed for it
        self._due = False  # whether hits are to be shown: in a turn of their own, and once for several quick keys
        self._build()
        self._connect()

    def _build(self) -> None:
        self.search = DeskSearch()
        self.lost_line = LostLine()
        self.place = HitsPlace()
        self.note = ShownNote(self.place)
        self._first_show = FirstShow(self.place, self._is_free)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.search)
        column.addWidget(self.lost_line)
        column.addWidget(DeskScroll(self.place, self._below), 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._text_changed)
        self.search.entered.connect(self._entered)
        self.search.moved.connect(self._moved)
        card, already = self.place.person_card, self.place.already_card
        card.check_in_asked.connect(self._ask_check_in)
        card.role_asked.connect(self._ask_role)
        card.edit_asked.connect(self._ask_edit)
        card.picked.connect(self.pick_shown)
        self.place.hit_list.chosen.connect(self._pick)
        self.note.left.connect(self.take_cursor)
        self.lost_line.spoke.connect(self.spoke)
        already.closed.connect(self.start_over)
        already.undo_asked.connect(self._ask_take_back)
        already.badge_asked.connect(self._ask_badge)

    # Called from the page

    def show_roster(self, roster: DeskRoster) -> None:
        """Search in these people from now on; what is shown stays, with what has changed."""
        known, self._roster = self._roster, roster
        if known is None:
            self._first_show.begin(list(islice(roster.people.values(), MOST_HITS)), roster.event)
        self._let_go_of_the_past(roster)
        if self.place.interrupts or not self.search.text():
            self._show_note()
            return
        shown, chosen = self._hits, self._hits.chosen
        self._hits = Hits.of(*roster.search(self.search.text(), MOST_HITS))
        if chosen is not None:
            self._hits = self._hits.picked_person(chosen.id, picked=shown.picked)
        if self._hits != shown or known is None or known.event != roster.event:
            self._show_soon()
        elif not self._due:
            self._show_note()

    def set_badge(self, words: str) -> None:
        """What becomes of a badge at check-in: `print badge`, or empty for nothing."""
        if words == self._badge:
            return
        self._badge = words
        if self._hits.people:
            self._show_soon()

    def set_badge_again(self, words: str) -> None:
        """What the button for another badge of someone who is here says; empty: there is no such button."""
        self._again = words

    def start_over(self) -> None:
        """Nobody is looked for; the cursor is in the empty search."""
        self.take_cursor()  # first: a button that is hidden with the cursor on it has Qt look through the window
        self.search.clear()
        self._text_changed("")

    def take_cursor(self) -> None:
        """Put the cursor into the search."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_badges(self, badges: Mapping[int, BadgeState]) -> None:
        """Say with whoever is shown what has become of the badge."""
        self.place.badges = badges
        shown, roster = self.person_shown, self._roster
        if shown is None or roster is None:
            return
        state = badge_of(roster.people.get(shown.id, shown), badges)
        if self.place.interrupts:
            self.place.already_card.facts.show_person(shown, roster.event, state)
        elif self._hits.chosen is not None:
            self._show_soon()
        else:
            self.place.idle_card.show_badge(state)

    def tell_done(self, title: str, sentence: str, arrived: Attendee | None = None, *, prints: bool = False) -> None:
        """Say that someone was checked in, and that the badge `prints`, unless the next one is being looked for."""
        if self._nobodys and self.search.text().strip() == self._nobodys:
            self.search.clear()
        if not self.search.text():
            self._greeted = arrived.id if arrived is not None else None
            self.place.idle_card.tell_done(title, sentence)
            if arrived is not None:
                self.place.idle_card.show_badge(PRINTING if prints else badge_of(arrived, self.place.badges))
            self.place.show_idle_card()
            self._show_note()

    def show_already(self, attendee: Attendee, scanned: str = "") -> None:
        """Interrupt: this person is in the room already."""
        if self._roster is None:
            return
        self.search.clear()
        self.search.tell_scanned(scanned, self._clock())
        self.place.show_already(
            attendee,
            self._roster.event,
            now=self._clock(),
            station=self._station,
            badge=self._again,
        )
        self._show_note()

    def show_unknown(self, text: str) -> None:
        """Interrupt: this code is nobody's."""
        self._greeted = None
        self.search.clear()
        self.search.tell_scanned(text, self._clock())
        self.place.idle_card.tell_unknown(text)
        self.place.show_idle_card()

    def show_not_found(self, typed: str) -> bool:
        """Say that a typed code or address is nobody's, and leave it to be corrected or typed over.

        False: something else is being typed by now.
        """
        if self.search.text().strip() != typed:
            return False
        self._greeted, self._due, self._nobodys = None, False, typed
        self.search.selectAll()
        self.place.show_not_found(typed)
        return True

    def tell_failed(self, key: str, sentence: str) -> None:
        """Say that nothing was saved, and why; what was typed comes back."""
        self._greeted = None
        typed = self._asked[1] if key == self._asked[0] else "" if key.startswith("#") else key
        if typed and not self.search.text():
            self.search.setText(typed)
        self._due = False
        self.place.idle_card.tell_failed(sentence)
        self.place.show_idle_card()

    @property
    def note_to_see(self) -> str:
        """The note about whoever is shown that nobody has seen yet."""
        shown = self.person_shown
        return self._roster.open_note(shown) if shown is not None and self._roster is not None else ""

    @property
    def person_shown(self) -> Attendee | None:
        """Who is interrupted for, found, or was greeted last."""
        if self.place.interrupts:
            return self.place.already_card.attendee
        if self._hits.chosen is not None or self._roster is None or self._greeted is None:
            return self._hits.chosen
        return self._roster.people.get(self._greeted)

    def see_note(self) -> None:
        """Staff have seen the note of the person who is shown."""
        self._show_now()
        self.note.see()

    def write_note(self) -> None:
        """Put the cursor into the note of the person who is shown."""
        self._show_now()
        self.note.write()

    def badge_again(self) -> None:
        """Ask for the badge of the person who is shown."""
        if (attendee := self.person_shown) is not None:
            self.badge_asked.emit(attendee)

    def pick_number(self, number: int) -> None:
        """Choose a hit by its key: 1 is the one shown whole."""
        order = [person for person in (self._hits.chosen, *self._hits.others) if person is not None]
        if 0 < number <= len(order):
            self._pick(order[number - 1].id)

    def pick_shown(self) -> None:
        """Choose the one who is shown whole."""
        self.pick_number(1)

    # What a person does

    def _text_changed(self, text: str) -> None:
        self.search.set_icon("magnifying-glass")
        self._greeted = None
        if not text.strip() or self._roster is None:
            self._due = False
            self._hits = Hits()
            self.search.set_note("")
            self.place.show_idle()
            return
        self._sought = False
        self._show_soon()

    @property
    def _hits(self) -> Hits:
        """Who fits what is typed, and whom of them staff have chosen."""
        self._seek()
        return self._found

    @_hits.setter
    def _hits(self, hits: Hits) -> None:
        self._found, self._sought = hits, True

    def _seek(self) -> None:
        if not self._sought and self._roster is not None:
            self._hits = Hits.of(*self._roster.search(self.search.text(), MOST_HITS))

    def _show_soon(self) -> None:
        self._due = True
        self._turns.take(self._seek)
        self._turns.take(self._show_now)

    def _show_now(self) -> None:
        if self._due:
            self._show_hits()

    def _show_hits(self) -> None:
        self._due = False
        if self._roster is None:
            return
        self.search.set_note("   ".join(part for part in (found_words(self._hits.found), "Esc clears") if part))
        if self._hits.chosen is None:
            self.place.show_nobody(self.search.text().strip())
        else:
            text = self.search.text()
            self.place.show_hits(self._hits, self._roster.event, text=text, badge=self._badge)
        self._show_note()

    def _show_note(self) -> None:
        shown, roster = self.person_shown, self._roster
        known = roster.people.get(shown.id, shown) if shown is not None and roster is not None else None
        seen = known is not None and roster is not None and not roster.open_note(known)
        self.note.show_person(known, seen=seen)

    def _moved(self, step: int) -> None:
        self._hits = self._hits.moved(step)
        if (chosen := self._hits.chosen) is not None:
            self._show_hits()
            self.spoke.emit(spoken(chosen, "here already" if chosen.here else "not here yet"))

    def _pick(self, attendee_id: int) -> None:
        self._hits = self._hits.picked_person(attendee_id)
        self._show_hits()
        self.take_cursor()

    def _entered(self, badge: bool) -> None:  # a slot
        typed = self.search.text().strip()
        if self._hits.chosen is not None:
            self._ask_check_in(badge)
        elif parse_badge_code(typed) or "@" in typed:
            self.check_in_asked.emit(typed, badge)
        elif typed:
            self.spoke.emit("No one like this")
        elif self.place.interrupts:
            self.start_over()

    def _ask_check_in(self, badge: bool) -> None:  # a slot
        chosen = self._hits.chosen
        if chosen is None:
            return
        if self._hits.namesakes:
            self.spoke.emit("Several people have this name. Choose one first.")
            return
        self._asked = f"#{chosen.id}", self.search.text()
        self.start_over()
        self.check_in_asked.emit(self._asked[0], badge)

    def _ask_role(self, role: Role) -> None:
        if self._hits.chosen is not None:
            self.role_asked.emit(self._hits.chosen.id, role)
            self.take_cursor()

    def _ask_edit(self) -> None:
        if self._hits.chosen is not None:
            self.edit_asked.emit(self._hits.chosen.id)

    def _ask_take_back(self) -> None:
        attendee = self.place.already_card.attendee
        self.start_over()
        if attendee is not None:
            self.take_back_asked.emit(attendee.id)

    def _ask_badge(self) -> None:
        self.badge_again()

    def _is_free(self) -> bool:
        return not self.search.text() and not self.place.idle_card.isHidden()

    def _let_go_of_the_past(self, roster: DeskRoster) -> None:
        """A check-in that was taken back, here or elsewhere, is no longer told."""
        interrupted = self.place.already_card.attendee if self.place.interrupts else None
        told = interrupted.id if interrupted is not None else self._greeted
        person = roster.people.get(told) if told is not None else None
        if told is None or (person is not None and person.here):
            return
        self._greeted = None
        if interrupted is not None:
            self.start_over()
        elif not self.search.text():
            self.place.show_idle()
