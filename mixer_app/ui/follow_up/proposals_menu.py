"""Who else could be proposed: a menu at the button that asked for it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from mixer_app.domain.referrals import Proposal
from mixer_app.ui.follow_up.words import proposal_words
from mixer_app.ui.widgets import menu, pop_up


def offer_proposals(
    beside: QWidget,
    choose: Callable[[Proposal], object],
    proposals: Sequence[Proposal],
    *,
    besides: Sequence[tuple[str, Callable[[], object]]] = (),
) -> None:
    """Show `proposals`, and what there is `besides`, below the button `beside`."""
    if not beside.isVisible():
        return  # whoever asked has gone on
    shown = menu(beside)
    for one in proposals:
        shown.addAction(proposal_words(one), partial(choose, one))
    if not proposals:
        shown.addAction("Nobody else can be proposed").setEnabled(False)
    for words, act in besides:
        shown.addAction(words, act)
    pop_up(shown, beside)
