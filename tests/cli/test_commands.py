"""Every command, with its JSON to the letter and its refusals in words."""

import csv
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from mixer_app.domain.stock import Stock
from mixer_app.self_check import CheckOutcome
from mixer_app.services.database import open_database
from mixer_app.services.events import find_event
from mixer_app.services.staff_pin import has_pin, set_pin
from mixer_app.services.stocks import save_own_stock

PEOPLE = ("ada@house1.example", "bo@house2.example", "chi@house3.example", "eli@clinic1.example", "fay@clinic2.example")

Mixer = Callable[..., Any]


def test_a_new_event_is_told_with_the_next_step(mixer: Mixer) -> None:
    answer = mixer("new", "Spring mixer", "--date", "2031-05-14", "--rounds", 4, "--minutes", 12, "--seats", 2)
    assert answer.status == 0
    assert answer.out == "Made the event Spring mixer (#1) on 2031-05-14. Next: mixer-app import FILE\n"


def test_new_knows_start_doors_and_venue(mixer: Mixer) -> None:
    made = mixer("new", "Late one", "--date", "2031-05-14", "--start", "20:15", "--doors", "19:30", "--json").json
    assert made["starts_at"] == "2031-05-14T20:15:00"
    assert (made["rounds"], made["minutes"], made["seats"]) == (5, 10, 1)


def test_the_import_account_has_the_keys_of_the_contract_and_adds_up(evening: Mixer, registrations: Path) -> None:
    account = evening("import", registrations, "--json").json
    assert set(account) == {"rows", "added", "updated", "unchanged", "skipped", "rejected", "warnings", "columns"}
    assert account["rows"] == 7
    assert account["unchanged"] == 6
    assert account["skipped"] == [
        {"file": "registrations.csv", "row": 8, "reason": "Cancelled: “Status” says “Cancelled”."}
    ]
    left_out = len(account["skipped"]) + len(account["rejected"])
    assert account["rows"] == account["added"] + account["updated"] + account["unchanged"] + left_out


def test_the_import_is_told_to_people_in_one_line_and_each_row_left_out(mixer: Mixer, registrations: Path) -> None:
    mixer("new", "Spring mixer", "--date", "2031-05-14")
    lines = mixer("import", registrations).out.splitlines()
    assert lines[0] == "Imported 7 rows: 6 added, 0 updated, 0 unchanged, 1 skipped, 0 rejected."
    assert lines[1].startswith("  registrations.csv, row 8: skipped.")


def test_a_dry_run_changes_nothing(mixer: Mixer, registrations: Path) -> None:
    mixer("new", "Spring mixer", "--date", "2031-05-14")
    assert mixer("import", registrations, "--dry-run", "--json").json["added"] == 6
    assert mixer("import", registrations, "--dry-run", "--json").json["added"] == 6


def test_a_mapping_and_a_role_can_be_given(mixer: Mixer, tmp_path: Path) -> None:
    mixer("new", "Spring mixer", "--date", "2031-05-14")
    file, mapping = tmp_path / "odd.csv", tmp_path / "map.json"
    file.write_text("Wer,Firma X\nAnn Smith,House 9\n", encoding="utf-8")
    mapping.write_text(json.dumps({"Wer": "name", "Firma X": "employer"}), encoding="utf-8")
    account = mixer("import", file, "--role", "mentor", "--map", mapping, "--json").json
    assert account["added"] == 1
    assert account["columns"]["odd.csv"] == {"Wer": "name", "Firma X": "employer"}


@pytest.mark.parametrize(
    ("titles", "question"),
    [
        ("Name,Firm", "Is everyone in people.csv a mentor or a mentee? No column says so. Answer with --role.\n"),
        ("Wer,Was", "Which column of people.csv holds the names? Its columns are “Wer”, “Was”. Answer with --map.\n"),
    ],
)
def test_what_a_file_does_not_say_is_asked_with_the_option_that_answers(
    mixer: Mixer, tmp_path: Path, titles: str, question: str
) -> None:
    mixer("new", "Spring mixer", "--date", "2031-05-14")
    file = tmp_path / "people.csv"
    file.write_text(f"{titles}\nAnn Smith,House 9\n", encoding="utf-8")
    answer = mixer("import", file)
    assert (answer.status, answer.err) == (1, question)


