"""One suggestion for a follow-up summary, made from evidence only."""

from collections.abc import Collection, Sequence

from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Introduction
from mixer_app.services.common_ground import common_ground
from mixer_app.services.words import listed, mid_sentence


def suggest(
    event: Event,
    person: Attendee,
    mutual: Sequence[tuple[Introduction, Attendee]],
    *,
    reachable: Collection[int],
) -> str:
    """What `person` could do next.

    `mutual` are the introductions in which both would like to stay in touch, `reachable` the
    partners among them whose contact is on the summary. Nothing in it tells what anyone answered
    who is not in `mutual`.
    """
    if not mutual:
        return _without_match(event, person)
    by_score = sorted(mutual, key=lambda pair: (-pair[0].score, pair[0].round))
    with_contact = [pair for pair in by_score if pair[1].id in reachable]
    out_of_reach = [other for _, other in by_score if other.id not in reachable]
    sentences = [_write_to(event, person, *with_contact[0])] if with_contact else []
    if out_of_reach:
        sentences.append(_through_the_organizer(event, out_of_reach))
    return " ".join(sentences)


def _write_to(event: Event, person: Attendee, meeting: Introduction, other: Attendee) -> str:
    name = _first_name(other)
    hosting = person.id == meeting.mentor_id
    ground = common_ground(event, other if hosting else person, person if hosting else other)
    if hosting:
        about = ground.needs[:1] or ground.topics[:1]
        because = f"{name} asked about {mid_sentence(about[0])}, which you know well. " if about else ""
        return f"{because}A line from you makes the first step easier: ask {name} what came of the evening."
    if ground.needs:
        return (
            f"You asked about {mid_sentence(ground.needs[0])}, which {name} knows well. "
            f"If you write to only one person this week, write to {name}."
        )
    if ground.topics:
        return f"You and {name} share {mid_sentence(ground.topics[0])}. Name one question about it when you write."
    return f"If you write to only one person this week, write to {name}. Two lines are enough."


def _through_the_organizer(event: Event, others: Sequence[Attendee]) -> str:
    names = listed([_first_name(other) for other in others])
    pronoun = "you" if len(others) == 1 else "each of you"
    where = f" at {event.contact_email}" if event.contact_email else ""
    return (
        f"You and {names} would like to stay in touch; no address was to be passed on. "
        f"Ask the organizers{where} to put {pronoun} in touch."
    )


def _without_match(event: Event, person: Attendee) -> str:
    where = f"Write to {event.contact_email}" if event.contact_email else "Ask the organizers"
    if not person.role.seeks:
        return f"The next evening is easier with you there. {where} if you would like to be asked again."
    wanted = [name for name in (*person.needs_wanted, *person.topics_wanted) if not event.is_sensitive(name)]
    if not wanted:
        return f"{where}: the organizers can introduce you to someone who fits your goal."
    ask = f"write to {event.contact_email}" if event.contact_email else "ask"
    return f"To talk more about {mid_sentence(wanted[0])}, {ask}: the organizers can introduce you to someone."


def _first_name(person: Attendee) -> str:
    return person.name.given or person.name.full
