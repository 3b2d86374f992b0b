"""The settings of an event: kept, checked, taken back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import EventPlanning
from mixer_app.domain.staff_settings import BackOfBadge, BadgePlace, BadgeRule, EventSettings, SecondFact
from mixer_app.services.events import create_event
from mixer_app.services.journal import activity, undo
from mixer_app.services.settings import change_event_settings, event_settings
from mixer_app.store.settings import write_settings

OTHERS = EventSettings(
    badge_at_check_in=BadgeRule.ALWAYS,
    badge_stock="avery-5392",
    badge_design="bold",
    badge_back=BackOfBadge.TEXT,
    badge_back_text="Wi-Fi: guests",
    kiosk_languages=("fr", "ar"),
    kiosk_role_change=False,
    second_fact=SecondFact.PHONE_DIGITS,
    idle_seconds=90,
    desk_direction="to your left",
    badge_place=BadgePlace.BELOW,
)


@pytest.fixture
def change(database, event, now):
    def act(chosen, *, minutes=0):
        at = now + timedelta(minutes=minutes)
        return database.write(change_event_settings, event.id, chosen, station="Control", now=at)

    return act


def test_what_nobody_has_set_has_its_default(database, event):
    assert database.read(event_settings, event.id) == EventSettings()


def test_every_setting_is_kept(change, database, event):
    assert change(OTHERS) == OTHERS
    assert database.read(event_settings, event.id) == OTHERS


def test_settings_belong_to_one_event(change, database, event, now):
    planning = EventPlanning(name="Another", starts_at=event.starts_at)
    other = database.write(create_event, planning, station="Test", now=now)
    change(OTHERS)
    assert database.read(event_settings, other.id) == EventSettings()


def test_a_change_is_undone_and_done_again(change, database, event, now):
    change(OTHERS)
    entry = database.read(activity, event.id)[0]
    assert (entry.sentence, entry.can_undo) == ("Changed the settings", True)
    database.write(undo, entry.id, station="Control", now=now)
    assert database.read(event_settings, event.id) == EventSettings()
    database.write(undo, entry.id, station="Control", now=now)
    assert database.read(event_settings, event.id) == EventSettings()
    undone = database.read(activity, event.id)[0]
    database.write(undo, undone.id, station="Control", now=now)
    assert database.read(event_settings, event.id) == OTHERS


def test_changes_of_two_things_are_undone_in_any_order_but_not_of_one(change, database, event, now):
    change(replace(EventSettings(), idle_seconds=30))
    first = database.read(activity, event.id)[0]
    change(replace(EventSettings(), idle_seconds=30, badge_design="bold"))
    change(replace(EventSettings(), idle_seconds=40, badge_design="bold"))
    with pytest.raises(MixerError, match="Undo that first"):
        database.write(undo, first.id, station="Control", now=now)
    database.write(undo, database.read(activity, event.id)[0].id, station="Control", now=now)
    database.write(undo, first.id, station="Control", now=now)
    assert database.read(event_settings, event.id) == replace(EventSettings(), badge_design="bold")


def test_the_same_settings_again_are_no_change(change, database, event):
    change(OTHERS)
    before = len(database.read(activity, event.id))
    change(OTHERS)
    assert len(database.read(activity, event.id)) == before


def test_words_of_a_newer_version_give_way_to_the_default(database, event):
    newer = {"badge_at_check_in": "by drone", "kiosk_languages": ["tlh", "fr"], "unheard_of": 1}
    database.write(write_settings, event.id, newer)
    assert database.read(event_settings, event.id) == replace(EventSettings(), kiosk_languages=("fr",))


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"kiosk_languages": ("tlh",)}, "does not speak “tlh”"),
        ({"kiosk_languages": ()}, "at least one language"),
        ({"kiosk_languages": ("en", "en")}, "each only once"),
        ({"idle_seconds": 5}, "5 seconds"),
        ({"badge_design": " "}, "No badge design"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(change, database, event, wrong, sentence):
    with pytest.raises(MixerError, match=sentence):
        change(replace(EventSettings(), **wrong))
    assert database.read(event_settings, event.id) == EventSettings()
