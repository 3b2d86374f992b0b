"""The queue as people use it: what is queued, what is not, and every way out."""

from dataclasses import replace

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.domain.people import Status
from mixer_app.domain.print_jobs import JobState, JobWish
from mixer_app.domain.staff_settings import BadgeRule
from mixer_app.services import badge_queue
from mixer_app.services.check_in import check_in
from mixer_app.services.forgetting import forget_event
from mixer_app.services.journal import activity
from mixer_app.services.people import get_attendee
from mixer_app.services.settings import change_event_settings, event_settings
from mixer_app.store import print_jobs
from mixer_app.store.standing import mark_badges_printed

HERE = "Desk 1"


@pytest.fixture
def queue(database, event, now):
    """Queue a badge: `queue(ann)`, `queue(ann, reason="lost")`."""

    def build(attendee, *, station=HERE, printer="label", **named):
        return database.write(
            badge_queue.queue_badge, event.id, attendee.id, printer=printer, station=station, now=now, **named
        )

    return build


@pytest.fixture
def put(database, now):
    """Bring a job into a state, as the machine would."""

    def build(job, state, **values):
        assert database.write(print_jobs.change_job, job.id, (job.state,), now=now, state=state, **values)
        return database.read(print_jobs.get_job, job.id)

    return build


@pytest.fixture
def rule(database, event, now):
    def choose(badge_rule):
        chosen = replace(database.read(event_settings, event.id), badge_at_check_in=badge_rule)
        database.write(change_event_settings, event.id, chosen, station=HERE, now=now)

    return choose


def sentences(database, event):
    return [entry.sentence for entry in database.read(activity, event.id)]


def test_a_badge_waits_at_the_printer_of_its_station(queue, add):
    ann = add()
    job = queue(ann)
    assert (job.state, job.station, job.printer, job.name, job.code) == (
        JobState.WAITING, HERE, "label", "Ann Smith", ann.code,
    )  # fmt: skip


def test_the_same_request_makes_one_job(queue, add, database, event):
    ann = add()
    assert queue(ann, request_id="tap") == queue(ann, request_id="tap")
    assert len(database.read(badge_queue.jobs, event.id)) == 1


def test_once_means_no_second_badge_while_one_is_under_way_or_failed(queue, put, add):
    ann = add()
    job = queue(ann)
    assert queue(ann) is None
    failed = put(job, JobState.FAILED)
    assert queue(ann) is None
    put(failed, JobState.CANCELLED)
    assert queue(ann) is not None


def test_once_means_no_badge_for_someone_who_has_one_from_before(queue, add, database, now):
    ann = add()
    database.write(mark_badges_printed, [ann.id], now=now)
    assert queue(ann) is None


def test_always_prints_again_but_not_twice_at_once(queue, put, add, rule):
    rule(BadgeRule.ALWAYS)
    ann = add()
    job = queue(ann)
    assert queue(ann) is None
    put(job, JobState.DONE)
    assert queue(ann) is not None


def test_never_prints_nothing_unless_a_person_says_why(queue, add, rule, database, event):
    rule(BadgeRule.NEVER)
    ann = add()
    assert queue(ann) is None
    assert queue(ann, reason="lost").reason == "lost"
    assert sentences(database, event)[0] == "Badge of Ann Smith to be printed again: lost"


def test_a_station_without_a_printer_is_told_where_to_choose_one(queue, add):
    with pytest.raises(MixerError, match="Choose one"):
        queue(add(), printer="")


def test_who_has_cancelled_gets_no_badge(queue, add, database, now):
    from mixer_app.store.standing import Standing, set_standing

    ann = add()
    database.write(set_standing, ann.id, Standing(status=Status.CANCELLED), now=now)
    with pytest.raises(MixerError, match="not registered"):
        queue(ann)


def test_printed_is_not_checked_in_and_the_reverse(queue, put, add, database, event, now):
    ann, bob = add("Ann Smith"), add("Bob Jones")
    put(queue(ann), JobState.UNKNOWN)
    (job,) = database.read(badge_queue.jobs, event.id)
    database.write(badge_queue.confirm_printed, job.id, station=HERE, now=now)
    database.write(check_in, event.id, bob.code, station=HERE, now=now)
    ann, bob = database.read(get_attendee, ann.id), database.read(get_attendee, bob.id)
    assert (ann.status, ann.badge_printed_at) == (Status.REGISTERED, now)
    assert (bob.status, bob.badge_printed_at) == (Status.CHECKED_IN, None)


