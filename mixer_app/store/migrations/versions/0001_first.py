"""The first schema: events, people, plans, records.

Revision 0001, the first.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables, those that others refer to first."""
    _column_mappings()
    _events()
    _persons()
    _attendees()
    _imports()
    _needs()
    _plans()
    _rounds()
    _topics()
    _answers()
    _attendee_needs()
    _attendee_topics()
    _check_ins()
    _import_steps()
    _imported_answers()
    _introductions()
    _journal()
    _plan_members()
    _plan_without()
    _tables()
    _wishes()


def _columns(kind: sa.types.TypeEngine[Any], *names: str, nullable: bool = False) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, nullable=nullable) for name in names]


def _refers(table: str, column: str, to: str, on_delete: str | None = None) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{to}")
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, ondelete=on_delete)


def _column_mappings() -> None:
    op.create_table(
        "column_mappings",
        *_columns(sa.String(), "header_key"),
        *_columns(sa.JSON(), "mapping"),
        sa.PrimaryKeyConstraint("header_key", name=op.f("pk_column_mappings")),
    )


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("id", sa.Integer(), nullable=False),
        *_columns(sa.String(), "name"),
        *_columns(sa.DateTime(), "starts_at"),
        *_columns(sa.DateTime(), "doors_at", nullable=True),
        *_columns(sa.Integer(), "rounds", "minutes", "break_minutes", "seats"),
        *_columns(sa.String(), "venue", "language", "contact_email"),
        *_columns(sa.JSON(), "rules"),
        *_columns(sa.DateTime(timezone=True), "created_at"),
        *_columns(sa.DateTime(timezone=True), "forgotten_at", nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
    )


