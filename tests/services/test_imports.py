"""Importing through the public door, as the command line and the People page do."""

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mixer_app.domain.errors import Cancelled, MixerError
from mixer_app.domain.imports import Decided, Field, ImportAccount, ImportFile
from mixer_app.domain.people import registration_of
from mixer_app.domain.roles import Role
from mixer_app.services.check_in import check_in
from mixer_app.services.events import find_event
from mixer_app.services.imports import account_as_json, field_choices, import_files, preview_import, undo_import
from mixer_app.services.journal import activity, undo
from mixer_app.services.people import cancel_attendee, list_attendees
from mixer_app.store import wishes

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the files that others wrote are not beside this checkout"
)

MENTEES = "Name,Email,Role,Company,What brings you here?\n"


@pytest.fixture
def run(database: Any, event: Any, now: Any, tmp_path: Path) -> Callable[..., ImportAccount]:
    """Import tables given as text: `run("Name,Role\\n…")`; several as `run(mentors=…, mentees=…)`."""

    def build(text: str | None = None, /, *, dry_run: bool = False, said: dict[str, Any] | None = None, **named: str):
        texts = named if text is None else {"people": text}
        files = []
        for name, content in texts.items():
            path = tmp_path / f"{name}.csv"
            path.write_text(content, encoding="utf-8", newline="")
            files.append(ImportFile(path=path, **(said or {})))
        return import_files(database, event.id, files, station="Desk 1", now=now, dice=Random(3), dry_run=dry_run)

    return build


@pytest.fixture
def people(database: Any, event: Any) -> Callable[[], dict[str, Any]]:
    """Who is registered now, by name."""
    return lambda: {one.name.full: one for one in database.read(list_attendees, event.id)}


def adds_up(account: ImportAccount) -> bool:
    return account.rows == account.added + account.updated + account.unchanged + len(account.skipped) + len(
        account.rejected
    )


def test_people_come_in_and_the_account_adds_up(run, people):
    account = run(
        MENTEES + "Ann Lee,ann@x.org,mentor,City Hospital,Relocation\nBo Li,bo@x.org,mentee,North,\n,,,,\n,x@,,,"
    )
    assert (account.rows, account.added, len(account.rejected)) == (3, 2, 1)
    assert adds_up(account)
    assert people()["Ann Lee"].needs_offered == ("Relocation",)
    assert people()["Bo Li"].role is Role.MENTEE


def test_importing_again_changes_nothing(run, people):
    text = MENTEES + "Ann Lee,ann@x.org,mentor,City Hospital,Relocation\nBo Li,,mentee,North,\n"
    run(text)
    codes = {one.code for one in people().values()}
    again = run(text)
    assert (again.added, again.updated, again.unchanged, again.import_id) == (0, 0, 2, None)
    assert {one.code for one in people().values()} == codes


def test_importing_again_updates_by_the_number_of_the_registration(run, people):
    run("Ticket Reference,Name,Email,Role\nAB12-1,Ann Lee,ann@x.org,mentor\n")
    account = run("Ticket Reference,Name,Email,Role\nAB12-1,Ann Lee-Jones,ann@new.org,mentor\n")
    assert (account.updated, account.added) == (1, 0)
    assert people()["Ann Lee-Jones"].email == "ann@new.org"


TICKETS = "Ticket Reference,Name,Email,Role,Status\n"


def test_whose_ticket_was_cancelled_since_is_named_and_stays(run, people):
    run(TICKETS + "AB12-1,Ann Lee,ann@x.org,mentor,Paid\nAB12-2,Bo Li,,mentee,Paid\nAB12-3,Cy O,cy@x.org,mentee,Paid\n")
    account = run(
        TICKETS + "AB12-1,Ann Lee,ann@x.org,mentor,Cancelled\nAB12-9,Bo Li,,mentee,Declined\n"
        "AB12-3,Cy O,cy@x.org,mentee,Cancelled\nAB12-4,Cy O,cy@x.org,mentee,Paid\n"
    )
    assert len(account.skipped) == 3
    assert adds_up(account)
    assert account.warnings == (
        "Ann Lee is registered here, but people.csv, row 2 is left out. Cancelled: “Status” says “Cancelled”. "
        "If they are not coming, cancel them on the People page.",
        "Bo Li is registered here, but people.csv, row 3 is left out. Does not come: “Status” says “Declined”. "
        "If they are not coming, cancel them on the People page.",
    )
    assert set(people()) == {"Ann Lee", "Bo Li", "Cy O"}


