"""Tests of a role changed on the spot: the journal, what it means for the plan, and the badge."""

from datetime import timedelta

import pytest

from mixer_app.domain.print_jobs import JobState, ReprintReason, StationPrinter
from mixer_app.domain.roles import Role
from mixer_app.domain.staff_settings import BadgeRule, EventSettings
from mixer_app.services.badge_queue import jobs, queue_badge
from mixer_app.services.journal import activity, undo
from mixer_app.services.people import get_attendee
from mixer_app.services.role_change import change_role, rounds_in_words
from mixer_app.services.settings import change_event_settings
from mixer_app.store import print_jobs, standing


@pytest.fixture
def change(database, now):
    def act(person, role, *, printer="", after=timedelta(0)):
        return database.write(change_role, person.id, role, printer=printer, station="Desk 1", now=now + after)

    return act


def test_without_a_plan_there_is_nothing_to_tell(database, mentees, change):
    told = change(mentees[0], Role.MENTOR)

    assert told.effect == ""
    assert database.read(get_attendee, mentees[0].id).role is Role.MENTOR


def test_a_mentee_who_becomes_a_mentor_leaves_her_mentors_with_a_guest_less(room, mentees, plan_now, change):
    plan = plan_now()
    mentors = len({one.mentor_id for one in plan.introductions if one.mentee_id == mentees[0].id})
    assert mentors == 4

    told = change(mentees[0], Role.MENTOR)

    assert "of the plan: four mentors lose a guest." in told.effect
    assert told.effect.startswith("Mentee in rounds ")
    assert told.effect.endswith("Plan again to seat them as a mentor.")


def test_a_mentor_who_becomes_a_mentee_takes_a_talk_from_each_guest(room, mentors, plan_now, change):
    plan_now()

    told = change(mentors[0], Role.MENTEE)

    assert told.effect.startswith("Mentor in rounds ")
    assert "mentees lose a talk. Plan again to seat them as a mentee." in told.effect


def test_who_is_both_from_now_on_loses_nothing(room, mentees, plan_now, change):
    plan_now()

    assert change(mentees[0], Role.BOTH).effect == "Plan again to seat them as mentor and mentee."


def test_rounds_that_are_over_are_not_told(room, mentees, plan_now, event, change):
    plan_now()

    assert change(mentees[0], Role.MENTOR, after=timedelta(hours=12)).effect == ""


def test_the_change_is_in_the_journal_and_can_be_undone(database, event, mentees, now, change):
    change(mentees[0], Role.MENTOR)
    entry = database.read(activity, event.id, limit=1)[0]
    assert entry.sentence == "Made Eli Mentee a mentor"

    database.write(undo, entry.id, station="Desk 1", now=now)

    assert database.read(get_attendee, mentees[0].id).role is Role.MENTEE


def printed(database, person, now) -> None:
    database.write(standing.mark_badges_printed, [person.id], now=now)


def test_a_badge_that_was_printed_is_printed_anew_with_the_reason(database, event, mentees, now, change):
    printed(database, mentees[0], now)

    told = change(mentees[0], Role.MENTOR, printer="label")

    assert told.badge is not None
    assert [job.reason for job in database.read(jobs, event.id)] == [ReprintReason.ROLE_CHANGED.value]


def test_a_badge_that_still_waits_gets_the_new_role_by_itself(database, event, mentees, now, change):
    database.write(queue_badge, event.id, mentees[0].id, printer="label", station="Desk 1", now=now)

    assert change(mentees[0], Role.MENTOR, printer="label").badge is None
    assert len(database.read(jobs, event.id)) == 1


@pytest.mark.parametrize(("printer", "rule"), [("", BadgeRule.ONCE), ("label", BadgeRule.NEVER)])
def test_where_no_badges_are_printed_none_is_and_it_is_told_that_the_old_one_is_wrong(
    database, event, mentees, now, change, printer, rule
):
    settings = EventSettings(badge_at_check_in=rule)
    database.write(change_event_settings, event.id, settings, station="Desk 1", now=now)
    printed(database, mentees[0], now)

    told = change(mentees[0], Role.MENTOR, printer=printer)

    assert (told.badge, told.badge_told) == (None, "The badge that was printed says mentee. Print it again.")


