"""On a server, the journal tells every station that it has grown, and its numbers come in order.

Revision 0011, after 0008.
"""

from alembic import op

revision = "0011"
down_revision = "0010"

_STATEMENTS = (
    # Whoever adds to the journal holds the lock of writers (see store/server.py) until the change is kept:
    # a smaller number is never seen after a larger one. Our own stations hold it already.
    """
    CREATE FUNCTION mixer_journal_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        PERFORM pg_advisory_xact_lock(1296652370);
        RETURN NULL;
    END $$
    """,
    """
    CREATE TRIGGER journal_in_order BEFORE INSERT ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION mixer_journal_in_order()
    """,
    """
    CREATE FUNCTION mixer_journal_tells() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        PERFORM pg_notify('mixer_journal', (SELECT max(id) FROM added)::text);
        RETURN NULL;
    END $$
    """,
    """
    CREATE TRIGGER journal_tells AFTER INSERT ON journal REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION mixer_journal_tells()
    """,
)


def upgrade() -> None:
    """Add the triggers; a file has one writer, and its stations look."""
    if op.get_bind().dialect.name == "postgresql":
        for statement in _STATEMENTS:
            op.execute(statement)
