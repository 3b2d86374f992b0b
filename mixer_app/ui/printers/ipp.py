"""Just enough of the Internet Printing Protocol to hand a document to CUPS and ask what became of it.

`lpstat` cannot be asked instead: it lists a job that was aborted exactly as one that came out, and its words
change with the language of the system. Encoding: RFC 8010; attributes and states: RFC 8011.
"""

import http.client
import socket
import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Final, TypeAlias

Value: TypeAlias = int | bool | str
Group: TypeAlias = dict[str, list[Value]]


class Operation(IntEnum):
    """What is asked of the spooler."""

    PRINT_JOB = 0x0002
    CANCEL_JOB = 0x0008
    GET_JOB = 0x0009
    GET_PRINTER = 0x000B
    LIST_PRINTERS = 0x4002


NOT_FOUND: Final = 0x0406
NOT_POSSIBLE: Final = 0x0404  # such as to cancel a job that has ended
_FIRST_FAILURE: Final = 0x0400
_PIECE_BYTES: Final = 1 << 18
_OPERATION_GROUP, _JOB_GROUP, _END = 0x01, 0x02, 0x03
_FIRST_VALUE_TAG: Final = 0x10
_INTEGER, _BOOLEAN, _ENUM, _TEXT, _NAME, _KEYWORD = 0x21, 0x22, 0x23, 0x41, 0x42, 0x44
_RESOLUTION, _DOTS_PER_INCH = 0x32, 3
_URI, _CHARSET, _LANGUAGE, _MIME = 0x45, 0x47, 0x48, 0x49
_TAG_OF: Final[Mapping[str, int]] = {
    "attributes-charset": _CHARSET,
    "attributes-natural-language": _LANGUAGE,
    "printer-uri": _URI,
    "requesting-user-name": _NAME,
    "job-name": _NAME,
    "job-id": _INTEGER,
    "document-format": _MIME,
    "requested-attributes": _KEYWORD,
    "print-scaling": _KEYWORD,
    "media": _KEYWORD,
    "copies": _INTEGER,
    "sides": _KEYWORD,
    "multiple-document-handling": _KEYWORD,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What the spooler answered: a status, and a group of attributes for each thing asked about."""

    status: int
    groups: tuple[Group, ...]

    @property
    def ok(self) -> bool:
        """Whether it did what was asked."""
        return self.status < _FIRST_FAILURE

    @property
    def sentence(self) -> str:
        """What it says about a refusal, if anything."""
        return next((str(group["status-message"][0]) for group in self.groups if "status-message" in group), "")


def encode(
    operation: Operation, about: Mapping[str, Value | Sequence[str]], job: Mapping[str, Value] | None = None
) -> bytes:
    """A request: `about` goes into its operation group, `job` into its job group."""
    head = {"attributes-charset": "utf-8", "attributes-natural-language": "en"}
    request = struct.pack(">HHI", 0x0200, operation, 1) + bytes([_OPERATION_GROUP])
    request += b"".join(_attribute(name, value) for name, value in {**head, **about}.items())
    if job:
        request += bytes([_JOB_GROUP]) + b"".join(_attribute(name, value) for name, value in job.items())
    return request + bytes([_END])


def decode(raw: bytes) -> Answer:
    """The answer to a request; raises `ValueError` for what is none."""
    try:
        (status,) = struct.unpack_from(">H", raw, 2)
        return Answer(status, tuple(_groups(raw, 8)))
    except (struct.error, IndexError) as error:
        raise ValueError("not an answer of a spooler") from error


def ask(where: str, path: str, request: bytes, document: Path | None = None, *, limit_s: float) -> Answer:
    """Send a request to `where` (a socket's path, or `host:port`) and wait for the answer, `limit_s` at most a step.

    A `document` goes with it piece by piece.

    Raises `OSError` when it cannot be reached, `http.client.HTTPException` or `ValueError` for a bad answer.
    """
    connection = _Connection(where, limit_s)
    try:
        length = len(request) + (document.stat().st_size if document is not None else 0)
        head = {"Content-Type": "application/ipp", "Content-Length": str(length)}
        connection.request("POST", path, _pieces(request, document), head)
        answer = connection.getresponse()
        if answer.status != http.client.OK:
            raise http.client.HTTPException(f"{answer.status} {answer.reason}")
        return decode(answer.read())
    finally:
        connection.close()


def _pieces(request: bytes, document: Path | None) -> Iterator[bytes]:
    yield request
    if document is not None:
        with document.open("rb") as file:
            while piece := file.read(_PIECE_BYTES):
                yield piece


class _Connection(http.client.HTTPConnection):
    """HTTP over the socket of the local spooler, or over the network."""

    def __init__(self, where: str, limit_s: float) -> None:
        self._path = where if where.startswith("/") else ""
        host, _, port = where.rpartition(":")
        super().__init__(*(("localhost", 631) if self._path else (host, int(port))), timeout=limit_s)

    def connect(self) -> None:
        if not self._path:
            super().connect()
            return
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)


def _attribute(name: str, value: Value | Sequence[str]) -> bytes:
    values = [value] if isinstance(value, int | str) else list(value)
    encoded = b""
    for number, each in enumerate(values):
        raw = struct.pack(">i", each) if isinstance(each, int) else str(each).encode()
        label = name.encode() if number == 0 else b""  # more values of the same attribute have no name
        encoded += struct.pack(">BH", _TAG_OF[name], len(label)) + label + struct.pack(">H", len(raw)) + raw
    return encoded


def _groups(raw: bytes, at: int) -> list[Group]:
    groups: list[Group] = []
    name = ""
    while raw[at] != _END:
        tag = raw[at]
        if tag < _FIRST_VALUE_TAG:
            groups.append({})
            at += 1
            continue
        label, at = _counted(raw, at + 1)
        value, at = _counted(raw, at)
        name = label.decode() or name
        groups[-1].setdefault(name, []).append(_value(tag, value))
    return groups


def _counted(raw: bytes, at: int) -> tuple[bytes, int]:
    (length,) = struct.unpack_from(">H", raw, at)
    return raw[at + 2 : at + 2 + length], at + 2 + length


def _value(tag: int, raw: bytes) -> Value:
    if tag in (_INTEGER, _ENUM):
        return int(struct.unpack(">i", raw)[0])
    if tag == _RESOLUTION:
        across, down, unit = struct.unpack(">iib", raw)
        return across if (across, unit) == (down, _DOTS_PER_INCH) else 0  # others are not looked for
    if tag == _BOOLEAN:
        return raw != b"\0"
    return raw.decode("utf-8", "replace")
