"""Writing an import into the database in one transaction, and taking it back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from random import Random
from typing import Any

from mixer_app.domain.events import Event, Need, QuestionCriterion
from mixer_app.domain.folding import text_key
from mixer_app.domain.imports import Decided, ImportAccount
from mixer_app.domain.people import Attendee, Registration, Status, registration_of
from mixer_app.domain.progress import Progress, report
from mixer_app.exchange.mapping import header_key
from mixer_app.exchange.words import fold_title
from mixer_app.services.import_matching import Matching, match_rows
from mixer_app.services.import_merging import same_content
from mixer_app.services.import_reading import ReadTable
from mixer_app.store import Session, attendees, column_mappings, events, imports, journal, merging, plans, wishes
from mixer_app.store.registrations import add_registrations, replace_registrations


def everyone(session: Session, event_id: int) -> list[Attendee]:
    """All attendees of an event, those who cancelled too."""
    return attendees.list_attendees(session, event_id, cancelled=True)


def apply_import(
    session: Session,
    event_id: int,
    read: Sequence[ReadTable],
    *,
    station: str,
    now: datetime,
    dice: Random,
    apply_rules: bool,
    progress: Progress | None,
) -> ImportAccount:
    """Write all rows that can be used, remember the mappings, and note the whole in the journal."""
    matching = match_rows(everyone(session, event_id), [table.reading for table in read])
    report(progress, 0.9, "Writing")
    lists = _extend_event(session, event_id, matching, rules_of(read) if apply_rules else (), _grades_of(read))
    steps = _write_people(session, event_id, matching, now=now, dice=dice)
    for table in read:
        _remember(session, table)
    account = account_of(matching, read)
    account = replace(
        account, warnings=(*account.warnings, *_rule_warnings(lists), *_wish_warnings(session, event_id, steps))
    )
    report(progress, 0.98, "Writing")
    if not steps and not any(lists.values()):
        return account
    import_id = imports.add_import(session, event_id, account=account, steps=steps, at=now, station=station)
    journal.record(
        session,
        event_id=event_id,
        station=station,
        at=now,
        what="import",
        sentence=_sentence(account, read),
        payload={"import_id": import_id, **lists},
    )
    return replace(account, import_id=import_id)


def undo_import(session: Session, import_id: int, *, station: str, now: datetime) -> str:
    """Take a whole import back, except from people whom the evening has touched since; twice is once."""
    stored = imports.get_import(session, import_id)
    entry = next(
        record
        for record in journal.latest_records(session, stored.event_id, limit=1_000_000)
        if record.what == "import" and (record.payload or {}).get("import_id") == import_id
    )
    if stored.undone_at is not None:
        return f"Undone: {entry.sentence}"
    stay = _restore(session, stored.event_id, imports.import_steps(session, import_id), now=now)
    _shorten_event(session, stored.event_id, entry.payload or {})
    imports.mark_import_undone(session, import_id, now=now)
    sentence = f"Undone: {entry.sentence}"
    if stay:
        told = "person has changed since and is" if stay == 1 else "people have changed since and are"
        sentence += f"; {stay} {told} left as they are"
    journal.record(
        session, event_id=stored.event_id, station=station, at=now, what="undone", sentence=sentence, undoes_id=entry.id
    )
    return sentence


def account_of(matching: Matching, read: Sequence[ReadTable]) -> ImportAccount:
    """The account of an import, before anything is written."""
    called = [
        f"{table.reading.name}: whoever does not say is taken as a {table.role}, because the file is called so."
        for table in read
        if table.role is not None and table.source.role is None and any(row.role_of_file for row in table.reading.rows)
    ]
    return ImportAccount(
        rows=matching.rows,
        added=matching.added,
        updated=matching.updated,
        unchanged=matching.unchanged,
        skipped=tuple(matching.skipped),
        rejected=tuple(matching.rejected),
        warnings=tuple(dict.fromkeys((*_strange_titles(read), *called, *matching.warnings))),
        columns={table.reading.name: {one.header: one.field.value for one in table.columns} for table in read},
    )


def rules_of(read: Sequence[ReadTable]) -> tuple[QuestionCriterion, ...]:
    """The rules that the files call for, one for each question."""
    return tuple({rule.question: rule for table in read for rule in table.rules}.values())


def _grades_of(read: Sequence[ReadTable]) -> tuple[str, ...]:
    return next((table.source.grades for table in read if table.source.grades), ())


def _strange_titles(read: Sequence[ReadTable]) -> list[str]:
    """Titles in a mapping that no table has: most often a slip of the pen."""
    known = {fold_title(header) for table in read for header in table.table.headers}
    said = {title for table in read for title in table.source.mapping or () if fold_title(title) not in known}
    return [f"No file has a column “{title}”, which the mapping names." for title in sorted(said)]


def _write_people(
    session: Session, event_id: int, matching: Matching, *, now: datetime, dice: Random
) -> list[imports.ImportStep]:
    new = [target for target in matching.targets if target.is_new]
    changed = [target for target in matching.targets if not target.is_new and target.is_changed]
    ids = add_registrations(
        session, event_id, [one.after for one in new], now=now, dice=dice, codes=[one.code for one in new]
    )
    updates = {one.attendee.id: one for one in changed if one.attendee is not None}
    replace_registrations(session, event_id, {number: one.after for number, one in updates.items()}, now=now)
    # What the store made of it (one spelling for each topic) is what an undo must find again.
    stored = {one.id: registration_of(one) for one in everyone(session, event_id)} if ids or updates else {}
    added = [imports.ImportStep(attendee_id=number, before=None, after=stored[number]) for number in ids]
    updated = [
        imports.ImportStep(attendee_id=number, before=one.before, after=stored[number])
        for number, one in updates.items()
    ]
    return added + updated


def _remember(session: Session, table: ReadTable) -> None:
    """Keep what the columns mean, for the next file with the same titles."""
    if all(column.how is Decided.REMEMBERED for column in table.columns):
        return
    mapping = {column.header: column.field.value for column in table.columns if column.how is not Decided.GUESSED}
    if any(column.how is Decided.GIVEN for column in table.columns):
        mapping = {column.header: column.field.value for column in table.columns}
    if mapping:
        column_mappings.remember(session, header_key(table.table.headers), mapping)


def _extend_event(
    session: Session,
    event_id: int,
    matching: Matching,
    rules: Sequence[QuestionCriterion],
    grades: tuple[str, ...],
) -> dict[str, list[str]]:
    """Put new topics, needs and rules on the event's lists, and grades in order; what was added, to take it back."""
    event = events.get_event(session, event_id)
    people = [target.after for target in matching.targets if target.is_changed]
    topics = _unknown((name for one in people for name in (*one.topics_wanted, *one.topics_offered)), event.topics)
    known = [need.name for need in event.needs]
    needs = _unknown((name for one in people for name in (*one.needs_wanted, *one.needs_offered)), known)
    asked = {rule.question for rule in event.rules.questions}
    new_rules = [rule for rule in rules if rule.question not in asked]
    before = event.rules.experience_scale
    scale = grades or before
    if topics or needs or new_rules or scale != before:
        events.change_event(
            session,
            event_id,
            replace(
                event,
                topics=(*event.topics, *topics),
                needs=(*event.needs, *(Need(name=name) for name in needs)),
                rules=replace(event.rules, questions=(*event.rules.questions, *new_rules), experience_scale=scale),
            ),
        )
    lists = {"topics": topics, "needs": needs, "rules": [rule.question for rule in new_rules]}
    return lists | ({"grades": list(scale), "grades_before": list(before)} if scale != before else {})


