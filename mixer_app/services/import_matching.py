"""The second half of an import: whose row is it, and what does it change; nothing is written here."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from mixer_app.domain.badge_code import parse_badge_code
from mixer_app.domain.folding import email_key, name_key, text_key, words_of
from mixer_app.domain.imports import RejectedRow, RowDecision, SkippedRow, Suggestion
from mixer_app.domain.people import Attendee, Registration, Status, registration_of
from mixer_app.domain.roles import Role
from mixer_app.exchange.reading import RowReading, TableReading
from mixer_app.services.import_merging import merged, same_content


@dataclass(slots=True)
class Target:
    """A person as they will be after the import."""

    after: Registration
    before: Registration | None = None  # None: added by this import
    attendee: Attendee | None = None
    code: str | None = None
    rows: list[tuple[str, int]] = field(default_factory=list)  # of this import, table and row
    merged_in: list[Registration] = field(default_factory=list)  # what those had said who were merged into them

    @property
    def is_new(self) -> bool:
        """Whether nobody like this was registered before."""
        return self.attendee is None

    @property
    def is_changed(self) -> bool:
        """Whether the import says anything that was not known."""
        return self.before is None or not same_content(self.before, self.after)

    def has_said(self, said: Registration) -> bool:
        """Whether a row says what somebody merged into this person had said, and nothing else."""
        told = replace(said, email="") if self._is_theirs(said.email) else said
        return any(same_content(merged(one, told), one) for one in self.merged_in)

    def with_row(self, said: Registration) -> Registration:
        """What they say after a row; an address of theirs by which they are found takes nobody's place."""
        if self.has_said(said):
            return self.after
        return merged(self.after, replace(said, email=self.after.email) if self._is_theirs(said.email) else said)

    def is_one_with(self, said: Registration) -> bool:
        """Whether a row has an address of one of those who were merged, and a name that can be theirs."""
        return self._is_theirs(said.email) and any(_alike(said, one) for one in self._before_merging())

    def _is_theirs(self, email: str) -> bool:
        return bool(email) and email_key(email) in {email_key(one.email) for one in self._before_merging()}

    def _before_merging(self) -> list[Registration]:
        return [*self.merged_in, self.before] if self.merged_in and self.before else []


@dataclass(slots=True)
class Matching:
    """What becomes of every row."""

    targets: list[Target] = field(default_factory=list)
    rows: int = 0
    skipped: list[SkippedRow] = field(default_factory=list)
    rejected: list[RejectedRow] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    @property
    def added(self) -> int:
        """Rows that add someone."""
        return sum(1 for target in self.targets if target.is_new)

    @property
    def updated(self) -> int:
        """Rows that change someone, the second row of someone who is added included."""
        changed = sum(len(target.rows) for target in self.targets if target.is_changed)
        return changed - self.added

    @property
    def unchanged(self) -> int:
        """Rows that say what is known."""
        return sum(len(target.rows) for target in self.targets if not target.is_changed)


def match_rows(attendees: Iterable[Attendee], readings: Iterable[TableReading]) -> Matching:
    """Find for every row the person it belongs to; one row after the other, as they stand."""
    matcher = _Matcher(attendees)
    for reading in readings:
        matcher.result.warnings.extend(reading.warnings)
        for row in reading.rows:
            matcher.take(reading, row)
    matcher.remark_on_the_gone()
    return matcher.result


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    """Whether a row is somebody known: what raised it, and the words of both answers."""

    sentence: str
    field: str
    value: str
    same: str
    different: str