GRADES = (
    "Name,Role,Company,Grade\nAda A,Mentor,House 1,Consultant\nBo B,Mentee,House 2,Junior\nCy C,Mentee,House 3,Intern\n"
)


def test_grades_are_put_in_order_once_and_then_experience_counts(mixer: Mixer, tmp_path: Path) -> None:
    mixer("new", "Spring mixer", "--date", "2031-05-14")
    file, mapping = tmp_path / "people.csv", tmp_path / "map.json"
    file.write_text(GRADES, encoding="utf-8")
    order = ["Junior", "Senior", "Consultant"]
    mapping.write_text(json.dumps({"Grade": {"field": "experience_grade", "order": order}}), encoding="utf-8")
    assert (
        "Put them in order once, among the rules of matching, or in a file of mappings"
        in mixer("import", file, "--dry-run").err
    )
    assert "does not name, so they do not count: “Intern”" in mixer("import", file, "--map", mapping).err
    assert "in order" not in mixer("import", file).err
    reasons = {m["mentee_name"]: m["reasons"] for m in mixer("plan", "--all", "--json").json["introductions"]}
    assert "2 grades ahead" in reasons["Bo B"]
    assert not any("grade" in reason for reason in reasons["Cy C"])


def test_a_title_in_the_mapping_that_no_file_has_is_told(evening: Mixer, registrations: Path, tmp_path: Path) -> None:
    (tmp_path / "map.json").write_text(json.dumps({"Firma": "employer"}), encoding="utf-8")
    answer = evening("import", registrations, "--map", tmp_path / "map.json")
    assert answer.err == "No file has a column “Firma”, which the mapping names.\n"


@pytest.mark.parametrize("text", ["{", "[1]", '{"a": 1}', "\x00"])
def test_a_mapping_that_is_none_is_refused_in_words(
    evening: Mixer, registrations: Path, tmp_path: Path, text: str
) -> None:
    mapping = tmp_path / "map.json"
    mapping.write_text(text, encoding="utf-8")
    answer = evening("import", registrations, "--map", mapping)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith("The mapping")


def test_a_file_that_is_not_there_is_refused_in_words(evening: Mixer, tmp_path: Path) -> None:
    answer = evening("import", tmp_path / "none.csv")
    assert answer.status == 1
    assert "none.csv" in answer.err
    assert "Traceback" not in answer.err


def test_check_in_answers_each_key_and_twice_is_once(evening: Mixer) -> None:
    first = evening("check-in", "ada@house1.example", "--json").json
    assert [set(entry) for entry in first] == [{"code", "name", "role", "status", "at"}]
    [entry] = first
    assert (entry["name"], entry["role"], entry["status"]) == ("Ada Mentor", "mentor", "checked-in")
    assert datetime.fromisoformat(entry["at"]).tzinfo is not None
    [again] = evening("check-in", entry["code"].lower(), "--json").json
    assert (again["status"], again["at"], again["code"]) == ("already", entry["at"], entry["code"])
    [undone] = evening("check-in", entry["code"], "--undo", "--json").json
    assert undone["status"] == "undone"


def test_an_unknown_key_holds_up_nobody_else(evening: Mixer) -> None:
    answer = evening("check-in", "nobody@nowhere.example", "ada@house1.example", "--json")
    assert answer.status == 1
    assert answer.json[0]["code"] == "nobody@nowhere.example"
    assert answer.json[0]["status"] == "unknown"
    assert answer.json[0]["name"] is None
    assert answer.json[1]["status"] == "checked-in"
    assert answer.err == (
        "Nobody at Spring mixer has “nobody@nowhere.example”. Check the code or the e-mail address.\n"
    )


