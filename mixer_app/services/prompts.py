"""Questions to begin a talk with, from `resources/prompts.toml`, fitted to what a pair shares."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from mixer_app import paths
from mixer_app.domain.roles import Role

PER_MEETING: Final = 2


@dataclass(frozen=True, slots=True)
class PromptBook:
    """All prompts: for needs, for topics (names in lower case), and for any talk; by the role that reads them."""

    needs: dict[str, dict[str, tuple[str, ...]]]
    topics: dict[str, dict[str, tuple[str, ...]]]
    general: dict[str, tuple[str, ...]]


@cache
def prompt_book() -> PromptBook:
    """The prompts that ship with the application."""
    with paths.resource("prompts.toml").open("rb") as file:
        book = tomllib.load(file)
    return PromptBook(_by_name(book["need"]), _by_name(book["topic"]), _by_role(book["general"]))


class PromptChooser:
    """Chooses prompts for the meetings of one sheet, so that none is printed twice on it."""

    def __init__(self, book: PromptBook, reader: Role) -> None:
        self._book = book
        self._reader = "mentor" if reader is Role.MENTOR else "mentee"
        self._used: set[str] = set()

    def choose(
        self, needs: Sequence[str], topics: Sequence[str], *, turn: int, most: int = PER_MEETING
    ) -> tuple[str, ...]:
        """At most `most` prompts for a pair that shares `needs` and `topics` (none of them sensitive).

        The first fits a shared need, the second a shared topic where there are both; `turn` varies
        the choice between sheets.
        """
        sources = list(self._fitting(needs, topics))
        chosen: list[str] = []
        while len(chosen) < most and sources:
            prompts = sources.pop(0)
            fresh = [prompt for prompt in prompts if prompt not in self._used]
            if not fresh:
                continue
            prompt = fresh[turn % len(fresh)]
            self._used.add(prompt)
            chosen.append(prompt)
            if not sources and len(chosen) < most:
                sources.append(prompts)
        return tuple(chosen)

    def _fitting(self, needs: Sequence[str], topics: Sequence[str]) -> Iterator[tuple[str, ...]]:
        by_need = [self._book.needs.get(name.casefold(), {}).get(self._reader, ()) for name in needs[:1]]
        by_topic = [self._book.topics.get(name.casefold(), {}).get(self._reader, ()) for name in topics[:2]]
        more_needs = [self._book.needs.get(name.casefold(), {}).get(self._reader, ()) for name in needs[1:]]
        fitting = [prompts for prompts in (*by_need, *by_topic, *more_needs) if prompts]
        yield from fitting
        if len(fitting) == 1:
            yield fitting[0]
        yield self._book.general[self._reader]


def _by_name(table: dict[str, dict[str, list[str]]]) -> dict[str, dict[str, tuple[str, ...]]]:
    return {name.casefold(): _by_role(prompts) for name, prompts in table.items()}


def _by_role(prompts: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {role: tuple(questions) for role, questions in prompts.items()}
