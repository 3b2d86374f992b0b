"""A person as the organizer reads them: the right panel before it is edited."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mixer_app.domain.badge_code import spaced
from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.ui.people.rows import shown_needs
from mixer_app.ui.widgets import Chip, label
from mixer_app.ui.widgets.flow_row import FlowRow


class PersonDetails(QWidget):
    """Label above value, and only what is known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)

    def show_person(self, attendee: Attendee, event: Event) -> None:
        """Show this person."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if attendee.role.seeks:
            self._add_needs("Needs", attendee.needs_wanted, event)
            self._add_topics("Topics", attendee.topics_wanted, ranked=True)
        if attendee.role.hosts:
            self._add_needs("Has been through", attendee.needs_offered, event)
            self._add_topics("Can talk about", attendee.topics_offered, ranked=False)
        for title, words in _lines(attendee):
            self._add_text(title, words)
        for question, answer in attendee.answers:
            self._add_text(question, answer)
        self._column.addStretch(1)

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
            value = label(words, "body", wrap=True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._add(title, value)

    def _add(self, title: str, value: QWidget) -> None:
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(title, "muted_caption", wrap=True))
        column.addWidget(value)
        self._column.addWidget(both)


def _lines(attendee: Attendee) -> list[tuple[str, str]]:
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
        ("Phone", attendee.phone),
        ("Field", attendee.field),
        ("Experience", experience),
        ("Region", attendee.region),
        ("Speaks", ", ".join(attendee.languages)),
        ("Pronouns", attendee.pronouns),
        ("Goal for the evening", attendee.goal),
        ("Stays", stays),
        ("Most introductions", str(limit) if limit is not None else ""),
        ("Would like to meet", ", ".join(attendee.wishes)),
        ("Note for staff", attendee.staff_note),
        ("Badge", spaced(attendee.code)),
    ]
