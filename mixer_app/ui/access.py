"""Who is at the window, and what they may do there."""

from PySide6.QtCore import QObject, Signal

from mixer_app.domain.staff_roles import StaffAct, StaffRole, may, may_see, refusal


class Access(QObject):
    """Open to everybody until a lock says otherwise; one for a window, and every page asks it."""

    changed = Signal()
    """Somebody else is at the window now, or a PIN was set or removed."""
    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.role = StaffRole.ORGANIZER
        self.guarded = False
        """Whether there is a PIN."""
        self.expects_pin = False
        """This window itself sets a PIN: whoever did is at it, and need not type it again."""

    def may(self, act: StaffAct) -> bool:
        """Whether whoever is here may do that."""
        return may(self.role, act)

    def may_see(self, place: str) -> bool:
        """Whether whoever is here may see a place of the window."""
        return may_see(self.role, place)

    def ask(self, act: StaffAct) -> bool:
        """The same as `may`; where they may not, the refusal is told."""
        if self.may(act):
            return True
        self.refused.emit(refusal(act))
        return False

    def set(self, role: StaffRole, *, guarded: bool) -> None:
        """Somebody else is here."""
        if (role, guarded) != (self.role, self.guarded):
            self.role, self.guarded = role, guarded
            self.changed.emit()
