"""One more detail, so that nobody checks in under another's name."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from mixer_app.domain.staff_settings import SecondFact
from mixer_app.ui.kiosk import words
from mixer_app.ui.kiosk.look import KioskLook
from mixer_app.ui.kiosk.text import Words
from mixer_app.ui.kiosk.typing_page import TypingPage
from mixer_app.ui.kiosk.words import say
from mixer_app.ui.widgets.announcing import announce

_ASKED: Final = {
    SecondFact.PHONE_DIGITS: words.LAST_DIGITS,
    SecondFact.EMAIL_START: words.EMAIL_LETTERS,
    SecondFact.EMPLOYER_START: words.EMPLOYER_LETTERS,
}
_FEWEST: Final = {SecondFact.PHONE_DIGITS: 4, SecondFact.EMAIL_START: 3, SecondFact.EMPLOYER_START: 3}


class SecondFactPage(TypingPage):
    """Asks for digits of the phone, or the first letters of the e-mail or the employer."""

    fact_typed = Signal()

    def __init__(self, look: KioskLook, layouts: Sequence[str]) -> None:
        self.question = Words(look, weight=600, lines=3)
        self.reason = Words(look, tone="text_muted", lines=3)
        side = QWidget()
        self._column = QBoxLayout(QBoxLayout.Direction.TopToBottom, side)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.question)
        self._column.addWidget(self.reason)
        self._column.addStretch(1)
        super().__init__(look, layouts, side)
        self._kind: SecondFact | None = None
        self._refused = self._too_short = False
        self.busy = False
        self.field.entered.connect(self.go_forward)
        self.text_changed.connect(self._typed)

    def ask(self, kind: SecondFact, layout: str) -> None:
        """Ask for this detail."""
        self._kind = kind
        self.keyboard.start_over(layout if kind is SecondFact.EMPLOYER_START else "latin")
        if kind is SecondFact.PHONE_DIGITS:
            self.keyboard.show_layout("digits")
        self.retranslate()
        announce(self, self.question.text())  # it comes when the field has the keyboard already

    def fit_beside(self, height: int) -> None:
        """Question and reason under each other; where that is too high, beside each other."""
        beside = height < 2 * self.look.line() + self.look.px(16)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._column.setDirection(direction)
        for place, part in enumerate((self.question, self.reason)):
            self._column.setStretch(place, 1 if beside else 0)
            part.set_most_height(height if beside else None)
        self._column.setStretch(2, 0 if beside else 1)

    def show_refused(self) -> None:
        """What was typed here does not match."""
        self.field.wipe()
        self._refused = True
        self.retranslate()
        announce(self, self.reason.text())

    def show_busy(self, *, busy: bool) -> None:
        """Whether what was typed is being looked at."""
        self.busy = busy
        self.footing_changed.emit()

    def retranslate(self) -> None:
        asked = say(_ASKED[self._kind]) if self._kind else ""
        wrong = self._refused or self._too_short
        self.set_heading(say(words.ONE_MORE_DETAIL))
        self.question.setText(asked)
        why = say(words.DOES_NOT_MATCH if wrong else words.SURE_IT_IS_YOU)
        if self._too_short and self._kind:
            why = say(words.TOO_SHORT, count=_FEWEST[self._kind])
        self.reason.setText(why if asked else "")
        self.reason.set_tone("warn" if wrong else "text_muted", 600 if wrong else None)
        self.field.name(asked or say(words.ONE_MORE_DETAIL))
        self.keyboard.retranslate()
        self.footing_changed.emit()

    def wipe(self) -> None:
        super().wipe()
        self._kind, self.busy, self._refused, self._too_short = None, False, False, False
        self.retranslate()

    def back_words(self) -> str:
        return say(words.BACK)

    def forward_words(self) -> tuple[str, str]:
        signs_count = self._kind is SecondFact.EMAIL_START  # a dot there may be one of the three
        typed = sum(letter.isalnum() or (signs_count and not letter.isspace()) for letter in self.field.text())
        if self._kind is None or typed < _FEWEST[self._kind]:
            return "", ""
        return say(words.ONE_MOMENT if self.busy else words.NEXT), ""

    def sentence(self) -> str:
        return self.clears_sentence()

    def go_back(self) -> None:
        self.left.emit()

    def go_forward(self) -> None:
        if self.busy or self._kind is None:
            return
        if self.forward_words()[0]:
            self.fact_typed.emit()
        elif not self._too_short:
            self._too_short = True
            self.retranslate()
            announce(self, self.reason.text())

    def _typed(self, text: str) -> None:
        if self._too_short and text:
            self._too_short = False
            self.retranslate()
        self.footing_changed.emit()
