"""By what people can be picked out beside role and status: employer, field, topics, needs, badge, import."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

from mixer_app.domain.events import Event
from mixer_app.domain.folding import text_key
from mixer_app.domain.people import Attendee


class Facet(StrEnum):
    """A kind of thing that someone has, in the words of its chip."""

    DOUBLE = "Possible"
    BADGE = "Badge"
    CAME = "Registered"
    IMPORT = "From"
    TOPIC = "Topic"
    NEED = "Need"
    FIELD = "Field"
    EMPLOYER = "Employer"


Mark: TypeAlias = tuple[Facet, str]
"""Something that someone has: what it is, and its key, which is the same for two spellings."""

DOUBLES: Final[Mark] = (Facet.DOUBLE, "doubles")
_FIXED_WORDS: Final = {"walk-in": "as a walk-in", "before": "beforehand"}


@dataclass(frozen=True, slots=True)
class MarkCount:
    """A mark as it is offered: its words and how many people have it."""

    mark: Mark
    words: str
    people: int


class MarkCounts:
    """How many people have each mark; renewed by those who have changed."""

    def __init__(self, people: Counter[Mark] | None = None, words: dict[Mark, str] | None = None) -> None:
        self._people: Counter[Mark] = people or Counter()
        self._words: dict[Mark, str] = words or {}

    def renewed(self, gone: Iterable[Mapping[Mark, str]], come: Iterable[Mapping[Mark, str]]) -> "MarkCounts":
        """The same without the marks of those who are gone and with those of who has come."""
        people, words = self._people.copy(), dict(self._words)
        for marks in gone:
            people.subtract(marks.keys())
        for marks in come:
            people.update(marks.keys())
            words.update(marks)
        return MarkCounts(people, words)

    def offered(self) -> list[MarkCount]:
        """Every mark that somebody has: by kind, the most frequent first."""
        kinds = list(Facet)
        counts = [
            MarkCount(mark, self._words.get(mark, mark[1]), count) for mark, count in self._people.items() if count > 0
        ]
        return sorted(counts, key=lambda one: (kinds.index(one.mark[0]), -one.people, one.words))

    def words(self, mark: Mark) -> str:
        """What a mark is called."""
        return self._words.get(mark, mark[1])

    def people(self, mark: Mark) -> int:
        """How many people have a mark."""
        return max(self._people.get(mark, 0), 0)


def marks_of(
    attendee: Attendee, event: Event, *, at_event: bool, double: bool, imports: Iterable[str] = ()
) -> dict[Mark, str]:
    """What someone can be picked out by, each with its words; sensitive needs are left out."""
    return dict(_marks(attendee, event, at_event=at_event, double=double, imports=imports))


def _marks(
    attendee: Attendee, event: Event, *, at_event: bool, double: bool, imports: Iterable[str]
) -> Iterator[tuple[Mark, str]]:
    if double:
        yield DOUBLES, DOUBLES[1]
    if at_event:
        badge = "printed" if attendee.badge_printed_at is not None else "not printed"
        came = "walk-in" if attendee.walk_in else "before"
        yield (Facet.BADGE, badge), badge
        yield (Facet.CAME, came), _FIXED_WORDS[came]
    for name in imports:
        yield (Facet.IMPORT, name), name
    for topic in (*attendee.topics_wanted, *attendee.topics_offered):
        yield (Facet.TOPIC, text_key(topic)), topic
    for need in (*attendee.needs_wanted, *attendee.needs_offered):
        if not event.is_sensitive(need):
            yield (Facet.NEED, text_key(need)), need
    if attendee.field:
        yield (Facet.FIELD, text_key(attendee.field)), attendee.field
    if attendee.employer:
        yield (Facet.EMPLOYER, text_key(attendee.employer)), attendee.employer
