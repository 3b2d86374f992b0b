"""Everything that follows an evening in one folder, to be handed out or sent by the organizer’s own mail program."""

import re
import shutil
from collections.abc import Collection, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mixer_app.domain.brand import Brand
from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import Event
from mixer_app.domain.paper import FollowUpSummary
from mixer_app.domain.progress import Progress, report
from mixer_app.exchange.eml import can_be_written_to
from mixer_app.exchange.writing import Sheet, write_sheets
from mixer_app.services import events, people
from mixer_app.services.brand import event_brand
from mixer_app.services.follow_up_files import attachments_of, draft_of
from mixer_app.services.follow_up_mail import greeted, mail_subject, mail_text
from mixer_app.services.follow_up_sheets import follow_up_sheets
from mixer_app.services.paper import print_kit
from mixer_app.services.paper_contents import follow_up_summaries
from mixer_app.services.words import counted, listed
from mixer_app.store import Database, Session

if TYPE_CHECKING:
    from mixer_app.printing.paper import PrintKit

WORKBOOK: Final = "Follow-up.xlsx"
MAIL_MERGE: Final = "Mail merge"
SUMMARIES: Final = "Summaries"
CALENDARS: Final = "Calendars"
CONTACTS: Final = "Contacts"
DRAFTS: Final = "E-mails"
MERGE_COLUMNS: Final = (
    "email",
    "given_name",
    "name",
    "subject",
    "text",
    "summary_file",
    "calendar_file",
    "contact_files",
)
_TABLES: Final = (WORKBOOK, f"{MAIL_MERGE}.csv", f"{MAIL_MERGE}.xlsx")
_FOLDERS: Final = {SUMMARIES: "pdf", CALENDARS: "ics", CONTACTS: "vcf", DRAFTS: "eml"}
_OF_A_SYSTEM: Final = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
_CODE: Final = r"[0-9A-Z]{8}(?:-\d+)?"
_MOST_NAMES: Final = 5  # in a sentence
_FOR_TABLES: Final = 0.05  # of the whole work


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpFolder:
    """What was written."""

    folder: Path
    people: int
    drafts: int
    contact_cards: int
    without_address: tuple[str, ...]  # names of those to whom the summary must be handed
    not_printed: tuple[str, ...]  # sentences on what could not be printed as it should

    @property
    def sentences(self) -> list[str]:
        """What was written, and who has to be reached in another way."""
        files = [
            counted(self.drafts, "e-mail", "e-mails"),
            counted(self.contact_cards, "contact card", "contact cards"),
        ]
        told = [f"Wrote {self.folder} for {counted(self.people, 'person', 'people')}: {listed(files)}."]
        if self.without_address:
            more = len(self.without_address) - _MOST_NAMES
            names = [*self.without_address[:_MOST_NAMES], *([f"{more} more"] if more > 0 else [])]
            told.append(f"No e-mail address is known of {listed(names)}: print their pages in “{SUMMARIES}”.")
        return told


@dataclass(frozen=True, slots=True)
class _Content:
    event: Event
    brand: Brand
    summaries: list[FollowUpSummary]
    addresses: dict[str, str]  # by code
    sheets: list[Sheet]


def write_follow_up_folder(
    database: Database,
    event_id: int,
    out: Path,
    *,
    attendee_ids: Collection[int] | None = None,
    progress: Progress | None = None,
    kit: "PrintKit | None" = None,
) -> FollowUpFolder:
    """Write the folder `out`, for everyone who was there or for `attendee_ids` only.

    It holds for each person the summary, the dates, the contact cards and an e-mail that mail programs
    open as a draft, all named by the badge code; a table for mail merge; and the workbook of the follow-up.
    An earlier folder of this kind is replaced. The folder appears whole or not at all, also when `progress`
    cancels. Raises `MixerError` when there is nobody to write to, when `out` holds something else, or when
    the disk refuses.
    """
    report(progress, 0.0, "Reading")
    out = out.resolve()
    content = database.read(_gather, event_id, attendee_ids)
    with _in_place_of(out) as unfinished:
        written = _write_people(content, unfinished, out, kit or print_kit(), progress)
        report(progress, 1.0 - _FOR_TABLES, "Writing tables")
        write_sheets(unfinished / WORKBOOK, content.sheets)
        merge = Sheet(
            name=MAIL_MERGE, titles=MERGE_COLUMNS, rows=[_merge_row(content, one) for one in content.summaries]
        )
        for suffix in (".csv", ".xlsx"):
            write_sheets(unfinished / f"{MAIL_MERGE}{suffix}", [merge])
        report(progress, 1.0, "Writing tables")
    return written


