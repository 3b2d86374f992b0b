"""The kiosk's page: what it shows someone of themselves, and what their confirmation does."""

from dataclasses import replace
from datetime import datetime, timedelta
from multiprocessing import get_context

import pytest

from mixer_app.domain.desk_calls import DeskReason
from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import EventPlanning, Need
from mixer_app.domain.people import Status, registration_of
from mixer_app.domain.roles import Role
from mixer_app.domain.staff_settings import EventSettings
from mixer_app.services.check_in import CheckInStatus, check_in, head_counts
from mixer_app.services.database import open_database
from mixer_app.services.events import create_event
from mixer_app.services.journal import activity, undo
from mixer_app.services.kiosk import (
    KioskAnswers,
    confirm_at_kiosk,
    kiosk_person,
    open_desk_calls,
    whose_code,
)
from mixer_app.services.matches import contact_of
from mixer_app.services.people import cancel_attendee, get_attendee
from mixer_app.services.planning import publish
from mixer_app.services.settings import change_event_settings
from mixer_app.services.words import already_in


@pytest.fixture
def ada(add):
    return add(
        "Adaeze Nnamdi",
        employer="Lagoon Teaching Hospital",
        email="adaeze.nnamdi@lagoon.example",
        phone="+44 20 7946 0018",
        needs_wanted=("Relocation", "Learn to fly"),
        topics_wanted=("Finance", "Sailing"),
        contact_consent=True,
    )


@pytest.fixture
def confirm(database, event, now):
    def act(person, answers=None, *, station="Kiosk 1", seconds=0, request_id="one"):
        at = now + timedelta(seconds=seconds)
        said = answers or KioskAnswers()
        return database.write(
            confirm_at_kiosk, event.id, person.id, said, station=station, now=at, request_id=request_id
        )

    return act


def test_the_page_shows_what_was_registered(database, ada):
    page = database.read(kiosk_person, ada.id)
    assert (page.name, page.employer, page.role, page.code) == (ada.name, ada.employer, Role.MENTEE, ada.code)
    assert (page.needs_wanted, page.topics_wanted) == (("Relocation", "Learn to fly"), ("Finance", "Sailing"))
    assert (page.masked_email, page.masked_phone) == ("a•••i@lagoon.example", "•••18")
    assert (page.share_email, page.share_phone, page.role_may_change) == (True, True, True)
    assert page.already_at is None


def test_the_choices_are_the_events_and_then_the_persons_own(database, ada, event):
    page = database.read(kiosk_person, ada.id)
    assert page.topic_choices == ("Finance", "Leadership", "Sailing")
    assert page.need_choices == (*event.needs, Need(name="Learn to fly"))
    assert [need.name for need in page.need_choices if need.sensitive] == ["Interpersonal issue"]


def test_sharing_is_off_unless_someone_agreed_before(database, add):
    for said in (None, False):
        page = database.read(kiosk_person, add("Bo Li", email="bo@x.example", contact_consent=said).id)
        assert (page.share_email, page.share_phone, page.masked_phone) == (False, False, "")


def test_a_code_is_its_owners_and_of_this_event_only(database, event, ada, now):
    assert database.read(whose_code, event.id, f" {ada.code[:4]}-{ada.code[4:]}".lower()).id == ada.id
    other = database.write(
        create_event, EventPlanning(name="Other", starts_at=event.starts_at), station="Test", now=now
    )
    assert database.read(whose_code, other.id, ada.code) is None
    for unknown in ("", "ABCDEFGH", "adaeze.nnamdi@lagoon.example", f"#{ada.id}"):
        assert database.read(whose_code, event.id, unknown) is None


def test_one_touch_checks_in_and_changes_nothing_else(database, event, ada, confirm, now):
    result = confirm(ada)
    assert (result.check_in.status, result.check_in.at) == (CheckInStatus.CHECKED_IN, now)
    assert (result.first_seat, result.plan_out, result.role_changed) == (None, False, False)
    after = database.read(get_attendee, ada.id)
    assert registration_of(after) == registration_of(ada)
    assert (after.checked_in_where, after.badge_printed_at) == ("Kiosk 1", None)
    assert database.read(activity, event.id)[0].what == "checked in"
    assert "edited" not in [entry.what for entry in database.read(activity, event.id)]


