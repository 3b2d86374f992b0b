"""Which page of the list is on: by the time alone, until somebody turns by hand."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from mixer_app.domain.evening import EveningNow
from mixer_app.domain.projector_frames import ZEROS_FOR
from mixer_app.domain.table_pages import SeatLine, TablePage, page_now, page_seconds, pages_of

BY_HAND_S: Final = 20.0


class Paging:
    """The pages of one projector, and the page that stands."""

    def __init__(self, part: int, parts: int) -> None:
        self._part, self._parts = part, parts
        self.pages: tuple[TablePage, ...] = ()
        self._made_of: tuple[object, ...] = ()
        self._page = 0
        self._offset = 0  # of pages turned by hand
        self._turned_at: datetime | None = None
        self._began: datetime | None = None

    @property
    def parted(self) -> bool:
        """Whether other projectors show the other letters."""
        return self._parts > 1

    def use(self, lines: Sequence[SeatLine], language: str, per_page: int) -> None:
        """Make the pages, if these are other names or another form of screen."""
        made_of = (lines, language, per_page)
        if made_of != self._made_of:
            self._made_of = made_of
            self.pages = pages_of(lines, language, per_page=per_page, part=self._part, parts=self._parts)

    def turn(self, step: int, now: datetime) -> None:
        """By hand; the time of pages stands still for a while."""
        if self.pages:
            self._page = (self._page + step) % len(self.pages)
            self._turned_at = now

    def place(self, evening: EveningNow) -> tuple[int, float]:
        """The page that stands, from 0, and what share of its time has gone."""
        began = evening.phase_started_at + ZEROS_FOR if evening.phase_started_at is not None else _DAY_OF_NOTHING
        if began != self._began:
            self._began, self._offset, self._turned_at = began, 0, None
        pages = len(self.pages)
        page, share = page_now(pages, self.each_s(evening), evening.at - began)
        if self._turned_at is not None:
            since = (evening.at - self._turned_at).total_seconds()
            if since < BY_HAND_S and pages:
                self._page %= pages
                self._offset = self._page - page
                return self._page, since / BY_HAND_S
            self._turned_at = None
        self._page = (page + self._offset) % pages if pages else 0
        return self._page, share

    def each_s(self, evening: EveningNow) -> float:
        """How long a page stands."""
        return page_seconds(len(self.pages), timedelta(seconds=evening.schedule.break_s) - ZEROS_FOR)


_DAY_OF_NOTHING: Final = datetime.fromisoformat("2000-01-01T00:00:00+00:00")
"""Before the evening pages turn by the wall clock, so that several projectors turn together."""
