"""What stands on the back of a badge: one's own tables, once the plan is out, and never a partner's name."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Plan
from mixer_app.domain.staff_settings import BackOfBadge, EventSettings
from mixer_app.domain.stock import Flip
from mixer_app.services.badge_paper import BadgePaper
from mixer_app.services.badge_queue import queue_badge
from mixer_app.services.paper import Document, LabelChoice, print_document
from mixer_app.services.paper_contents import badge_faces
from mixer_app.services.planning import publish
from mixer_app.services.settings import change_event_settings

TEXT = "Wi-Fi: guests, no password"


@pytest.fixture
def choose(database: Any, event: Event, now: datetime) -> Callable[..., None]:
    """Change the event's settings."""

    def change(**chosen: Any) -> None:
        wanted = replace(EventSettings(badge_back_text=TEXT), **chosen)
        database.write(change_event_settings, event.id, wanted, station="Control", now=now)

    return change


def backs(database: Any, event: Event) -> dict[str, Any]:
    return {face.code: face.back for face in database.read(badge_faces, event.id, None, backs=True)}


def test_before_the_plan_is_out_everybody_has_the_text(
    database: Any, event: Event, room: list[Attendee], plan_now: Callable[..., Plan], choose: Callable[..., None]
) -> None:
    choose()
    plan_now()
    assert {back.text for back in backs(database, event).values()} == {TEXT}


def test_once_it_is_out_each_has_the_own_tables_and_nobody_else(
    database: Any,
    event: Event,
    room: list[Attendee],
    add: Callable[..., Attendee],
    plan_now: Callable[..., Plan],
    choose: Callable[..., None],
    now: datetime,
) -> None:
    choose()
    plan = plan_now()
    late = add("Late Comer")
    database.write(publish, plan.id, station="Control", now=now)
    found = backs(database, event)
    for person in room:
        tables = {
            meeting.round: meeting.table
            for meeting in plan.introductions
            if person.id in (meeting.mentor_id, meeting.mentee_id)
        }
        assert [one.table for one in found[person.code].rounds] == [
            tables.get(number) for number in range(1, plan.rounds + 1)
        ]
        assert [one.starts_at for one in found[person.code].rounds] == [
            times.starts_at for times in event.round_times()[: plan.rounds]
        ]
    assert found[late.code].text == TEXT
    names = {person.name.full for person in room}
    assert not any(name in repr(back) for back in found.values() for name in names)


def test_a_text_can_be_chosen_though_the_plan_is_out(
    database: Any,
    event: Event,
    room: list[Attendee],
    plan_now: Callable[..., Plan],
    choose: Callable[..., None],
    now: datetime,
) -> None:
    choose(badge_back=BackOfBadge.TEXT)
    database.write(publish, plan_now().id, station="Control", now=now)
    assert {back.text for back in backs(database, event).values()} == {TEXT}


def test_two_sided_badges_are_printed_with_it_and_one_sided_ones_without(
    database: Any, event: Event, mentees: list[Attendee], choose: Callable[..., None], now: datetime, tmp_path: Path
) -> None:
    choose()
    for flip, pages in ((Flip.NONE, 1), (Flip.LONG_EDGE, 2)):
        out = tmp_path / "b.pdf"
        labels = LabelChoice(flip=flip)
        assert print_document(database, event.id, Document.BADGES, out, labels=labels, now=now).pages == pages
        with pypdfium2.PdfDocument(out) as document:
            text = document[pages - 1].get_textpage().get_text_range()
        assert ("Wi-Fi" in text) == bool(flip)


def test_a_folded_badge_at_the_door_has_its_back(
    database: Any, event: Event, mentees: list[Attendee], choose: Callable[..., None], now: datetime, tmp_path: Path
) -> None:
    choose(badge_stock="butterfly-82x203")
    job = database.write(queue_badge, event.id, mentees[0].id, printer="label", station="Desk 1", now=now)
    BadgePaper(database)(job, tmp_path / "b.pdf")
    with pypdfium2.PdfDocument(tmp_path / "b.pdf") as document:
        assert "Wi-Fi" in document[0].get_textpage().get_text_range()
