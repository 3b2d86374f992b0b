"""What is drawn by lot in each evening, and how many evenings there are."""

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from mixer_app.services.evening_dice import EveningRates
from mixer_app.services.many_evenings import MOST_EVENINGS, EveningsRequest
from mixer_app.services.rehearsal_ground import RehearsalGround
from mixer_app.services.words import counted
from mixer_app.ui.widgets import NumberField, label
from mixer_app.ui.widgets.titled import Titled

_FEW_EVENINGS_BELOW = 20


class RehearsalForm(QWidget):
    """Three rates, the number of evenings, and whether more mentors are tried."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        usual = EveningRates()
        self.people_label = label("", "muted", wrap=True)
        self.no_show_field = _percent("no_show_field", usual.no_show)
        self.late_field = _percent("late_field", usual.late)
        self.leave_field = _percent("leave_early_field", usual.leave_early)
        self.evenings_field = NumberField(EveningsRequest().evenings, least=1, most=MOST_EVENINGS)
        self.evenings_field.setObjectName("evenings_field")
        self.more_box = QCheckBox("Try one more mentor")
        self.more_box.setObjectName("more_mentors_box")
        self.more_box.setChecked(True)
        self._evenings = Titled("Evenings", self.evenings_field)
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 20, 24, 24)
        column.setSpacing(16)
        column.addWidget(self.people_label)
        column.addWidget(Titled("Do not come", self.no_show_field, note="Of those who are not here yet."))
        column.addWidget(
            Titled("Come late", self.late_field, note="Of those who come: once the first round has begun.")
        )
        column.addWidget(Titled("Leave early", self.leave_field, note="Before the last round, without a word."))
        column.addWidget(self._evenings)
        column.addWidget(self.more_box)
        column.addWidget(
            label(
                "Whoever it is, and of each kind that is short. This takes most of the time.",
                "muted_caption",
                wrap=True,
            )
        )
        column.addStretch(1)

    def request(self) -> EveningsRequest:
        """What is asked for."""
        rates = EveningRates(
            no_show=self.no_show_field.value() / 100,
            late=self.late_field.value() / 100,
            leave_early=self.leave_field.value() / 100,
        )
        return EveningsRequest(
            rates=rates, evenings=self.evenings_field.value(), more_mentors=self.more_box.isChecked()
        )

    def show_request(self, request: EveningsRequest) -> None:
        """Fill the fields with what was asked for before."""
        self.no_show_field.setValue(round(100 * request.rates.no_show))
        self.late_field.setValue(round(100 * request.rates.late))
        self.leave_field.setValue(round(100 * request.rates.leave_early))
        self.evenings_field.setValue(request.evenings)
        self.more_box.setChecked(request.more_mentors)

    def show_ground(self, ground: RehearsalGround) -> None:
        """Say who may come, and how many evenings suit so many people."""
        who = f"{counted(ground.mentors, 'mentor', 'mentors')} and {counted(ground.mentees, 'mentee', 'mentees')}"
        stay = "is here already, and stays" if ground.here == 1 else "are here already, and stay"
        here = f" {ground.here:,} of them {stay}." if ground.here else ""
        rounds = counted(ground.rounds_left, "round", "rounds")
        self.people_label.setText(f"{who} may come to {rounds}.{here}")
        few = ground.evenings < _FEW_EVENINGS_BELOW
        self._evenings.set_note(
            f"With so many people one evening takes a while: {ground.evenings} give a first answer." if few else ""
        )

    def set_busy(self, busy: bool) -> None:
        """Nothing is changed while the evenings are held."""
        for field in (self.no_show_field, self.late_field, self.leave_field, self.evenings_field, self.more_box):
            field.setEnabled(not busy)


def _percent(name: str, usual: float) -> NumberField:
    field = NumberField(round(100 * usual), least=0, most=90, suffix=" %")
    field.setSingleStep(5)
    field.setObjectName(name)
    return field
