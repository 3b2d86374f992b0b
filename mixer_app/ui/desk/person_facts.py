"""What the desk sees of a person: label at the left, value at the right; nothing private."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.ui.desk.words import badge_words, stay_words
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import Chip, ElidedLabel, label
from mixer_app.ui.widgets.flow_row import FlowRow


class PersonFacts(QWidget):
    """Needs, topics, languages, presence and badge, each line only where something is known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._shown: tuple[Attendee, Event, float] | None = None
        self._rows: list[tuple[QWidget, QWidget, bool]] = []  # title, value, whether it stays in a low window

    def show_person(self, attendee: Attendee, event: Event) -> None:
        """Show this person; what is shown already is not built again."""
        shown = (attendee, event, current().scale)
        if self._shown == shown:
            return
        self._shown = shown
        self._empty()
        self._grid.setColumnMinimumWidth(0, current().px(88))
        needs = (*(attendee.needs_wanted if attendee.role.seeks else ()),)
        offers = (*(attendee.needs_offered if attendee.role.hosts else ()),)
        topics = attendee.topics_wanted if attendee.role.seeks else attendee.topics_offered
        self._add_chips("Needs", needs, event)
        self._add_chips("Offers", offers, event)
        self._add_topics(topics, ranked=attendee.role.seeks)
        self._add_words("Speaks", ", ".join(attendee.languages))
        self._add_words("Stays", stay_words(attendee, event))
        code, made = badge_words(attendee)
        self._add_words("Badge", code, made)

    def _add_chips(self, title: str, needs: Sequence[str], event: Event) -> None:
        named = [need for need in needs if not event.is_sensitive(need)]
        chips = [Chip(need) for need in named]
        if private := len(needs) - len(named):
            chips.append(Chip(f"{private} private", icon_name="eye-slash"))
        self._add_row(title, FlowRow(chips) if chips else None)

    def _add_topics(self, topics: Sequence[str], *, ranked: bool) -> None:
        chips = [Chip(f"1  {topic}" if ranked and not at else topic) for at, topic in enumerate(topics[:6])]
        if len(topics) > 6:
            chips.append(Chip(f"{len(topics) - 6} more"))
        self._add_row("Topics", FlowRow(chips) if chips else None)

    def _add_words(self, title: str, words: str, more: str = "") -> None:
        if not words:
            return
        value = FlowRow([ElidedLabel(words, "body"), *([label(more, "muted")] if more else [])])
        self._add_row(title, value, chips=False)

    def _add_row(self, title: str, value: QWidget | None, *, chips: bool = True) -> None:
        if value is None:
            return
        row = self._grid.rowCount()
        name = label(title, "muted_caption")
        name.setContentsMargins(0, current().px(4 if chips else 2), 0, 0)
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, row, 1)
        self._rows.append((name, value, chips))

    def show_lines(self, level: int) -> None:
        """How much is said: 2 everything, 1 needs and topics, 0 nothing."""
        for name, value, is_chips in self._rows:
            shown = level == 2 or (level == 1 and is_chips)
            name.setVisible(shown)
            value.setVisible(shown)
        self.setVisible(level > 0 and bool(self._rows))

    def _empty(self) -> None:
        self._rows.clear()
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
