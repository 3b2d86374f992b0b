"""The tables of the database as typed classes; nothing outside the store sees them."""

from mixer_app.store.rows.base import Row
from mixer_app.store.rows.evening import LiveActRow, SightingRow
from mixer_app.store.rows.events import EventRow, NeedRow, TableRow, TopicRow
from mixer_app.store.rows.follow_up import (
    MatchDecisionRow,
    MeetingRow,
    ReferralRow,
    SetAsideAnswerRow,
    SuggestionRow,
)
from mixer_app.store.rows.people import (
    AttendeeNeedRow,
    AttendeeRow,
    AttendeeTopicRow,
    ImportedAnswerRow,
    PersonRow,
    Side,
    WishKind,
    WishRow,
)
from mixer_app.store.rows.plans import IntroductionRow, PairRuleRow, PlanMemberRow, PlanRow, PlanSide, PlanWithoutRow
from mixer_app.store.rows.printing import PrintJobRow, StationPrinterRow
from mixer_app.store.rows.programme import ContactCheckRow
from mixer_app.store.rows.records import (
    AnswerRow,
    CheckInAction,
    CheckInRow,
    ColumnMappingRow,
    ImportRow,
    ImportStepRow,
    JournalPrivateRow,
    JournalRow,
)
from mixer_app.store.rows.staff import DeskCallRow, SettingRow, WrongTryRow

__all__ = [
    "AnswerRow",
    "AttendeeNeedRow",
    "AttendeeRow",
    "AttendeeTopicRow",
    "CheckInAction",
    "CheckInRow",
    "ColumnMappingRow",
    "ContactCheckRow",
    "DeskCallRow",
    "EventRow",
    "ImportRow",
    "ImportStepRow",
    "ImportedAnswerRow",
    "IntroductionRow",
    "JournalPrivateRow",
    "JournalRow",
    "LiveActRow",
    "MatchDecisionRow",
    "MeetingRow",
    "NeedRow",
    "PairRuleRow",
    "PersonRow",
    "PlanMemberRow",
    "PlanRow",
    "PlanSide",
    "PlanWithoutRow",
    "PrintJobRow",
    "ReferralRow",
    "Row",
    "SetAsideAnswerRow",
    "SettingRow",
    "Side",
    "SightingRow",
    "StationPrinterRow",
    "SuggestionRow",
    "TableRow",
    "TopicRow",
    "WishKind",
    "WishRow",
    "WrongTryRow",
]
