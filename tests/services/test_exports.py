"""Files out: the columns others rely on, and the way back in."""

import csv
from dataclasses import replace
from datetime import datetime, time
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import EventPlanning
from mixer_app.domain.imports import ImportFile
from mixer_app.domain.people import PersonName, Registration, registration_of
from mixer_app.domain.roles import Role
from mixer_app.services.check_in import check_in
from mixer_app.services.events import create_event
from mixer_app.services.exports import export_follow_up, export_people, export_plan
from mixer_app.services.imports import import_files
from mixer_app.services.people import list_attendees
from mixer_app.services.planning import plan_event
from mixer_app.store.registrations import add_registrations


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture
def everything(a_registration) -> list[Registration]:
    """People who use every field, and what makes files break."""
    return [
        a_registration(
            "Zoë van der Berg",
            role="both",
            external_id="TK-001",
            email="zoe@x.org",
            phone="+44 20 7946 0018",
            pronouns="she/her",
            employer="=Cmd Ltd",
            title="Chief; of, everything",
            field="Surgery",
            region="Leeds",
            languages=("English", "Dutch"),
            experience_years=12.5,
            experience_grade="SEO",
            needs_wanted=("Relocation", "Law; tax"),
            needs_offered=("New position",),
            topics_wanted=("Finance",),
            topics_offered=("Leadership", 'The "big" picture', '"quoted"; and more'),
            goal="first\nsecond line",
            remote_ok=False,
            contact_frequency="monthly",
            contact_means="e-mail",
            contact_consent=True,
            introductions_limit=4,
            continuing_limit=0,
            arrives=time(19, 15),
            leaves=time(20, 0),
            rests=(2, 4),
            wishes=("Bo Li",),
            keep_apart=("Cy Fox",),
            staff_note="@door",
            answers=(("Diet", "-none"), ("name", "an answer called like a column"), ("Tour – Old town", "Yes"),
                     ("Tour – Harbour", "No"), ("region", "N/A")),
        ),
        replace(
            a_registration("Bo Li", role="mentor", email="shared@x.org"),
            name=PersonName(full="Lovelace, Ada", native="王小明"),
        ),
        a_registration("Na Nil", role="mentee", email="shared@x.org", answers=(("Diet", "none"),)),
        a_registration("Na Nil", role="mentee", email="broken@"),
    ]  # fmt: skip


def fill(database, event, people, now):
    return database.write(add_registrations, event.id, people, now=now, dice=Random(5))


def registrations(database, event):
    return {one.code: registration_of(one) for one in database.read(list_attendees, event.id)}


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_export_wipe_import_gives_the_same_people(database, event, now, everything, tmp_path, suffix):
    from mixer_app.services.database import open_database

    fill(database, event, everything, now)
    out = tmp_path / f"people{suffix}"
    assert export_people(database, event.id, out, private=True) == 4
    wiped = open_database(str(tmp_path / "wiped.db"))
    planning = EventPlanning(name="Again", starts_at=datetime(2026, 3, 5, 18, 30))
    again = wiped.write(create_event, planning, station="D", now=now)
    account = import_files(wiped, again.id, [ImportFile(path=out)], station="D", now=now, dice=Random(9))
    assert (account.rows, account.added, account.rejected) == (4, 4, ())
    assert registrations(wiped, again) == registrations(database, event)
    wiped.close()


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_our_own_export_says_nothing_new(database, event, now, everything, tmp_path, suffix):
    fill(database, event, everything, now)
    out = tmp_path / f"people{suffix}"
    export_people(database, event.id, out)
    account = import_files(database, event.id, [ImportFile(path=out)], station="D", now=now, dice=Random(9))
    assert (account.rows, account.unchanged) == (4, 4)


def test_the_columns_that_others_rely_on(database, event, now, everything, tmp_path):
    fill(database, event, everything, now)
    code = database.read(list_attendees, event.id)[0].code
    database.write(check_in, event.id, code, station="D", now=now)
    out = tmp_path / "people.csv"
    export_people(database, event.id, out)
    rows = read_csv(out)
    wanted = [
        "code",
        "name",
        "given_name",
        "family_name",
        "email",
        "employer",
        "title",
        "role",
        "status",
        "checked_in_at",
        "topics",
        "needs",
    ]
    assert set(wanted) <= set(rows[0])
    assert rows[0]["status"] == "checked in"
    assert rows[0]["checked_in_at"].startswith("2026-03-05")
    zoe = next(row for row in rows if row["name"].startswith("Zoë"))
    assert zoe["employer"] == "'=Cmd Ltd"
    assert zoe["Diet"] == "'-none"
    assert zoe["topics"].startswith("Leadership")


