"""The folder of everything that follows an evening: every file opened by a program that takes it in."""

import csv
import resource
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import icalendar
import pypdfium2
import pytest
import vobject
from openpyxl import load_workbook

from mixer_app.domain.answers import Answer
from mixer_app.domain.errors import Cancelled, MixerError
from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.services.follow_up_folder import FollowUpFolder, write_follow_up_folder
from mixer_app.services.paper import print_kit

KIT = print_kit()
Write = Callable[..., FollowUpFolder]


@pytest.fixture
def write(database: Any, event: Event, tmp_path: Path) -> Write:
    """Write the folder: `write("Follow-up")`."""

    def to(name: str | Path = "Follow-up", **more: Any) -> FollowUpFolder:
        out = name if isinstance(name, Path) else tmp_path / name
        return write_follow_up_folder(database, event.id, out, kit=KIT, **more)

    return to


@pytest.fixture
def three(
    add: Callable[..., Attendee],
    arrive: Callable[..., None],
    introduce: Callable[..., Any],
    answer: Callable[..., None],
) -> tuple[Attendee, Attendee, Attendee]:
    """A mentor who met two mentees, with the first of whom it is mutual; the second has no e-mail address."""
    mentor = add(
        "Ada Mentor",
        role="mentor",
        email="ada@house.example",
        phone="+1 555 0100",
        contact_means="E-mail",
        employer="H",
    )
    eli = add("Eli Mentee", email="eli@clinic.example", employer="C", goal="Become a director")
    fay = add("Fay Mentee", phone="+1 555 0111", employer="D")
    arrive(mentor, eli, fay)
    introduce((mentor, eli), (mentor, fay))
    answer(mentor, eli, Answer.YES)
    answer(eli, mentor, Answer.YES)
    answer(mentor, fay, Answer.YES)
    return mentor, eli, fay


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_each_person_has_a_page_two_dates_the_contacts_and_a_draft_named_by_code(
    write: Write, three: tuple[Attendee, Attendee, Attendee]
) -> None:
    mentor, eli, fay = three
    written = write()
    everyone = {mentor.code, eli.code, fay.code}
    assert set(files(written.folder)) == {
        "Follow-up.xlsx",
        "Mail merge.csv",
        "Mail merge.xlsx",
        *(f"Summaries/{code}.pdf" for code in everyone),
        *(f"Calendars/{code}.ics" for code in everyone),
        *(f"Contacts/{code}-1.vcf" for code in (mentor.code, eli.code)),
        *(f"E-mails/{code}.eml" for code in (mentor.code, eli.code)),
    }
    assert (written.people, written.drafts, written.contact_cards) == (3, 2, 2)
    assert written.without_address == ("Fay Mentee",)
    assert "No e-mail address is known of Fay Mentee" in written.sentences[1]


def test_many_without_an_address_are_not_all_named(tmp_path: Path) -> None:
    names = tuple(f"Name {number}" for number in range(9))
    written = FollowUpFolder(
        folder=tmp_path, people=9, drafts=0, contact_cards=1, without_address=names, not_printed=()
    )
    assert written.sentences == [
        f"Wrote {tmp_path} for 9 people: 0 e-mails and 1 contact card.",
        "No e-mail address is known of Name 0, Name 1, Name 2, Name 3, Name 4 and 4 more: "
        "print their pages in “Summaries”.",
    ]


