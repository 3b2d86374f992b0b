"""Words of the follow-up summary, on paper and in the e-mail that brings it."""

from collections.abc import Sequence
from typing import Final

from mixer_app.domain.paper import FollowUpSummary, MetPerson, SuggestedPerson
from mixer_app.domain.roles import Role
from mixer_app.printing import words

_MOST_NAMES: Final = 4  # in one sentence


class FollowUpWords:
    """Words on follow-up summaries."""

    TITLE: Final = "Follow-up summaries"
    PROGRESS: Final = "Drawing follow-up summaries"
    HEAD: Final = "Your follow-up summary"
    GOAL: Final = "Your goal"
    MET: Final = "Whom you met"
    OUTSIDE: Final = "–"  # in place of the round, where no plan brought the two together
    BOTH_YES: Final = "You both said yes"
    SCAN: Final = (
        "Scan a code to save the contact. Contacts appear only where both said yes; every other answer stays private."
    )
    PRIVATE: Final = "Contacts appear only where both said yes; every answer stays private."
    DATES: Final = "Two dates worth keeping"
    TWO_WEEKS: Final = "In two weeks"
    THREE_MONTHS: Final = "In three months"
    DONE: Final = "done"
    SUGGESTION: Final = "A suggestion"
    _EACH: Final = "each of those who would like to stay in touch"
    NEXT: Final = "Whom you could talk to next"
    _AGREED: Final = "{name} would be glad to hear from you: {tell}, and the organizers bring you together."
    _SUGGESTED: Final = "If you would like to meet {name}, {tell}: the organizers will ask for you."
    _INVITED: Final = "You are warmly invited to the next evening; the organizers will write to you."
    _PARTNERS: Final = {
        Role.MENTEE: ("mentor", "mentors"),
        Role.MENTOR: ("mentee", "mentees"),
        Role.BOTH: ("person", "people"),
    }

    @classmethod
    def lead(cls, role: Role, met: int, mutual: int) -> str:
        """One warm sentence; nothing in it counts what is missing."""
        if met == 0:
            return "Thank you for coming."
        one, many = cls._PARTNERS[role]
        sentence = f"Thank you for coming. You met {words.count(met, one, many)}"
        if mutual == 0:
            return f"{sentence}."
        if met == 1:
            return f"{sentence}, who would like to stay in touch with you, as you would in return."
        who = "all of them" if mutual == met else f"{words.number(mutual)} of them"
        them = "them" if mutual > 1 else "that person"
        return f"{sentence}; {who} would like to stay in touch with you, as you would with {them}."

    @staticmethod
    def talked_about(topics: Sequence[str]) -> str:
        """`You talked about: finance, quality`."""
        return f"You talked about: {', '.join(topics)}"

    @staticmethod
    def in_contact(met: MetPerson) -> str:
        """By which means and how often two like to be in contact: `Both by e-mail, both monthly`."""
        if not (met.means and met.often):
            return words.capital(met.means or met.often)
        between = ", " if met.means.startswith("both") and met.often.startswith("both") else "; "
        return words.capital(f"{met.means}{between}{met.often}")

    @classmethod
    def next_people(cls, summary: FollowUpSummary) -> list[tuple[SuggestedPerson, str]]:
        """Whom to meet next, and how: first who has agreed to it, then whom the organizers suggest."""
        tell = f"write to {summary.questions_to}" if summary.questions_to else "tell the organizers"
        agreed = [(one, cls._AGREED.format(name=words.called(one.name), tell=tell)) for one in summary.referred_to]
        known = {one.name for one in summary.referred_to}
        suggested = [one for one in summary.suggested if one.name not in known]
        return agreed + [(one, cls._SUGGESTED.format(name=words.called(one.name), tell=tell)) for one in suggested]

    @classmethod
    def advice(cls, summary: FollowUpSummary) -> str:
        """The suggestion, and the invitation to come again."""
        return " ".join(part for part in (summary.suggestion, cls._INVITED if summary.invited else "") if part)

    @classmethod
    def steps(cls, summary: FollowUpSummary) -> tuple[str, str]:
        """What to do in two weeks and in three months."""
        names = cls._names(summary)
        return cls.in_two_weeks(names), cls.in_three_months(names)

    @classmethod
    def titles(cls, summary: FollowUpSummary) -> tuple[str, str]:
        """The same in so few words as a calendar shows."""
        names = cls._names(summary)
        soon = f"Write to {cls._whom(names)}" if names else "Choose one step"
        return soon, "Look at your goal again"

    @classmethod
    def _whom(cls, names: Sequence[str]) -> str:
        return words.listed(names) if len(names) <= _MOST_NAMES else cls._EACH

    @staticmethod
    def _names(summary: FollowUpSummary) -> list[str]:
        return [words.called(met.name) for met in summary.met if met.contact]

    @classmethod
    def in_two_weeks(cls, names: Sequence[str]) -> str:
        """What to do in two weeks."""
        if not names:
            return "Read your notes again. Choose one step, and put a day to it."
        them = "them" if len(names) > 1 else "that person"
        return f"Write to {cls._whom(names)}. Two lines are enough: thank {them}, and name one question."

    @staticmethod
    def in_three_months(names: Sequence[str]) -> str:
        """What to do in three months."""
        if not names:
            return "Look at your goal again. See what has moved, and what is in the way."
        whom = "one of them" if len(names) > 1 else names[0]
        return f"Look at your goal again. Tell {whom} what you decided, or what is in the way."

    @staticmethod
    def questions(address: str) -> str:
        """Where to turn."""
        question = "Questions, or a contact you would like removed?"
        return f"{question} {address}" if address else f"{question} Ask the organizer."
