"""Names and answers cross a network only encrypted, unless somebody has said that this network is theirs.

The password never crosses it: the server must prove that it knows it, too (SCRAM), over this very encryption. So a
laptop that pretends to be the server learns nothing by which it could be one.
"""

from ipaddress import ip_address
from typing import Final

from sqlalchemy import URL

from mixer_app.domain.errors import PlainConnectionError

_ASKS_FOR_SCRAM: Final = 160000
_ENCRYPTED: Final = ("require", "verify-ca", "verify-full")
_UNSURE: Final = ("disable", "allow", "prefer")


def secured(url: URL, *, plain_allowed: bool) -> URL:
    """The address with encryption asked for where it leads elsewhere; `PlainConnectionError` if it says not to."""
    if url.get_backend_name() == "sqlite" or leads_here(url):
        return url
    mode = url.query.get("sslmode")
    if mode in _ENCRYPTED or (mode in _UNSURE and plain_allowed):
        return url
    if mode is None:
        return url.update_query_dict({"sslmode": "prefer" if plain_allowed else "require"})
    shown = f"sslmode={mode}" if mode in _UNSURE else "sslmode"
    raise PlainConnectionError(
        f"“{shown}” lets names and answers cross the network for everybody to read. Leave it out."
    )


def proofs(url: URL, client_version: int) -> dict[str, str]:
    """What a server on another computer must prove before it is told anything, as far as libpq of this version asks."""
    if leads_here(url):
        return {}
    asked = {"require_auth": "scram-sha-256"} if client_version >= _ASKS_FOR_SCRAM else {}
    return asked | ({"channel_binding": "require"} if url.query.get("sslmode") in _ENCRYPTED else {})


def leads_here(url: URL) -> bool:
    """Whether an address leads to this computer, whichever part of it says where."""
    said = [url.host or "", *(str(url.query.get(name, "")) for name in ("host", "hostaddr"))]
    return all(is_here(one) for some in said for one in some.split(","))


def is_here(host: str) -> bool:
    """Whether this is the same computer, so that nothing crosses a network."""
    if host in ("", "localhost") or host.startswith("/"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