class _Matcher:
    def __init__(self, attendees: Iterable[Attendee]) -> None:
        self.result = Matching()
        self._gone: list[tuple[SkippedRow, Registration]] = []
        self._by: defaultdict[tuple[str, str], list[Target]] = defaultdict(list)
        everyone = list(attendees)
        known: dict[int, Target] = {}
        for attendee in everyone:
            if attendee.merged_into is None:
                said = registration_of(attendee)
                known[attendee.id] = Target(after=said, before=said, attendee=attendee, code=attendee.code)
                self._know(known[attendee.id])
        for attendee in everyone:
            if attendee.merged_into in known:  # a row like theirs is about the one who has it all now
                said = registration_of(attendee)
                known[attendee.merged_into].merged_in.append(said)
                self._know(known[attendee.merged_into], said, attendee.code)

    def take(self, reading: TableReading, row: RowReading) -> None:
        """Decide about one row."""
        self.result.rows += 1
        if row.skipped is not None:
            self.result.skipped.append(row.skipped)
            if row.gone is not None:
                self._gone.append((row.skipped, row.gone))
        elif row.rejected is not None:
            self.result.rejected.append(row.rejected)
        elif row.registration is not None:
            self._place(reading, row, row.registration)

    def remark_on_the_gone(self) -> None:
        """Name whoever is registered here although their ticket is not valid any more, unless another one is."""
        namesakes = self._by_whole_name() if self._gone else {}
        for skipped, said in self._gone:
            target = self._holder(said, namesakes.get(name_key(said.name.full), []))
            attendee = target.attendee if target else None
            if target is None or attendee is None or target.rows or attendee.status is not Status.REGISTERED:
                continue
            self.result.warnings.append(
                f"{attendee.name.full} is registered here, but {skipped.file}, row {skipped.row} is left out. "
                f"{skipped.reason} If they are not coming, cancel them on the People page."
            )

    def _by_whole_name(self) -> dict[str, list[Target]]:
        every = {id(target): target for targets in self._by.values() for target in targets}
        found: defaultdict[str, list[Target]] = defaultdict(list)
        for target in every.values():
            found[name_key(target.after.name.full)].append(target)
        return found

    def _holder(self, said: Registration, namesakes: list[Target]) -> Target | None:
        """Whose ticket it is: the number, else the address with a name alike, else the name where addresses agree."""
        for kind, key in (("number", said.external_id), ("email", email_key(said.email) if said.email else "")):
            for target in self._by.get((kind, key), ()) if key else ():
                if _alike(said, target.after):
                    return target
        unclear = [target for target in namesakes if not (said.email and target.after.email)]
        return unclear[0] if len(unclear) == 1 else None

    def _place(self, reading: TableReading, row: RowReading, said: Registration) -> None:
        settled = row.decision.same_as_known if row.decision else None
        if settled is False:
            self._add(reading, row, said)
            return
        found = self._surely(row, said)
        if found is None:
            found, question = self._perhaps(reading, said, parse_badge_code(row.code))
            if found is not None and question is not None and settled is None:
                self._ask(reading, row, question)
                return
        if found is None:
            self._add(reading, row, said)
        else:
            self._join(found, reading, row, said)

    def _surely(self, row: RowReading, said: Registration) -> Target | None:
        """Who it is by badge code, by the number in the registration system, or as one who was merged."""
        if (code := parse_badge_code(row.code)) and (found := self._by.get(("code", code))):
            return found[0]
        for target in self._by.get(("number", said.external_id), ()) if said.external_id else ():
            if _may_share_number(said, target.after):
                return target
        by_email = self._by.get(("email", email_key(said.email)), []) if said.email else []
        for target in (*by_email, *self._by.get(("name", _person_key(said)), ())):
            if target.has_said(said) or target.is_one_with(said):
                return target
        return None

    def _perhaps(
        self, reading: TableReading, said: Registration, code: str | None
    ) -> tuple[Target | None, _Question | None]:
        """Who it may be by e-mail address, else by name and employer, with the question to ask, if there is one."""

        def known(kind: str, key: str) -> list[Target]:
            # Rows of our own export with a badge code each are people each, whatever they share.
            return [one for one in self._by.get((kind, key), ()) if not (code and one.is_new and one.code)]

        if said.email and (sharing := known("email", email_key(said.email))):
            namesakes = [target for target in sharing if _same_name(said, target.after)]
            target = (namesakes or sharing)[0]
            here = _row_of(target, reading)
            if here is None and (namesakes or _alike(said, target.after)):
                return target, None
            if here is not None and namesakes and same_content(target.with_row(said), target.after):
                return target, None
            return target, _about_email(said, _email_question(target, here, same_name=bool(namesakes)))
        for target in known("name", _person_key(said)):
            differ = bool(said.email and target.after.email)
            if differ and not said.employer:
                continue
            here = _row_of(target, reading)
            nothing_new = same_content(target.with_row(said), target.after)
            if here is None and nothing_new and not differ:
                return target, None
            return target, _about_name(said, _name_question(target, here))
        return None, None

    def _add(self, reading: TableReading, row: RowReading, said: Registration) -> None:
        code = parse_badge_code(row.code)
        target = Target(after=said, code=code, rows=[(reading.name, row.row)])
        self.result.targets.append(target)
        self._know(target)

    def _join(self, target: Target, reading: TableReading, row: RowReading, said: Registration) -> None:
        attendee = target.attendee
        if attendee is not None and attendee.status is Status.CANCELLED:
            reason = f"{attendee.name.full} was cancelled at this event. Register them again by hand if they come."
            self.result.skipped.append(SkippedRow(file=reading.name, row=row.row, reason=reason))
            return
        here = _row_of(target, reading)
        after = target.with_row(said)
        if here is not None and not (row.decision or target.merged_in) and same_content(after, target.after):
            reason = f"Row {here} is the same person and says the same."
            self.result.skipped.append(SkippedRow(file=reading.name, row=row.row, reason=reason))
            return
        after = replace(after, role=self._role(target, row, said, reading))
        if not target.rows and attendee is not None:
            self.result.targets.append(target)
        target.after = after
        target.rows.append((reading.name, row.row))
        self._know(target)

    def _role(self, target: Target, row: RowReading, said: Registration, reading: TableReading) -> Role | None:
        """Who is in the mentors' file and in the mentees' is both; a row that says its role means it."""
        known = target.after.role
        if target.has_said(said) or (known is Role.BOTH and target.merged_in):
            return known
        elsewhere = any(name != reading.name for name, _ in target.rows)
        if known is None or said.role is None or known is said.role:
            return said.role or known
        if not (row.role_of_file or elsewhere):
            return said.role
        if known is not Role.BOTH:
            self.result.warnings.append(
                f"{said.name.full} is in {reading.name} as a {said.role} and was a {known} already: taken as both."
            )
        return Role.BOTH

    def _ask(self, reading: TableReading, row: RowReading, question: _Question) -> None:
        decision = row.decision or RowDecision(row=row.row, sheet=reading.sheet)
        self.result.rejected.append(
            RejectedRow(
                file=reading.name,
                row=row.row,
                field=question.field,
                value=question.value,
                reason=question.sentence,
                sheet=reading.sheet,
                suggestions=tuple(
                    Suggestion(label=label, decision=replace(decision, same_as_known=same))
                    for label, same in ((question.same, True), (question.different, False))
                ),
            )
        )

    def _know(self, target: Target, as_said: Registration | None = None, code: str | None = None) -> None:
        said = as_said or target.after
        keys = [("name", _person_key(said))]
        if code := code or target.code:
            keys.append(("code", code))
        if said.external_id:
            keys.append(("number", said.external_id))
        if said.email:
            keys.append(("email", email_key(said.email)))
        for key in keys:
            if not any(known is target for known in self._by[key]):
                self._by[key].append(target)


