"""What the machine does with the queue, with printers that fail, stay silent, stand still and die."""

import os
import signal
import subprocess
import sys
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from mixer_app.domain.errors import MixerError, SendUnsureError
from mixer_app.domain.print_jobs import JobState
from mixer_app.domain.printers import PrinterStatus, SpoolAnswer, SpoolState
from mixer_app.services import badge_queue
from mixer_app.services.badge_dispatch import Dispatcher
from mixer_app.services.badge_paper import BadgePaper
from mixer_app.services.journal import activity
from mixer_app.services.people import get_attendee

from .conftest import QueuePrinter

HERE = "Desk 1"


@pytest.fixture
def printer():
    return QueuePrinter("label")


@pytest.fixture
def dispatcher(database, clock):
    return Dispatcher(database, HERE, clock, lambda job, path: path.write_bytes(b"%PDF-1.4") and None)


@pytest.fixture
def queue(database, event, add, now):
    def build(name="Ann Smith", *, station=HERE):
        attendee = add(name)
        return database.write(badge_queue.queue_badge, event.id, attendee.id, printer="label", station=station, now=now)

    return build


def test_a_badge_is_printed_only_when_the_spooler_says_so(queue, turn, printer, job_now, database):
    job = queue()
    turn(printer)
    assert job_now(job).state is JobState.SPOOLED
    turn(printer)
    assert database.read(get_attendee, job.attendee_id).badge_printed_at is None
    printer.answer = SpoolAnswer(SpoolState.COMPLETED)
    turn(printer)
    assert job_now(job).state is JobState.DONE
    assert database.read(get_attendee, job.attendee_id).badge_printed_at is not None
    turn(printer)
    assert printer.came_out == ["1"]


def test_the_spooler_is_told_no_name(queue, turn, printer):
    job = queue("Ann Smith")
    turn(printer)
    assert [sending.title for sending in printer.sendings] == [f"Badge {job.code}"]


def test_a_refused_job_has_failed_with_its_reason_in_the_journal(queue, turn, printer, job_now, database, event):
    job = queue()
    printer.refuses = MixerError("The printer is on fire.")
    turn(printer)
    assert (job_now(job).state, job_now(job).sentence) == (JobState.FAILED, "The printer is on fire.")
    assert database.read(activity, event.id)[0].sentence == "Badge of Ann Smith at label: The printer is on fire."
    turn(printer)
    assert printer.came_out == []


def test_a_driver_that_makes_a_mistake_is_told_at_once(queue, turn, printer, job_now):
    job = queue()
    printer.refuses = RuntimeError("no such tray")
    with pytest.raises(RuntimeError):
        turn(printer)
    assert job_now(job).state is JobState.UNKNOWN
    assert "Look whether it came out" in job_now(job).sentence


def test_a_job_that_broke_off_while_it_was_handed_over_is_unknown_and_not_repeated(queue, turn, printer, job_now):
    job = queue()
    printer.refuses = SendUnsureError("The line broke.")
    turn(printer)
    assert job_now(job).state is JobState.UNKNOWN
    assert "Look whether it came out" in job_now(job).sentence
    printer.refuses = None
    turn(printer)
    assert printer.came_out == []


def test_paper_that_cannot_be_made_never_reaches_the_printer(queue, database, clock, printer, tmp_path, job_now):
    def refuse(job, path):
        raise MixerError("The name does not fit.")

    job = queue()
    Dispatcher(database, HERE, clock, refuse).send(job, printer, tmp_path)
    assert (job_now(job).state, job_now(job).sentence) == (JobState.FAILED, "The name does not fit.")
    assert printer.came_out == []


def test_a_paused_printer_gets_nothing_and_the_job_waits_with_the_reason(queue, turn, printer, job_now):
    job = queue()
    printer.how = PrinterStatus(ready=False, takes_jobs=False, sentence="Paused")
    turn(printer)
    held = job_now(job)
    assert (held.state, held.sentence, held.in_trouble) == (JobState.WAITING, "Paused", True)
    turn(printer)
    assert job_now(job).changed_at == held.changed_at
    printer.how = PrinterStatus()
    turn(printer)
    assert (job_now(job).state, job_now(job).sentence) == (JobState.SPOOLED, "")


