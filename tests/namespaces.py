"""A network of the kernel's own: a server and laptops, each in a namespace, on cables that a test can cut.

Beside what `Line` can do, packets are lost here without a word, in one direction or both, and a laptop comes back
with another number: what Wi-Fi does, and no end of a connection hears of.
"""

import ctypes
import os
import shutil
import subprocess
from collections.abc import Generator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import pytest

SERVER: Final = "10.77.0.1"
_NOBODY: Final = "65534"
_ELSEWHERE: Final = "02:00:00:00:00:01"
"""The address of a network card that nobody has."""

_NEW_USER: Final = 0x10000000
_NEW_NETWORK: Final = 0x40000000


class Network:
    """A switch with a server at it, in a user namespace in which we may do everything with networks."""

    def __init__(self) -> None:
        self._keeper = _kept(["unshare", "--user", "--map-root-user", "--net"])
        self._cables = 0
        self.ip(self._keeper.pid, "link add switch type bridge")
        self.ip(self._keeper.pid, f"addr add {SERVER}/16 dev switch")
        for device in ("lo", "switch"):
            self.ip(self._keeper.pid, f"link set {device} up")

    @property
    def server_words(self) -> list[str]:
        """What stands before a command that is to run at the server, and not as root, which a namespace begins as."""
        # in the namespace of the network first, where we are root; then in one more, where we are nobody
        return [*_in(self._keeper.pid), "unshare", "--user", f"--map-user={_NOBODY}", f"--map-group={_NOBODY}"]

    def cable(self) -> "Cable":
        """One more laptop at the switch."""
        self._cables += 1
        return Cable(self, self._keeper.pid, self._cables)

    def ip(self, process: int, words: str) -> None:
        """Change the network of the namespace of a process."""
        told = subprocess.run([*_in(process), "ip", *words.split()], capture_output=True, text=True, check=False)
        if told.returncode:
            raise OSError(f"ip {words}: {told.stderr.strip()}")

    def end(self) -> None:
        """Take it down."""
        _ended(self._keeper)


class Cable:
    """Between a laptop, which is a namespace, and the switch."""

    def __init__(self, network: Network, server: int, number: int) -> None:
        self._network, self._server, self._number = network, server, number
        self._port = f"port{number}"
        self._keeper = _kept([*_in(server, "--user"), "unshare", "--net"])
        self._addresses = 0
        self._ip_there(f"link add {self._port} type veth peer name eth0 netns {self._keeper.pid}")
        for words in (f"link set {self._port} master switch", f"link set {self._port} up"):
            self._ip_there(words)
        self._ip("link set lo up")
        self._ip("link set eth0 up")
        self._take_address()

    @property
    def process(self) -> int:
        """A process in the namespace of the laptop, for `enter`."""
        return self._keeper.pid

    @property
    def _address(self) -> str:
        return f"10.77.{self._number}.{1 + self._addresses % 250}"

    def address(self, server: str) -> str:
        """The address of a database at the server, which is the same from every laptop."""
        return server

    def cut(self) -> None:
        """Pull it out of the laptop, which notices."""
        self._ip("link set eth0 down")

    def hang(self) -> None:
        """Lose every packet at the switch; the cable looks well."""
        self._ip_there(f"link set {self._port} nomaster")

    def lose_answers(self) -> None:
        """Carry what the laptop sends, and lose what the server answers."""
        self._ip_there(f"neigh replace {self._address} lladdr {_ELSEWHERE} nud permanent dev switch")

    def lose_questions(self) -> None:
        """Lose what the laptop sends, and carry what the server says."""
        self._ip(f"neigh replace {SERVER} lladdr {_ELSEWHERE} nud permanent dev eth0")

    def change_address(self) -> None:
        """Give the laptop another address: its connections are dead, and nobody says so."""
        self._ip("addr flush dev eth0")
        self._take_address()

    def mend(self) -> None:
        """Carry everything again."""
        for act, words in (
            (self._ip_there, f"link set {self._port} master switch"),
            (self._ip, "link set eth0 up"),
            (self._ip_there, f"neigh del {self._address} dev switch"),
            (self._ip, f"neigh del {SERVER} dev eth0"),
        ):
            with suppress(OSError):  # that was well
                act(words)

    def end(self) -> None:
        """Take the laptop away."""
        _ended(self._keeper)

    def _take_address(self) -> None:
        self._addresses += 1
        self._ip(f"addr add {self._address}/16 dev eth0")

    def _ip(self, words: str) -> None:
        self._network.ip(self._keeper.pid, words)

    def _ip_there(self, words: str) -> None:
        self._network.ip(self._server, words)


def enter(process: int) -> None:
    """Go where the network of `process` is, with the calling process, which has one thread only."""
    library = ctypes.CDLL(None, use_errno=True)
    for kind, name in ((_NEW_USER, "user"), (_NEW_NETWORK, "net")):
        place = os.open(f"/proc/{process}/ns/{name}", os.O_RDONLY)
        if library.setns(place, kind) != 0:
            raise OSError(ctypes.get_errno(), f"the {name} namespace cannot be entered")
        os.close(place)


@contextmanager
def a_network() -> Generator[Network]:
    """A network for a while; the test is skipped where we may not make one."""
    if missing := [program for program in ("unshare", "nsenter", "ip") if shutil.which(program) is None]:
        pytest.skip(f"a network of our own needs {', '.join(missing)}")
    try:
        network = Network()
    except OSError as refusal:
        pytest.skip(f"this machine lets nobody make a network of their own: {refusal}")
    try:
        yield network
    finally:
        network.end()


def through_socket(server: str, folder: Path) -> str:
    """The same database through the socket that the server has in a folder: no network is between."""
    parts = urlsplit(server)
    return f"{parts.scheme}://{parts.username}:{parts.password}@{parts.path}?host={folder}&port={parts.port}"


def _in(process: int, *which: str) -> list[str]:
    return ["nsenter", "--preserve-credentials", f"--target={process}", *(which or ("--user", "--net"))]


def _kept(words: Sequence[str]) -> "subprocess.Popen[Any]":
    """A process that keeps a namespace until it is ended, or we are: it reads what we never write."""
    made = subprocess.Popen([*words, "cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert made.stdin is not None
    assert made.stdout is not None
    with suppress(OSError):
        made.stdin.write(b"\n")
        made.stdin.flush()
    if made.stdout.read(1) != b"\n":
        _, told = made.communicate()
        raise OSError(told.decode(errors="replace").strip())
    return made


def _ended(process: "subprocess.Popen[Any]") -> None:
    process.kill()
    process.communicate()
