"""The Programme page: pairs of all events at the left, the form of one at the right, the figures above."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mixer_app.domain.programme import ContactCheck, ContinuingPair, PairState, Programme
from mixer_app.domain.progress import Progress
from mixer_app.services.programme import figures_in_words, note_contact, programme, research_in_words
from mixer_app.services.words import counted
from mixer_app.ui.page import Page
from mixer_app.ui.programme.check_form import WIDTH, CheckForm
from mixer_app.ui.programme.pair_list import PairList
from mixer_app.ui.programme.words import STATE_WORDS, pair_names
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import Button, Card, EmptyState, PageHead, Segment, SegmentedControl, label

_ALL: Final = "all"
_BOTH_FROM: Final = 860  # px of the page at 100 %: list and form beside each other


class ProgrammePage(Page):
    """Over all events of the database, whichever is open."""

    place = "programme"
    title = "Programme"
    icon = "seal-check"

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self._programme: Programme | None = None
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Read the pairs anew; the filter, the current pair and what is being typed stay."""
        today = self.clock().astimezone().date()
        self.background.run(lambda _progress: self.database.read(programme, today=today), on_done=self._show)

    def first_focus(self) -> QWidget | None:
        return self.list if self._pages.currentIndex() else self.overview_button

    def regions(self) -> list[QWidget]:
        return [self.filter_control, self.list, self.form] if self._pages.currentIndex() else [self.empty_state]

    def _build(self) -> None:
        self.head = PageHead(self.title, "Pairs who would both like to stay in touch, asked after three months")
        self.filter_control = SegmentedControl([Segment(_ALL, "All")], name="Which pairs")
        self.figures_label = label("", "body", wrap=True)
        self.figures_label.setObjectName("figures_label")
        self.research_label = label(research_in_words(), "muted_caption", wrap=True)
        self.list = PairList()
        self.form = CheckForm()
        self.overview_button = Button("Go to the overview", icon_name="squares-four")
        self.overview_button.setObjectName("go_to_overview_button")
        self.empty_state = EmptyState(
            "seal-check",
            "No pairs yet",
            "Two who both said after an event that they would like to stay in touch stand here, and three months "
            "later it is time to ask them.",
            [self.overview_button],
        )
        self._assemble()

    def _assemble(self) -> None:
        margin = current().space.page_margin
        card = Card(margin=0)
        card.body.setContentsMargins(1, 8, 1, 8)
        card.body.addWidget(self.list)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.figures_label)
        left.addWidget(self.research_label)
        left.addWidget(self.filter_control, alignment=Qt.AlignmentFlag.AlignLeft)
        left.addWidget(card, 1)
        body = QWidget()
        self._middle = QHBoxLayout(body)
        self._middle.setContentsMargins(margin, 0, margin, 16)
        self._middle.setSpacing(24)
        self._middle.addLayout(left, 1)
        self._middle.addWidget(self.form)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.empty_state)
        self._pages.addWidget(body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.overview_button.clicked.connect(partial(self.go_to.emit, "overview", None))
        self.filter_control.chosen.connect(self._fill)
        self.list.pair_changed.connect(self.form.show_pair)
        self.list.form_wanted.connect(self.form.begin)
        self.form.save_wanted.connect(partial(self._save, self._saved))
        self.form.left.connect(partial(self._save, self._tell))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < current().px(_BOTH_FROM)
        self.form.setFixedWidth(current().px(WIDTH - 80 if narrow else WIDTH))

    def _show(self, known: Programme) -> None:
        self._programme = known
        self.note_read()
        self._pages.setCurrentIndex(1 if known.pairs or known.overall.matches else 0)
        self.figures_label.setText(figures_in_words(known.overall))
        due = (
            f"{counted(known.due, 'pair is', 'pairs are')} to be asked now"
            if known.due
            else "Nobody is to be asked now"
        )
        self.head.set_words(self.title, due)
        counts = {state: sum(pair.state is state for pair in known.pairs) for state in PairState}
        self.filter_control.set_segments(
            [
                Segment(_ALL, "All", note=str(len(known.pairs))),
                *(Segment(state.value, STATE_WORDS[state], note=str(counts[state])) for state in PairState),
            ]
        )
        self._fill()

    def _fill(self) -> None:
        if self._programme is None:
            return
        chosen = self.filter_control.key
        shown = [pair for pair in self._programme.pairs if chosen in (_ALL, pair.state.value)]
        self.list.show_pairs(shown)
        self.form.setVisible(bool(shown))

    def _save(
        self, then: Callable[[ContinuingPair, int | None], None], pair: ContinuingPair, check: ContactCheck
    ) -> None:
        now = self.clock()

        def work(_progress: Progress) -> int | None:
            return self.database.write(
                note_contact, pair.mentor_id, pair.mentee_id, check, station=self.station, now=now
            )

        self.background.run(work, on_done=partial(then, pair), on_failed=self._refused)

    def _saved(self, pair: ContinuingPair, entry: int | None) -> None:
        self._go_on(pair)
        self._tell(pair, entry)

    def _tell(self, pair: ContinuingPair, entry: int | None) -> None:
        if entry is not None:
            self.said.emit(f"Noted how {pair_names(pair)} fares.", entry)
            self.changed.emit()
        self.refresh()

    def _refused(self, sentence: str) -> None:
        self.failed.emit(sentence)

    def _go_on(self, pair: ContinuingPair) -> None:
        """To the next one that is due, so that a whole list is done from the keyboard."""
        shown = self.list.pairs.pairs
        at = next((row for row, one in enumerate(shown) if one == pair), len(shown))
        following = next((row for row in range(at + 1, len(shown)) if shown[row].state is PairState.DUE), None)
        if following is not None:
            self.list.setCurrentIndex(self.list.pairs.index(following))
            self.form.begin()
        else:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
