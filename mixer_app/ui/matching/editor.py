"""The rules as a form: what counts, who never meets, what a strong introduction is."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from mixer_app.domain.events import EmployerRule, MatchingRules, MetBeforeRule
from mixer_app.services.matching_questions import AskedPeople, in_order
from mixer_app.services.rules_words import EMPLOYER_WORDS, MET_WORDS
from mixer_app.ui.matching.learned import LearnedPane
from mixer_app.ui.matching.name_groups import NameGroups
from mixer_app.ui.matching.order_editor import OrderEditor
from mixer_app.ui.matching.questions import QuestionRows
from mixer_app.ui.matching.weights import WeightRows
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import DecimalField, NumberField, Segment, SegmentedControl, label, line

_GAPS: Final = {
    "minimum_gap_years": "Years ahead, at least",
    "target_gap_years": "Years ahead, best from",
    "minimum_gap_grades": "Grades ahead, at least",
    "target_gap_grades": "Grades ahead, best from",
}

_DISCOVERY_NOTE: Final = "A career nobody had considered often begins so. Strong introductions come first."


class RulesEditor(QWidget):
    """Fields for all rules; what nobody touches is kept exactly as it was."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given = MatchingRules()
        self._filling = False
        self._build()
        self._connect()

    def _build(self) -> None:
        self.weights = WeightRows()
        self.learned = LearnedPane()
        self.questions = QuestionRows()
        self.employer_control = SegmentedControl(
            [Segment(rule.value, words) for rule, words in EMPLOYER_WORDS.items()], name="People of the same employer"
        )
        self.met_control = SegmentedControl(
            [Segment(rule.value, words) for rule, words in MET_WORDS.items()], name="People who met at an earlier event"
        )
        self.employer_names = NameGroups(
            "Employers under several names",
            "Each line is one employer. Legal forms such as Ltd or GmbH need no line.",
            add="Names of one employer",
            example="City Hospital = City Hosp. = CHT",
            mark=" = ",
        )
        self.related_fields = NameGroups(
            "Related fields or specialties",
            "Each line is a group; two different fields of one group count as related.",
            add="Related fields",
            example="Cardiology; Vascular surgery",
            mark="; ",
        )
        self.discovery_box = QCheckBox("Seek mentors from another field who fit a need, too")
        self.discovery_box.setAccessibleDescription(_DISCOVERY_NOTE)
        self.strong_field = DecimalField(0.6, name="A strong introduction, from a fit of")
        self.floor_field = DecimalField(0.0, name="Lowest fit at which two people meet")
        self.gap_fields = {name: NumberField(0, least=0, most=60, name=words) for name, words in _GAPS.items()}
        self._gap_cells: dict[str, QWidget] = {}
        self.grades_box = QCheckBox("Grades count as experience, in this order")
        self.grades_order = OrderEditor("Grades")
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 20, 32, 24)
        column.setSpacing(12)
        for title, note, parts in (
            ("What counts", "Weights are proportions: 20 counts twice as much as 10.", (self.learned, self.weights)),
            ("Questions of the registration", "", (self.questions,)),
            ("Who meets", "", (self._who(),)),
            ("Experience", "", (self._experience(), self.grades_box, self.grades_order)),
            ("Names", "", (self.employer_names, self.related_fields)),
        ):
            if column.count():
                column.addSpacing(8)
                column.addWidget(line())
            column.addWidget(label(title, "body_strong"))
            if note:
                column.addWidget(label(note, "muted_caption", wrap=True))
            for part in parts:
                column.addWidget(part)
        column.addStretch(1)

    def _who(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(
            _titled("People of the same employer", self.employer_control, "What a person said of it comes first")
        )
        column.addLayout(
            _titled(
                "People who met at an earlier event",
                self.met_control,
                "Two who both ask to meet again can",
            )
        )
        column.addWidget(self.discovery_box)
        column.addWidget(label(_DISCOVERY_NOTE, "muted_caption", wrap=True))
        fields = QHBoxLayout()
        fields.setSpacing(24)
        fields.addLayout(_titled("A strong introduction, from a fit of", self.strong_field), 1)
        fields.addLayout(_titled("Two people meet only from a fit of", self.floor_field), 1)
        column.addLayout(fields)
        return box

    def _experience(self) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        for number, (name, field) in enumerate(self.gap_fields.items()):
            field.setObjectName(name)
            cell = QWidget()
            words = _titled(_GAPS[name], field)
            words.setContentsMargins(0, 0, 0, 0)
            cell.setLayout(words)
            self._gap_cells[name] = cell
            grid.addWidget(cell, number // 2, number % 2)
        return box

    def _connect(self) -> None:
        self.weights.changed.connect(self._tell)
        self.questions.changed.connect(self._tell)
        self.employer_control.chosen.connect(self._tell)
        self.met_control.chosen.connect(self._tell)
        for field in (self.strong_field, self.floor_field, *self.gap_fields.values()):
            field.valueChanged.connect(self._tell)
        self.employer_names.changed.connect(self._tell)
        self.related_fields.changed.connect(self._tell)
        self.discovery_box.toggled.connect(self._tell)
        self.grades_box.toggled.connect(self._tell)
        self.grades_order.changed.connect(self._tell)
        self.questions.changed.connect(self._quieten)

    def show_rules(self, rules: MatchingRules, asked: AskedPeople) -> None:
        """Fill the form without telling."""
        self._filling = True
        self._given = rules
        self.weights.show_weights(rules.weights)
        self.questions.show_questions(rules.questions, asked.questions)
        self.employer_control.set_key(rules.employer.value)
        self.met_control.set_key(rules.met_before.value)
        self.employer_names.show_groups(rules.employer_aliases, asked.alike_employers)
        self.related_fields.show_groups(rules.related_fields)
        self.strong_field.setValue(rules.strong)
        self.floor_field.setValue(rules.floor)
        self.discovery_box.setChecked(rules.discovery)
        for name, field in self.gap_fields.items():
            field.setValue(round(getattr(rules, name)))
        self.grades_order.show_order(in_order(rules.experience_scale, asked.grades))
        self.grades_box.setChecked(bool(rules.experience_scale))
        self.grades_box.setVisible(bool(self.grades_order.order()))
        self._filling = False
        self._quieten()
        self._fit()

    def take_weights(self, rules: MatchingRules, asked: AskedPeople) -> None:
        """Show the weights of `rules` as if somebody had typed them; nothing else changes."""
        self._filling = True
        self.weights.show_weights(rules.weights)
        self.questions.show_questions(rules.questions, asked.questions)
        self._filling = False
        self._quieten()
        self._tell()

    def rules(self) -> MatchingRules:
        """The rules as the form has them."""
        given = self._given
        scale = self.grades_order.order() if self.grades_box.isChecked() else ()
        return replace(
            given,
            weights={**given.weights, **self.weights.weights()} if self._weights_differ() else given.weights,
            questions=self.questions.criteria(),
            employer=EmployerRule(self.employer_control.key),
            employer_aliases=self.employer_names.groups(),
            related_fields=self.related_fields.groups(),
            met_before=MetBeforeRule(self.met_control.key),
            strong=_unless_same(self.strong_field.value(), given.strong, 2),
            discovery=self.discovery_box.isChecked(),
            floor=_unless_same(self.floor_field.value(), given.floor, 2),
            experience_scale=scale,
            **{name: _unless_same(field.value(), getattr(given, name), 0) for name, field in self.gap_fields.items()},
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Wheel:  # the wheel scrolls the form and changes nothing
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _weights_differ(self) -> bool:
        return any(weight != self._given.weights.get(name, 0.0) for name, weight in self.weights.weights().items())

    def _tell(self) -> None:
        if not self._filling:
            self._fit()
            self.changed.emit()

    def _fit(self) -> None:
        whole = sum(self.weights.weights().values()) + sum(one.weight for one in self.questions.criteria())
        self.weights.show_shares(whole)
        self.questions.show_shares(whole)
        graded = self.grades_box.isVisibleTo(self) and self.grades_box.isChecked()
        self.grades_order.setVisible(graded)
        for name in ("minimum_gap_grades", "target_gap_grades"):
            self._gap_cells[name].setVisible(graded)

    def _quieten(self) -> None:
        for field in (*self.findChildren(QComboBox), *self.findChildren(QAbstractSpinBox)):
            field.removeEventFilter(self)
            field.installEventFilter(self)


def _titled(title: str, field: QWidget, note: str = "") -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    name = label(title, "caption", wrap=True)
    name.setBuddy(field)
    column.addWidget(name)
    column.addWidget(field)
    if note:
        column.addWidget(label(note, "muted_caption", wrap=True))
    if isinstance(field, QAbstractSpinBox):
        field.setMinimumWidth(current().px(88))
    return column


def _unless_same(value: float, given: float, digits: int) -> float:
    """The value of a field; exactly what was given where the field shows just that."""
    return given if round(given, digits) == round(value, digits) else float(value)
