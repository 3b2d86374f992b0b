"""What the desk sees of a person: label at the left, value at the right; nothing private."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.ui.desk.badge_state import BadgeState
from mixer_app.ui.desk.words import badge_words, stay_words
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import Chip, ElidedLabel, label
from mixer_app.ui.widgets.flow_row import FlowRow
from mixer_app.ui.widgets.laid_out_once import laid_out_once

_MOST_TOPICS = 6
_USUAL_CHIPS = _MOST_TOPICS + 1
"""Made before anyone is looked for: the first person who has much to say must not wait for them."""


class ChipsValue(FlowRow):
    """A line of chips; the chips stay while their words change, because new ones cost a frame."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._private_chip = Chip("", icon_name="eye-slash")
        self._chips: list[Chip] = []
        super().__init__(at_end=(), parent=parent)
        self._make_chips(_USUAL_CHIPS)
        for chip in (*self._chips, self._private_chip):
            chip.hide()

    def _make_chips(self, fewest: int) -> None:
        if len(self._chips) < fewest:
            self._chips += [Chip("") for _ in range(fewest - len(self._chips))]
            self.show_widgets((*self._chips, self._private_chip), keep=(*self._chips, self._private_chip))

    def show_words(self, words: Sequence[str], private: int = 0) -> bool:
        """Show a chip for each word, and how many are private; whether there is anything to show."""
        self._make_chips(len(words))
        with laid_out_once(self):
            for at, chip in enumerate(self._chips):
                chip.setVisible(at < len(words))
                if at < len(words):
                    chip.set_text(words[at])
            self._private_chip.setVisible(private > 0)
            self._private_chip.set_text(f"{private} private")
        return bool(words) or private > 0


class WordsValue(FlowRow):
    """A line of words, and a muted remark behind it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._words_label = ElidedLabel("", "body")
        self._more_label = label("", "muted")
        super().__init__((self._words_label, self._more_label), parent=parent)

    def show_words(self, words: str, more: str = "") -> bool:
        """Show these words; whether there are any."""
        with laid_out_once(self):
            self._words_label.setText(words)
            self._more_label.setText(more)
            self._more_label.setVisible(bool(more))
        return bool(words)


class PersonFacts(QWidget):
    """Needs, topics, languages, presence and badge, each line only where something is known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Attendee, Event, float, BadgeState | None] | None = None
        self._lines: list[tuple[QWidget, QWidget, bool]] = []  # title, value, whether it stays in a low window
        self._known: set[QWidget] = set()  # values in which there is something
        self._build()

    def _build(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._needs, self._offers, self._topics = ChipsValue(), ChipsValue(), ChipsValue()
        self._speaks, self._stays, self._badge = WordsValue(), WordsValue(), WordsValue()
        for title, value in (("Needs", self._needs), ("Offers", self._offers), ("Topics", self._topics)):
            self._add_line(title, value, chips=True)
        for title, value in (("Speaks", self._speaks), ("Stays", self._stays), ("Badge", self._badge)):
            self._add_line(title, value, chips=False)

    def _add_line(self, title: str, value: QWidget, *, chips: bool) -> None:
        row = len(self._lines)
        name = label(title, "muted_caption")
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, row, 1)
        self._lines.append((name, value, chips))

    def show_person(self, attendee: Attendee, event: Event, badge: BadgeState | None = None) -> None:
        """Show this person and the state of their badge; who is shown already is left alone."""
        shown = (attendee, event, current().scale, badge)
        if self._shown == shown:
            return
        self._shown = shown
        self._fit_text()
        seeks, hosts = attendee.role.seeks, attendee.role.hosts
        self._known = {
            value
            for value, known in (
                (self._needs, _show_needs(self._needs, attendee.needs_wanted if seeks else (), event)),
                (self._offers, _show_needs(self._offers, attendee.needs_offered if hosts else (), event)),
                (self._topics, self._topics.show_words(_topic_words(attendee))),
                (self._speaks, self._speaks.show_words(", ".join(attendee.languages))),
                (self._stays, self._stays.show_words(stay_words(attendee, event))),
                (self._badge, self._badge.show_words(*badge_words(attendee, badge))),
            )
            if known
        }
        self.show_lines(2)

    def show_lines(self, level: int) -> None:
        """How much is said: 2 everything, 1 needs and topics, 0 nothing."""
        with laid_out_once(self):
            for name, value, is_chips in self._lines:
                shown = value in self._known and (level == 2 or (level == 1 and is_chips))
                if name.isHidden() == shown:
                    name.setVisible(shown)
                    value.setVisible(shown)
        self.setVisible(level > 0 and bool(self._known))

    def _fit_text(self) -> None:
        self._grid.setColumnMinimumWidth(0, current().px(88))
        for name, _, chips in self._lines:
            name.setContentsMargins(0, current().px(4 if chips else 2), 0, 0)


def _show_needs(value: ChipsValue, needs: Sequence[str], event: Event) -> bool:
    named = [need for need in needs if not event.is_sensitive(need)]
    return value.show_words(named, len(needs) - len(named))


def _topic_words(attendee: Attendee) -> list[str]:
    ranked = attendee.role.seeks
    topics = attendee.topics_wanted if ranked else attendee.topics_offered
    words = [f"1  {topic}" if ranked and not at else topic for at, topic in enumerate(topics[:_MOST_TOPICS])]
    return [*words, f"{len(topics) - _MOST_TOPICS} more"] if len(topics) > _MOST_TOPICS else words