def test_what_someone_chooses_is_kept_and_can_be_undone(database, event, ada, confirm, now):
    answers = KioskAnswers(
        needs_wanted=("Interpersonal issue", "Learn to fly"), topics_wanted=("Leadership", "Finance", "Sailing")
    )
    confirm(ada, answers)
    after = database.read(get_attendee, ada.id)
    assert (after.needs_wanted, after.topics_wanted) == (answers.needs_wanted, answers.topics_wanted)
    (edited,) = [entry for entry in database.read(activity, event.id) if entry.what == "edited"]
    assert edited.station == "Kiosk 1"
    database.write(undo, edited.id, station="Desk 1", now=now)
    undone = database.read(get_attendee, ada.id)
    assert (undone.needs_wanted, undone.topics_wanted, undone.here) == (ada.needs_wanted, ada.topics_wanted, True)


def test_a_change_of_role_is_told_to_the_desk(database, event, ada, confirm):
    result = confirm(ada, KioskAnswers(role=Role.BOTH, needs_offered=("Exploring",)))
    assert result.role_changed
    after = database.read(get_attendee, ada.id)
    assert (after.role, after.needs_offered) == (Role.BOTH, ("Exploring",))
    (call,) = database.read(open_desk_calls, event.id)
    assert (call.reason, call.name, call.station) == (DeskReason.ROLE_CHANGED, "Adaeze Nnamdi", "Kiosk 1")


def test_where_the_role_may_not_change_nothing_is_kept(database, event, ada, confirm, now):
    settings = replace(EventSettings(), kiosk_role_change=False)
    database.write(change_event_settings, event.id, settings, station="Control", now=now)
    assert not database.read(kiosk_person, ada.id).role_may_change
    with pytest.raises(MixerError, match="See the desk"):
        confirm(ada, KioskAnswers(role=Role.MENTOR, topics_wanted=("Leadership",)))
    assert database.read(get_attendee, ada.id) == ada
    confirm(ada, KioskAnswers(role=Role.MENTEE))


@pytest.mark.parametrize(
    ("before", "said", "after"),
    [
        ((True, None, None), (None, None), (True, None, None)),
        ((True, None, None), (True, False), (True, True, False)),
        ((True, None, None), (False, False), (False, False, False)),
        ((None, None, None), (False, False), (None, None, None)),  # untouched switches are no refusal
        ((None, None, None), (True, None), (True, True, False)),
        ((False, None, None), (None, True), (True, False, True)),
    ],
)
def test_only_a_switch_that_was_moved_says_anything(database, add, confirm, before, said, after):
    contact, email, phone = before
    bo = add(
        "Bo Li", email="bo@x.example", phone="0123456789",
        contact_consent=contact, email_consent=email, phone_consent=phone,
    )  # fmt: skip
    confirm(bo, KioskAnswers(share_email=said[0], share_phone=said[1]))
    kept = database.read(get_attendee, bo.id)
    assert (kept.contact_consent, kept.email_consent, kept.phone_consent) == after


def test_a_number_that_is_kept_back_is_not_passed_on(database, ada, add, confirm):
    bo = add("Bo Li", email="bo@x.example", contact_consent=True)
    confirm(ada, KioskAnswers(share_phone=False))
    shared = contact_of(bo, database.read(get_attendee, ada.id))
    assert (shared.email, shared.phone) == ("adaeze.nnamdi@lagoon.example", "")


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        (KioskAnswers(topics_wanted=("Finance", "Leadership", "Sailing", "Sailing", "Chess")), "no topic"),
        (KioskAnswers(needs_wanted=("World peace",)), "no need"),
    ],
)
def test_what_is_no_choice_is_refused_as_a_whole(database, ada, confirm, answers, sentence):
    with pytest.raises(MixerError, match=sentence):
        confirm(ada, answers)
    assert database.read(get_attendee, ada.id) == ada


def test_who_came_with_more_than_three_topics_keeps_them_but_gets_no_more(database, add, confirm):
    topics = ("Finance", "Leadership", "Sailing", "Chess")
    bo = add("Bo Li", topics_wanted=topics)
    assert database.read(kiosk_person, bo.id).most_topics == 4
    confirm(bo, KioskAnswers(topics_wanted=topics[::-1]))
    assert database.read(get_attendee, bo.id).topics_wanted == topics[::-1]
    cy = add("Cy Ro", topics_wanted=("Sailing", "Chess"))
    with pytest.raises(MixerError, match="More than 3"):
        confirm(cy, KioskAnswers(topics_wanted=("Finance", "Leadership", "Sailing", "Chess")), request_id="two")


