"""Commands about the database as a whole: copy, put back, move, check, forget, reset PINs, set a server up."""

import os
import sys
from argparse import Namespace
from dataclasses import replace
from getpass import getpass
from pathlib import Path
from typing import Final

from mixer_app.cli.opening import STATION, now, opened_database, opened_event
from mixer_app.cli.terminal import show, show_json, tell


def backup(chosen: Namespace) -> int:
    """`mixer-app backup`."""
    from mixer_app.services.database import back_up

    with opened_database(chosen) as database:
        back_up(database, chosen.file)
    return _wrote(chosen, chosen.file, f"Copied the database to {chosen.file}.")


def restore(chosen: Namespace) -> int:
    """`mixer-app restore`."""
    from mixer_app.services.database import restore

    before = restore(chosen.database, chosen.file, plain_allowed=chosen.allow_plain)
    kept = f" What was there before is in {before}." if before else ""
    return _wrote(chosen, chosen.file, f"Put {chosen.file} back.{kept}")


def move(chosen: Namespace) -> int:
    """`mixer-app move`: everything into an empty database, or one event beside others."""
    from mixer_app.services.moving import move_database

    if chosen.event:
        return _move_event(chosen)
    if chosen.replace:
        tell("Which event takes the place of the one there? Name it with --event.")
        return 2
    with opened_database(chosen) as database:
        rows = move_database(database, chosen.target, plain_allowed=chosen.allow_plain)
        kept = database.location
    if chosen.json:
        show_json({"rows": rows})
    else:
        show(f"Copied everything, {rows} rows, and compared it. {kept} stays as it is: do not work with both.")
    return 0


def _move_event(chosen: Namespace) -> int:
    from mixer_app.services.moving import move_event

    with opened_event(chosen) as (database, event):
        moved = move_event(
            database,
            event.id,
            chosen.target,
            station=STATION,
            now=now(),
            plain_allowed=chosen.allow_plain,
            replace=chosen.replace,
        )
        kept = database.location
    if chosen.json:
        told = {"event": moved.event_id, "people": moved.people, "known": moved.known, "rows": moved.rows}
        show_json(told | ({"backup": str(moved.backup)} if moved.backup else {}))
    else:
        show(f"{moved.sentence} {kept} stays as it is: do not work with both.")
    return 0


def check(chosen: Namespace) -> int:
    """`mixer-app check`."""
    from mixer_app.services.database import check_integrity

    with opened_database(chosen) as database:
        problems = database.read(check_integrity)
    if chosen.json:
        show_json({"sound": not problems, "problems": problems})
    elif not problems:
        show("The database is sound.")
    tell(*problems)
    return 1 if problems else 0


def forget(chosen: Namespace) -> int:
    """`mixer-app forget`: there is no way back, so the event, or the person, must be named."""
    from mixer_app.services.forgetting import forget_event

    if chosen.person:
        return _forget_person(chosen)
    if not chosen.event:
        tell(
            "Which event? Name it with --event, or one person with --person. What is forgotten cannot be brought back."
        )
        return 2
    with opened_event(chosen) as (database, event):
        said = forget_event(database, event.id, station=STATION, now=now())
    if chosen.json:
        show_json({"event": event.name, "forgotten": True, "told": said})
    else:
        show(f"{event.name}: {said}")
    return 0


def _forget_person(chosen: Namespace) -> int:
    from mixer_app.services.forgetting import find_person, forget_person

    if chosen.event:
        tell("One person is forgotten at all events. Leave out --event, or leave out --person.")
        return 2
    with opened_database(chosen) as database:
        said = forget_person(database, database.read(find_person, chosen.person), station=STATION, now=now())
    if chosen.json:
        show_json({"person": True, "forgotten": True, "told": said})
    else:
        show(said)
    return 0


def reset_pin(chosen: Namespace) -> int:
    """`mixer-app reset-pin`: whoever can open the database may; the journal tells that it was done."""
    from mixer_app.services.staff_pin import reset_pins

    with opened_database(chosen) as database:
        gone = database.write(reset_pins, station=STATION, now=now())
    if chosen.json:
        show_json({"removed": gone})
    elif gone:
        show("The PINs are gone, and every window is open to everybody. Set new ones in Settings, Staff PINs.")
    else:
        show("There is no PIN. Set one in Settings, Staff PINs.")
    return 0


def setup_server(chosen: Namespace) -> int:
    """`mixer-app setup-server`: passwords are shown here, once, and nowhere else."""
    from mixer_app.services.database import told_of_backup
    from mixer_app.services.server_setup import set_up_server

    ready = set_up_server(
        _with_password(chosen.database),
        host=chosen.host,
        renew_passwords=chosen.new_passwords,
        dry_run=chosen.dry_run,
        plain_allowed=chosen.allow_plain,
    )
    if said := told_of_backup(ready.backup):
        tell(said)
    if chosen.json:
        addresses = [{"kind": one.kind.value, "address": one.address, "new": one.is_new} for one in ready.addresses]
        show_json({"statements": list(ready.statements) if chosen.dry_run else [], "addresses": addresses}, secret=True)
    elif chosen.dry_run:
        show(*(f"{statement};" for statement in ready.statements))
    else:
        show("The server is ready. The addresses of its stations:", "")
        show(*(f"  {one.kind.value:8} {one.address}" for one in ready.addresses), secret=True)
        show("", *_HOW_TO_CONNECT)
        if any(one.is_new for one in ready.addresses):
            show("", "Keep these addresses: their passwords are not shown again (--new-passwords draws others).")
        else:
            show("", "The passwords are as before (--new-passwords draws others).")
    return 0


_HOW_TO_CONNECT: Final = (
    "In the window: Connect to a shared database, and paste the address under Server. For commands put it into the",
    "environment variable MIXER_DATABASE: on a command line everybody on that computer could read the password.",
)


def _with_password(location: str | None) -> str | None:
    """The address of the administrator, with a password that is asked for here rather than typed into a command."""
    from mixer_app.services.connections import read_connection

    asked = read_connection(location or "")
    given = asked is None or not asked.host or asked.password or os.environ.get("PGPASSWORD")
    if asked is None or given or not sys.stdin.isatty():
        return location
    password = getpass(f"Password of {asked.user or 'the administrator'} at {asked.host} (none: Enter): ")
    return replace(asked, password=password).address


def _wrote(chosen: Namespace, file: Path, sentence: str) -> int:
    if chosen.json:
        show_json({"file": str(file)})
    else:
        show(sentence)
    return 0
