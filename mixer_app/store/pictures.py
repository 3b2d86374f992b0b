"""Pictures of an event in the database, found by what they show, so that journal and settings only name them."""

from base64 import b64decode, b64encode

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from mixer_app.domain.brand import Picture
from mixer_app.store.rows import SettingRow
from mixer_app.store.settings import PICTURES


def keep_picture(session: Session, event_id: int, picture: Picture) -> str:
    """Keep a picture of an event; the key by which it is found. Twice is once."""
    if find_picture(session, event_id, picture.key) is None:
        kept = {"data": b64encode(picture.data).decode(), "width": picture.width, "height": picture.height}
        session.add(SettingRow(event_id=event_id, key=PICTURES + picture.key, value=kept))
        session.flush()
    return picture.key


def find_picture(session: Session, event_id: int, key: str) -> Picture | None:
    """A picture that was kept for the event."""
    kept = session.scalar(
        select(SettingRow.value).where(SettingRow.event_id == event_id, SettingRow.key == PICTURES + key)
    )
    return Picture(b64decode(kept["data"]), kept["width"], kept["height"]) if kept else None


def drop_pictures(session: Session, event_id: int, *, but: str) -> None:
    """Erase every picture of an event except the one that is in use."""
    session.execute(
        delete(SettingRow).where(
            SettingRow.event_id == event_id, SettingRow.key.startswith(PICTURES), SettingRow.key != PICTURES + but
        )
    )
