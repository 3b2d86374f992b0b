"""Each command: open the database, call one service, show what came of it."""

from argparse import Namespace
from datetime import datetime, time, timedelta
from pathlib import Path
from random import SystemRandom
from typing import TYPE_CHECKING, Final

from mixer_app.cli.answers import check_in_json, check_in_sentence, event_json, show_account
from mixer_app.cli.mapping_file import MappingFile, read_mapping_file
from mixer_app.cli.opening import STATION, now, opened_database, opened_event
from mixer_app.cli.terminal import show, show_json, tell, working

if TYPE_CHECKING:
    from mixer_app.domain.imports import ImportFile
    from mixer_app.domain.stock import Flip
    from mixer_app.services.database import Database
    from mixer_app.services.paper import DocumentOptions

_START: Final = time(18, 0)
_DOORS_BEFORE: Final = timedelta(minutes=45)


def open_application(chosen: Namespace) -> int:
    """`mixer-app`."""
    from mixer_app.app import run_application

    return run_application(
        chosen.database,
        chosen.event,
        demo=False,
        station=chosen.station,
        watch_ms=chosen.watch,
        plain_allowed=chosen.allow_plain,
    )


def demo(chosen: Namespace) -> int:
    """`mixer-app demo`."""
    from mixer_app.app import run_application

    return run_application(
        chosen.database,
        chosen.event,
        demo=True,
        station=chosen.station,
        watch_ms=chosen.watch,
        plain_allowed=chosen.allow_plain,
    )


def kiosk(chosen: Namespace) -> int:
    """`mixer-app kiosk`: in a process of its own, which is started again whenever it crashes."""
    if not chosen.no_restart:
        from mixer_app.cli.kiosk_keeper import keep_kiosk

        return keep_kiosk(chosen)
    from mixer_app.app import run_kiosk

    return run_kiosk(
        chosen.database,
        chosen.event,
        station=chosen.station,
        screen=chosen.screen,
        printer=chosen.printer,
        scanner=chosen.scanner,
        plain_allowed=chosen.allow_plain,
    )


def projector(chosen: Namespace) -> int:
    """`mixer-app projector`."""
    from mixer_app.app import run_projector

    part, parts = chosen.part
    return run_projector(
        chosen.database,
        chosen.event,
        screen=chosen.screen,
        part=part,
        parts=parts,
        full=not chosen.window,
        plain_allowed=chosen.allow_plain,
    )


def rehearse(chosen: Namespace) -> int:
    """`mixer-app rehearse`."""
    from mixer_app.services.rehearsal import RehearsalRequest, rehearse

    request = RehearsalRequest(
        out=chosen.out,
        files=tuple(_import_files(chosen.files, chosen.role, chosen.mapping)),
        rounds=chosen.rounds,
        seats=chosen.seats,
        no_show=chosen.no_show,
        late=chosen.late,
        seed=chosen.seed,
    )
    with working() as progress:
        account = rehearse(request, progress=progress)
    if chosen.json:
        show_json(account.as_json)
    else:
        show(*account.sentences, f"Everything is in {chosen.out}. To open the window: mixer-app demo")
    return 0


def new(chosen: Namespace) -> int:
    """`mixer-app new`."""
    from mixer_app.domain.events import EventPlanning
    from mixer_app.services.events import create_event

    given = chosen.date
    starts_at = given.replace(tzinfo=None) if isinstance(given, datetime) else datetime.combine(given, _START)
    if chosen.start:
        starts_at = datetime.combine(starts_at.date(), chosen.start)
    planning = EventPlanning(
        name=chosen.name,
        starts_at=starts_at,
        doors_at=datetime.combine(starts_at.date(), chosen.doors) if chosen.doors else starts_at - _DOORS_BEFORE,
        rounds=chosen.rounds,
        minutes=chosen.minutes,
        break_minutes=chosen.break_minutes,
        seats=chosen.seats,
        venue=chosen.venue,
        contact_email=chosen.contact,
    )
    with opened_database(chosen) as database:
        event = database.write(create_event, planning, station=STATION, now=now())
    if chosen.json:
        show_json(event_json(event))
    else:
        show(f"Made the event {event.name} (#{event.id}) on {event.date.isoformat()}. Next: mixer-app import FILE")
    return 0


def import_registrations(chosen: Namespace) -> int:
    """`mixer-app import`."""
    from mixer_app.services.imports import account_as_json, import_files

    files = _import_files(chosen.files, chosen.role, chosen.mapping)
    with opened_event(chosen) as (database, event), working() as progress:
        account = import_files(
            database,
            event.id,
            files,
            station=STATION,
            now=now(),
            dice=SystemRandom(),
            dry_run=chosen.dry_run,
            progress=progress,
        )
    if chosen.json:
        show_json(account_as_json(account))
    else:
        show_account(account, dry_run=chosen.dry_run)
    return 0


def check_in(chosen: Namespace) -> int:
    """`mixer-app check-in`: each key is a transaction of its own, so one wrong key holds up nobody."""
    from mixer_app.services.check_in import CheckInStatus, check_in, undo_check_in

    act = undo_check_in if chosen.undo else check_in
    with opened_event(chosen) as (database, event):
        results = [database.write(act, event.id, key, station=STATION, now=now()) for key in chosen.keys]
    unknown = [result.key for result in results if result.status is CheckInStatus.UNKNOWN]
    if chosen.json:
        show_json([check_in_json(result) for result in results])
    else:
        show(*(check_in_sentence(result) for result in results if result.attendee))
    if unknown:
        tell(*(f"Nobody at {event.name} has “{key}”. Check the code or the e-mail address." for key in unknown))
    return 1 if unknown else 0