def _persons() -> None:
    op.create_table(
        "persons",
        sa.Column("id", sa.Integer(), nullable=False),
        *_columns(sa.String(), "name", "name_key", "email_key", "external_id"),
        *_columns(sa.DateTime(timezone=True), "created_at"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_persons")),
    )
    op.create_index(op.f("ix_persons_email_key"), "persons", ["email_key"])
    op.create_index(op.f("ix_persons_external_id"), "persons", ["external_id"])


def _attendees() -> None:
    op.create_table(
        "attendees",
        sa.Column("id", sa.Integer(), nullable=False),
        *_columns(sa.Integer(), "event_id", "person_id"),
        *_columns(sa.String(), "code"),
        *_columns(sa.String(length=20), "role", "status"),
        *_columns(sa.DateTime(timezone=True), "checked_in_at", nullable=True),
        *_columns(sa.String(), "checked_in_where"),
        *_columns(sa.DateTime(timezone=True), "left_at", "badge_printed_at", nullable=True),
        *_columns(sa.Boolean(), "walk_in"),
        *_columns(sa.DateTime(timezone=True), "updated_at"),
        *_columns(
            sa.String(),
            "full_name",
            "given_name",
            "family_name",
            "native_name",
            "name_key",
            "external_id",
            "email",
            "email_key",
            "phone",
            "pronouns",
            "employer",
            "title",
            "field",
            "region",
        ),
        *_columns(sa.JSON(), "languages"),
        *_columns(sa.Double(), "experience_years", nullable=True),
        *_columns(sa.String(), "experience_grade", "goal"),
        *_columns(sa.Boolean(), "remote_ok", nullable=True),
        *_columns(sa.String(), "contact_frequency", "contact_means"),
        *_columns(sa.Boolean(), "contact_consent", nullable=True),
        *_columns(sa.Integer(), "introductions_limit", "continuing_limit", nullable=True),
        *_columns(sa.Time(), "arrives", "leaves", nullable=True),
        *_columns(sa.JSON(), "rests"),
        *_columns(sa.String(), "staff_note"),
        _refers("attendees", "event_id", "events", "CASCADE"),
        _refers("attendees", "person_id", "persons"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendees")),
        sa.UniqueConstraint("code", name=op.f("uq_attendees_code")),
        sa.UniqueConstraint("event_id", "person_id", name=op.f("uq_attendees_event_id_person_id")),
    )
    op.create_index(op.f("ix_attendees_event_id_email_key"), "attendees", ["event_id", "email_key"])
    op.create_index(op.f("ix_attendees_event_id_external_id"), "attendees", ["event_id", "external_id"])
    op.create_index(op.f("ix_attendees_event_id_name_key"), "attendees", ["event_id", "name_key"])
    op.create_index(op.f("ix_attendees_person_id"), "attendees", ["person_id"])


def _imports() -> None:
    op.create_table(
        "imports",
        sa.Column("id", sa.Integer(), nullable=False),
        *_columns(sa.Integer(), "event_id"),
        *_columns(sa.DateTime(timezone=True), "at"),
        *_columns(sa.String(), "station"),
        *_columns(sa.JSON(), "account"),
        *_columns(sa.DateTime(timezone=True), "undone_at", nullable=True),
        _refers("imports", "event_id", "events", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imports")),
    )
    op.create_index(op.f("ix_imports_event_id"), "imports", ["event_id"])


def _needs() -> None:
    op.create_table(
        "needs",
        sa.Column("id", sa.Integer(), nullable=False),
        *_columns(sa.Integer(), "event_id"),
        *_columns(sa.String(), "name", "key"),
        *_columns(sa.Integer(), "position"),
        *_columns(sa.Boolean(), "listed", "sensitive"),
        _refers("needs", "event_id", "events", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_needs")),
        sa.UniqueConstraint("event_id", "key", name=op.f("uq_needs_event_id_key")),
    )


def _plans() -> None:
    op.create_table(
        "plans",
        sa.Column("id", sa.Integer(), nullable=False),
        *_columns(sa.Integer(), "event_id", "version"),
        *_columns(sa.DateTime(timezone=True), "made_at"),
        *_columns(sa.String(), "station"),
        *_columns(sa.DateTime(timezone=True), "published_at", nullable=True),
        *_columns(sa.Integer(), "rounds", "meetings", "fewest", "kept", "strong_mentees", "discovery_mentees"),
        *_columns(sa.Double(), "total_score"),
        *_columns(sa.Boolean(), "optimal", "fairest"),
        *_columns(sa.Integer(), "bound_meetings"),
        *_columns(sa.Double(), "bound_score"),
        _refers("plans", "event_id", "events", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plans")),
        sa.UniqueConstraint("event_id", "version", name=op.f("uq_plans_event_id_version")),
    )


def _rounds() -> None:
    op.create_table(
        "rounds",
        *_columns(sa.Integer(), "event_id"),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        *_columns(sa.String(length=20), "state"),
        *_columns(sa.DateTime(timezone=True), "started_at", "ended_at", nullable=True),
        _refers("rounds", "event_id", "events", "CASCADE"),
        sa.PrimaryKeyConstraint("event_id", "number", name=op.f("pk_rounds")),
    )


def _topics() -> None:
    op.create_table(
        "topics",
        sa.Column("id", sa.Integer(), nullable=False),
        *_columns(sa.Integer(), "event_id"),
        *_columns(sa.String(), "name", "key"),
        *_columns(sa.Integer(), "position"),
        *_columns(sa.Boolean(), "listed"),
        _refers("topics", "event_id", "events", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_topics")),
        sa.UniqueConstraint("event_id", "key", name=op.f("uq_topics_event_id_key")),
    )


def _answers() -> None:
    op.create_table(
        "answers",
        sa.Column("id", sa.Integer(), nullable=False),
        *_columns(sa.Integer(), "event_id", "from_id", "to_id"),
        *_columns(sa.String(), "answer"),
        *_columns(sa.Boolean(), "refer"),
        *_columns(sa.String(), "note"),
        *_columns(sa.Boolean(), "helped", nullable=True),
        *_columns(sa.DateTime(timezone=True), "at"),
        *_columns(sa.String(), "station"),
        _refers("answers", "event_id", "events", "CASCADE"),
        _refers("answers", "from_id", "attendees", "CASCADE"),
        _refers("answers", "to_id", "attendees", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answers")),
        sa.UniqueConstraint("from_id", "to_id", name=op.f("uq_answers_from_id_to_id")),
    )
    op.create_index(op.f("ix_answers_event_id"), "answers", ["event_id"])
    op.create_index(op.f("ix_answers_to_id"), "answers", ["to_id"])


def _attendee_needs() -> None:
    op.create_table(
        "attendee_needs",
        *_columns(sa.Integer(), "attendee_id"),
        *_columns(sa.String(length=20), "side"),
        *_columns(sa.Integer(), "need_id", "position"),
        _refers("attendee_needs", "attendee_id", "attendees", "CASCADE"),
        _refers("attendee_needs", "need_id", "needs", "CASCADE"),
        sa.PrimaryKeyConstraint("attendee_id", "side", "need_id", name=op.f("pk_attendee_needs")),
    )
    op.create_index(op.f("ix_attendee_needs_need_id"), "attendee_needs", ["need_id"])


def _attendee_topics() -> None:
    op.create_table(
        "attendee_topics",
        *_columns(sa.Integer(), "attendee_id"),
        *_columns(sa.String(length=20), "side"),
        *_columns(sa.Integer(), "topic_id", "position"),
        _refers("attendee_topics", "attendee_id", "attendees", "CASCADE"),
        _refers("attendee_topics", "topic_id", "topics", "CASCADE"),
        sa.PrimaryKeyConstraint("attendee_id", "side", "topic_id", name=op.f("pk_attendee_topics")),
    )
    op.create_index(op.f("ix_attendee_topics_topic_id"), "attendee_topics", ["topic_id"])


def _check_ins() -> None:
    op.create_table(
        "check_ins",
        sa.Column("id", sa.Integer(), nullable=False),
        *_columns(sa.Integer(), "attendee_id"),
        *_columns(sa.String(length=20), "action"),
        *_columns(sa.DateTime(timezone=True), "at"),
        *_columns(sa.String(), "station"),
        *_columns(sa.String(), "request_id", nullable=True),
        _refers("check_ins", "attendee_id", "attendees", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_ins")),
        sa.UniqueConstraint("request_id", name=op.f("uq_check_ins_request_id")),
    )
    op.create_index(op.f("ix_check_ins_attendee_id"), "check_ins", ["attendee_id"])


def _import_steps() -> None:
    op.create_table(
        "import_steps",
        *_columns(sa.Integer(), "import_id"),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        *_columns(sa.Integer(), "attendee_id"),
        *_columns(sa.JSON(), "before", nullable=True),
        *_columns(sa.JSON(), "after"),
        _refers("import_steps", "attendee_id", "attendees", "CASCADE"),
        _refers("import_steps", "import_id", "imports", "CASCADE"),
        sa.PrimaryKeyConstraint("import_id", "position", name=op.f("pk_import_steps")),
    )
    op.create_index(op.f("ix_import_steps_attendee_id"), "import_steps", ["attendee_id"])


def _imported_answers() -> None:
    op.create_table(
        "imported_answers",
        *_columns(sa.Integer(), "attendee_id"),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        *_columns(sa.String(), "question", "answer"),
        _refers("imported_answers", "attendee_id", "attendees", "CASCADE"),
        sa.PrimaryKeyConstraint("attendee_id", "position", name=op.f("pk_imported_answers")),
    )


def _introductions() -> None:
    op.create_table(
        "introductions",
        sa.Column("id", sa.Integer(), nullable=False),
        *_columns(sa.Integer(), "plan_id", "round", "table_number", "mentor_id", "mentee_id"),
        *_columns(sa.Double(), "score"),
        *_columns(sa.JSON(), "evidence"),
        *_columns(sa.Boolean(), "locked"),
        *_columns(sa.Boolean(), "took_place", nullable=True),
        _refers("introductions", "mentee_id", "attendees", "CASCADE"),
        _refers("introductions", "mentor_id", "attendees", "CASCADE"),
        _refers("introductions", "plan_id", "plans", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_introductions")),
        sa.UniqueConstraint("plan_id", "round", "mentee_id", name=op.f("uq_introductions_plan_id_round_mentee_id")),
    )
    op.create_index(op.f("ix_introductions_mentee_id"), "introductions", ["mentee_id"])
    op.create_index(op.f("ix_introductions_mentor_id"), "introductions", ["mentor_id"])


def _journal() -> None:
    op.create_table(
        "journal",
        sa.Column("id", sa.Integer(), nullable=False),
        *_columns(sa.Integer(), "event_id", "attendee_id", nullable=True),
        *_columns(sa.DateTime(timezone=True), "at"),
        *_columns(sa.String(), "station", "what", "sentence"),
        *_columns(sa.JSON(), "payload", nullable=True),
        *_columns(sa.Integer(), "undoes_id", nullable=True),
        _refers("journal", "attendee_id", "attendees", "SET NULL"),
        _refers("journal", "event_id", "events", "CASCADE"),
        _refers("journal", "undoes_id", "journal"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_journal_attendee_id"), "journal", ["attendee_id"])
    op.create_index(op.f("ix_journal_event_id_id"), "journal", ["event_id", "id"])
    op.create_index(op.f("ix_journal_undoes_id"), "journal", ["undoes_id"])


def _plan_members() -> None:
    op.create_table(
        "plan_members",
        *_columns(sa.Integer(), "plan_id"),
        *_columns(sa.String(length=20), "side"),
        *_columns(sa.Integer(), "attendee_id", "position"),
        _refers("plan_members", "attendee_id", "attendees", "CASCADE"),
        _refers("plan_members", "plan_id", "plans", "CASCADE"),
        sa.PrimaryKeyConstraint("plan_id", "side", "attendee_id", name=op.f("pk_plan_members")),
    )
    op.create_index(op.f("ix_plan_members_attendee_id"), "plan_members", ["attendee_id"])


def _plan_without() -> None:
    op.create_table(
        "plan_without",
        *_columns(sa.Integer(), "plan_id", "attendee_id", "position"),
        *_columns(sa.String(), "reason"),
        _refers("plan_without", "attendee_id", "attendees", "CASCADE"),
        _refers("plan_without", "plan_id", "plans", "CASCADE"),
        sa.PrimaryKeyConstraint("plan_id", "attendee_id", name=op.f("pk_plan_without")),
    )
    op.create_index(op.f("ix_plan_without_attendee_id"), "plan_without", ["attendee_id"])


def _tables() -> None:
    op.create_table(
        "tables",
        *_columns(sa.Integer(), "event_id"),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        *_columns(sa.Integer(), "host_id", nullable=True),
        _refers("tables", "event_id", "events", "CASCADE"),
        _refers("tables", "host_id", "attendees", "SET NULL"),
        sa.PrimaryKeyConstraint("event_id", "number", name=op.f("pk_tables")),
        sa.UniqueConstraint("host_id", name=op.f("uq_tables_host_id")),
    )


def _wishes() -> None:
    op.create_table(
        "wishes",
        *_columns(sa.Integer(), "attendee_id"),
        *_columns(sa.String(length=20), "kind"),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        *_columns(sa.String(), "text"),
        *_columns(sa.Integer(), "target_id", nullable=True),
        _refers("wishes", "attendee_id", "attendees", "CASCADE"),
        _refers("wishes", "target_id", "attendees", "SET NULL"),
        sa.PrimaryKeyConstraint("attendee_id", "kind", "position", name=op.f("pk_wishes")),
    )
    op.create_index(op.f("ix_wishes_target_id"), "wishes", ["target_id"])
