"""For whom, and on what."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mixer_app.domain.stock import Flip
from mixer_app.services.paper import Document, DocumentOptions
from mixer_app.services.paper_facts import PaperFacts
from mixer_app.ui.badges.design_cards import DESIGN_WORDS
from mixer_app.ui.printing.choice import PrintChoice, Who, people_for
from mixer_app.ui.printing.chosen_people import ChosenPeople
from mixer_app.ui.printing.documents import DOCUMENTS
from mixer_app.ui.printing.format_options import WITH_FORMAT, FormatOptions
from mixer_app.ui.printing.label_options import LabelOptions
from mixer_app.ui.printing.option_part import option_part
from mixer_app.ui.printing.round_options import RoundOptions
from mixer_app.ui.printing.version_options import VersionOptions
from mixer_app.ui.widgets.buttons import Button
from mixer_app.ui.widgets.combos import ElidedCombo
from mixer_app.ui.widgets.labels import label


class PrintOptions(QWidget):
    """The choices that the document offers; those that it does not are not there."""

    changed = Signal()
    versions_changed = Signal()
    """Other versions are to be compared: whom the slips are for has to be read first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = Document.BADGES
        self._facts: PaperFacts | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.purpose_label = label(DOCUMENTS[self._document].purpose, "muted_caption", wrap=True)
        self.who_combo = ElidedCombo("who_combo")
        self.chosen_people = ChosenPeople()
        self.labels = LabelOptions()
        self.design_button = Button("Design badges", icon_name="identification-badge")
        self.design_button.setObjectName("design_badges_button")
        self._design_note = label("", "muted_caption")
        self.saved_for_combo = ElidedCombo("saved_for_combo")
        self.rounds = RoundOptions()
        self.versions = VersionOptions()
        self.formats = FormatOptions()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.purpose_label)
        column.addSpacing(8)
        column.addWidget(self.rounds)
        column.addWidget(self.versions)
        column.addWidget(self.formats)
        self._who_part = option_part("For", self.who_combo, column, below=self.chosen_people)
        self._design_part = option_part("Design", self.design_button, column, below=self._design_note)
        column.addWidget(self.labels)
        self._saved_for_part = option_part("Saved PDF is for", self.saved_for_combo, column)
        self._saved_for_part.hide()
        column.addStretch(1)

    def _connect(self) -> None:
        self.who_combo.activated.connect(self._take_who)
        self.labels.changed.connect(self.changed)
        self.chosen_people.changed.connect(self.changed)
        self.rounds.changed.connect(self.changed)
        self.formats.changed.connect(self.changed)
        self.versions.changed.connect(self.versions_changed)

    @property
    def who(self) -> Who:
        """For whom to print."""
        return self.who_combo.currentData() or Who.EVERYONE

    def people(self) -> frozenset[int]:
        """The attendees whom the document is printed for."""
        if self._facts is None:
            return frozenset()
        return people_for(self._facts, self._document, self.who, self.chosen_people.ids)

    def choice(self) -> PrintChoice:
        """Everything that was chosen."""
        words = DOCUMENTS[self._document]
        return PrintChoice(
            document=self._document,
            labels=self.labels.choice() if words.on_labels else None,
            attendee_ids=self.people() if words.for_people and self.who is not Who.EVERYONE else None,
            options=self._document_options(),
        )

    @property
    def saved_for(self) -> str:
        """The printer that a saved PDF is corrected for; empty: it is not."""
        return self.saved_for_combo.currentData() or ""

    def show_corrected(self, printers: Mapping[str, str]) -> None:
        """Offer to save for one of these printers, which are corrected: their names and what people call them."""
        kept = self.saved_for
        self.saved_for_combo.clear()
        self.saved_for_combo.addItem("Any printer", "")
        for name, title in printers.items():
            self.saved_for_combo.addItem(title, name)
        self.saved_for_combo.setCurrentIndex(max(0, self.saved_for_combo.findData(kept)))
        self._saved_for_part.setVisible(bool(printers))

    def count(self) -> int:
        """How many sheets, cards or lines the choice makes."""
        if self._facts is None:
            return 0
        if self._document is Document.ROUND_SHEETS:
            return self.rounds.count
        chosen = self.choice().attendee_ids
        return self._facts.counts[self._document] if chosen is None else len(chosen)

    @property
    def two_sided(self) -> Flip:
        """How the sheets are turned where the pages of the document are fronts and backs."""
        if self._document is Document.BADGES:
            return self.labels.choice().flip
        if self._document is Document.MATCH_SHEETS:
            return self.formats.sheet.flip
        names = self._document is Document.ROUND_SHEETS and self.rounds.names_box.isChecked()
        return Flip.LONG_EDGE if names else Flip.NONE

    def _document_options(self) -> DocumentOptions | None:
        if self._document is Document.ROUND_SHEETS:
            return self.rounds.options()
        if self._document in WITH_FORMAT:
            return self.formats.options()
        if self._document is Document.CHANGE_SLIPS and self._facts is not None:
            return DocumentOptions(versions=self._facts.versions)
        return None

    def show_facts(self, facts: PaperFacts) -> None:
        """Offer the people there are."""
        self._facts = facts
        self.labels.show_stocks(facts.stocks)
        self.labels.backs.show_settings(facts.settings, plan_is_out=facts.plan_is_out)
        self.chosen_people.set_people(facts.attendees)
        self.rounds.show_facts(facts)
        self.versions.show_facts(facts)
        self._design_note.setText(DESIGN_WORDS.get(facts.settings.badge_design, facts.settings.badge_design))
        self._fit_who()

    def show_document(self, document: Document) -> None:
        """Offer what can be chosen for `document`."""
        self._document = document
        words = DOCUMENTS[document]
        self.purpose_label.setText(words.purpose)
        self.rounds.setVisible(document is Document.ROUND_SHEETS)
        self.versions.setVisible(document is Document.CHANGE_SLIPS)
        self.formats.show_document(document)
        self._who_part.setVisible(words.for_people)
        self.labels.show_document(document)
        self._design_part.setVisible(document is Document.BADGES)
        self._fit_who()

    def choose_people(self, attendee_ids: Collection[int]) -> None:
        """Print for these people."""
        self.chosen_people.choose(attendee_ids)
        self._fit_who()
        self.who_combo.setCurrentIndex(self.who_combo.findData(Who.CHOSEN))
        self.chosen_people.show()

    def _fit_who(self) -> None:
        """Each choice with its number; not printed yet is for badges."""
        if self._facts is None:
            return
        kept = self.who
        offered = [who for who in Who if who is not Who.NEW or self._document is Document.BADGES]
        with QSignalBlocker(self.who_combo):
            self.who_combo.clear()
            for who in offered:
                number = len(people_for(self._facts, self._document, who, self.chosen_people.ids))
                self.who_combo.addItem(who.value if who is Who.CHOSEN else f"{who.value}, {number:,}", who)
            self.who_combo.setCurrentIndex(max(0, self.who_combo.findData(kept)))
        self.chosen_people.setVisible(self.who is Who.CHOSEN)

    def _take_who(self) -> None:
        self.chosen_people.setVisible(self.who is Who.CHOSEN)
        self.changed.emit()