def test_a_cancelled_ticket_of_a_stranger_or_of_a_namesake_is_nobodys_news(run):
    run(TICKETS + "AB12-1,Ann Lee,ann@x.org,mentor,Paid\n")
    assert run(TICKETS + "X1,Ann Lee,other@x.org,mentor,Cancelled\nX2,Di Fo,ann@x.org,mentor,Void\n").warnings == ()


def test_importing_again_updates_by_the_address(run, people):
    run(MENTEES + "Ann Lee,ann@x.org,mentor,City Hospital,\n")
    account = run(MENTEES + "Ann B. Lee,ANN@x.org,mentor,North Clinic,Relocation\n")
    assert account.updated == 1
    assert people()["Ann B. Lee"].employer == "North Clinic"


def test_a_blank_answer_takes_nothing_away(run, people):
    run(MENTEES + "Ann Lee,ann@x.org,mentor,City Hospital,Relocation\n")
    assert run(MENTEES + "Ann Lee,ann@x.org,mentor,,\n").unchanged == 1
    assert people()["Ann Lee"].employer == "City Hospital"


def test_the_same_name_and_employer_is_a_question(run, people):
    run(MENTEES + "Ann Lee,,mentor,City Hospital,\n")
    text = MENTEES + "Ann Lee,,mentor,City Hospital,Relocation\n"
    account = run(text)
    (asked,) = account.rejected
    assert asked.reason == "Ann Lee of City Hospital is registered already. The same person?"
    same, new = asked.suggestions
    assert run(text, said={"decisions": (same.decision,)}).updated == 1
    assert run(text.replace("Relocation", "Exploring"), said={"decisions": (new.decision,)}).added == 1


def test_the_same_number_in_two_forms_is_not_one_person(run, people):
    run("ID,Name,Email,Role\n1,Ann Lee,ann@x.org,mentor\n")
    assert run("ID,Name,Email,Role\n1,Bo Li,bo@x.org,mentee\n").added == 1
    assert len(people()) == 2


def test_an_address_twice_in_a_file_is_a_question(run, people):
    text = MENTEES + "Ann Lee,a@x.org,mentor,,\nBo Li,a@x.org,mentee,,\n"
    account = run(text, dry_run=True)
    (asked,) = account.rejected
    assert (asked.row, asked.field, asked.value) == (3, "email", "a@x.org")
    assert asked.reason == "Row 2 has the same address. One person, or two who share it?"
    assert [one.label for one in asked.suggestions] == ["One person", "Two people"]
    assert run(text, said={"decisions": (asked.suggestions[1].decision,)}).added == 2
    assert set(people()) == {"Ann Lee", "Bo Li"}


def test_one_person_with_two_rows_becomes_one(run, people):
    text = MENTEES + "Ann Lee,a@x.org,mentee,,Relocation\nAnn Lee,a@x.org,mentee,North,\n"
    asked = run(text, dry_run=True).rejected[0]
    account = run(text, said={"decisions": (asked.suggestions[0].decision,)})
    assert (account.added, account.updated) == (1, 1)
    assert people()["Ann Lee"].employer == "North"
    assert people()["Ann Lee"].needs_wanted == ("Relocation",)


def test_a_row_that_stands_twice_is_skipped(run):
    account = run(MENTEES + "Ann Lee,a@x.org,mentee,,\nAnn Lee,a@x.org,mentee,,\n")
    assert account.added == 1
    assert account.skipped[0].reason == "Row 2 is the same person and says the same."