def test_check_in_is_told_to_people_in_sentences(evening: Mixer) -> None:
    assert evening("check-in", "ada@house1.example").out == "Ada Mentor, mentor: checked in.\n"
    assert "already here, checked in at" in evening("check-in", "ada@house1.example").out


def test_the_plan_has_the_keys_of_the_contract(evening: Mixer) -> None:
    evening("check-in", *PEOPLE)
    plan = evening("plan", "--json", "--seed", 4).json
    assert set(plan) == {"rounds", "introductions", "quality", "without", "changes"}
    assert plan["rounds"] == 3
    assert set(plan["introductions"][0]) == {
        "round",
        "table",
        "mentor",
        "mentee",
        "mentor_name",
        "mentee_name",
        "score",
        "reasons",
    }
    assert set(plan["quality"]) == {
        "meetings",
        "fewest",
        "strong_mentees",
        "total_score",
        "optimal",
        "bound_meetings",
        "bound_score",
    }
    assert len(plan["introductions"]) == plan["quality"]["meetings"] == 6
    assert {m["mentee_name"] for m in plan["introductions"]} == {"Eli Mentee", "Fay Mentee"}
    assert plan["without"] == []


def test_the_plan_for_all_tells_who_is_without_by_code(mixer: Mixer, tmp_path: Path) -> None:
    mixer("new", "Small", "--date", "2031-05-14")
    file = tmp_path / "two.csv"
    file.write_text("Name,Role,Company\nAnn A,Mentor,One\nBen B,Mentee,One\n", encoding="utf-8")
    mixer("import", file)
    plan = mixer("plan", "--all", "--json").json
    assert plan["introductions"] == []
    assert [set(person) for person in plan["without"]] == [{"attendee", "reason"}] * 2
    assert all(len(person["attendee"]) == 8 for person in plan["without"])


def test_a_later_plan_repairs_the_first(evening: Mixer) -> None:
    evening("check-in", *PEOPLE)
    first = evening("plan", "--json").json
    evening("check-in", "gus@house1.example")
    second = evening("plan", "--json").json
    seats = lambda plan: {(m["round"], m["mentee"], m["mentor"]) for m in plan["introductions"]}  # noqa: E731
    assert len(seats(second) & seats(first)) >= 3
    assert "Gus Mentee" in {m["mentee_name"] for m in second["introductions"]}
    assert not [
        m for m in second["introductions"] if (m["mentor_name"], m["mentee_name"]) == ("Ada Mentor", "Gus Mentee")
    ]


def test_the_plan_is_told_to_people_in_words(evening: Mixer) -> None:
    evening("check-in", *PEOPLE)
    lines = evening("plan").out.splitlines()
    assert lines[0] == "Plan 1 for 3 mentors and 2 mentees."
    assert lines[1].startswith("Everyone meets 3 mentors: 6 introductions. Best possible, proven.")


def test_planning_too_early_is_refused_with_what_to_do(evening: Mixer) -> None:
    answer = evening("plan", "--json")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith("Nobody is checked in yet.")


@pytest.mark.parametrize(
    "document", ["badges", "table-cards", "match-sheets", "sign-in", "round-sheets", "follow-up", "report"]
)
def test_every_document_can_be_printed(evening: Mixer, tmp_path: Path, document: str) -> None:
    evening("check-in", *PEOPLE)
    evening("plan")
    out = tmp_path / f"{document}.pdf"
    answer = evening("print", document, "--out", out, "--json")
    assert answer.status == 0
    assert set(answer.json) == {"file", "pages", "not_printed"}
    assert out.read_bytes().startswith(b"%PDF-")