def test_every_file_is_taken_in_by_the_program_it_is_for(
    write: Write, three: tuple[Attendee, Attendee, Attendee]
) -> None:
    _, eli, _ = three
    folder = write().folder
    with pypdfium2.PdfDocument(folder / "Summaries" / f"{eli.code}.pdf") as page:
        text = page[0].get_textpage().get_text_range()
    assert "ada@house.example" in text
    assert "Eli Mentee" in text
    assert len(icalendar.Calendar.from_ical((folder / f"Calendars/{eli.code}.ics").read_bytes()).walk("VEVENT")) == 2
    card = vobject.readOne((folder / f"Contacts/{eli.code}-1.vcf").read_bytes().decode())
    assert (card.fn.value, card.tel.value) == ("Ada Mentor", "+1 555 0100")
    message = message_from_bytes((folder / f"E-mails/{eli.code}.eml").read_bytes(), policy=policy.default)
    contents = {part.get_filename(): part.get_payload(decode=True) for part in message.iter_attachments()}
    assert contents[f"{eli.code}.pdf"] == (folder / f"Summaries/{eli.code}.pdf").read_bytes()
    assert "ada@house.example" in message.get_body().get_content()
    with (folder / "Mail merge.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = {row["name"]: row for row in csv.DictReader(stream)}
    assert rows["Eli Mentee"]["email"] == "eli@clinic.example"
    assert rows["Eli Mentee"]["given_name"] == "Eli"
    assert rows["Eli Mentee"]["contact_files"] == f"Contacts/{eli.code}-1.vcf"
    assert rows["Eli Mentee"]["text"] == message.get_body().get_content().replace("\r\n", "\n")
    assert rows["Fay Mentee"]["contact_files"] == ""
    assert all((folder / row["summary_file"]).is_file() for row in rows.values())
    assert "Fay" not in "".join(str(path) for path in folder.rglob("*"))
    book = load_workbook(folder / "Mail merge.xlsx")
    assert [cell.value for cell in book.active[1]] == list(rows["Eli Mentee"])
    book.close()


def test_the_same_evening_is_the_same_folder_and_an_earlier_one_is_replaced(
    write: Write, three: tuple[Attendee, Attendee, Attendee], answer: Callable[..., None]
) -> None:
    mentor, eli, _ = three
    first = files(write().folder)
    assert files(write("Again").folder) == first
    answer(mentor, eli, Answer.NO)
    changed = files(write().folder)
    assert f"Contacts/{eli.code}-1.vcf" not in changed
    assert changed != first
    answer(mentor, eli, Answer.YES)
    assert files(write().folder) == first


def test_a_yes_that_was_not_returned_changes_no_byte(
    write: Write, three: tuple[Attendee, Attendee, Attendee], answer: Callable[..., None]
) -> None:
    mentor, _, fay = three
    before = files(write().folder)
    for said in (Answer.NO, Answer.NOT_MET):
        answer(mentor, fay, said, note="private", helped=None)
        assert files(write().folder) == before


def test_a_folder_with_something_else_in_it_is_left_alone(
    write: Write, three: tuple[Attendee, Attendee, Attendee], tmp_path: Path
) -> None:
    mine = tmp_path / "Follow-up"
    (mine / "Summaries").mkdir(parents=True)
    (mine / "Summaries" / "thesis.pdf").write_text("mine")
    with pytest.raises(MixerError, match="holds something else"):
        write()
    assert files(mine) == {"Summaries/thesis.pdf": b"mine"}
    (tmp_path / "a file").write_text("x")
    with pytest.raises(MixerError, match="holds something else"):
        write("a file")
    with pytest.raises(MixerError, match="There is no folder"):
        write("none/Follow-up")
    (tmp_path / "empty").mkdir()
    assert write("empty").people == 3


def test_cancelling_leaves_what_was_there_before_and_nothing_more(
    write: Write, three: tuple[Attendee, Attendee, Attendee], tmp_path: Path
) -> None:
    before = files(write().folder)
    stages: list[tuple[float, str]] = []

    def until_tables(fraction: float, stage: str) -> bool:
        stages.append((fraction, stage))
        return stage != "Writing tables"

    with pytest.raises(Cancelled):
        write(progress=until_tables)
    assert files(tmp_path / "Follow-up") == before
    assert not list(tmp_path.glob(".Follow-up*"))
    assert [stage for _, stage in stages] == ["Reading", *["Writing summaries and e-mails"] * 3, "Writing tables"]
    assert [fraction for fraction, _ in stages] == sorted(fraction for fraction, _ in stages)


@contextmanager
def disk_that_takes_files_up_to(size: int) -> Iterator[None]:
    """What the system answers when there is no room is an `OSError` in the middle of writing; so is this."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
@pytest.mark.parametrize("size", [2_000, 30_000])  # in the middle of a page, and of a draft
def test_a_disk_that_refuses_is_told_in_a_sentence_and_nothing_half_done_is_left(
    write: Write, three: tuple[Attendee, Attendee, Attendee], tmp_path: Path, size: int
) -> None:
    before = files(write().folder)
    with disk_that_takes_files_up_to(size), pytest.raises(MixerError) as refused:
        write()
    assert str(refused.value).startswith(f"“{tmp_path / 'Follow-up'}” could not be written: ")
    assert "Make room there" in str(refused.value)
    assert files(tmp_path / "Follow-up") == before
    assert not list(tmp_path.glob(".Follow-up*"))


def test_what_a_computer_left_that_went_off_in_the_middle_is_put_right(
    write: Write, three: tuple[Attendee, Attendee, Attendee], tmp_path: Path
) -> None:
    before = files(write().folder)
    (tmp_path / "Follow-up").rename(tmp_path / ".Follow-up.mixer-before")
    (tmp_path / ".Follow-up.mixer-part" / "Summaries").mkdir(parents=True)
    with pytest.raises(Cancelled):
        write(progress=lambda fraction, stage: stage == "Reading")
    assert files(tmp_path / "Follow-up") == before
    assert not list(tmp_path.glob(".Follow-up*"))


def test_the_folder_that_one_is_in_will_do(
    write: Write, three: tuple[Attendee, Attendee, Attendee], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert write(Path()).folder == tmp_path / "here"
    assert len(list((tmp_path / "here" / "Summaries").iterdir())) == 3


def test_before_anybody_has_met_there_is_nothing_to_write(write: Write, tmp_path: Path) -> None:
    with pytest.raises(MixerError, match="not planned yet"):
        write()
    assert not (tmp_path / "Follow-up").exists()


def test_a_name_that_looks_like_a_formula_is_a_name_in_every_table(
    write: Write, add: Callable[..., Attendee], arrive: Callable[..., None], introduce: Callable[..., Any]
) -> None:
    mentor, evil = add("Ada Mentor", role="mentor"), add("=HYPERLINK(1) +Mentee", email="eve@x.example")
    arrive(mentor, evil)
    introduce((mentor, evil))
    folder = write().folder
    with (folder / "Mail merge.csv").open(encoding="utf-8-sig", newline="") as stream:
        names = {row["email"]: row["name"] for row in csv.DictReader(stream)}
    assert names["eve@x.example"] == "'=HYPERLINK(1) +Mentee"
    book = load_workbook(folder / "Follow-up.xlsx")
    cells = [cell for page in book for row in page.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert any(cell.value == "=HYPERLINK(1) +Mentee" for cell in cells)
    book.close()


def test_some_people_only(write: Write, three: tuple[Attendee, Attendee, Attendee]) -> None:
    _, eli, _ = three
    written = write(attendee_ids={eli.id})
    assert [path.name for path in (written.folder / "Summaries").iterdir()] == [f"{eli.code}.pdf"]