def test_keep_aparts_travel_only_when_asked(database, event, now, everything, tmp_path):
    fill(database, event, everything, now)
    out = tmp_path / "people.csv"
    export_people(database, event.id, out)
    assert "Cy Fox" not in out.read_text(encoding="utf-8")


def test_csv_is_what_excel_opens_right(database, event, now, everything, tmp_path):
    fill(database, event, everything, now)
    out = tmp_path / "people.csv"
    export_people(database, event.id, out)
    raw = out.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfcode,name,")
    assert raw.endswith(b"\r\n")


def test_a_workbook_has_texts_and_no_formulas(database, event, now, everything, tmp_path):
    from openpyxl import load_workbook

    fill(database, event, everything, now)
    out = tmp_path / "people.xlsx"
    export_people(database, event.id, out)
    sheet = load_workbook(out)["People"]
    assert sheet.freeze_panes == "A2"
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    assert any(cell.value == "=Cmd Ltd" for row in sheet.iter_rows() for cell in row)


def test_a_plan_is_written_by_round_and_table(database, event, now, add, tmp_path):
    add("Ann Lee", role="mentor", topics_offered=("Finance",))
    add("Bo Li", role="mentee", topics_wanted=("Finance",))
    plan_event(database, event.id, everyone=True, seed=1, station="D", clock=lambda: now)
    out = tmp_path / "plan.csv"
    assert export_plan(database, event.id, out) == 1
    (row,) = read_csv(out)
    assert list(row) == [
        "round",
        "starts_at",
        "table",
        "mentor_code",
        "mentor",
        "mentee_code",
        "mentee",
        "score",
        "reasons",
    ]
    assert (row["mentor"], row["mentee"], row["table"]) == ("Ann Lee", "Bo Li", "1")
    assert row["starts_at"].startswith("2026-03-05 ")
    export_follow_up(database, event.id, tmp_path / "follow-up.csv")
    rows = read_csv(tmp_path / "follow-up.csv")
    assert list(rows[0]) == ["code", "name", "partner_code", "partner", "met", "mutual", "contact"]
    assert {row["contact"] for row in rows} == {""}


def test_without_a_plan_there_is_nothing_to_write(database, event, tmp_path):
    with pytest.raises(MixerError, match="no plan yet"):
        export_plan(database, event.id, tmp_path / "plan.csv")
    assert not list(tmp_path.glob("plan*"))


def test_another_kind_of_file_is_refused(database, event, tmp_path):
    with pytest.raises(MixerError, match=r"must end in \.csv or \.xlsx"):
        export_people(database, event.id, tmp_path / "people.ods")


SEEN = st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Cn", "Co"], include_characters="\u200c\u200d")
words = st.text(SEEN, max_size=12).map(
    lambda text: " ".join(text.replace("\ufeff", "").replace("\u200b", "").split()).strip("\u200e\u200f\u3000 ")
)
several = st.lists(words.filter(bool), max_size=3).map(tuple)


@given(
    st.builds(
        Registration,
        name=st.builds(PersonName, full=words.filter(bool), given=words, family=words, native=words),
        role=st.sampled_from(Role),
        external_id=words,
        employer=words,
        goal=words,
        wishes=several,
        experience_years=st.none() | st.integers(0, 400).map(lambda number: number / 4),
        contact_consent=st.none() | st.booleans(),
        colleagues_ok=st.none() | st.booleans(),
        answers=st.dictionaries(words.filter(bool), words.filter(bool), max_size=3).map(lambda d: tuple(d.items())),
    ),
    st.just(".csv"),
)
def test_whatever_people_said_comes_back_as_they_said_it(tmp_path, said, suffix):
    from mixer_app.exchange.files import read_tables
    from mixer_app.exchange.mapping import guess_columns
    from mixer_app.exchange.own_export import OWN_COLUMNS, question_title
    from mixer_app.exchange.own_rows import to_cells
    from mixer_app.exchange.reading import Knowledge
    from mixer_app.exchange.rows import read_rows
    from mixer_app.exchange.writing import write_table

    path = tmp_path / f"one{suffix}"
    cells_ = to_cells(said)
    titles = [name for name, _ in OWN_COLUMNS] + [question_title(question) for question, _ in said.answers]
    row = [cells_.get(name, "") for name, _ in OWN_COLUMNS] + [answer for _, answer in said.answers]
    write_table(path, "People", titles, [row])
    (table,) = read_tables(path)
    (read,) = read_rows(table, guess_columns(table), Knowledge(), "one").rows
    assert read.registration == said