def plan(chosen: Namespace) -> int:
    """`mixer-app plan`."""
    from mixer_app.services.plan_account import plan_as_json
    from mixer_app.services.plan_words import verdict
    from mixer_app.services.planning import plan_event

    with opened_event(chosen) as (database, event):
        with working() as progress:
            made = plan_event(
                database,
                event.id,
                everyone=chosen.everyone,
                seed=chosen.seed,
                station=STATION,
                clock=now,
                progress=progress,
            )
        if chosen.json:
            show_json(database.read(plan_as_json, made))
            return 0
        said = verdict(made, event.rules.strong)
        show(
            f"Plan {made.version} for {len(made.mentor_ids)} mentors and {len(made.mentee_ids)} mentees.",
            f"{said.headline}: {len(made.introductions)} introductions. {said.detail}".rstrip(),
        )
        if made.without:
            show(f"{len(made.without)} without an introduction; --json says who and why.")
    return 0


def print_document(chosen: Namespace) -> int:
    """`mixer-app print`."""
    from mixer_app.services.paper import Document, LabelChoice, print_document

    if refusal := _refused_options(chosen):
        tell(refusal)
        return 2
    with opened_event(chosen) as (database, event), working() as progress:
        done = print_document(
            database,
            event.id,
            Document(chosen.document),
            chosen.out,
            labels=LabelChoice(stock=chosen.stock, start_at=chosen.start_at, flip=_flip(chosen)),
            options=_document_options(chosen, database, event.id),
            now=now(),
            progress=progress,
        )
    tell(*done.not_printed)
    if chosen.json:
        show_json({"file": str(chosen.out), "pages": done.pages, "not_printed": list(done.not_printed)})
    else:
        show(f"Wrote {chosen.out}, {done.pages} {'page' if done.pages == 1 else 'pages'}.")
    return 0


def _flip(chosen: Namespace) -> "Flip":
    from mixer_app.domain.stock import Flip

    return Flip(chosen.two_sided.replace("-", " ")) if chosen.two_sided else Flip.NONE


def _refused_options(chosen: Namespace) -> str:
    """Why an option does not go with the document; empty if all do."""
    only = {
        "--round": (chosen.round is not None, ("round-sheets",)),
        "--by-person": (chosen.by_person, ("round-sheets",)),
        "--since": (chosen.since is not None, ("change-slips",)),
        "--plan": (chosen.plan is not None, ("change-slips",)),
        "--two-sided": (chosen.two_sided is not None, ("badges",)),
        "--paper": (chosen.paper is not None, ("round-sheets", "change-slips")),
        "--format": (chosen.format is not None, ("match-sheets",)),
        "--no-times": (chosen.no_times, ("table-cards",)),
        "--large-print": (chosen.large_print, ("follow-up",)),
    }
    for option, (given, documents) in only.items():
        if given and chosen.document not in documents:
            return f"{option} is for {' and '.join(documents)} only."
    return ""


def _document_options(chosen: Namespace, database: "Database", event_id: int) -> "DocumentOptions":
    from mixer_app.domain.round_paper import PageSize
    from mixer_app.domain.sheet_formats import SheetFormat
    from mixer_app.services.change_slips import find_versions
    from mixer_app.services.paper import DocumentOptions

    compared = chosen.since is not None or chosen.plan is not None
    return DocumentOptions(
        rounds=frozenset({chosen.round}) if chosen.round is not None else None,
        by_person=chosen.by_person,
        page=PageSize(chosen.paper) if chosen.paper else None,
        versions=database.read(find_versions, event_id, old=chosen.since, new=chosen.plan) if compared else None,
        sheet=SheetFormat(chosen.format or SheetFormat.FOLDED),
        large_print=chosen.large_print,
        times=not chosen.no_times,
    )


def export(chosen: Namespace) -> int:
    """`mixer-app export`."""
    from mixer_app.services import exports

    write = {"people": exports.export_people, "plan": exports.export_plan, "follow-up": exports.export_follow_up}
    with opened_event(chosen) as (database, event):
        rows = write[chosen.table](database, event.id, chosen.out)
    if chosen.json:
        show_json({"file": str(chosen.out), "rows": rows})
    else:
        show(f"Wrote {chosen.out}, {rows} {'row' if rows == 1 else 'rows'}.")
    return 0


def self_check(chosen: Namespace) -> int:
    """`mixer-app self-check`."""
    from mixer_app.self_check import run

    outcomes = run()
    if chosen.json:
        show_json([{"check": outcome.name, "trouble": outcome.trouble} for outcome in outcomes])
    else:
        show(*(f"ok: {outcome.name}" for outcome in outcomes if not outcome.trouble))
    failed = [f"failed: {outcome.name}. {outcome.trouble}" for outcome in outcomes if outcome.trouble]
    tell(*failed)
    return 1 if failed else 0


def _import_files(paths: list[Path], role: str | None, mapping_file: Path | None) -> "list[ImportFile]":
    from mixer_app.domain.imports import ImportFile
    from mixer_app.domain.roles import Role

    mapping = read_mapping_file(mapping_file) if mapping_file else MappingFile(fields={})
    said = Role(role) if role else None
    return [ImportFile(path=path, role=said, mapping=mapping.fields, grades=mapping.grades) for path in paths]
