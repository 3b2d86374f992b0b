"""Who this is: name, employer, role and what is shared."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mixer_app.domain.kiosk_person import KioskPerson
from mixer_app.ui.kiosk import words
from mixer_app.ui.kiosk.buttons import STRONG
from mixer_app.ui.kiosk.contact_card import ContactCard
from mixer_app.ui.kiosk.fitting import text_size
from mixer_app.ui.kiosk.look import KioskLook
from mixer_app.ui.kiosk.role_rows import RoleRows
from mixer_app.ui.kiosk.text import Words
from mixer_app.ui.kiosk.words import say

_WIDTH = 400


class WhoColumn(QWidget):
    """400 px at the leading edge; alone on its page where there is less room."""

    role_changed = Signal(object)

    def __init__(self, look: KioskLook) -> None:
        super().__init__()
        self._look = look
        self._person: KioskPerson | None = None
        self.given = Words(look, "kiosk_display")
        self.family = Words(look, "kiosk_display")
        self.employer = Words(look, tone="text_muted")
        for data in (self.given, self.family, self.employer):
            data.isolated = True
        self.here_as = Words(look, weight=STRONG)
        self.roles = RoleRows(look)
        self.wrong_role = Words(look, tone="text_muted", lines=2)
        self.contact = ContactCard(look)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        for part in (self.given, self.family, self.employer):
            self._column.addWidget(part)
        self._gap = QWidget()
        self._column.addWidget(self._gap)
        self._column.addWidget(self.here_as)
        self._column.addWidget(self.roles)
        self._column.addWidget(self.wrong_role)
        self._column.addStretch(1)
        self._column.addWidget(self.contact)
        self.roles.changed.connect(self.role_changed)
        look.changed.connect(self._relook)
        self._relook()

    def show_person(self, person: KioskPerson | None) -> None:
        """Show this person; None wipes."""
        self._person = person
        if person is not None:
            self.roles.show_role(person.role, can_change=person.role_may_change)
            self.contact.show_contact(
                email=person.masked_email,
                phone=person.masked_phone,
                email_shared=person.share_email,
                phone_shared=person.share_phone,
            )
        else:
            self.contact.show_contact(email="", phone="", email_shared=False, phone_shared=False)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        self._show_name()
        self.here_as.setText(say(words.HERE_AS))
        person = self._person
        self.wrong_role.setText(say(words.WRONG_ROLE))
        self.wrong_role.setVisible(person is not None and not person.role_may_change)
        self.roles.retranslate()
        self.contact.retranslate()

    def _show_name(self) -> None:
        """Two lines of 56; longer than the column: 32."""
        person, look = self._person, self._look
        first, second = _two_lines(person)
        self.given.setText(first)
        self.family.setText(second)
        self.family.setVisible(bool(second))
        self.employer.setText(person.employer if person else "")
        self.employer.setVisible(bool(person and person.employer))
        if person is not None:
            self.given.setAccessibleName(person.name.shown)
        room = max(self.width(), look.px(_WIDTH)) if look.compact else look.px(_WIDTH)
        wide = max(text_size(part, look.font("kiosk_display"), 1).width() for part in (first, second))
        style = "display" if wide > room or (look.compact and not look.larger and self._crowded()) else "kiosk_display"
        for part in (self.given, self.family):
            part.set_style(style)
            part.set_lines(1 if style == "kiosk_display" or second else 2)

    def _crowded(self) -> bool:
        """Whether everything shown needs more height than there is with a name in the largest type."""
        shown = len(self.roles.shown()) + (2 if self._person and self._person.masked_phone else 1)
        return shown > 3

    def _relook(self) -> None:
        look = self._look
        self._gap.setFixedHeight(look.px(24 if not look.compact else 8))
        self._column.setContentsMargins(0, 0, 0, 0)
        self.here_as.setFixedHeight(look.line() + look.px(8))
        for part in (self.given, self.family, self.employer):
            part.setAlignment(Qt.AlignmentFlag.AlignLeading)
        if self._person is not None:
            self._show_name()


def _two_lines(person: KioskPerson | None) -> tuple[str, str]:
    """Given and family name; the whole where only that is known, and the person's own script before it."""
    if person is None:
        return "", ""
    name = person.name
    if name.native:
        return name.native, name.full
    return (name.given, name.family) if name.given and name.family else (name.full, "")
