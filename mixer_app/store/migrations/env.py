"""Run by Alembic: migrates over the connection that `bring_up_to_date` hands in, within its transaction."""

from alembic import context

from mixer_app.store.rows import Row

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_as_batch=True,  # SQLite changes a table by rebuilding it
)
with context.begin_transaction():
    context.run_migrations()
