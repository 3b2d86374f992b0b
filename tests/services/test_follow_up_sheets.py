"""The workbook of the follow-up, opened as a spreadsheet opens it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from mixer_app.domain.answers import Answer
from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.domain.referrals import ReferralState
from mixer_app.services.exports import export_follow_up
from mixer_app.services.referrals import refer, set_referral_state
from mixer_app.services.suggestions import suggest

Sheets = dict[str, list[dict[str, Any]]]


@pytest.fixture
def opened(database: Any, event: Event, tmp_path: Path) -> Callable[[], Sheets]:
    """Export the workbook and read every sheet by its titles."""

    def read() -> Sheets:
        out = tmp_path / "follow-up.xlsx"
        export_follow_up(database, event.id, out)
        book = load_workbook(out)
        found: Sheets = {}
        for page in book:
            titles, *rows = page.iter_rows(values_only=True)
            found[page.title] = [dict(zip(titles, row, strict=True)) for row in rows]
        book.close()
        return found

    return read


@pytest.fixture
def pair(
    add: Callable[..., Attendee], arrive: Callable[..., None], introduce: Callable[..., Any]
) -> Callable[..., Any]:
    """A mentor who met a mentee and another who met one too."""

    def meet(**mentor: Any) -> tuple[Attendee, Attendee, Attendee]:
        ada = add("Ada Mentor", role="mentor", email="ada@house.example", contact_frequency="monthly", **mentor)
        eli, fay = (add(name, email=f"{name[:3].lower()}@clinic.example") for name in ("Eli Mentee", "Fay Mentee"))
        arrive(ada, eli, fay)
        introduce((ada, eli), (ada, fay))
        return ada, eli, fay

    return meet


def test_the_sheet_for_programs_comes_first_then_what_people_read(
    opened: Callable[[], Sheets], pair: Callable[..., Any], answer: Callable[..., None]
) -> None:
    ada, eli, _ = pair()
    answer(ada, eli, Answer.YES)
    answer(eli, ada, Answer.YES)
    sheets = opened()
    titles = ["Follow-up", "Figures", "Meetings", "Mutual matches", "Without a match", "Referrals"]
    assert list(sheets) == titles
    assert list(sheets["Follow-up"][0]) == ["code", "name", "partner_code", "partner", "met", "mutual", "contact"]
    figures = {row["Figure"]: row["Value"] for row in sheets["Figures"]}
    assert figures["Day"] == datetime(2026, 3, 5)
    assert (figures["People"], figures["Meetings"], figures["Mutual matches"]) == (3, 2, 1)
    assert (figures["People with a mutual match"], figures["People without one"]) == (2, 1)
    first = sheets["Meetings"][0]
    assert (first["Round"], first["Mentor"], first["Mentee"]) == (1, "Ada Mentor", "Eli Mentee")
    assert (first["Starts"], first["Met"], first["Both said yes"]) == (datetime(2026, 3, 5, 18, 30), "yes", "yes")
    (match,) = sheets["Mutual matches"]
    assert (match["Mentor’s e-mail"], match["Mentee’s e-mail"]) == ("ada@house.example", "eli@clinic.example")
    assert (match["Mentor likes"], match["Standing"]) == ("monthly", "goes on")
    assert (match["Write by"], match["Look back on"]) == (datetime(2026, 3, 19), datetime(2026, 6, 5))


def test_contacts_stand_only_where_both_said_yes_and_share_them(
    opened: Callable[[], Sheets], pair: Callable[..., Any], answer: Callable[..., None]
) -> None:
    ada, eli, fay = pair(contact_consent=False)
    for one, other in ((ada, eli), (eli, ada), (ada, fay)):
        answer(one, other, Answer.YES)
    told = repr(opened())
    assert "@" not in told
    assert opened()["Mutual matches"][0]["Mentor’s e-mail"] is None


def test_before_there_is_a_plan_the_sheet_for_programs_is_empty(opened: Callable[[], Sheets]) -> None:
    assert opened() == {"Follow-up": []}


def test_who_waits_for_a_place_is_on_the_list_without_a_contact(
    opened: Callable[[], Sheets], pair: Callable[..., Any], answer: Callable[..., None]
) -> None:
    ada, eli, fay = pair(continuing_limit=1)
    for one, other in ((ada, eli), (eli, ada), (ada, fay), (fay, ada)):
        answer(one, other, Answer.YES)
    sheets = opened()
    standing = {row["Mentee"]: (row["Standing"], row["Mentor’s e-mail"]) for row in sheets["Mutual matches"]}
    assert standing == {"Eli Mentee": ("goes on", "ada@house.example"), "Fay Mentee": ("waits for a place", None)}
    assert {row["Figure"]: row["Value"] for row in sheets["Figures"]}["Of these, waiting for a place"] == 1


def test_people_without_a_match_stand_with_what_staff_confirmed_and_referrals_with_who_agreed(
    database: Any,
    event: Event,
    now: datetime,
    add: Callable[..., Attendee],
    arrive: Callable[..., None],
    opened: Callable[[], Sheets],
    pair: Callable[..., Any],
) -> None:
    ada, eli, fay = pair()
    bo, cy = (
        add(name, role="mentor", employer=employer, topics_offered=("Finance",))
        for name, employer in (("Bo Mentor", "B"), ("Cy Mentor", "C"))
    )
    arrive(bo, cy)
    said: dict[str, Any] = {"station": "Desk 1", "now": now}
    database.write(suggest, event.id, eli.id, bo.id, **said)
    database.write(suggest, event.id, fay.id, None, **said)
    told = database.write(refer, event.id, fay.id, from_id=ada.id, mentor_id=cy.id, **said)
    assert opened()["Referrals"] == []
    database.write(set_referral_state, event.id, told.referral.id, ReferralState.AGREED, **said)
    sheets = opened()
    alone = {row["Name"]: row for row in sheets["Without a match"]}
    assert set(alone) == {"Ada Mentor", "Bo Mentor", "Cy Mentor", "Eli Mentee", "Fay Mentee"}
    assert alone["Eli Mentee"]["Suggested"].startswith("Bo Mentor")
    assert (alone["Eli Mentee"]["People met"], alone["Eli Mentee"]["Role"]) == (1, "mentee")
    assert (alone["Eli Mentee"]["Invited to the next event"], alone["Fay Mentee"]["Invited to the next event"]) == (
        "no",
        "yes",
    )
    (referral,) = sheets["Referrals"]
    assert (referral["Name"], referral["Referred to"], referral["Employer"]) == ("Fay Mentee", "Cy Mentor", "C")
    assert "Ada" not in repr(sheets["Referrals"])
