"""All that touches the database: engine, tables, migrations, queries, backup."""
