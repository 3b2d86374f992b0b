"""The print queue, and the printer of each station.

Revision 0004, after 0003.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the tables; nothing waits to be printed."""
    op.create_table(
        "print_jobs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("attendee_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("station", "printer", "reason")),
        sa.Column("state", sa.String(length=20), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("sentence", "spool_id", "holder")),
        sa.Column("wish", sa.String(length=20), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("wish_station", "wish_printer")),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("request_id", sa.String(), nullable=True),
        _refers("event_id", "events"),
        _refers("attendee_id", "attendees"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_jobs")),
        sa.UniqueConstraint("request_id", name=op.f("uq_print_jobs_request_id")),
    )
    op.create_index(op.f("ix_print_jobs_attendee_id"), "print_jobs", ["attendee_id"])
    op.create_index(op.f("ix_print_jobs_event_id_state"), "print_jobs", ["event_id", "state"])
    op.create_index(op.f("ix_print_jobs_station_state"), "print_jobs", ["station", "state"])
    op.create_table(
        "station_printers",
        *(sa.Column(name, sa.String(), nullable=False) for name in ("station", "printer", "title")),
        sa.Column("ready", sa.Boolean(), nullable=False),
        sa.Column("sentence", sa.String(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("station", name=op.f("pk_station_printers")),
    )


def _refers(column: str, to: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_print_jobs_{column}_{to}")
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, ondelete="CASCADE")
