"""Columns mapped once are remembered."""

from mixer_app.store.column_mappings import recall, remember


def test_a_mapping_is_recalled_and_the_latest_wins(database):
    assert database.read(recall, "name|e-mail") is None
    database.write(remember, "name|e-mail", {"Name": "name", "E-mail": "email"})
    database.write(remember, "name|e-mail", {"Name": "given_name"})
    assert database.read(recall, "name|e-mail") == {"Name": "given_name"}
