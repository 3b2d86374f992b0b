"""People, and what they said of themselves when they registered for an event."""

from dataclasses import dataclass, fields
from datetime import datetime, time
from enum import StrEnum

from mixer_app.domain.roles import Role


class Status(StrEnum):
    """Where an attendee stands on the evening."""

    REGISTERED = "registered"
    CHECKED_IN = "checked in"
    LEFT = "left"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A name in the case and script it came in.

    `full` is never empty. `given` and `family` are empty when only the whole is known.
    `native` is the form in the person's own script when `full` is a transliteration of it.
    """

    full: str
    given: str = ""
    family: str = ""
    native: str = ""

    @property
    def shown(self) -> str:
        """The form for one line: own script first, then the Latin form."""
        return f"{self.native} {self.full}" if self.native else self.full


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """What people tell of themselves.

    For a mentee, `needs_wanted` and `topics_wanted` are what they bring (first choice first);
    for a mentor, `needs_offered` is what they have been through, `topics_offered` what they can
    talk about, `topics_wanted` what they would like to gain. Someone who is both has all four.
    Empty text, an empty tuple and None all mean "not answered", which is neutral everywhere.
    """

    name: PersonName
    external_id: str = ""
    email: str = ""
    phone: str = ""
    pronouns: str = ""
    employer: str = ""
    title: str = ""
    field: str = ""
    region: str = ""
    languages: tuple[str, ...] = ()
    experience_years: float | None = None
    experience_grade: str = ""  # of MatchingRules.experience_scale
    needs_wanted: tuple[str, ...] = ()
    needs_offered: tuple[str, ...] = ()
    topics_wanted: tuple[str, ...] = ()
    topics_offered: tuple[str, ...] = ()
    goal: str = ""
    remote_ok: bool | None = None
    contact_frequency: str = ""
    contact_means: str = ""
    contact_consent: bool | None = None
    email_consent: bool | None = None  # to share this one of the two; None: as `contact_consent`
    phone_consent: bool | None = None
    introductions_limit: int | None = None  # most introductions over the evening
    continuing_limit: int | None = None  # most mentees a mentor goes on with
    arrives: time | None = None  # later than the start
    leaves: time | None = None  # before the end
    rests: tuple[int, ...] = ()  # rounds, from 1, in which a mentor's table rests
    wishes: tuple[str, ...] = ()  # names, e-mails or codes of people to meet
    keep_apart: tuple[str, ...] = ()  # the same, of people never to meet
    staff_note: str = ""
    colleagues_ok: bool | None = None  # to meet people of the same employer; None: as the event has it
    answers: tuple[tuple[str, str], ...] = ()  # every imported answer under its own question


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration(Particulars):
    """A registration as it arrives: typed in at the desk, or a row of a file."""

    role: Role | None = None  # None: to be asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee(Particulars):
    """A person's registration for one event, as it is stored."""

    id: int
    person_id: int
    event_id: int
    code: str
    role: Role
    status: Status
    checked_in_at: datetime | None = None  # UTC, aware
    checked_in_where: str = ""  # station
    left_at: datetime | None = None
    badge_printed_at: datetime | None = None
    walk_in: bool = False
    updated_at: datetime
    forgotten_at: datetime | None = None  # an empty place since then: whoever it was is erased
    merged_into: int | None = None  # the attendee who is the same person and has it all now
    also_codes: tuple[str, ...] = ()  # of badges that this attendee wore before others were merged into them
    also_emails: tuple[str, ...] = ()  # other addresses under which this attendee was registered before that

    @property
    def here(self) -> bool:
        """Whether this attendee is in the room."""
        return self.status is Status.CHECKED_IN

    @property
    def emails(self) -> tuple[str, ...]:
        """Every e-mail address that is known of this attendee, the one to write to first, if there is one."""
        return (*((self.email,) if self.email else ()), *self.also_emails)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadCounts:
    """People of an event; those with both roles count with the mentors."""

    registered: int
    here: int
    mentors: int
    mentors_here: int
    mentees: int
    mentees_here: int
    walk_ins: int


def registration_of(attendee: Attendee) -> Registration:
    """What an attendee said, without what the evening made of it."""
    return Registration(**{one.name: getattr(attendee, one.name) for one in fields(Registration)})
