"""The workbook of the follow-up, opened as a spreadsheet opens it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.services.answers import Answer
from mixer_app.services.exports import export_follow_up

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
    assert list(sheets)[:4] == ["Follow-up", "Figures", "Meetings", "Mutual matches"]
    assert list(sheets["Follow-up"][0]) == ["code", "name", "partner_code", "partner", "met", "mutual", "contact"]
    figures = {row["Figure"]: row["Value"] for row in sheets["Figures"]}
    assert figures["Day"] == datetime(2026, 3, 5)
    assert (figures["People who came"], figures["Meetings"], figures["Mutual matches"]) == (3, 2, 1)
    assert (figures["People with a mutual match"], figures["People without one"]) == (2, 1)
    first = sheets["Meetings"][0]
    assert (first["Round"], first["Mentor"], first["Mentee"]) == (1, "Ada Mentor", "Eli Mentee")
    assert (first["Starts"], first["Met"], first["Both said yes"]) == (datetime(2026, 3, 5, 18, 30), "yes", "yes")
    (match,) = sheets["Mutual matches"]
    assert (match["Mentor’s e-mail"], match["Mentee’s e-mail"]) == ("ada@house.example", "eli@clinic.example")
    assert match["Mentor likes"] == "monthly"
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
