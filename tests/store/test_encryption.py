"""What crosses a network is encrypted, unless somebody has said that the network is theirs."""

import shutil
import socket
import ssl
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from threading import Thread

import pytest

from mixer_app.domain.errors import MixerError, PlainConnectionError
from mixer_app.store import open_database
from mixer_app.store.encryption import proofs, secured
from mixer_app.store.engine import url_of
from mixer_app.store.server import connect_arguments


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
    "elsewhere",
    ["localhost/mixer?host=192.168.1.7", "/mixer?hostaddr=10.0.0.5", "localhost/mixer?host=localhost,door.local"],
)
def test_an_address_leads_to_another_computer_whichever_part_of_it_says_so(elsewhere: str) -> None:
    assert secured(url_of(f"postgresql://{elsewhere}"), plain_allowed=False).query["sslmode"] == "require"


@pytest.mark.parametrize(
    ("rest", "asked"),
    [
        ("?sslmode=require", {"require_auth": "scram-sha-256", "channel_binding": "require"}),
        ("?sslmode=prefer", {"require_auth": "scram-sha-256"}),
        ("?sslmode=require&require_auth=none&channel_binding=prefer", {}),
    ],
)
def test_a_server_elsewhere_must_prove_that_it_knows_the_password(rest: str, asked: dict[str, str]) -> None:
    pytest.importorskip("psycopg")
    said = connect_arguments(url_of(f"postgresql://desk@door.local/mixer{rest}"))
    assert {key: said[key] for key in ("require_auth", "channel_binding") if key in said} == asked
    assert "require_auth" not in proofs(url_of("postgresql://desk@door.local/mixer"), 150000)
    assert not proofs(url_of("postgresql:///mixer?host=/var/run/postgresql"), 180000)


@pytest.mark.parametrize("encrypted", [True, False])
def test_a_laptop_that_pretends_to_be_the_server_is_not_told_the_password(tmp_path: Path, encrypted: bool) -> None:
    pytest.importorskip("psycopg")
    with _pretending(tmp_path if encrypted else None) as (port, heard):
        address = f"postgresql://desk:top-secret@door.local:{port}/mixer?hostaddr=127.0.0.1"
        with pytest.raises(MixerError, match="does not prove that it is your server"):
            open_database(address, plain_allowed=not encrypted)
        assert heard.get(timeout=10) == b""


@contextmanager
def _pretending(folder: Path | None) -> Iterator[tuple[int, Queue[bytes]]]:
    """A server that encrypts with a certificate of its own (in `folder`; None: it does not) and asks for the password.

    What it is told after that comes through the queue.
    """
    secure = _own_certificate(folder) if folder is not None else None
    heard: Queue[bytes] = Queue()
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(10)

        def pretend() -> None:
            line, _ = server.accept()
            line.recv(8)  # asks for encryption
            line.sendall(b"S" if secure else b"N")
            talk = secure.wrap_socket(line, server_side=True) if secure else line
            with talk:
                talk.recv(struct.unpack("!I", talk.recv(4))[0] - 4)
                talk.sendall(b"R" + struct.pack("!II", 8, _IN_CLEAR))
                heard.put(talk.recv(200))

        thread = Thread(target=pretend)
        thread.start()
        yield server.getsockname()[1], heard
        thread.join()


_IN_CLEAR = 3


def _own_certificate(folder: Path) -> ssl.SSLContext:
    program = shutil.which("openssl") or pytest.skip("no openssl to make a certificate with")
    files = folder / "own.crt", folder / "own.key"
    words = ["req", "-new", "-x509", "-nodes", "-subj", "/CN=door.local", "-out", files[0], "-keyout", files[1]]
    subprocess.run([program, *map(str, words)], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*files)
    return context


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
