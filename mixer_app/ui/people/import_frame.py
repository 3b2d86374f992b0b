"""Head and foot of the import sheet; they never scroll."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from mixer_app.domain.events import Event
from mixer_app.domain.imports import ImportPreview
from mixer_app.ui.people.import_words import ready_count, ready_words, rows_words
from mixer_app.ui.widgets import PRIMARY, Button, IconButton, label

NOTHING_YET = "Nothing changes until you import. One undo takes it all back."


class ImportHead(QFrame):
    """What the sheet is, into which event, and a thin bar while a file is read."""

    def __init__(self, event: Event, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_head")
        self.close_button = IconButton("x", "Close", key="Esc")
        self.close_button.setObjectName("close_import_button")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(3)
        self._bar.setAccessibleName("Reading")
        self._bar.hide()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label("Import registrations", "title"))
        words.addWidget(label(f"Into {event.name}, {event.date.day} {event.date:%B}", "muted_caption"))
        row = QHBoxLayout()
        row.setContentsMargins(32, 12, 24, 12)
        row.addLayout(words, 1)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._bar)
        self.setProperty("look", "sheet_head")

    def set_busy(self, *, on: bool) -> None:
        """Work has begun or ended; the bar appears only when it lasts."""
        if not on:
            self._bar.hide()

    def show_progress(self, fraction: float, _stage: str) -> None:
        """The work lasts: show how far it is."""
        self._bar.setRange(0, 1000)
        self._bar.setValue(round(fraction * 1000))
        self._bar.show()


class ImportFoot(QFrame):
    """The counts, Cancel, and the button with the number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_foot")
        self.setProperty("look", "sheet_foot")
        self.ready_label = label("", "body_strong")
        self.what_label = label("", "body")
        self.wait_label = label("", "body_strong", tone="warn")
        self.note_label = label(NOTHING_YET, "muted_caption", wrap=True)
        self.cancel_button = Button("Cancel")
        self.cancel_button.setObjectName("cancel_import_button")
        self.import_button = Button("Import", kind=PRIMARY)
        self.import_button.setObjectName("import_rows_button")
        self.import_button.setEnabled(False)
        counts = QHBoxLayout()
        counts.setSpacing(0)
        for part in (self.ready_label, self.what_label, self.wait_label):
            counts.addWidget(part)
        counts.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(counts)
        words.addWidget(self.note_label)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 12, 32, 12)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.import_button)

    def show_reading(self) -> None:
        """A preview is on its way; the counts that are shown are the old ones."""
        self.import_button.setEnabled(False)
        if not self.ready_label.text():
            self.ready_label.setText("Reading the file")

    def show_importing(self) -> None:
        """The import has begun."""
        self.import_button.setEnabled(False)
        self.note_label.setText("Importing. Cancel leaves everything as it was.")

    def show_preview(self, preview: ImportPreview) -> None:
        """Count what would go in."""
        ready, what, waiting = ready_words(preview.account)
        asked = any(file.question for file in preview.files)
        count = ready_count(preview.account)
        self.ready_label.setText("One question is open." if asked else ready if preview.files else "No file to import.")
        self.what_label.setText("" if asked else what)
        self.wait_label.setText("" if asked else waiting)
        first_warning = preview.account.warnings[0] if preview.account.warnings else ""
        self.note_label.setText(f"{NOTHING_YET} {first_warning}".strip())
        self.import_button.setText(f"Import {rows_words(count)}" if count and not asked else "Import")
        self.import_button.setEnabled(count > 0 and not asked)

    def show_failure(self, sentence: str) -> None:
        """Say why there is nothing to import."""
        self.ready_label.setText("This did not work.")
        self.what_label.setText("")
        self.wait_label.setText("")
        self.note_label.setText(sentence)
        self.import_button.setEnabled(False)

    def best_button(self) -> Button:
        """Where the cursor goes when nothing needs a look."""
        return self.import_button if self.import_button.isEnabled() else self.cancel_button
