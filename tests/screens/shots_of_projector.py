"""Pictures of the projector: every frame, dark and light, in Arabic, with every script, at 1080p, 4K and 1024 × 768."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from evening import ScreenContext
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from mixer_app.domain.evening import ActKind, LiveAct
from mixer_app.domain.evening_clock import evening_at, schedule_of
from mixer_app.domain.events import Event
from mixer_app.domain.projector import ProjectorState
from mixer_app.domain.projector_frames import countdown, notice, tables_head
from mixer_app.domain.table_pages import SeatLine, pages_of, sorted_lines
from mixer_app.ui.projector.tables import TablesShown
from mixer_app.ui.projector.view import Frame, ProjectorView

START = datetime.fromisoformat("2026-05-14T19:00:00+00:00")
EVENT = Event(
    id=1, name="Physician Leadership Forum 2027", starts_at=datetime(2026, 5, 14, 19, 0), rounds=5, minutes=12,
    break_minutes=3, created_at=START,
)  # fmt: skip
SIZES = {"light": (1920, 1080), "dark": (3840, 2160), "150": (1024, 768), "1024": (1280, 800)}
"""Of the pictures by the look of the list; the projector has a look of its own."""

NAMES = tuple(
    """
    Adaeze N.,Aiko Y.,Aleksander G.,Amina B.,Ana S.,Anders H.,Aroha N.,Baraka M.,Bo L.,Bùi Hạnh,Carmen R.,Chidi E.,
    Clara D.,Deepak S.,Dimitra P.,Emre Y.,Ewa K.,Farid A.,Fatima E.,Grace A.,Hannah C.,Hedda L.,Imani B.,Isabella C.,
    Jesús M.,José Á.,Jun W.,Kwame A.,Łukasz Ż.,Leilani K.,Lars Ø.,Mei L.,Mohammed Al-S.,Nia T.,Noor H.,Olena P.,
    Priya V.,Rania K.,Rohan D.,Sofía G.,Søren J.,Thandiwe Z.,Wanjiku M.,Yuki T.,Zoë v.
    """.strip()
    .replace(",\n    ", ",")
    .split(",")
)
SCRIPTS = tuple(
    """
    محمد ع.,فاطمة ا.,שרה כ.,王小明,佐藤 美咲,김서연,श्रीनिवास रा.,สมชาย จ.,አበበ ቢ.,Борис П.,Ελένη Κ.,თამარ ბ.,
    Maximiliana-Theodora F.,Ann S. K7M2-QX4B,தமிழ்ச்செல்வி மு.,Հայկ Հ.,ക്രിസ്റ്റിന ജെ.
    """.strip()
    .replace(",\n    ", ",")
    .split(",")
)


def shots(context: ScreenContext) -> Iterator[tuple[str, QWidget]]:
    """Every frame; the size goes with the look, as the sizes of the other pictures do."""
    look = "dark" if context.appearance.mode == "dark" else "light"
    look = "150" if context.appearance.scale > 1 else "1024" if context.window.width() < 1200 else look
    view = ProjectorView()
    view.resize(QSize(*SIZES[look]))
    every = dict(frames(view.names_per_page))
    for name, frame in every.items():
        view.set_look(light=False, accent="", logo="")
        view.mirrored = False
        view.show_frame(frame)
        yield f"projector-{name}", view
    view.set_look(light=True, accent="", logo="")
    for name in ("round", "tables", "message", "last-minute", "paused"):
        view.show_frame(every[name])
        yield f"projector-{name}-by-day", view
    view.set_look(light=False, accent="#8E24AA", logo="")
    for name in ("round", "tables"):
        view.show_frame(every[name])
        yield f"projector-{name}-own-colour", view
    view.mirrored = True
    for name in ("round", "scripts", "tables", "last-minute"):
        view.show_frame(every[name])
        yield f"projector-{name}-mirrored", view
    view.deleteLater()


def frames(per_page: int) -> Iterator[tuple[str, Frame]]:
    """Every state that the room can see."""
    usual = ProjectorState()
    told = ProjectorState(message="Please leave your glasses at the tables\nand take your badge home with you")
    between = 2 * 900 + 720 + 45
    for name, after, state, acts in (
        ("before", -18 * 60, usual, ()),
        ("round", 2 * 900 + 252, usual, ()),
        ("two-minutes", 2 * 900 + 601, usual, ()),
        ("last-minute", 2 * 900 + 683, usual, ()),
        ("zeros", 2 * 900 + 721, usual, ()),
        ("paused", 2 * 900 + 300, usual, ((ActKind.PAUSE, 2 * 900 + 260, 0),)),
        ("extended", 2 * 900 + 302, usual, ((ActKind.EXTEND, 2 * 900 + 300, 60),)),
        ("told", 2 * 900 + 252, told, ()),
        ("long-round", 30, usual, ((ActKind.EXTEND, 10, 6000),)),
        ("last-round", 4 * 900 + 100, usual, ()),
        ("break", between, usual, ()),
    ):
        yield name, countdown(EVENT, evening(after, *acts), state, venue)
    late = evening_at(schedule_of(EVENT), [], START + timedelta(minutes=1))
    yield "soon", countdown(EVENT, late, usual, venue)
    lines = numbered(NAMES)
    yield "tables", tables(evening(between), usual, lines, page=0, per_page=per_page)
    yield "tables-last-page", tables(evening(between + 100), usual, lines, page=1, per_page=per_page)
    yield (
        "tables-paused",
        tables(evening(between, (ActKind.PAUSE, between - 9, 0)), usual, lines, page=0, per_page=per_page),
    )
    yield "tables-told", tables(evening(between), told, lines, page=0, per_page=per_page)
    yield "scripts", tables(evening(between), usual, numbered(SCRIPTS), page=0, per_page=per_page)
    many = numbered([f"{name[:1]}{chr(97 + number % 26)}{name[1:]}" for number in range(133) for name in NAMES])
    yield "six-thousand", tables(evening(between), usual, many, page=131, per_page=per_page)
    yield "part", tables(evening(between), usual, many[:900], page=3, per_page=per_page, part=2, parts=3)
    codes = numbered([f"{number * 7919 % 8999 + 1000}" for number in range(40)])
    yield "codes", tables(evening(between), usual, codes, page=0, per_page=per_page)
    yield "over", notice(EVENT, evening(5 * 900), usual, venue)
    yield "message", notice(EVENT, evening(between), told, venue)


def evening(after: float, *acts: tuple[ActKind, float, int]):
    """The evening some seconds after the first round began; acts are (kind, when, seconds)."""
    done = [LiveAct(kind=ActKind.START, at=START, round=1, schedule=schedule_of(EVENT))] if after >= 0 else []
    done += [LiveAct(kind=kind, at=START + timedelta(seconds=at), round=1, seconds=more) for kind, at, more in acts]
    return evening_at(schedule_of(EVENT), done, START + timedelta(seconds=after), published=True)


def venue(moment: datetime) -> datetime:
    """The venue keeps UTC."""
    return moment.replace(tzinfo=None)


def numbered(labels) -> tuple[SeatLine, ...]:
    """People at tables, every eleventh with a break."""
    return tuple(
        SeatLine(number, label, None if number % 11 == 5 else number * 7 % 120 + 1)
        for number, label in enumerate(labels)
    )


def tables(
    now, state: ProjectorState, lines, *, page: int, part: int = 1, parts: int = 1, per_page: int
) -> TablesShown:
    """A page of the list."""
    pages = pages_of(sorted_lines(lines, "en"), "en", per_page=per_page, part=part, parts=parts)
    head = tables_head(now, state)
    return TablesShown(head=head, pages=pages, page=min(page, len(pages) - 1), share=0.62, part=parts > 1)