def test_a_printer_that_stops_while_it_has_the_job_says_so(queue, turn, printer, job_now):
    job = queue()
    turn(printer)
    printer.answer = SpoolAnswer(SpoolState.STOPPED, "Out of labels")
    turn(printer)
    assert (job_now(job).state, job_now(job).sentence) == (JobState.SPOOLED, "Out of labels")
    printer.answer = SpoolAnswer(SpoolState.PRINTING)
    turn(printer)
    assert job_now(job).sentence == ""


def test_a_job_that_the_spooler_aborts_has_failed(queue, turn, printer, job_now):
    job = queue()
    turn(printer)
    printer.answer = SpoolAnswer(SpoolState.ABORTED, "Filter failed")
    turn(printer)
    assert (job_now(job).state, job_now(job).sentence) == (JobState.FAILED, "Filter failed")


def test_a_job_that_the_spooler_has_forgotten_is_unknown(queue, turn, printer, job_now):
    job = queue()
    turn(printer)
    printer.answer = SpoolAnswer(SpoolState.GONE)
    turn(printer)
    assert job_now(job).state is JobState.UNKNOWN


def test_a_job_moved_to_another_printer_is_taken_from_the_first_before(queue, turn, printer, job_now, database, clock):
    job, second = queue(), QueuePrinter("laser")
    turn(printer)
    printer.answer = SpoolAnswer(SpoolState.PRINTING, "Out of labels")
    database.write(badge_queue.send_to_other_printer, job.id, "laser", station=HERE, now=clock())
    turn(second)
    assert second.came_out == []
    turn(printer)
    assert printer.withdrawn == ["1"]
    turn(second)
    assert (job_now(job).printer, job_now(job).state) == ("laser", JobState.SPOOLED)
    assert len(second.came_out) == 1


def test_a_job_that_came_out_before_it_could_be_moved_is_not_printed_twice(
    queue, turn, printer, job_now, database, clock
):
    job, second = queue(), QueuePrinter("laser")
    turn(printer)
    database.write(badge_queue.send_to_other_printer, job.id, "laser", station=HERE, now=clock())
    turn(printer)  # it is coming out: let it
    assert printer.withdrawn == []
    printer.answer = SpoolAnswer(SpoolState.COMPLETED)
    turn(printer)
    turn(second)
    assert job_now(job).state is JobState.DONE
    assert second.came_out == []


def test_a_spooler_that_does_not_let_go_leaves_the_job_unknown(queue, turn, printer, job_now, database, clock):
    job = queue()
    turn(printer)
    printer.lets_go = False
    printer.answer = SpoolAnswer(SpoolState.HELD, "Held")
    database.write(badge_queue.cancel_job, job.id, station=HERE, now=clock())
    clock.now += timedelta(seconds=30)
    turn(printer)
    assert job_now(job).state is JobState.UNKNOWN


def test_a_cancelled_job_is_taken_from_the_spooler(queue, turn, printer, job_now, database, clock):
    job = queue()
    turn(printer)
    database.write(badge_queue.cancel_job, job.id, station=HERE, now=clock())
    turn(printer)
    assert job_now(job).state is JobState.CANCELLED


def test_a_job_that_is_cancelled_while_it_is_sent_is_taken_back(
    queue, dispatcher, printer, job_now, tmp_path, clock, database
):
    job = queue()

    def meanwhile(_progress):
        clock.now += timedelta(seconds=30)
        dispatcher.jobs()  # given up
        database.write(badge_queue.cancel_job, job.id, station=HERE, now=clock())

    printer.while_sending = meanwhile
    dispatcher.send(job, printer, tmp_path)
    assert printer.withdrawn == ["1"]
    assert job_now(job).state is JobState.CANCELLED


def test_a_slow_printer_that_answers_after_all_has_the_job(queue, dispatcher, printer, job_now, tmp_path, clock):
    job = queue()

    def meanwhile(_progress):
        clock.now += timedelta(seconds=30)
        dispatcher.jobs()
        assert job_now(job).state is JobState.UNKNOWN

    printer.while_sending = meanwhile
    dispatcher.send(job, printer, tmp_path)
    assert (job_now(job).state, job_now(job).spool_id) == (JobState.SPOOLED, "1")


def test_two_programs_with_one_station_s_name_print_a_badge_once(queue, dispatcher, printer, tmp_path):
    job = queue()
    together = threading.Barrier(2)
    make = dispatcher.make_paper

    def made_together(job, path):
        make(job, path)
        together.wait()

    folders = [tmp_path / name for name in "ab"]
    both = []
    for folder in folders:
        folder.mkdir()
        twin = Dispatcher(dispatcher.database, HERE, dispatcher.clock, made_together)
        both.append(threading.Thread(target=twin.send, args=(job, printer, folder)))
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    assert printer.came_out == ["1"]


