"""Slips for those whom a newer plan seats otherwise, and for nobody else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import Event, EventPlanning
from mixer_app.domain.people import Attendee, registration_of
from mixer_app.domain.plan_edits import EditKind, PlanEdit
from mixer_app.domain.plans import Plan
from mixer_app.domain.roles import Role
from mixer_app.services.change_slips import Versions, change_slips, changed_rounds, find_versions
from mixer_app.services.check_in import mark_left
from mixer_app.services.events import create_event
from mixer_app.services.paper import Document, DocumentOptions, LabelChoice, print_document
from mixer_app.services.paper_contents import match_sheets
from mixer_app.services.paper_facts import paper_facts
from mixer_app.services.people import edit_attendee
from mixer_app.services.plan_edits import apply_edit
from mixer_app.services.planning import publish


def text_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)


def test_a_swap_brings_slips_to_two_mentees_and_their_mentors_only(
    database: Any, event: Event, wide_room: list[Attendee], plan_now: Callable[..., Plan], swap: Callable, now: datetime
) -> None:
    plan = plan_now()
    new, one, other = swap(plan)
    slips = {slip.code: slip for slip in database.read(change_slips, event.id, None, now=now)}
    by_id = {person.id: person for person in wide_room}
    affected = {one.mentee_id, other.mentee_id, one.mentor_id, other.mentor_id}
    assert set(slips) == {by_id[each].code for each in affected}
    mentee = slips[by_id[one.mentee_id].code]
    assert (mentee.plan_version, mentee.replaces) == (new.version, plan.version)
    assert [(r.number, r.table, r.before) for r in mentee.rounds] == [(3, other.table, one.table)]
    assert mentee.rounds[0].partners == (by_id[other.mentor_id].name,)
    assert mentee.rounds[0].partner_role is Role.MENTOR
    assert mentee.rounds[0].starts_at == event.round_times()[2].starts_at
    mentor = slips[by_id[one.mentor_id].code]
    assert [(r.table, r.before) for r in mentor.rounds] == [(one.table, one.table)]
    assert mentor.rounds[0].partners == (by_id[other.mentee_id].name,)
    assert mentor.rounds[0].partner_role is Role.MENTEE


def test_slips_are_since_the_version_last_published(
    database: Any, event: Event, wide_room: list[Attendee], plan_now: Callable[..., Plan], swap: Callable, now: datetime
) -> None:
    first = plan_now()
    database.write(publish, first.id, station="Control", now=now)
    second, *_ = swap(first, 3)
    third, *_ = swap(second, 4)
    assert database.read(find_versions, event.id) == Versions(first.id, third.id)
    slips = database.read(change_slips, event.id, None, now=now)
    assert {slip.replaces for slip in slips} == {1}
    assert {sheet.replaces for sheet in database.read(match_sheets, event.id, None)} == {1}
    assert {each.number for slip in slips for each in slip.rounds} == {3, 4}
    database.write(publish, third.id, station="Control", now=now)
    assert database.read(find_versions, event.id) == Versions(first.id, third.id)
    between = Versions(second.id, third.id)
    slips = database.read(change_slips, event.id, None, versions=between, now=now)
    assert {each.number for slip in slips for each in slip.rounds} == {4}
    assert database.read(find_versions, event.id, old=2, new=3) == between
    assert database.read(find_versions, event.id, new=2) == Versions(first.id, second.id)


def test_a_seat_that_is_lost_and_one_that_is_won_are_told(
    database: Any, event: Event, room: list[Attendee], plan_now: Callable[..., Plan], now: datetime
) -> None:
    plan = plan_now()
    meeting = plan.introductions[-1]
    edit = PlanEdit(kind=EditKind.FREE, mentee_id=meeting.mentee_id, round=meeting.round)
    freed = apply_edit(database, plan.id, edit, station="Control", clock=lambda: now)
    slips = database.read(change_slips, event.id, {meeting.mentee_id}, now=now)
    assert [(r.table, r.before, r.partners) for slip in slips for r in slip.rounds] == [(None, meeting.table, ())]
    back = Versions(freed.id, plan.id)
    slips = database.read(change_slips, event.id, {meeting.mentee_id}, versions=back, now=now)
    assert [(r.table, r.before) for slip in slips for r in slip.rounds] == [(meeting.table, None)]
    assert (slips[0].plan_version, slips[0].replaces) == (1, 2)


def test_who_has_left_gets_no_slip_and_a_round_that_is_over_is_not_told(
    database: Any,
    event: Event,
    room: list[Attendee],
    mentees: list[Attendee],
    plan_now: Callable[..., Plan],
    come_to_round: Callable[..., None],
    now: datetime,
) -> None:
    first = plan_now()
    database.write(mark_left, event.id, mentees[0].code, station="Desk", now=now)
    second = plan_now()
    versions = Versions(first.id, second.id)
    changed = database.read(changed_rounds, event.id, versions, now=now)
    assert changed
    assert mentees[0].id not in changed
    come_to_round(3)
    later = database.read(changed_rounds, event.id, versions, now=now)
    assert {number for rounds in later.values() for number in rounds} <= {3, 4, 5}


def test_no_slip_says_why(
    database: Any,
    event: Event,
    room: list[Attendee],
    mentors: list[Attendee],
    mentees: list[Attendee],
    plan_now: Callable[..., Plan],
    now: datetime,
    tmp_path: Path,
) -> None:
    plan_now()
    wary = replace(registration_of(mentees[1]), keep_apart=(mentors[2].name.full,), staff_note="Afraid of him")
    database.write(edit_attendee, mentees[1].id, wary, station="Control", now=now)
    plan_now()
    out = tmp_path / "slips.pdf"
    print_document(database, event.id, Document.CHANGE_SLIPS, out, now=now)
    text = text_of(out).casefold()
    assert mentees[1].name.full.casefold() in text
    for betrayal in ("apart", "afraid", "best plan", "because", "why", "left", "reason"):
        assert betrayal not in text


def test_nothing_to_compare_and_nothing_changed_are_told_in_words(
    database: Any, event: Event, room: list[Attendee], plan_now: Callable[..., Plan], now: datetime, tmp_path: Path
) -> None:
    out = tmp_path / "slips.pdf"
    with pytest.raises(MixerError, match="not planned yet"):
        print_document(database, event.id, Document.CHANGE_SLIPS, out, now=now)
    first = plan_now()
    with pytest.raises(MixerError, match="only one version"):
        print_document(database, event.id, Document.CHANGE_SLIPS, out, now=now)
    second = plan_now()
    with pytest.raises(MixerError, match="Nobody’s seat has changed from plan 1 to plan 2"):
        print_document(database, event.id, Document.CHANGE_SLIPS, out, now=now)
    with pytest.raises(MixerError, match="There is no plan 7"):
        database.read(find_versions, event.id, old=7, new=None)
    other = database.write(
        create_event, EventPlanning(name="Other", starts_at=event.starts_at), station="Control", now=now
    )
    with pytest.raises(MixerError, match="not of this event"):
        database.read(change_slips, other.id, None, versions=Versions(first.id, second.id), now=now)
    assert not out.exists()


def test_match_sheets_can_be_made_for_those_who_get_a_slip(
    database: Any,
    event: Event,
    wide_room: list[Attendee],
    plan_now: Callable[..., Plan],
    swap: Callable,
    now: datetime,
    tmp_path: Path,
) -> None:
    new, *_ = swap(plan_now())
    facts = database.read(paper_facts, event.id, now=now)
    affected = facts.people_of[Document.CHANGE_SLIPS]
    assert facts.counts[Document.CHANGE_SLIPS] == len(affected) == 4
    sheets = print_document(
        database, event.id, Document.MATCH_SHEETS, tmp_path / "sheets.pdf", attendee_ids=affected, now=now
    )
    assert sheets.pages == 4
    assert text_of(tmp_path / "sheets.pdf").count("Plan 2 replaces plan 1.") == 4
    some = set(list(affected)[:1])
    options = DocumentOptions(versions=facts.versions)
    print_document(
        database, event.id, Document.CHANGE_SLIPS, tmp_path / "slips.pdf", attendee_ids=some, options=options, now=now
    )
    text = text_of(tmp_path / "slips.pdf")
    assert f"Plan {new.version} replaces plan 1" in text
    assert [person.code for person in wide_room if f"{person.code[:4]}-{person.code[4:]}" in text] == [
        person.code for person in wide_room if person.id in some
    ]


def test_slips_can_be_printed_on_letter_and_on_labels(
    database: Any,
    event: Event,
    wide_room: list[Attendee],
    plan_now: Callable[..., Plan],
    swap: Callable,
    now: datetime,
    tmp_path: Path,
) -> None:
    swap(plan_now())
    out = tmp_path / "slips.pdf"
    for said, size in (
        ({"options": None}, (595, 842)),
        ({"labels": LabelChoice(stock="avery-5160")}, (612, 792)),
        ({"labels": LabelChoice(stock="plain-letter-90x60", start_at=3)}, (612, 792)),
    ):
        print_document(database, event.id, Document.CHANGE_SLIPS, out, now=now, **said)
        with pypdfium2.PdfDocument(out) as document:
            assert [round(side) for side in document[0].get_size()] == list(size)
