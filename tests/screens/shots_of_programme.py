"""Pictures of the Programme page, three months on."""

from collections.abc import Iterator
from datetime import timedelta

from evening import ScreenContext
from PySide6.QtWidgets import QWidget

from mixer_app.domain.programme import ContactCheck, GoalState, HowOften
from mixer_app.services.answers import Answer, record_answer
from mixer_app.services.planning import current_plan
from mixer_app.services.programme import note_contact, programme
from mixer_app.ui.programme import ProgrammePage

_FARES = (
    ContactCheck(in_touch=True, how_often=HowOften.MONTHLY, goal=GoalState.PARTLY, goes_on=True),
    ContactCheck(in_touch=True, how_often=HowOften.ONCE, goal=GoalState.REACHED, goes_on=False),
    ContactCheck(in_touch=False, goal=GoalState.NOT_YET),
)


def shots(context: ScreenContext) -> Iterator[tuple[str, QWidget]]:
    """Nobody yet at first; then pairs that are due, and what some of them said."""
    page = context.go_to("programme")
    assert isinstance(page, ProgrammePage)
    context.settle()
    before = context.clock.now
    if not page.list.pairs.pairs:
        yield "programme-empty", context.window
        _answer(context)
    context.clock.now = before + timedelta(days=100)
    page.refresh()
    context.settle()
    yield "programme", context.window
    page.filter_control.set_key("done")
    page.filter_control.chosen.emit("done")
    context.settle()
    yield "programme-done", context.window
    context.clock.now = before


def _answer(context: ScreenContext) -> None:
    plan = context.database.read(current_plan, context.event.id)
    assert plan is not None
    said = {"station": context.station, "now": context.clock.now}
    for meeting in plan.introductions[:40:2]:
        for one, other in ((meeting.mentee_id, meeting.mentor_id), (meeting.mentor_id, meeting.mentee_id)):
            context.database.write(record_answer, context.event.id, one, other, Answer.YES, **said)
    pairs = context.database.read(programme, today=context.clock.now.date()).pairs
    for number, pair in enumerate(pairs[:12]):
        context.database.write(note_contact, pair.mentor_id, pair.mentee_id, _FARES[number % 3], **said)
