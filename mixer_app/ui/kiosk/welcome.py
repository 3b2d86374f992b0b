"""The first screen: two ways in, one clearly first, and every language."""

from collections.abc import Sequence
from enum import Enum
from typing import Final

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mixer_app.domain.kiosk import Hint
from mixer_app.ui.icons import paint_icon
from mixer_app.ui.kiosk import words
from mixer_app.ui.kiosk.buttons import FILLED, PLAIN, STRONG, TouchButton
from mixer_app.ui.kiosk.fitting import FittedText, Room, fit_text
from mixer_app.ui.kiosk.language_grid import LanguageGrid
from mixer_app.ui.kiosk.languages import Language
from mixer_app.ui.kiosk.look import KioskLook, leading
from mixer_app.ui.kiosk.place import ScannerPlace
from mixer_app.ui.kiosk.screen import KioskPage
from mixer_app.ui.kiosk.text import Words
from mixer_app.ui.kiosk.viewfinder import Viewfinder
from mixer_app.ui.kiosk.words import say
from mixer_app.ui.widgets.announcing import announce

_SCANNER_AT: Final = {
    ScannerPlace.LEFT: words.SCANNER_LEFT,
    ScannerPlace.RIGHT: words.SCANNER_RIGHT,
    ScannerPlace.BELOW: words.SCANNER_BELOW,
    ScannerPlace.NONE: words.CAMERA_BROKEN,  # there is only the camera, which did not open
}


class CameraSight(Enum):
    """What the camera of this kiosk does at the moment."""

    NONE = "none"
    OPENING = "opening"
    OPEN = "open"
    BROKEN = "broken"


_CAMERA_SAYS: Final = {
    CameraSight.OPENING: words.ONE_MOMENT,
    CameraSight.OPEN: words.HOLD_BEFORE_CAMERA,
    CameraSight.BROKEN: words.CAMERA_BROKEN,
}