def test_without_a_badge_there_is_nothing_to_tell_of_one(mentees, change):
    assert change(mentees[0], Role.MENTOR).badge_told == ""


MINUTE = timedelta(minutes=1)


@pytest.fixture
def take_back(database, event, now):
    """Take back, or do again, the newest change of a role: what is said, and which badges are to be printed now."""

    def act(*, minutes: int) -> tuple[str, list[str]]:
        kinds = ("role changed", "undo")
        newest = next(one for one in database.read(activity, event.id) if one.what in kinds and not one.undone)
        said = database.write(undo, newest.id, station="Desk 1", now=now + minutes * MINUTE)
        waiting = [job.reason for job in database.read(jobs, event.id) if job.state is JobState.WAITING]
        return said, waiting

    return act


@pytest.fixture
def a_printer(database, now):
    """Desk 1 has a printer."""
    seen = StationPrinter(station="Desk 1", printer="label", title="L", ready=True, sentence="", since=now, seen_at=now)
    database.write(print_jobs.set_station_printer, seen)


def test_undo_of_a_role_whose_badge_came_out_has_the_badge_printed_again(
    database, mentees, now, change, take_back, a_printer
):
    printed(database, mentees[0], now)
    changed = change(mentees[0], Role.MENTOR, printer="label", after=MINUTE)
    database.write(print_jobs.change_job, changed.badge.id, (JobState.WAITING,), now=now, state=JobState.DONE)
    printed(database, mentees[0], now + 2 * MINUTE)

    said, waiting = take_back(minutes=3)
    assert said == "Undone: Made Eli Mentee a mentor. The badge is printed again."
    assert waiting == ["role changed"]

    said, waiting = take_back(minutes=4)
    assert said == "Done again: Made Eli Mentee a mentor. The other badge is not printed."
    assert waiting == []


def test_undo_before_the_other_badge_came_out_stops_it_and_redo_prints_it_after_all(
    database, mentees, now, change, take_back, a_printer
):
    printed(database, mentees[0], now)
    change(mentees[0], Role.MENTOR, printer="label", after=MINUTE)

    assert take_back(minutes=2) == ("Undone: Made Eli Mentee a mentor. The other badge is not printed.", [])
    assert take_back(minutes=3) == (
        "Done again: Made Eli Mentee a mentor. The badge is printed again.",
        ["role changed"],
    )


def test_undo_at_a_station_without_a_printer_says_that_the_badge_is_wrong(database, mentees, now, change, take_back):
    change(mentees[0], Role.MENTOR, after=MINUTE)
    printed(database, mentees[0], now + 2 * MINUTE)

    said, waiting = take_back(minutes=3)

    assert said == "Undone: Made Eli Mentee a mentor. The badge that was printed says mentor. Print it again."
    assert waiting == []


def test_undo_of_a_role_whose_badge_was_never_printed_anew_has_nothing_to_say_of_it(
    database, mentees, now, change, take_back
):
    printed(database, mentees[0], now)
    change(mentees[0], Role.MENTOR, after=MINUTE)

    assert take_back(minutes=2) == ("Undone: Made Eli Mentee a mentor", [])


def test_a_role_changed_back_by_hand_before_the_badge_came_out_prints_none(database, event, mentees, now, change):
    printed(database, mentees[0], now)
    change(mentees[0], Role.MENTOR, printer="label", after=MINUTE)

    told = change(mentees[0], Role.MENTEE, printer="label", after=2 * MINUTE)

    assert (told.badge, told.badge_told) == (None, "The other badge is not printed.")
    assert [job.state for job in database.read(jobs, event.id)] == [JobState.CANCELLED]


def test_the_same_role_again_changes_and_prints_nothing(database, event, mentees, now, change):
    printed(database, mentees[0], now)

    told = change(mentees[0], Role.MENTEE, printer="label")

    assert (told.effect, told.badge) == ("", None)


@pytest.mark.parametrize(
    ("rounds", "words"),
    [({2}, "round 2"), ({4, 2}, "rounds 2 and 4"), ({2, 3, 4, 5}, "rounds 2 to 5"), ({1, 3, 4}, "rounds 1, 3 and 4")],
)
def test_rounds_are_told_in_words(rounds, words):
    assert rounds_in_words(rounds) == words