def test_a_station_takes_its_own_jobs_only(queue, turn, printer, job_now):
    theirs = queue(station="Kiosk 2")
    turn(printer)
    assert job_now(theirs).state is JobState.WAITING


def test_every_station_knows_how_a_printer_is(dispatcher, printer, database, event, clock):
    first = dispatcher.tell_printer(printer, PrinterStatus(), None)
    clock.now += timedelta(seconds=3)
    assert dispatcher.tell_printer(printer, PrinterStatus(), first) is first  # not written every second
    paused = PrinterStatus(ready=False, takes_jobs=False, sentence="Paused")
    dispatcher.tell_printer(printer, paused, first)
    (seen,) = database.read(badge_queue.print_queue, event.id).printers
    assert (seen.station, seen.title, seen.ready, seen.sentence, seen.since) == (
        HERE,
        "label",
        False,
        "Paused",
        clock.now,
    )


CHILD = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from mixer_app.services.badge_dispatch import Dispatcher
from mixer_app.services.database import open_database
from mixer_app.domain.printers import PrinterStatus

class Dies:
    name = title = "label"
    def status(self):
        return PrinterStatus()
    def send(self, pdf, sending, progress=None):
        print("it has the badge", flush=True)
        time.sleep(60)

database = open_database(sys.argv[1])
dispatcher = Dispatcher(database, "Desk 1", lambda: datetime.now(UTC), lambda job, path: path.write_bytes(b"%PDF-1.4"))
dispatcher.send(dispatcher.jobs()[0], Dies(), Path(sys.argv[2]))
"""


def test_killed_while_sending_nothing_is_lost_and_nothing_is_repeated(
    queue, turn, printer, job_now, database, tmp_path, clock
):
    sending, waiting = queue("Ann Smith"), queue("Bob Jones")
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, database.address, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    with child:
        assert child.stdout.readline() == "it has the badge\n"
        os.kill(child.pid, signal.SIGKILL)
    assert job_now(sending).state is JobState.SENDING
    clock.now = job_now(sending).changed_at + timedelta(seconds=21)
    turn(printer)
    doubtful = job_now(sending)
    assert doubtful.state is JobState.UNKNOWN
    assert doubtful.sentence == "This station stopped while it was on its way. Look whether it came out of the printer."
    assert job_now(waiting).state is JobState.SPOOLED
    assert len(printer.came_out) == 1
    database.write(badge_queue.retry_job, sending.id, station=HERE, now=clock())
    turn(printer)
    assert job_now(sending).state is JobState.SPOOLED


def test_the_paper_is_a_real_badge(queue, database, tmp_path, event, now):
    from mixer_app.services.paper import page_count

    paper = BadgePaper(database)
    test_page = database.write(badge_queue.queue_test_page, event.id, printer="label", station=HERE, now=now)
    for job in (queue(), test_page):
        path = tmp_path / f"{job.id}.pdf"
        paper(job, path)
        assert page_count(path) == 1
    assert Path(path).stat().st_size > 1000


def test_a_badge_with_a_title_that_is_too_long_comes_out_and_everybody_is_told(
    database, event, add, now, clock, printer, tmp_path, job_now
):
    person = add("Ann Smith", title="Associate Programme Director of Emergency and Acute Medicine " * 3)
    job = database.write(badge_queue.queue_badge, event.id, person.id, printer="label", station=HERE, now=now)
    Dispatcher(database, HERE, clock, BadgePaper(database)).send(job, printer, tmp_path)
    assert job_now(job).state is JobState.SPOOLED
    [told] = [one.sentence for one in database.read(activity, event.id) if "shortened" in one.sentence]
    assert told.startswith("Badge of Ann Smith at label: Ann Smith: “Associate Programme Director")


def test_a_badge_with_letters_that_no_font_has_does_not_come_out(
    database, event, add, now, clock, printer, tmp_path, job_now
):
    person = add("Ann \U0001331c")
    job = database.write(badge_queue.queue_badge, event.id, person.id, printer="label", station=HERE, now=now)
    Dispatcher(database, HERE, clock, BadgePaper(database)).send(job, printer, tmp_path)
    assert job_now(job).state is JobState.FAILED
    assert "U+1331C" in job_now(job).sentence
    assert printer.came_out == []
