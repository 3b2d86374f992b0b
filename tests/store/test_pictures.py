"""Pictures of an event: kept once, found by their key, and not among the settings."""

from mixer_app.domain.brand import Picture
from mixer_app.store.pictures import drop_pictures, find_picture, keep_picture
from mixer_app.store.settings import read_settings, write_settings

FIRST, SECOND = Picture(b"\x89PNG one", 300, 100), Picture(b"\x89PNG two", 20, 10)


def test_a_picture_is_found_by_its_key_as_it_was_kept(database, event):
    key = database.write(keep_picture, event.id, FIRST)
    assert database.write(keep_picture, event.id, FIRST) == key
    found = database.read(find_picture, event.id, key)
    assert (found.data, found.width, found.height) == (FIRST.data, 300, 100)
    assert database.read(find_picture, event.id, "other") is None


def test_settings_do_not_carry_pictures(database, event):
    database.write(keep_picture, event.id, FIRST)
    database.write(write_settings, event.id, {"logo": FIRST.key})
    assert database.read(read_settings, event.id) == {"logo": FIRST.key}


def test_only_the_picture_in_use_is_left(database, event):
    for picture in (FIRST, SECOND):
        database.write(keep_picture, event.id, picture)
    database.write(lambda session: drop_pictures(session, event.id, but=SECOND.key))
    assert database.read(find_picture, event.id, FIRST.key) is None
    assert database.read(find_picture, event.id, SECOND.key) is not None
