"""Whether a check-in prints a badge, on what, in which design, and where."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mixer_app.domain.staff_settings import BadgeRule, EventSettings
from mixer_app.domain.stock import Stock
from mixer_app.ui.badges.design_cards import DESIGN_WORDS
from mixer_app.ui.settings.form_card import FormCard
from mixer_app.ui.widgets import Button, ElidedLabel, Segment, SegmentedControl, pop_up
from mixer_app.ui.widgets.combos import ElidedCombo
from mixer_app.ui.widgets.titled import Titled

if TYPE_CHECKING:
    from mixer_app.ui.printers.badge_printer import BadgePrinter

_RULES: Final = {BadgeRule.NEVER: "Never", BadgeRule.ONCE: "Once", BadgeRule.ALWAYS: "Always"}
_RULE_NOTES: Final = {
    BadgeRule.NEVER: "Badges are printed in advance, or not at all.",
    BadgeRule.ONCE: "For everyone who has none yet. What was printed in advance is not printed again.",
    BadgeRule.ALWAYS: "Also for those who have one.",
}


class BadgesCard(FormCard):
    """The printer is this computer's own; the rest is the event's."""

    design_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Check-in and badges", parent=parent)
        self._printer: BadgePrinter | None = None
        self._offered: list[tuple[str, str]] = []
        self._build()
        self.bind_choice("badge_at_check_in", self.rule_control, BadgeRule)
        self.bind("badge_stock", self.stock_combo, self._fill_stock, lambda: self.stock_combo.currentData() or "")
        self.printer_button.clicked.connect(self._choose_printer)
        self.design_button.clicked.connect(self.design_wanted)
        self.rule_control.chosen.connect(self._tell_rule)

    def show_settings(self, settings: EventSettings, stocks: Sequence[Stock]) -> None:
        """Show what is stored; `stocks` are those that can be chosen."""
        offered = [("One badge a page, 90 × 60 mm", ""), *((stock.offer, stock.name) for stock in stocks)]
        if offered != self._offered:
            self._offered = offered
            with QSignalBlocker(self.stock_combo):
                self.stock_combo.clear()
                for title, name in offered:
                    self.stock_combo.addItem(title, name)
        self.show_values({name: getattr(settings, name) for name in self.fields})
        self.design_label.setText(DESIGN_WORDS.get(settings.badge_design, settings.badge_design))
        self._tell_rule()
        self._show_printer()

    def use_printer(self, printer: "BadgePrinter") -> None:
        """Offer the printers of this station from now on."""
        self._printer = printer
        printer.printer_state_changed.connect(self._show_printer)
        printer.printers_found.connect(self._show_printer)
        self._show_printer()

    def _build(self) -> None:
        self.rule_control = SegmentedControl(
            [Segment(rule.value, words) for rule, words in _RULES.items()], name="Print a badge at check-in"
        )
        self.rule_part = Titled("Print a badge at check-in", self.rule_control, note=" ")
        self.stock_combo = ElidedCombo(letters=12)
        self.design_label = ElidedLabel("")
        self.design_button = Button("Design badges", small=True)
        self.design_button.setObjectName("design_badges_button")
        self.printer_label = ElidedLabel("None chosen")
        self.printer_button = Button("Choose", icon_after="caret-down", small=True)
        self.printer_button.setAccessibleName("Choose this station's badge printer")
        for part in (
            self.rule_part,
            Titled("Label stock at the door", self.stock_combo),
            Titled("Design", _beside(self.design_label, self.design_button)),
            Titled("Badge printer of this station", _beside(self.printer_label, self.printer_button)),
        ):
            self.body.addWidget(part)
        self.body.addWidget(self.problem_label)

    def _fill_stock(self, name: Any) -> None:
        if (position := self.stock_combo.findData(name)) < 0:
            self.stock_combo.addItem(str(name), name)  # of a newer version, or of a stock that is no longer there
            position = self.stock_combo.count() - 1
        self.stock_combo.setCurrentIndex(position)

    def _tell_rule(self, _key: str = "") -> None:
        self.rule_part.set_note(_RULE_NOTES[BadgeRule(self.rule_control.key)])

    def _show_printer(self, _news: object = None) -> None:
        printer = self._printer
        self.printer_label.setText(printer.chosen.title if printer and printer.chosen else "None chosen")

    def _choose_printer(self) -> None:
        from mixer_app.ui.printers.printer_menus import printer_menu

        if self._printer is not None:
            chooser = printer_menu(self, self._printer)
            chooser.aboutToHide.connect(self._show_printer)
            pop_up(chooser, self.printer_button)


def _beside(shown: QWidget, button: Button) -> QWidget:
    """What is chosen, and the button that changes it."""
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(shown, 1)
    row.addWidget(button)
    return both
