"""Addresses of shared databases as people type them, right or wrong, and how they are shown: without a password."""

import re
import sys
from typing import Final

_HIDDEN: Final = "***"
_POSTGRES: Final = r"p\w*(?:sql|gres)\w*(?:[+.]\w+)*\s*:[\s/\\]*"
_SCHEME: Final = re.compile(rf"\s*(?:{_POSTGRES}|[a-z][\w+.-]+:[/\\]{{2,}})", re.IGNORECASE)
_DRIVE: Final = re.compile(r"[a-z]:[/\\]" if sys.platform == "win32" else r"[a-z]:\\", re.IGNORECASE)
_CREDENTIALS: Final = re.compile(r":.*@|@.*:|^\s*(?:[^/]*\s)?\w+\s*=.*\s\w+\s*=", re.DOTALL)
_SAID: Final = re.compile(r"""(pass\w*|pwd)(\s*=\s*)('(?:[^'\\]|\\.)*'|[^\s&'"”]+)""", re.IGNORECASE)
_IN_A_SENTENCE: Final = re.compile(rf'\b({_POSTGRES})([^\n"“”’]*)', re.IGNORECASE)
_PLAIN: Final = re.compile(r"(?:[^\s:/?#@]*@)?[^\s:/?#@]*(?::\d{1,5})?(?:/[^\s:/?#@]*)?(?=[\s.,;'\")]|:\s|$)")
_WORD: Final = re.compile(r"[^\s“”’'\"]*://[^\s“”’'\"]*@[^\s“”’'\"]*")
_HOST: Final = re.compile(r"(?:\[[\w.:%]+\]|[^\s:@\[\]]*)(?::\d{1,5}(?=[/?]|$)[^\s:@\[\]]*|[/?][^\s:@\[\]]*)?(?::$)?")
_WELL_FORMED: Final = re.compile(
    r"(?:postgresql|postgres)(?:\+\w+)?://"
    r"(?:[^\s:/?#@\[\]]*(?::[^@]*)?@)?"
    r"(?:\[[\w.:%]+\]|[^\s:/?#@\[\]]*)(?::(?P<port>\d{1,5}))?"
    r"(?:/[^\s:/?#@]*)?(?:\?[^\s#]*)?",
    re.IGNORECASE,
)


def is_address(location: str) -> bool:
    """Whether somebody meant a server and no file, however the address is mangled."""
    plain = location[2:] if _DRIVE.match(location) else location
    return (
        "://" in plain
        or any(found.search(plain) for found in (_CREDENTIALS, _SAID))
        or _SCHEME.match(plain) is not None
    )


def is_well_formed(address: str) -> bool:
    """Whether every part of the address of a PostgreSQL server stands where it must."""
    found = _WELL_FORMED.fullmatch(address)
    return found is not None and int(found["port"] or 1) in range(1, 65536)


def without_password(location: str) -> str:
    """A path or an address fit to be shown: all that may be a password is hidden, also where an address is mangled."""
    if not is_address(location):
        return location
    scheme = _SCHEME.match(location)
    start = scheme.end() if scheme else 0
    return location[:start] + _shown(_SAID.sub(rf"\1\2{_HIDDEN}", location[start:]))


def without_passwords(sentence: str) -> str:
    """A sentence fit to be shown, whatever addresses stand in it."""
    plain = _IN_A_SENTENCE.sub(lambda found: found[1] + _shown_in_a_sentence(found[2]), sentence)
    plain = _WORD.sub(lambda found: without_password(found[0]), plain)
    return _SAID.sub(rf"\1\2{_HIDDEN}", plain)


def _shown_in_a_sentence(rest: str) -> str:
    plain = _PLAIN.match(rest)
    beyond = rest[plain.end() :] if plain else ""
    broken = re.match(r"\s*:.*@", beyond)  # a password among blanks
    if plain and not broken and ("@" in plain[0] or not re.search("[@:]", beyond)):
        return rest
    return _shown(rest)


def _shown(rest: str) -> str:
    """What follows the scheme: the user and what comes after the password."""
    before, at, after = rest.rpartition("@")
    user = re.match(r"[^\s:/\\@\[\]]*", before)
    if at:
        name = user[0] if user else ""
        hidden = f":{_HIDDEN}" if len(before) > len(name) else ""
        return f"{name}{hidden}@{_shown_host(after)}"
    return _shown_host(rest)


def _shown_host(rest: str) -> str:
    """As much as cannot be anything but a host, its port and a database."""
    host = _HOST.match(rest)
    shown = host[0] if host else ""
    return f"{shown}{_HIDDEN}" if len(rest) > len(shown) else shown
