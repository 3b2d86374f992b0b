"""A rehearsed evening keeps what is promised, seen from the files alone."""

import csv
import json
import re
import tomllib
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest

from mixer_app.domain.errors import Cancelled, MixerError
from mixer_app.domain.imports import ImportFile
from mixer_app.services.rehearsal import RehearsalRequest, rehearse, seats_for

SHARED = Path(__file__).parents[3] / "shared" / "data"
FILES = {
    "badges.pdf",
    "table-cards.pdf",
    "match-sheets.pdf",
    "follow-up.pdf",
    "event-report.pdf",
    "plan.csv",
    "follow-up.csv",
    "rehearsal.json",
}


class Evening:
    """What a rehearsal left behind, read back without any code of ours."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.account: dict[str, Any] = json.loads((out / "rehearsal.json").read_text(encoding="utf-8"))
        self.plan = self.rows("plan.csv")
        self.follow_up = self.rows("follow-up.csv")

    def rows(self, name: str) -> list[dict[str, str]]:
        with (self.out / name).open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    def sheets(self) -> dict[str, str]:
        """The text of each person's match sheets, by code."""
        with pdfium.PdfDocument(self.out / "match-sheets.pdf") as document:
            texts = [page.get_textpage().get_text_range() for page in document]
        pages: defaultdict[str, str] = defaultdict(str)
        for page in texts:
            codes = re.findall(r"\b([0-9A-HJKMNP-TV-Z]{4})-([0-9A-HJKMNP-TV-Z]{4})\b", page)
            if codes:
                pages["".join(codes[0])] += page
        return dict(pages)


@pytest.fixture(scope="session")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Evening:
    out = tmp_path_factory.mktemp("sample") / "out"
    rehearse(RehearsalRequest(out=out))
    return Evening(out)


def check_promises(evening: Evening) -> None:
    """What everyone is promised, from plan.csv."""
    at: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for row in evening.plan:
        at[row["round"], row["mentor_code"]].add(row["table"])
        at[row["round"], row["mentee_code"]].add(row["table"])
    assert all(len(tables) == 1 for tables in at.values()), "somebody is at two tables"
    meetings = Counter(frozenset((row["mentor_code"], row["mentee_code"])) for row in evening.plan)
    assert set(meetings.values()) <= {1}, "two people meet twice"
    assert all(len(pair) == 2 for pair in meetings), "somebody meets themselves"
    hosts: defaultdict[str, set[str]] = defaultdict(set)
    for row in evening.plan:
        hosts[row["mentor_code"]].add(row["table"])
    assert all(len(tables) == 1 for tables in hosts.values()), "a mentor changes tables"
    seats = evening.account["event"]["seats"]
    assert max(Counter((row["round"], row["table"]) for row in evening.plan).values()) <= seats


def check_agreement(evening: Evening) -> None:
    """plan.csv and rehearsal.json tell the same, and only of those who were there."""
    told = {
        (str(m["round"]), str(m["table"]), m["mentor"], m["mentee"]) for m in evening.account["plan"]["introductions"]
    }
    assert told == {(row["round"], row["table"], row["mentor_code"], row["mentee_code"]) for row in evening.plan}
    planned = {code for row in evening.plan for code in (row["mentor_code"], row["mentee_code"])}
    assert planned <= set(evening.account["present"])


def test_the_folder_holds_the_files_of_the_contract_and_nothing_else(evening: Evening) -> None:
    assert {file.name for file in evening.out.iterdir()} == FILES
    for name in FILES:
        assert (evening.out / name).stat().st_size > 500
    assert all((evening.out / name).read_bytes()[:5] == b"%PDF-" for name in FILES if name.endswith(".pdf"))


def test_nobody_is_at_two_tables_or_meets_anyone_twice(evening: Evening) -> None:
    check_promises(evening)
    assert all(evening.account["promises"].values())


def test_plan_and_account_agree(evening: Evening) -> None:
    check_agreement(evening)
    assert set(evening.plan[0]) == {
        "round",
        "starts_at",
        "table",
        "mentor_code",
        "mentor",
        "mentee_code",
        "mentee",
        "score",
        "reasons",
    }


