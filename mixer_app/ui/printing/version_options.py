"""Which two versions of the plan the change slips compare."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mixer_app.services.change_slips import Versions
from mixer_app.services.paper_facts import PaperFacts
from mixer_app.services.plan_versions import PlanVersion
from mixer_app.ui.printing.option_part import option_part
from mixer_app.ui.widgets.combos import ElidedCombo


class VersionOptions(QWidget):
    """The plan that people had in hand, and the one that they are to follow."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: Versions | None = None
        self.since_combo = ElidedCombo("since_combo")
        self.until_combo = ElidedCombo("until_combo")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._parts = (
            option_part("Changes since", self.since_combo, column),
            option_part("Up to", self.until_combo, column),
        )
        self.since_combo.activated.connect(self._take)
        self.until_combo.activated.connect(self._take)

    @property
    def chosen(self) -> Versions | None:
        """What somebody chose; None: the latest plan, and the last one published before it."""
        return self._chosen

    def forget(self) -> None:
        """Compare what is likely again."""
        self._chosen = None

    def show_facts(self, facts: PaperFacts) -> None:
        """Offer the versions that there are; one alone leaves nothing to choose."""
        compared = facts.versions
        for combo, plan_id in (
            (self.since_combo, compared.old if compared else None),
            (self.until_combo, compared.new if compared else None),
        ):
            with QSignalBlocker(combo):
                combo.clear()
                for plan in facts.plans:
                    combo.addItem(_version(plan), plan.id)
                combo.setCurrentIndex(combo.findData(plan_id))
        for part in self._parts:
            part.setVisible(len(facts.plans) > 1)

    def _take(self) -> None:
        old, new = self.since_combo.currentData(), self.until_combo.currentData()
        if old is not None and new is not None:
            self._chosen = Versions(old, new)
            self.changed.emit()


def _version(plan: PlanVersion) -> str:
    at = plan.published_at or plan.made_at
    return f"Plan {plan.version}, {'published' if plan.published_at else 'made'} {at.astimezone():%H:%M}"
