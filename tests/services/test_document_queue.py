"""Documents in the print queue: whole, once, and nothing left behind."""

import os
from datetime import timedelta

import pytest
from reportlab.pdfgen.canvas import Canvas

from mixer_app.domain.errors import Cancelled, MixerError
from mixer_app.domain.print_jobs import JobState, PaperOrder
from mixer_app.domain.printers import SpoolAnswer, SpoolState
from mixer_app.domain.stock import Flip
from mixer_app.services import badge_queue
from mixer_app.services.badge_dispatch import GIVEN_UP_AFTER, Dispatcher
from mixer_app.services.badge_paper import BadgePaper
from mixer_app.services.document_queue import queue_document
from mixer_app.services.forgetting import forget_event
from mixer_app.services.job_paper import JobPaper
from mixer_app.services.journal import activity
from mixer_app.services.kept_papers import kept_papers
from mixer_app.services.paper import page_count
from mixer_app.services.people import get_attendee

from .conftest import QueuePrinter

HERE = "Control"


@pytest.fixture
def laser():
    return QueuePrinter("laser")


@pytest.fixture
def copier():
    return QueuePrinter("copier")


@pytest.fixture
def kept(database):
    return kept_papers(database)


@pytest.fixture
def sheets(tmp_path):
    canvas = Canvas(str(tmp_path / "sheets.pdf"))
    for number in range(12):
        canvas.drawString(50, 50, f"Sheet {number + 1}")
        canvas.showPage()
    canvas.save()
    return tmp_path / "sheets.pdf"


@pytest.fixture
def queue(database, event, kept, sheets, now):
    def build(**said):
        order = PaperOrder(title="12 match sheets", pages=12, printer="laser", **said)
        paper = kept.keep(sheets)
        return database.write(queue_document, event.id, order, paper=paper, station=HERE, now=now)

    return build


@pytest.fixture
def dispatcher(database, clock, kept):
    return Dispatcher(database, HERE, clock, JobPaper(BadgePaper(database), kept))


def tidy(kept, database, now):
    kept.tidy(database, now)
    return list(kept.folder.iterdir())


def test_a_document_goes_to_its_printer_as_it_was_written(queue, turn, laser, job_now, sheets, kept, database, now):
    job = queue(copies=2, two_sided=Flip.LONG_EDGE)
    turn(laser)
    assert job_now(job).state is JobState.SPOOLED
    ((pages, sending),) = laser.taken
    assert (pages, sending.title, sending.copies, sending.two_sided) == (12, "12 match sheets", 2, Flip.LONG_EDGE)
    assert len(tidy(kept, database, now)) == 1
    laser.answer = SpoolAnswer(SpoolState.COMPLETED)
    turn(laser)
    assert job_now(job).state is JobState.DONE
    assert tidy(kept, database, now) == []


def test_the_kept_pages_are_closed_to_other_users(queue, kept):
    queue()
    assert kept.folder.stat().st_mode & 0o077 == 0


def test_the_activity_list_tells_what_was_printed(queue, turn, laser, database, event):
    queue()
    turn(laser)
    laser.answer = SpoolAnswer(SpoolState.COMPLETED)
    turn(laser)
    told = [entry.sentence for entry in database.read(activity, event.id)]
    assert "12 match sheets to be printed on laser" in told
    assert "Printed 12 match sheets on laser" in told


def test_badges_on_a_sheet_are_printed_when_the_sheet_is_out(queue, turn, laser, add, database, now):
    ann, bob = add("Ann Smith"), add("Bob Jones")
    queue(badges=frozenset({ann.id}))
    turn(laser)
    assert database.read(get_attendee, ann.id).badge_printed_at is None
    laser.answer = SpoolAnswer(SpoolState.COMPLETED)
    turn(laser)
    assert database.read(get_attendee, ann.id).badge_printed_at == now
    assert database.read(get_attendee, bob.id).badge_printed_at is None


def test_asking_twice_queues_once(database, event, kept, sheets, now):
    order = PaperOrder(title="Sheets", pages=12, printer="laser")
    paper = kept.keep(sheets)
    first, second = (
        database.write(queue_document, event.id, order, paper=paper, station=HERE, now=now, request_id="r1")
        for _ in range(2)
    )
    assert first == second


def test_some_pages_can_be_kept_alone(kept, sheets):
    assert page_count(kept.folder / kept.keep(sheets, range(2, 5))) == 3


def test_a_document_without_a_printer_is_refused(database, event, now):
    order = PaperOrder(title="Sheets", pages=1, printer="")
    with pytest.raises(MixerError, match="No printer"):
        database.write(queue_document, event.id, order, paper="x.pdf", station=HERE, now=now)


def test_a_printer_that_dies_in_the_midst_leaves_the_rest_to_another_and_no_page_twice(
    queue, turn, laser, copier, job_now, database, now
):
    job = queue()
    turn(laser)
    laser.answer = SpoolAnswer(SpoolState.ABORTED, "The fuser is cold.", 5)
    turn(laser)
    assert job_now(job).state is JobState.FAILED
    assert job_now(job).sentence == "The fuser is cold. 5 of 12 pages came out; the rest is left."
    database.write(badge_queue.send_to_other_printer, job.id, "copier", station=HERE, now=now)
    turn(laser, copier)
    assert [pages for pages, _ in copier.taken] == [7]
    copier.answer = SpoolAnswer(SpoolState.ABORTED, "", 2)
    turn(copier)
    assert job_now(job).printed == 7
    database.write(badge_queue.retry_job, job.id, station=HERE, now=now, from_start=True)
    turn(copier)
    assert [pages for pages, _ in copier.taken] == [7, 12]


