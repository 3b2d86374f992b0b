"""The clock card: the one large figure of the page, which round it is, and what can be done to it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mixer_app.domain.evening import ActKind, EveningNow, Phase
from mixer_app.domain.events import Event
from mixer_app.ui import theme
from mixer_app.ui.live.round_strip import RoundStrip, round_pieces
from mixer_app.ui.live.words import OnTheWall, clock_words
from mixer_app.ui.widgets import PRIMARY, Button, ElidedLabel, menu, pop_up

MINUTE_S: Final = 60
_WORDS: Final = 340  # px at 100 %, with what is around them


@dataclass(frozen=True, slots=True)
class Wanted:
    """An act on the clock that was asked for, about the round that was before the person's eyes."""

    kind: ActKind
    round: int
    seconds: int = 0


class ClockFace(QWidget):
    """The figures; they never change their width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._tone, self._small = "--:--", "text_muted", False
        self.setObjectName("clock_face")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """The figures as they are shown."""
        return self._text

    def show_time(self, text: str, tone: str) -> None:
        """Show these figures in the colour of `tone`."""
        if (text, tone) != (self._text, self._tone):
            if len(text) != len(self._text):
                self.updateGeometry()
            self._text, self._tone = text, tone
            self.update()

    def fit(self, *, small: bool) -> None:
        """Stay at 56 px however large the text is: where room is short."""
        self._small = small
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        widest = "".join("0" if one.isdigit() else one for one in self._text)
        return QSize(QFontMetrics(self._font()).horizontalAdvance(widest), self._line())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._font())
        painter.setPen(theme.current().color(self._tone))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._text)

    def _font(self) -> QFont:
        look = theme.current()
        font = look.font("kiosk_display", tabular=True)
        if self._small:
            font.setPixelSize(round(font.pixelSize() / look.scale))
        return font

    def _line(self) -> int:
        look = theme.current()
        return round(look.line("kiosk_display") / (look.scale if self._small else 1))


class ClockCard(QFrame):
    """Shows the evening; tells what was asked for."""

    act_asked = Signal(object)  # Wanted
    follow_up_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evening: EveningNow | None = None
        self._startable = False
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setObjectName("clock_card")
        self.setProperty("look", "card")
        self.setAccessibleName("Clock")
        self.face = ClockFace()
        self.title_label = ElidedLabel("", "title")
        self.sentence_label = ElidedLabel("", "muted")
        self.longer_button = Button("1 min", icon_name="plus", key="")
        self.longer_button.setAccessibleName("One minute more")
        self.skip_button = Button("Skip", icon_name="skip-forward")
        self.main_button = Button("Start", kind=PRIMARY, icon_name="play", icon_weight="fill")
        self.more_button = Button("", icon_name="dots-three")
        self.more_button.setAccessibleName("More to do with the clock")
        self.more_button.setToolTip("One minute less, end early and more")
        self.follow_up_button = Button("Enter answer sheets", kind=PRIMARY, icon_name="handshake")
        self.follow_up_button.setObjectName("follow_up_button")
        self.follow_up_button.hide()
        self.strip = RoundStrip()
        for name in ("longer_button", "skip_button", "main_button", "more_button"):
            getattr(self, name).setObjectName(name)
        self.longer_button.setToolTip("One minute more (+)")
        self.skip_button.setToolTip("The round is not held (Ctrl+Right)")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.title_label)
        words.addWidget(self.sentence_label)
        words.addStretch(1)
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        shown = (self.more_button, self.longer_button, self.skip_button, self.main_button, self.follow_up_button)
        for button in shown:
            row.addWidget(button)
        self._top = QHBoxLayout()
        self._top.setSpacing(24)
        self._top.addWidget(self.face)
        self._top.addLayout(words, 1)
        self._below = QHBoxLayout()
        self._below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(16)
        column.addLayout(self._top)
        column.addLayout(self._below)
        column.addWidget(self.strip)
        self._column = column
        self.fit(narrow=False)

    def _connect(self) -> None:
        self.longer_button.clicked.connect(partial(self.ask, ActKind.EXTEND, MINUTE_S))
        self.skip_button.clicked.connect(partial(self.ask, ActKind.SKIP))
        self.main_button.clicked.connect(self.ask_main)
        self.more_button.clicked.connect(self._show_more)
        self.follow_up_button.clicked.connect(self.follow_up_asked)

    # what the page asks of it

    def fit(self, *, narrow: bool, width: int = 0) -> None:
        """Where room is short the figures stay small and, if the words need it, the buttons stand below."""
        self.face.fit(small=narrow)
        taken = self.face.sizeHint().width() + self._buttons.sizeHint().width() + theme.current().px(_WORDS)
        below = narrow and taken > width
        (self._below if below else self._top).addWidget(self._buttons)
        self._column.setContentsMargins(24, 12 if narrow else 16, 24, 12 if narrow else 24)
        self._column.setSpacing(8 if narrow else 16)

    def show_evening(self, evening: EveningNow, event: Event, on_the_wall: OnTheWall, *, startable: bool) -> None:
        """Show this moment; `startable` says whether there is a plan to begin with."""
        words = clock_words(evening, event, on_the_wall)
        self.face.show_time(words.face, words.tone)
        for shown, text in ((self.title_label, words.title), (self.sentence_label, words.sentence)):
            if shown.whole_text != text:
                shown.setText(text)
                self.main_button.setAccessibleDescription(f"{words.title}. {words.sentence}")
        schedule = evening.schedule
        share = schedule.break_s / schedule.round_s if schedule.round_s else 0.0
        self.strip.show_rounds(round_pieces(evening, event, on_the_wall), break_share=share)
        before = self._evening
        self._evening = evening
        if before is None or _looks(before) != _looks(evening) or startable != self._startable:
            self._startable = startable
            self._fit_buttons(evening)

    def ask(self, kind: ActKind, seconds: int = 0) -> None:
        """Ask for an act on the round that is shown; before there is a plan nothing can be skipped."""
        if self._evening is not None and (kind is not ActKind.SKIP or self.skip_button.isEnabled()):
            self.act_asked.emit(Wanted(kind, self._evening.round, seconds))

    def ask_main(self) -> None:
        """Ask for what the large button offers: start, pause or resume."""
        if self._evening is not None and self.main_button.isEnabled() and self._evening.phase is not Phase.OVER:
            self.ask(self._main_act(self._evening))

    def ask_pause(self) -> None:
        """Ask to pause or resume; nothing begins by this."""
        if self._evening is not None and self._evening.under_way:
            self.ask_main()

    # behaviour

    @staticmethod
    def _main_act(evening: EveningNow) -> ActKind:
        if not evening.under_way:
            return ActKind.START
        return ActKind.RESUME if evening.paused else ActKind.PAUSE

    def _fit_buttons(self, evening: EveningNow) -> None:
        over, before = evening.phase is Phase.OVER, evening.phase is Phase.BEFORE
        act = self._main_act(evening)
        words = {
            ActKind.START: (f"Start round {evening.round}", "play"),
            ActKind.PAUSE: ("Pause", "pause"),
            ActKind.RESUME: ("Resume", "play"),
        }[act]
        self.main_button.setText(words[0])
        self.main_button.set_icon(words[1])
        self.main_button.setToolTip(words[0] if act is ActKind.START else f"{words[0]} (Space)")
        for button in (self.main_button, self.skip_button):
            button.setEnabled(not before or self._startable)
        focused = any(button.hasFocus() for button in self._buttons.findChildren(QWidget))
        for button in (self.main_button, self.skip_button):
            button.setVisible(not over)
        self.follow_up_button.setVisible(over)
        for button in (self.longer_button, self.more_button):
            button.setVisible(evening.under_way)
        if focused and not over and not any(button.hasFocus() for button in self._buttons.findChildren(QWidget)):
            self.main_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def more_acts(self) -> list[tuple[str, Callable[[], None]]]:
        """What the menu offers now."""
        evening = self._evening
        if evening is None or not evening.under_way:
            return []
        if evening.phase is Phase.ROUND:
            forward = (f"End round {evening.round} early, it counts as held", partial(self.ask, ActKind.END))
        else:
            forward = (f"Start round {evening.round} now", partial(self.ask, ActKind.START))
        return [
            ("One minute less\t−", partial(self.ask, ActKind.EXTEND, -MINUTE_S)),
            forward,
            (f"Skip round {evening.round}, it is not held\tCtrl+Right", partial(self.ask, ActKind.SKIP)),
        ]

    def _show_more(self) -> None:
        shown = menu(self)
        for words, act in self.more_acts():
            shown.addAction(words, act)
        pop_up(shown, self.more_button)


def _looks(evening: EveningNow) -> tuple[object, ...]:
    return evening.phase, evening.paused, evening.round
