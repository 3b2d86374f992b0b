"""What the start offers where the address is for a kiosk."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout

from mixer_app.domain.events import Event
from mixer_app.ui.widgets import PRIMARY, Button, Card, IconLabel, label

_TOLD = "It opens the kiosk, and nothing else. Desks and the organizer’s laptop have addresses of their own."
_NO_EVENT = "There is no event yet. Make one at control, and it appears here."


class KioskCard(Card):
    """`kiosk_wanted` carries the event whose kiosk is to open."""

    kiosk_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(margin=24)
        self._events: Sequence[Event] = ()
        self._build()
        self.open_button.clicked.connect(self._tell)

    def show_events(self, events: Sequence[Event]) -> None:
        """Offer these, the latest first; which one is only asked where there are several."""
        chosen = self.event_box.currentData()
        self._events = events
        self.event_box.clear()
        for event in events:
            self.event_box.addItem(f"{event.name}, {event.date.day} {event.date:%B %Y}", event.id)
        self.event_box.setCurrentIndex(max(0, self.event_box.findData(chosen)))
        self.event_box.setVisible(len(events) > 1)
        first = bool(events) and not self.open_button.isEnabled()
        self.open_button.setEnabled(bool(events))
        if first and self.isVisible():
            self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.sentence_label.setText(_TOLD if events else _NO_EVENT)

    def _build(self) -> None:
        self.setObjectName("kiosk_address_card")
        self.setAccessibleName("Kiosk")
        self.sentence_label = label(_TOLD, "muted", wrap=True)
        self.event_box = QComboBox()
        self.event_box.setObjectName("kiosk_event_box")
        self.event_box.setAccessibleName("Event of the kiosk")
        self.event_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.event_box.setMinimumContentsLength(24)
        self.event_box.hide()
        self.open_button = Button("Open the kiosk", kind=PRIMARY, icon_name="devices")
        self.open_button.setObjectName("open_kiosk_button")
        self.open_button.setEnabled(False)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(label("This address is for a kiosk", "body_strong"))
        words.addWidget(self.sentence_label)
        acts = QHBoxLayout()
        acts.setContentsMargins(0, 8, 0, 0)
        acts.setSpacing(12)
        acts.addWidget(self.event_box)
        acts.addWidget(self.open_button)
        acts.addStretch(1)
        words.addLayout(acts)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(IconLabel("devices", "accent", size=24), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.body.addLayout(row)

    def _tell(self) -> None:
        if self._events:
            self.kiosk_wanted.emit(self._events[max(0, self.event_box.currentIndex())])
