"""All that touches the database: engine, tables, migrations, queries, backup."""

from sqlalchemy.orm import Session

from mixer_app.store.database import Database, open_database

__all__ = ["Database", "Session", "open_database"]
