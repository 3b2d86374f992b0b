"""What was erased is in no byte of any file that the application made: database, copies, kept and printed documents."""

import re
import zlib
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from reportlab.pdfgen.canvas import Canvas

from mixer_app.domain.bulk_edit import BulkEdit
from mixer_app.domain.imports import ImportAccount, RejectedRow
from mixer_app.domain.people import registration_of
from mixer_app.domain.print_jobs import JobKind, JobState, PaperOrder
from mixer_app.domain.printers import FOLDER_PRINTER
from mixer_app.domain.programme import ContactCheck
from mixer_app.services.answers import Answer, list_answers, record_answer
from mixer_app.services.bulk_edits import edit_people
from mixer_app.services.database import back_up, check_integrity
from mixer_app.services.document_queue import queue_document
from mixer_app.services.forgetting import forget_event, forget_person
from mixer_app.services.journal import activity
from mixer_app.services.kept_papers import kept_papers
from mixer_app.services.merging import merge_people
from mixer_app.services.own_files import printed_folder
from mixer_app.services.people import edit_attendee, list_attendees
from mixer_app.services.programme import note_contact
from mixer_app.services.report_figures import event_report
from mixer_app.store import print_jobs
from mixer_app.store.backups import back_up_before, backups_of
from mixer_app.store.imports import ImportStep, add_import
from mixer_app.store.plans import latest_plan

HERE = {"station": "Desk 1"}