def test_it_came_out_is_written_into_the_journal_once(queue, put, add, database, event, now):
    job = put(queue(add()), JobState.UNKNOWN)
    for _ in range(2):
        database.write(badge_queue.confirm_printed, job.id, station=HERE, now=now)
    assert sentences(database, event).count("Printed the badge of Ann Smith on label") == 1


@pytest.mark.parametrize("state", [JobState.FAILED, JobState.UNKNOWN, JobState.CANCELLED])
def test_what_ended_badly_can_be_printed_again(queue, put, add, database, now, state):
    job = put(queue(add()), state, spool_id="7", sentence="It burns.")
    again = database.write(badge_queue.retry_job, job.id, station=HERE, now=now)
    assert (again.state, again.spool_id, again.sentence) == (JobState.WAITING, "", "")


def test_what_came_out_is_not_printed_again_by_retry(queue, put, add, database, now):
    job = put(queue(add()), JobState.DONE)
    with pytest.raises(MixerError, match="came out"):
        database.write(badge_queue.retry_job, job.id, station=HERE, now=now)


def test_a_waiting_job_goes_to_another_printer_at_once(queue, add, database, event, now):
    job = queue(add())
    moved = database.write(badge_queue.send_to_other_printer, job.id, "laser", station="Kiosk 2", now=now)
    assert (moved.station, moved.printer, moved.state) == ("Kiosk 2", "laser", JobState.WAITING)
    assert "Badge of Ann Smith sent to laser instead of label" in sentences(database, event)


def test_a_job_with_the_spooler_is_asked_back_first(queue, put, add, database, now):
    job = put(queue(add()), JobState.SPOOLED, spool_id="7")
    moved = database.write(badge_queue.send_to_other_printer, job.id, "laser", station="Kiosk 2", now=now)
    assert (moved.state, moved.wish, moved.printer) == (JobState.SPOOLED, JobWish.MOVE, "label")
    cancelled = database.write(badge_queue.cancel_job, job.id, station=HERE, now=now)
    assert (cancelled.state, cancelled.wish) == (JobState.SPOOLED, JobWish.CANCEL)


def test_a_waiting_job_is_cancelled_at_once(queue, add, database, event, now):
    job = queue(add())
    assert database.write(badge_queue.cancel_job, job.id, station=HERE, now=now).state is JobState.CANCELLED
    assert "Badge of Ann Smith not to be printed" in sentences(database, event)


def test_print_here_takes_what_another_station_cannot_print(queue, put, add, database, event, now):
    waiting, failed, doubtful = (queue(add(name), station="Kiosk 2") for name in ("Ann A", "Bob B", "Cy C"))
    put(failed, JobState.FAILED)
    put(doubtful, JobState.UNKNOWN)  # may have come out: not without looking
    take = lambda: database.write(  # noqa: E731
        badge_queue.take_over_jobs, event.id, "Kiosk 2", "label", station=HERE, now=now
    )
    assert take() == 2
    mine = database.read(print_jobs.open_jobs_of_station, HERE)
    assert {job.id for job in mine} == {waiting.id, failed.id}
    assert take() == 0


def test_the_queue_shows_what_is_live_first_and_then_what_ended(queue, put, add, database, event):
    done, waiting, failed = (queue(add(name)) for name in ("Ann A", "Bob B", "Cy C"))
    put(done, JobState.DONE)
    put(failed, JobState.FAILED, sentence="No labels")
    seen = database.read(badge_queue.print_queue, event.id)
    assert [job.id for job in seen.jobs] == [waiting.id, failed.id, done.id]
    assert [job.id for job in seen.troubled] == [failed.id]


def test_forgetting_an_event_empties_its_queue(queue, add, database, event, now):
    queue(add(), reason="spilled wine over Ann")
    forget_event(database, event.id, station=HERE, now=now)
    assert database.read(badge_queue.jobs, event.id) == []


def test_a_test_page_is_about_nobody(database, event, now):
    job = database.write(badge_queue.queue_test_page, event.id, printer="label", station=HERE, now=now)
    assert (job.attendee_id, job.name, job.state) == (None, "", JobState.WAITING)