def test_mentors_and_mentees_in_two_files_are_told_by_the_names_of_the_files(run, people):
    account = run(mentors="Name,Email\nAnn Lee,ann@x.org\n", mentees="Name,Email\nBo Li,bo@x.org\n")
    assert {name: one.role for name, one in people().items()} == {"Ann Lee": Role.MENTOR, "Bo Li": Role.MENTEE}
    assert any("because the file is called so" in warning for warning in account.warnings)


def test_who_is_in_both_files_is_both(run, people):
    files = {"mentors": "Name,Email\nAnn Lee,ann@x.org\n", "mentees": "Name,Email\nAnn Lee,ann@x.org\n"}
    account = run(**files)
    assert (account.rows, account.added, account.updated) == (2, 1, 1)
    assert people()["Ann Lee"].role is Role.BOTH
    assert run(**files).unchanged == 2


def test_a_file_without_roles_asks_one_question_and_changes_nothing(run, people):
    with pytest.raises(MixerError, match=r"Is everyone in people\.csv a mentor or a mentee\?"):
        run("Name,Email\nAnn Lee,ann@x.org\n")
    assert not people()
    assert run("Name,Email\nAnn Lee,ann@x.org\n", said={"role": Role.MENTOR}).added == 1


def test_the_name_of_a_single_file_is_no_answer(run):
    with pytest.raises(MixerError, match="a mentor or a mentee"):
        run(mentors="Name,Email\nAnn Lee,ann@x.org\n")


def test_a_file_without_names_asks_which_column_holds_them(run, people):
    text = "Wer,Was\nAnn Lee,mentor\n"
    with pytest.raises(MixerError, match=r"Which column of people\.csv holds the names\?"):
        run(text)
    assert run(text, said={"mapping": {"Wer": "name", "Was": "role"}}).added == 1
    assert people()["Ann Lee"].role is Role.MENTOR


def test_a_field_that_does_not_exist_is_refused(run):
    with pytest.raises(MixerError, match="“nonsense” is not a field"):
        run("Wer,Was\nAnn Lee,mentor\n", said={"mapping": {"Wer": "nonsense"}})


def test_a_mapping_is_remembered_for_the_same_titles(run, database, event, tmp_path, people):
    run("Wer,Was,Wo\nAnn Lee,mentor,Leeds\n", said={"mapping": {"Wer": "name", "Was": "role", "Wo": "region"}})
    assert run("Was,Wo,Wer\nmentee,York,Bo Li\n").added == 1
    assert people()["Bo Li"].region == "York"
    preview = preview_import(database, event.id, [ImportFile(path=tmp_path / "people.csv")])
    assert {column.how for column in preview.files[0].columns} == {Decided.REMEMBERED}


def test_a_person_for_the_other_side_is_a_question(run):
    account = run(MENTEES + "Ann Lee,a@x.org,Mentor,,\n", said={"role": Role.MENTEE})
    (asked,) = account.rejected
    assert (asked.field, asked.value) == ("role", "Mentor")
    assert asked.reason == "This file is for mentees, but this row says mentor."
    assert [one.label for one in asked.suggestions] == ["Mentee", "Mentor"]


def test_a_slip_of_the_pen_in_a_need_is_a_question(run, database, event):
    text = MENTEES + "Ann Lee,a@x.org,mentee,,Relocaton\nBo Li,b@x.org,mentee,,Relocation\n"
    (asked,) = run(text, dry_run=True).rejected
    assert asked.reason == "Not a need of this event, but close to Relocation."
    use, new = asked.suggestions
    assert (use.label, new.label) == ("Use Relocation", "New need")
    assert run(text, said={"decisions": (new.decision,)}).added == 2
    assert "Relocaton" in [need.name for need in database.read(find_event, str(event.id)).needs]


def test_american_spelling_is_the_same_need(run, people):
    run(MENTEES + "Ann Lee,a@x.org,mentee,,organizational barrier\n")
    assert people()["Ann Lee"].needs_wanted == ("Organisational barrier",)


