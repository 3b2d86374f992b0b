"""The real badge of one person after the other, as large as on paper, and who does not fit."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from mixer_app.services.badge_preview import BadgeSample
from mixer_app.ui import theme
from mixer_app.ui.badges.drawing import DrawnBadge
from mixer_app.ui.widgets import ElidedLabel, IconButton, label, restyle
from mixer_app.ui.widgets.problems import Problems

_MM_PER_INCH: Final = 25.4
_LIKELY_DPI: Final = (60.0, 400.0)  # a screen that says something else does not know its size
_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class BadgeView(QLabel):
    """One badge at its true size; Left and Right step to other people."""

    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._badge: DrawnBadge | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setObjectName("badge_view")
        self.setAccessibleName("Badge at its true size")

    @property
    def image(self) -> QImage | None:
        """The badge that is shown."""
        return self._badge.image if self._badge is not None else None

    @property
    def dots_per_inch(self) -> float:
        """Pixels of this screen in an inch, as the style sheet counts them."""
        said = self.screen().physicalDotsPerInch()
        return said if _LIKELY_DPI[0] <= said <= _LIKELY_DPI[1] else self.screen().logicalDotsPerInch()

    def show_badge(self, badge: DrawnBadge) -> None:
        """Show this one."""
        self._badge = badge
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width, height = (self._badge.width_mm, self._badge.height_mm) if self._badge is not None else (90.0, 60.0)
        scale = self.dots_per_inch / _MM_PER_INCH
        return QSize(round(width * scale), round(height * scale))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._badge is not None:
            painter.drawImage(QRectF(self.rect()), self._badge.image)
        painter.setPen(QPen(look.color("line"), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))


class PreviewPane(QWidget):
    """Steps through the people who tell most about a design; `sample_changed` carries the number of the one shown."""

    sample_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._samples: Sequence[BadgeSample] = ()
        self.number = 0
        self._build()
        self.back_button.clicked.connect(self._go_back)
        self.on_button.clicked.connect(self._go_on)
        self.view.stepped.connect(self._step)

    def show_samples(self, samples: Sequence[BadgeSample]) -> None:
        """Step through these."""
        self._samples = samples
        self._show(0)

    def show_badge(self, badge: DrawnBadge) -> None:
        """Show the badge of the person whose turn it is."""
        self.view.show_badge(badge)
        size = f"{round(badge.width_mm, 1):g} × {round(badge.height_mm, 1):g} mm"
        self.size_label.setText(f"100 %, as large as on paper: {size}")
        self.remark_label.setText("\n".join(badge.remarks))
        self.remark_label.setVisible(bool(badge.remarks))

    def show_counting(self) -> None:
        """Say that it is not known yet who fits."""
        self.fit_label.setText("Looking who fits")
        restyle(self.fit_label, tone="")
        self.fit_label.show()

    def show_misfits(self, sentences: list[str], people: int) -> None:
        """Say who does not fit in this design, or that everybody does."""
        self.problems.show_sentences(sentences)
        number = len(sentences)
        noun = "badge is" if people == 1 else "badges are"
        self.fit_label.setText(f"{people:,} {noun} as designed." if people and not number else "")
        restyle(self.fit_label, tone="good")
        self.fit_label.setVisible(bool(people) and not number)

    def show_failure(self, sentence: str) -> None:
        """Say why there is no badge to see."""
        self.remark_label.setText(sentence)
        self.remark_label.show()
        self.fit_label.hide()

    def _build(self) -> None:
        self.back_button = IconButton("caret-left", "Person before", key="Left", size=16)
        self.on_button = IconButton("caret-right", "Next person", key="Right", size=16)
        self.back_button.setObjectName("sample_back_button")
        self.on_button.setObjectName("sample_on_button")
        self.why_label = ElidedLabel("", "body_strong")
        self.count_label = label("", "muted_caption")
        self.view = BadgeView()
        self.size_label = label("100 %, as large as on paper", "muted_caption", wrap=True)
        self.remark_label = label("", "caption", tone="warn", wrap=True)
        self.fit_label = label("", "muted_caption", wrap=True)
        self.problems = Problems()
        self.remark_label.hide()
        bar = QHBoxLayout()
        bar.setSpacing(4)
        bar.addWidget(self.why_label, 1)
        for widget in (self.count_label, self.back_button, self.on_button):
            bar.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 20, 32, 20)
        column.setSpacing(12)
        column.addLayout(bar)
        column.addWidget(self._scrolled_view(), 1)
        for widget in (self.size_label, self.remark_label, self.fit_label, self.problems):
            column.addWidget(widget)

    def _scrolled_view(self) -> QScrollArea:
        area = QScrollArea()
        area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        ground = QWidget()
        ground.setProperty("look", "scrolled")
        middle = QVBoxLayout(ground)
        middle.setContentsMargins(4, 4, 4, 4)
        middle.addWidget(self.view, 0, Qt.AlignmentFlag.AlignCenter)
        area.setWidget(ground)
        area.setAccessibleName("The badge")
        return area

    def _go_back(self) -> None:
        self._step(-1)

    def _go_on(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        if self._samples:
            self._show((self.number + by) % len(self._samples))
            self.sample_changed.emit(self.number)

    def _show(self, number: int) -> None:
        self.number = number
        if not self._samples:
            return
        sample = self._samples[number]
        name = sample.face.name.shown if sample.face.name is not None else ""
        self.why_label.setText(f"{sample.why}: {name}")
        self.count_label.setText(f"{number + 1} of {len(self._samples)}")
        self.view.setAccessibleDescription(f"{sample.why}: {name}, {number + 1} of {len(self._samples)}")
        for button in (self.back_button, self.on_button):
            button.setEnabled(len(self._samples) > 1)
