"""The stock that can be chosen: what comes with the application, and what staff have made for every station."""

import re
from dataclasses import asdict, fields, replace
from datetime import datetime
from typing import Any, Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.folding import fold
from mixer_app.domain.stock import Fold, Stock, what_is_impossible
from mixer_app.store import Session, events, journal, settings

STOCK_CHANGED: Final = "stock changed"
_PREFIX: Final = "stock/"


def known_stocks(session: Session) -> list[Stock]:
    """Every stock: the default first, then those made by staff, then the others by title."""
    from mixer_app.printing.stock import load_stocks

    shipped = list(load_stocks().values())
    return [shipped[0], *own_stocks(session), *shipped[1:]]


def own_stocks(session: Session) -> list[Stock]:
    """Those made by staff, by title; one that a newer version made and this one cannot read is left out."""
    kept = settings.read_settings(session, None)
    stocks = [_from_json(value) for key, value in kept.items() if key.startswith(_PREFIX)]
    return sorted((stock for stock in stocks if stock is not None), key=lambda stock: stock.title.casefold())


def find_stock(session: Session, name: str | None) -> Stock:
    """The stock of this name or number; None is the default."""
    from mixer_app.printing import stock

    return stock.find_stock(name, own_stocks(session))


def save_own_stock(
    session: Session, event_id: int, stock: Stock, *, station: str, now: datetime
) -> tuple[Stock, int | None]:
    """Keep a stock for every station, in place of the one of its name if it has one; and the journal entry.

    `MixerError` says what is impossible with it, or that its title is another's already.
    """
    stock = replace(stock, title=" ".join(stock.title.split()), own=True)
    if sentence := what_is_impossible(stock):
        raise MixerError(sentence)
    others = [other for other in known_stocks(session) if other.name != stock.name]
    if any(stock.title.casefold() in _names(other) for other in others):
        raise MixerError(f"There is a stock called “{stock.title}” already. Choose another name.")
    stock = stock if stock.name else replace(stock, name=_free_name(stock.title, others))
    before = settings.read_settings(session, None).get(_PREFIX + stock.name)
    after = _to_json(stock)
    if before == after:
        return stock, None
    sentence = f"{'Changed' if before else 'Made'} the label stock {stock.title}"
    return stock, _write(session, event_id, stock.name, (before, after), sentence, station=station, now=now)


def remove_own_stock(session: Session, event_id: int, name: str, *, station: str, now: datetime) -> int:
    """Take a stock away that staff have made; `MixerError` while an event prints its badges on it."""
    before = settings.read_settings(session, None).get(_PREFIX + name)
    stock = _from_json(before)
    if stock is None:
        raise MixerError("This stock is no longer there. Choose another one.")
    for event in events.all_events(session):
        if settings.read_settings(session, event.id).get("badge_stock") == name:
            raise MixerError(f"{event.name} prints its badges on {stock.title}. Choose another stock there first.")
    return _write(
        session, event_id, name, (before, None), f"Removed the label stock {stock.title}", station=station, now=now
    )


def put_stock_back(session: Session, event_id: int, payload: dict[str, Any]) -> None:
    """Make a stock again what it was before a change."""
    key = _PREFIX + payload["name"]
    if settings.read_settings(session, None).get(key) != payload["after"]:
        raise MixerError("This stock was changed again after this. Undo that first.")
    settings.write_settings(session, None, {key: payload["before"]})


def _write(
    session: Session,
    event_id: int,
    name: str,
    change: tuple[Any, Any],
    sentence: str,
    *,
    station: str,
    now: datetime,
) -> int:
    before, after = change
    settings.write_settings(session, None, {_PREFIX + name: after})
    return journal.record_numbered(
        session,
        event_id=event_id,
        station=station,
        at=now,
        what=STOCK_CHANGED,
        sentence=sentence,
        payload={"kind": STOCK_CHANGED, "name": name, "before": before, "after": after},
    )


def _names(stock: Stock) -> set[str]:
    return {stock.name.casefold(), stock.title.casefold(), *(other.casefold() for other in stock.also)}


def _free_name(title: str, others: list[Stock]) -> str:
    """What the stock is called on the command line: its title in plain letters."""
    taken = {name for other in others for name in _names(other)}
    stem = re.sub(r"[^a-z0-9]+", "-", fold(title)).strip("-") or "stock"
    names = [stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3))]
    return next(name for name in names if name not in taken)


def _to_json(stock: Stock) -> dict[str, Any]:
    return {key: value for key, value in asdict(stock).items() if value not in ((), "", 0, False)}


def _from_json(stored: Any) -> Stock | None:
    if not isinstance(stored, dict):
        return None
    known = {one.name for one in fields(Stock)}
    try:
        stock = Stock(**{key: value for key, value in stored.items() if key in known})
        stock = replace(stock, fold=Fold(stock.fold), also=tuple(stock.also))
        return None if what_is_impossible(stock) else stock
    except (TypeError, ValueError):
        return None
