"""What only control may read of a change stands beside the journal; a kiosk answers without reading answers.

Revision 0013, after 0012.
"""

import sqlalchemy as sa
from alembic import op

from mixer_app.store.private_payloads import MARK, SENTENCE, hidden_part, is_decision

revision = "0013"
down_revision = "0012"

_JSON = sa.JSON(none_as_null=True)
_JOURNAL = sa.table(
    "journal", sa.column("id", sa.Integer), sa.column("sentence", sa.String), sa.column("payload", _JSON)
)
_STATEMENTS = (
    # Whoever answers without being able to read what was answered before has the server set that aside.
    """
    CREATE FUNCTION mixer_set_aside_unread() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
        IF NOT has_column_privilege(session_user, 'answers', 'answer', 'SELECT') THEN
            INSERT INTO set_aside_answers (from_id, to_id, source, answer, refer, note, helped, at, station, batch)
            VALUES (OLD.from_id, OLD.to_id, OLD.source, OLD.answer, OLD.refer, OLD.note, OLD.helped, OLD.at,
                    OLD.station, OLD.batch)
            ON CONFLICT (from_id, to_id, source) DO UPDATE SET
                answer = EXCLUDED.answer, refer = EXCLUDED.refer, note = EXCLUDED.note, helped = EXCLUDED.helped,
                at = EXCLUDED.at, station = EXCLUDED.station, batch = EXCLUDED.batch;
        END IF;
        RETURN NEW;
    END $$
    """,
    """
    CREATE TRIGGER set_aside_unread BEFORE UPDATE ON answers FOR EACH ROW
    WHEN (OLD.source IS DISTINCT FROM NEW.source) EXECUTE FUNCTION mixer_set_aside_unread()
    """,
)


def upgrade() -> None:
    """Make the table, and move there what the journal holds already."""
    private = op.create_table(
        "journal_private",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sentence", sa.String(), nullable=False),
        sa.Column("payload", _JSON, nullable=False),
        sa.ForeignKeyConstraint(["id"], ["journal.id"], name="fk_journal_private_id_journal", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_journal_private"),
    )
    connection = op.get_bind()
    for row in connection.execute(sa.select(_JOURNAL).where(_JOURNAL.c.payload.is_not(None))).all():
        hidden = hidden_part(row.payload)
        if hidden:
            sentence = row.sentence if is_decision(hidden) else ""
            left = {name: value for name, value in row.payload.items() if name not in hidden} | {MARK: True}
            connection.execute(sa.insert(private), {"id": row.id, "sentence": sentence, "payload": hidden})
            told = {"payload": left} | ({"sentence": SENTENCE} if sentence else {})
            connection.execute(sa.update(_JOURNAL).where(_JOURNAL.c.id == row.id).values(told))
    if connection.dialect.name == "postgresql":
        for statement in _STATEMENTS:
            op.execute(statement)
