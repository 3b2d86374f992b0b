"""What follows an evening: where an answer was given and how much a talk helped; meetings, referrals, suggestions.

Revision 0009, after 0008.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add the tables; answers until now came from paper, and a talk that helped, helped well."""
    with op.batch_alter_table("answers") as answers:
        answers.add_column(sa.Column("source", sa.String(length=20), nullable=False, server_default="paper"))
        answers.add_column(sa.Column("batch", sa.String(), nullable=True))
        answers.add_column(sa.Column("mark", sa.Integer(), nullable=True))
    op.execute("UPDATE answers SET mark = CASE WHEN helped THEN 4 ELSE 2 END WHERE helped IS NOT NULL")
    with op.batch_alter_table("answers") as answers:
        answers.drop_column("helped")
        answers.alter_column("mark", new_column_name="helped")
    op.create_index(op.f("ix_answers_batch"), "answers", ["batch"])
    _create(
        "set_aside_answers",
        sa.Column("from_id", sa.Integer(), nullable=False),
        sa.Column("to_id", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=20), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("refer", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("helped", sa.Integer(), nullable=True),
        *_noted(),
        sa.Column("batch", sa.String(), nullable=True),
        attendees=("from_id", "to_id"),
        key=("from_id", "to_id", "source"),
        indexes=("to_id",),
    )
    _create(
        "meetings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("mentor_id", sa.Integer(), nullable=False),
        sa.Column("mentee_id", sa.Integer(), nullable=False),
        *_noted(),
        sa.Column("batch", sa.String(), nullable=True),
        sa.UniqueConstraint("mentor_id", "mentee_id", name=op.f("uq_meetings_mentor_id_mentee_id")),
        attendees=("mentor_id", "mentee_id"),
        indexes=("event_id", "mentee_id", "batch"),
    )
    _create(
        "match_decisions",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("mentor_id", sa.Integer(), nullable=False),
        sa.Column("mentee_id", sa.Integer(), nullable=False),
        sa.Column("decision", sa.String(length=20), nullable=False),
        *_noted(),
        attendees=("mentor_id", "mentee_id"),
        key=("event_id", "mentor_id", "mentee_id"),
        indexes=("mentor_id", "mentee_id"),
    )
    _create(
        "referrals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("mentee_id", sa.Integer(), nullable=False),
        sa.Column("from_id", sa.Integer(), nullable=True),
        sa.Column("mentor_id", sa.Integer(), nullable=True),
        sa.Column("wanted", sa.String(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        *_noted(),
        _refers("referrals", "from_id", "attendees", "SET NULL"),
        _refers("referrals", "mentor_id", "attendees", "SET NULL"),
        attendees=("mentee_id",),
        indexes=("event_id", "mentee_id", "from_id", "mentor_id"),
    )
    _create(
        "suggestions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("attendee_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=True),
        *_noted(),
        attendees=("attendee_id", "other_id"),
        indexes=("event_id", "attendee_id", "other_id"),
    )


def _noted() -> tuple[sa.schema.SchemaItem, ...]:
    at = sa.Column("at", sa.DateTime(timezone=True), nullable=False)
    return at, sa.Column("station", sa.String(), nullable=False)


def _create(
    name: str,
    *parts: sa.schema.SchemaItem,
    attendees: tuple[str, ...],
    key: tuple[str, ...] = ("id",),
    indexes: tuple[str, ...] = (),
) -> None:
    columns = [part.name for part in parts if isinstance(part, sa.Column)]
    refers = [_refers(name, column, "attendees") for column in attendees]
    if "event_id" in columns:
        refers.append(_refers(name, "event_id", "events"))
    op.create_table(name, *parts, *refers, sa.PrimaryKeyConstraint(*key, name=op.f(f"pk_{name}")))
    for column in indexes:
        op.create_index(op.f(f"ix_{name}_{column}"), name, [column])


def _refers(table: str, column: str, to: str, gone: str = "CASCADE") -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{to}")
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, ondelete=gone)