def test_the_same_request_again_is_the_same_answer_and_changes_nothing(database, event, ada, confirm):
    first = confirm(ada, KioskAnswers(topics_wanted=("Leadership",)))
    before = database.read(activity, event.id)
    again = confirm(ada, KioskAnswers(topics_wanted=("Finance",)), seconds=3)
    assert (again.check_in.status, again.check_in.at) == (first.check_in.status, first.check_in.at)
    assert database.read(activity, event.id) == before
    assert database.read(get_attendee, ada.id).topics_wanted == ("Leadership",)


def test_someone_who_is_in_already_keeps_the_check_in_and_what_they_say_counts(database, event, ada, confirm, now):
    database.write(check_in, event.id, ada.code, station="Kiosk 2", now=now)
    result = confirm(ada, KioskAnswers(topics_wanted=("Leadership",)), seconds=2)
    later = now + timedelta(seconds=2)
    assert result.check_in.status is CheckInStatus.ALREADY
    assert already_in(result.check_in.at, result.check_in.where, now=later) == "already in, 2 s ago, at Kiosk 2"
    after = database.read(get_attendee, ada.id)
    assert (after.checked_in_at, after.topics_wanted) == (now, ("Leadership",))
    page = database.read(kiosk_person, ada.id)
    assert (page.already_at, page.already_where) == (now, "Kiosk 2")


def test_a_cancelled_registration_is_refused(database, ada, confirm, now):
    database.write(cancel_attendee, ada.id, station="Desk 1", now=now)
    with pytest.raises(MixerError, match="cancelled"):
        confirm(ada)
    assert database.read(get_attendee, ada.id).status is Status.CANCELLED


def test_someone_of_another_event_is_refused(database, event, add, confirm, now):
    other = database.write(
        create_event, EventPlanning(name="Other", starts_at=event.starts_at), station="Test", now=now
    )
    with pytest.raises(MixerError, match="another event"):
        confirm(add("Bo Li", to=other))


def test_the_first_table_is_told_once_the_plan_is_out(database, event, ada, add, introduce, confirm, now):
    mentor = add("Priya Venkataraman", role="mentor", title="Chief of anaesthesia")
    guest = add("Bo Li")
    plan = introduce((mentor, guest), (mentor, ada))
    assert confirm(ada).plan_out is False
    database.write(publish, plan.id, station="Control", now=now)
    result = confirm(ada, request_id="two")
    seat = result.first_seat
    assert (result.plan_out, seat.round, seat.table, seat.after_break) == (True, 2, 1, True)
    assert seat.starts_at == datetime(2026, 3, 5, 18, 42)
    assert (seat.mentor.name, seat.mentor.title) == ("Priya Venkataraman", "Chief of anaesthesia")
    host = confirm(mentor, request_id="three").first_seat
    assert (host.round, host.table, host.mentor, host.after_break) == (1, 1, None, False)
    stranger = confirm(add("Cy Ro"), request_id="four")
    assert (stranger.first_seat, stranger.plan_out) == (None, True)


def _confirm_elsewhere(location, event_id, attendee_id, station, now, start, answers):
    database = open_database(location)
    start.wait()
    result = database.write(
        confirm_at_kiosk, event_id, attendee_id, KioskAnswers(), station=station, now=now, request_id=station
    )
    later = now + timedelta(seconds=2)
    answers.put((str(result.check_in.status), already_in(result.check_in.at, result.check_in.where, now=later)))
    database.close()


def test_two_kiosks_that_confirm_one_person_at_once_check_in_once(database, event, ada, now):
    context = get_context("spawn")
    start, answers = context.Barrier(2), context.Queue()
    kiosks = [
        context.Process(
            target=_confirm_elsewhere, args=(database.address, event.id, ada.id, station, now, start, answers)
        )
        for station in ("Kiosk 1", "Kiosk 2")
    ]
    for kiosk in kiosks:
        kiosk.start()
    found = sorted(answers.get(timeout=60) for _ in kiosks)
    for kiosk in kiosks:
        kiosk.join()
    assert [status for status, _ in found] == ["already", "checked-in"]
    winner = database.read(get_attendee, ada.id).checked_in_where
    assert found[0][1] == f"already in, 2 s ago, at {winner}"
    assert database.read(head_counts, event.id).here == 1
    assert [entry.what for entry in database.read(activity, event.id)].count("checked in") == 1
