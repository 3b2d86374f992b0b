"""The programme: how pairs fare three months on, and people who were forgotten one by one.

Revision 0010, after 0009.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add the table and the column; nobody has been asked, nobody was forgotten alone."""
    op.create_table(
        "contact_checks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("mentor_id", sa.Integer(), nullable=False),
        sa.Column("mentee_id", sa.Integer(), nullable=False),
        sa.Column("in_touch", sa.Boolean(), nullable=True),
        sa.Column("how_often", sa.String(length=20), nullable=True),
        sa.Column("goal", sa.String(length=20), nullable=True),
        sa.Column("goes_on", sa.Boolean(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("station", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["events.id"], name=op.f("fk_contact_checks_event_id_events"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["mentor_id"], ["attendees.id"], name=op.f("fk_contact_checks_mentor_id_attendees"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["mentee_id"], ["attendees.id"], name=op.f("fk_contact_checks_mentee_id_attendees"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_checks")),
        sa.UniqueConstraint("mentor_id", "mentee_id", name=op.f("uq_contact_checks_mentor_id_mentee_id")),
    )
    op.create_index(op.f("ix_contact_checks_event_id"), "contact_checks", ["event_id"])
    op.create_index(op.f("ix_contact_checks_mentee_id"), "contact_checks", ["mentee_id"])
    op.add_column("attendees", sa.Column("forgotten_at", sa.DateTime(timezone=True), nullable=True))
