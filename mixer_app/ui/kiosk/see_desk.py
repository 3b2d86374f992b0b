"""Please see the desk: what is true, where it is, and the code that staff need; no blame."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from mixer_app.domain.kiosk import BadgeState, DeskReason, KioskState
from mixer_app.ui.kiosk import words
from mixer_app.ui.kiosk.look import KioskLook
from mixer_app.ui.kiosk.panel import Panel
from mixer_app.ui.kiosk.screen import KioskPage
from mixer_app.ui.kiosk.text import Words
from mixer_app.ui.kiosk.words import say
from mixer_app.ui.widgets.announcing import announce


class SeeDeskPage(KioskPage):
    """The same words for a wrong detail and a wrong person."""

    done_pressed = Signal()

    def __init__(self, look: KioskLook, desk_direction: str) -> None:
        super().__init__(look)
        self._direction = desk_direction
        self._state = KioskState()
        self._code, self._told = "", False
        self.heading = Words(look, "kiosk_display", lines=2)
        self.told = Words(look, lines=3)
        self.known = Words(look, tone="text_muted", lines=2)
        self.place = Words(look, "display", lines=2)
        self.panel = Panel(look)
        self.code_hint = Words(look, tone="text_muted", lines=2)
        self.code = Words(look, "kiosk_display")
        self.code.setObjectName("desk_code")
        self.code.isolated = True
        inside = QVBoxLayout(self.panel)
        inside.addWidget(self.code_hint)
        inside.addWidget(self.code)
        self._inside = inside
        self._column = QVBoxLayout(self)
        for part in (self.heading, self.told, self.place, self.known, self.panel):
            self._column.addWidget(part)
        self._column.addStretch(1)
        look.changed.connect(self._relook)
        self._relook()

    def show_state(self, state: KioskState, code: str) -> None:
        """Show why, and the badge code of who has proven to be its owner."""
        self._state, self._code = state, code
        self.retranslate()

    def show_told(self) -> None:
        """Say that the desk has been told; until then nobody claims it."""
        self._told = True
        self.retranslate()
        announce(self, self.known.text())

    def retranslate(self) -> None:
        state = self._state
        self.heading.setText(say(words.SEE_THE_DESK))
        self.told.setText(say(self._sentence()) if state.why else "")
        self.known.setText(say(words.THEY_KNOW) if self._told else "")
        self.place.setText(say(words.THE_DESK_IS, where=self._direction) if self._direction else "")
        self.place.setVisible(bool(self._direction))
        self.code_hint.setText(say(words.SHOW_THIS_CODE))
        self.code.setText(self._code)
        self.code.setAccessibleName(" ".join(self._code))
        self.panel.setVisible(bool(self._code))

    def wipe(self) -> None:
        self._told = False
        self.show_state(KioskState(), "")

    def forward_words(self) -> tuple[str, str]:
        return say(words.DONE), ""

    def announcement(self) -> str:
        return f"{self.heading.text()}. {self.told.text()} {self.place.text()}"

    def go_forward(self) -> None:
        self.done_pressed.emit()

    def sentence(self) -> str:
        return say(words.CLEARS_IN, seconds=round(self._state.seconds_left))

    def _sentence(self) -> str:
        why = self._state.why
        if why is DeskReason.HAD_CANCELLED:
            return words.HAD_CANCELLED
        if self._state.badge is BadgeState.FAILED or why is DeskReason.BADGE_FAILED:
            return words.NOT_PRINTED
        if self._state.answering:
            return words.NOT_KEPT
        return words.PUT_RIGHT if self._state.checked_in else words.NOT_CHECKED_IN

    def _relook(self) -> None:
        look = self.look
        top = look.px(16 if look.compact else 64)
        self._column.setContentsMargins(look.margin, top, look.margin, look.px(16))
        self._column.setSpacing(look.px(12))
        pad = look.px(32)
        self._inside.setContentsMargins(pad, look.px(24), pad, look.px(24))
        self._inside.setSpacing(look.px(8))
        self.panel.setMaximumWidth(look.px(900 if look.larger else 672))
