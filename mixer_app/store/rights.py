"""What each kind of station may do on a shared server, table by table: the database itself refuses the rest.

Control owns the tables: it plans, imports, forgets, and brings the schema up to date. A desk does what is done at
the door and typed in afterwards; it changes no plan and sees no keep-apart. A kiosk checks people in, one by one.

What a kiosk must read of everybody, because anybody may come: names, employer, title, role, badge code, e-mail address
and phone (it asks for parts of them, also while the server is away), topics and needs. Of the PINs it sees the
helpers' alone, by which it is left: four digits are soon tried out by whoever has the hash of them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mixer_app.domain.answers import AnswerSource
from mixer_app.domain.errors import MixerError
from mixer_app.domain.plan_edits import PairRule
from mixer_app.domain.station_kinds import StationKind
from mixer_app.store.engine import shown_address
from mixer_app.store.failures import not_allowed
from mixer_app.store.rows import Row
from mixer_app.store.server import SEES_LESS

ORGANIZERS_PIN: Final = "staff pin"
"""The setting that a kiosk of a server does not see."""

HIDDEN_AT_KIOSK: Final[Mapping[str, str | None]] = {
    "external_id": "",
    "region": "",
    "experience_years": None,
    "experience_grade": "",
    "goal": "",
    "remote_ok": None,
    "contact_frequency": "",
    "contact_means": "",
    "introductions_limit": None,
    "continuing_limit": None,
    "staff_note": "",
    "colleagues_ok": None,
}
"""Columns of attendees that a kiosk of a server may not read, each with what stands for it there."""

Columns: TypeAlias = tuple[str, ...]
ALL: Final[Columns] = ("*",)
NONE: Final[Columns] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Right:
    """What may be done with a table: by column, `ALL` of them, or `NONE`; `only` is a condition on the rows.

    Where the rows that may be changed are fewer than those that may be read, `change_only` says which.
    """

    read: Columns = NONE
    add: Columns = NONE
    change: Columns = NONE
    remove: bool = False
    only: str = ""
    change_only: str = ""


_CLOSED: Final = Right()
_READ: Final = Right(read=ALL)
_READ_ADD: Final = Right(read=ALL, add=ALL)
_FULL: Final = Right(read=ALL, add=ALL, change=ALL, remove=True)
_PERSON: Final = ("name", "name_key", "email_key", "external_id")
_ASKED_OF_ANSWERS: Final = ("id", "event_id", "from_id", "to_id", "source")
_SAID_IN_ANSWERS: Final = ("answer", "refer", "note", "helped", "source", "at", "station", "batch")
_OF_KIOSKS: Final = f"source = '{AnswerSource.KIOSK.value}'"
_FIXED_OF_ATTENDEE: Final = frozenset({"id", "event_id", "person_id", "code", "merged_into", "walk_in"})
_NONE_OF_IT: Final = Right(read=ALL, only="false")
"""A table that is asked together with another one, and holds nothing for this kind of station."""

_NOT_PRIVATE: Final = "kind = 'wish'"
_TOGETHER: Final = f"rule = '{PairRule.MUST_MEET.value}'"
_CLOCK: Final = "event_id IS NULL AND key LIKE 'clock%'"
_CLOCK_OR_PROJECTOR: Final = f"({_CLOCK}) OR key LIKE 'projector_%'"


_ATTENDEE: Final = tuple(one.name for one in Row.metadata.tables["attendees"].columns)
_OF_ATTENDEE: Final = tuple(name for name in _ATTENDEE if name not in _FIXED_OF_ATTENDEE)
_SEEN_AT_KIOSK: Final = tuple(name for name in _ATTENDEE if name not in HIDDEN_AT_KIOSK)
_SAID_AT_KIOSK: Final = (
    "role",
    "status",
    "checked_in_at",
    "checked_in_where",
    "left_at",
    "badge_printed_at",
    "updated_at",
    "contact_consent",
    "email_consent",
    "phone_consent",
)
_SEATS: Final = ("id", "plan_id", "round", "table_number", "mentor_id", "mentee_id", "took_place")


_DESK: Final[Mapping[str, Right]] = {
    "alembic_version": _READ,
    "answers": _FULL,
    "attendee_needs": _FULL,
    "attendee_topics": _FULL,
    "attendees": Right(read=ALL, add=ALL, change=_OF_ATTENDEE),
    "check_ins": _READ_ADD,
    "column_mappings": _READ,
    "contact_checks": _FULL,
    "desk_calls": Right(read=ALL, add=ALL, change=ALL),
    "events": _READ,
    "imported_answers": _FULL,
    "import_steps": Right(read=("import_id", "position", "attendee_id")),
    "imports": _READ,
    "introductions": Right(read=ALL, change=("took_place",)),
    "journal": _READ_ADD,
    "journal_private": _NONE_OF_IT,
    "live_acts": _READ,
    "match_decisions": _FULL,
    "meetings": _FULL,
    "needs": _READ_ADD,
    "pair_rules": Right(read=ALL, only=_TOGETHER),
    "persons": Right(read=ALL, add=ALL, change=_PERSON),
    "plan_members": _READ,
    "plan_without": _READ,
    "plans": _READ,
    "print_jobs": Right(read=ALL, add=ALL, change=ALL),
    "referrals": _FULL,
    "set_aside_answers": _FULL,
    "settings": Right(read=ALL, add=ALL, change=ALL, remove=True, change_only=_CLOCK_OR_PROJECTOR),
    "sightings": _FULL,
    "station_printers": _FULL,
    "suggestions": _FULL,
    "tables": _READ,
    "topics": _READ_ADD,
    "wishes": Right(read=ALL, add=ALL, change=ALL, remove=True, only=_NOT_PRIVATE),
    "wrong_tries": Right(read=ALL, add=ALL, change=("at",), remove=True),
}
_KIOSK: Final[Mapping[str, Right]] = {
    "alembic_version": _READ,
    "answers": Right(read=_ASKED_OF_ANSWERS, add=ALL, change=_SAID_IN_ANSWERS),  # whether, and never what
    "attendee_needs": _FULL,
    "attendee_topics": _FULL,
    "attendees": Right(read=_SEEN_AT_KIOSK, change=_SAID_AT_KIOSK),
    "check_ins": _READ_ADD,
    "column_mappings": _CLOSED,
    "contact_checks": _CLOSED,
    "desk_calls": Right(read=ALL, add=ALL),
    "events": _READ,
    "imported_answers": _NONE_OF_IT,
    "import_steps": _CLOSED,
    "imports": _CLOSED,
    "introductions": Right(read=_SEATS),  # and not the reasons
    "journal": Right(read=("id",), add=ALL),
    "journal_private": _CLOSED,
    "live_acts": _READ,
    "match_decisions": _CLOSED,
    "meetings": _READ,
    "needs": _READ,
    "pair_rules": _CLOSED,
    "persons": Right(read=("id", "merged_into")),
    "plan_members": _CLOSED,
    "plan_without": _CLOSED,
    "plans": _READ,
    "print_jobs": Right(read=ALL, add=ALL, change=ALL),
    "referrals": _CLOSED,
    "set_aside_answers": Right(read=("from_id", "to_id", "source"), remove=True, change_only=_OF_KIOSKS),
    "settings": Right(
        read=ALL, add=ALL, change=ALL, remove=True, only=f"key <> '{ORGANIZERS_PIN}'", change_only=_CLOCK
    ),
    "sightings": _CLOSED,
    "station_printers": _FULL,
    "suggestions": _CLOSED,
    "tables": _READ,
    "topics": _READ,
    "wishes": _NONE_OF_IT,
    "wrong_tries": Right(read=ALL, add=ALL, change=("at",), remove=True),
}
RIGHTS: Final[Mapping[StationKind, Mapping[str, Right]]] = {StationKind.DESK: _DESK, StationKind.KIOSK: _KIOSK}
"""Every table is named, so that a new one is decided upon; a closed one is not to be touched at all."""


def grants(names: Mapping[StationKind, str]) -> Iterator[str]:
    """Statements that give the kinds of stations, by their names at the server, these rights and no others."""
    tables = [*Row.metadata.tables, "alembic_version"]
    guarded = sorted(
        {name for rights in RIGHTS.values() for name, one in rights.items() if one.only or one.change_only}
    )
    for kind, rights in RIGHTS.items():
        role = quoted(names[kind])
        yield f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role}"
        yield f"GRANT USAGE ON SCHEMA public TO {role}"
        yield f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}"
        for table in sorted(set(tables) & set(rights)):
            if verbs := ", ".join(_verbs(rights[table])):
                yield f"GRANT {verbs} ON {table} TO {role}"
    for table in guarded:
        yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
        for kind, rights in RIGHTS.items():
            yield from _policies(table, rights[table], kind, quoted(names[kind]))


def sees_everything(session: Session) -> bool:
    """Whether whoever is connected sees every row: of a file everybody does, on a server control alone."""
    if session.get_bind().dialect.name == "sqlite":
        return True
    return bool(session.scalar(select(func.has_schema_privilege("public", "CREATE"))))


def reads_answers(session: Session) -> bool:
    """Whether whoever is connected may read what people answered: at a kiosk of a server they may not."""
    if session.get_bind().dialect.name == "sqlite":
        return True
    return bool(session.scalar(select(func.has_column_privilege("answers", "answer", "SELECT"))))


def sees_all_of_attendees(session: Session) -> bool:
    """Whether whoever is connected reads everything that people said, as it is not at a kiosk of a server."""
    return not session.connection().info.get(SEES_LESS, False)


def refusal(session: Session) -> MixerError:
    """What to raise where the server would do nothing, and say nothing, because a row is not this station's."""
    return MixerError(not_allowed(shown_address(session.get_bind().engine.url)))


def quoted(name: str) -> str:
    """A name as SQL takes it, whatever is in it."""
    return '"' + name.replace('"', '""') + '"'


def _verbs(right: Right) -> Iterator[str]:
    for verb, columns in (("SELECT", right.read), ("INSERT", right.add), ("UPDATE", right.change)):
        if columns:
            yield verb if columns == ALL else f"{verb} ({', '.join(columns)})"
    if right.remove:
        yield "DELETE"


def _policies(table: str, right: Right, kind: StationKind, role: str) -> Iterator[str]:
    """Which rows: everything that is not allowed by a policy is as if it were not there."""
    reads, changes = right.only or "true", right.change_only or right.only or "true"
    for verb, condition in (
        ("SELECT", f"USING ({reads})"),
        ("INSERT", f"WITH CHECK ({changes})"),
        ("UPDATE", f"USING ({changes}) WITH CHECK ({changes})"),
        ("DELETE", f"USING ({changes})"),
    ):
        name = f"mixer_{kind.value}_{verb.lower()}"
        yield f"DROP POLICY IF EXISTS {name} ON {table}"
        yield f"CREATE POLICY {name} ON {table} FOR {verb} TO {role} {condition}"
