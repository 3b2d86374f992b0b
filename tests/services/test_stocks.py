"""Label stock made by staff: kept for every station, changed, removed, taken back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.domain.staff_settings import EventSettings
from mixer_app.domain.stock import Stock
from mixer_app.services import journal
from mixer_app.services.paper import Document, LabelChoice, page_of_event, print_document
from mixer_app.services.settings import change_event_settings
from mixer_app.services.stocks import find_stock, known_stocks, own_stocks, remove_own_stock, save_own_stock
from mixer_app.store.settings import write_settings

OURS = Stock(
    name="",
    title="Our badges",
    page_name="A4",
    page_width=210,
    page_height=297,
    label_width=100,
    label_height=70,
    columns=2,
    rows=3,
    left=5,
    top=10,
    pitch_x=100,
    pitch_y=90,
)


@pytest.fixture
def keep(database: Any, event: Event, now: datetime) -> Callable[[Stock], tuple[Stock, int | None]]:
    """Keep a stock."""
    return lambda stock: database.write(save_own_stock, event.id, stock, station="Desk 1", now=now)


@pytest.fixture
def take_back(database: Any, now: datetime) -> Callable[[int | None], str]:
    """Undo an entry of the journal."""
    return lambda entry: database.write(journal.undo, entry, station="Desk 2", now=now)


def test_a_stock_that_staff_made_is_there_for_every_station_and_by_any_of_its_names(
    database: Any, keep: Callable[..., Any]
) -> None:
    stock, entry = keep(OURS)
    assert (stock.name, stock.own) == ("our-badges", True)
    assert entry is not None
    names = [known.name for known in database.read(known_stocks)]
    assert names[:2] == ["plain-a4-90x60", "our-badges"]
    assert database.read(find_stock, "OUR BADGES") == database.read(find_stock, "our-badges") == stock


def test_badges_are_printed_on_it(
    database: Any, event: Event, mentees: list[Attendee], keep: Callable[..., Any], now: datetime, tmp_path: Path
) -> None:
    keep(replace(OURS, rows=1))
    out = tmp_path / "b.pdf"
    report = print_document(database, event.id, Document.BADGES, out, labels=LabelChoice(stock="our-badges"), now=now)
    assert report.pages == 2  # four people, two labels a sheet


def test_a_change_keeps_its_name_and_can_be_taken_back_and_done_again(
    database: Any, keep: Callable[..., Any], take_back: Callable[..., str]
) -> None:
    stock, _ = keep(OURS)
    changed, entry = keep(replace(stock, title="Our new badges", left=6.0, pitch_x=101.0, rows=2))
    assert changed.name == "our-badges"
    assert take_back(entry) == "Undone: Changed the label stock Our new badges"
    assert database.read(own_stocks) == [stock]
    undone = database.read(journal.latest_change)
    assert take_back(undone) == "Done again: Changed the label stock Our new badges"
    assert database.read(own_stocks) == [changed]


def test_a_removed_stock_comes_back(
    database: Any, event: Event, keep: Callable[..., Any], take_back: Callable[..., str], now: datetime
) -> None:
    stock, made = keep(OURS)
    entry = database.write(remove_own_stock, event.id, stock.name, station="Desk 1", now=now)
    assert database.read(own_stocks) == []
    with pytest.raises(MixerError, match="changed again after this"):
        take_back(made)
    take_back(entry)
    take_back(entry)
    assert database.read(own_stocks) == [stock]
    assert "Removed the label stock Our badges" in [line.sentence for line in database.read(journal.activity, event.id)]


def test_nothing_changed_is_no_change(database: Any, keep: Callable[..., Any]) -> None:
    stock, _ = keep(OURS)
    assert keep(stock) == (stock, None)


def test_a_stock_on_which_an_event_prints_is_not_removed(
    database: Any, event: Event, keep: Callable[..., Any], now: datetime
) -> None:
    stock, _ = keep(OURS)
    chosen = EventSettings(badge_stock=stock.name)
    database.write(change_event_settings, event.id, chosen, station="Desk 1", now=now)
    assert database.read(page_of_event, event.id) == "A4"
    with pytest.raises(MixerError, match="prints its badges on Our badges"):
        database.write(remove_own_stock, event.id, stock.name, station="Desk 1", now=now)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"title": "  "}, "Give the stock a name"),
        ({"title": "durable 1456-02"}, "a stock called “durable 1456-02” already"),
        ({"title": "avery 5395, ADHESIVE name badges"}, "already"),
        ({"columns": 3}, "beyond the right edge"),
        ({"pitch_y": 50}, "overlap"),
    ],
)
def test_what_is_impossible_or_taken_is_refused(
    database: Any, keep: Callable[..., Any], wrong: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(MixerError, match=sentence):
        keep(replace(OURS, **wrong))
    assert database.read(own_stocks) == []


def test_two_titles_alike_in_plain_letters_get_two_names(database: Any, keep: Callable[..., Any]) -> None:
    names = {keep(replace(OURS, title=title))[0].name for title in ("Été", "Ete!", "名札")}
    assert len(names) == 3
    assert all(database.read(find_stock, name) for name in names)


def test_what_a_newer_version_kept_in_another_form_is_left_out(database: Any, keep: Callable[..., Any]) -> None:
    stock, _ = keep(OURS)
    database.write(write_settings, None, {"stock/odd": {"title": "Odd"}, "stock/older": 7})
    assert database.read(own_stocks) == [stock]