def test_round_sheets_are_for_all_rounds_or_for_one(evening: Mixer, tmp_path: Path) -> None:
    evening("check-in", *PEOPLE)
    evening("plan")
    out = tmp_path / "rounds.pdf"
    everything = evening("print", "round-sheets", "--out", out, "--json").json["pages"]
    assert everything == 3
    assert evening("print", "round-sheets", "--out", out, "--round", 2, "--json").json["pages"] == 1
    both = evening("print", "round-sheets", "--out", out, "--round", 2, "--by-person", "--paper", "Letter", "--json")
    assert both.json["pages"] == 2
    refused = evening("print", "round-sheets", "--out", out, "--round", 99)
    assert refused.status == 1
    assert "There is no round 99" in refused.err


def test_what_small_labels_have_no_room_for_is_said(evening: Mixer, tmp_path: Path) -> None:
    answer = evening("print", "badges", "--stock", "label-89x36-black", "--out", tmp_path / "badges.pdf")
    assert "These labels have no room for the employer, the name of the event" in answer.err


def test_match_sheets_come_in_every_format_and_summaries_in_large_print(evening: Mixer, tmp_path: Path) -> None:
    evening("plan", "--all")
    out = tmp_path / "out.pdf"
    sheets = {
        on: evening("print", "match-sheets", "--out", out, "--format", on, "--json").json["pages"]
        for on in ("folded", "a5", "half", "card")
    }
    assert sheets["a5"] == 2 * sheets["folded"]
    assert sheets["card"] < sheets["half"] < sheets["folded"]
    usual = evening("print", "follow-up", "--out", out, "--json").json["pages"]
    assert evening("print", "follow-up", "--out", out, "--large-print", "--json").json["pages"] >= usual
    refused = evening("print", "badges", "--out", out, "--large-print")
    assert (refused.status, "for follow-up only" in refused.err) == (2, True)


def test_change_slips_are_for_those_whom_the_last_plan_seats_otherwise(evening: Mixer, tmp_path: Path) -> None:
    evening("check-in", *PEOPLE[:-1])
    evening("plan")
    out = tmp_path / "slips.pdf"
    refused = evening("print", "change-slips", "--out", out)
    assert (refused.status, out.exists()) == (1, False)
    assert "only one version" in refused.err
    evening("check-in", PEOPLE[-1])
    evening("plan")
    assert evening("print", "change-slips", "--out", out, "--json").json["pages"] == 1
    assert evening("print", "change-slips", "--out", out, "--since", 2, "--plan", 1).status == 0
    assert "There is no plan 5" in evening("print", "change-slips", "--out", out, "--since", 5).err


@pytest.mark.parametrize(
    ("document", "option"),
    [
        ("badges", ("--round", "2")),
        ("match-sheets", ("--by-person",)),
        ("round-sheets", ("--since", "1")),
        ("sign-in", ("--plan", "1")),
        ("badges", ("--paper", "Letter")),
        ("sign-in", ("--two-sided", "long-edge")),
    ],
)
def test_an_option_of_another_document_is_wrong_usage(
    evening: Mixer, tmp_path: Path, document: str, option: tuple[str, ...]
) -> None:
    answer = evening("print", document, "--out", tmp_path / "x.pdf", *option)
    assert answer.status == 2
    assert f"{option[0]} is for" in answer.err


def test_badges_are_printed_on_stock_of_ones_own_and_on_both_sides(
    evening: Mixer, location: Path, tmp_path: Path
) -> None:
    database = open_database(str(location))
    stock = Stock(
        name="", title="Our badges", page_name="A4", page_width=210, page_height=297, label_width=100,
        label_height=70, columns=2, rows=1, left=5, top=10, pitch_x=100, pitch_y=70,
    )  # fmt: skip
    event = database.read(find_event, None)
    database.write(save_own_stock, event.id, stock, station="Desk 1", now=datetime(2026, 5, 14, tzinfo=UTC))
    database.close()
    out = tmp_path / "badges.pdf"
    for name in ("our-badges", "Our badges"):
        assert evening("print", "badges", "--out", out, "--stock", name, "--json").json["pages"] == 3
    both = evening("print", "badges", "--out", out, "--stock", "our-badges", "--two-sided", "long-edge", "--json")
    assert both.json["pages"] == 6


