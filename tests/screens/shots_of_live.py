"""Pictures of Live: before, running, paused, with people missing, reseated, between rounds, over."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import cycle

from evening import ScreenContext
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from mixer_app.domain.evening import ActKind
from mixer_app.domain.people import PersonName
from mixer_app.domain.room import Presence, TableState
from mixer_app.services.check_in import check_in
from mixer_app.services.evening import act_on_evening
from mixer_app.services.people import list_attendees
from mixer_app.services.presence import close_table, note_presence
from mixer_app.services.room import read_room
from mixer_app.store.live_acts import acts_of, set_undone
from mixer_app.ui.live import LivePage

LONGEST = (
    "Prof. Dr. Maximiliane Freifrau von Hohenzollern-Sigmaringen-Schleswig",
    "Wolfeschlegelsteinhausenbergerdorff",
    "Navaratna Rajaratnam Venkatanarasimharajuvaripeta Subrahmanyam",
)


def shots(context: ScreenContext) -> Iterator[tuple[str, QWidget]]:
    """An evening from its start to its end; what was done to the clock is taken back before the next look."""
    begun = context.clock.now
    page = context.go_to("live")
    assert isinstance(page, LivePage)
    body = page.body
    yield "live_before", _after(context, 0)
    _act(context, ActKind.START)
    _let_it_go_wrong(context)
    yield "live_missing", _after(context, 252)
    body.room.choose(next(tile.table.number for tile in body.room.tiles))
    yield "live_table", context.window
    body.room.choose(None)
    _act(context, ActKind.PAUSE)
    yield "live_paused", _after(context, 10)
    _act(context, ActKind.RESUME)
    page.reseating.look()
    context.settle()
    yield "live_reseat", context.window
    late = next(one for one in context.database.read(list_attendees, context.event.id) if not one.here)
    context.database.write(check_in, context.event.id, late.code, station="Desk 2", now=context.clock.now)
    yield "live_stale", _after(context, 5)
    page.reseating.look()
    context.settle()
    body.reseat.print_box.setChecked(False)
    QTest.mouseClick(body.reseat.apply_button, Qt.MouseButton.LeftButton)
    yield "live_applied", _after(context, 5)
    context.window.live_clock.came_back_at = context.clock.now
    yield "live_back", _after(context, 40)
    context.window.live_clock.came_back_at = None
    yield "live_large", _large_room(context, page)
    yield "live_break", _after(context, 8 * 60)
    yield "live_over", _after(context, 4 * 3600)
    _take_all_back(context)
    context.clock.now = begun
    _after(context, 0)


def _let_it_go_wrong(context: ScreenContext) -> None:
    """A mentor and a mentee leave, two are missing, three come late, a table rests."""
    room = context.database.read(read_room, context.event.id, now=context.clock.now)
    seated = [table for table in room.tables if table.mentor and table.mentees]
    noted = [(seated[7].mentor, Presence.GONE), (seated[2].mentees[0], Presence.GONE)]
    noted += [(seated[number].mentees[0], Presence.MISSING) for number in (4, 5)]
    for seat, presence in noted:
        assert seat is not None
        context.database.write(
            note_presence, context.event.id, seat.attendee.id, presence,
            round_number=1, station=context.station, now=context.clock.now,
        )  # fmt: skip
    late = [person for person in context.database.read(list_attendees, context.event.id) if not person.here][:3]
    for number, person in enumerate(late):
        at = context.clock.now + timedelta(minutes=number)
        context.database.write(check_in, context.event.id, person.code, station=context.station, now=at)
    context.database.write(
        close_table, context.event.id, seated[8].number, from_round=2, station=context.station, now=context.clock.now
    )


def _large_room(context: ScreenContext, page: LivePage) -> QWidget:
    """A hundred tables, and the longest names that there may be; shown, and not stored."""
    room = context.database.read(read_room, context.event.id, now=context.clock.now)
    full = [table for table in room.tables if table.state is TableState.FULL] * 5
    lacking = [table for table in room.tables if table.state in (TableState.LACKING, TableState.NO_MENTOR)]
    tables = [replace(table, number=number) for number, table in enumerate([*full[: 100 - len(lacking)], *lacking], 1)]
    names = cycle(LONGEST)
    missing = tuple(
        replace(one, seat=replace(one.seat, attendee=replace(one.seat.attendee, name=PersonName(full=next(names)))))
        for one in room.missing * 3
    )
    page._take_room(replace(room, tables=tuple(tables), missing=missing))
    context.settle()
    return context.window


def _act(context: ScreenContext, kind: ActKind) -> None:
    context.database.write(
        act_on_evening, context.event.id, kind, round_number=1, station=context.station, now=context.clock.now
    )


def _after(context: ScreenContext, seconds: int) -> QWidget:
    context.clock.now += timedelta(seconds=seconds)
    context.window.live_clock.look()
    context.window.page("live").refresh()
    context.settle()
    context.window.live_clock.tick()
    context.settle()
    return context.window


def _take_all_back(context: ScreenContext) -> None:
    """The clock is as before the evening."""
    for act in context.database.read(acts_of, context.event.id):
        context.database.write(set_undone, act.id, undone=True)
