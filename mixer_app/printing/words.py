"""Every word that stands on paper, in one place, so that a translation has one place to change."""

import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from mixer_app.domain.badge_design import BadgePart
from mixer_app.domain.people import PersonName
from mixer_app.domain.roles import Role

ROLE: Final = {Role.MENTOR: "Mentor", Role.MENTEE: "Mentee"}
APPLICATION: Final = "Mentor Mixer"
TABLE: Final = "Table"

_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_NUMBERS: Final = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_TENS: Final = {
    20: "twenty",
    30: "thirty",
    40: "forty",
    50: "fifty",
    60: "sixty",
    70: "seventy",
    80: "eighty",
    90: "ninety",
}


def day(value: date) -> str:
    """`Thursday 15 April`."""
    return f"{_DAYS[value.weekday()]} {value.day} {_MONTHS[value.month - 1]}"


def day_and_year(value: date) -> str:
    """`Thursday 15 April 2027`."""
    return f"{day(value)} {value.year}"


def short_day(value: date) -> str:
    """`Thu 29 April`."""
    return f"{_DAYS[value.weekday()][:3]} {value.day} {_MONTHS[value.month - 1]}"


def clock(value: datetime) -> str:
    """`18:05`."""
    return f"{value:%H:%M}"


def number(value: int) -> str:
    """`four`; figures where the word would be long."""
    if value < len(_NUMBERS):
        return _NUMBERS[value]
    return _TENS.get(value, f"{value:,}".replace(",", "\u202f"))


def count(value: int, one: str, many: str = "") -> str:
    """`one mentor`, `four mentors`."""
    return f"{number(value)} {one if value == 1 else many or one + 's'}"


def capital(sentence: str) -> str:
    """The sentence with a capital first letter."""
    return sentence[:1].upper() + sentence[1:]


def listed(names: Sequence[str]) -> str:
    """`Sven and Mei-Ling`; `A, B and C`."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def job(title: str, employer: str) -> str:
    """`Chief Medical Officer, St Brigid’s Health`."""
    return ", ".join(part for part in (title, employer) if part)


def called(name: PersonName) -> str:
    """The given name where it is known, else the first word."""
    return name.given or name.full.split(" ")[0]


def name_in_a_list(name: PersonName, mark: str) -> str:
    """Own script first, then the Latin form, the way of the page's direction `mark` whichever way the first goes."""
    return f"{mark}{name.shown}" if name.native else name.full


def missing_characters(text: str, missing: Sequence[str]) -> str:
    """Which characters of a text no bundled font has."""
    named = listed([f"{unicodedata.name(one, 'unnamed').lower()} (U+{ord(one):04X})" for one in missing])
    return f"“{text}”: no bundled font has {named}. Ask for another spelling."


def name_in_small_letters(name: str) -> str:
    """A name that fits only in letters smaller than the rules allow."""
    return f"{name}: the name is too long and is printed in small letters. Use a larger stock or a short form."


def shortened_on_badge(name: str, text: str) -> str:
    """A title or employer that is too long for its line."""
    return f"{name}: “{text}” is too long for the badge and is shortened. Give it a short form."


def no_room(missed: Sequence[str]) -> str:
    """`These labels have no room for the topics and the logo`."""
    return f"These labels have no room for {listed(missed)}."


class BadgeWords:
    """Words on badges."""

    ASK_ME: Final = "Ask me about"
    TITLE: Final = "Badges"
    PROGRESS: Final = "Drawing badges"
    TEXT_TOO_LONG: Final = "The text for the back of the badges is too long for this stock, and ends too early."

    @staticmethod
    def table(number: int | None) -> str:
        """`Table 7`, or that the round is free."""
        return "free" if number is None else f"Table {number}"

    @staticmethod
    def round_number(number: int) -> str:
        """`Round 2`."""
        return f"Round {number}"

    @staticmethod
    def rounds_left_out(name: str, number: int) -> str:
        """What the back of a badge has no room for."""
        rounds = "round has" if number == 1 else "rounds have"
        return f"{name}: the last {number} {rounds} no room on the back of the badge. Use a larger stock."

    JOB_PARTS: Final = {BadgePart.TITLE: "the title", BadgePart.EMPLOYER: "the employer"}
    PRONOUNS: Final = "the pronouns"
    ROLE_WORD: Final = "the word of a role beside its shape"
    EVENT: Final = "the name of the event"
    WHOLE_EVENT: Final = "the whole name of the event"
    TOPICS: Final = "the topics"
    LOGO: Final = "the logo"
    LARGE_LOGO: Final = "a logo of this size"
    LARGE_TEXT: Final = "texts larger than designed"

    @staticmethod
    def too_small(design: str) -> str:
        """`These labels are too small for the bold design`, and what is printed on them."""
        return f"These labels are too small for the {design} design: the classic one is printed on them."

    @staticmethod
    def foot(design: str, label: str, grid: str, page: str) -> str:
        """`Badges, classic 90 × 60 mm, 2 × 4 on A4`."""
        return f"Badges, {design} {label} mm, {grid} on {page}"

    @staticmethod
    def labels(first: int, last: int, total: int) -> str:
        """`Labels 1 to 8 of 104`."""
        return f"Labels {first} to {last} of {total}" if last > first else f"Label {first} of {total}"

    @staticmethod
    def sheet(number: int, total: int) -> str:
        """`Sheet 1 of 13`."""
        return f"Sheet {number} of {total}"


