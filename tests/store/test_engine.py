"""Where a database is, as people write it."""

from pathlib import Path

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.store.engine import sqlite_path, url_of


@pytest.mark.parametrize("written", ["{here}/a b.db", "sqlite:///{here}/a b.db"])
def test_a_path_and_a_file_url_are_the_same_file(tmp_path, written):
    assert sqlite_path(url_of(written.format(here=tmp_path))) == tmp_path / "a b.db"


def test_a_path_is_taken_from_the_present_folder_or_the_home(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert sqlite_path(url_of("mixer.db")) == tmp_path / "mixer.db"
    assert sqlite_path(url_of("~/mixer.db")) == Path.home() / "mixer.db"


@pytest.mark.parametrize("written", ["postgresql://me@host/name", "postgres://me@host/name"])
def test_a_postgresql_address_is_taken_in_both_spellings(written):
    url = url_of(written)
    assert (url.drivername, url.host, sqlite_path(url)) == ("postgresql+psycopg", "host", None)


def test_other_kinds_are_refused_with_what_is_possible():
    with pytest.raises(MixerError, match="Use a file or PostgreSQL"):
        url_of("oracle://host/name")
