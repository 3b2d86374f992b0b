"""Shared databases that this laptop remembers: for its owner alone, and no password in sight."""

from dataclasses import replace
from pathlib import Path

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.services.connections import (
    SharedConnection,
    forget_connection,
    known_connection,
    read_connection,
    remember_connection,
    remembered_connections,
    try_connection,
)
from mixer_app.services.database import Database, open_database
from mixer_app.services.database_place import DATABASE_VARIABLE, keep_password, place_at, place_of

TYPED = "p@ss/word:?#%"
DOOR = SharedConnection(host="door.local", database="mixer", user="mixer_desk", password=TYPED)


def test_an_address_says_all_and_is_read_as_it_was_written() -> None:
    for one in (
        DOOR,
        replace(DOOR, host="2001:db8::1", port=5433, password=""),
        replace(DOOR, user="", password="", options=(("sslmode", "verify-full"),)),
    ):
        assert read_connection(one.address) == one
    assert "word" not in DOOR.location
    assert DOOR.location == "postgresql://mixer_desk@door.local/mixer"
    assert read_connection("mixer.db") is None
    assert read_connection("postgresql://[half") is None


def test_a_connection_is_kept_for_its_owner_alone_and_found_without_its_password(tmp_path: Path) -> None:
    remember_connection(DOOR, tmp_path)
    remember_connection(replace(DOOR, user="mixer_kiosk"), tmp_path)
    (kept,) = tmp_path.iterdir()
    assert kept.stat().st_mode & 0o777 == 0o600
    assert known_connection(DOOR.location, tmp_path) == DOOR
    assert known_connection("postgresql://mixer_desk:***@door.local/mixer", tmp_path) == DOOR
    assert known_connection("postgresql://mixer_desk:other@door.local/mixer", tmp_path) is None
    assert known_connection("postgresql://mixer_desk@elsewhere/mixer", tmp_path) is None
    assert [one.user for one in remembered_connections(tmp_path)] == ["mixer_kiosk", "mixer_desk"]


def test_the_newest_password_counts_and_a_connection_can_be_forgotten(tmp_path: Path) -> None:
    remember_connection(DOOR, tmp_path)
    newer = replace(DOOR, password=TYPED[::-1], plain_allowed=True)
    remember_connection(newer, tmp_path)
    assert remembered_connections(tmp_path) == [newer]
    forget_connection(newer, tmp_path)
    forget_connection(newer, tmp_path)
    assert remembered_connections(tmp_path) == []


@pytest.mark.parametrize("damage", ["", "{", "[1]", '[{"host": 1}]', "null"])
def test_a_damaged_file_is_as_if_there_were_none(tmp_path: Path, damage: str) -> None:
    (tmp_path / "shared-databases.json").write_text(damage)
    assert remembered_connections(tmp_path) == []


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(MixerError, match="cannot be remembered"):
        remember_connection(DOOR, tmp_path / "nowhere")


def test_another_process_is_told_of_a_file_by_words_and_of_a_server_by_its_environment() -> None:
    assert place_at(None).options == ()
    assert place_at("evening.db").options == ("--database", "evening.db")
    told = place_at(DOOR.address, plain_allowed=True)
    assert told.options == ()
    assert told.environment == {DATABASE_VARIABLE: DOOR.address, "MIXER_ALLOW_PLAIN": "1"}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"password": "wrong"}, "password .* is wrong"),
        ({"database": "nowhere"}, "no database of this name"),
        ({"port": 1}, "Nothing answers"),
        ({"host": "no-such-computer.invalid"}, "no computer of the name"),
        ({"host": " "}, "Say which server"),
        ({"database": ""}, "Say which database"),
        ({"options": (("sslmode", "require"),)}, "does not encrypt"),
        ({"host": "192.0.2.1", "options": (("sslmode", "disable"),)}, "for everybody to read"),
    ],
)
def test_what_is_wrong_is_said_in_words_without_the_password(
    server_database: str, change: dict[str, object], told: str
) -> None:
    right = read_connection(server_database)
    assert right is not None
    try_connection(right)
    with pytest.raises(MixerError, match=told) as refusal:
        try_connection(replace(right, **change))
    assert "app-password" not in str(refusal.value)


def test_a_shared_database_is_opened_by_its_address_alone_once_it_is_remembered(
    server_database: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    first = open_database(server_database)
    assert "app-password" not in first.location
    assert first.location == server_database.replace(":app-password", "")
    assert place_of(first).environment[DATABASE_VARIABLE] == server_database
    keep_password(first)
    first.close()
    again: Database = open_database(first.location)
    assert again.address == server_database
    again.close()
