"""However an address is mangled, and wherever it is typed, nobody reads its password over a shoulder or in a log."""

import contextlib
import io
import logging
import os
from unittest import mock

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from mixer_app.cli import main
from mixer_app.domain.errors import MixerError
from mixer_app.services.database import open_database
from mixer_app.services.database_place import place_at

WORD = "Zyx9Secret"
SCHEMES = ("postgresql", "postgres", "POSTGRESQL", "postgressql", "postgresql+psycopg2", "pgsql", "https", "sqlite")
mangled = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(("", "", " ", "\n")),
        st.one_of(
            st.builds("{}:{}".format, st.sampled_from(SCHEMES), st.sampled_from(("//", "/", "///", "", "\\\\", " //"))),
            st.sampled_from(("", "//")),
        ),
        st.sampled_from(("u", "u", "", "mixer desk", "ü", "u@azure")),
        st.sampled_from((":", ":", ":", ": ", "::", " :", ":[", ":/")),
        st.sampled_from((WORD, WORD, f"{WORD}/x", f"x@{WORD}", f"{WORD}#?", f"%{WORD}", f"{WORD} {WORD}")),
        st.sampled_from(("@", "@", "@", " @", "@@", "@ ")),
        st.sampled_from(("localhost", "127.0.0.1", "[::1]", "[::1", "::1]", "", "local host")),
        st.sampled_from((":1", ":1", ":notaport", ":99999", ":", ":-1", "")),
        st.sampled_from(("/db", "/db", "", "//db", "/d b", "/db/x")),
        st.sampled_from(
            ("", "", "?bogus=1", "?sslmode=bogus", f"?password={WORD}", "?plugin=x", "?sslmode=a&sslmode=b")
        ),
    ),
)
keywords = st.sampled_from((f"host=localhost user=u password={WORD}", f"password='{WORD}' host=localhost port=1"))
unfinished = st.sampled_from(
    tuple(f"postgresql:{slashes}u:{WORD}{end}" for slashes in ("//", "/") for end in ("", "/db"))
)
addresses = st.one_of(mangled, mangled, keywords, unfinished)
COMMANDS = (("check",), ("plan",), ("check-in", "k"), ("backup", "copy.db"), ("restore", "x.db"), ("move", "y.db"))
PLACES = ("before", "after", "environment", "setup", "target", "misspelt", "file", "key")


@pytest.fixture
def here(tmp_path, monkeypatch, empty_database_file):
    """An empty folder with a database, and one for what would be remembered."""
    (tmp_path / "evening.db").write_bytes(empty_database_file.read_bytes())
    monkeypatch.chdir(tmp_path)
    for variable in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / "home"))
    return tmp_path


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(address=addresses, place=st.sampled_from(PLACES), command=st.sampled_from(COMMANDS))
@example(address=f"postgresql://u:{WORD}@localhost:notaport/db", place="before", command=("check",))
@example(address=f"postgresql:/u:{WORD}@localhost/db", place="target", command=("check",))
@example(address=f"postgresql://u:{WORD}@localhost:1/db?bogus=1", place="before", command=("check",))
@example(address=f"postgresql://u:{WORD}@localhost:1/db?plugin=x", place="setup", command=("check",))
@example(address=f"host=localhost user=u password={WORD}", place="environment", command=("check",))
def test_the_password_is_in_no_word_that_a_command_writes(here, caplog, address, place, command):
    if place in ("misspelt", "file", "key") and not address.lower().startswith("p"):
        return  # what is typed there need be no address, unless it says so itself
    caplog.clear()
    line = _line(address, place, command)
    told = io.StringIO()
    given = {"MIXER_DATABASE": address} if place == "environment" else {}
    with (
        mock.patch.dict(os.environ, given),
        contextlib.redirect_stdout(told),
        contextlib.redirect_stderr(told),
        caplog.at_level(logging.DEBUG),
    ):
        status = main(line)
    assert status in (1, 2), line
    assert WORD not in told.getvalue(), line
    assert WORD not in caplog.text
    assert not [path for path in here.rglob("*") if WORD in path.name], "what was meant for a server is no file"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(address=addresses)
def test_the_password_is_in_no_message_of_a_window_nor_in_the_list_of_programs(here, address):
    with pytest.raises(MixerError) as refusal:
        open_database(address)
    assert WORD not in str(refusal.value)
    assert WORD not in " ".join(place_at(address).options)


def _line(address, place, command):
    own = ["--database", "evening.db"]
    return {
        "before": ["--database", address, *command],
        "after": [*command, "--database", address],
        "environment": [*command],
        "setup": ["setup-server", "--database", address, "--host", "x"],
        "target": [*own, "move", address],
        "misspelt": [*command, "--databse", address],
        "file": [*own, "restore", address],
        "key": [*own, "check-in", address],
    }[place]


def test_the_database_itself_as_the_place_to_move_to_is_named_without_its_password(server_database, capsys):
    from mixer_app.services.connections import read_connection

    known = read_connection(server_database)
    assert known is not None
    assert known.password
    open_database(server_database).close()
    assert main(["--database", server_database, "move", server_database]) == 1
    told = capsys.readouterr()
    assert "is the database itself" in told.err
    assert known.password not in told.out + told.err


def test_the_addresses_for_stations_are_the_only_ones_that_show_a_password():
    from mixer_app.cli.terminal import shown

    assert shown("a 'postgresql://u:pw@h/db'") == "a 'postgresql://u:***@h/db'"
    assert shown("a 'postgresql://u:pw@h/db'", secret=True) == "a 'postgresql://u:pw@h/db'"


@pytest.mark.parametrize(
    "sentence",
    [
        "Nothing answers at postgresql://u@localhost:1/db. Start PostgreSQL there, or write to a@b.example.",
        "Moved Spring to postgresql://u@localhost:5599/db: 3 people, 3 new.",
        "“x” is not the address of a database. Write postgresql://user@host/name.",
        "Copied the database to /home/ann/a b/mixer.db.",
        "Checked in Ann Smith (ann@example.org) at 18:05.",
    ],
)
def test_a_sentence_without_a_password_stays_as_it_is(sentence):
    from mixer_app.domain.addresses import without_passwords

    assert without_passwords(sentence) == sentence
