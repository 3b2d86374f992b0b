"""The pairs that staff decided about, with names."""

from dataclasses import dataclass
from datetime import datetime

from mixer_app.domain.plan_edits import PairRule
from mixer_app.services.pair_rule_journal import PAIR_RULE_LIFTED, lift_pair_rule
from mixer_app.store import Session, attendees, journal, pair_rules


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedPair:
    """Two people who are to meet, or never to, whatever a plan would rather have."""

    mentor_id: int
    mentee_id: int
    mentor: str
    mentee: str
    rule: PairRule

    @property
    def sentence(self) -> str:
        """`Bo Li is to meet Yusuf Çelik`."""
        verb = "is to meet" if self.rule is PairRule.MUST_MEET else "is never to meet"
        return f"{self.mentee} {verb} {self.mentor}"


def decided_pairs(session: Session, event_id: int) -> tuple[DecidedPair, ...]:
    """Every pair of an event that staff decided about, by the mentee's name."""
    decided = [
        DecidedPair(
            mentor_id=mentor_id,
            mentee_id=mentee_id,
            mentor=attendees.get_attendee(session, mentor_id).name.shown,
            mentee=attendees.get_attendee(session, mentee_id).name.shown,
            rule=rule,
        )
        for (mentor_id, mentee_id), rule in pair_rules.pair_rules(session, event_id).items()
    ]
    return tuple(sorted(decided, key=lambda pair: (pair.mentee.casefold(), pair.mentor.casefold())))


def lift_decided(
    session: Session, event_id: int, pair: DecidedPair, *, station: str, now: datetime
) -> tuple[str, int | None]:
    """Take back what was decided about a pair: what was done, and its entry in the journal."""
    lift_pair_rule(session, event_id, pair.mentor_id, pair.mentee_id, station=station, now=now)
    lifted = journal.records_of(session, event_id, (PAIR_RULE_LIFTED,))
    return (lifted[0].sentence, lifted[0].id) if lifted else (f"Lifted that {pair.sentence}", None)
