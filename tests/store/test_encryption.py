"""What crosses a network is encrypted, unless somebody has said that the network is theirs."""

import pytest

from mixer_app.domain.errors import PlainConnectionError
from mixer_app.store.encryption import secured
from mixer_app.store.engine import url_of


@pytest.mark.parametrize("host", ["door.local", "192.168.1.7", "[fe80::1]", "localhost.example.org"])
def test_another_computer_is_asked_for_encryption(host: str) -> None:
    url = url_of(f"postgresql://desk@{host}/mixer")
    assert secured(url, plain_allowed=False).query["sslmode"] == "require"
    assert secured(url, plain_allowed=True).query["sslmode"] == "prefer"


@pytest.mark.parametrize("mode", ["disable", "allow", "prefer"])
def test_an_address_that_does_without_is_refused_unless_it_is_allowed(mode: str) -> None:
    url = url_of(f"postgresql://desk:hidden@door.local/mixer?sslmode={mode}")
    with pytest.raises(PlainConnectionError, match="tick “Connect without encryption too”") as refusal:
        secured(url, plain_allowed=False)
    assert "hidden" not in str(refusal.value)
    assert "--allow-plain" not in str(refusal.value), "a window has a box for it"
    assert "say --allow-plain" in refusal.value.typed
    assert f"sslmode={mode}" in refusal.value.typed
    assert secured(url, plain_allowed=True) == url


@pytest.mark.parametrize(
    "location",
    [
        "mixer.db",
        "postgresql://desk@localhost/mixer?sslmode=disable",
        "postgresql://desk@127.0.0.1/mixer",
        "postgresql://desk@[::1]/mixer",
        "postgresql:///mixer",
        "postgresql:///mixer?host=/var/run/postgresql",
        "postgresql://desk@door.local/mixer?sslmode=verify-full",
    ],
)
def test_what_stays_on_this_computer_or_is_encrypted_anyway_is_left_as_it_is(location: str) -> None:
    url = url_of(location)
    assert secured(url, plain_allowed=False) == url