def test_new_topics_and_needs_go_on_the_lists_of_the_event(run, database, event):
    run('Name,Role,Topics,Needs\nAnn,mentor,"finance, Coaching",Burnout\nBo,mentee,Coaching,Burnout\n')
    now_event = database.read(find_event, str(event.id))
    assert now_event.topics == ("Finance", "Leadership", "Coaching")
    assert now_event.needs[-1].name == "Burnout"


def test_one_range_of_years_is_a_question_but_a_column_of_ranges_is_not(run, people):
    head = "Name,Role,Years of experience\n"
    singles = "".join(f"P{number},mentor,{number}\n" for number in range(1, 9))
    (asked,) = run(head + singles + "Ann,mentor,12-15\n").rejected
    assert asked.reason == "This is a range, but years need one number."
    assert asked.suggestions[0].label == "Take 12"
    account = run(head.replace("Years", "Your years") + "Bo,mentor,0-5\nCy,mentor,6-10\nDi,mentor,11-20\n")
    assert account.added == 3
    assert people()["Cy"].experience_years == 8
    assert any("ranges of years" in warning for warning in account.warnings)


def test_a_broken_address_is_a_question(run, people):
    text = MENTEES + "Sofia,sofia.herrera@,mentee,,\nAnn,ann@x.org,mentee,,\n"
    (asked,) = run(text).rejected
    assert asked.reason == "The address stops after the @. No summary could be sent."
    assert asked.suggestions[0].label == "Import without"
    assert run(text, said={"decisions": (asked.suggestions[0].decision,)}).added == 1
    assert people()["Sofia"].email == ""


def test_wishes_and_keep_aparts_find_the_people_they_name(run, database, event, people):
    account = run(
        "Name,Email,Role,Would like to meet,Keep apart from\n"
        "Ann Lee,ann@x.org,mentee,Bo Li; Nobody Known,Cy Fox\nBo Li,bo@x.org,mentor,,\nCy Fox,cy@x.org,mentor,,\n"
    )
    ids = {name: one.id for name, one in people().items()}
    assert database.read(wishes.wishes, event.id) == {(ids["Ann Lee"], ids["Bo Li"])}
    assert database.read(wishes.keep_aparts, event.id) == {frozenset((ids["Ann Lee"], ids["Cy Fox"]))}
    assert any("“Nobody Known”" in warning for warning in account.warnings)
    assert not any("Cy Fox" in warning for warning in account.warnings)
    assert "Keep apart from" not in dict(people()["Ann Lee"].answers)


