"""Everything that will be printed or used, on one page, already filled in."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

from mixer_app.domain.kiosk_person import KioskAnswers, KioskPerson
from mixer_app.domain.roles import Role
from mixer_app.ui.kiosk import words
from mixer_app.ui.kiosk.chip_board import ChoiceOffer
from mixer_app.ui.kiosk.choice_group import ChoiceGroup
from mixer_app.ui.kiosk.look import KioskLook
from mixer_app.ui.kiosk.screen import KioskPage
from mixer_app.ui.kiosk.who_column import WhoColumn
from mixer_app.ui.kiosk.words import say

_LEFT = 400
_RIGHT_FROM = 448  # 400 and the gap of 48


class ConfirmPage(KioskPage):
    """One page where there is room, three short ones where there is not; a second one for who is both."""

    confirmed = Signal()
    not_me = Signal()

    def __init__(self, look: KioskLook) -> None:
        super().__init__(look)
        self._person: KioskPerson | None = None
        self._page, self._busy, self._prints = 0, False, True
        self.who = WhoColumn(look)
        self.needs = ChoiceGroup(look, words.ON_YOUR_MIND, topics=False)
        self.topics = ChoiceGroup(look, words.TOPICS_TO_TALK, topics=True)
        self.needs_offered = ChoiceGroup(look, words.BEEN_THROUGH, topics=False)
        self.topics_offered = ChoiceGroup(look, words.TOPICS_YOU_OFFER, topics=False)
        for part in (self.who, *self._groups()):
            part.setParent(self)
        self.who.role_changed.connect(self._take_role)
        look.changed.connect(self._arrange)

    def show_person(self, person: KioskPerson, *, prints: bool) -> None:
        """Show what was registered; `prints` says whether a badge comes out afterwards."""
        self._person, self._page, self._prints, self._busy = person, 0, prints, False
        needs = [ChoiceOffer(need.name, need.sensitive) for need in person.need_choices]
        topics = [ChoiceOffer(name) for name in person.topic_choices]
        self.who.show_person(person)
        self.needs.show_choices(needs, person.needs_wanted)
        self.topics.show_choices(topics, person.topics_wanted, most=person.most_topics)
        self.needs_offered.show_choices(needs, person.needs_offered)
        self.topics_offered.show_choices(topics, person.topics_offered)
        self.retranslate()

    def show_busy(self, *, busy: bool) -> None:
        """While the check-in is written, the button keeps its place and takes no second touch."""
        if busy != self._busy:
            self._busy = busy
            self.footing_changed.emit()

    def answers(self) -> KioskAnswers:
        """What the person confirmed; what was not asked is left as it was."""
        role = self.who.roles.role
        wants, offers = role is not Role.MENTOR, role is not Role.MENTEE
        card = self.who.contact
        return KioskAnswers(
            role=role,
            needs_wanted=tuple(self.needs.board.chosen) if wants else None,
            topics_wanted=tuple(self.topics.board.chosen) if wants else None,
            needs_offered=tuple(self.needs_offered.board.chosen) if offers else None,
            topics_offered=tuple(self.topics_offered.board.chosen) if offers else None,
            share_email=card.email_switch.isChecked() if card.email_switch.masked else None,
            share_phone=card.phone_switch.isChecked() if card.phone_switch.masked else None,
        )

    def retranslate(self) -> None:
        self.who.retranslate()
        for group in self._groups():
            group.retranslate()
        self._arrange()
        self.footing_changed.emit()

    def wipe(self) -> None:
        self._person, self._page, self._busy = None, 0, False
        self.who.show_person(None)
        for group in self._groups():
            group.show_choices((), ())

    def first_focus(self) -> QWidget | None:
        for part in self._pages()[self._page]:
            if isinstance(part, ChoiceGroup):
                return part.board.first_stop()
            if self.who.roles.shown():
                return self.who.roles.first_stop()
        return None

    def back_words(self) -> str:
        return say(words.BACK if self._page else words.NOT_ME)

    def forward_words(self) -> tuple[str, str]:
        if self._busy:
            return say(words.ONE_MOMENT), "printer" if self._prints else ""
        if self._page < len(self._pages()) - 1:
            return say(words.NEXT), ""
        return (say(words.PRINT_MY_BADGE), "printer") if self._prints else (say(words.CHECK_ME_IN), "")

    def announcement(self) -> str:
        return self._person.name.shown if self._person else ""

    def sentence(self) -> str:
        pages = len(self._pages())
        told = self.clears_sentence()
        return told if pages == 1 else f"{self._page + 1} / {pages}"

    def go_back(self) -> None:
        if self._busy:
            return
        if self._page:
            self._turn(-1)
        else:
            self.not_me.emit()

    def go_forward(self) -> None:
        if self._busy:
            return
        if self._page < len(self._pages()) - 1:
            self._turn(1)
        else:
            self.confirmed.emit()

    def confirm_now(self) -> None:
        """Print at once, from whatever page."""
        if self._person is not None and not self._busy:
            self.confirmed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _groups(self) -> tuple[ChoiceGroup, ...]:
        return self.needs, self.topics, self.needs_offered, self.topics_offered

    def _pages(self) -> list[list[QWidget]]:
        """What stands on each page."""
        role = self.who.roles.role
        asked: list[list[ChoiceGroup]] = []
        if role is not Role.MENTOR:
            asked.append([self.needs, self.topics])
        if role is not Role.MENTEE:
            asked.append([self.needs_offered, self.topics_offered])
        groups = [[group for group in page if group.board.chips] for page in asked]
        groups = [page for page in groups if page]
        if not self.look.compact:
            return [[self.who, *page] for page in groups] or [[self.who]]
        return [[self.who], *([group] for page in groups for group in page)]

    def _turn(self, step: int) -> None:
        self._page += step
        self._arrange()
        self.footing_changed.emit()

    def _take_role(self) -> None:
        self._page = min(self._page, len(self._pages()) - 1)
        self._arrange()
        self.footing_changed.emit()

    def _arrange(self) -> None:
        if not self.height():
            return
        pages = self._pages()
        self._page = min(self._page, len(pages) - 1)
        shown = pages[self._page]
        for part in (self.who, *self._groups()):
            part.setVisible(part in shown)
        look = self.look
        room = QRect(look.margin, look.px(16), self.width() - 2 * look.margin, self.height() - look.px(32))
        if look.compact:
            self._put(shown[0], room)
            return
        self._put(self.who, QRect(room.left(), room.top(), look.px(_LEFT), room.height()))
        right = QRect(
            room.left() + look.px(_RIGHT_FROM), room.top(), room.width() - look.px(_RIGHT_FROM), room.height()
        )
        self._place_groups([part for part in shown if isinstance(part, ChoiceGroup)], right)

    def _place_groups(self, groups: list[ChoiceGroup], room: QRect) -> None:
        """Needs at the top, topics at the bottom; what is too many of one is behind its `+ more`."""
        if len(groups) == 1:
            self._put(groups[0], room)
            return
        if not groups:
            return
        first, second = groups
        gap = self.look.px(32)
        wanted = first.height_for(room.width())
        least = second.least_height(room.width(), rows=min(2, second.board.rows_wanted(room.width())))
        upper = min(wanted, room.height() - gap - least)
        lower = min(second.height_for(room.width()), room.height() - gap - upper)
        self._put(first, QRect(room.left(), room.top(), room.width(), upper))
        self._put(second, QRect(room.left(), room.bottom() + 1 - lower, room.width(), lower))

    def _put(self, part: QWidget, box: QRect) -> None:
        part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), box))
