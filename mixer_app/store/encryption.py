"""Names and answers cross a network only encrypted, unless somebody has said that this network is theirs."""

from ipaddress import ip_address
from typing import Final

from sqlalchemy import URL

from mixer_app.domain.errors import PlainConnectionError

_ENCRYPTED: Final = ("require", "verify-ca", "verify-full")
_UNSURE: Final = ("disable", "allow", "prefer")


def secured(url: URL, *, plain_allowed: bool) -> URL:
    """The address with encryption asked for where it leads elsewhere; `PlainConnectionError` if it says not to."""
    if url.get_backend_name() == "sqlite" or is_here(url.host or str(url.query.get("host", ""))):
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


def is_here(host: str) -> bool:
    """Whether this is the same computer, so that nothing crosses a network."""
    if host in ("", "localhost") or host.startswith("/"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