class SheetWords:
    """Words on match sheets."""

    TITLE: Final = "Match sheets"
    PROGRESS: Final = "Drawing match sheets"
    FREE: Final = "free"
    FREE_ROUND: Final = "A free round. Take a breath and write your notes; the desk can seat you if a chair opens."
    REST_ROUND: Final = "A rest for you and your table. Take a breath and write your notes."
    REST: Final = "rest"
    KEPT: Final = "What is said at the table stays at the table."
    CHANGES: Final = "Changes: see the screens."
    GOAL: Final = "My goal for tonight"
    NOTES: Final = "My notes, for my eyes only"
    STEP: Final = "One step I will take in the next two weeks"
    IS: Final = "Mentoring is"
    IS_LINES: Final = (
        "listening first, then thinking together",
        "experience offered, not instructions",
        "your questions, your decision",
    )
    IS_NOT: Final = "Mentoring is not"
    IS_NOT_LINES: Final = (
        "a job interview or a favour owed",
        "medical, legal or financial advice",
        "a promise to meet again",
    )
    TEAR: Final = "Tear here and hand the strip in at the desk"
    STAY: Final = "Stay in touch?"
    ANSWERS: Final = (("1", "Yes, share my contact"), ("2", "No, thank you"), ("3", "Did not meet"))
    REFER_ME: Final = ("R", "Refer me to someone else")
    REFER_ON: Final = ("R", "Refer on to")
    PRIVACY: Final = "Contacts are shared only where both say yes. Nobody is told about a no."
    SHORT_ANSWERS: Final = (("1", "Yes"), ("2", "No"), ("3", "–"))
    FREE_SHORT: Final = "free: a round to rest and write"
    CARD: Final = (
        "1 yes, 2 no, 3 did not meet. Leave the card at the desk.",
        "Contacts only where both say yes. What is said stays here.",
    )
    CARD_MEANING: Final = (f"{IS} {IS_LINES[0]}:", "no job interview, no promise to meet again.")
    CARD_KEPT: Final = ("1 yes, 2 no, 3 did not meet. Show the card at the desk.", CARD[1])
    NO_ROUNDS: Final = "No rounds are planned for you yet. The desk knows more."

    @staticmethod
    def round(number_of: int) -> str:
        """`Round 2`."""
        return f"Round {number_of}"

    @staticmethod
    def company(names: Sequence[str]) -> str:
        """`with Sven and Mei-Ling`."""
        return f"with {listed(names)}"

    @classmethod
    def in_short(cls, version: int, replaces: int | None) -> str:
        """What mentoring is, what stays at the table, and whether the plan has changed: two lines."""
        changed = f" {cls.plan(version, replaces)}" if replaces is not None else ""
        return f"{cls.IS} {cls.IS_LINES[0]}: no job interview, no promise to meet again. {cls.KEPT}{changed}"

    @staticmethod
    def plan(version: int, replaces: int) -> str:
        """What a changed sheet says: `Plan 5 replaces plan 4`."""
        return f"Plan {version} replaces plan {replaces}."


class CardWords:
    """Words on table cards."""

    TITLE: Final = "Table cards"
    PROGRESS: Final = "Drawing table cards"
    FOLD: Final = "Fold here"
    STEPS: Final = (
        ("Begin", "Say who you are and what brings you."),
        ("Listen", "Ask one open question, then wait."),
        ("Close", "Name one next step. Thank each other."),
    )

    @staticmethod
    def foot(minutes: int) -> str:
        """How long a round is, and what stays at the table."""
        length = f"{minutes} minutes a round; the chime means two more minutes. " if minutes > 4 else ""
        return f"{length}{SheetWords.KEPT}"


class SignInWords:
    """Words on the sign-in list."""

    TITLE: Final = "Sign-in list"
    EMERGENCY: Final = "Emergency list: who is here, and who sits where, as of {}"
    EMERGENCY_AWAY: Final = "Emergency list as of {}; tables and other stations as of {}"
    TABLE_IN_ROUND: Final = "Table in round"
    FREE: Final = "–"
    PROGRESS: Final = "Drawing the sign-in list"
    NAME: Final = "Name"
    ROLE: Final = "Role"
    CODE: Final = "Code"
    SIGNATURE: Final = "Signature"
    FIGURES: Final = ("Registered", "Mentors", "Mentees", "Here")
    DESTROY: Final = "Collect and destroy after the event."

    @staticmethod
    def page(number_of: int, total: int) -> str:
        """`Page 1 of 3`."""
        return f"Page {number_of} of {total}"
