"""How far a referral can come from where it stands."""

from dataclasses import replace
from datetime import UTC, datetime

from mixer_app.domain.people import PersonName
from mixer_app.domain.referrals import NEXT_STATES, Referral, ReferralState

REFERRAL = Referral(
    id=1,
    mentee_id=2,
    mentee=PersonName(full="Bob"),
    from_id=None,
    from_name=None,
    wanted="Finance",
    mentor_id=3,
    mentor=PersonName(full="Ann"),
    state=ReferralState.PROPOSED,
    round=None,
    at=datetime(2026, 3, 5, tzinfo=UTC),
    station="Desk 1",
)


def test_every_state_leads_somewhere_and_nowhere_to_itself():
    assert set(NEXT_STATES) == set(ReferralState)
    assert all(following and state not in following for state, following in NEXT_STATES.items())


def test_nobody_can_agree_before_somebody_is_proposed():
    assert ReferralState.AGREED in REFERRAL.next_states
    assert replace(REFERRAL, mentor_id=None, mentor=None).next_states == (ReferralState.WITHDRAWN,)
