"""A few choices in a row, one of them chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QButtonGroup, QSizePolicy, QWidget

from mixer_app.ui import theme
from mixer_app.ui.widgets.roles import paint_role, role_width


@dataclass(frozen=True, slots=True)
class Segment:
    """One choice: its key, its word, a count beside it, and a role's mark before it."""

    key: str
    text: str
    note: str = ""
    role: str = ""


class SegmentedControl(QWidget):
    """Choices in a row; `chosen` tells the key of the one a person takes. Arrow keys move the choice.

    One that `stacks` puts them under each other where the row has no room.
    """

    chosen = Signal(str)

    def __init__(
        self,
        segments: Sequence[Segment],
        *,
        name: str,
        height: int = 36,
        stacks: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._height, self._stacks = height, stacks
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(2, 2, 2, 2)
        self._row.setSpacing(0)
        self._buttons: dict[str, _SegmentButton] = {}
        self.set_segments(segments)

    def set_segments(self, segments: Sequence[Segment]) -> None:
        """Show other choices, or the same with other counts; what was chosen stays chosen."""
        kept = self.key
        if [segment.key for segment in segments] == list(self._buttons):
            for segment in segments:
                self._buttons[segment.key].set_segment(segment)
            return
        for button in self._buttons.values():
            self._group.removeButton(button)
            button.deleteLater()
        self._buttons = {}
        for segment in segments:
            button = _SegmentButton(segment, self._height - 4, f"{self.accessibleName()}: ")
            button.clicked.connect(self._tell)
            self._group.addButton(button)
            self._row.addWidget(button)
            self._buttons[segment.key] = button
        self.set_key(kept or (segments[0].key if segments else ""))

    @property
    def key(self) -> str:
        """The chosen key, empty when there is none."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def set_key(self, key: str) -> None:
        """Choose without telling."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)
        for button in self._buttons.values():  # Tab comes to the choice, arrows change it
            tabbed = button.isChecked() or not self.key
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tabbed else Qt.FocusPolicy.ClickFocus)

    def button(self, key: str) -> QAbstractButton:
        """The button of a choice."""
        return self._buttons[key]

    def sizeHint(self) -> QSize:
        height, buttons = theme.current().px(self._height), list(self._buttons.values())
        if not self._stacks:
            return QSize(super().sizeHint().width(), height)
        width = sum(button.sizeHint().width() for button in buttons) + 4
        return QSize(width, height * len(buttons) if self._stacked else height)

    def minimumSizeHint(self) -> QSize:
        if not self._stacks:
            return super().minimumSizeHint()
        widest = max((button.sizeHint().width() for button in self._buttons.values()), default=0)
        return QSize(widest + 4, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    @property
    def _stacked(self) -> bool:
        return self._row.direction() is QBoxLayout.Direction.TopToBottom

    def _fit(self) -> None:
        stacked = self._stacks and self.width() < self.sizeHint().width()
        if stacked != self._stacked:
            down, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
            self._row.setDirection(down if stacked else beside)
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(look.color("canvas"))
        painter.setPen(QPen(look.color("line"), 1))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _tell(self) -> None:
        self.chosen.emit(self.key)


class _SegmentButton(QAbstractButton):
    def __init__(self, segment: Segment, height: int, prefix: str) -> None:
        super().__init__()
        self._segment, self._height, self._prefix = segment, height, prefix
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.toggled.connect(self.update)
        self.set_segment(segment)

    def set_segment(self, segment: Segment) -> None:
        self._segment = segment
        self.setText(segment.text)
        self.setAccessibleName(f"{self._prefix}{segment.text} {segment.note}".strip())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = theme.current()
        return QSize(self._content_width() + 2 * look.px(12), look.px(self._height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            painter.setBrush(look.color("surface_raised"))
            painter.setPen(QPen(look.color("line"), 1))
            painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        left = (self.width() - self._content_width()) // 2
        if self._segment.role:
            mark = QRect(left, 0, self.width(), self.height())
            left += paint_role(painter, mark, self._segment.role, look, word="") + look.px(8)
        font = look.font("body_strong" if self.isChecked() else "body")
        painter.setFont(font)
        painter.setPen(look.color("text" if self.isChecked() else "text_muted"))
        if not self.isEnabled():
            painter.setPen(look.mix("text_muted", "surface", 0.5))
        box = QRect(left, 0, self.width() - left, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self._segment.text)
        if self._segment.note:
            box.setLeft(left + QFontMetrics(font).horizontalAdvance(self._segment.text) + look.px(8))
            painter.setFont(look.font("caption", tabular=True))
            painter.setPen(look.color("text_muted"))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self._segment.note)

    def _content_width(self) -> int:
        look = theme.current()
        width = QFontMetrics(look.font("body_strong")).horizontalAdvance(self._segment.text)
        if self._segment.role:
            width += role_width(self._segment.role, look, word="") + look.px(8)
        if self._segment.note:
            note = QFontMetrics(look.font("caption", tabular=True)).horizontalAdvance(self._segment.note)
            width += note + look.px(8)
        return width