def _unknown(names: Any, known: Sequence[str]) -> list[str]:
    found = {text_key(name): name for name in reversed(list(names)) if name.strip()}
    for name in known:
        found.pop(text_key(name), None)
    return list(reversed(found.values()))


def _shorten_event(session: Session, event_id: int, payload: dict[str, Any]) -> None:
    """Take from the event's lists what the import put there and nobody names any more."""
    event = events.get_event(session, event_id)
    people = attendees.list_attendees(session, event_id, cancelled=True)
    named = {
        text_key(name)
        for one in people
        for name in (*one.topics_wanted, *one.topics_offered, *one.needs_wanted, *one.needs_offered)
    }

    def leaves(name: str, kind: str) -> bool:
        return name in payload.get(kind, ()) and text_key(name) not in named

    shorter: Event = replace(
        event,
        topics=tuple(name for name in event.topics if not leaves(name, "topics")),
        needs=tuple(need for need in event.needs if not leaves(need.name, "needs")),
        rules=replace(
            event.rules,
            questions=tuple(one for one in event.rules.questions if one.question not in payload.get("rules", ())),
            experience_scale=tuple(payload["grades_before"])
            if "grades" in payload and tuple(payload["grades"]) == event.rules.experience_scale
            else event.rules.experience_scale,
        ),
    )
    if shorter != event:
        events.change_event(session, event_id, shorter)