def test_badges_can_start_further_down_and_on_another_stock(evening: Mixer, tmp_path: Path) -> None:
    out = tmp_path / "badges.pdf"
    assert evening("print", "badges", "--out", out, "--start-at", 4).status == 0
    refused = evening("print", "badges", "--out", out, "--stock", "papyrus")
    assert refused.status == 1
    assert "not a known stock" in refused.err


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        (
            "people",
            {
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
            },
        ),
        (
            "plan",
            {"round", "starts_at", "table", "mentor_code", "mentor", "mentee_code", "mentee", "score", "reasons"},
        ),
        ("follow-up", {"code", "name", "partner_code", "partner", "met", "mutual", "contact"}),
    ],
)
def test_every_table_can_be_exported_with_its_columns(
    evening: Mixer, tmp_path: Path, table: str, columns: set[str]
) -> None:
    evening("check-in", *PEOPLE)
    evening("plan")
    out = tmp_path / f"{table}.csv"
    assert evening("export", table, "--out", out).status == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert columns <= set(rows[0])
    book = tmp_path / f"{table}.xlsx"
    assert evening("export", table, "--out", book, "--json").json == {"file": str(book), "rows": len(rows)}
    assert book.read_bytes().startswith(b"PK")


def test_everything_that_follows_can_be_written_into_one_folder(evening: Mixer, tmp_path: Path) -> None:
    evening("check-in", *PEOPLE)
    evening("plan")
    out = tmp_path / "Follow-up"
    told = evening("export", "follow-up-folder", "--out", out)
    assert (told.status, told.out) == (0, f"Wrote {out} for 5 people: 5 e-mails and 0 contact cards.\n")
    assert len(list((out / "Summaries").iterdir())) == 5
    written = evening("export", "follow-up-folder", "--out", out, "--json").json
    assert written == {
        "folder": str(out),
        "people": 5,
        "drafts": 5,
        "contact_cards": 0,
        "without_address": [],
        "not_printed": [],
    }
    refused = evening("export", "follow-up-folder", "--out", tmp_path)
    assert refused.status == 1
    assert refused.err == f"“{tmp_path}” holds something else. Choose a new folder, or an empty one.\n"


def test_the_dates_of_an_event_can_be_taken_into_a_calendar(evening: Mixer, tmp_path: Path) -> None:
    out = tmp_path / "dates.ics"
    assert evening("export", "calendar", "--out", out).out == f"Wrote {out}, 3 dates.\n"
    assert out.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert evening("export", "calendar", "--out", tmp_path / "dates.txt").status == 1


