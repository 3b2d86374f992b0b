"""What a person does to the plan by hand: keys, buttons and the chip in the hand, all ending in one change."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from mixer_app.domain.errors import MixerError
from mixer_app.domain.plan_edits import EditKind, PlanEdit
from mixer_app.services.decided_pairs import DecidedPair
from mixer_app.ui.plan.board import Order
from mixer_app.ui.plan.carrying import Carrying
from mixer_app.ui.plan.editing import PlanEditing
from mixer_app.ui.plan.matrix_places import WHOLE
from mixer_app.ui.plan.plan_body import PlanBody
from mixer_app.ui.plan.subject import Subject

if TYPE_CHECKING:
    from mixer_app.services.editable_plan import EditablePlan

_NOT_LATEST = "Only the latest version can be changed. Go back to it first."
_PLANNING = "The plan is being made anew. Change it once it is there."
_COMPARING = "Two versions are compared. Close the comparison to change the plan."
_CHOOSE = "Choose a pair in the grid first."
_LOCKED = "This pair is locked. Unlock it first."


class HandEdits(QObject):
    """Joins the body of the page with what changes a plan."""

    complained = Signal(str)
    lift_asked = Signal(object)
    """The `DecidedPair`."""

    def __init__(self, body: PlanBody, editing: PlanEditing) -> None:
        super().__init__(body)
        self._body, self._editing = body, editing
        self._why_not = _NOT_LATEST
        self._decided: Sequence[DecidedPair] = ()
        self.carrying = Carrying(body.model, body.matrix, body, editing.open, self._why_not_carried)
        self._connect()
        self._add_keys()

    def _connect(self) -> None:
        body, panel = self._body, self._body.panel
        body.subject_shown.connect(self._show_subject)
        body.matrix.pressed.connect(self._editing_soon)
        body.toolbar.decided_asked.connect(self._show_decided)
        for view in (panel.pair_view, panel.seat_view):
            view.offers.taken.connect(self._editing.apply)
            view.offers.pointed.connect(self._point_at)
            view.together_asked.connect(self.bring_together)
        actions = panel.pair_actions
        actions.lock_asked.connect(self.lock)
        actions.free_asked.connect(self.free)
        actions.move_asked.connect(self.move)
        actions.never_asked.connect(self.never_pair)
        actions.weighed.connect(self._weigh)
        panel.seat_view.move_asked.connect(self.move)
        panel.meet_view.mentor_chosen.connect(self._weigh_meeting)
        panel.meet_view.together_asked.connect(partial(self._decide_meeting, EditKind.MUST_MEET))
        panel.meet_view.never_asked.connect(partial(self._decide_meeting, EditKind.FORBID))
        panel.decided_view.lift_asked.connect(self.lift_asked)
        self.carrying.dropped.connect(self._editing.apply)
        self.carrying.refused.connect(self.complained)
        self.carrying.began.connect(partial(body.toolbar.show_carrying, carrying=True))
        self.carrying.ended.connect(partial(body.toolbar.show_carrying, carrying=False))
        self._editing.failed.connect(self._take_failure)

    def _add_keys(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "L": self.lock,
            "Del": self.free,
            "M": self.move,
            "N": self.never_pair,
            "B": self.bring_together,
            **{str(number): partial(self._take_offer, number) for number in (1, 2, 3)},
        }
        for key, act in acts.items():
            shortcut = QShortcut(QKeySequence(key), self._body)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)

    def allow(self, *, is_latest: bool, planning: bool) -> None:
        """Whether the plan that is shown can be changed at all."""
        why_not = _PLANNING if planning else "" if is_latest else _NOT_LATEST
        if why_not != self._why_not:
            self._why_not = why_not
            if self._body.subject is not None and not self._body.panel.isHidden():
                self._show_subject(self._body.subject)

    def show_decided(self, pairs: Sequence[DecidedPair]) -> None:
        """What staff decided about pairs, by now."""
        self._decided = pairs
        self._body.toolbar.show_decided(len(pairs))
        if self._body.panel.shows(self._body.panel.decided_view):
            self._show_decided()

    # acts

    def lock(self) -> None:
        """Lock or unlock the chosen pair."""
        subject, board = self._pair(locked_too=True), self._body.board
        if subject is not None and subject.introduction is not None and board is not None:
            kind = EditKind.UNLOCK if board.is_locked(subject.introduction) else EditKind.LOCK
            self._editing.apply(PlanEdit(kind=kind, mentee_id=subject.mentee_id, round=subject.round))

    def free(self) -> None:
        """Free the chosen seat."""
        subject = self._pair()
        if subject is not None:
            self._editing.apply(PlanEdit(kind=EditKind.FREE, mentee_id=subject.mentee_id, round=subject.round))

    def never_pair(self) -> None:
        """Part the chosen pair for good."""
        subject = self._pair()
        if subject is not None and subject.introduction is not None:
            self._editing.apply(_about_pair(EditKind.FORBID, subject.mentee_id, subject.introduction.mentor_id))

    def move(self) -> None:
        """Pick the chosen chip up, or the wish of somebody who is free."""
        subject, body = self._body.subject, self._body
        if subject is None:
            self.complained.emit(_CHOOSE)
            return
        order = Order.BY_TABLE if subject.introduction is None else body.model.order
        if body.model.alone.attendee_id is not None:
            body.look_at(WHOLE, Order.BY_TABLE)
        elif order is not body.model.order:
            body.look_at(body.model.alone, order)
        body.matrix.setFocus(Qt.FocusReason.OtherFocusReason)
        self.carrying.pick_up(subject.mentee_id, subject.round)

    def bring_together(self) -> None:
        """Ask whom the chosen mentee should meet."""
        subject, board, shown = self._body.subject, self._body.board, self._body.shown
        if subject is None or board is None or shown is None:
            self.complained.emit(_CHOOSE)
        elif self._why_not:
            self.complained.emit(self._why_not)
        elif subject.mentee_id in board.people:
            self._body.panel.show_meeting(board.people[subject.mentee_id], shown.mentors)
            self._body.speak_of_nobody()
            self._editing.open()

    def _take_offer(self, number: int) -> None:
        self._body.panel.offers.take(number)

    def _pair(self, *, locked_too: bool = False) -> Subject | None:
        """The pair that an act is about; None, and why, where there can be none."""
        subject, board = self._body.subject, self._body.board
        if subject is None or subject.introduction is None or board is None:
            self.complained.emit(_CHOOSE)
            return None
        why_not = self._why_not_in(subject.round)
        if not why_not and not locked_too and board.is_locked(subject.introduction):
            why_not = _LOCKED
        if why_not:
            self.complained.emit(why_not)
            return None
        return subject

    def _why_not_in(self, number: int) -> str:
        board = self._body.board
        if self._why_not or self._body.comparing:
            return self._why_not or _COMPARING
        begun = board is not None and number <= board.held_rounds
        return f"Round {number} has begun and stays as it was." if begun else ""

    def _why_not_carried(self, mentee_id: int, number: int) -> str:
        board = self._body.board
        seat = board.seat_of(mentee_id, number) if board else None
        locked = board is not None and seat is not None and board.is_locked(seat)
        return self._why_not_in(number) or (_LOCKED if locked else "")

    # what the panel says

    def _show_subject(self, subject: Subject) -> None:
        panel, board = self._body.panel, self._body.board
        why_not = self._why_not_in(subject.round)
        title = f"Instead, in round {subject.round}" if subject.introduction else f"A seat in round {subject.round}"
        locked = board is not None and subject.introduction is not None and board.is_locked(subject.introduction)
        panel.pair_actions.show_pair(locked=locked, why_not=why_not)
        panel.pair_view.together_button.setEnabled(not why_not)
        panel.seat_view.allow(editing=not why_not)
        if why_not or locked:
            panel.offers.show_note(title, why_not or _LOCKED)
            return
        if self._editing.opened is None:
            panel.offers.show_waiting(title)
        self._editing.open(partial(self._show_offers, subject, title))

    def _show_offers(self, subject: Subject, title: str, opened: "EditablePlan") -> None:
        board, offers = self._body.board, self._body.panel.offers
        if self._body.subject != subject or board is None:
            return
        try:
            found = opened.offers(subject.mentee_id, subject.round)
        except MixerError as refusal:  # somebody who can no longer be planned for
            offers.show_note(title, str(refusal))
            return
        offers.show_offers(title, found, board, f"No other seat in round {subject.round} keeps every rule.")

    def _point_at(self, edit: PlanEdit | None) -> None:
        who = {edit.mentee_id, edit.other_id} - {0} if edit else set[int]()
        self._body.model.point_at({(person, edit.round) for person in who} if edit else set())

    def _weigh(self, kind: EditKind | None) -> None:
        """Say what freeing or parting would cost, before it is done."""
        subject, actions, opened = self._body.subject, self._body.panel.pair_actions, self._editing.opened
        if kind is None or subject is None or subject.introduction is None or opened is None:
            actions.say()
            return
        edit = _about_pair(kind, subject.mentee_id, subject.introduction.mentor_id)
        if kind is EditKind.FREE:
            edit = PlanEdit(kind=kind, mentee_id=subject.mentee_id, round=subject.round)
        try:
            price = opened.price(edit)
        except MixerError as refusal:
            actions.say(str(refusal), "bad")
            return
        actions.say(f"{price.sentence}.", str(price.tone))

    def _weigh_meeting(self, mentor_id: int) -> None:
        view, board = self._body.panel.meet_view, self._body.board
        if board is not None and mentor_id in board.people:
            view.show_mentor(board.people[mentor_id])
            self._editing.open(partial(self._show_meeting_price, view.mentee_id, mentor_id))

    def _show_meeting_price(self, mentee_id: int, mentor_id: int, opened: "EditablePlan") -> None:
        view = self._body.panel.meet_view
        if (view.mentee_id, view.mentor_id) != (mentee_id, mentor_id):
            return
        try:
            view.show_price(opened.price(_about_pair(EditKind.MUST_MEET, mentee_id, mentor_id)))
        except MixerError as refusal:
            view.show_refusal(str(refusal))

    def _decide_meeting(self, kind: EditKind) -> None:
        view = self._body.panel.meet_view
        if view.mentor_id:
            self._editing.apply(_about_pair(kind, view.mentee_id, view.mentor_id))

    def _show_decided(self) -> None:
        self._body.panel.show_decided(self._decided)
        self._body.speak_of_nobody()

    def _editing_soon(self) -> None:
        """A chip is pressed: open the plan before it is dragged."""
        if not self._why_not:
            self._editing.open()

    def _take_failure(self, sentence: str) -> None:
        self.carrying.put_back()
        self.complained.emit(sentence)


def _about_pair(kind: EditKind, mentee_id: int, mentor_id: int) -> PlanEdit:
    return PlanEdit(kind=kind, mentee_id=mentee_id, mentor_id=mentor_id)
