"""Whether someone is fine with meeting people of the same employer.

Revision 0002, after 0001.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the answer; nobody has given one yet."""
    op.add_column("attendees", sa.Column("colleagues_ok", sa.Boolean(), nullable=True))