def _gather(session: Session, event_id: int, chosen: Collection[int] | None) -> _Content:
    return _Content(
        events.find_event(session, str(event_id)),
        event_brand(session, event_id),
        follow_up_summaries(session, event_id, chosen),
        {person.code: person.email for person in people.list_attendees(session, event_id)},
        follow_up_sheets(session, event_id),
    )


def _write_people(
    content: _Content, folder: Path, out: Path, kit: "PrintKit", progress: Progress | None
) -> FollowUpFolder:
    from mixer_app.printing.follow_up import write_follow_up

    kit = kit.branded(content.brand)
    drafts, cards, not_printed = 0, 0, list[str]()
    for name in _FOLDERS:
        (folder / name).mkdir()
    for number, summary in enumerate(content.summaries):
        report(progress, (1.0 - _FOR_TABLES) * number / len(content.summaries), "Writing summaries and e-mails")
        page = folder / SUMMARIES / f"{summary.code}.pdf"
        not_printed += write_follow_up([summary], page, kit=kit).not_printed
        attachments = attachments_of(content.event, summary, page.read_bytes())
        for attachment in attachments[1:]:
            kind = CALENDARS if attachment.name.endswith(".ics") else CONTACTS
            (folder / kind / attachment.name).write_bytes(attachment.content)
        cards += len(attachments) - 2
        draft = draft_of(summary, content.addresses[summary.code], attachments)
        if draft is not None:
            drafts += 1
            (folder / DRAFTS / f"{summary.code}.eml").write_bytes(draft)
    return FollowUpFolder(
        folder=out,
        people=len(content.summaries),
        drafts=drafts,
        contact_cards=cards,
        without_address=tuple(
            one.name.full for one in content.summaries if not can_be_written_to(content.addresses[one.code])
        ),
        not_printed=tuple(dict.fromkeys(not_printed)),
    )


def _merge_row(content: _Content, summary: FollowUpSummary) -> list[str]:
    cards = sum(met.contact is not None for met in summary.met)
    return [
        content.addresses[summary.code],
        greeted(summary.name),
        summary.name.full,
        mail_subject(summary),
        mail_text(summary),
        f"{SUMMARIES}/{summary.code}.pdf",
        f"{CALENDARS}/{summary.code}.ics",
        "; ".join(f"{CONTACTS}/{summary.code}-{number}.vcf" for number in range(1, cards + 1)),
    ]


@contextmanager
def _in_place_of(out: Path) -> Generator[Path]:
    """A new folder that becomes `out` when all went well; otherwise nothing has changed."""
    unfinished, before = (out.with_name(f".{out.name}.mixer-{what}") for what in ("part", "before"))
    try:
        _put_back(out, before)  # of a computer that went off in the middle
        shutil.rmtree(unfinished, ignore_errors=True)
        if out.exists() and not _is_ours(out):
            raise MixerError(f"“{out}” holds something else. Choose a new folder, or an empty one.")
        if not out.parent.is_dir():
            raise MixerError(f"There is no folder “{out.parent}”. Choose a folder that exists.")
        unfinished.mkdir()
        yield unfinished
        if out.exists():
            out.rename(before)
        unfinished.rename(out)
    except (OSError, MixerError) as failure:
        raise _in_words(failure, out) from failure
    finally:
        _put_back(out, before)
        for leftover in (unfinished, before):
            shutil.rmtree(leftover, ignore_errors=True)


def _put_back(out: Path, before: Path) -> None:
    if before.exists() and not out.exists():
        before.rename(out)


def _in_words(failure: Exception, out: Path) -> Exception:
    """A disk that is full is told of the folder that was asked for, not of a file that nobody will find."""
    cause = failure if isinstance(failure, OSError) else failure.__cause__
    if not isinstance(cause, OSError):
        return failure
    reason = cause.strerror or cause
    return MixerError(f"“{out}” could not be written: {reason}. Make room there, or choose another place.")


def _is_ours(folder: Path) -> bool:
    """Whether a folder is empty or holds nothing but what an earlier one of this kind held."""
    if not folder.is_dir():
        return False
    return all(_belongs(path.relative_to(folder)) for path in folder.rglob("*"))


def _belongs(path: Path) -> bool:
    if path.name in _OF_A_SYSTEM:
        return True
    if len(path.parts) == 1:
        return path.name in _TABLES or path.name in _FOLDERS
    suffix = _FOLDERS.get(path.parts[0])
    return suffix is not None and len(path.parts) == 2 and bool(re.fullmatch(rf"{_CODE}\.{suffix}", path.name))
