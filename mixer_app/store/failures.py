"""Failures of the database's surroundings, told in sentences; everything else stays a bug."""

import re
import shutil
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy.exc import DatabaseError, OperationalError

from mixer_app.domain.addresses import without_passwords
from mixer_app.domain.errors import ConnectionLostError, DatabaseDamaged, MixerError, PlainConnectionError

_READ_ONLY: Final = "readonly"
_DAMAGED: Final = ("not a database", "malformed")
_FULL: Final = "The disk is full, so nothing was changed in {where}. Make room, then try again."
_SENTENCES: Final = (
    ("locked", "The database {where} is held by another program. Close it there, then try again."),
    ("busy", "The database {where} is held by another program. Close it there, then try again."),
    (
        "lock timeout",
        "Another station is changing much in {where}, such as a large import. Nothing was changed here; try again.",
    ),
    ("deadlock", "Two stations changed the same thing at once in {where}. Nothing was changed here; try again."),
    (_READ_ONLY, "The database {where} cannot be written. Check the rights of the file and its folder."),
    ("not a database", "{where} is not a database. Choose another file, or restore a backup."),
    ("malformed", "The database {where} is damaged. Restore the latest backup in Settings, Backups."),
    ("unable to open", "The database {where} cannot be opened. Check that the folder exists and may be written."),
    ("is full", _FULL),
    ("no space left", _FULL),
    ("disk i/o", "The disk of {where} does not answer. Nothing was changed; check the disk, then try again."),
)
_NO_PROOF: Final = (
    "What answers at {where} does not prove that it is your server, so it was not told the password. Check the "
    "address; in the server’s pg_hba.conf the method must be scram-sha-256."
)
_NOT_ENCRYPTED: Final = "does not support ssl"
_NOT_LET_IN: Final = "password authentication failed"
_MAY_BE_FULL: Final = ("disk i/o", "unable to open", _READ_ONLY)
"""What SQLite says as well where there is no room for the files beside the database."""

_LITTLE: Final = 256 * 1024  # bytes
_SERVER_ANSWERS: Final = (
    ("does not exist", "There is no database of this name, or no such user, at {where}. Check both names."),
    (_NOT_LET_IN, "The user or the password for {where} is wrong. Type them again."),
    ("no password supplied", "{where} wants a password. Give it, or connect once in the window, which remembers it."),
    (_NOT_ENCRYPTED, "The server {where} does not encrypt. Switch TLS on there."),
    ("certificate verify failed", "The certificate of {where} is not one that this laptop trusts. Check the address."),
    ("authentication method requirement", _NO_PROOF),
    ("channel binding", _NO_PROOF),
    ("no pg_hba.conf entry", "The server lets nobody in from here to {where}. Add this network to its pg_hba.conf."),
)  # fmt: skip
_ADDRESS: Final = re.compile(r"invalid .*(value|port number|option)|port numbers to|service file|definition of service")
_ADDRESS_SENTENCE: Final = (
    "PostgreSQL does not take all that stands in the address of {where}. "
    "Check its port, and what follows the “?” in it."
)
_NO_ANSWER: Final = (
    ("connection refused", "Nothing answers at {where}. Start PostgreSQL there, and let it listen to the network."),
    ("could not translate host name", "There is no computer of the name in {where}. Check the address."),
    ("name or service not known", "There is no computer of the name in {where}. Check the address."),
    ("resolve host", "There is no computer of the name in {where}. Check the address."),
    ("timeout expired", "{where} cannot be reached. Check the address and the network of this laptop."),
    ("no route to host", "{where} cannot be reached. Check the address and the network of this laptop."),
    ("network is unreachable", "{where} cannot be reached. Check the address and the network of this laptop."),
)  # fmt: skip
_NOT_ALLOWED: Final = "42501"
_NOT_ALLOWED_SENTENCE: Final = (
    "{where} does not let this kind of station do that. Do it at control. Nothing was changed here."
)
_CONNECTION_SENTENCE: Final = "The shared database {where} does not answer: {detail}. Check address and network."


@contextmanager
def told_in_sentences(where: str, *, writes: bool = True) -> Generator[None, None, None]:
    """Turn what a person can put right into a `MixerError`; let bugs through as they are.

    Where nothing is meant to be written (`writes` is False), a refused write is a bug.
    """
    try:
        yield
    except DatabaseError as failure:
        sentence = _sentence(failure, where)
        if sentence is None or (not writes and _READ_ONLY in str(failure.orig)):
            raise
        raise _kind(failure, sentence, where)(sentence) from failure


def not_allowed(where: str) -> str:
    """That the database at `where` refuses this to the kind of station that asks."""
    return _NOT_ALLOWED_SENTENCE.format(where=where)


def _kind(failure: DatabaseError, sentence: str, where: str) -> type[MixerError]:
    if any(words in str(failure.orig).lower() for words in _DAMAGED):
        return DatabaseDamaged
    if not _is_sqlite(failure) and _NOT_ENCRYPTED in str(failure.orig).lower():
        return PlainConnectionError
    return ConnectionLostError if _is_lost(failure, sentence, where) else MixerError


def _is_lost(failure: DatabaseError, sentence: str, where: str) -> bool:
    """Whether this is the network's or the server's doing, and not an answer of it."""
    if _is_sqlite(failure) or not isinstance(failure, OperationalError):
        return False
    answers = {one.format(where=where) for one in (*dict((*_SENTENCES, *_SERVER_ANSWERS)).values(), _ADDRESS_SENTENCE)}
    return sentence not in answers


def _sentence(failure: DatabaseError, where: str) -> str | None:
    if getattr(failure.orig, "sqlstate", None) == _NOT_ALLOWED:
        return not_allowed(where)
    if type(failure) not in (OperationalError, DatabaseError):
        return None  # constraints, types and SQL are ours
    words = str(failure.orig).lower()
    if _is_sqlite(failure) and any(fragment in words for fragment in _MAY_BE_FULL) and _is_full(Path(where).parent):
        return _FULL.format(where=where)
    for fragment, sentence in _SENTENCES:
        if fragment in words:
            return sentence.format(where=where)
    if not _is_sqlite(failure) and isinstance(failure, OperationalError):
        if _ADDRESS.search(words):  # it quotes the value, which may be anything
            return _ADDRESS_SENTENCE.format(where=where)
        for fragment, sentence in (*_SERVER_ANSWERS, *_NO_ANSWER):
            if fragment in words:
                return sentence.format(where=where)
        detail = without_passwords(" ".join(str(failure.orig).split()).rstrip("."))
        return _CONNECTION_SENTENCE.format(where=where, detail=detail)
    return None


def is_wrong_password(failure: BaseException) -> bool:
    """Whether a server answers that whoever connects has not the right password."""
    return _NOT_LET_IN in str(failure).lower()


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _LITTLE
    except OSError:
        return False


def _is_sqlite(failure: DatabaseError) -> bool:
    return isinstance(failure.orig, sqlite3.Error)