class WayInCard(TouchButton):
    """A card that is one large button: icon, heading, one sentence."""

    def __init__(self, look: KioskLook, icon: str, kind: str) -> None:
        super().__init__(look)
        self._icon, self._kind, self._sentence, self._is_news = icon, kind, "", False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def clipped(self) -> bool:
        return self._heading().clipped or (self._says() and self._told().clipped)

    def set_words(self, heading: str, sentence: str, *, is_news: bool = False) -> None:
        """Another heading and sentence; in a low card news take the place of the icon."""
        self.setText(heading)
        self._sentence, self._is_news = sentence, is_news
        self.setAccessibleName(f"{heading}. {sentence}" if sentence else heading)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(400), self.look.px(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(200), self.look.px(160))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self.look, QPainter(self)
        self.ground(painter, self._kind, radius=look.px(12))
        filled = self._kind == FILLED
        pad = self._pad()
        align = leading(self.layoutDirection())
        bottom = self.height() - pad
        if self._says():
            told = self._told()
            box = QRect(pad, bottom - told.height, self.width() - 2 * pad, told.height)
            told.paint(painter, box, align, look.color("accent_text" if filled else "text_muted"))
            bottom = box.top()
        heading = self._heading()
        if bottom < heading.height:
            return  # long news in a low card stand alone
        box = QRect(pad, bottom - heading.height, self.width() - 2 * pad, heading.height)
        heading.paint(painter, box, align, look.color("accent_text" if filled else "text"))
        side = look.px(80 if self.height() >= look.px(230) else 56)
        icon = QRect(pad - side // 10, pad - side // 10, side, side)
        if icon.bottom() < box.top():
            paint_icon(painter, self.place(icon), self._icon, "accent_text" if filled else "accent")

    def _heading(self) -> FittedText:
        room = Room(width=self.width() - 2 * self._pad(), line_height=self.look.line("display"))
        return fit_text(self.text(), self.look.font("display"), room, self.layoutDirection())

    def _told(self) -> FittedText:
        low = 3 if self._is_news else 2
        lines = low if self.height() < self.look.px(230) else 2 if self.height() < self.look.px(400) else 6
        room = Room(width=self.width() - 2 * self._pad(), lines=lines, line_height=self.look.line(), least=0.75)
        return fit_text(self._sentence, self.look.font(), room, self.layoutDirection())

    def _says(self) -> bool:
        """In a low card the second line goes, unless it is news."""
        return bool(self._sentence) and (self._is_news or self._has_room_for_both())

    def _has_room_for_both(self) -> bool:
        """Whether icon, heading and sentence have room one below the other."""
        room = self.height() - 2 * self._pad() - self.look.px(64) - self._heading().height
        return room >= self._told().height

    def _pad(self) -> int:
        return self.look.px(40 if self.height() >= self.look.px(230) else 24)


class WelcomePage(KioskPage):
    """Scan, type, or choose a language; before the doors open, when they will."""

    typing_wanted = Signal(str)
    """The card was touched, or this letter was typed at once."""
    scan_wanted = Signal()
    language_chosen = Signal(str)

    def __init__(
        self,
        look: KioskLook,
        languages: Sequence[Language],
        *,
        scanner_at: ScannerPlace = ScannerPlace.BELOW,
        scans: bool = True,
        badges: bool = True,
    ) -> None:
        """`scans`: there is a scanner or a camera."""
        super().__init__(look)
        self._scanner_at, self._scans, self._badges = scanner_at, scans, badges
        self._opens, self._lost, self._printer_away = "", False, False
        self._hint, self._camera, self._told = Hint.NONE, CameraSight.NONE, ""
        self._build(languages)
        self._connect()

    def show_hint(self, hint: Hint) -> None:
        """Say in the scan card that a code is not known, or where the scanner is; `NONE`: as usual."""
        self._hint = hint
        if hint is Hint.NONE and self._camera is CameraSight.BROKEN:
            self._camera = CameraSight.NONE
        self.retranslate()
        self._announce()

    def show_camera(self, camera: CameraSight) -> None:
        """Show in the scan card what the camera sees while it is open, or say that it cannot be used."""
        if camera is self._camera:
            return
        self._camera = camera
        self.viewfinder.turn(on=camera is CameraSight.OPEN)
        self.retranslate()
        self._announce()

    def show_connection(self, *, lost: bool) -> None:
        """Say before anybody begins that nobody can be checked in here at the moment."""
        if lost is not self._lost:
            self._lost = lost
            self._show_trouble()

    def show_printer(self, *, away: bool) -> None:
        """Say before anybody begins that no badge comes out here at the moment."""
        if away is not self._printer_away:
            self._printer_away = away
            self._show_trouble()

    def show_opening(self, opens: str) -> None:
        """Closed until then, as day and time in words, or open (nothing)."""
        self._opens = opens
        self.retranslate()

    def show_language(self, code: str) -> None:
        """Mark the language in use."""
        self.grid.show_chosen(code)

    def retranslate(self) -> None:
        closed = bool(self._opens)
        usual = words.TAKES_A_MINUTE if self._badges else words.TAKES_A_MINUTE_ALONE
        self.heading.setText(say(words.WELCOME))
        trouble = self._trouble()
        self.sentence_label.setText(trouble or say(words.CHECK_IN_THEN if closed else usual))
        self.sentence_label.set_tone("warn" if trouble else "text_muted", STRONG if trouble else None)
        self.opening.setText(say(words.DOORS_OPEN_AT, time=self._opens) if closed else "")
        self.opening.setVisible(closed)
        self.scan_card.setVisible(self._scans and not closed)
        self.type_card.setVisible(not closed)
        sentence = self._scan_sentence()
        self.scan_card.set_words(say(words.SCAN_YOUR_CODE), sentence, is_news=self._has_news())
        if self._camera is CameraSight.OPEN:
            self.scan_card.setAccessibleName(f"{say(words.CLOSE_CAMERA)}. {sentence}")
        self.viewfinder.set_words(sentence, is_news=self._hint is Hint.UNKNOWN_CODE)
        self.type_card.set_words(say(words.TYPE_YOUR_NAME), say(words.THREE_LETTERS))

    def wipe(self) -> None:
        self.show_hint(Hint.NONE)

    def announcement(self) -> str:
        return self._trouble()

    def first_focus(self) -> QWidget | None:
        return self._ways[0] if not self._opens else self.grid.tab_stops()[0]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().strip() and event.text().isprintable() and not self._opens:
            self.typing_wanted.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _build(self, languages: Sequence[Language]) -> None:
        look = self.look
        self.heading = Words(look, "kiosk_display")
        self.sentence_label = Words(look, tone="text_muted", lines=2)
        types_first = self._scanner_at is ScannerPlace.NONE
        self.scan_card = WayInCard(look, "qr-code", PLAIN if types_first else FILLED)
        self.type_card = WayInCard(look, "keyboard", FILLED if types_first else PLAIN)
        self.viewfinder = Viewfinder(self.scan_card, PLAIN if types_first else FILLED)
        self._ways = [self.type_card, self.scan_card] if types_first else [self.scan_card, self.type_card]
        self.scan_card.setObjectName("scan_card")
        self.type_card.setObjectName("type_card")
        self.opening = Words(look, "kiosk_display", lines=2)
        self.grid = LanguageGrid(look, languages)
        self._cards = QHBoxLayout()
        for card in self._ways:
            self._cards.addWidget(card)
        self._cards.addWidget(self.opening)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.sentence_label)
        self._column.addLayout(self._cards, 1)
        self._column.addWidget(self.grid)
        self._relook()

    def _connect(self) -> None:
        self.scan_card.clicked.connect(self.scan_wanted)
        self.type_card.clicked.connect(self._type)
        self.grid.chosen.connect(self.language_chosen)
        self.look.changed.connect(self._relook)

    def _relook(self) -> None:
        look = self.look
        self._column.setContentsMargins(look.margin, look.px(16), look.margin, look.margin)
        self._column.setSpacing(look.px(8))
        gap = look.px(24 if look.compact else 32)
        self._cards.setContentsMargins(0, look.px(24), 0, gap if look.compact else look.px(72))
        self._cards.setSpacing(look.px(24))

    def _type(self) -> None:
        self.typing_wanted.emit("")

    def _trouble(self) -> str:
        """What does not work here at the moment; empty: nothing."""
        if self._lost:
            return say(words.NO_CONNECTION)
        return say(words.PRINTER_AWAY) if self._badges and self._printer_away and not self._opens else ""

    def _show_trouble(self) -> None:
        self.retranslate()
        if self._trouble() and self.isVisible():
            announce(self, self._trouble())

    def _has_news(self) -> bool:
        """Whether the scan card says something else than usual."""
        return self._hint is not Hint.NONE or self._camera is not CameraSight.NONE

    def _announce(self) -> None:
        """Say the news of the scan card, once; nobody needs to hear that the camera is being opened."""
        if self._camera is CameraSight.OPENING:
            return
        told = self._scan_sentence() if self._has_news() else ""
        if told and told != self._told and self.isVisible():
            announce(self.scan_card, told)
        self._told = told

    def _scan_sentence(self) -> str:
        if self._hint is Hint.UNKNOWN_CODE:
            return say(words.UNKNOWN_CODE)
        if self._camera is not CameraSight.NONE:
            return say(_CAMERA_SAYS[self._camera])
        if self._hint is Hint.SCANNER:
            return say(_SCANNER_AT[self._scanner_at])
        return say(words.HOLD_BEFORE_CAMERA if self._scanner_at is ScannerPlace.NONE else words.HOLD_IT_UNDER)
