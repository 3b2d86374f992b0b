"""Settings of an event and of the whole database, calls for the desk, wrong tries, and what of a contact is shared.

Revision 0005, after 0004.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the tables, and the two answers; nobody has given one yet."""
    for answer in ("email_consent", "phone_consent"):
        op.add_column("attendees", sa.Column(answer, sa.Boolean(), nullable=True))
    _settings()
    _desk_calls()
    _wrong_tries()


def _settings() -> None:
    op.create_table(
        "settings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        _refers("settings", "event_id", "events"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_settings")),
        sa.UniqueConstraint("event_id", "key", name=op.f("uq_settings_event_id_key")),
    )
    of_all = sa.text("event_id IS NULL")
    op.create_index(
        "ix_settings_of_all", "settings", ["key"], unique=True, sqlite_where=of_all, postgresql_where=of_all
    )


def _desk_calls() -> None:
    op.create_table(
        "desk_calls",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("attendee_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(length=20), nullable=False),
        sa.Column("station", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_where", sa.String(), nullable=False),
        _refers("desk_calls", "event_id", "events"),
        _refers("desk_calls", "attendee_id", "attendees"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk_calls")),
    )
    op.create_index(op.f("ix_desk_calls_event_id_answered_at"), "desk_calls", ["event_id", "answered_at"])
    op.create_index(op.f("ix_desk_calls_attendee_id"), "desk_calls", ["attendee_id"])


def _wrong_tries() -> None:
    op.create_table(
        "wrong_tries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("attendee_id", sa.Integer(), nullable=True),
        sa.Column("station", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _refers("wrong_tries", "attendee_id", "attendees"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wrong_tries")),
    )
    op.create_index(op.f("ix_wrong_tries_attendee_id_station_at"), "wrong_tries", ["attendee_id", "station", "at"])


def _refers(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}_{to}"), ondelete="CASCADE")
