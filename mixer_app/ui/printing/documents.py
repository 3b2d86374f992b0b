"""The documents as the list offers them: what each is for, and what can be chosen for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from mixer_app.domain.staff_roles import StaffAct
from mixer_app.services.paper import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentWords:
    """One entry of the list."""

    title: str
    purpose: str
    icon: str
    one: str  # what is counted
    many: str
    for_people: bool = False  # whom to print it for can be chosen
    on_labels: bool = False  # stock and first label can be chosen
    needs_plan: bool = False
    act: StaffAct = StaffAct.PRINT_PAPER  # what it is to print it


DOCUMENTS: Final[Mapping[Document, DocumentWords]] = {
    Document.BADGES: DocumentWords(
        title="Badges",
        purpose="Name, role and code for everyone",
        icon="identification-badge",
        one="badge",
        many="badges",
        for_people=True,
        on_labels=True,
    ),
    Document.MATCH_SHEETS: DocumentWords(
        title="Match sheets",
        purpose="Rounds, tables and partners",
        icon="list-checks",
        one="sheet",
        many="sheets",
        for_people=True,
        needs_plan=True,
    ),
    Document.TABLE_CARDS: DocumentWords(
        title="Table cards",
        purpose="Folded, with number and mentor",
        icon="table",
        one="card",
        many="cards",
    ),
    Document.SIGN_IN: DocumentWords(
        title="Sign-in list",
        purpose="For the desk, if a screen fails",
        icon="note-pencil",
        one="line",
        many="lines",
        for_people=True,
    ),
    Document.ROUND_SHEETS: DocumentWords(
        title="Round sheets",
        purpose="For the room’s marshals",
        icon="timer",
        one="sheet",
        many="sheets",
        needs_plan=True,
    ),
    Document.CHANGE_SLIPS: DocumentWords(
        title="Change slips",
        purpose="For those seated elsewhere",
        icon="swap",
        one="slip",
        many="slips",
        for_people=True,
        on_labels=True,
        needs_plan=True,
    ),
    Document.FOLLOW_UP: DocumentWords(
        title="Follow-up summaries",
        purpose="Whom each person met",
        icon="handshake",
        one="summary",
        many="summaries",
        for_people=True,
        needs_plan=True,
        act=StaffAct.PRINT_ANSWERS,
    ),
    Document.REPORT: DocumentWords(
        title="Event report",
        purpose="The evening in figures",
        icon="file-text",
        one="report",
        many="reports",
        act=StaffAct.PRINT_ANSWERS,
    ),
}


def counted(document: Document, number: int) -> str:
    """`97 badges`."""
    words = DOCUMENTS[document]
    return f"{number:,} {words.one if number == 1 else words.many}"
