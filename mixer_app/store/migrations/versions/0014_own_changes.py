"""What a station did last is found at once, however much the other stations have done since.

Revision 0014, after 0013.
"""

from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Add the index."""
    op.create_index("ix_journal_event_id_station_id", "journal", ["event_id", "station", "id"])
