"""Who this is: name, employer, role and what is shared."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mixer_app.domain.kiosk_person import KioskPerson
from mixer_app.ui.kiosk import words
from mixer_app.ui.kiosk.buttons import STRONG
from mixer_app.ui.kiosk.contact_card import ContactCard
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
        self.employer = Words(look, tone="text_muted", lines=2)
        for data in (self.given, self.family, self.employer):
            data.isolated = True
        self.here_as = Words(look, weight=STRONG)
        self.roles = RoleRows(look)
        self.wrong_role = Words(look, tone="text_muted", lines=2)
        self.contact = ContactCard(look)
        self._name, self._role = QWidget(), QWidget()
        for box, parts in (
            (self._name, (self.given, self.family, self.employer)),
            (self._role, (self.here_as, self.roles, self.wrong_role)),
        ):
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            for part in parts:
                column.addWidget(part)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setRowStretch(2, 1)
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
        room = look.size.width() // 2 - look.px(64) if self._beside() else look.px(_WIDTH)
        wide = max(look.width_of(part, "kiosk_display") for part in (first, second))
        two_cards = person is not None and bool(person.masked_email and person.masked_phone)
        self.employer.set_lines(1 if two_cards else 2)
        self._set_name_style("display" if wide > room else "kiosk_display")
        self._grid.setVerticalSpacing(0 if self._beside() else look.px(12))
        brief = two_cards and not self._fits(brief=False)
        self.contact.show_brief(brief=brief)
        if brief:
            self._save_height()
        for part in (self._name, self._role, self.contact):
            part.updateGeometry()  # at once: a layout that is under way asks them again

    def _save_height(self) -> None:
        """A smaller name; then no room between the parts."""
        if not self._fits(brief=True):
            self._set_name_style("display")
        if not self._fits(brief=True):
            self._grid.setVerticalSpacing(0)

    def _set_name_style(self, style: str) -> None:
        for part in (self.given, self.family):
            part.set_style(style)
            part.set_lines(1 if style == "kiosk_display" else 2)

    def _fits(self, *, brief: bool) -> bool:
        """Whether all parts of the column that has the name have their full height."""
        columns = 2 if self._beside() else 1
        width = (self.width() - (columns - 1) * self._grid.horizontalSpacing()) // columns
        parts = [self._name] if self._beside() else [self._name, self._role]
        heights = [*(_height_for(part, width) for part in parts), self.contact.height_of(brief=brief)]
        return sum(heights) + (len(heights) - 1) * self._grid.verticalSpacing() <= self.height()

    def _relook(self) -> None:
        """One column; where the page is low, name and contact beside the role."""
        look = self._look
        self._grid.setHorizontalSpacing(look.px(48))
        self._grid.addWidget(self._name, 0, 0)
        if self._beside():
            self._grid.addWidget(self._role, 0, 1, 4, 1, Qt.AlignmentFlag.AlignTop)
        else:
            self._grid.addWidget(self._role, 1, 0)
        self._grid.addWidget(self.contact, 3, 0)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1 if self._beside() or not column else 0)
        self.here_as.setFixedHeight(look.line() + look.px(8))
        if self._person is not None:
            self._show_name()

    def _beside(self) -> bool:
        return self._look.compact and not self._look.upright

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._show_name()


def _height_for(part: QWidget, width: int) -> int:
    """The height that a part wants in this width, in px."""
    return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()


def _two_lines(person: KioskPerson | None) -> tuple[str, str]:
    """Given and family name; the whole where only that is known, and the person's own script before it."""
    if person is None:
        return "", ""
    name = person.name
    if name.native:
        return name.native, name.full
    return (name.given, name.family) if name.given and name.family else (name.full, "")
