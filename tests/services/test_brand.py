"""The logo and colour of an event: checked, kept with the event, on every paper, and taken back."""

import io
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from mixer_app.domain.badge_design import BadgeBlock, BadgeDesign, BadgePart, SizeStep
from mixer_app.domain.brand import Brand
from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import EventPlanning
from mixer_app.services.brand import check_colour, check_logo, colour_advice, event_brand
from mixer_app.services.database import back_up, open_database
from mixer_app.services.event_sheet import save_settings
from mixer_app.services.events import create_event
from mixer_app.services.forgetting import forget_event
from mixer_app.services.journal import activity, undo
from mixer_app.services.paper import Document, page_image, print_document
from mixer_app.services.settings import change_event_settings, event_settings
from mixer_app.store import pictures, settings


def logo_in(colour):
    image = Image.new("RGB", (300, 100), "white")
    ImageDraw.Draw(image).rectangle((0, 0, 299, 99), fill=colour)
    written = io.BytesIO()
    image.save(written, "PNG")
    return check_logo(written.getvalue())


GREEN, BLUE = logo_in("#00CC44"), logo_in("#0055AA")


@pytest.fixture
def save(database, event, now):
    def act(*, minutes=0, **changes):
        at = now + timedelta(minutes=minutes)
        return database.write(save_settings, event.id, changes, station="Control", now=at)

    return act


@pytest.fixture
def brand(database, event):
    return lambda: database.read(event_brand, event.id)


def test_an_event_has_no_logo_and_no_colour_of_its_own_at_first(brand):
    assert brand() == Brand()


def test_logo_and_colour_are_kept_and_every_station_has_them(save, brand, database, event):
    saved = save(logo=GREEN, accent="#8e24aa")
    assert saved.sentence == "Changed how badges and papers look"
    assert brand() == Brand(accent="#8E24AA", logo=GREEN)
    other = open_database(database.address)
    assert other.read(event_brand, event.id).logo.data == GREEN.data
    other.close()


@pytest.mark.parametrize(("language", "right"), [("ar", True), ("he-IL", True), ("fa_IR", True), ("de", False)])
def test_pages_begin_where_the_language_of_the_event_does(database, now, language, right):
    planning = EventPlanning(name="Mixer", starts_at=datetime(2026, 3, 5, 18, 30), language=language)
    arabic = database.write(create_event, planning, station="Control", now=now)
    assert database.read(event_brand, arabic.id).from_the_right is right


def test_a_logo_is_removed_and_brought_back_by_undo(save, brand, database, event, now):
    save(logo=GREEN)
    save(minutes=1, logo=BLUE)
    removed = save(minutes=2, logo=None)
    assert removed.sentence == "Removed the logo"
    assert brand().logo is None
    database.write(undo, removed.entry_id, station="Control", now=now)
    assert brand().logo == BLUE
    changed = next(
        one for one in database.read(activity, event.id) if one.sentence == "Changed the logo" and not one.undone
    )
    database.write(undo, changed.id, station="Control", now=now)
    assert brand().logo == GREEN


def test_the_journal_names_the_logo_and_does_not_hold_it(save, database, event):
    save(logo=GREEN)
    stored = database.read(settings.read_settings, event.id)
    assert stored["logo"] == GREEN.key
    assert not any(key.startswith("picture:") for key in stored)


def test_the_same_logo_again_is_no_change(save, database, event):
    save(logo=GREEN)
    assert save(minutes=1, logo=GREEN).entry_id is None


def test_two_stations_that_change_two_things_both_have_their_way(save, brand, database, event):
    save(logo=GREEN)
    save(minutes=1, accent="#8E24AA")
    save(minutes=2, **BadgeDesign(name="bold").settings)
    assert brand() == Brand(accent="#8E24AA", logo=GREEN)
    assert database.read(event_settings, event.id).badges.name == "bold"


