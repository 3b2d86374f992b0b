"""The rail: which event this is, where one can go, and whether everything is saved."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QSizePolicy, QVBoxLayout, QWidget

from mixer_app.domain.evening import EveningNow, Phase
from mixer_app.domain.events import Event
from mixer_app.domain.projector_frames import digits_of, seconds_shown
from mixer_app.domain.staff_roles import StaffRole
from mixer_app.ui import theme
from mixer_app.ui.icons import paint_icon
from mixer_app.ui.places import Place
from mixer_app.ui.saved_mark import SavedMark


class RailForm(Enum):
    """How wide the rail is, in px at 100 %."""

    WIDE = 208
    NARROW = 88
    ICONS = 64

    @property
    def width(self) -> int:
        """Its width at the present text scale; the form with icons alone does not grow."""
        return self.value if self is RailForm.ICONS else theme.current().px(self.value)


def rail_form(window_width: int, scale: float, *, page_wants_width: bool, folded: bool) -> RailForm:
    """The form for a window: text that is twice as large needs a window twice as wide."""
    room = window_width / scale
    if room < 1100:
        return RailForm.ICONS
    return RailForm.NARROW if room < 1360 or page_wants_width or folded else RailForm.WIDE


class Rail(QFrame):
    """Entries from top to bottom; Up and Down move between them."""

    place_chosen = Signal(str)
    event_chosen = Signal()
    look_wanted = Signal()
    kiosk_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self, places: Sequence[Place], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build(places)
        self._connect()
        self.set_form(RailForm.WIDE)

    def set_form(self, form: RailForm) -> None:
        """Take another form."""
        self.form = form
        self.setFixedWidth(form.width)
        wide = form is RailForm.WIDE
        self._column.setSpacing(4)
        side = 4 if form is RailForm.ICONS else 8  # there the words below an icon need all the room
        self._column.setContentsMargins(side, 12 if wide else 16, side, 16)
        self._gap.setFixedHeight(8 if wide else 16)
        for part in (self.event_tile, *self.entries.values(), *self._foot):
            part.set_form(form)

    def show_event(self, event: Event | None) -> None:
        """Name the event, and open the entries that need one."""
        self.event_tile.show_event(event)
        for entry in (*self.entries.values(), self.kiosk_entry):
            entry.setEnabled(event is not None)

    def choose(self, key: str) -> None:
        """Mark where we are; an unknown key marks nothing."""
        self._group.setExclusive(False)
        for name, entry in self.entries.items():
            entry.setChecked(name == key)
        self._group.setExclusive(True)

    def show_evening(self, evening: EveningNow) -> None:
        """Carry the clock at the entry of the live evening, while it counts."""
        if (entry := self.entries.get("live")) is None:
            return
        if not evening.under_way:
            entry.set_note("", "")
            return
        what = f"Round {evening.round}" if evening.phase is Phase.ROUND else f"Break before round {evening.round}"
        entry.set_note(digits_of(seconds_shown(evening)), f"{what}, paused" if evening.paused else what)

    def show_role(self, role: StaffRole | None) -> None:
        """Say who is at the window, and offer to lock it or to unlock it; None: there is no PIN."""
        self.lock_entry.setVisible(role is not None)
        if role is StaffRole.HELPER:
            self.lock_entry.set_words("Unlock", "lock-simple")
            self.lock_entry.set_note("Helper", "Open to helpers")
        elif role is not None:
            self.lock_entry.set_words("Lock", "lock-simple-open")
            self.lock_entry.set_note("Organizer", "Unlocked for the organizer")

    def _build(self, places: Sequence[Place]) -> None:
        self.setObjectName("rail")
        self.setProperty("look", "rail")
        self.setAccessibleName("Places")
        self.event_tile = EventTile()
        self.entries = {
            place.key: RailEntry(place.title, place.icon, f"Alt+{number}") for number, place in enumerate(places, 1)
        }
        self.kiosk_entry = RailEntry("Kiosk", "devices", "", checkable=False)
        self.kiosk_entry.setAccessibleDescription("Open a kiosk on a screen")
        self.look_entry = RailEntry("Look", "circle-half-tilt", "", checkable=False)
        self.look_entry.setAccessibleDescription("Light or dark, and the size of the text")
        self.lock_entry = RailEntry("Lock", "lock-simple-open", "Ctrl+L", checkable=False)
        self.lock_entry.hide()
        self.saved_mark = SavedMark()
        self._foot = (self.kiosk_entry, self.look_entry, self.lock_entry, self.saved_mark)
        self._group = QButtonGroup(self)
        self._gap = QWidget()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.event_tile)
        self._column.addWidget(self._gap)
        for entry in self.entries.values():
            self._group.addButton(entry)
        for place in (one for one in places if not one.at_foot):
            self._column.addWidget(self.entries[place.key])
        self._column.addStretch(1)
        for place in (one for one in places if one.at_foot):
            self._column.addWidget(self.entries[place.key])
        for part in self._foot:
            self._column.addWidget(part)

    def _connect(self) -> None:
        self.event_tile.clicked.connect(self.event_chosen)
        self.look_entry.clicked.connect(self.look_wanted)
        self.kiosk_entry.clicked.connect(self.kiosk_wanted)
        self.lock_entry.clicked.connect(self.lock_wanted)
        for entry in self.entries.values():
            entry.clicked.connect(self._tell)

    def _tell(self) -> None:
        key = next((key for key, entry in self.entries.items() if entry is self.sender()), "")
        self.place_chosen.emit(key)


class RailEntry(QAbstractButton):
    """Icon and word: in a line, one above the other, or the icon alone with the word in its tooltip."""

    def __init__(self, title: str, icon_name: str, key: str, *, checkable: bool = True) -> None:
        super().__init__()
        self._icon_name, self._key = icon_name, key
        self._form = RailForm.WIDE
        self.note = ""
        self.setText(title)
        self.setCheckable(checkable)
        self.setAccessibleName(title)
        self.setAccessibleDescription(key)
        self.setToolTip(f"{title} ({key})" if key else title)
        self.setObjectName(f"{title.lower()}_entry")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_form(self, form: RailForm) -> None:
        """Take another form."""
        self._form = form
        self.updateGeometry()
        self.update()

    def set_words(self, title: str, icon_name: str) -> None:
        """Be called otherwise, and show another icon."""
        self._icon_name = icon_name
        self.setText(title)
        self.setAccessibleName(title)
        self.update()

    def set_note(self, note: str, spoken: str) -> None:
        """Carry a few figures that change all the time; `spoken` says what they are of, and changes seldom."""
        told = ". ".join(part for part in (self._key, spoken) if part)
        if told != self.accessibleDescription():
            self.setAccessibleDescription(told)
            self.setToolTip(f"{self.text()} ({self._key}){f', {spoken.lower()}' if spoken else ''}")
        if note != self.note:
            self.note = note
            self.update()

    def sizeHint(self) -> QSize:
        heights = {RailForm.WIDE: 36, RailForm.NARROW: 56, RailForm.ICONS: 48}
        height = heights[self._form]
        return QSize(48, height if self._form is RailForm.ICONS else theme.current().px(height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, look)
        chosen = self.isChecked()
        ink = "accent" if chosen else "text" if self._form is RailForm.WIDE else "text_muted"
        color = look.color(ink) if self.isEnabled() else look.mix("text_muted", "surface", 0.45)
        painter.setOpacity(1.0 if self.isEnabled() else 0.5)
        paint_icon(painter, self._icon_place(look), self._icon_name, "accent" if chosen else "text_muted",
                   weight="fill" if chosen else "regular")  # fmt: skip
        painter.setOpacity(1.0)
        painter.setPen(color)
        self._paint_word(painter, look)

    def _paint_ground(self, painter: QPainter, look: theme.Theme) -> None:
        if not self.isChecked() and not (self.underMouse() and self.isEnabled()):
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("accent_soft") if self.isChecked() else look.mix("surface", "text", 0.05))
        painter.drawRoundedRect(self.rect(), 8, 8)

    def _icon_place(self, look: theme.Theme) -> QRect:
        if self._form is RailForm.WIDE:
            side = look.px(20)
            return QRect(look.px(12), (self.height() - side) // 2, side, side)
        side = look.px(24) if self._form is RailForm.NARROW else 24
        top = look.px(7) if self._form is RailForm.NARROW else (self.height() - side) // 2
        if self._form is RailForm.ICONS and self.note:
            top = 5
        return QRect((self.width() - side) // 2, top, side, side)

    def _paint_word(self, painter: QPainter, look: theme.Theme) -> None:
        if self._form is RailForm.WIDE:
            painter.setFont(look.font("body_strong" if self.isChecked() else "body"))
            box = self.rect().adjusted(look.px(44), 0, -look.px(12), 0)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.text())
            painter.setFont(look.font("body_strong", tabular=True))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self.note)
            return
        icons = self._form is RailForm.ICONS
        font = look.font("caption", tabular=bool(self.note))
        font.setWeight(font.Weight.DemiBold if self.isChecked() or self.note else font.Weight.Medium)
        words = self.note or ("" if icons else self.text())
        if icons:  # does not grow with the text
            font.setPixelSize(12)
            if QFontMetrics(font).horizontalAdvance(words) > self.width():
                font.setPixelSize(11)
        painter.setFont(font)
        top, height = (29, 16) if icons else (look.px(32), look.line("caption") + look.px(4))
        box = QRect(0, top, self.width(), height)
        painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, words)


class EventTile(QAbstractButton):
    """Which event is open: its name and day, or its initials on a tile. Leads to the start."""

    def __init__(self) -> None:
        super().__init__()
        self._form = RailForm.WIDE
        self._day = ""
        self.setObjectName("event_tile")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_event(None)

    def set_form(self, form: RailForm) -> None:
        """Take another form."""
        self._form = form
        self.updateGeometry()
        self.update()

    def show_event(self, event: Event | None) -> None:
        """Show this event's name; without one, the application's."""
        self.setText(event.name if event else "Mentor Mixer")
        self._day = f"{event.date:%a} {event.date.day} {event.date:%b} {event.date.year}" if event else "No event open"
        self.setAccessibleName(f"Event: {self.text()}, {self._day}. Choose another")
        self.setToolTip(f"{self.text()}, {self._day}\nChoose another event")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = theme.current()
        if self._form is not RailForm.WIDE:
            return QSize(40, 40)
        lines = len(self._name_lines(look)) + 1
        return QSize(look.px(192), lines * look.line("body") + look.px(16))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._form is RailForm.WIDE:
            self._paint_words(painter, look)
        else:
            self._paint_tile(painter, look)

    def _paint_words(self, painter: QPainter, look: theme.Theme) -> None:
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.mix("surface", "text", 0.05))
            painter.drawRoundedRect(self.rect(), 8, 8)
        box = QRect(look.px(12), look.px(8), self.width() - look.px(16), look.line("body"))
        painter.setFont(look.font("body_strong"))
        painter.setPen(look.color("text"))
        for words in self._name_lines(look):
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
            box.translate(0, look.line("body"))
        painter.setFont(look.font("body"))
        painter.setPen(look.color("text_muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self._day)

    def _paint_tile(self, painter: QPainter, look: theme.Theme) -> None:
        tile = QRect((self.width() - 40) // 2, 0, 40, 40)
        painter.setPen(QPen(Qt.PenStyle.NoPen))
        painter.setBrush(look.color("text"))
        painter.drawRoundedRect(tile, 8, 8)
        font = look.font("body_strong")
        font.setPixelSize(14)
        painter.setFont(font)
        painter.setPen(look.color("surface"))
        painter.drawText(tile, Qt.AlignmentFlag.AlignCenter, _initials(self.text()))

    def _name_lines(self, look: theme.Theme) -> list[str]:
        """The name on one or two lines, the second cut where it must be."""
        metrics = QFontMetrics(look.font("body_strong"))
        room = look.px(192 - 16)
        words = self.text().split()
        first = ""
        while words and metrics.horizontalAdvance(f"{first} {words[0]}") <= room:
            first = f"{first} {words.pop(0)}".strip()
        rest = metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, room)
        return [part for part in (first, rest) if part] or [""]


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split()[:2] if word).upper()
