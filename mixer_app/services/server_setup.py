"""Set a PostgreSQL server up for stations: database, users, rights; and the addresses to connect by."""

import re
import secrets
import socket
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from mixer_app.domain.errors import MixerError
from mixer_app.domain.station_kinds import StationKind
from mixer_app.paths import user_data
from mixer_app.services.connections import SharedConnection, read_connection
from mixer_app.store.encryption import is_here, secured
from mixer_app.store.engine import url_of
from mixer_app.store.server_setup import ServerUser
from mixer_app.store.server_setup import set_up_server as _set_up

_BYTES_OF_PASSWORD = 18
_HOST = re.compile(r"[\w.:%\[\]-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class StationAddress:
    """How a kind of station connects; an `address` that `is_new` has its password in it, and is shown only once."""

    kind: StationKind
    address: str
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyServer:
    """What was done (or would be, statement by statement) and how stations connect from now on."""

    statements: tuple[str, ...]
    addresses: tuple[StationAddress, ...]
    backup: Path | None = None  # of an older database, before it was brought up to date


def set_up_server(
    location: str | None,
    *,
    host: str | None = None,
    renew_passwords: bool = False,
    dry_run: bool = False,
    plain_allowed: bool = False,
) -> ReadyServer:
    """Make on a server what stations need, as the administrator in `location`; what is there already stays.

    `host` is what stations call the server, `name` or `name:port` (None: as in `location`, or the name of this
    computer). Passwords are drawn for users who are new, or for all with `renew_passwords`. A dry run changes nothing.
    """
    asked = read_connection(location or "")
    if asked is None:
        raise MixerError("Say where the server is: --database postgresql://postgres@localhost/mixer.")
    url_of(location or "")  # a mangled one is refused, and not guessed at
    called = _called(_reached(asked), host)
    drawn = {kind: secrets.token_urlsafe(_BYTES_OF_PASSWORD) for kind in StationKind}
    url = secured(url_of(asked.address), plain_allowed=plain_allowed)
    done = _set_up(url, drawn, own_folder=user_data(), renew_passwords=renew_passwords, dry_run=dry_run)
    place = replace(called, database=done.database, options=())
    return ReadyServer(
        statements=done.statements,
        addresses=tuple(_address(place, user, dry_run) for user in done.users),
        backup=done.backup,
    )


def _reached(asked: SharedConnection) -> SharedConnection:
    """Where an address leads: its options say so in place of what stands before them."""
    said = dict(asked.options)
    port = said.get("port", "")
    return replace(asked, host=said.get("host", asked.host), port=int(port) if port.isdecimal() else asked.port)


def _called(reached: SharedConnection, host: str | None) -> SharedConnection:
    """The server as stations call it."""
    if host is None:
        return replace(reached, host=socket.gethostname()) if is_here(reached.host) else reached
    bare = host.count(":") > 1 and not host.startswith("[")  # a number of IPv6
    try:
        parts = urlsplit(f"//[{host}]" if bare else f"//{host}")
        name, port = parts.hostname or "", parts.port
    except ValueError:
        name, port = "", None
    if not name or not _HOST.fullmatch(host):
        raise MixerError(f"“{host}” is not how stations call a server. Write its name or number, such as door.local.")
    return replace(reached, host=name, port=port or reached.port)


def _address(place: SharedConnection, user: ServerUser, dry_run: bool) -> StationAddress:
    own = replace(place, user=user.name, password="" if dry_run else user.password)
    return StationAddress(kind=user.kind, address=own.address, is_new=bool(own.password))