def test_a_backup_can_be_put_back(evening: Mixer, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    assert evening("backup", copy, "--json").json == {"file": str(copy)}
    evening("new", "Too many", "--date", "2032-01-01")
    assert evening("restore", copy).status == 0
    refused = evening("plan", "--event", "Too many")
    assert refused.status == 1
    assert "There is no event “Too many”" in refused.err


def test_restoring_something_else_is_refused_in_words(evening: Mixer, registrations: Path) -> None:
    answer = evening("restore", registrations)
    assert answer.status == 1
    assert "is no backup of Mentor Mixer" in answer.err


def test_an_empty_file_does_not_wipe_the_database(evening: Mixer, tmp_path: Path) -> None:
    (tmp_path / "empty.db").write_bytes(b"")
    assert evening("restore", tmp_path / "empty.db").status == 1
    assert evening("export", "people", "--out", tmp_path / "people.csv", "--json").json["rows"] == 6


def test_a_backup_is_not_put_where_there_is_no_folder(evening: Mixer, tmp_path: Path) -> None:
    evening("backup", tmp_path / "copy.db")
    answer = evening("restore", tmp_path / "copy.db", "--database", tmp_path / "none" / "mixer.db")
    assert answer.status == 1
    assert "does not exist" in answer.err
    assert evening("backup", tmp_path).err == f"{tmp_path} is a folder. Name a file in it.\n"


def test_any_whole_number_is_a_seed(evening: Mixer) -> None:
    assert evening("plan", "--all", "--seed", "-5").status == 0


def test_a_sound_database_says_so(evening: Mixer) -> None:
    assert evening("check").out == "The database is sound.\n"
    assert evening("check", "--json").json == {"sound": True, "problems": []}


def test_forgetting_needs_the_name_of_the_event(evening: Mixer) -> None:
    refused = evening("forget")
    assert refused.status == 2
    assert refused.err.startswith("Which event?")
    done = evening("forget", "--event", "Spring mixer", "--json").json
    assert (done["event"], done["forgotten"]) == ("Spring mixer", True)
    assert done["told"].startswith("Erased the people of the event (")


def test_one_person_is_forgotten_by_address_at_all_events_and_not_found_again(evening: Mixer) -> None:
    both = evening("forget", "--person", "eli@clinic1.example", "--event", "Spring mixer")
    assert (both.status, both.err[:34]) == (2, "One person is forgotten at all eve")
    assert evening("forget", "--person", "ELI@clinic1.example").out.startswith("Erased one person")
    again = evening("forget", "--person", "eli@clinic1.example")
    assert (again.status, again.out) == (1, "")
    assert "Nobody has" in again.err
    assert evening("check").status == 0


def test_forgotten_pins_are_taken_away_by_whoever_has_the_database(evening: Mixer, location: Path) -> None:
    assert evening("reset-pin").out.startswith("There is no PIN.")
    database = open_database(str(location))
    database.write(set_pin, "4711", old=None, station="Control", now=datetime(2031, 5, 14, 17, 0, tzinfo=UTC))
    assert evening("reset-pin").out.startswith("The PINs are gone")
    assert not database.read(has_pin)
    assert evening("reset-pin", "--json").json == {"removed": False}
    database.close()


def test_an_unknown_event_is_refused_with_the_known_ones(evening: Mixer) -> None:
    answer = evening("plan", "--event", "Autumn")
    assert answer.status == 1
    assert "Spring mixer" in answer.err


def test_rehearse_tells_people_and_programs_the_same(mixer: Mixer, tmp_path: Path, registrations: Path) -> None:
    out = tmp_path / "out"
    answer = mixer("rehearse", registrations, "--out", out, "--no-show", 0, "--late", 0, "--rounds", 2, "--json")
    assert answer.status == 0
    assert answer.json == json.loads((out / "rehearsal.json").read_text(encoding="utf-8"))
    told = mixer("rehearse", registrations, "--out", out, "--no-show", 0, "--late", 0, "--rounds", 2).out
    assert "6 of 6 came" in told
    assert "mixer-app demo" in told


def test_self_check_tells_what_works_and_fails_on_what_does_not(mixer: Mixer, monkeypatch: pytest.MonkeyPatch) -> None:
    outcomes = [CheckOutcome("the database")]
    monkeypatch.setattr("mixer_app.self_check.run", lambda: outcomes)
    assert mixer("self-check").out == "ok: the database\n"
    outcomes.append(CheckOutcome("the window", "No screen"))
    answer = mixer("self-check", "--json")
    assert answer.status == 1
    assert answer.json == [{"check": "the database", "trouble": ""}, {"check": "the window", "trouble": "No screen"}]
    assert answer.err == "failed: the window. No screen\n"


@pytest.mark.parametrize(("arguments", "demo"), [((), False), (("demo",), True)])
def test_without_a_command_and_with_demo_the_application_opens(
    mixer: Mixer, location: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], demo: bool
) -> None:
    asked: list[tuple[object, ...]] = []

    def open_window(
        database_location: str | None,
        event: str | None,
        *,
        demo: bool,
        station: str | None,
        watch_ms: float | None,
        plain_allowed: bool,
    ) -> int:
        asked.append((database_location, event, demo, station, watch_ms, plain_allowed))
        return 0

    monkeypatch.setattr("mixer_app.app.run_application", open_window)
    assert mixer(*arguments, "--event", "Spring", "--station", "Foyer").status == 0
    assert asked == [(str(location), "Spring", demo, "Foyer", None, False)]


