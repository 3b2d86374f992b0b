"""The foot of the rehearsal sheet: where it stands, and the buttons; it never scrolls."""

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from mixer_app.ui.widgets import PRIMARY, Button, ElidedLabel

_NOTE = "All of it happens on a copy in memory. Nothing is stored, and nobody is told."


class RehearsalFoot(QFrame):
    """A note, or stage and bar while evenings are held; Stop takes the place of Rehearse."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "sheet_foot")
        self.stage_label = ElidedLabel(_NOTE, "muted_caption")
        self.progress_bar = QProgressBar(textVisible=False)
        self.progress_bar.setRange(0, 1000)
        self.progress_bar.setAccessibleName("Rehearsing, how far")
        self.progress_bar.hide()
        self.close_button = Button("Close")
        self.close_button.setObjectName("leave_rehearsal_button")
        self.run_button = Button("Rehearse", kind=PRIMARY, icon_name="fast-forward")
        self.run_button.setObjectName("rehearse_button")
        self.stop_button = Button("Stop")
        self.stop_button.setObjectName("stop_rehearsal_button")
        self._build()

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.stage_label)
        words.addWidget(self.progress_bar)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(32, 12, 32, 12)
        self._row.setSpacing(16)
        self._acts = QStackedWidget()  # one as wide as the other, so that nothing moves under the pointer
        self._acts.addWidget(self.run_button)
        self._acts.addWidget(self.stop_button)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self._acts)
        self._row.addLayout(words, 1)
        self._row.addLayout(buttons)

    def set_narrow(self, narrow: bool) -> None:
        """Put the words above the buttons where both do not fit into a line."""
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def set_again(self, again: bool) -> None:
        """Whether there is a result already."""
        self.run_button.setText("Rehearse again" if again else "Rehearse")

    def begin(self) -> None:
        """Evenings are held from now on."""
        self.stage_label.setText("Looking who is expected")
        self.progress_bar.setValue(0)
        self.progress_bar.show()
        self._turn_to(self.stop_button)

    def show_progress(self, fraction: float, stage: str) -> None:
        """Say where it stands."""
        self.stage_label.setText(stage)
        self.progress_bar.setValue(round(fraction * 1000))

    def end(self, words: str = "") -> None:
        """No evening is held any more; `words` say why where it is not over."""
        self.stage_label.setText(words or _NOTE)
        self.progress_bar.hide()
        self._turn_to(self.run_button)

    def _turn_to(self, button: Button) -> None:
        had_focus = self.run_button.hasFocus() or self.stop_button.hasFocus()
        self._acts.setCurrentWidget(button)
        if had_focus:
            button.setFocus()
