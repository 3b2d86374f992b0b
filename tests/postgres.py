"""A private PostgreSQL for a run of the tests, where its programs are installed."""

import os
import shutil
import socket
import subprocess
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest


def programs() -> Path:
    """The folder of its programs; the test is skipped where there is none."""
    pytest.importorskip("psycopg", reason="the driver of shared databases is an extra")
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    folder = found[-1] if found else Path(shutil.which("initdb") or "/none/initdb").parent
    if not (folder / "initdb").exists():
        pytest.skip("no PostgreSQL on this machine")
    return folder


@contextmanager
def a_server(host: str = "127.0.0.1", prefix: Sequence[str] | None = None) -> Generator[tuple[str, Path]]:
    """The address of a server that runs for a while, and the folder of its socket, which leads there too.

    `prefix` are words before each command, such as those that start it elsewhere; by default those that keep it
    from being run by root, which it refuses.
    """
    folder_of_programs = programs()
    as_other = os.getuid() == 0 and prefix is None
    words = ["runuser", "-u", "postgres", "--"] if as_other else list(prefix or ())
    with TemporaryDirectory(prefix="mixer-pg-") as name:  # pytest's own folders are closed to other users
        folder = Path(name)
        if as_other:
            shutil.chown(folder, "postgres")

        def run(program: str, *rest: str | Path) -> None:
            given = [*words, str(folder_of_programs / program), "-D", str(folder / "data"), *map(str, rest)]
            subprocess.run(given, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

        port = _free_port()
        (folder / "password").write_text("app-password\n", encoding="ascii")
        kept = ("-U", "app", "-A", "scram-sha-256", "--pwfile", folder / "password", "--encoding=UTF8", "-N")
        run("initdb", *kept, "--locale=C.UTF-8")
        options = f"-p {port} -c listen_addresses={host} -c unix_socket_directories={folder} -c fsync=off"
        if host != "127.0.0.1":
            with (folder / "data" / "pg_hba.conf").open("a") as rules:
                rules.write("host all all samenet scram-sha-256\n")
        run("pg_ctl", "-w", "-l", folder / "log", "-o", options, "start")
        try:
            yield f"postgresql://app:app-password@{host}:{port}/postgres", folder
        finally:
            run("pg_ctl", "-w", "-m", "immediate", "stop")


def on_server(server: str, statement: str) -> None:
    """Run a statement there, outside of any transaction."""
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(statement.encode())


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]