def test_what_is_left_of_a_two_sided_document_begins_on_a_front(queue, turn, laser, copier, job_now, database, now):
    job = queue(two_sided=Flip.LONG_EDGE)
    turn(laser)
    laser.answer = SpoolAnswer(SpoolState.ABORTED, "The fuser is cold.", 5)
    turn(laser)
    assert job_now(job).printed == 4
    assert job_now(job).sentence.startswith("The fuser is cold. 4 of 12 pages are on whole sheets. Take away the sheet")
    database.write(badge_queue.send_to_other_printer, job.id, "copier", station=HERE, now=now)
    turn(laser, copier)
    assert [pages for pages, _ in copier.taken] == [8]
    copier.answer = SpoolAnswer(SpoolState.ABORTED, "Out of toner.", 2)
    turn(copier)
    assert job_now(job).sentence == "Out of toner. 6 of 12 pages came out; the rest is left."


def test_a_document_that_is_wanted_elsewhere_is_taken_back_and_only_the_rest_goes_there(
    queue, turn, laser, copier, database, clock, now
):
    job = queue()
    turn(laser)
    laser.answer = SpoolAnswer(SpoolState.STOPPED, "Out of paper", 3)
    database.write(badge_queue.send_to_other_printer, job.id, "copier", station=HERE, now=now)
    turn(laser)
    turn(copier)
    assert [pages for pages, _ in copier.taken] == [9]


def test_where_copies_make_it_unsure_what_came_out_a_person_decides(queue, turn, laser, job_now, database, now):
    job = queue(copies=3)
    turn(laser)
    laser.answer = SpoolAnswer(SpoolState.STOPPED, "Out of paper", 3)
    database.write(badge_queue.send_to_other_printer, job.id, "copier", station=HERE, now=now)
    turn(laser)
    assert job_now(job).state is JobState.FAILED
    assert "Some pages came out" in job_now(job).sentence


def test_a_cancelled_document_is_gone_and_cannot_be_printed_again(queue, kept, database, now, job_now):
    job = queue()
    database.write(badge_queue.cancel_job, job.id, station=HERE, now=now)
    assert tidy(kept, database, now) == []
    with pytest.raises(MixerError, match="no longer kept"):
        database.write(badge_queue.retry_job, job.id, station=HERE, now=now)


def test_a_failed_document_is_kept_until_somebody_decides(queue, turn, laser, kept, database, now, job_now):
    job = queue()
    turn(laser)
    laser.answer = SpoolAnswer(SpoolState.ABORTED)
    turn(laser)
    assert job_now(job).state is JobState.FAILED
    assert len(tidy(kept, database, now)) == 1


def test_a_file_whose_job_was_never_written_goes_after_a_while_and_not_before(kept, sheets, database, now):
    paper = kept.folder / kept.keep(sheets)
    os.utime(paper, (now.timestamp(), now.timestamp()))
    assert tidy(kept, database, now + timedelta(minutes=9)) == [paper]
    assert tidy(kept, database, now + timedelta(minutes=11)) == []


def test_forgetting_an_event_takes_its_documents_along(queue, kept, database, event, now):
    queue()
    (paper,) = kept.folder.iterdir()
    os.utime(paper, (now.timestamp() - 3600, now.timestamp() - 3600))
    forget_event(database, event.id, station=HERE, now=now)
    assert tidy(kept, database, now) == []


def test_pages_that_are_not_on_this_computer_are_said_to_be_elsewhere(queue, turn, laser, kept, job_now):
    job = queue()
    (kept.folder / job.paper).unlink()
    turn(laser)
    assert job_now(job).state is JobState.FAILED
    assert "not on this computer" in job_now(job).sentence
    assert laser.taken == []


def test_another_station_takes_over_badges_but_no_documents(queue, database, event, add, now):
    queue()
    ann = add("Ann Smith")
    database.write(badge_queue.queue_badge, event.id, ann.id, printer="label", station=HERE, now=now)
    taken = database.write(badge_queue.take_over_jobs, event.id, HERE, "zebra", station="Desk 1", now=now)
    assert taken == 1


def test_a_document_that_is_given_page_by_page_is_not_given_up_meanwhile(
    queue, turn, laser, dispatcher, clock, job_now
):
    job = queue()

    def slowly(progress):
        for page in range(12):
            clock.now += timedelta(seconds=5)
            assert progress(page / 12, "")
            assert dispatcher.jobs()[0].state is JobState.SENDING

    laser.while_sending = slowly
    turn(laser)
    assert job_now(job).state is JobState.SPOOLED


def test_a_document_can_be_cancelled_while_its_pages_go_to_the_printer(
    queue, turn, laser, clock, job_now, database, now
):
    job = queue()

    def stopped(progress):
        database.write(badge_queue.cancel_job, job.id, station=HERE, now=clock())
        clock.now += timedelta(seconds=5)
        if not progress(0.5, ""):
            raise Cancelled

    laser.while_sending = stopped
    turn(laser)
    assert (job_now(job).state, laser.taken) == (JobState.CANCELLED, [])


def test_a_silent_printer_is_told_while_the_job_can_still_be_given_up(queue, turn, laser, dispatcher, clock, job_now):
    job = queue()

    def hang(progress):
        clock.now += timedelta(seconds=4)
        dispatcher.note_silence(job)
        assert job_now(job).in_trouble
        clock.now += GIVEN_UP_AFTER
        dispatcher.jobs()
        assert job_now(job).state is JobState.UNKNOWN

    laser.while_sending = hang
    turn(laser)
    assert job_now(job).state is JobState.SPOOLED
