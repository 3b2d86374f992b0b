"""A badge code is unique at its event, so that an event moves into a database with others and no badge changes.

Revision 0012, after 0011.
"""

from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Codes were unique in the whole database, so they are at each event."""
    with op.batch_alter_table("attendees") as attendees:
        attendees.drop_constraint("uq_attendees_code", type_="unique")
        attendees.create_unique_constraint("uq_attendees_code_event_id", ["code", "event_id"])