def _texts(folder):
    """Every file under a folder, with what is packed in its PDF streams."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            yield path, content
            for stream in re.findall(rb"stream\r?\n(.*?)endstream", content, re.DOTALL):
                try:
                    yield path, zlib.decompress(stream.strip(b"\r\n"))
                except zlib.error:
                    continue


def _found(folder, words):
    """Which of the words stand in which file, in UTF-8 or UTF-16, whatever the capitals, also escaped as in JSON."""
    written = {
        form.encode(code).lower()
        for word in words
        for code in ("utf-8", "utf-16-le", "utf-16-be")
        for form in (word, word.lower(), word.upper(), word.encode("ascii", "backslashreplace").decode())
    }
    return sorted({(path.name, one) for path, content in _texts(folder) for one in written if one in content.lower()})


@pytest.fixture
def private(add, event):
    """Someone with something rare in everything they said, and the rare words."""
    eve = add(
        "Évelyne Quixwood",
        role="mentor",
        email="evelyne@quixwood.example",
        phone="+358 40 7654321",
        employer="Quixhouse Clinic",
        title="Zephyrologist",
        region="Xanadu Bay",
        external_id="EXT-90817",
        staff_note="Needs the ramp at door Omega",
        goal="Write the quillbook",
        topics_offered=("Finance", "Zephyr design"),
        answers=(("Diet?", "Only yuzufruit"),),
        wishes=("Gus Mentee",),
    )
    words = {
        *("Évelyne Quixwood", "evelyne@quixwood.example", "+358 40 7654321", "Quixhouse Clinic", "Zephyrologist"),
        *("Xanadu Bay", "EXT-90817", "door Omega", "quillbook", "Zephyr design", "yuzufruit", "Quixwood", eve.code),
    }
    return eve, words


@pytest.fixture
def evening(database, event, private, mentees, mentors, introduce, arrive, now):
    """Everything that an evening writes about people: changes, answers, imports, prints, copies."""
    eve, _ = private
    gus = mentees[2]
    arrive(eve, *mentees, *mentors)
    introduce((eve, gus), (mentors[0], mentees[0]), took_place=True)
    for one, other in ((eve, gus), (gus, eve), (mentors[0], mentees[0]), (mentees[0], mentors[0])):
        note = "Ask Évelyne Quixwood again" if one is not eve else "Ring Gus Mentee"
        database.write(record_answer, event.id, one.id, other.id, Answer.YES, note=note, now=now, **HERE)
    database.write(note_contact, eve.id, gus.id, ContactCheck(in_touch=True, note="Quixwood calls"), now=now, **HERE)
    said = registration_of(eve)
    other = registration_of(mentees[1])
    database.write(
        edit_attendee, mentees[1].id, _but(other, staff_note="Came with  évelyne quixwood", wishes=("E. Quixwood",)),
        now=now, **HERE,
    )  # fmt: skip
    database.write(edit_attendee, eve.id, _but(said, title="Head Zephyrologist"), now=now, **HERE)
    rejected = RejectedRow(file="people.csv", row=7, field="email", value="evelyne@quixwood.example", reason="twice")
    account = ImportAccount(rejected=(rejected,), warnings=("Évelyne Quixwood is there twice",))
    step = ImportStep(attendee_id=eve.id, before=said, after=_but(said, region="Xanadu Bay"))
    database.write(add_import, event.id, account=account, steps=[step], at=now, **HERE)
    return eve, gus


def _but(registration, **changes):
    return replace(registration, role=None, **changes)


@pytest.fixture
def written(database, event, evening, now, tmp_path):
    """The files: documents that wait, badges printed to a folder, a backup, an interrupted copy, a damaged file."""
    eve, _ = evening
    pdf = tmp_path / "sheet.pdf"
    canvas = Canvas(str(pdf), pageCompression=1)
    canvas.drawString(100, 700, "Evelyne Quixwood EXT-90817 Zephyrologist")
    canvas.save()
    kept = kept_papers(database).keep(pdf)
    order = PaperOrder(title="Match sheet of Évelyne Quixwood", printer="laser", pages=1)
    job = database.write(queue_document, event.id, order, paper=kept, now=now, **HERE)
    printed = printed_folder(database)
    printed.mkdir()
    (printed / "Badge of Évelyne Quixwood.pdf").write_bytes(pdf.read_bytes())
    badge = database.write(
        print_jobs.add_job, event_id=event.id, attendee_id=eve.id, kind=JobKind.BADGE, printer=FOLDER_PRINTER,
        now=now, request_id="r-evelyne@quixwood.example", **HERE,
    )  # fmt: skip
    spooled = {"state": JobState.DONE, "spool_id": "Badge of Évelyne Quixwood.pdf"}
    database.write(print_jobs.change_job, badge.id, (JobState.WAITING,), now=now, **spooled)
    pdf.unlink()
    back_up_before(database.path, "version-0007")
    database.path.with_name("mixer.db.damaged").write_bytes(database.path.read_bytes())
    (tmp_path / "backups" / "mixer-20260305-100000-000000-before.db.unfinished").write_bytes(
        b"evelyne@quixwood.example"
    )
    (tmp_path / "mentor-mixer.log").write_text("2026-03-05 WARNING The window stood still\n", encoding="utf-8")
    return job


@pytest.mark.database_file
def test_the_search_finds_what_is_there(database, private, evening, written, tmp_path):
    found = {word.decode("latin-1").lower() for _, word in _found(tmp_path, private[1])}
    for word in private[1]:
        assert word.encode().lower().decode("latin-1").lower() in found, word


@pytest.mark.database_file
def test_no_file_holds_a_byte_of_one_person_who_is_forgotten(database, event, private, evening, written, tmp_path, now):
    eve, words = private
    said = forget_person(database, eve.id, now=now + timedelta(days=100), dice=Random(5), station="Control")
    assert "deleted 1 backup and 1 printed file that held them; a new backup is made" in said
    assert _found(tmp_path, words) == []
    assert database.read(check_integrity) == []
    assert len(list(backups_of(database.path))) == 1


@pytest.mark.database_file
def test_others_keep_what_is_theirs(database, event, private, evening, written, now):
    eve, gus = evening
    before = {one.id: one for one in database.read(list_attendees, event.id)}
    forget_person(database, eve.id, now=now + timedelta(days=100), dice=Random(5), station="Control")
    after = {one.id: one for one in database.read(list_attendees, event.id)}
    changed = {number for number in before if before[number] != after[number]}
    noted = next(one.id for one in before.values() if "quixwood" in one.staff_note)
    assert changed == {eve.id, noted}
    assert after[noted].staff_note == "Came with  …"
    assert after[noted].wishes == ()
    assert after[gus.id] == before[gus.id]
    left = database.read(list_answers, event.id)
    assert {one.note for one in left} == {"Ask … again"}
    assert len(left) == 2
    plan = database.read(latest_plan, event.id)
    assert [one.mentor_id for one in plan.introductions if one.mentee_id == gus.id] == [eve.id]


@pytest.mark.database_file
def test_no_file_holds_a_byte_of_anybody_of_an_event_that_is_forgotten(
    database, event, private, evening, written, mentees, mentors, tmp_path, now
):
    words = set(private[1])
    for one in (*mentees, *mentors):
        words |= {one.name.full, one.email, one.employer, one.code, *([one.goal] if one.goal else [])}
    assert _found(tmp_path, words)
    forget_event(database, event.id, now=now + timedelta(days=100), dice=Random(5), station="Control")
    assert _found(tmp_path, words) == []
    assert database.read(check_integrity) == []


def test_merged_and_edited_together_leaves_no_byte_either(database, event, add, mentees, now, tmp_path):
    one = add("Ottoline Vexford", email="ottoline@vexford.example", employer="Vex House")
    two = add("O. Vexford", email="ov@vexford.example", employer="Vex House")
    merged = database.write(merge_people, event.id, [one.id, two.id], {"email": 1}, now=now, **HERE).attendee
    database.write(
        edit_people, event.id, [merged.id, mentees[0].id], BulkEdit(employer="City Hospital"), now=now, **HERE
    )
    forget_person(database, merged.id, now=now, dice=Random(5), station="Control")
    words = {"Ottoline Vexford", "O. Vexford", "ottoline@vexford.example", "ov@vexford.example", "Vex House"}
    assert _found(tmp_path, {*words, one.code, two.code}) == []


def test_copies_that_somebody_made_are_theirs(database, private, evening, tmp_path, now):
    (tmp_path / "mine").mkdir()
    back_up(database, tmp_path / "mine" / "copy.db")
    said = forget_person(database, private[0].id, now=now, dice=Random(5), station="Control")
    assert "Copies, exports and prints that you made yourself" in said
    assert (tmp_path / "mine" / "copy.db").exists()


def test_figures_of_a_forgotten_event_stay_without_small_counts(database, event, add, introduce, arrive, now):
    mentors = [add(f"Mentor Number{one}", role="mentor") for one in range(6)]
    mentees = [add(f"Mentee Number{one}") for one in range(12)]
    late = add("Late Comer")
    arrive(*mentors, *mentees, late)
    pairs = [(mentors[one % 6], mentees[one]) for one in range(12)]
    introduce(*pairs, took_place=True)
    for number, (mentor, mentee) in enumerate(pairs):
        for one, other in ((mentor, mentee), (mentee, mentor)):
            answer = Answer.YES if number < 9 else Answer.NO
            database.write(record_answer, event.id, one.id, other.id, answer, now=now, **HERE)
    before = database.read(event_report, event.id)
    forget_event(database, event.id, now=now, dice=Random(5), station="Control")
    after = database.read(event_report, event.id)
    assert (after.came, after.mentors, after.mentees) == (before.came, before.mentors, before.mentees) == (19, 6, 13)
    assert before.mutual_matches == 9
    assert after.mutual_matches == 12  # three without: told of neither, so all are counted as one group
    assert after.mentee_answers.no == 0
    small = [count for name in ("meetings_per_mentee", "mutual_per_mentee") for _, count in getattr(after, name)]
    assert all(count >= 5 for count in small)
    assert after == database.read(event_report, event.id)


def test_nobody_can_be_told_by_the_order_of_the_places(database, event, add, now):
    roles = ["mentor"] * 10 + ["mentee"] * 30
    people = [add(f"Person Number{number}", role=role) for number, role in enumerate(roles)]
    forget_event(database, event.id, now=now, dice=Random(5), station="Control")
    left = {one.id: one.role.value for one in database.read(list_attendees, event.id)}
    assert sorted(left.values()) == sorted(roles)
    assert [left[one.id] for one in people] != roles


def test_what_staff_noted_of_the_person_brings_nothing_of_them_back(database, event, private, evening, now):
    eve, _ = evening
    kinds = {one.what for one in database.read(activity, event.id) if one.can_undo}
    assert {"contact checked", "edited"} <= kinds
    forget_person(database, eve.id, now=now, dice=Random(5), station="Control")
    told = [one for one in database.read(activity, event.id) if one.can_undo]
    assert not [one for one in told if one.what == "contact checked"]
    assert {one.attendee_id for one in told if one.what == "edited"} == {_noted(database, event)}


def _noted(database, event):
    return next(one.id for one in database.read(list_attendees, event.id) if "…" in one.staff_note)
