"""Documents in the print queue: what they are called, where they are kept, and how they are printed.

Revision 0008, after 0007.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the columns; what was queued until now are badges of one page."""
    columns = (
        ("title", sa.String(), ""),
        ("paper", sa.String(), ""),
        ("pages", sa.Integer(), "1"),
        ("copies", sa.Integer(), "1"),
        ("two_sided", sa.String(), ""),
        ("printed", sa.Integer(), "0"),
        ("badges", sa.JSON(), "[]"),
    )
    for name, kind, default in columns:
        op.add_column("print_jobs", sa.Column(name, kind, nullable=False, server_default=default))