def test_an_adviser_column_becomes_a_rule_that_can_be_left_off(database, event, now, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Name,Role,Name of your research advisor?\nAnn,mentor,prof 1\nBo,mentee,prof 1\n", encoding="utf-8")
    preview = preview_import(database, event.id, [ImportFile(path=path)])
    assert [rule.question for rule in preview.suggested_rules] == ["Name of your research advisor?"]
    import_files(database, event.id, [ImportFile(path=path)], station="D", now=now, dice=Random(1), apply_rules=False)
    assert not database.read(find_event, str(event.id)).rules.questions
    account = import_files(database, event.id, [ImportFile(path=path)], station="D", now=now, dice=Random(1))
    (rule,) = database.read(find_event, str(event.id)).rules.questions
    assert (rule.kind, rule.hard) == ("different", True)
    assert any("this rule was added" in warning for warning in account.warnings)


def test_cancelled_people_of_the_event_do_not_come_back_by_themselves(run, database, now, people):
    run(MENTEES + "Ann Lee,a@x.org,mentee,,\n")
    database.write(cancel_attendee, people()["Ann Lee"].id, station="D", now=now)
    account = run(MENTEES + "Ann Lee,a@x.org,mentee,North,\n")
    assert "was cancelled at this event" in account.skipped[0].reason


def test_a_dry_run_gives_the_same_account_and_changes_nothing(run, people, database):
    text = MENTEES + "Ann Lee,ann@x.org,mentor,City,Relocation\nBo Li,bo@x.org,,,\n"
    looked = run(text, dry_run=True)
    assert not people()
    done = run(text)
    assert replace(done, import_id=None) == looked


def test_a_preview_shows_columns_problems_and_questions(database, event, tmp_path):
    good, bad, silent = tmp_path / "good.csv", tmp_path / "bad.pdf", tmp_path / "silent.csv"
    good.write_text("Full name;E-mail;Role;Diet\nAnn;ann@;mentor;none\nBo;b@x.org;mentee;vegan\n", encoding="utf-8")
    bad.write_bytes(b"%PDF-1.4")
    silent.write_text("Name,Email\nCy,cy@x.org\n", encoding="utf-8")
    preview = preview_import(database, event.id, [ImportFile(path=path) for path in (good, bad, silent)])
    first, second = preview.files
    assert (first.name, first.rows, first.delimiter, first.encoding, first.header_row) == (
        "good.csv", 2, "semicolon", "UTF-8", 1,
    )  # fmt: skip
    assert [column.field for column in first.columns][:3] == [Field.FULL_NAME, Field.EMAIL, Field.ROLE]
    assert first.columns[3].how is Decided.PLEASE_CHECK
    assert [one.value for one in first.problems] == ["ann@"]
    assert second.question is not None
    assert preview.unreadable[0][0] == bad
    assert adds_up(preview.account)
    assert preview.account.rows == 3


def test_the_choice_of_fields_has_words_for_each():
    assert ("needs", "Needs, several") in field_choices()
    assert len(field_choices()) == len(Field)


def test_undo_takes_the_whole_import_back_as_one_step(run, database, event, now, people):
    run(MENTEES + "Ann Lee,a@x.org,mentee,City,\n")
    before = {name: registration_of(one) for name, one in people().items()}
    topics = database.read(find_event, str(event.id)).topics
    account = run("Name,Email,Role,Company,Topics\nAnn Lee,a@x.org,mentee,North,Coaching\nBo Li,b@x.org,mentor,,Law\n")
    sentence = database.write(undo_import, account.import_id, station="D", now=now)
    assert sentence == "Undone: Imported people.csv: 1 new, 1 updated"
    assert {name: registration_of(one) for name, one in people().items()} == before
    assert database.read(find_event, str(event.id)).topics == topics
    assert database.write(undo_import, account.import_id, station="D", now=now) == sentence


def test_undo_leaves_whom_the_evening_has_touched(run, database, event, now, people):
    account = run(MENTEES + "Ann Lee,a@x.org,mentee,City,\nBo Li,b@x.org,mentor,,\n")
    database.write(check_in, event.id, people()["Ann Lee"].code, station="D", now=now)
    entry = next(one for one in database.read(activity, event.id) if one.what == "import")
    told = "Undone: Imported people.csv: 2 new, 0 updated; 1 person has changed since and is left as they are"
    assert database.write(undo, entry.id, station="D", now=now) == told
    assert set(people()) == {"Ann Lee"}
    assert account.import_id is not None


def test_undo_tells_of_several_whom_the_evening_has_touched(run, database, event, now, people):
    account = run(MENTEES + "Ann Lee,a@x.org,mentee,City,\nBo Li,b@x.org,mentor,,\n")
    for one in people().values():
        database.write(check_in, event.id, one.code, station="D", now=now)
    sentence = database.write(undo_import, account.import_id, station="D", now=now)
    assert sentence.endswith("; 2 people have changed since and are left as they are")


def test_stopping_leaves_nothing(database, event, now, tmp_path, people):
    path = tmp_path / "a.csv"
    path.write_text("Name,Role\nAnn,mentor\n", encoding="utf-8")
    stages: list[float] = []

    def stop_at_the_end(fraction: float, _: str) -> bool:
        stages.append(fraction)
        return fraction < 0.95

    with pytest.raises(Cancelled):
        import_files(
            database, event.id, [ImportFile(path=path)], station="D", now=now, dice=Random(1), progress=stop_at_the_end
        )
    assert not people()
    assert stages == sorted(stages)


def test_one_bad_file_stops_the_others_too(database, event, now, tmp_path, people):
    good, bad = tmp_path / "good.csv", tmp_path / "bad.xlsx"
    good.write_text("Name,Role\nAnn,mentor\n", encoding="utf-8")
    bad.write_bytes(b"PK\x03\x04")
    with pytest.raises(MixerError, match=r"bad\.xlsx"):
        import_files(
            database, event.id, [ImportFile(path=good), ImportFile(path=bad)], station="D", now=now, dice=Random(1)
        )
    assert not people()


def test_the_account_as_other_programs_read_it(run):
    account = run(MENTEES + "Ann Lee,ann@,mentor,,\nBo Li,b@x.org,mentee,,\n")
    told = json.loads(json.dumps(account_as_json(account)))
    assert list(told) == ["rows", "added", "updated", "unchanged", "skipped", "rejected", "warnings", "columns"]
    assert told["rejected"] == [
        {
            "file": "people.csv",
            "row": 2,
            "field": "email",
            "value": "ann@",
            "reason": "The address stops after the @. No summary could be sent.",
        }
    ]
    assert told["columns"]["people.csv"]["What brings you here?"] == "needs"


@needs_shared
def test_the_peer_mentoring_form_imports_whole(database, event, now, people):
    path = SHARED / "vt-peer-mentoring.xlsx"
    account = import_files(database, event.id, [ImportFile(path=path)], station="D", now=now, dice=Random(1))
    assert (account.rows, account.added) == (33, 33)
    roles = [one.role for one in people().values()]
    assert (roles.count(Role.MENTOR), roles.count(Role.MENTEE)) == (14, 19)
    first = people()["mentor 1"]
    assert first.topics_offered == ("Control", "Dynamics", "Robotics")
    assert first.introductions_limit == 2
    (rule,) = database.read(find_event, str(event.id)).rules.questions
    assert "research advisor" in rule.question


@needs_shared
def test_a_thousand_civil_servants_import_in_one_call(database, event, now, people):
    files = [ImportFile(path=SHARED / f"civil-service-{side}.csv") for side in ("mentors", "mentees")]
    account = import_files(database, event.id, files, station="D", now=now, dice=Random(1))
    assert (account.rows, account.added) == (1000, 1000)
    everyone = people().values()
    assert sum(one.role is Role.BOTH for one in everyone) == 258 + 242
    assert sum(one.role is Role.MENTOR for one in everyone) == 242
    assert all(one.employer.startswith("Department of") and one.experience_grade for one in everyone)
    assert import_files(database, event.id, files, station="D", now=now, dice=Random(1)).unchanged == 1000


cells = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=10),
    st.sampled_from(
        [
            "Ann Lee",
            "Bo Li",
            "a@x.org",
            "b@x.org",
            "a@",
            "mentor",
            "Mentee",
            "both",
            "yes",
            "no",
            "12",
            "5-9",
            "cancelled",
        ]
    ),
)
titles = st.one_of(cells, st.sampled_from(["Name", "Email", "Role", "ID", "Years of experience", "Needs", "Status"]))


@given(st.lists(titles, min_size=1, max_size=6), st.lists(st.lists(cells, max_size=7), max_size=8), st.booleans())
def test_any_table_of_text_imports_with_an_account_that_adds_up_or_is_refused(
    database, event, now, tmp_path, head, rows, told
):
    path = tmp_path / "any.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([head, *rows])
    before = len(database.read(list_attendees, event.id))
    file = ImportFile(path=path, role=Role.MENTEE if told else None)
    try:
        account = import_files(database, event.id, [file], station="D", now=now, dice=Random(1))
    except MixerError:
        assert len(database.read(list_attendees, event.id)) == before
        return
    assert adds_up(account)
    assert len(database.read(list_attendees, event.id)) == before + account.added