def test_answers_are_imported_with_an_account_like_that_of_registrations(evening: Mixer, tmp_path: Path) -> None:
    file = tmp_path / "answers.csv"
    rows = [
        (PEOPLE[0], PEOPLE[3], "yes", "yes"),
        (PEOPLE[1], PEOPLE[3], "no", ""),
        ("who@is.this", PEOPLE[3], "yes", ""),
    ]
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([("email", "partner_email", "answer", "partner_answer"), *rows])
    assert evening("import-answers", file, "--dry-run", "--json").json["added"] == 2
    account = evening("import-answers", file, "--json").json
    assert set(account) == {"rows", "added", "updated", "unchanged", "skipped", "rejected", "warnings", "columns"}
    assert (account["rows"], account["added"], account["rejected"][0]["row"]) == (3, 2, 4)
    again = evening("import-answers", file)
    assert again.out.startswith("Imported 3 rows: 0 added, 0 updated, 2 unchanged, 0 skipped, 1 rejected.")
    evening("plan", "--all")
    out = tmp_path / "follow-up.csv"
    evening("export", "follow-up", "--out", out)
    with out.open(encoding="utf-8-sig", newline="") as stream:
        mutual = [(row["name"], row["partner"]) for row in csv.DictReader(stream) if row["mutual"] == "yes"]
    assert sorted(mutual) == [("Ada Mentor", "Eli Mentee"), ("Eli Mentee", "Ada Mentor")]


