"""E-mails that are not sent yet, as files that mail programs open as drafts."""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from hashlib import sha256
from pathlib import PurePath
from typing import Final

from mixer_app.domain.unseen import without_unseen

_ATOMS: Final = r"[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*"
_ADDRESS: Final = re.compile(rf"{_ATOMS}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*", re.ASCII)
_TYPES: Final = {".pdf": ("application", "pdf"), ".ics": ("text", "calendar"), ".vcf": ("text", "vcard")}


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with an e-mail."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class MailDraft:
    """An e-mail to one person; the sender is whoever opens it."""

    to_name: str
    to: str
    subject: str
    text: str
    reply_to: str = ""
    attachments: tuple[Attachment, ...] = ()


def draft_file(draft: MailDraft) -> bytes | None:
    """The draft as a file, the same bytes whenever it is written; None where nobody can be written to.

    Outlook and Thunderbird look at `X-Unsent`, Apple Mail at the other one; whoever knows neither shows
    a message that can be forwarded.
    """
    to = _address(draft.to_name, draft.to)
    if to is None:
        return None
    message = EmailMessage(policy.SMTP)
    message["X-Unsent"] = "1"
    message["X-Uniform-Type-Identifier"] = "com.apple.mail-draft"
    message["To"] = to
    reply_to = _address("", draft.reply_to)
    if reply_to is not None:
        message["Reply-To"] = reply_to
    message["Subject"] = _one_line(draft.subject)
    message.set_content(without_unseen(draft.text), cte="quoted-printable")
    for attachment in draft.attachments:
        _attach(message, attachment)
    if draft.attachments:
        message.set_boundary(_boundary(draft.attachments))
    return message.as_bytes()


def can_be_written_to(address: str) -> bool:
    """Whether an e-mail address has the form of one."""
    return bool(_deliverable(address))


def _attach(message: EmailMessage, attachment: Attachment) -> None:
    kind = _TYPES[PurePath(attachment.name).suffix]
    message.add_attachment(attachment.content, *kind, filename=attachment.name)
    if kind[0] == "text":
        part = list(message.iter_attachments())[-1]
        part.set_param("charset", "utf-8")


def _address(name: str, address: str) -> Address | None:
    deliverable = _deliverable(address)
    return Address(_one_line(name), addr_spec=deliverable) if deliverable else None


def _deliverable(address: str) -> str:
    """The address with its host as mail servers know it; empty where it is none."""
    name, at, host = address.rpartition("@")
    with suppress(UnicodeError):  # no host
        address = f"{name}{at}{host.encode('idna').decode()}"
    return address if _ADDRESS.fullmatch(address) else ""


def _one_line(text: str) -> str:
    return " ".join(without_unseen(text).split())


def _boundary(attachments: Sequence[Attachment]) -> str:
    digest = sha256()
    for attachment in attachments:
        digest.update(attachment.name.encode() + attachment.content)
    return f"==={digest.hexdigest()[:40]}==="
