"""Whom the search means, and who of them Enter would check in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from mixer_app.domain.folding import name_key
from mixer_app.domain.people import Attendee, Status

MOST_HITS: Final = 4


@dataclass(frozen=True, slots=True)
class Hits:
    """The best hits of a search, best first; `position` is the one that is shown whole."""

    people: tuple[Attendee, ...] = ()
    position: int = 0
    picked: bool = False  # by the person at the desk, not by the search
    found: int = 0  # all that the search found

    @classmethod
    def of(cls, best: Sequence[Attendee], found: int) -> "Hits":
        """The best hits, of so many that were found."""
        return cls(people=tuple(best[:MOST_HITS]), found=found)

    @property
    def chosen(self) -> Attendee | None:
        """The person who is shown whole."""
        return self.people[self.position] if self.people else None

    @property
    def others(self) -> tuple[Attendee, ...]:
        """The other hits, best first."""
        return self.people[: self.position] + self.people[self.position + 1 :]

    @property
    def namesakes(self) -> int:
        """How many of the best have one name while nobody has chosen between them: Enter must wait; 0: it need not."""
        if self.picked:
            return 0
        coming = [person for person in self.people if person.status is not Status.CANCELLED]
        same = [person for person in coming if name_key(person.name.full) == name_key(coming[0].name.full)]
        return len(same) if len(same) > 1 and coming[0] is self.people[0] else 0

    @property
    def more_namesakes(self) -> bool:
        """Whether there may be others of the name who are not shown."""
        return self.namesakes == len(self.people) < self.found

    def moved(self, step: int) -> "Hits":
        """The next or the previous hit is chosen; from namesakes the first step takes what is shown."""
        position = min(max(self.position + step, 0), max(len(self.people) - 1, 0))
        return replace(self, position=position, picked=True)

    def picked_person(self, attendee_id: int, *, picked: bool = True) -> "Hits":
        """Someone of the hits is chosen, unless `picked` is False by the search alone."""
        at = next((at for at, person in enumerate(self.people) if person.id == attendee_id), None)
        return self if at is None else replace(self, position=at, picked=picked)
