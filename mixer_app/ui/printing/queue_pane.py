"""The print queue as a list: every badge and document with its state, and a way out of each trouble."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mixer_app.domain.print_jobs import JobState, PrintJob
from mixer_app.ui.printers import printer_menus
from mixer_app.ui.printers.badge_printer import BadgePrinter
from mixer_app.ui.printers.queue_words import STATE_ICONS, STATE_WORDS, job_name, job_place, job_sentence, printer_lines
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import Button, Card, ElidedLabel, EmptyState, IconButton, IconLabel, label, line, pop_up
from mixer_app.ui.widgets.flow_row import FlowRow


class JobRow(QFrame):
    """One job: state, whose badge, where, what is wrong, and the likely way out."""

    def __init__(self, job: PrintJob, titles: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.job = job
        icon, tone = STATE_ICONS[job.state]
        sentence = job_sentence(job)
        self.setAccessibleName(f"{job_name(job)}, {STATE_WORDS[job.state]}. {sentence}".strip())
        self._state = label(STATE_WORDS[job.state], "body_strong", tone=tone if tone in ("warn", "bad") else "")
        self._state.setObjectName("state_label")
        time = label(f"{job.changed_at.astimezone():%H:%M}", "muted")
        self.likely_button = Button(_likely(job), small=True)
        self.likely_button.setAccessibleName(f"{_likely(job)}: {job_name(job)}")
        self.more_button = IconButton("dots-three", f"More for {job_name(job)}", size=18, small=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(job_name(job), "body"))
        place = job_place(job, titles)
        words.addWidget(ElidedLabel(f"{place}. {sentence}" if sentence else place, "muted_caption"))
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(IconLabel(icon, tone, size=20))
        row.addWidget(self._state)
        row.addLayout(words, 1)
        row.addWidget(time)
        row.addWidget(self.likely_button)
        row.addWidget(self.more_button)
        self.likely_button.setVisible(bool(_likely(job)))  # not before they have a place: they would be windows
        gone = job.kept and job.state is JobState.CANCELLED
        self.more_button.setVisible(job.state is not JobState.DONE and not gone)
        self._fit_state()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the text scale changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit_state()

    def _fit_state(self) -> None:
        """All states have the same room, so that the names stand in one column."""
        metrics = QFontMetrics(current().font("body_strong"))
        self._state.setFixedWidth(max(metrics.horizontalAdvance(words) for words in STATE_WORDS.values()) + 2)


class QueuePane(QWidget):
    """This station's printer, and the queue of the event; knows the `BadgePrinter` once it was given."""

    def __init__(self, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Print queue")
        self._clock = clock
        self._printer: BadgePrinter | None = None
        self._shown: Sequence[PrintJob] | None = None
        self.rows: list[JobRow] = []
        self._build()

    def _build(self) -> None:
        self.printer_label = ElidedLabel("", "body_strong")
        self.state_label = ElidedLabel("", "muted_caption")
        self.choose_button = Button("Choose printer", icon_name="printer")
        self.choose_button.setObjectName("choose_printer_button")
        self.choose_button.clicked.connect(self._choose)
        self.retry_button = Button("", icon_name="arrow-clockwise")
        self.retry_button.setObjectName("retry_all_button")
        self.retry_button.clicked.connect(self._retry_all)
        self.test_button = Button("Test badge")
        self.test_button.setObjectName("test_page_button")
        self.test_button.clicked.connect(self._print_test_page)
        printer = QWidget()
        words = QVBoxLayout(printer)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(self.printer_label)
        words.addWidget(self.state_label)
        head = QHBoxLayout()
        head.setContentsMargins(24, 16, 16, 16)
        head.addWidget(FlowRow((printer,), at_end=(self.retry_button, self.test_button, self.choose_button)))
        self.retry_button.hide()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName("Jobs in the queue")
        card = Card(margin=0)
        card.body.setSpacing(0)
        card.body.addLayout(head)
        card.body.addWidget(line())
        card.body.addWidget(self._scroll, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def use_printer(self, printer: BadgePrinter) -> None:
        """Show the queue of this station's printer from now on."""
        self._printer = printer
        printer.queue_changed.connect(self.show_queue)
        printer.printer_state_changed.connect(self.show_queue)
        printer.printers_found.connect(self.show_queue)
        self.show_queue()

    def show_queue(self, news: object = None) -> None:
        """Show the queue as it is now; the list is built anew only when it has changed."""
        printer = self._printer
        if printer is None:
            return
        own = printer_lines(printer.queue, printer.chosen, printer.station, self._clock())[0]
        self.printer_label.setText(own.title)
        self.state_label.setText(own.sentence)
        self.test_button.setEnabled(bool(printer.printer))
        failed = len(self._failed())
        self.retry_button.setText(f"Retry all {failed:,} that failed")
        self.retry_button.setVisible(failed > 1)
        if printer.queue.jobs != self._shown:
            self._shown = printer.queue.jobs
            self._fill(printer)

    def _fill(self, printer: BadgePrinter) -> None:
        at = self._scroll.verticalScrollBar().value()
        titles = {job.printer: printer.title_of(job.printer) for job in printer.queue.jobs}
        titles |= {seen.printer: seen.title for seen in printer.queue.printers}
        self.rows = [JobRow(job, titles) for job in printer.queue.jobs]
        inside = QWidget()
        inside.setProperty("look", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in self.rows:
            row.likely_button.clicked.connect(partial(self._do_likely, row.job))
            row.more_button.clicked.connect(partial(self._offer, row))
            column.addWidget(row)
            column.addWidget(line())
        if not self.rows:
            what = "Badges of check-ins and documents that you print appear here."
            column.addWidget(EmptyState("printer", "Nothing to print", what), 1)
        else:
            column.addStretch(1)
        self._scroll.setWidget(inside)
        self._scroll.verticalScrollBar().setValue(at)

    def _failed(self) -> list[PrintJob]:
        """What did not come out at this station and can be printed again here."""
        printer = self._printer
        if printer is None:
            return []
        here = [job for job in printer.queue.jobs if job.station == printer.station]
        return [job for job in here if job.state is JobState.FAILED and printer.has_paper(job)]

    def _retry_all(self) -> None:
        for job in self._failed():
            if self._printer is not None:
                self._printer.retry(job.id)

    def _do_likely(self, job: PrintJob) -> None:
        if self._printer is None:
            return
        if job.state is JobState.UNKNOWN:
            self._printer.confirm(job.id)
        else:
            self._printer.retry(job.id)

    def _offer(self, row: JobRow) -> None:
        if self._printer is not None:
            pop_up(printer_menus.job_menu(self, row.job, self._printer), row.more_button)

    def _choose(self) -> None:
        if self._printer is not None:
            pop_up(printer_menus.printer_menu(self, self._printer), self.choose_button)

    def _print_test_page(self) -> None:
        if self._printer is not None:
            self._printer.print_test_page()


def _likely(job: PrintJob) -> str:
    return {JobState.FAILED: "Retry", JobState.UNKNOWN: "It came out"}.get(job.state, "")
