"""Failures of the database's surroundings, told in sentences; everything else stays a bug."""

from collections.abc import Generator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError

from mixer_app.domain.errors import MixerError

_SENTENCES = (
    ("locked", "The database {where} is held by another program. Close it there, then try again."),
    ("busy", "The database {where} is held by another program. Close it there, then try again."),
    ("query_only", "This only looks; it must not change the database."),
    ("readonly", "The database {where} cannot be written. Check the rights of the file and its folder."),
    ("not a database", "{where} is not a database. Choose another file, or restore a backup."),
    ("malformed", "The database {where} is damaged. Restore the latest backup."),
    ("unable to open", "The database {where} cannot be opened. Check that the folder exists and may be written."),
    ("is full", "The disk is full, so nothing was changed in {where}. Make room, then try again."),
    ("disk i/o", "The disk of {where} does not answer. Nothing was changed; check the disk, then try again."),
)
_CONNECTION_SENTENCE = "The shared database {where} does not answer: {detail}. Check the address and the network."


@contextmanager
def told_in_sentences(where: str) -> Generator[None, None, None]:
    """Turn what a person can put right into a `MixerError`; let bugs through as they are."""
    try:
        yield
    except DatabaseError as failure:
        sentence = _sentence(failure, where)
        if sentence is None:
            raise
        raise MixerError(sentence) from failure


def _sentence(failure: DatabaseError, where: str) -> str | None:
    words = str(failure.orig).lower()
    for fragment, sentence in _SENTENCES:
        if fragment in words:
            return sentence.format(where=where)
    if failure.connection_invalidated or "connection" in words:
        detail = " ".join(str(failure.orig).split()).rstrip(".")
        return _CONNECTION_SENTENCE.format(where=where, detail=detail)
    return None
