"""Settings as they are kept: one value for a key, of an event or of all."""

import pytest
from sqlalchemy.exc import IntegrityError

from mixer_app.store.rows import SettingRow
from mixer_app.store.settings import read_settings, write_settings


@pytest.mark.parametrize("value", [True, 0, "", "below", ["en", "ar"], {"hash": "x"}, 2.5])
@pytest.mark.parametrize("of_all", [True, False])
def test_a_value_comes_back_as_it_was(database, event, value, of_all):
    whose = None if of_all else event.id
    database.write(write_settings, whose, {"one": value})
    assert database.read(read_settings, whose) == {"one": value}


def test_none_takes_a_setting_back(database, event):
    database.write(write_settings, event.id, {"one": 1, "two": 2})
    database.write(write_settings, event.id, {"one": None, "never made": None})
    assert database.read(read_settings, event.id) == {"two": 2}


def test_an_event_and_all_do_not_mix(database, event):
    database.write(write_settings, event.id, {"one": 1})
    assert database.read(read_settings, None) == {}


@pytest.mark.parametrize("of_all", [True, False])
def test_one_key_has_one_value_even_if_two_stations_are_first(database, event, of_all):
    whose = None if of_all else event.id
    database.write(write_settings, whose, {"one": 1})
    with pytest.raises(IntegrityError):
        database.write(lambda session: session.add(SettingRow(event_id=whose, key="one", value=2)) or session.flush())
