"""Bring two people together: a mentor is found, the price is told, and a round is found for them."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mixer_app.domain.people import Attendee
from mixer_app.domain.roles import Role
from mixer_app.ui.find_person import FindPerson
from mixer_app.ui.plan.person_block import PersonBlock
from mixer_app.ui.plan.words import given_name
from mixer_app.ui.widgets.buttons import PRIMARY, Button
from mixer_app.ui.widgets.labels import from_the_left, label, restyle

if TYPE_CHECKING:
    from mixer_app.services.plan_edit_words import Price
    from mixer_app.services.search import PeopleIndex

_PROMPT: Final = "Whom should {} meet? The cheapest round is found, and every plan from then on keeps the two together."


class MeetView(QWidget):
    """The content of the panel while a mentor is looked for."""

    mentor_chosen = Signal(int)
    together_asked = Signal()
    never_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mentee_id = self.mentor_id = 0
        self.mentee_block = PersonBlock()
        self._prompt_label = label("", "muted", wrap=True)
        self.find_mentor = FindPerson(prompt="Find a mentor", note="")
        self.find_mentor.setObjectName("find_mentor")
        self.mentor_block = PersonBlock()
        self.price_label = label("", "body", wrap=True)
        self.together_button = Button("Bring together", kind=PRIMARY, icon_name="handshake")
        self.never_button = Button("Never pair", icon_name="prohibit")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 24, 24)
        column.setSpacing(12)
        for widget in (self.mentee_block, self._prompt_label, self.find_mentor, self.mentor_block, self.price_label):
            column.addWidget(widget)
        column.addWidget(self.together_button)
        column.addWidget(self.never_button)
        column.addStretch(1)
        self.find_mentor.person_chosen.connect(self.mentor_chosen)
        self.together_button.clicked.connect(self.together_asked)
        self.never_button.clicked.connect(self.never_asked)

    def show_mentee(self, mentee: Attendee, mentors: "PeopleIndex") -> None:
        """Ask whom somebody should meet."""
        self.mentee_id, self.mentor_id = mentee.id, 0
        self.mentee_block.show_person(mentee, Role.MENTEE)
        self._prompt_label.setText(from_the_left(_PROMPT.format(given_name(mentee.name))))
        self.find_mentor.set_index(mentors)
        for widget in (self.mentor_block, self.price_label, self.together_button, self.never_button):
            widget.hide()

    def show_mentor(self, mentor: Attendee) -> None:
        """Show who was found; the price comes when it is known."""
        self.mentor_id = mentor.id
        self.mentor_block.show_person(mentor, Role.MENTOR)
        self.mentor_block.show()
        self._say("Looking for a round.", "", can=False)

    def show_price(self, price: "Price") -> None:
        """Say where and when they would meet, and what it costs."""
        others = f" {price.others}." if price.others else ""
        self._say(f"{price.sentence}.{others}", str(price.tone), can=True)

    def show_refusal(self, sentence: str) -> None:
        """Say why they cannot meet."""
        self._say(sentence, "bad", can=False)

    def _say(self, sentence: str, tone: str, *, can: bool) -> None:
        self.price_label.setText(from_the_left(sentence))
        restyle(self.price_label, tone=tone)
        self.price_label.show()
        self.together_button.setVisible(can)
        self.never_button.setVisible(bool(tone))
