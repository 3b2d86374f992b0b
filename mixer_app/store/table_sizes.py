"""How many rows each table has: what a report of a problem may say of a database."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mixer_app.store.rows import Row


def count_rows(session: Session) -> dict[str, int]:
    """The number of rows of every table, by its name."""
    return {
        name: session.scalar(select(func.count()).select_from(table)) or 0
        for name, table in sorted(Row.metadata.tables.items())
    }
