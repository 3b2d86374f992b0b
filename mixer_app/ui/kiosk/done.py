"""Three facts to take away: checked in, where the badge comes out, where to sit first."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from mixer_app.domain.kiosk import BadgeState, KioskScreen, KioskState
from mixer_app.domain.kiosk_person import FirstSeat
from mixer_app.domain.staff_settings import BadgePlace
from mixer_app.ui.kiosk import words
from mixer_app.ui.kiosk.badge_side import BadgeSide
from mixer_app.ui.kiosk.kiosk_acts import Elsewhere
from mixer_app.ui.kiosk.look import KioskLook
from mixer_app.ui.kiosk.screen import KioskPage
from mixer_app.ui.kiosk.seat_card import SeatCard
from mixer_app.ui.kiosk.text import Words
from mixer_app.ui.kiosk.words import say
from mixer_app.ui.widgets.announcing import announce

_PLACES: Final = {
    BadgePlace.LEFT: words.BADGE_LEFT,
    BadgePlace.RIGHT: words.BADGE_RIGHT,
    BadgePlace.BELOW: words.BADGE_BELOW,
}


class DonePage(KioskPage):
    """While the badge prints, and when it is out."""

    wrong_pressed = Signal()
    done_pressed = Signal()

    def __init__(self, look: KioskLook, place: BadgePlace) -> None:
        super().__init__(look)
        self._place = place
        self._state = KioskState()
        self._since: datetime | None = None
        self._elsewhere: Elsewhere | None = None
        self._badge_due = self._away = False
        self.heading = Words(look, "kiosk_display", lines=2)
        self.told = Words(look, tone="text_muted", lines=2)
        self.seat = SeatCard(look)
        self.badge = BadgeSide(look)
        self._right = QVBoxLayout()
        self._right.addWidget(self.heading)
        self._right.addWidget(self.told)
        beginning = QHBoxLayout()
        beginning.addWidget(self.seat)
        beginning.addStretch(1)
        self._right.addLayout(beginning)
        self._right.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._right, 1)
        look.changed.connect(self._relook)
        self._relook()

    def show_person(
        self,
        seat: FirstSeat | None,
        tables_at: datetime | None,
        since: datetime | None,
        *,
        badge_due: bool,
        away: bool = False,
        elsewhere: Elsewhere | None = None,
    ) -> None:
        """Show where to sit; `since` (the venue's wall clock) for someone who was in before.

        `elsewhere`: for someone whom another station checked in while they were confirming.

        `badge_due`: there is a badge for them, wherever it is or was printed; `away`: the printer here does not work.
        """
        self._since, self._badge_due, self._away, self._elsewhere = since, badge_due, away, elsewhere
        self.seat.show_seat(seat, tables_at)
        self.retranslate()

    def show_state(self, state: KioskState, durations_s: Sequence[float]) -> None:
        """How far the badge is."""
        comes_out = state.badge is BadgeState.OUT and self._state.badge is BadgeState.COMING
        self._state = state
        self.badge.show_badge(state.badge, durations_s)
        self.retranslate()
        if comes_out and self.isVisible():
            announce(self, self.badge.told.text())

    def show_picture(self, image: QImage) -> None:
        """Show the badge as it is printed."""
        self.badge.picture.show_image(image)
        self._relook()

    def retranslate(self) -> None:
        state = self._state
        self.heading.setText(self._heading())
        self.told.setText(say(self._sentence(state)))
        self.heading.setAccessibleDescription(self.seat.spoken())
        self.badge.retranslate()
        self.seat.retranslate()
        self._relook()

    def wipe(self) -> None:
        self._since = self._elsewhere = None
        self._state = KioskState()
        self.badge.wipe()
        self.seat.show_seat(None, None)
        self.retranslate()

    def back_words(self) -> str:
        return say(words.SOMETHING_WRONG)

    def forward_words(self) -> tuple[str, str]:
        return say(words.DONE), ""

    def sentence(self) -> str:
        if self._state.screen is KioskScreen.PRINTING:
            return self.clears_sentence()
        return say(words.CLEARS_IN, seconds=round(self._state.seconds_left))

    def announcement(self) -> str:
        parts = (self.heading.text(), self.seat.spoken(), self.badge.told.text(), self.told.text())
        return ". ".join(part for part in parts if part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_seat()

    def go_back(self) -> None:
        self.wrong_pressed.emit()

    def go_forward(self) -> None:
        self.done_pressed.emit()

    def _heading(self) -> str:
        if self._elsewhere is not None:
            return say(words.IN_ELSEWHERE, seconds=self._elsewhere.seconds, station=self._elsewhere.station)
        return say(words.CHECKED_IN_SINCE, time=f"{self._since:%H:%M}") if self._since else say(words.CHECKED_IN)

    def _sentence(self, state: KioskState) -> str:
        if state.badge in (BadgeState.COMING, BadgeState.OUT):
            return _PLACES[self._place]
        if not self._badge_due:
            return words.GOOD_EVENING
        if state.already:
            return words.ANOTHER_BADGE
        return words.PRINTER_AWAY if self._away else words.BADGE_AT_DESK

    def _relook(self) -> None:
        """The badge's picture goes first where there is little room; without a badge its side goes, too."""
        look = self.look
        under_way = self._state.badge in (BadgeState.COMING, BadgeState.OUT)
        self.badge.picture.setVisible(not look.compact)
        self.badge.setVisible(under_way)
        self.badge.setFixedWidth(look.px(340 if look.compact else 480))
        top = look.px(80 if not look.compact else 16)
        self._row.setContentsMargins(look.margin, top, look.margin, look.px(16))
        self._row.setSpacing(look.px(64 if not look.compact else 32))
        self._right.setSpacing(look.px(8 if look.compact else 16))
        self._fit_seat()

    def _fit_seat(self) -> None:
        """The card begins at the margin as the words do, however much narrower than they it is."""
        room = self.width() - 2 * self.look.margin
        if not self.badge.isHidden():
            room -= self.badge.width() + self._row.spacing()
        self.seat.setFixedWidth(max(1, min(room, self.look.px(900 if self.look.larger else 700))))
