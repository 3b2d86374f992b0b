"""The mark that makes a station a kiosk again after a crash."""

import os

from mixer_app.services.kiosk_marker import KioskMarker, find_markers, remove_marker, write_marker

KIOSK = KioskMarker(database="mixer.db", event_id=3, station="Kiosk 1")


def test_a_kiosk_that_was_not_left_is_found_again(tmp_path):
    write_marker(KIOSK, tmp_path)
    assert find_markers(tmp_path) == [KIOSK]
    assert [path.suffix for path in tmp_path.iterdir()] == [".json"]


def test_a_kiosk_that_staff_left_is_not(tmp_path):
    write_marker(KIOSK, tmp_path)
    remove_marker("Kiosk 1", tmp_path)
    remove_marker("Kiosk 1", tmp_path)
    assert find_markers(tmp_path) == []


def test_two_kiosks_of_one_laptop_are_both_found_the_last_opened_first(tmp_path):
    other = KioskMarker(database="mixer.db", event_id=3, station="Kiosque/à gauche")
    write_marker(KIOSK, tmp_path)
    write_marker(other, tmp_path)
    for age, path in enumerate(sorted(tmp_path.iterdir(), key=lambda path: "gauche" in path.name)):
        os.utime(path, (1000 + age, 1000 + age))
    assert find_markers(tmp_path) == [other, KIOSK]
    remove_marker(other.station, tmp_path)
    assert find_markers(tmp_path) == [KIOSK]


def test_a_damaged_mark_keeps_nobody_from_starting(tmp_path):
    write_marker(KIOSK, tmp_path)
    for number, damaged in enumerate(("", "{", "[]", '{"database": 1}', "\0\xff")):
        (tmp_path / f"kiosk-{number}.json").write_text(damaged, encoding="utf-8")
    assert find_markers(tmp_path) == [KIOSK]
