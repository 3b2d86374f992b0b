"""What stands on each printed page, decided before anything is drawn.

Nothing here holds a sensitive need, a keep-apart, a score of one pair, or a contact outside a
mutual match: services leave those out, so that no page can print them.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from mixer_app.domain.people import PersonName
from mixer_app.domain.roles import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeRound:
    """One round on the back of a badge; no table means free."""

    number: int
    starts_at: datetime
    table: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeBack:
    """The back, or the other part of a folded badge: a person's rounds, or a text for all."""

    rounds: tuple[BadgeRound, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeFace:
    """One badge; `name` is None on a spare blank badge."""

    event_name: str
    code: str
    role: Role
    name: PersonName | None
    title: str = ""
    employer: str = ""
    pronouns: str = ""
    topics: tuple[str, ...] = ()  # "ask me about", in the order of choice
    back: BadgeBack = BadgeBack()


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetMeeting:
    """One partner in one round of a match sheet."""

    name: PersonName
    title: str = ""
    employer: str = ""
    why: tuple[str, ...] = ()  # sentences of evidence
    shared: tuple[str, ...] = ()  # topics and needs to be set in bold inside `why`
    prompts: tuple[str, ...] = ()  # questions to begin with


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRound:
    """One round of a match sheet; no meetings and no table means free."""

    number: int
    starts_at: datetime
    table: int | None = None
    meetings: tuple[SheetMeeting, ...] = ()
    company: tuple[str, ...] = ()  # given names of the others at the table


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchSheet:
    """A person's evening: where to be when, with whom and why."""

    event_name: str
    day: date
    code: str
    role: Role
    name: PersonName
    title: str = ""
    employer: str = ""
    goal: str = ""
    rounds: tuple[SheetRound, ...] = ()
    plan_version: int = 1
    replaces: int | None = None  # the version that the person had in hand before


@dataclass(frozen=True, slots=True, kw_only=True)
class TableHost:
    """A mentor as the table card names them."""

    name: PersonName
    title: str = ""
    employer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCard:
    """The tent card of one table."""

    event_name: str
    table: int
    hosts: tuple[TableHost, ...] = ()
    round_starts: tuple[datetime, ...] = ()
    minutes: int = 0  # of a round; 0 leaves the sentence about the length out


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInLine:
    """One person on the sign-in list."""

    name: PersonName
    employer: str
    role: Role
    code: str
    checked_in_at: datetime | None = None  # the venue's wall clock
    tables: tuple[int | None, ...] = ()  # of the rounds of the list, in their order; None: free


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInList:
    """All people of an event for the desk, by family name."""

    event_name: str
    day: date
    lines: tuple[SignInLine, ...]
    rounds: tuple[int, ...] = (1,)
    as_of: datetime | None = None  # the venue's wall clock; None: a list to sign on, ahead of the evening
    seen_at: datetime | None = None  # what other stations did is known until then; None: until `as_of`


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedContact:
    """What someone agreed to share after a mutual match."""

    email: str = ""
    phone: str = ""
    means: str = ""
    frequency: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MetPerson:
    """One talk that took place as far as the evening knows, as its follow-up summary tells it.

    It is the same whatever was answered, but for mutual matches.
    """

    round: int  # 0: met outside the plan
    name: PersonName
    title: str = ""
    employer: str = ""
    talked_about: tuple[str, ...] = ()
    code: str = ""
    mutual: bool = False  # both said yes
    contact: SharedContact | None = None  # only where both said yes, agreed to share, and go on
    often: str = ""  # how often both like to be in contact, compared; only with a contact
    means: str = ""  # by which means, compared; only with a contact
    waits: str = ""  # where the mentor has no place left: what is said about the waiting list


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestedPerson:
    """Someone to be introduced to, and why; no contact is given."""

    name: PersonName
    title: str = ""
    employer: str = ""
    words: str = ""  # such as "went through relocation, 12 years ahead"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpSummary:
    """What an attendee takes home."""

    event_name: str
    day: date
    code: str
    role: Role
    name: PersonName
    goal: str = ""
    met: tuple[MetPerson, ...] = ()
    two_weeks: date
    three_months: date
    suggestion: str = ""
    referred_to: tuple[SuggestedPerson, ...] = ()  # who has agreed to hear from this person; who referred is not told
    suggested: tuple[SuggestedPerson, ...] = ()  # whom staff suggest who has no match; nobody has been asked
    invited: bool = False  # to the next event, by staff; only who has no match
    questions_to: str = ""  # the organizer's e-mail address


@dataclass(frozen=True, slots=True, kw_only=True)
class Supply:
    """How many ask for a need or topic and how many offer it."""

    name: str
    wanted: int
    offered: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCounts:
    """How one side answered "would you like to stay in touch?"."""

    people: int
    yes: int
    no: int
    referred: int
    open: int

    @property
    def parts(self) -> tuple[int, int, int, int]:
        """Yes, no, referred on, no answer."""
        return self.yes, self.no, self.referred, self.open


@dataclass(frozen=True, slots=True, kw_only=True)
class YearCount:
    """Attendance of one event of the series, and what came of it where that is known."""

    label: str
    came: int
    registered: int
    introductions: int = 0  # held
    mentees: int = 0  # who came
    strong: int = 0  # mentees with a strong match
    mutual: int | None = None  # matches; None while most answers are missing


@dataclass(frozen=True, slots=True, kw_only=True)
class EventReport:
    """The figures of an evening, true counts; what is too small to show is decided when drawing."""

    event_name: str
    day: date
    rounds: int
    minutes: int
    tables: int
    registered: int
    came: int
    mentors: int  # who came
    mentees: int  # who came
    introductions_planned: int
    introductions_held: int
    strong_mentees: int
    strong: float
    mutual_matches: int
    arrivals: tuple[tuple[datetime, int], ...]  # wall clock, people in the room from then on
    round_times: tuple[tuple[datetime, datetime], ...]
    years: tuple[YearCount, ...] = ()  # earlier events first, this one last
    meetings_per_mentee: tuple[tuple[int, int], ...] = ()  # (meetings, mentees)
    scores: tuple[float, ...] = ()  # one for each introduction held
    mentor_loads: tuple[int, ...] = ()
    proven_fair: bool = False
    needs: tuple[Supply, ...] = ()  # sensitive ones left out
    topics: tuple[Supply, ...] = ()
    mentee_answers: AnswerCounts
    mentor_answers: AnswerCounts
    mutual_per_mentee: tuple[tuple[int, int], ...] = ()  # (mutual matches, mentees)
    mentors_with_match: int = 0
    helped: tuple[int, ...] = ()  # how many gave "this helped" each mark from 1 to 5; empty where fewer than five did
    referrals: int = 0
    sheets: int = 0  # answer sheets of those who met somebody
    sheets_in: int = 0  # of which this many were answered, wholly or partly
    late_arrivals: int = 0  # after the first round had begun


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperReport:
    """What became of a document: how many pages, and in sentences what could not be printed as it should."""

    pages: int
    not_printed: list[str]
    missing: tuple[str, ...] = ()  # of these, what has letters that no font has
    labels: int = 0  # that were drawn on, of documents on labels
    remarks: tuple[str, ...] = ()  # what the stock has no room for, whoever it is
    whole: bool = True  # False where only the first pages were wanted, and there are more


@dataclass(frozen=True, slots=True, kw_only=True)
class PageImage:
    """One page as a picture: rows from the top, three bytes (red, green, blue) a pixel."""

    width: int
    height: int
    rgb: bytes


class OpenPages(Protocol):
    """A written document that stays open, so that each of its pages (from 0) is there at once; any thread may ask."""

    def picture(self, page: int, dpi: float, rows: range | None = None) -> PageImage:
        """A page at a resolution, or only some rows of its pixels."""
        ...

    def size_mm(self, page: int) -> tuple[float, float]:
        """Width and height of a page."""
        ...

    def look_up_pages(self) -> int:
        """Find the last page, and so all before; how many there are."""
        ...
