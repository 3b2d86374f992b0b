"""Into whom an attendee, and a person, was merged.

Revision 0006, after 0005.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the two columns; nobody has been merged yet."""
    for table in ("attendees", "persons"):
        op.add_column(table, sa.Column("merged_into", sa.Integer(), nullable=True))
        op.create_index(op.f(f"ix_{table}_merged_into"), table, ["merged_into"])
