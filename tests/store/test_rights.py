"""What stations may do is decided for every table, and names only what is there."""

import pytest

from mixer_app.domain.station_kinds import StationKind
from mixer_app.store.rights import ALL, RIGHTS, grants, quoted
from mixer_app.store.rows import Row

NAMES = {kind: f"mixer_{kind.value}" for kind in StationKind}


@pytest.mark.parametrize("kind", list(RIGHTS))
def test_every_table_is_decided_upon(kind: StationKind) -> None:
    assert set(RIGHTS[kind]) == {*Row.metadata.tables, "alembic_version"}


@pytest.mark.parametrize("kind", list(RIGHTS))
def test_every_column_that_is_named_is_there(kind: StationKind) -> None:
    for table, right in RIGHTS[kind].items():
        for columns in (right.read, right.add, right.change):
            if columns not in (ALL, ()):
                assert set(columns) <= set(Row.metadata.tables[table].columns.keys()), table


def test_no_statement_gives_anything_to_everybody_or_on_a_closed_table() -> None:
    said = list(grants(NAMES))
    assert not [one for one in said if "PUBLIC" in one]
    assert not [one for one in said if "import_steps" in one and "kiosk" in one]
    assert all(one.startswith(("REVOKE", "GRANT", "ALTER TABLE", "DROP POLICY", "CREATE POLICY")) for one in said)


def test_a_name_with_a_quote_in_it_stays_a_name() -> None:
    assert quoted('a"; DROP TABLE journal; --') == '"a""; DROP TABLE journal; --"'
