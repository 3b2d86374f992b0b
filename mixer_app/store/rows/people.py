"""Tables of people: a person across events, an attendee of one event, and all they said."""

from datetime import datetime, time
from enum import StrEnum
from typing import Final

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mixer_app.domain.people import Status
from mixer_app.domain.roles import Role
from mixer_app.store.rows.base import JsonList, Row, words


class Side(StrEnum):
    """Whether a topic or need is asked for or offered."""

    WANTED = "wanted"
    OFFERED = "offered"


class WishKind(StrEnum):
    """Someone to meet, or someone never to meet."""

    WISH = "wish"
    KEEP_APART = "keep apart"


class PersonRow(Row):
    """A person known across events, by what recognises them again."""

    __tablename__ = "persons"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    name_key: Mapped[str]
    email_key: Mapped[str] = mapped_column(index=True)
    external_id: Mapped[str] = mapped_column(index=True)
    created_at: Mapped[datetime]
    merged_into: Mapped[int | None] = mapped_column(index=True)  # the person who stands for this one


class AttendeeRow(Row):
    """A person's registration for one event, and where they stand on the evening."""

    __tablename__ = "attendees"
    __table_args__ = (
        UniqueConstraint("event_id", "person_id"),
        UniqueConstraint("code", "event_id"),  # drawn anew for each person of the database; an event brings its own
        Index(None, "event_id", "email_key"),
        Index(None, "event_id", "name_key"),
        Index(None, "event_id", "external_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    code: Mapped[str]
    role: Mapped[Role] = mapped_column(words(Role))
    status: Mapped[Status] = mapped_column(words(Status))
    checked_in_at: Mapped[datetime | None]
    checked_in_where: Mapped[str]
    left_at: Mapped[datetime | None]
    badge_printed_at: Mapped[datetime | None]
    walk_in: Mapped[bool]
    updated_at: Mapped[datetime]

    full_name: Mapped[str]
    given_name: Mapped[str]
    family_name: Mapped[str]
    native_name: Mapped[str]
    name_key: Mapped[str]
    external_id: Mapped[str]
    email: Mapped[str]
    email_key: Mapped[str]
    phone: Mapped[str]
    pronouns: Mapped[str]
    employer: Mapped[str]
    title: Mapped[str]
    field: Mapped[str]
    region: Mapped[str]
    languages: Mapped[JsonList]
    experience_years: Mapped[float | None]
    experience_grade: Mapped[str]
    goal: Mapped[str]
    remote_ok: Mapped[bool | None]
    contact_frequency: Mapped[str]
    contact_means: Mapped[str]
    contact_consent: Mapped[bool | None]
    email_consent: Mapped[bool | None]
    phone_consent: Mapped[bool | None]
    introductions_limit: Mapped[int | None]
    continuing_limit: Mapped[int | None]
    arrives: Mapped[time | None]
    leaves: Mapped[time | None]
    rests: Mapped[JsonList]
    staff_note: Mapped[str]
    colleagues_ok: Mapped[bool | None]
    merged_into: Mapped[int | None] = mapped_column(index=True)  # the attendee who has it all now
    forgotten_at: Mapped[datetime | None]  # an empty place since then: whoever it was is erased


class AttendeeTopicRow(Row):
    """A topic that an attendee asks for or offers; `position` is the order of choice."""

    __tablename__ = "attendee_topics"

    attendee_id: Mapped[int] = mapped_column(ForeignKey("attendees.id", ondelete="CASCADE"), primary_key=True)
    side: Mapped[Side] = mapped_column(words(Side), primary_key=True)
    topic_id: Mapped[int] = mapped_column(ForeignKey("topics.id", ondelete="CASCADE"), primary_key=True, index=True)
    position: Mapped[int]


class AttendeeNeedRow(Row):
    """A need that an attendee brings or has been through; `position` is the order of choice."""

    __tablename__ = "attendee_needs"

    attendee_id: Mapped[int] = mapped_column(ForeignKey("attendees.id", ondelete="CASCADE"), primary_key=True)
    side: Mapped[Side] = mapped_column(words(Side), primary_key=True)
    need_id: Mapped[int] = mapped_column(ForeignKey("needs.id", ondelete="CASCADE"), primary_key=True, index=True)
    position: Mapped[int]


class WishRow(Row):
    """Someone whom an attendee named, as typed, and who that is as far as it is clear."""

    __tablename__ = "wishes"

    attendee_id: Mapped[int] = mapped_column(ForeignKey("attendees.id", ondelete="CASCADE"), primary_key=True)
    kind: Mapped[WishKind] = mapped_column(words(WishKind), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    text: Mapped[str]
    target_id: Mapped[int | None] = mapped_column(ForeignKey("attendees.id", ondelete="SET NULL"), index=True)


class ImportedAnswerRow(Row):
    """An answer of a registration form under its own question."""

    __tablename__ = "imported_answers"

    attendee_id: Mapped[int] = mapped_column(ForeignKey("attendees.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    question: Mapped[str]
    answer: Mapped[str]


PLAIN_FIELDS: Final = (
    "external_id",
    "email",
    "phone",
    "pronouns",
    "employer",
    "title",
    "field",
    "region",
    "experience_years",
    "experience_grade",
    "goal",
    "remote_ok",
    "contact_frequency",
    "contact_means",
    "contact_consent",
    "email_consent",
    "phone_consent",
    "introductions_limit",
    "continuing_limit",
    "arrives",
    "leaves",
    "staff_note",
    "colleagues_ok",
)
"""Fields of a registration that are columns of the same name."""
