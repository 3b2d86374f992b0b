"""Printing each document, and leaving out what is private."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import zxingcpp

from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import Event, EventPlanning
from mixer_app.domain.people import Attendee
from mixer_app.domain.plan_edits import EditKind, PlanEdit
from mixer_app.domain.plans import Plan
from mixer_app.domain.round_paper import PageSize
from mixer_app.services import paper
from mixer_app.services.badge_paper import BadgePaper
from mixer_app.services.badge_preview import BadgePreview, badge_facts
from mixer_app.services.event_sheet import save_event
from mixer_app.services.events import create_event
from mixer_app.services.paper import Document, DocumentOptions, LabelChoice, print_document
from mixer_app.services.paper_contents import badge_faces, sign_in_list, table_cards
from mixer_app.services.plan_edits import apply_edit
from mixer_app.services.settings import change_event_settings, event_settings
from mixer_app.services.wall_clock import moment_of


@pytest.mark.parametrize("document", list(Document))
def test_every_document_of_a_planned_evening_is_a_pdf(
    database: Any,
    event: Event,
    room: list[Attendee],
    plan_now: Callable[..., Plan],
    now: datetime,
    tmp_path: Path,
    document: Document,
) -> None:
    plan = plan_now()
    edit = PlanEdit(kind=EditKind.FREE, mentee_id=plan.introductions[-1].mentee_id, round=plan.introductions[-1].round)
    apply_edit(database, plan.id, edit, station="Control", clock=lambda: now)
    out = tmp_path / f"{document}.pdf"
    report = print_document(database, event.id, document, out, now=now)
    assert report.pages == paper.page_count(out) >= 1
    picture = paper.page_image(out, 0, 40)
    assert len(picture.rgb) == picture.width * picture.height * 3


def test_badges_show_topics_and_never_a_need(database: Any, event: Event, add: Callable[..., Attendee]) -> None:
    add("Ada Mentor", role="mentor", topics_offered=("Finance",), needs_offered=("Relocation",))
    add("Eli Mentee", topics_wanted=("Leadership",), needs_wanted=("Interpersonal issue",))
    faces = {face.name.full: face for face in database.read(badge_faces, event.id, None) if face.name}
    assert faces["Ada Mentor"].topics == ("finance",)
    assert faces["Eli Mentee"].topics == ("leadership",)
    assert "relocation" not in repr(faces).casefold()
    assert "interpersonal" not in repr(faces).casefold()


def test_only_the_chosen_are_printed(database: Any, event: Event, mentees: list[Attendee]) -> None:
    faces = database.read(badge_faces, event.id, {mentees[1].id})
    assert [face.code for face in faces] == [mentees[1].code]


def test_tables_of_cards_printed_in_advance_are_those_of_the_plan_later(
    database: Any,
    event: Event,
    mentors: list[Attendee],
    mentees: list[Attendee],
    arrive: Callable[..., None],
    plan_now: Callable[..., Plan],
) -> None:
    cards = database.write(table_cards, event.id)
    by_name = {card.hosts[0].name.full: card.table for card in cards}
    assert sorted(by_name.values()) == [1, 2, 3, 4]
    arrive(mentors[3], mentors[1], *mentees)
    plan = plan_now()
    assert {m.mentor_id: m.table for m in plan.introductions} == {
        mentor.id: by_name[mentor.name.full] for mentor in (mentors[1], mentors[3])
    }
    assert [card.table for card in database.write(table_cards, event.id)] == sorted(
        {m.table for m in plan.introductions}
    )


def test_the_sign_in_list_has_everyone_with_their_first_table(
    database: Any, event: Event, room: list[Attendee], plan_now: Callable[..., Plan]
) -> None:
    plan = plan_now()
    first = {p: m.table for m in plan.introductions if m.round == 1 for p in (m.mentor_id, m.mentee_id)}
    lines = {line.code: line for line in database.read(sign_in_list, event.id, None).lines}
    assert {person.code: lines[person.code].tables for person in room} == {
        person.code: (first.get(person.id),) for person in room
    }
    assert all(line.checked_in_at is not None for line in lines.values())


def test_the_list_for_an_emergency_has_the_tables_of_all_rounds(
    database: Any, event: Event, room: list[Attendee], plan_now: Callable[..., Plan], now: datetime
) -> None:
    plan = plan_now()
    listed = database.read(sign_in_list, event.id, None, every_round=True, now=now)
    tables = {(p, m.round): m.table for m in plan.introductions for p in (m.mentor_id, m.mentee_id)}
    assert listed.rounds == tuple(range(1, event.rounds + 1))
    assert {line.code: line.tables for line in listed.lines} == {
        person.code: tuple(tables.get((person.id, number)) for number in listed.rounds) for person in room
    }


def test_of_more_rounds_than_a_page_has_room_for_those_to_come_are_listed(
    database: Any, event: Event, room: list[Attendee], now: datetime
) -> None:
    later = database.write(
        save_event, event, {"rounds": 20, "minutes": 10, "break_minutes": 0}, station="Desk 1", now=now
    ).event
    in_round_five = moment_of(later.starts_at + timedelta(minutes=45))
    listed = database.read(sign_in_list, event.id, None, every_round=True, now=in_round_five)
    assert listed.rounds == tuple(range(5, 19))


def test_nobody_to_print_is_told_in_words(database: Any, event: Event, now: datetime, tmp_path: Path) -> None:
    with pytest.raises(MixerError, match="Nobody to print yet"):
        print_document(database, event.id, Document.BADGES, tmp_path / "badges.pdf", now=now)


def test_an_unknown_stock_and_a_missing_folder_are_told_in_words(
    database: Any, event: Event, mentees: list[Attendee], now: datetime, tmp_path: Path
) -> None:
    with pytest.raises(MixerError, match="not a known stock"):
        print_document(
            database, event.id, Document.BADGES, tmp_path / "b.pdf", labels=LabelChoice(stock="papyrus"), now=now
        )
    with pytest.raises(MixerError, match="no folder"):
        print_document(database, event.id, Document.BADGES, tmp_path / "none" / "b.pdf", now=now)


def test_used_labels_and_those_before_the_first_stay_empty(
    database: Any, event: Event, mentees: list[Attendee], now: datetime, tmp_path: Path
) -> None:
    labels = LabelChoice(stock="avery-l7418", start_at=3, used=frozenset({4, 6, 7}))
    out = tmp_path / "b.pdf"
    report = print_document(database, event.id, Document.BADGES, out, labels=labels, now=now)
    assert (report.pages, report.labels) == (2, 4)  # 3, 5, 8, and 1 of the next sheet


def test_badges_and_preview_of_an_arabic_event_begin_at_the_right(
    database: Any, event: Event, add: Callable[..., Attendee], now: datetime, tmp_path: Path
) -> None:
    planning = EventPlanning(name="ملتقى", starts_at=event.starts_at, language="ar")
    arabic = database.write(create_event, planning, station="Control", now=now)
    person = add("Ada Adam", to=arabic)
    out, alone = tmp_path / "badges.pdf", tmp_path / "badge.pdf"
    print_document(database, arabic.id, Document.BADGES, out, labels=LabelChoice(stock="label-90x60"), now=now)
    BadgePaper(database).picture_page(arabic.id, person.id, alone)
    facts = database.read(badge_facts, arabic.id)
    drawn = BadgePreview().picture(facts.samples[0].face, facts.stock, facts.design, facts.brand, 254)
    for picture in (paper.page_image(out, 0, 254), paper.page_image(alone, 0, 254), drawn.image):
        [code] = zxingcpp.read_barcodes(np.frombuffer(picture.rgb, np.uint8).reshape(picture.height, picture.width, 3))
        assert code.text == person.code
        assert code.position.top_right.x < picture.width / 2


def test_documents_come_on_the_paper_of_the_badges_unless_another_is_chosen(
    database: Any, event: Event, room: list[Attendee], plan_now: Callable[..., Plan], now: datetime, tmp_path: Path
) -> None:
    plan_now()
    out, kit = tmp_path / "paper.pdf", paper.print_kit()

    def lengths(**chosen: Any) -> set[float]:
        options, found = DocumentOptions(**chosen), set[float]()
        for document in (Document.MATCH_SHEETS, Document.SIGN_IN, Document.REPORT, Document.TABLE_CARDS):
            print_document(database, event.id, document, out, options=options, now=now, kit=kit)
            image = paper.page_image(out, 0, 72)
            found.add(round(max(image.width, image.height) * 25.4 / 72))
        return found

    assert lengths() == {297}
    wanted = replace(database.read(event_settings, event.id), badge_stock="avery-5395")
    database.write(change_event_settings, event.id, wanted, station="Control", now=now)
    assert lengths() == {279}
    assert lengths(page=PageSize.A4) == {297}
