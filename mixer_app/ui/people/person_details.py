"""A person as the organizer reads them: the right panel before it is edited."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mixer_app.domain.badge_code import spaced
from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.domain.programme import Attended, Came
from mixer_app.services.history import history_in_words
from mixer_app.ui.people.rows import shown_needs
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import DANGER, Button, Chip, label
from mixer_app.ui.widgets.breaking_label import BreakingLabel
from mixer_app.ui.widgets.flow_row import FlowRow
from mixer_app.ui.widgets.selectable_text import SelectableText

_LONGEST_WORD: Final = 300  # px at 100 %: so wide is the panel at least


class PersonDetails(QWidget):
    """Label above value, and only what is known; at the end what became of earlier events."""

    forget_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._event_id = 0
        self._column, self._history = QVBoxLayout(), QVBoxLayout()
        self.forget_button = Button("Forget this person", kind=DANGER, icon_name="trash", small=True)
        self.forget_button.setObjectName("forget_person_button")
        self.forget_button.clicked.connect(self.forget_asked)
        foot = QHBoxLayout()
        foot.addWidget(self.forget_button)
        foot.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        for column in (self._column, self._history):
            column.setSpacing(16)
            whole.addLayout(column)
        whole.addLayout(foot)
        whole.addStretch(1)

    def show_person(self, attendee: Attendee, event: Event, *, private: bool = True) -> None:
        """Show this person; without `private` nothing of whom they wish to meet."""
        self._event_id = event.id
        _empty(self._column)
        _empty(self._history)
        if attendee.role.seeks:
            self._add_needs("Needs", attendee.needs_wanted, event)
            self._add_topics("Topics", attendee.topics_wanted, ranked=True)
        if attendee.role.hosts:
            self._add_needs("Has been through", attendee.needs_offered, event)
            self._add_topics("Can talk about", attendee.topics_offered, ranked=False)
        for title, words in _lines(attendee, private=private):
            self._add_text(title, words)
        for question, answer in attendee.answers:
            self._add_text(question, answer)

    def show_history(self, history: Sequence[Attended]) -> None:
        """Show the events that the person was at, and whom they met there."""
        _empty(self._history)
        for one in history:
            if one.event_id != self._event_id or one.came is not Came.EXPECTED:
                day = f"{one.day.day} {one.day:%B} {one.day.year}"
                title = f"{one.event_name}, {day}"
                self._history.addWidget(_titled(title, _selectable(_sentence(history_in_words(one)), title)))

    def _add_needs(self, title: str, needs: Sequence[str], event: Event) -> None:
        named, private = shown_needs(needs, event)
        chips = [Chip(need) for need in named]
        if private:
            chips.append(Chip(f"{private} private", icon_name="eye-slash"))
        self._add(title, FlowRow(chips) if chips else label("not answered", "muted"))

    def _add_topics(self, title: str, topics: Sequence[str], *, ranked: bool) -> None:
        chips = [Chip(f"1  {topic}" if ranked and not at else topic) for at, topic in enumerate(topics)]
        self._add(title, FlowRow(chips) if chips else label("not answered", "muted"))

    def _add_text(self, title: str, words: str) -> None:
        if words:
            self._add(title, _selectable(words, title))

    def _add(self, title: str, value: QWidget) -> None:
        self._column.addWidget(_titled(title, value))


def _selectable(words: str, title: str) -> QWidget:
    """Words that can be copied; they break where one is too long for the panel."""
    measure = QFontMetrics(current().font("body")).horizontalAdvance
    if any(measure(word) > current().px(_LONGEST_WORD) for word in words.split()):
        return SelectableText(words, name=title)
    value = label(words, "body", wrap=True)
    value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return value


def _titled(title: str, value: QWidget) -> QWidget:
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(BreakingLabel(title, "muted_caption"))
    column.addWidget(value)
    return both


def _empty(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _lines(attendee: Attendee, *, private: bool) -> list[tuple[str, str]]:
    years = attendee.experience_years
    experience = f"{years:g} years" if years is not None else attendee.experience_grade
    stays = ", ".join(
        part
        for part in (
            f"from {attendee.arrives:%H:%M}" if attendee.arrives else "",
            f"until {attendee.leaves:%H:%M}" if attendee.leaves else "",
        )
        if part
    )
    limit = attendee.introductions_limit
    return [
        ("Email", attendee.email),
        ("Other email", ", ".join(attendee.also_emails)),
        ("Phone", attendee.phone),
        ("Field", attendee.field),
        ("Experience", experience),
        ("Region", attendee.region),
        ("Speaks", ", ".join(attendee.languages)),
        ("Pronouns", attendee.pronouns),
        ("Goal for the evening", attendee.goal),
        ("Stays", stays),
        ("Most introductions", str(limit) if limit is not None else ""),
        ("Would like to meet", ", ".join(attendee.wishes) if private else ""),
        ("Note for staff", attendee.staff_note),
        ("Badge", spaced(attendee.code)),
    ]
