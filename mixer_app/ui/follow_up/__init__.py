"""Follow-up: answers from paper, mutual matches, referrals, and what everyone takes home."""

from mixer_app.ui.follow_up.page import FollowUpPage

__all__ = ["FollowUpPage"]
