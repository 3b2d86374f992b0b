"""The Print page: choose a document, see its real pages, print or save them."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QSettings
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mixer_app.domain.events import Event
from mixer_app.domain.file_names import file_title
from mixer_app.domain.print_jobs import PrintQueue
from mixer_app.domain.staff_roles import StaffAct
from mixer_app.domain.stock import Stock
from mixer_app.services.paper import Document
from mixer_app.services.paper_facts import PaperFacts, paper_facts
from mixer_app.ui.badges.opening import open_designer
from mixer_app.ui.lock.locked_page import LOCKED
from mixer_app.ui.page import Page
from mixer_app.ui.printers.badge_printer import BadgePrinter
from mixer_app.ui.printers.paper_file import PaperFile
from mixer_app.ui.printing.calibrating import Calibrating
from mixer_app.ui.printing.choice import PrintChoice
from mixer_app.ui.printing.documents import DOCUMENTS, counted
from mixer_app.ui.printing.nothing import Nothing, nothing_to_print
from mixer_app.ui.printing.outlet import Outlet
from mixer_app.ui.printing.own_stock import OwnStockWork
from mixer_app.ui.printing.paper_maker import PaperMaker
from mixer_app.ui.printing.print_dialog import PaperToPrint, PrintAnswer, PrintAsker, ask_how_to_print
from mixer_app.ui.printing.print_view import PrintView
from mixer_app.ui.printing.queue_pane import QueuePane
from mixer_app.ui.printing.save_dialog import FileChooser, ask_for_file
from mixer_app.ui.printing.writing import PrintWriting, TakenLabels

if TYPE_CHECKING:
    from mixer_app.ui.badges.designer import BadgeDesigner

_GO_TO: Final = {"people": "Go to People", "plan": "Go to Plan", LOCKED: "Unlock"}


class PrintPage(Page):
    """Everything on paper; `ask_printer` and `choose_file` ask the person."""

    place: ClassVar[str] = "print"
    title: ClassVar[str] = "Print"
    icon: ClassVar[str] = "printer"

    def __init__(
        self,
        *,
        ask_printer: PrintAsker = ask_how_to_print,
        choose_file: FileChooser = ask_for_file,
        **arguments: Any,
    ) -> None:
        super().__init__(**arguments)
        self.calibrating = Calibrating(self, choose_file, self._show_corrected)
        self.outlet = Outlet(self.background, ask_printer, choose_file, self)
        self.queue: QueuePane | None = None
        self.designer: BadgeDesigner | None = None
        self._facts: PaperFacts | None = None
        self._wanted: PrintChoice | None = None
        self._whole = True  # all pages of the document can be looked at
        self._go_place = "people"
        self._build()
        self._connect()

    def _build(self) -> None:
        self.view = PrintView(self)
        self.maker = PaperMaker(self.database, self.background, self.clock, self)
        self.own_stock = OwnStockWork(self)
        self.writing = PrintWriting(self)
        self.view.set_ready(False)
        self.view.options.show_document(Document.BADGES)
        self.view.bar.show_page(0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def _connect(self) -> None:
        view, maker = self.view, self.maker
        view.documents.document_chosen.connect(self._show_document)
        view.options.changed.connect(self._make)
        view.options.versions_changed.connect(self.refresh)
        view.options.design_button.clicked.connect(self.design_badges)
        view.preview.page_asked.connect(maker.pictures.draw)
        view.preview.page_turned.connect(self._tell_page)
        view.preview.zoomed.connect(view.bar.show_zoom)
        view.preview.label_marked.connect(view.options.labels.mark)
        view.options.labels.own_stock_asked.connect(self._describe_stock)
        view.options.labels.test_page_asked.connect(self._calibrate)
        view.options.labels.backs.content_chosen.connect(self._save_back)
        view.bar.turn_asked.connect(view.preview.turn)
        view.bar.zoom_asked.connect(view.preview.zoom)
        view.go_button.clicked.connect(self._go)
        view.print_button.clicked.connect(self.print_document)
        view.save_button.clicked.connect(self.save_document)
        view.progress.cancel_button.clicked.connect(self._cancel)
        maker.begun.connect(self._show_pages)
        maker.made.connect(self._show_paper)
        maker.failed.connect(self._show_failure)
        maker.progressed.connect(view.progress.show_progress)
        maker.pictures.page_drawn.connect(view.preview.show_page)
        self.outlet.said.connect(self._say)
        self.outlet.failed.connect(self.failed)
        self.outlet.queued.connect(self._note_queued)
        for key, act in (("Ctrl+P", self.print_document), ("Ctrl+S", self.save_document)):
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def show_event(self, event: Event) -> None:
        """Show what there is to print for another event."""
        if self.event_shown is None or self.event_shown.id != event.id:
            self._facts = None
            self.view.options.versions.forget()
            self.maker.stop()
        super().show_event(event)

    def refresh(self) -> None:
        """See who there is to print for; the preview follows if that has changed."""
        if self.event_shown is None:
            return
        event_id, now, versions = self.event_shown.id, self.clock(), self.view.options.versions.chosen
        self.background.run(
            lambda progress: self.database.read(paper_facts, event_id, now=now, versions=versions),
            on_done=self._take_facts,
        )

    def show_target(self, target: object) -> None:
        """Show a document: `target` is a choice, attendee ids (their badges), the name of a document, or `queue`."""
        if target == "queue":
            self._show_queue(on=True)
        elif isinstance(target, str):
            self.view.documents.choose(Document(target))
        elif isinstance(target, PrintChoice):
            self._wanted = target
            self._choose_wanted()
        elif isinstance(target, Collection):
            ids = frozenset(each for each in target if isinstance(each, int))
            self._wanted = PrintChoice(document=Document.BADGES, attendee_ids=ids)
            self._choose_wanted()

    def use_printer(self, printer: BadgePrinter) -> None:
        """Print through this station's queue, show it, and measure its printers."""
        self.calibrating.use_printer(printer)
        self._show_corrected()
        self.outlet.use_printer(printer)
        self.queue = QueuePane(self.clock, self)
        self.queue.hide()
        self.queue.use_printer(printer)
        self.view.queue_button.show()
        self.view.queue_button.toggled.connect(self._show_queue)
        printer.queue_changed.connect(self._tell_queue)

    def take_access(self) -> None:
        """What came of the answers is on paper, and on the screen, for those alone who may print it."""
        self._make()

    def use_settings(self, settings: QSettings | None) -> None:
        """Keep there which labels are used."""
        self.view.options.labels.use_settings(settings)
        self.calibrating.use_settings(settings)
        self._show_corrected()

    def design_badges(self) -> None:
        """Open the sheet on which badges are designed; the preview follows once it is applied."""
        if not self.access.ask(StaffAct.DESIGN_BADGES):
            return
        self.designer = open_designer(self, self.view.options.labels.stock)

    def first_focus(self) -> QWidget | None:
        """The list of documents."""
        return self.view.documents.rows[self.view.documents.document]

    def regions(self) -> list[QWidget]:
        """Head, documents, choices, preview."""
        view = self.view
        return [view.head, view.documents, view.options, view.preview]

    def print_document(self) -> None:
        """Ask for a printer and queue the pages there."""
        paper = self.maker.paper
        if paper is not None:
            taken = TakenLabels(self.view.options.choice().labels, paper.report.labels)
            self.outlet.send(paper, self._offered(paper), self.window(), taken)

    def save_document(self) -> None:
        """Ask for a file and write the PDF there."""
        if self.maker.paper is not None and self.event_shown is not None:
            title = DOCUMENTS[self.view.documents.document].title.lower()
            self.outlet.save(
                self.maker.paper,
                f"{file_title(self.event_shown.name)}, {title}.pdf",
                self.window(),
                correction=self.calibrating.corrections.of(self.view.options.saved_for),
            )

    def _take_facts(self, facts: PaperFacts) -> None:
        view, wanted_stock = self.view, self.own_stock.take_chosen()
        self.note_read()
        if facts == self._facts:
            return
        self._facts = facts
        view.head.set_words("Print", f"{len(facts.attendees):,} registered" if facts.attendees else "")
        view.documents.show_facts(facts)
        view.options.show_facts(facts)
        if any(stock.name == wanted_stock for stock in facts.stocks):
            view.options.labels.choose_stock(wanted_stock)
        self._choose_wanted()
        self._make()

    def _choose_wanted(self) -> None:
        if self._wanted is not None and self._facts is not None:
            wanted, self._wanted = self._wanted, None
            self.view.documents.choose(wanted.document)
            if wanted.attendee_ids is not None:
                self.view.options.choose_people(wanted.attendee_ids)
            self._make()

    def _show_document(self, document: Document) -> None:
        self.view.options.show_document(document)
        self.view.preview.page = 0
        self._make()

    def _make(self) -> None:
        """Write what is chosen now, or say why there is nothing to write."""
        facts, event = self._facts, self.event_shown
        if facts is None or event is None:
            return
        choice = self.view.options.choice()
        self.view.set_ready(False)
        self.view.progress.hide()
        if nothing := nothing_to_print(facts, choice, self.access.may):
            self._say_empty(nothing)
            self.maker.stop()
            return
        labels = choice.labels
        stock = self.view.options.labels.stock if labels is not None else None
        self.view.show_preview()
        if self.maker.paper is None:
            self.view.preview.show_outline((stock.page_width, stock.page_height) if stock else None)
        if labels is None:
            self.view.preview.show_labels(None)
        else:
            self.view.preview.show_labels(stock, labels.start_at, labels.used)
        self.maker.make(event.id, choice, page=self.view.preview.page)

    def _say_empty(self, nothing: Nothing) -> None:
        self._go_place = nothing.place
        self.view.show_empty(nothing.title, nothing.sentence, _GO_TO.get(nothing.place, ""))

    def _show_pages(self, paper: PaperFile, width_mm: float, height_mm: float) -> None:
        """Show the pages that there are; the first ones are looked at while the rest is written."""
        view = self.view
        view.preview.show_paper(paper.pages, width_mm, height_mm)
        self._whole = paper.report.whole
        view.bar.count_label.setText(self._account(view.documents.document, paper))
        self._tell_page(view.preview.page)

    def _show_paper(self, paper: PaperFile, width_mm: float, height_mm: float) -> None:
        view = self.view
        view.progress.hide()
        view.problems.show_sentences([*paper.report.not_printed, *paper.report.remarks])
        self._show_pages(paper, width_mm, height_mm)
        view.set_ready(paper.pages > 0)

    def _account(self, document: Document, paper: PaperFile) -> str:
        things = counted(document, self.view.options.count())
        pages = f"{paper.pages:,} {'page' if paper.pages == 1 else 'pages'}"
        return f"{things} on {pages}" if paper.report.whole else things

    def _show_failure(self, sentence: str) -> None:
        self.view.progress.hide()
        self._go_place = ""
        self.view.show_empty("This cannot be printed now", sentence, "Try again")

    def _show_queue(self, on: bool) -> None:
        self.view.show_queue(self.queue if on else None)

    def _tell_queue(self, queue: PrintQueue) -> None:
        number = len(queue.troubled)
        self.view.queue_button.setText(f"Queue, {number:,} to look at" if number else "Queue")

    def _say(self, sentence: str) -> None:
        self.said.emit(sentence, None)

    def _tell_page(self, page: int) -> None:
        self.view.bar.show_page(page, self.view.preview.pages, whole=self._whole)

    def _describe_stock(self, stock: Stock | None) -> None:
        if self.access.ask(StaffAct.KEEP_STOCK):
            self.own_stock.open_sheet(stock)

    def _save_back(self, changes: dict[str, Any]) -> None:
        if self.access.ask(StaffAct.DESIGN_BADGES):
            self.writing.save_settings(changes)
        elif self._facts is not None:
            self.view.options.show_facts(self._facts)  # as it is

    def _calibrate(self) -> None:
        stock = self.view.options.labels.stock
        if stock is not None and self._facts is not None:
            self.calibrating.open_sheet(list(self._facts.stocks), stock)

    def _show_corrected(self) -> None:
        self.view.options.show_corrected(self.calibrating.corrected())

    def _go(self) -> None:
        if self._go_place:
            self.go_to.emit(self._go_place, None)
        else:
            self._make()

    def _cancel(self) -> None:
        self.maker.stop()
        self._go_place = ""
        self.view.show_empty("Cancelled", "Nothing was printed.", "Show the pages")
        self.view.progress.hide()

    def _offered(self, paper: PaperFile) -> PaperToPrint:
        """The paper as the printers are asked to take it."""
        document = self.view.documents.document
        options = self.view.options
        return PaperToPrint(
            title=counted(document, options.count()),
            pages=paper.pages,
            two_sided=options.two_sided,
            badges=options.people() if document is Document.BADGES else frozenset(),
        )

    def _note_queued(self, answer: PrintAnswer, taken: TakenLabels) -> None:
        """The next print goes on behind these labels; not where the last sheet was not among the pages."""
        if taken.labels is not None and answer.to_the_end:
            self.view.options.labels.note_printed(taken.labels, taken.drawn_on)
            self._make()
