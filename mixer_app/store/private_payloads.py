"""What the journal holds of a change that only control may read: keep-aparts, and who people turned out to be.

It is kept in a table of its own, so that the database itself can refuse it to other stations.
"""

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from mixer_app.domain.plan_edits import PairRule
from mixer_app.store.rows import PairRuleRow, WishKind, WishRow

Payload: TypeAlias = Mapping[str, Any]

MARK: Final = "private"
"""In the part that everybody may read: there is another one."""

SENTENCE: Final = "Decided whether two people are to meet"
"""What others than control are told of a decision about a pair."""

_KEEP_APART: Final = "keep_apart"
_MERGED: Final = "merged"


def hidden_part(payload: Payload) -> dict[str, Any]:
    """What of a payload is for control alone; empty: nothing is."""
    if "changes" in payload and (payload.get("kind") == _MERGED or any(map(_is_private, payload["changes"]))):
        return _of(payload, "changes")
    if any(isinstance(side, Mapping) and _KEEP_APART in side for side in (payload.get("before"), payload.get("after"))):
        return _of(payload, "before", "after")
    return _decision(payload)


def is_decision(hidden: Payload) -> bool:
    """Whether the hidden part is that two are not to meet, so that the sentence tells it too."""
    return "decided" in hidden or "mentor_id" in hidden


def _decision(payload: Payload) -> dict[str, Any]:
    if PairRule.FORBIDDEN.value in (payload.get("decided") or ()):
        return _of(payload, "decided")
    if "mentor_id" in payload and PairRule.FORBIDDEN.value in (payload.get("before"), payload.get("after")):
        return _of(payload, "mentor_id", "mentee_id", "before", "after")
    return {}


def _is_private(change: Payload) -> bool:
    kept_apart = change["table"] == WishRow.__tablename__ and WishKind.KEEP_APART.value in change["key"]
    return kept_apart or change["table"] == PairRuleRow.__tablename__


def _of(payload: Payload, *names: str) -> dict[str, Any]:
    return {name: payload[name] for name in names if name in payload}
