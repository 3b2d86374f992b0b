"""The logo of an event: seen as on paper, chosen from a file, removed."""

from functools import partial
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from mixer_app.domain.brand import Picture
from mixer_app.ui import theme
from mixer_app.ui.background import Background
from mixer_app.ui.badges.logo_file import LogoChooser, ask_for_logo, read_logo
from mixer_app.ui.widgets import Button, label

_SIZE: Final = (132, 56)
_PAPER: Final = Qt.GlobalColor.white  # whatever the theme: it stands for paper
_EDGE: Final = 6


class LogoField(QWidget):
    """`changed` carries the picture that was chosen, None when it was removed; what cannot be used is said."""

    changed = Signal(object)

    def __init__(
        self, background: Background | None = None, *, choose: LogoChooser = ask_for_logo, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.logo: Picture | None = None
        self.choose = choose
        self._background = background
        self._reading = 0
        self._build()
        self.choose_button.clicked.connect(self._choose)
        self.remove_button.clicked.connect(self._remove)
        self.show_logo(None)

    def use_background(self, background: Background) -> None:
        """Read files there."""
        self._background = background

    def show_logo(self, logo: Picture | None) -> None:
        """Show this logo without telling."""
        if logo is not None and self.logo is not None and logo.key == self.logo.key:
            return
        self.logo = logo
        self.picture.show_picture(logo)
        had_focus = self.remove_button.hasFocus()
        self.remove_button.setVisible(logo is not None)
        self.choose_button.setText("Choose another" if logo is not None else "Choose a logo")
        if had_focus and logo is None:
            self.choose_button.setFocus()

    def show_problem(self, sentence: str) -> None:
        """Say why a file cannot be used; nothing takes it back."""
        self.problem_label.setText(sentence)
        self.problem_label.setVisible(bool(sentence))
        self.choose_button.setAccessibleDescription(sentence or "PNG, JPEG or SVG")

    def _build(self) -> None:
        self.picture = _LogoPicture()
        self.choose_button = Button("Choose a logo", icon_name="upload-simple", small=True)
        self.remove_button = Button("Remove", small=True)
        self.remove_button.setAccessibleName("Remove the logo")
        self.choose_button.setObjectName("choose_logo_button")
        self.remove_button.setObjectName("remove_logo_button")
        self.problem_label = label("", "caption", tone="bad", wrap=True)
        self.problem_label.hide()
        buttons = QVBoxLayout()
        buttons.setSpacing(4)
        buttons.addWidget(self.choose_button, 0, Qt.AlignmentFlag.AlignLeft)
        buttons.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignLeft)
        buttons.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(buttons, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(label("PNG, JPEG or SVG, at most 10 MB", "muted_caption", wrap=True))
        column.addWidget(self.problem_label)

    def _choose(self) -> None:
        path = self.choose(self.window())
        if path is None or self._background is None:
            return
        self._reading += 1
        self._background.run(
            lambda progress: read_logo(path),
            on_done=partial(self._take, self._reading),
            on_failed=partial(self._refuse, self._reading),
        )

    def _take(self, number: int, logo: Picture) -> None:
        if number == self._reading:
            self.show_problem("")
            self.show_logo(logo)
            self.changed.emit(logo)

    def _refuse(self, number: int, sentence: str) -> None:
        if number == self._reading:
            self.show_problem(sentence)

    def _remove(self) -> None:
        self._reading += 1
        self.show_problem("")
        self.show_logo(None)
        self.changed.emit(None)


class _LogoPicture(QLabel):
    """White as paper, with the logo as large as it fits."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_picture(self, logo: Picture | None) -> None:
        self._image = QImage.fromData(logo.data) if logo is not None else QImage()
        said = f"The logo, {logo.width} by {logo.height} points" if logo is not None else "No logo"
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(*(theme.current().px(side) for side in _SIZE))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = theme.current(), QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        empty = self._image.isNull()
        painter.setBrush(look.color("canvas") if empty else _PAPER)
        painter.setPen(QPen(look.color("line"), 1))
        radius = look.shape.radius_control
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if empty:
            painter.setPen(look.color("text_muted"))
            painter.setFont(look.font("caption"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "No logo")
            return
        edge = look.px(_EDGE)
        room = self.rect().adjusted(edge, edge, -edge, -edge)
        shown = self._image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRectF(0, 0, shown.width(), shown.height())
        target.moveCenter(room.toRectF().center())
        painter.drawImage(target, self._image)