def _row_of(target: Target, reading: TableReading) -> int | None:
    """The row of the same table that gave this person already."""
    return next((row for name, row in target.rows if name == reading.name), None)


def _person_key(said: Registration) -> str:
    return f"{name_key(said.name.full)}\n{text_key(said.employer)}"


def _same_name(one: Registration, other: Registration) -> bool:
    return name_key(one.name.full) == name_key(other.name.full)


def _alike(one: Registration, other: Registration) -> bool:
    """Whether two names can be one person's: a word in common, or nothing but the order or a slip."""
    return bool(set(words_of(one.name.full)) & set(words_of(other.name.full)))


def _may_share_number(one: Registration, other: Registration) -> bool:
    """Every system counts from one, so a short number needs the same name or address beside it."""
    if _same_name(one, other) or (one.email and email_key(one.email) == email_key(other.email)):
        return True
    return len(one.external_id) >= 5 and not (one.external_id.isdecimal() and int(one.external_id) < 10_000)


def _about_email(said: Registration, sentence: str) -> _Question:
    return _Question(sentence=sentence, field="email", value=said.email, same="One person", different="Two people")


def _about_name(said: Registration, sentence: str) -> _Question:
    return _Question(sentence=sentence, field="name", value=said.name.full, same="Same person", different="Someone new")


def _email_question(target: Target, here: int | None, *, same_name: bool) -> str:
    if here is None:
        return f"{target.after.name.full} is registered with the same address. One person, or two who share it?"
    if same_name:
        return f"Row {here} has the same name and address but says something else. One person, or two?"
    return f"Row {here} has the same address. One person, or two who share it?"


def _name_question(target: Target, here: int | None) -> str:
    of = f" of {target.after.employer}" if target.after.employer else ""
    if here is None:
        return f"{target.after.name.full}{of} is registered already. The same person?"
    return f"Row {here} has the same name{' and employer' if of else ''}. The same person?"
