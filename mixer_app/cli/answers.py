"""What commands answer: the JSON of the contract, and sentences for people."""

from typing import TYPE_CHECKING

from mixer_app.cli.terminal import show, tell

if TYPE_CHECKING:
    from mixer_app.domain.events import Event
    from mixer_app.domain.imports import ImportAccount
    from mixer_app.services.check_in import CheckInResult


def event_json(event: "Event") -> dict[str, object]:
    """A new event for programs."""
    return {
        "id": event.id,
        "name": event.name,
        "starts_at": event.starts_at.isoformat(),
        "rounds": event.rounds,
        "minutes": event.minutes,
        "seats": event.seats,
    }


def show_account(account: "ImportAccount", *, dry_run: bool) -> None:
    """Tell people what became of every row; warnings go to standard error."""
    would = "Would import" if dry_run else "Imported"
    show(
        f"{would} {account.rows} rows: {account.added} added, {account.updated} updated, "
        f"{account.unchanged} unchanged, {len(account.skipped)} skipped, {len(account.rejected)} rejected."
    )
    show(*(f"  {row.file}, row {row.row}: skipped. {row.reason}" for row in account.skipped))
    show(*(f"  {row.file}, row {row.row}: {row.field} “{row.value}”. {row.reason}" for row in account.rejected))
    tell(*account.warnings)


def check_in_json(result: "CheckInResult") -> dict[str, object]:
    """One answer of `check-in`; its keys are a contract with other programs."""
    person = result.attendee
    return {
        "code": person.code if person else result.key,
        "name": person.name.full if person else None,
        "role": person.role.value if person else None,
        "status": result.status.value,
        "at": result.at.isoformat() if result.at else None,
    }


def check_in_sentence(result: "CheckInResult") -> str:
    """The answer for people."""
    from mixer_app.services.wall_clock import venue_time

    person = result.attendee
    who = f"{person.name.full}, {person.role}" if person else result.key
    at = f" at {venue_time(result.at):%H:%M}" if result.at else ""
    where = f", {result.where}" if result.where else ""
    sentences = {
        "checked-in": f"{who}: checked in.",
        "already": f"{who}: already here, checked in{at}{where}.",
        "undone": f"{who}: check-in taken back.",
    }
    return sentences[result.status.value]
