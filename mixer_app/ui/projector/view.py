"""The surface on which the pictures are painted."""

from typing import Final, TypeAlias

from PySide6.QtCore import QEasingCurve, QSize, QSizeF, Qt, QVariantAnimation, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from mixer_app.domain.projector_frames import Countdown, Notice
from mixer_app.ui import theme
from mixer_app.ui.projector.canvas import HEIGHT, Canvas
from mixer_app.ui.projector.countdown import paint_countdown, paint_notice
from mixer_app.ui.projector.logo import read_logo
from mixer_app.ui.projector.tables import ROWS, TablesShown, columns_for, paint_tables

Frame: TypeAlias = Countdown | TablesShown | Notice
PULSE_MS: Final = 150


class ProjectorView(QWidget):
    """Shows one frame after the other; it knows nothing but what it paints. `pulsed` tells for whom it pulses."""

    pulsed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frame: Frame | None = None
        self.mirrored = False
        self._look = theme.current().turned("dark")
        self._accent = ""
        self._logo_said, self._logo = "", None
        self._pulsing: frozenset[int] = frozenset()
        self._pulse = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=PULSE_MS)
        self._pulse.setEasingCurve(QEasingCurve.Type.SineCurve)  # there and back
        self._pulse.valueChanged.connect(self.update)
        self._pulse.finished.connect(self._rest)
        self.setObjectName("projector_view")
        self.setAccessibleName("What the room sees")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_frame(self, frame: Frame) -> None:
        """Paint this from now on."""
        if frame != self.frame:
            self.frame = frame
            self.setAccessibleDescription(in_words(frame))
            self.update()

    def pulse(self, people: frozenset[int]) -> None:
        """Show once whose table has become another."""
        if people:
            self._pulsing = people
            self._pulse.start()
            self.pulsed.emit(people)

    def set_look(self, *, light: bool, accent: str, logo: str) -> None:
        """Light or dark, with the event's own colour and picture, if it has them."""
        name = "light" if light else "dark"
        if (name, accent, logo) == (self._look.name, self._accent, self._logo_said):
            return
        self._look = theme.current().turned(name)
        self._accent, self._logo_said, self._logo = accent, logo, read_logo(logo)
        self.update()

    @property
    def names_per_page(self) -> int:
        """How many names a page has on a screen of this form."""
        return ROWS * columns_for(Canvas.inner_of(QSizeF(self.size())))

    def sizeHint(self) -> QSize:
        return QSize(round(HEIGHT * 8 / 9), round(HEIGHT / 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("canvas"))
        canvas = Canvas(painter, QSizeF(self.size()), self._look, accent=self._accent, mirrored=self.mirrored)
        match self.frame:
            case Countdown():
                paint_countdown(canvas, self.frame, self._logo)
            case TablesShown():
                paint_tables(canvas, self.frame, changed=self._pulsing, pulse=self.pulse_strength)
            case Notice():
                paint_notice(canvas, self.frame, self._logo)
            case None:
                pass
        painter.end()

    @property
    def pulse_strength(self) -> float:
        """0 to 1."""
        running = self._pulse.state() is QVariantAnimation.State.Running
        return float(self._pulse.currentValue()) if running else 0.0

    @Slot()
    def _rest(self) -> None:
        self._pulsing = frozenset()
        self.update()


def in_words(frame: Frame) -> str:
    """A frame for those who hear it."""
    match frame:
        case Countdown():
            parts = (frame.title, frame.title_rest, frame.status, frame.digits or frame.words)
            return " ".join(part for part in parts if part)
        case TablesShown():
            shown = frame.pages[frame.page].range if frame.pages else ""
            return f"Find your table, {frame.head.until} {frame.head.digits}, {shown}"
        case Notice():
            return " ".join((frame.title, *frame.lines))
