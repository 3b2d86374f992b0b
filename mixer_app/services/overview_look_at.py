"""What needs a person, worst first, each with the place where it is put right."""

from collections.abc import Iterator, Sequence

from mixer_app.domain.overview import LookAt, LookAtKind, Place, Shortness, SupplyRow
from mixer_app.domain.people import Status
from mixer_app.services.overview_steps import Standing
from mixer_app.services.words import counted, mid_sentence
from mixer_app.store.figures import Silent


def look_at(standing: Standing, *, needs: Sequence[SupplyRow], topics: Sequence[SupplyRow]) -> tuple[LookAt, ...]:
    """The rows of "To look at"."""
    return (
        *_plan_rows(standing),
        *_import_rows(standing),
        *_short_rows(needs, Shortness.VERY_SHORT),
        *_short_rows(topics, Shortness.VERY_SHORT),
        *_missing_mentors(standing),
        *_people_rows(standing),
        *_short_rows(needs, Shortness.SHORT),
        *_short_rows(topics, Shortness.SHORT),
    )


def _plan_rows(standing: Standing) -> Iterator[LookAt]:
    state = standing.plan
    if state.plan is None:
        return
    if state.stale:
        yield LookAt(
            kind=LookAtKind.PLAN,
            title="The plan is older than the room",
            detail=state.sentence,
            place=Place.PLAN,
        )
    if state.plan.without:
        count = len(state.plan.without)
        yield LookAt(
            kind=LookAtKind.PLAN,
            title=f"{counted(count, 'person has', 'people have')} no introduction",
            detail=state.plan.without[0].reason if count == 1 else "The plan says why for each",
            place=Place.PLAN,
        )


def _import_rows(standing: Standing) -> Iterator[LookAt]:
    for file, rows in standing.rejected.items():
        yield LookAt(
            kind=LookAtKind.IMPORT,
            title=f"{counted(rows, 'row', 'rows')} of {file}",
            detail="Left out of the import, each with its reason",
            place=Place.PEOPLE,
        )


def _short_rows(rows: Sequence[SupplyRow], shortness: Shortness) -> Iterator[LookAt]:
    for row in sorted(rows, key=lambda row: row.offered - row.wanted):
        if row.shortness is shortness:
            yield LookAt(
                kind=LookAtKind.SUPPLY,
                title=f"{counted(row.wanted, 'mentee wants', 'mentees want')} {mid_sentence(row.name)}",
                detail=f"{shortness.capitalize()}: {_offer(row)}",
                place=Place.PEOPLE,
                target=row.name,
            )


def _offer(row: SupplyRow) -> str:
    if not row.offered:
        return "no mentor offers it"
    offered = f"{counted(row.offered, 'mentor offers', 'mentors offer')} it"
    away = row.offered - row.offered_here
    if not row.offered_here or not away:
        return offered
    return f"{offered}, {counted(away, 'is', 'are')} not here yet"


def _missing_mentors(standing: Standing) -> Iterator[LookAt]:
    counts = standing.counts
    away = standing.people(Status.REGISTERED, mentors=True)
    if counts.mentors_here and away and standing.plan.past_rounds < standing.event.rounds:
        yield LookAt(
            kind=LookAtKind.CLOCK,
            title=f"{counted(away, 'mentor is', 'mentors are')} not here yet",
            detail=_meetings_now(standing),
            place=Place.PEOPLE,
        )


def _meetings_now(standing: Standing) -> str:
    """How many introductions the seats of the mentors who are here give each mentee who is here, at most."""
    counts, event = standing.counts, standing.event
    if not counts.mentees_here:
        return f"{counts.mentors_here} of {counts.mentors} are here"
    each = min(event.rounds, counts.mentors_here * event.seats * event.rounds // counts.mentees_here)
    return f"With {counts.mentors_here}, there are seats for {each} introductions each"


def _people_rows(standing: Standing) -> Iterator[LookAt]:
    silent, doubles = standing.silent, standing.doubles
    if silent.people:
        yield LookAt(
            kind=LookAtKind.PEOPLE,
            title=f"{counted(silent.people, 'person has', 'people have')} said no need or topic",
            detail=f"Ask at the desk: {_names(silent)}",
            place=Place.PEOPLE,
        )
    if doubles:
        yield LookAt(
            kind=LookAtKind.PEOPLE,
            title=f"{counted(len(doubles), 'name is', 'names are')} registered twice",
            detail="The same person, or two of one name",
            place=Place.PEOPLE,
            target=doubles[0],
        )


def _names(silent: Silent) -> str:
    first = silent.first[: 2 if silent.people == 2 else 1]
    more = silent.people - len(first)
    return ", ".join(first) + (f" and {more} more" if more else "")