def _restore(session: Session, event_id: int, steps: Sequence[imports.ImportStep], *, now: datetime) -> int:
    """Put everyone back as they were; the number of those who have changed since and stay."""
    current = {one.id: one for one in everyone(session, event_id)}
    plan = plans.latest_plan(session, event_id)
    planned = {*plan.mentee_ids, *plan.mentor_ids} if plan else set[int]()
    merged = merging.merged_here(session, event_id)
    here = [step for step in steps if step.attendee_id in current]
    stay = 0
    leaving: list[int] = []
    restored: dict[int, Registration] = {}
    for step in here:
        attendee = current[step.attendee_id]
        untouched = same_content(registration_of(attendee), step.after)
        if step.attendee_id in merged:
            stay += 1
        elif step.before is not None and untouched:
            restored[step.attendee_id] = step.before
        elif step.before is None and attendee.status in _UNTOUCHED and untouched and attendee.id not in planned:
            leaving.append(attendee.id)
        else:
            stay += 1
    imports.remove_attendees(session, leaving)
    replace_registrations(session, event_id, restored, now=now)
    return stay


_UNTOUCHED = frozenset({Status.REGISTERED, Status.CANCELLED})


def _sentence(account: ImportAccount, read: Sequence[ReadTable]) -> str:
    files = ", ".join(dict.fromkeys(table.source.path.name for table in read))
    return f"Imported {files}: {account.added} new, {account.updated} updated"


def _rule_warnings(lists: dict[str, list[str]]) -> list[str]:
    return [
        f"Nobody meets someone with the same answer to “{question}”; this rule was added to the event."
        for question in lists["rules"]
    ]


def _wish_warnings(session: Session, event_id: int, steps: Sequence[imports.ImportStep]) -> list[str]:
    """Names in wishes that could not be tied to one person; those of keep-aparts are told to nobody."""
    touched = {step.attendee_id: step.after.name.full for step in steps}
    unresolved = [one for one in wishes.unresolved_wishes(session, event_id) if one.attendee_id in touched]
    sentences = [
        f"{touched[one.attendee_id]} would like to meet “{one.text}”, who "
        f"{'could be several people here' if one.candidates else 'is not registered yet'}."
        for one in unresolved
        if not one.keep_apart
    ]
    apart = [one for one in unresolved if one.keep_apart]
    nobody = sum(1 for one in apart if not one.candidates)
    if nobody:
        sentences.append(f"{nobody} keep-apart {'wish names' if nobody == 1 else 'wishes name'} nobody registered yet.")
    if len(apart) > nobody:
        sentences.append("A keep-apart wish could mean several people; it holds for all of them.")
    return sentences
