"""What staff decided about pairs: forbidden, or to meet.

Revision 0003, after 0002.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the table; nothing has been decided yet."""
    op.create_table(
        "pair_rules",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("mentor_id", sa.Integer(), nullable=False),
        sa.Column("mentee_id", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(length=20), nullable=False),
        _refers("event_id", "events"),
        _refers("mentee_id", "attendees"),
        _refers("mentor_id", "attendees"),
        sa.PrimaryKeyConstraint("event_id", "mentor_id", "mentee_id", name=op.f("pk_pair_rules")),
    )
    op.create_index(op.f("ix_pair_rules_mentee_id"), "pair_rules", ["mentee_id"])
    op.create_index(op.f("ix_pair_rules_mentor_id"), "pair_rules", ["mentor_id"])


def _refers(column: str, to: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_pair_rules_{column}_{to}")
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, ondelete="CASCADE")