def test_nobody_meets_a_colleague(evening: Evening) -> None:
    sample = Path(__file__).parents[2] / "resources" / "sample_event"
    aliases = tomllib.loads((sample / "event.toml").read_text(encoding="utf-8"))["employer_aliases"]
    house = {name: names[0] for names in aliases for name in names}
    employer: dict[str, str] = {}
    for name, column in (("mentors.csv", "Employer"), ("mentees.csv", "Company")):
        with (sample / name).open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                employer[f"{row['First name']} {row['Last name']}"] = house.get(row[column], row[column])
    assert not [row for row in evening.plan if employer[row["mentor"]] == employer[row["mentee"]]]


def test_everyone_who_came_has_a_sheet_and_it_says_what_the_plan_says(evening: Evening) -> None:
    sheets = evening.sheets()
    assert set(sheets) == set(evening.account["present"])
    squeezed = {code: _squeezed(text) for code, text in sheets.items()}
    tables: defaultdict[str, list[str]] = defaultdict(list)
    for row in evening.plan:
        partner_of = {row["mentor_code"]: row["mentee"], row["mentee_code"]: row["mentor"]}
        for code, partner in partner_of.items():
            assert _squeezed(partner) in squeezed[code], f"{partner} is missing on the sheet of {code}"
            tables[code].append(row["table"])
    for code, expected in tables.items():
        assert set(expected) <= set(re.findall(r"\b\d{1,3}\b", sheets[code]))


def test_contacts_stand_only_where_both_said_yes(evening: Evening) -> None:
    assert set(evening.follow_up[0]) == {"code", "name", "partner_code", "partner", "met", "mutual", "contact"}
    mutual = {(row["code"], row["partner_code"]) for row in evening.follow_up if row["mutual"] == "yes"}
    assert all((partner, code) in mutual for code, partner in mutual)
    assert all(row["mutual"] == "yes" for row in evening.follow_up if row["contact"])
    assert len(mutual) == 2 * evening.account["answers"]["mutual"]


def test_the_account_adds_up(evening: Evening) -> None:
    imported, people = evening.account["import"], evening.account["people"]
    left_out = len(imported["skipped"]) + len(imported["rejected"])
    assert imported["rows"] == imported["added"] + imported["updated"] + imported["unchanged"] + left_out
    assert people["registered"] == people["came"] + people["no_shows"] == imported["added"]
    assert people["no_shows"] == round(0.25 * people["registered"])
    assert people["came"] == people["mentors"] + people["mentees"] + people["both"]
    assert sum(held["introductions"] for held in evening.account["rounds"]) == len(evening.plan)
    assert evening.account["plan"]["quality"]["meetings"] == len(evening.plan)
    assert sum(evening.account["meetings_per_mentee"].values()) >= people["mentees"]


def test_the_first_plan_is_as_fair_as_it_says(evening: Evening) -> None:
    first = evening.account["first_plan"]["quality"]
    assert first["fewest"] >= 1
    assert evening.account["first_plan"]["fewest_proven"]
    assert first["meetings"] <= first["bound_meetings"]
    assert first["total_score"] <= first["bound_score"] + 1e-6


def test_late_arrivals_are_seated_from_the_next_round_on(evening: Evening) -> None:
    held = evening.account["rounds"]
    assert sum(round_["arrived"] for round_ in held) >= 10
    versions = [round_["plan_version"] for round_ in held]
    assert versions == sorted(versions)
    assert versions[-1] == evening.account["plan"]["version"] > 1


def test_the_same_seed_gives_the_same_evening_and_another_seed_another(tmp_path: Path) -> None:
    mentors = tmp_path / "people.csv"
    lines = ["Name,Role,Company,E-mail"]
    lines += [f"Mentor {number},Mentor,House {number},m{number}@h.example" for number in range(5)]
    lines += [f"Mentee {number},Mentee,Clinic {number},e{number}@c.example" for number in range(9)]
    mentors.write_text("\n".join(lines), encoding="utf-8")
    files = (ImportFile(path=mentors),)

    def plan(name: str, seed: int) -> tuple[bytes, str]:
        out = tmp_path / name
        rehearse(RehearsalRequest(out=out, files=files, seed=seed))
        return (out / "plan.csv").read_bytes(), (out / "rehearsal.json").read_text(encoding="utf-8")

    once = plan("once", 1)
    assert plan("again", 1) == once
    assert plan("other", 2) != once


