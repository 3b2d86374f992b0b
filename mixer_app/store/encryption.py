"""Names and answers cross a network only encrypted, unless somebody has said that this network is theirs."""

from ipaddress import ip_address
from typing import Final

from sqlalchemy import URL

from mixer_app.domain.errors import MixerError

_ENCRYPTED: Final = ("require", "verify-ca", "verify-full")


def secured(url: URL, *, plain_allowed: bool) -> URL:
    """The address with encryption asked for where it leads to another computer; `MixerError` if it says not to."""
    if url.get_backend_name() == "sqlite" or is_here(url.host or str(url.query.get("host", ""))):
        return url
    mode = url.query.get("sslmode")
    if mode in _ENCRYPTED or (mode is not None and plain_allowed):
        return url
    if mode is None:
        return url.update_query_dict({"sslmode": "prefer" if plain_allowed else "require"})
    raise MixerError(
        f"“sslmode={mode}” lets names and answers cross the network for everybody to read. Leave it out, "
        "or say --allow-plain where the network is yours alone, such as a cable between two laptops."
    )


def is_here(host: str) -> bool:
    """Whether this is the same computer, so that nothing crosses a network."""
    if host in ("", "localhost") or host.startswith("/"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