def test_a_server_is_set_up_and_the_evening_moves_there_and_back(
    evening: Mixer, server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    admin = server.replace("/postgres", "/moved")
    dry = evening("--database", admin, "setup-server", "--dry-run")
    assert (dry.status, dry.err) == (0, "")
    assert 'CREATE DATABASE "moved"' in dry.out
    ready = evening("--database", admin, "setup-server", "--host", "127.0.0.1", "--json")
    assert [one["kind"] for one in ready.json["addresses"]] == ["control", "desk", "kiosk"]
    assert all(one["new"] for one in ready.json["addresses"])
    renewed = evening("--database", admin, "setup-server", "--host", "127.0.0.1", "--new-passwords")
    assert "MIXER_DATABASE" in renewed.out
    assert "--database" not in renewed.out
    addresses = dict(re.findall(r"^  (\w+) +(postgresql:\S+)$", renewed.out, re.MULTILINE))
    again = evening("--database", admin, "setup-server", "--host", "127.0.0.1")
    assert "passwords are as before" in again.out
    moved = evening("move", addresses["control"])
    assert "compared it" in moved.out
    people = evening("export", "people", "--out", tmp_path / "before.csv", "--json").json["rows"]
    monkeypatch.setenv("MIXER_DATABASE", addresses["desk"])
    shared = evening("--database", addresses["desk"], "export", "people", "--out", tmp_path / "after.csv", "--json")
    assert shared.json["rows"] == people > 0
    refused = evening("--database", addresses["kiosk"], "plan", "--all")
    assert (refused.status, refused.out) == (1, "")
    assert "Do it at control" in refused.err
    back = evening("--database", addresses["control"], "move", tmp_path / "back.db", "--json")
    assert back.json["rows"] > people
    full = evening("move", tmp_path / "back.db")
    assert full.status == 1
    assert "one event with --event" in full.err


def test_the_password_of_the_administrator_is_asked_for_where_the_address_has_none(
    evening: Mixer, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.delenv("PGPASSWORD", raising=False)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("mixer_app.cli.database_commands.getpass", lambda words: asked.append(words) or "app-password")
    admin = server.replace("/postgres", "/asked").replace(":app-password", "")
    ready = evening("--database", admin, "setup-server", "--host", "127.0.0.1", "--dry-run")
    assert (ready.status, ready.err) == (0, "")
    assert asked == ["Password of app at 127.0.0.1 (none: Enter): "]
    assert "app-password" not in ready.out


def test_a_desk_or_a_kiosk_resets_no_pin_and_moves_nothing_away(
    evening: Mixer, server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    admin = server.replace("/postgres", "/kept_here")
    ready = evening("--database", admin, "setup-server", "--host", "127.0.0.1", "--json")
    addresses = {one["kind"]: one["address"] for one in ready.json["addresses"]}
    evening("move", addresses["control"])
    taken = tmp_path / "taken.db"
    for kind in ("desk", "kiosk"):
        for words in (("reset-pin",), ("move", taken), ("--event", "1", "move", taken)):
            refused = evening("--database", addresses[kind], *words)
            assert (refused.status, refused.out) == (1, ""), words
            assert refused.err.startswith(f"postgresql://kept_here_{kind}@127.0.0.1"), words
            assert "does not let this kind of station do that" in refused.err
    assert not list(tmp_path.glob("taken.db*"))


def test_one_event_moves_in_beside_others(evening: Mixer, mixer: Mixer, tmp_path: Path) -> None:
    others = tmp_path / "others.db"
    mixer("--database", others, "new", "Last year", "--date", "2025-03-05")
    moved = evening("--event", "1", "move", others, "--json")
    assert (moved.json["event"], moved.json["known"]) == (2, 0)
    people = evening("export", "people", "--out", tmp_path / "a.csv", "--json").json["rows"]
    there = mixer("--database", others, "--event", "2", "export", "people", "--out", tmp_path / "b.csv", "--json")
    assert there.json["rows"] == people == moved.json["people"]
    again = evening("--event", "1", "move", others)
    assert (again.status, again.out) == (1, "")
    assert "holds this event already" in again.err
    assert "--replace" in again.err
    evening("--event", "1", "check-in", "fay@clinic2.example")
    replaced = evening("--event", "1", "move", others, "--replace", "--json")
    assert (replaced.json["event"], replaced.json["people"], replaced.json["known"]) == (2, people, people)
    assert Path(replaced.json["backup"]).is_file()
    assert "already here" in mixer("--database", others, "--event", "2", "check-in", "fay@clinic2.example").out
    assert evening("move", others, "--replace").status == 2
    back = mixer("--database", others, "--event", "2", "move", tmp_path / "back.db")
    assert f"{people} people, 0 known there already, {people} new. Everything was compared." in back.out


def test_where_an_older_database_is_kept_is_told_once(mixer: Mixer, tmp_path: Path) -> None:
    from sqlalchemy import create_engine

    from mixer_app.store.migrations import REVISIONS, upgrade

    engine = create_engine(f"sqlite:///{tmp_path / 'old.db'}")
    with engine.begin() as connection:
        upgrade(connection, REVISIONS[-2])
    engine.dispose()
    first = mixer("--database", tmp_path / "old.db", "check")
    (kept,) = (tmp_path / "backups").iterdir()
    assert (first.status, first.out) == (0, "The database is sound.\n")
    assert first.err == f"The database was brought up to date. As it was before, it is kept in {kept}.\n"
    assert mixer("--database", tmp_path / "old.db", "check").err == ""


def test_a_server_that_is_named_wrongly_is_told(mixer: Mixer) -> None:
    for words in (("setup-server",), ("--database", "mixer.db", "setup-server")):
        answer = mixer(*words)
        assert answer.status == 1
        assert "--database postgresql://postgres@localhost/mixer" in answer.err
