"""Pictures of the Follow-up page: nothing yet, a sheet, a note, the longest names, the tables, the lock."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from random import Random

from evening import ScreenContext
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from mixer_app.domain.answers import Answer, AnswerSource
from mixer_app.domain.errors import MixerError
from mixer_app.domain.people import PersonName
from mixer_app.services.answer_sheets import answer_sheet
from mixer_app.services.answers import record_answer
from mixer_app.services.people import list_attendees
from mixer_app.services.planning import current_plan, publish
from mixer_app.services.referrals import refer, referral_terms
from mixer_app.ui.follow_up import FollowUpPage

LONGEST = PersonName(full="Prof. Dr. Maximiliane Freifrau von Hohenzollern-Sigmaringen-Schleswig")


def shots(context: ScreenContext) -> Iterator[tuple[str, QWidget]]:
    """A pile of sheets and what comes of it."""
    page = context.go_to("follow_up")
    assert isinstance(page, FollowUpPage)
    page.entry_card.show_nothing()
    page.frame.choose("enter")
    let_sheets_come_in(context)
    read(context, page)
    yield "follow_up_empty", context.window
    page.entry_card.scan(open_sheet(context))
    read(context, page)
    view = page.entry_card.view
    for key in (Qt.Key.Key_1, Qt.Key.Key_2):
        QTest.keyClick(view, key)
    read(context, page)
    yield "follow_up_sheet", context.window
    view.go_to(0)
    view.open_note()
    yield "follow_up_note", context.window
    view.open_also_met()
    yield "follow_up_also_met", context.window
    assert view.sheet is not None
    lines = tuple(replace(line, partner=LONGEST) for line in view.sheet.lines)
    view.show_sheet(replace(view.sheet, name=LONGEST, lines=lines), context.clock.now, opened=True)
    yield "follow_up_longest", context.window
    page.entry_card.scan(next(one.code for one in context.database.read(list_attendees, context.event.id) if one.here))
    read(context, page)
    yield "follow_up_differs", context.window
    for key in ("matches", "referrals", "summaries"):
        page.frame.choose(key)
        read(context, page)
        yield f"follow_up_{key}", context.window
    page.frame.matches.choose("without")
    page.frame.choose("matches")
    yield "follow_up_without", context.window
    page.frame.matches.choose("matched")
    read(context, page)
    page.frame.choose("enter")


def read(context: ScreenContext, page: FollowUpPage) -> None:
    """Wait for what the page reads beside."""
    page.refresh()
    for _ in range(200):
        if not context.background._orders and not page.outcome_work.soon.isActive():
            break
        QTest.qWait(50)
    context.settle()


def open_sheet(context: ScreenContext) -> str:
    """The code of somebody whose sheet is not in yet."""
    people = context.database.read(list_attendees, context.event.id)
    sheets = [context.database.read(answer_sheet, one.id) for one in people if one.here]
    return max(sheets, key=lambda sheet: (not sheet.answered, min(len(sheet.lines), 5))).code


def let_sheets_come_in(context: ScreenContext) -> None:
    """Two of three sheets are in, one of them also at the kiosk; some mentors pass somebody on."""
    database, event = context.database, context.event
    plan = database.read(current_plan, event.id)
    if plan is None or any(database.read(answer_sheet, one).answered for one in plan.mentor_ids):
        return
    if plan.published_at is None:
        database.write(publish, plan.id, station=context.station, now=context.clock.now)
    dice = Random(3)
    terms = database.read(referral_terms, event.id)
    people = [one for one in database.read(list_attendees, event.id) if one.here]
    for number, person in enumerate(people[: 2 * len(people) // 3]):
        at = context.clock.now + timedelta(seconds=number)
        for line in database.read(answer_sheet, person.id).lines:
            answer = dice.choice([Answer.YES, Answer.YES, Answer.NO, Answer.NOT_MET])
            for source in (AnswerSource.KIOSK, AnswerSource.PAPER) if number == 0 else (AnswerSource.PAPER,):
                said = Answer.NO if source is AnswerSource.KIOSK else answer
                database.write(
                    record_answer, event.id, person.id, line.partner_id, said,
                    source=source, station=context.station, now=at,
                )  # fmt: skip
    for number, mentor in enumerate([one for one in people if one.role.hosts][:5]):
        for line in database.read(answer_sheet, mentor.id).lines[:1]:
            try:
                database.write(
                    refer, event.id, line.partner_id, from_id=mentor.id, wanted=terms[number],
                    station=context.station, now=context.clock.now,
                )  # fmt: skip
            except MixerError as refusal:
                context.failures.append(str(refusal))
