"""The e-mail that brings a person their follow-up summary: the same as on paper, in plain text."""

from collections.abc import Iterator
from typing import Final

from mixer_app.domain.paper import FollowUpSummary, MetPerson, SuggestedPerson
from mixer_app.domain.people import PersonName
from mixer_app.printing import words
from mixer_app.printing.follow_up_words import FollowUpWords

_ATTACHED: Final = "Attached: this summary as a page to print, and the two dates for your calendar."
_ATTACHED_WITH_CARDS: Final = (
    "Attached: this summary as a page to print, the two dates for your calendar, and {cards} for your address book."
)


def mail_subject(summary: FollowUpSummary) -> str:
    """Such as `Physician Leadership Forum 2027: your follow-up summary`."""
    return f"{summary.event_name}: your follow-up summary"


def mail_text(summary: FollowUpSummary) -> str:
    """The whole e-mail; nothing in it that is not on the printed summary too."""
    return "\n\n".join(part for part in _parts(summary) if part) + "\n"


def _parts(summary: FollowUpSummary) -> Iterator[str]:
    shared = [met for met in summary.met if met.contact]
    waiting = [met for met in summary.met if met.waits]
    next_people = FollowUpWords.next_people(summary)
    yield f"Hello {greeted(summary.name)},"
    yield FollowUpWords.lead(summary.role, len(summary.met), len(shared) + len(waiting))
    yield _block(FollowUpWords.GOAL, [summary.goal] if summary.goal else [])
    yield _block(FollowUpWords.BOTH_YES, ["\n".join(_contact_lines(met)) for met in (*shared, *waiting)], "\n\n")
    yield _block(FollowUpWords.MET, [_met_line(met) for met in summary.met])
    yield _block(FollowUpWords.NEXT, [_next_line(person, how) for person, how in next_people], "\n\n")
    yield _block(FollowUpWords.DATES, _date_lines(summary), "\n\n")
    yield _block(FollowUpWords.SUGGESTION, [advice] if (advice := FollowUpWords.advice(summary)) else [])
    yield _ATTACHED_WITH_CARDS.format(cards=words.count(len(shared), "contact card")) if shared else _ATTACHED
    yield FollowUpWords.PRIVATE
    yield FollowUpWords.questions(summary.questions_to)


def greeted(name: PersonName) -> str:
    """How an e-mail addresses a person: the given name where it is known, never a part of a name that is guessed."""
    return name.given or name.full


def _block(title: str, lines: list[str], between: str = "\n") -> str:
    return f"{title.upper()}\n{between.join(lines)}" if lines else ""


def _contact_lines(met: MetPerson) -> Iterator[str]:
    addresses = (met.contact.email, met.contact.phone) if met.contact else ()
    wishes = FollowUpWords.in_contact(met) if met.contact else met.waits
    yield from (line for line in (met.name.shown, words.job(met.title, met.employer), *addresses, wishes) if line)


def _met_line(met: MetPerson) -> str:
    about = ", ".join(part for part in (met.name.shown, words.job(met.title, met.employer)) if part)
    round_number = f"{met.round}. " if met.round else f"{FollowUpWords.OUTSIDE}  "
    talked = f"\n   {FollowUpWords.talked_about(met.talked_about)}" if met.talked_about else ""
    return f"{round_number}{about}{talked}"


def _next_line(person: SuggestedPerson, how: str) -> str:
    about = ", ".join(part for part in (person.name.shown, words.job(person.title, person.employer)) if part)
    return "\n".join(part for part in (about, words.capital(person.words), how) if part)


def _date_lines(summary: FollowUpSummary) -> list[str]:
    soon, later = FollowUpWords.steps(summary)
    return [
        f"{FollowUpWords.TWO_WEEKS}, {words.short_day(summary.two_weeks)}\n{soon}",
        f"{FollowUpWords.THREE_MONTHS}, {words.short_day(summary.three_months)}\n{later}",
    ]