def test_everyone_coming_on_time_is_possible(tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text("Name,Role\nAnn A,Mentor\nBen B,Mentee\n", encoding="utf-8")
    made = rehearse(
        RehearsalRequest(out=tmp_path / "out", files=(ImportFile(path=people),), no_show=0, late=0, rounds=2, seats=1)
    )
    assert made.as_json["people"]["came"] == 2
    assert len(made.as_json["plan"]["introductions"]) == 1
    assert made.as_json["first_plan"]["quality"]["optimal"]


def test_without_no_shows_and_late_arrivals_all_stay_to_the_end_who_did_not_say_otherwise(tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    mentors = "".join(f"Mentor {number},Mentor,\n" for number in range(20))
    mentees = "".join(f"Mentee {number},Mentee,{'19:10' if number == 0 else ''}\n" for number in range(60))
    people.write_text(f"Name,Role,Arrives\n{mentors}{mentees}", encoding="utf-8")
    made = rehearse(
        RehearsalRequest(out=tmp_path / "out", files=(ImportFile(path=people),), no_show=0, late=0, rounds=3, seats=3)
    )
    there = made.as_json["present_rounds"]
    late = [code for code, rounds in there.items() if rounds != [1, 2, 3]]
    assert (len(there), len(late)) == (80, 1)
    assert made.as_json["people"]["left_early"] == 0
    for meeting in made.as_json["plan"]["introductions"]:
        assert meeting["round"] in there[meeting["mentee"]]
        assert meeting["round"] in there[meeting["mentor"]]


@pytest.mark.parametrize(("no_show", "late"), [(1.0, 0.0), (0.0, 1.0)])
def test_an_evening_to_which_nobody_comes_in_time_is_refused_in_words(
    tmp_path: Path, no_show: float, late: float
) -> None:
    people = tmp_path / "people.csv"
    people.write_text("Name,Role\nAnn A,Mentor\nBen B,Mentee\n", encoding="utf-8")
    request = RehearsalRequest(
        out=tmp_path / "out", files=(ImportFile(path=people),), no_show=no_show, late=late, rounds=2
    )
    with pytest.raises(MixerError, match="Nobody is there when the first round begins"):
        rehearse(request)


def test_a_file_without_people_is_refused_in_words(tmp_path: Path) -> None:
    empty = tmp_path / "people.csv"
    empty.write_text("Name,Role\n", encoding="utf-8")
    with pytest.raises(MixerError):
        rehearse(RehearsalRequest(out=tmp_path / "out", files=(ImportFile(path=empty),)))


def test_a_cancelled_rehearsal_stops(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        rehearse(RehearsalRequest(out=tmp_path / "out"), progress=lambda fraction, stage: fraction < 0.15)


@pytest.mark.parametrize(
    ("mentors", "mentees", "seats"), [(14, 19, 1), (500, 500, 1), (36, 120, 2), (10, 100, 4), (0, 5, 4), (5, 0, 1)]
)
def test_tables_get_the_fewest_seats_with_which_everyone_can_meet_three(mentors: int, mentees: int, seats: int) -> None:
    assert seats_for(mentors, mentees, 5) == seats


@pytest.mark.skipif(not SHARED.is_dir(), reason="the files of others are not here")
def test_a_real_forms_export_of_others_becomes_an_evening(tmp_path: Path) -> None:
    rehearse(RehearsalRequest(out=tmp_path / "out", files=(ImportFile(path=SHARED / "vt-peer-mentoring.xlsx"),)))
    evening = Evening(tmp_path / "out")
    check_promises(evening)
    check_agreement(evening)
    assert evening.account["import"]["added"] == 33
    assert set(evening.sheets()) == set(evening.account["present"])


def _squeezed(text: str) -> str:
    """Letters and digits only: line breaks, marks and shortened names fall where they may."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def test_the_rehearsed_papers_show_marks_referrals_and_suggestions(evening: Evening) -> None:
    answered = evening.account["answers"]
    assert 0 < answered["at_kiosk"] < answered["given"]
    assert answered["helped"] >= 100
    assert sum(evening.account["referrals"].values()) >= 5
    assert evening.account["referrals"]["agreed"] >= 1
    with pdfium.PdfDocument(evening.out / "event-report.pdf") as document:
        report = " ".join(page.get_textpage().get_text_range() for page in document)
    assert "on average, from" in report
    assert "Referrals to another mentor" in report
