"""Whether everything is kept: Saved, Saving, or with the reason Unsaved, or Offline."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolTip

from mixer_app.ui import theme
from mixer_app.ui.icons import paint_icon

_STATES = {
    "saved": ("Saved", "check", "good"),
    "saving": ("Saving", "clock", "text_muted"),
    "failed": ("Unsaved", "warning", "bad"),
    "away": ("Offline", "warning", "warn"),
}


class SavedMark(QAbstractButton):
    """A quiet mark at the foot of the rail; a click tells the reason when something is not saved."""

    def __init__(self) -> None:
        super().__init__()
        self._state, self._reason, self._with_word, self._left = "", "", True, False
        self.setObjectName("saved_mark")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._tell_reason)
        self.set_state("saved")

    def set_state(self, state: str, reason: str = "") -> None:
        """`saved`, `saving`, or `failed` or `away` with its reason; told often, and mostly what is known."""
        if (state, reason) == (self._state, self._reason):
            return
        self._state, self._reason = state, reason
        self.setAccessibleName(f"{_STATES[state][0]}. {reason}".strip())
        self.setToolTip(reason or _STATES[state][0])
        self.setEnabled(bool(reason))  # with nothing to tell it is no control
        self.update()

    def set_form(self, form: object) -> None:
        """Take the rail's form: words stand at the left in the wide one, and are left out of the smallest."""
        name = getattr(form, "name", "WIDE")
        self._with_word, self._left = name != "ICONS", name == "WIDE"
        self.update()

    def wanted_width(self) -> int:
        """What icon and word need in this form, in px."""
        return theme.current().px(12) + self._word_width() + (theme.current().px(16) if self._left else 0)

    def sizeHint(self) -> QSize:
        return QSize(48, theme.current().px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        word, icon_name, role = _STATES[self._state]
        painter = QPainter(self)
        font = look.font("caption")
        side = look.px(12)
        left = look.px(16) if self._left else (self.width() - side - self._word_width()) // 2
        mark = self.rect().adjusted(left, (self.height() - side) // 2, 0, 0)
        mark.setSize(QSize(side, side))
        weight = "bold" if icon_name in {"check", "warning"} else "regular"
        paint_icon(painter, mark, icon_name, role, weight=weight)
        if self._with_word:
            painter.setFont(font)
            painter.setPen(look.color(role if role in {"bad", "warn"} else "text_muted"))
            box = self.rect().adjusted(left + side + look.px(4), 0, 0, 0)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, word)

    def _word_width(self) -> int:
        """With the gap before it."""
        if not self._with_word:
            return 0
        look = theme.current()
        return QFontMetrics(look.font("caption")).horizontalAdvance(_STATES[self._state][0]) + look.px(4)

    def _tell_reason(self) -> None:
        if self._reason:
            QToolTip.showText(self.mapToGlobal(self.rect().topRight()), self._reason, self)