@pytest.mark.parametrize("pale", ["#F0C264", "#fff"])
def test_a_colour_that_cannot_be_read_is_refused_with_the_nearest_that_can(save, brand, pale):
    advice = colour_advice(pale)
    assert not advice.holds
    assert "too pale" in advice.sentence
    assert advice.nearest in advice.sentence
    assert colour_advice(advice.nearest).holds
    with pytest.raises(MixerError, match="The nearest that holds"):
        save(accent=pale)
    assert brand().accent == ""


def test_no_colour_is_ours_and_words_are_refused():
    assert check_colour("") == ""
    with pytest.raises(MixerError, match="is no colour"):
        check_colour("teal")


def test_a_logo_that_is_not_there_any_more_is_refused(database, event, now, save):
    lost = replace(database.read(event_settings, event.id), logo="0123456789")
    with pytest.raises(MixerError, match="Choose it again"):
        database.write(change_event_settings, event.id, lost, station="Control", now=now)


def test_a_new_event_begins_with_its_logo_and_colour(database, event, now):
    planning = EventPlanning(name="Another", starts_at=event.starts_at)
    chosen = Brand(accent="#8E24AA", logo=BLUE)
    other = database.write(create_event, planning, station="Control", now=now, brand=chosen)
    assert database.read(event_brand, other.id) == chosen
    assert database.read(event_brand, event.id) == Brand()
    with pytest.raises(MixerError, match="too pale"):
        database.write(create_event, planning, station="Control", now=now, brand=Brand(accent="#FFEE00"))


def test_a_backup_has_the_logo(save, database, event, tmp_path):
    save(logo=GREEN)
    back_up(database, tmp_path / "copy.db")
    copy = open_database(str(tmp_path / "copy.db"))
    assert copy.read(event_brand, event.id).logo == GREEN
    copy.close()


def test_forgetting_an_event_erases_the_logos_that_are_not_in_use(save, brand, database, event, now):
    save(logo=GREEN)
    save(minutes=1, logo=BLUE)
    forget_event(database, event.id, station="Control", now=now, dice=Random(3))
    assert database.read(pictures.find_picture, event.id, GREEN.key) is None
    assert brand().logo == BLUE


@pytest.mark.parametrize("document", [Document.BADGES, Document.TABLE_CARDS, Document.MATCH_SHEETS, Document.FOLLOW_UP])
def test_papers_have_the_logo_and_the_colour(save, database, event, room, plan_now, now, tmp_path, document):
    plan_now()
    plain, branded = tmp_path / "plain.pdf", tmp_path / "branded.pdf"
    print_document(database, event.id, document, plain, now=now)
    save(logo=GREEN, accent="#8E24AA")
    print_document(database, event.id, document, branded, now=now)
    green, purple = (0x00, 0xCC, 0x44), (0x8E, 0x24, 0xAA)
    assert not has_colour(plain, green)
    assert not has_colour(plain, purple)
    assert has_colour(branded, green)
    assert has_colour(branded, purple)


def test_badges_are_printed_as_the_event_has_chosen(save, database, event, room, now, tmp_path):
    parts = (BadgePart.TITLE, BadgePart.QR)
    save(**BadgeDesign(name="bold", parts=parts, sizes={BadgeBlock.NAME: SizeStep.LARGER}).settings)
    out = tmp_path / "badges.pdf"
    print_document(database, event.id, Document.BADGES, out, now=now)
    with pypdfium2.PdfDocument(out) as document:
        text = document[0].get_textpage().get_text_range()
    assert "bold" in text  # the foot of the sheet
    assert event.name not in text
    assert "Hospital" not in text


def has_colour(path, colour):
    image = page_image(path, 0, 100)
    rgb = Image.frombytes("RGB", (image.width, image.height), image.rgb)
    return any(max(abs(a - b) for a, b in zip(one, colour, strict=True)) < 12 for _, one in rgb.getcolors(1 << 24))
