"""Laptops whose lines are cut and whose processes die while everybody is checked in."""

import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import cycle, islice
from multiprocessing.context import BaseContext
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any

from mixer_app.services.staff_notes import write_note
from tests.namespaces import Cable
from tests.network import Line
from tests.processes.conftest import StationProcess


@dataclass(frozen=True)
class Wiring:
    """How stations come to the server, and what can go wrong on the way: names of methods of their lines."""

    shared: str
    """The address of the database where nothing goes wrong."""
    address: str
    line: Callable[[], Line | Cable]
    troubles: tuple[str, ...]


class Station:
    """A laptop: a folder of its own, a line of its own, and a process that may die and be started again."""

    def __init__(self, context: BaseContext, folder: Path, wiring: Wiring, event_id: int, name: str) -> None:
        self.name, self.line = name, wiring.line()
        self._context, self._folder, self._event_id = context, folder, event_id
        self._address = self.line.address(wiring.address)
        self.process = self._started()

    def _started(self) -> StationProcess:
        given = self._address, self._event_id, self.name
        network = self.line.process if isinstance(self.line, Cable) else None
        started = StationProcess(
            self._context, "station_alone.py", *given, FOLDER=str(self._folder), NETWORK=network
        )  # fmt: skip
        assert started.answer() == "ready"
        return started

    def ask(self, act: str, key: str = "", request: str = "") -> None:
        """Tell it to do something."""
        with suppress(OSError):
            self.process.ask(act, key, request)

    def answer(self) -> Any:
        """What came of it; None: it died before it had said so."""
        answer = self.process.answer()
        return answer[1] if answer is not None else None

    def do(self, act: str, key: str = "", request: str = "") -> Any:
        """Tell it to do something, and wait for what came of it."""
        self.ask(act, key, request)
        return self.answer()

    def die(self) -> None:
        """Pull the plug, and switch it on again."""
        self.process.close()
        self.process = self._started()

    def end(self) -> None:
        """Switch it off."""
        self.process.close()
        self.line.end()


class Storm:
    """Acts at all stations at once, while their lines are cut and mended, and they die or stand still."""

    def __init__(self, stations: list[Station], evening: SimpleNamespace, troubles: tuple[str, ...]) -> None:
        self.stations, self.evening, self.troubles = stations, evening, troubles
        self.dice = Random(8)
        self.acknowledged: dict[str, tuple[int, str]] = {}
        self.notes: dict[int, str] = {}
        self.happened: Counter[str] = Counter()
        self.slowest_s = 0.0
        self._broken: set[Station] = set()

    def rage(self, acts: int) -> None:
        """As many acts at the door, a note of control now and then, and what goes wrong meanwhile."""
        rounds = acts // len(self.stations)
        dealt = self._dealt(rounds)
        for number in range(rounds):
            self._all_at_once(number, {one: dealt[number, one] for one in self.stations if (number, one) in dealt})
            self._mend([one for one in self.stations if one in self._broken and self.dice.random() < 0.2])

    def _dealt(self, rounds: int) -> dict[tuple[int, Station], str]:
        """What goes wrong, when and where: each of its kinds as often as it is its turn."""
        acts = rounds * len(self.stations)
        some = [*islice(cycle(self.troubles), max(2, acts // 50)), *("killed",) * max(1, acts // 100)]
        some += ["stood still"] * max(1, acts // 200)
        moments = [(number, one) for number in range(rounds) for one in self.stations]
        return dict(zip(self.dice.sample(moments, len(some)), some, strict=True))

    def _all_at_once(self, number: int, wrong: dict[Station, str]) -> None:
        """One act at each station; those that stand still go on when the others are done."""
        asked = {one: (f"act-{number}-{one.name}", self._anyone()) for one in self.stations}
        began = time.monotonic()
        for one, (request, who) in asked.items():
            one.ask(self.dice.choice(("in", "in", "undo")), f"#{who}", request)
        if self.dice.random() < 0.3:
            self._note(f"Note {number}")
        dead, still = self._go_wrong(wrong)
        for one in sorted(asked.keys() - dead, key=lambda one: (one in still, one.name)):
            if one in still:
                one.process.go_on()
            if one.answer() in ("checked-in", "undone"):
                request, who = asked[one]
                self.acknowledged[request] = who, one.name
                self.happened["acknowledged"] += 1
        if not dead and not still:
            self.slowest_s = max(self.slowest_s, time.monotonic() - began)
        self.happened["asked"] += len(asked)

    def _anyone(self) -> int:
        return self.dice.choice(self.evening.people).id

    def _note(self, note: str) -> None:
        who = self._anyone()
        self.evening.shared.write(write_note, who, note, station="Control", now=datetime.now(UTC))
        self.notes[who] = note
        self.happened["edited"] += 1

    def _go_wrong(self, wrong: dict[Station, str]) -> tuple[set[Station], set[Station]]:
        """Cut, kill and stop some while they are at it; those that died, and those that stand still."""
        dead, still = set[Station](), set[Station]()
        for one, what in wrong.items():
            if what == "killed":
                one.die()
                dead.add(one)
            elif what == "stood still":
                one.process.stand_still()
                still.add(one)
            elif one in self._broken:
                continue
            else:
                getattr(one.line, what)()
                self._broken.add(one)
            self.happened[what] += 1
        return dead, still

    def _mend(self, stations: list[Station]) -> None:
        """Mend their lines; they find the server, and hand over."""
        for one in stations:
            one.line.mend()
            one.ask("hand over")
        for one in stations:
            if one.answer() != "away":
                self._broken.discard(one)
                one.do("renew")

    def end(self) -> None:
        """Mend everything."""
        for _ in range(3):
            self._mend([one for one in self.stations if one in self._broken])
        assert not self._broken
        for one in self.stations:
            assert one.do("hand over") not in (None, "away")
