"""`mixer-app export`: tables, calendars, and the folder of everything that follows an evening."""

from argparse import Namespace
from typing import TYPE_CHECKING, Final

from mixer_app.cli.terminal import show, show_json, tell, working

if TYPE_CHECKING:
    from mixer_app.domain.events import Event
    from mixer_app.services.database import Database

EXPORTS: Final = ("people", "plan", "follow-up", "follow-up-folder", "calendar")


def export(chosen: Namespace, database: "Database", event: "Event") -> None:
    """Write what was chosen, and say what was written."""
    if chosen.table == "follow-up-folder":
        _folder(chosen, database, event)
        return
    from mixer_app.services import event_calendar, exports

    write = {
        "people": exports.export_people,
        "plan": exports.export_plan,
        "follow-up": exports.export_follow_up,
        "calendar": event_calendar.export_calendar,
    }
    rows = write[chosen.table](database, event.id, chosen.out)
    if chosen.json:
        show_json({"file": str(chosen.out), "rows": rows})
        return
    what = ("date", "dates") if chosen.table == "calendar" else ("row", "rows")
    show(f"Wrote {chosen.out}, {rows} {what[rows != 1]}.")


def _folder(chosen: Namespace, database: "Database", event: "Event") -> None:
    from mixer_app.services.follow_up_folder import write_follow_up_folder

    with working() as progress:
        written = write_follow_up_folder(database, event.id, chosen.out, progress=progress)
    tell(*written.not_printed)
    if chosen.json:
        show_json(
            {
                "folder": str(written.folder),
                "people": written.people,
                "drafts": written.drafts,
                "contact_cards": written.contact_cards,
                "without_address": list(written.without_address),
                "not_printed": list(written.not_printed),
            }
        )
        return
    show(*written.sentences)
